import type { Fact, Profile, Strength, Table, Where } from '../../record/document.ts';
import type { Statement } from './statement.ts';
import { placeAt } from './statement.ts';

/** The document a family reads, as far as a single statement needs to know it. */
export type Setting = {
  readonly path: string;
  readonly profile: Profile;
  /** Title and file name in lower case. */
  readonly title: string;
  /** Strength of what the document says when the words do not weaken it. */
  readonly strength: Strength;
};

/** A table with its columns in lower case and the headings it stands under. */
export type Register = { readonly table: Table; readonly columns: readonly string[]; readonly context: string };

/**
 * A family of facts. `cues` are lower-case words: a statement is offered to the family only when it or its context holds one of
 * them, which keeps reading linear in the size of the documents whatever the number of families.
 */
export type FactFamily = {
  readonly name: string;
  readonly cues: readonly string[];
  readonly fromStatement?: (statement: Statement, setting: Setting) => Iterable<Fact>;
  readonly fromTable?: (register: Register, setting: Setting) => Iterable<Fact>;
  /** Takes out of all facts of a document those of this family that only the others show to mean something else. */
  readonly settled?: (facts: Fact[]) => Fact[];
};

/** What an extractor decides; place, words and strength follow from the statement. */
export type FactCore = Omit<Fact, 'where' | 'words' | 'strength'> & { readonly strength?: Strength };

const PLANNED =
  /\b(?:will be (?:carried|held|done|run|tested|introduced|rolled|implemented|completed|enabled|appointed|in place)|to be (?:carried|held|done|appointed|agreed|introduced|implemented|completed|enabled)|planned (?:for|in)|is planned|are planned|plan to|plans to|intend(?:s|ed)? to|aim(?:s|ing)? to|aspir|proposed?\b|proposal|(?:is|are) scheduled|scheduled for|due to be|we hope|working towards|under consideration|not yet)\b/i;
const EXAMPLE =
  /\[(?!x\]|\s\])[A-Za-z#][^\]]{0,60}\]|<(?:name|date|insert|role|system|company)[^>]{0,40}>|\bTB[CDA]\b|^(?:example|sample|e\.g\.)|\b(?:example only|for example:)|_{4,}|\bX{3,}\b/i;

/** A fact from a statement, with its place and its strength: planned and example wording weakens it. */
export function factFrom(statement: Statement, at: number, setting: Setting, core: FactCore): Fact {
  const place = placeAt(statement, at);
  return {
    strength: wordedStrength(statement.text, setting.strength),
    ...core,
    where: place.where,
    words: clipped(place.text),
  };
}

/**
 * As `factFrom` for a sweeping claim ("all accounts", "every laptop"): a statement even when minutes record it, for it is no record
 * of any one account or laptop.
 */
export function claimFrom(statement: Statement, at: number, setting: Setting, core: FactCore): Fact {
  const claimed = factFrom(statement, at, setting, core);
  return claimed.strength === 'recorded' || claimed.strength === 'configured'
    ? { ...claimed, strength: 'stated' }
    : claimed;
}

/** A fact from a table row; its words are the row's cells. */
export function factFromRow(row: Table['rows'][number], cell: number, setting: Setting, core: FactCore): Fact {
  const words = textOfRow(row);
  const where: Where = { ...row.where, ...row.cells[cell]?.where };
  return { strength: wordedStrength(words, setting.strength), ...core, where, words: clipped(words) };
}

/** The words of a row, cell by cell. */
export function textOfRow({ cells }: Pick<Table['rows'][number], 'cells'>): string {
  return cells.map(({ text }) => text.trim()).join(' | ');
}

export function wordedStrength(text: string, usual: Strength): Strength {
  if (usual === 'template' || EXAMPLE.test(text)) return 'template';
  return PLANNED.test(text) ? 'planned' : usual;
}

/** The usual strength for a fact that is itself about a plan, so that it is not taken for one that proves nothing; a form left blank stays one. */
export function strengthOfPlan(text: string, usual: Strength): Strength {
  return wordedStrength(text, usual) === 'template' ? 'template' : usual;
}

function clipped(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197).trimEnd()}…` : text;
}

/** Index of the first column whose heading the pattern matches; -1 when there is none. */
export function columnOf(register: Register, pattern: RegExp): number {
  return register.columns.findIndex((name) => pattern.test(name));
}

/** Text of a cell, trimmed; empty when the row is short, the column unknown, or the cell says "none" with a dash. */
export function cellText(row: Table['rows'][number], column: number): string {
  const text = column < 0 ? '' : (row.cells[column]?.text.trim() ?? '');
  return /^(?:[-–—.]|n\/?a|none|tb[cda]|\?)$/i.test(text) ? '' : text;
}

/** A row that only shows how to fill the table in. */
export function isExampleRow(row: Table['rows'][number]): boolean {
  const text = row.cells.map((cell) => cell.text).join(' | ');
  return EXAMPLE.test(text) || /\bexample\b\s*:/i.test(text) || text.replaceAll('|', '').trim() === '';
}
