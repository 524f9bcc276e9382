import { type Category, parseCategory } from '../catalogue/catalogue.ts';
import { parseEditionName } from '../catalogue/edition.ts';
import { DEFAULT_EDITION } from '../catalogue/shipped-catalogues.ts';
import { neutralised } from '../report/neutralised.ts';
import type { ReadOptions } from './read-options.ts';

/** A mistake of the person's, in one sentence. Thrown only inside `perennial catalogue` and told at its end. */
export class CatalogueMistake extends Error {}

export function expectWords(options: ReadOptions, count: number, example: string): readonly string[] {
  const { words } = options;
  if (words.length < count) throw new CatalogueMistake(`Something is missing. For example: ${example}`);
  const surplus = words[count];
  if (surplus !== undefined)
    throw new CatalogueMistake(`"${neutralised(surplus)}" is one word too many. For example: ${example}`);
  return words;
}

export function categoryOf(options: ReadOptions): Category | undefined {
  const text = options.values.get('category');
  if (text === undefined) return undefined;
  const category = parseCategory(text);
  if (category !== undefined) return category;
  const why = text === '1' ? ' Category 1 uses the CAF-aligned Toolkit, which is not assessed here.' : '';
  throw new CatalogueMistake(`--category must be 2, 3 or 4; "${neutralised(text)}" was given.${why}`);
}

export function editionOf(options: ReadOptions): string {
  return editionName(options.values.get('edition') ?? DEFAULT_EDITION);
}

export function editionName(text: string): string {
  const name = parseEditionName(text);
  if (name === undefined)
    throw new CatalogueMistake(`An edition is written like v8; "${neutralised(text)}" was given.`);
  return name;
}

/** Whole amounts as people type them: 12, 1,200,000, £1.2m, 800k. */
export function amountOf(options: ReadOptions, name: string, example: string): number | undefined {
  const text = options.values.get(name);
  if (text === undefined) return undefined;
  const match = /^(?:gbp|£)?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k|m|bn)?$/i.exec(text.trim());
  if (!match?.[1]) throw new CatalogueMistake(`--${name} must be ${example}; "${neutralised(text)}" was given.`);
  const scale = { k: 1e3, m: 1e6, bn: 1e9 }[match[3]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(`${match[1].replaceAll(',', '')}${match[2] ?? ''}`) * scale);
}

export function yesNoOf(options: ReadOptions, name: string): boolean | undefined {
  const text = options.values.get(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === 'yes' || text === 'y') return true;
  if (text === 'no' || text === 'n') return false;
  throw new CatalogueMistake(
    `--${name} must be yes or no; "${neutralised(text)}" was given. Leave it out when you do not know.`,
  );
}
