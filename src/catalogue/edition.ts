import { type Day, dayInWords } from '../record/day.ts';
import type { Confidence } from './catalogue.ts';

/** Where an edition's dates come from. `url` is null when the address of the source was not kept. */
export type EditionSource = { readonly url: string | null; readonly readOn: Day; readonly gives?: string };

/** One yearly edition of the Toolkit, whether or not we hold its contents. */
export type Edition = {
  /** Short name: `v9`. */
  readonly edition: string;
  /** `2026-27`. */
  readonly years: string;
  readonly releasedOn: Day | null;
  /** Why we take `releasedOn` for true, where no official page says so. */
  readonly releasedBasis?: string;
  /** Whether it is the one that organisations publish against now, as surely as `confidence` says. */
  readonly inForce: boolean;
  readonly deadline: Day | null;
  /** `by-pattern`: earlier editions closed on the same day of the year, and nothing official was seen. */
  readonly deadlineBasis: 'published' | 'by-pattern';
  /** `reconstructed`: put together from third-party copies. `unknown`: we have no catalogue of it. */
  readonly contents: 'reconstructed' | 'unknown';
  readonly caveat: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly EditionSource[];
};

/** The short name of an edition as people write it: `8`, `V8` and `v8` are one. Undefined when it is none. */
export function parseEditionName(text: string): string | undefined {
  const number = /^v?(\d{1,2})$/i.exec(text.trim())?.[1];
  return number === undefined ? undefined : `v${Number(number)}`;
}

/** Editions released after the one called `name`, oldest first. Empty when `name` is not among them. */
export function laterEditions(editions: readonly Edition[], name: string): readonly Edition[] {
  const sorted = editions.toSorted(byRelease);
  const position = sorted.findIndex((edition) => edition.edition === name);
  return position === -1 ? [] : sorted.slice(position + 1);
}

/** The deadline in words, saying when it is only inferred from earlier years. */
export function deadlineInWords(edition: Pick<Edition, 'deadline' | 'deadlineBasis'>): string {
  if (edition.deadline === null) return 'not known';
  return edition.deadlineBasis === 'published'
    ? dayInWords(edition.deadline)
    : `${dayInWords(edition.deadline)} by the pattern of earlier years`;
}

function byRelease(a: Edition, b: Edition): number {
  return (a.releasedOn ?? '9999').localeCompare(b.releasedOn ?? '9999');
}
