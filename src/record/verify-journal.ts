import { EMPTY_HOLDINGS, type Holdings, type Made, withChanges } from './holdings.ts';
import { canonicalJson, changeOf, GENESIS, type Hash, type Head, type JournalEntry, type Payload } from './journal.ts';
import { strangeData } from './journal-data.ts';
import type { Entity } from './kinds/kind.ts';

/** The first place where a journal is not what it was, and why, in a sentence. */
export type BrokenEntry = { readonly seq: number; readonly why: string };

/** Follows a journal entry by entry; `end` compares what came out with what the store says stands now. */
export type JournalVerifier = {
  /** The next entry in order. Answers what is wrong with it; once something is, nothing further need be given. */
  readonly next: (entry: JournalEntry, payload: Payload | undefined) => BrokenEntry | undefined;
  readonly end: (head: Head, rows: Iterable<Entity>) => BrokenEntry | undefined;
  /** Where the journal has been followed to. */
  readonly head: () => Head;
};

export type VerifyWatch = {
  /** Told of data that this version's kinds would not have let in. The chain is whole for all that. */
  readonly warn?: (strange: BrokenEntry) => void;
};

/**
 * Proves a journal: that the entries follow on one another without a gap, that each is what its hash says, and each payload too;
 * that a payload is missing only where a later entry has erased it; and that the current rows are what the entries make.
 */
export function verifyJournal(hash: Hash, { warn }: VerifyWatch = {}): JournalVerifier {
  let head: Head = { seq: 0, hash: GENESIS };
  let holdings: Holdings = EMPTY_HOLDINGS;
  /** Entries without payload, by entity: an erasure must come for each. */
  const missing = new Map<string, number>();
  /** First entry of each entity whose content is there: none may be left when an erasure comes. */
  const present = new Map<string, number>();
  /** Changes not folded yet: folding one by one would copy a list each time. */
  const waiting: Made[] = [];

  function fold(): void {
    holdings = withChanges(holdings, waiting);
    waiting.length = 0;
  }

  function next(entry: JournalEntry, payload: Payload | undefined): BrokenEntry | undefined {
    const { seq } = entry;
    const wrong = chainFault(entry, head, hash) ?? payloadFault(entry, payload, hash);
    if (wrong !== undefined) return { seq, why: wrong };
    const strange = warn && strangeData(entry, payload);
    if (strange !== undefined) warn?.({ seq, why: strange });
    const entity = `${entry.kind} ${entry.id}`;
    if (entry.action === 'erase') {
      const left = present.get(entity);
      if (left !== undefined)
        return { seq: left, why: `entry ${seq} says that its content was erased, and it is still there` };
      missing.delete(entity);
    } else if (payload !== undefined) {
      if (!present.has(entity)) present.set(entity, seq);
    } else if (!missing.has(entity)) missing.set(entity, seq);
    // What was erased is gone from the rows in the end; until then only its place counts.
    const { kind, id, at } = entry;
    waiting.push(changeOf(entry, payload) ?? { action: 'add', kind, id, data: null, at });
    if (waiting.length >= 5_000) fold();
    head = { seq, hash: entry.hash };
    return undefined;
  }

  function end(stored: Head, rows: Iterable<Entity>): BrokenEntry | undefined {
    fold();
    const [first] = [...missing.values()].sort((a, b) => a - b);
    if (first !== undefined)
      return { seq: first, why: 'its content is gone, and no later entry says that it was erased' };
    if (stored.seq !== head.seq || stored.hash !== head.hash)
      return {
        seq: Math.min(stored.seq, head.seq),
        why: `the journal ends at entry ${head.seq}, and the record says that it ends at ${stored.seq}`,
      };
    return rowFault(holdings, rows);
  }

  return { next, end, head: () => head };
}

function chainFault(entry: JournalEntry, head: Head, hash: Hash): string | undefined {
  const { hash: own, ...body } = entry;
  if (entry.seq !== head.seq + 1)
    return `entry ${head.seq + 1} was expected here: something is missing or out of order`;
  if (entry.previous !== head.hash) return 'it does not follow on the entry before it';
  if (hash(canonicalJson(body)) !== own) return 'the entry is not what its hash says: it was changed';
  return undefined;
}

function payloadFault(entry: JournalEntry, payload: Payload | undefined, hash: Hash): string | undefined {
  if (payload === undefined) return entry.action === 'erase' ? 'the reason of an erasure is gone' : undefined;
  return hash(canonicalJson(payload)) === entry.dataHash
    ? undefined
    : 'its content is not what its hash says: it was changed';
}

function rowFault(holdings: Holdings, rows: Iterable<Entity>): BrokenEntry | undefined {
  const seen = new Set<Entity>();
  for (const row of rows) {
    const folded = holdings.of.get(row.kind)?.get(row.id);
    if (!folded) return { seq: row.revision, why: `the current ${row.kind} ${row.id} is in no entry` };
    if (folded.revision !== row.revision || canonicalJson(folded.data) !== canonicalJson(row.data))
      return { seq: folded.revision, why: `the current ${row.kind} ${row.id} is not what the journal says` };
    if (seen.has(folded)) return { seq: row.revision, why: `the current ${row.kind} ${row.id} is there twice` };
    seen.add(folded);
  }
  const wanted = [...holdings.of.values()].reduce((sum, entities) => sum + entities.size, 0);
  return seen.size === wanted
    ? undefined
    : { seq: holdings.seq, why: `the journal says that there are ${wanted} current rows, and there are ${seen.size}` };
}
