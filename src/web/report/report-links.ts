import type { GapCheck } from '../../readiness/gap-check.ts';
import type { Place } from '../../record/document.ts';
import { placeInWords } from '../../report/place-words.ts';

/** Addresses of items, documents and places in them; undefined for what has none. */
export type ReportLinks = {
  readonly item: (ref: string) => string | undefined;
  readonly document: (path: string) => string | undefined;
  readonly place: (place: Place) => string | undefined;
  /** What a place is called. */
  readonly words: (place: Place) => string;
};

/** The id that an address within the page leads to. */
export function idOf(href: string | undefined): string | undefined {
  return href?.replace(/^#/, '');
}

/** Ids are made from item numbers and positions, never from text that came out of a file. */
export function reportLinks({ assessment, record }: GapCheck): ReportLinks {
  const items = new Set(assessment.items.map(({ item }) => item.ref));
  const documents = new Map(record.documents.map(({ path }, position) => [path, `#document-${position + 1}`]));
  const document = (path: string) => documents.get(path);
  return {
    item: (ref) => (items.has(ref) ? `#item-${ref.replaceAll('.', '-')}` : undefined),
    document,
    place: ({ file }) => document(file),
    words: placeInWords,
  };
}
