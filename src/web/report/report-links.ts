import type { GapCheck } from '../../readiness/gap-check.ts';

/** Where in the report an item or a document stands; undefined for one that is not in it. */
export type ReportLinks = {
  readonly item: (ref: string) => string | undefined;
  readonly document: (path: string) => string | undefined;
};

/** Ids are made from item numbers and positions, never from text that came out of a file. */
export function reportLinks({ assessment, record }: GapCheck): ReportLinks {
  const items = new Set(assessment.items.map(({ item }) => item.ref));
  const documents = new Map(record.documents.map(({ path }, position) => [path, `document-${position + 1}`]));
  return {
    item: (ref) => (items.has(ref) ? `item-${ref.replaceAll('.', '-')}` : undefined),
    document: (path) => documents.get(path),
  };
}
