import type { Day, Period } from './day.ts';
import type { ReadDocument, Suggestion, UnreadableFile, Where } from './document.ts';

/** A document as the record holds it: what was read, and which evidence items it seems to speak to, best first. */
export type RecordedDocument = ReadDocument & {
  readonly suggestions: readonly Suggestion[];
  /** Toolkit numbers it gives for itself that ask something else in this edition and category. */
  readonly mistrusted?: readonly { readonly ref: string; readonly where: Where; readonly why: string }[];
  /** A register kept in the record itself: a column that is not there is one that nobody has filled in. */
  readonly kept?: KeptHere;
  /** Items of which a person said that it does not show them: nothing in it counts for those. */
  readonly refused?: readonly string[];
  /** For how long it counts for some items, where somebody allowed more than the catalogue does and gave a reason. */
  readonly allowed?: readonly Allowance[];
};

/** Of a register that is kept in the record: the review that makes it newer, in words, where there is one. */
export type KeptHere = { readonly review?: string };

export type Allowance = { readonly refs: readonly string[]; readonly within: Period };

/**
 * What the organisation answered to an evidence item. `unknown` is an answer ("we have not found out"), never the same
 * as `no`. A gap check of a folder has no answers at all.
 */
export type Answer = {
  readonly ref: string;
  readonly said: 'yes' | 'no' | 'in-progress' | 'not-applicable' | 'unknown';
  /** The words to put into the portal, or the reason for "not applicable". */
  readonly words?: string;
  readonly answeredOn: Day;
  readonly by?: string;
  /** Who approved a "not applicable"; it does not count without one. */
  readonly approvedBy?: string;
  /** Copied from an earlier edition and not yet re-confirmed. */
  readonly carriedFrom?: string;
};

/**
 * That a person looked on a day whether what an evidence item asks for is so, and says that it is: what no reading can tell counts by
 * it. `path` when they said so of one document.
 */
export type Checked = { readonly ref: string; readonly on: Day; readonly by?: string; readonly path?: string };

/** A fact about the organisation that switches items off or on. Absent means not known. */
export type OrganisationFacts = Readonly<Record<string, boolean | string | number>>;

export type Organisation = {
  readonly name?: string;
  /** Other names it trades under or has had. */
  readonly tradingNames?: readonly string[];
  readonly odsCode?: string;
  readonly facts: OrganisationFacts;
  /** Names of facts for which nobody but whoever told them stands. What the file of a gap check says is the organisation's own. */
  readonly unconfirmed?: readonly string[];
};

/**
 * Everything known about one organisation on which its standing rests. In a gap check only `documents` and `unreadable`
 * are filled; registers and answers kept by hand join them as further sources of the same observations.
 */
export type OrganisationRecord = {
  /** The day on which the documents were read: what reading finds wrong (a review overdue, a test dated in the future) is as at this day. */
  readonly readOn: Day;
  readonly organisation: Organisation;
  readonly documents: readonly RecordedDocument[];
  readonly unreadable: readonly UnreadableFile[];
  readonly answers: readonly Answer[];
  /** What people checked for themselves; a gap check of a folder knows of none. */
  readonly checked?: readonly Checked[];
  /**
   * What was said in other places than documents, such as the words of answers, read as if they were documents. They are
   * compared with everything else and prove nothing.
   */
  readonly statements?: readonly RecordedDocument[];
};
