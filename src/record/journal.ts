import canonicalize from 'canonicalize';
import type { Change, Instant, Made } from './holdings.ts';

/**
 * One line of an organisation's journal. Entries are only ever added. `hash` covers everything else in the entry and so, through
 * `previous`, all entries before it; `dataHash` covers the payload, which stands beside the entry so that a lawful erasure can
 * take it away while the chain still verifies.
 */
export type JournalEntry = {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly at: Instant;
  /** Who did it: `account:ID`, `token:ID` or `system`. */
  readonly actor: string;
  readonly action: Change['action'];
  readonly kind: string;
  readonly id: string;
  readonly dataHash: string;
  readonly previous: string;
  readonly hash: string;
};

/**
 * What an entry says. The salt keeps the hash of an erased payload from being guessed by trying likely values; `data` is null
 * for a removal.
 */
export type Payload = { readonly salt: string; readonly data: unknown };

export type SealedEntry = { readonly entry: JournalEntry; readonly payload: Payload };

/** Where a journal ends. An empty one ends at `{ seq: 0, hash: GENESIS }`. */
export type Head = { readonly seq: number; readonly hash: string };

export const GENESIS = '0'.repeat(64);

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export type Hash = (text: string) => string;

export type SealContext = {
  readonly at: Instant;
  readonly actor: string;
  /** A fresh random text for every payload. */
  readonly salt: () => string;
  readonly hash: Hash;
};

/** RFC 8785 canonical JSON. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('A value without JSON form cannot be kept in the journal');
  return text;
}

/** The journal entries for changes, chained to the head they follow. */
export function sealEntries(head: Head, changes: readonly Change[], context: SealContext): readonly SealedEntry[] {
  const sealed: SealedEntry[] = [];
  let { seq, hash: previous } = head;
  for (const change of changes) {
    seq += 1;
    const payload: Payload = { salt: context.salt(), data: 'data' in change ? change.data : null };
    const body = {
      seq,
      at: context.at,
      actor: context.actor,
      action: change.action,
      kind: change.kind,
      id: change.id,
      dataHash: context.hash(canonicalJson(payload)),
      previous,
    };
    const entry: JournalEntry = { ...body, hash: context.hash(canonicalJson(body)) };
    sealed.push({ entry, payload });
    previous = entry.hash;
  }
  return sealed;
}

/** The change that an entry with its payload stands for; undefined when the payload has been erased. */
export function changeOf(entry: JournalEntry, payload: Payload | undefined): Made | undefined {
  const { action, kind, id, at } = entry;
  switch (action) {
    case 'remove':
      return { action, kind, id, at };
    case 'add':
    case 'change':
      return payload && { action, kind, id, data: payload.data, at };
    case 'erase':
      // Sealed by `sealEntries`, which takes only such data for an erasure.
      return payload && { action, kind, id, data: payload.data as { reason: string; basis: string }, at };
    default:
      return action satisfies never;
  }
}
