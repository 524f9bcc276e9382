import { parseArgs } from 'node:util';
import { neutralised } from '../report/neutralised.ts';
import { didYouMean } from './nearest.ts';

/** What an option of a command takes: a value, or nothing. */
export type OptionShapes = Readonly<Record<string, { readonly takes: 'value' | 'nothing' }>>;

export type ReadOptions = {
  readonly values: ReadonlyMap<string, string>;
  readonly given: ReadonlySet<string>;
  readonly words: readonly string[];
};
export type OptionsResult =
  | { readonly ok: true; readonly options: ReadOptions }
  | { readonly ok: false; readonly problem: { readonly type: 'bad-option'; readonly message: string } };

/** Options and words of a command line; the first thing wrong with it in one sentence. `--help` is always known. */
export function readOptions(command: string, args: readonly string[], shapes: OptionShapes): OptionsResult {
  const known: OptionShapes = { ...shapes, help: { takes: 'nothing' } };
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([name, { takes }]) => [
          name,
          { type: takes === 'value' ? 'string' : 'boolean' } as const,
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const values = new Map<string, string>();
  const given = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const raw = neutralised(token.rawName);
    const shape = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!shape) {
      const hint = didYouMean(
        raw,
        Object.keys(known).map((name) => `--${name}`),
      );
      return bad(`"${raw}" is not an option of perennial ${command}.${hint} See perennial ${command} --help.`);
    }
    if (given.has(token.name)) return bad(`${raw} is given twice. Give it once.`);
    given.add(token.name);
    if (shape.takes === 'nothing') {
      if (token.value !== undefined) return bad(`${raw} takes no value, and "${neutralised(token.value)}" was given.`);
      continue;
    }
    if (token.value === undefined || token.value === '' || (token.value.startsWith('-') && !token.inlineValue)) {
      return bad(`${raw} needs a value after it. See perennial ${command} --help.`);
    }
    values.set(token.name, token.value);
  }
  return { ok: true, options: { values, given, words } };
}

function bad(message: string): OptionsResult {
  return { ok: false, problem: { type: 'bad-option', message } };
}
