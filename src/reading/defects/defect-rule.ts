import type { Day } from '../../record/day.ts';
import type { Content, Defect, Profile, Where } from '../../record/document.ts';
import type { Control } from '../profile/control-statements.ts';
import type { Passage } from '../profile/passages.ts';
import type { ReadTable } from './read-table.ts';

/** A document as the defect rules get it. */
export type ProfiledDocument = {
  readonly path: string;
  readonly content: Content;
  readonly profile: Profile;
  /** A register kept in the record itself: a cell that is blank is one that nobody has filled in yet. */
  readonly kept?: true;
};

/** Everything a rule for one document may look at. */
export type Examined = ProfiledDocument & {
  readonly on: Day;
  readonly control: Control;
  readonly passages: readonly Passage[];
  readonly tables: readonly ReadTable[];
  /** All its text in lower case, for asking quickly whether a word stands in it at all. */
  readonly lower: string;
  /** A template or form openly left blank: its gaps, empty tables and unsigned blocks are what it is for. */
  readonly openlyBlank: boolean;
  /** Whether a passage stands in a part headed as a template, example or form inside a larger document. */
  readonly inModelPart: (section: number) => boolean;
};

/** Finds one family of defect in one document. */
export type DefectRule = (examined: Examined) => readonly Defect[];

/** A defect together with the document it was found in, for rules that need the whole set. */
export type LocatedDefect = { readonly path: string; readonly defect: Defect };

export type DefectPlace = Defect['places'][number];

/** A place with the words that stand there, cut to a length a person reads at a glance. */
export function place(where: Where, text: string): DefectPlace {
  return { ...where, text: shortened(text) };
}

/** Text cut at a word's end, so that a message stays one line. */
export function shortened(text: string, length = 140): string {
  const clean = text.trim();
  if (clean.length <= length) return clean;
  const space = clean.lastIndexOf(' ', length - 1);
  return `${clean.slice(0, space > length / 2 ? space : length - 1)}…`;
}

/** "1 row", "3 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
