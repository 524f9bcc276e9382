import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Catalogue, ProofRule } from './catalogue.ts';
import { catalogueOf, editionOf, notThis, ruleOf } from './catalogue-entries.ts';
import {
  type CatalogueFile,
  catalogueSchema,
  editionSchema,
  type ProofRuleEntry,
  proofRulesSchema,
} from './catalogue-schema.ts';
import type { Edition } from './edition.ts';

/** Why a catalogue file was refused: every fault found, each with the place in the file it stands at. */
export type CatalogueProblem = {
  readonly type: 'invalid-catalogue';
  /** The file as the caller named it. */
  readonly file: string;
  readonly faults: readonly CatalogueFault[];
};

/** `path` is written like `standards[6].assertions[2].items[1].mandatory`; `ref` the item it belongs to, when there is one. */
export type CatalogueFault = { readonly path: string; readonly ref?: string; readonly message: string };

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: CatalogueProblem };

/** A YAML text with the name to call it by in messages. */
export type NamedText = { readonly name: string; readonly text: string };

/** A catalogue as its YAML text and, where it names a file of proof rules, the text of that file. */
export function parseCatalogue(source: NamedText, rulesSource?: NamedText): Parsed<Catalogue> {
  const file = parseYaml(source, catalogueSchema);
  if (!file.ok) return file;
  const rules = rulesSource === undefined ? undefined : parseProofRules(rulesSource);
  if (rules && !rules.ok) return rules;
  const faults = crossFaults(file.value, rules?.value);
  if (faults.length > 0) return refused(source.name, faults);
  return { ok: true, value: catalogueOf(file.value, rules?.value ?? []) };
}

/** The proof rules of one category, in file order. */
export function parseProofRules(source: NamedText): Parsed<readonly ProofRule[]> {
  const file = parseYaml(source, proofRulesSchema);
  if (!file.ok) return file;
  const faults = ruleFaults(file.value);
  return faults.length > 0 ? refused(source.name, faults) : { ok: true, value: file.value.map(ruleOf) };
}

/** What is known about an edition, from its `edition.yaml`. */
export function parseEdition(source: NamedText): Parsed<Edition> {
  const file = parseYaml(source, editionSchema);
  return file.ok ? { ok: true, value: editionOf(file.value) } : file;
}

function parseYaml<T>(source: NamedText, schema: z.ZodType<T>): Parsed<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter, prettyErrors: false });
  const broken = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return { path: `line ${line}, column ${col}`, message: `is not valid YAML: ${error.message}` };
  });
  if (broken.length > 0) return refused(source.name, broken);
  const value: unknown = document.toJS();
  const checked = schema.safeParse(value, { reportInput: true });
  if (checked.success) return { ok: true, value: checked.data };
  return refused(
    source.name,
    checked.error.issues.flatMap(deepest).map((issue) => faultOf(issue, value)),
  );
}

/** Of a value that fits no member of a union, the faults of the member it fits best: "Invalid input" helps nobody. */
function deepest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [best = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(deepest);
}

function faultOf(issue: z.core.$ZodIssue, root: unknown): CatalogueFault {
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  const ref = refAt(root, issue.path);
  const found = issue.code === 'unrecognized_keys' || issue.input === undefined ? '' : `; found ${shown(issue.input)}`;
  const message = `${issue.message}${found}`;
  return { path: path.replace(/^\./, '') || 'the whole file', ...(ref === undefined ? {} : { ref }), message };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The `ref` of the innermost entry on the way to a fault, so that a message can name the item and not only its position. */
function refAt(root: unknown, path: readonly PropertyKey[]): string | undefined {
  let here = root;
  let ref: string | undefined;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) break;
    here = Reflect.get(here, step);
    const own: unknown = typeof here === 'object' && here !== null ? Reflect.get(here, 'ref') : undefined;
    if (typeof own === 'string') ref = own;
  }
  return ref;
}

/** Faults no single entry shows: doubled numbers, numbers outside their assertion, unknown sources, rules that fit no item. */
function crossFaults(file: CatalogueFile, rules: readonly ProofRule[] | undefined): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const seen = new Set<string>();
  const items = file.standards.flatMap((s) =>
    s.assertions.flatMap((a) => a.items.map((item) => ({ item, assertion: a.id, standard: s.id }))),
  );
  for (const { item, assertion, standard } of items) {
    const at = (path: string, message: string) => faults.push({ path, ref: item.ref, message });
    if (seen.has(item.ref)) at('ref', `stands twice in this catalogue: "${item.ref}"`);
    seen.add(item.ref);
    if (!item.ref.startsWith(`${assertion}.`)) at('ref', `does not belong under assertion "${assertion}"`);
    if (!assertion.startsWith(`${standard}.`))
      at('ref', `assertion "${assertion}" does not belong under standard "${standard}"`);
    for (const key of item.sources) {
      if (!(key in file.sources)) at('sources', `names the source "${key}", which is not in the table of sources`);
    }
    if (item.rule === 'lent' && rules && !rules.some((rule) => rule.ref === item.ref))
      at('rule', 'is lent, but there is no rule of that number');
  }
  for (const key of file['official-counts'].sources) {
    if (!(key in file.sources))
      faults.push({
        path: 'official-counts.sources',
        message: `names the source "${key}", which is not in the table of sources`,
      });
  }
  const own = file['proof-rules'] === 'own';
  for (const rule of own ? (rules ?? []) : []) {
    if (!seen.has(rule.ref))
      faults.push({ path: 'proof-rules', ref: rule.ref, message: 'has a proof rule, but no item' });
  }
  return faults;
}

function ruleFaults(rules: readonly ProofRuleEntry[]): readonly CatalogueFault[] {
  const refs = new Set(rules.map((rule) => rule.ref));
  return rules.flatMap((rule, position) => {
    const faults: CatalogueFault[] = [];
    const at = (path: string, message: string) =>
      faults.push({ path: `[${position}].${path}`, ref: rule.ref, message });
    if (rules.findIndex((other) => other.ref === rule.ref) !== position)
      at('ref', `stands twice among the rules: "${rule.ref}"`);
    for (const other of rule['not-this'].map(notThis)) {
      if (!refs.has(other.ref)) at('not-this', `points to "${other.ref}", which has no rule`);
    }
    for (const other of rule['shares-proof-with']) {
      if (!refs.has(other)) at('shares-proof-with', `points to "${other}", which has no rule`);
    }
    return faults;
  });
}

function refused(
  file: string,
  faults: readonly CatalogueFault[],
): { readonly ok: false; readonly problem: CatalogueProblem } {
  return { ok: false, problem: { type: 'invalid-catalogue', file, faults } };
}
