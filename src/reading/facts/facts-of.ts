import type { Content, Fact, Profile, Strength, Table } from '../../record/document.ts';
import { remembered } from '../../record/remembered.ts';
import { FACT_FAMILIES } from './fact-families.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { inOutlook } from './planned-context.ts';
import type { Statement } from './statement.ts';
import { statementsOf } from './statement.ts';

/**
 * The typed facts of one document, in reading order within each family. Nothing is judged
 * here: a planned or example statement is returned with that strength.
 */
export function factsOf(path: string, content: Content, profile: Profile): Fact[] {
  const setting: Setting = {
    path,
    profile,
    title: `${profile.title} ${path.slice(path.lastIndexOf('/') + 1)}`.toLowerCase(),
    strength: strengthOf(profile),
  };
  const facts: Fact[] = [];
  for (const statement of statementsOf(content)) {
    const families = familiesCued(statement);
    for (const family of families)
      for (const fact of family.fromStatement?.(statement, setting) ?? [])
        facts.push(inOutlook(fact, partsAbove(statement)));
  }
  for (const register of registersOf(content)) {
    for (const family of FACT_FAMILIES)
      for (const fact of family.fromTable?.(register, setting) ?? []) facts.push(inOutlook(fact, [register.context]));
  }
  return FACT_FAMILIES.reduce<Fact[]>((all, { settled }) => settled?.(all) ?? all, facts);
}

/** Headings, list intro and column. What a row is about says nothing of when. */
function partsAbove({ context, row }: Statement): readonly string[] {
  const parts = context.split(' > ');
  return row === undefined ? parts : parts.slice(0, -1);
}

const FAMILIES_BY_CUE = new Map<string, FactFamily[]>();
for (const family of FACT_FAMILIES) {
  if (family.fromStatement === undefined) continue;
  for (const cue of family.cues) FAMILIES_BY_CUE.set(cue, [...(FAMILIES_BY_CUE.get(cue) ?? []), family]);
}

/** Which two first characters any cue has: most words of a text are passed over without being cut out of it. */
const BEGINS = new Uint8Array(128 * 128);
for (const cue of FAMILIES_BY_CUE.keys()) BEGINS[pairOf(cue, 0)] = 1;

function pairOf(text: string, at: number): number {
  return text.charCodeAt(at) * 128 + text.charCodeAt(at + 1);
}

/** Adds the families one of whose cues is a word of the text. Walks the characters: this runs over every word of every document. */
function cues(text: string, into: Set<FactFamily>): void {
  const lower = text.toLowerCase();
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    const inWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (inWord) {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0 && at - start > 1 && at - start < 20 && BEGINS[pairOf(lower, start)] === 1) {
      const families = FAMILIES_BY_CUE.get(lower.slice(start, at));
      if (families !== undefined) for (const family of families) into.add(family);
    }
    start = -1;
  }
}

/** The families cued by a part of a context: the headings, the column and the row above a statement come many times. */
const familiesOfPart = remembered((part): ReadonlySet<FactFamily> => {
  const found = new Set<FactFamily>();
  cues(part, found);
  return found;
});

function familiesCued(statement: Statement): Set<FactFamily> {
  const found = new Set<FactFamily>();
  for (const part of statement.context.split(' > ')) for (const family of familiesOfPart(part)) found.add(family);
  cues(statement.text, found);
  if (statement.before !== undefined) cues(statement.before, found);
  return found;
}

function registersOf(content: Content): Register[] {
  return content.tables.map(withHeader).map((table) => ({
    table,
    columns: table.columns.map((name) =>
      name
        .toLowerCase()
        .replace(/[_\s]+/g, ' ')
        .trim(),
    ),
    context: `${table.title ?? ''} ${content.lines[table.section]?.text ?? ''}`.toLowerCase(),
  }));
}

/**
 * A table whose heading row was not recognised (no names, or a remark in their place) takes its first row for one when that row
 * is all short words and the rows below are not.
 */
function withHeader(table: Table): Table {
  const blank = table.columns.filter((name) => name.trim() === '').length;
  const remark = table.columns[0]?.startsWith('#') === true;
  const [first, ...rest] = table.rows;
  if (first === undefined || rest.length === 0 || (blank * 2 < table.columns.length && !remark)) return table;
  const names = first.cells.map((cell) => cell.text.trim());
  if (names.length < 3 || names.some((name) => name === '' || name.length > 40 || /\d{2}/.test(name))) return table;
  return { ...table, columns: names, rows: rest };
}

const RECORDED: ReadonlySet<Profile['kind']> = new Set([
  'log',
  'register',
  'minutes',
  'certificate',
  'form',
  'report',
  'email',
]);

function strengthOf(profile: Profile): Strength {
  if (profile.kind === 'template') return 'template';
  if (profile.kind === 'screenshot') return 'configured';
  return RECORDED.has(profile.kind) ? 'recorded' : 'stated';
}
