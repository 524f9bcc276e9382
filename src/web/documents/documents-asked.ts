import { DOCUMENT_KINDS, type DocumentKind } from '../../record/document.ts';
import { DOCUMENT_STATES, type DocumentRow } from '../../workspace/documents/document-rows.ts';
import type { Form } from '../route.ts';

/** What a list of documents can be kept to, beside the states of a document. */
export const STATES_ASKED = [...DOCUMENT_STATES, 'overdue', 'faulty', 'unreadable'] as const;
export const SORTED_BY = ['dated', 'review', 'received'] as const;
export const NO_ITEM = 'none';

/** How somebody wants the list of documents; undefined and empty ask for nothing. Unknown texts are left out. */
export type DocumentsAsked = {
  readonly find: string;
  readonly state: (typeof STATES_ASKED)[number] | undefined;
  readonly kind: DocumentKind | undefined;
  /** The number of an evidence item that they count for or seem to fit, or `none`. */
  readonly item: string;
  /** By name when undefined. */
  readonly by: (typeof SORTED_BY)[number] | undefined;
  readonly down: boolean;
};

export function documentsAsked(query: Form): DocumentsAsked {
  return {
    find: query.text('find').trim().slice(0, 200),
    state: STATES_ASKED.find((one) => one === query.text('state')),
    kind: DOCUMENT_KINDS.find((one) => one === query.text('kind')),
    item: query.text('item').slice(0, 20),
    by: SORTED_BY.find((one) => one === query.text('by')),
    down: query.text('order') === 'down',
  };
}

/** The address of the same list with something asked otherwise, back on its first page. */
export function documentsAddress(path: string, asked: DocumentsAsked, over: Partial<DocumentsAsked> = {}): string {
  const { find, state, kind, item, by, down } = { ...asked, ...over };
  const query = new URLSearchParams();
  for (const [name, text] of Object.entries({ find, state, kind, item, by })) if (text) query.set(name, text);
  if (down) query.set('order', 'down');
  return query.size === 0 ? path : `${path}?${query}`;
}

export function asksForSome({ find, state, kind, item }: DocumentsAsked): boolean {
  return find !== '' || state !== undefined || kind !== undefined || item !== '';
}

/** Made once: making one costs more than comparing a thousand names. */
const byName = new Intl.Collator('en-GB', { numeric: true });

/** The documents that are asked for, in the order asked for. What has no such date comes last. */
export function documentsFound(rows: readonly DocumentRow[], asked: DocumentsAsked): readonly DocumentRow[] {
  const wanted = asked.find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows
    .filter(
      (row) =>
        (asked.state === undefined || isIn(row, asked.state)) &&
        (asked.kind === undefined || row.read?.profile.kind === asked.kind) &&
        (asked.item === '' || isFor(row, asked.item)) &&
        holdsAll(row, wanted),
    )
    .map((row) => ({ row, key: sortKey(row, asked.by) }))
    .sort((a, b) => compare(a.key, b.key, asked.down) || byPath(a.row, b.row, asked))
    .map(({ row }) => row);
}

/** Accepted for it, or likely to fit and not looked through yet. */
function isFor({ acceptedFor, seemsToFit }: DocumentRow, item: string): boolean {
  if (item === NO_ITEM) return acceptedFor.length + seemsToFit.length === 0;
  return acceptedFor.includes(item) || seemsToFit.some(({ ref }) => ref === item);
}

function isIn(row: DocumentRow, state: NonNullable<DocumentsAsked['state']>): boolean {
  switch (state) {
    case 'overdue':
      return row.overdue;
    case 'faulty':
      return row.faults.length > 0;
    case 'unreadable':
      return row.unreadable !== undefined;
    default:
      return row.state === state;
  }
}

function holdsAll({ document, read }: DocumentRow, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const said = `${document.data.path}\n${read?.profile.title ?? ''}`.toLowerCase();
  return wanted.every((word) => said.includes(word));
}

const RANKS = { held: 0, 'in-use': 1, withdrawn: 2 } as const;

/** By name those come first that wait for a decision, and last those withdrawn. */
function sortKey({ document, state, dated, nextReview }: DocumentRow, by: DocumentsAsked['by']): string {
  if (by === 'received') return document.data.receivedAt;
  if (by === 'dated') return dated?.date.to ?? '';
  if (by === 'review') return nextReview ?? '';
  return String(RANKS[state]);
}

function compare(a: string, b: string, down: boolean): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b === down ? 1 : -1;
}

function byPath(a: DocumentRow, b: DocumentRow, { by, down }: DocumentsAsked): number {
  const order = byName.compare(a.document.data.path, b.document.data.path);
  return by === undefined && down ? -order : order;
}
