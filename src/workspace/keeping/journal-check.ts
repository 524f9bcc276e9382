import type { Hash, Head } from '../../record/journal.ts';
import type { Entity } from '../../record/kinds/kind.ts';
import { type BrokenEntry, verifyJournal } from '../../record/verify-journal.ts';
import type { StoredEntry } from '../../storage/journal-store.ts';

export type JournalCheck = {
  /** Takes the next entry; what is wrong with it, if anything. */
  readonly take: (stored: StoredEntry) => BrokenEntry | undefined;
  /** What is wrong with the whole, once every entry up to `head` has been taken. */
  readonly end: (head: Head, rows: Iterable<Entity>) => BrokenEntry | undefined;
  readonly head: () => Head;
  /** Entries taken so far whose payload has been erased. */
  readonly erased: () => number;
};

/** Proves a journal as `verifyJournal` does, and that what an entry erased is gone from the entries before it. */
export function checkJournal(hash: Hash): JournalCheck {
  const verifier = verifyJournal(hash);
  /** First entry of an entity whose payload is there. */
  const present = new Map<string, number>();
  let erased = 0;

  function take({ entry, payload }: StoredEntry): BrokenEntry | undefined {
    const broken = verifier.next(entry, payload);
    if (broken) return broken;
    const key = keyOf(entry);
    if (payload === undefined) erased += 1;
    if (entry.action !== 'erase') {
      if (payload !== undefined && !present.has(key)) present.set(key, entry.seq);
      return undefined;
    }
    const left = present.get(key);
    present.delete(key);
    return left === undefined
      ? undefined
      : { seq: left, why: `its content is still there, although entry ${entry.seq} erased it` };
  }

  return { take, end: verifier.end, head: verifier.head, erased: () => erased };
}

/** Neither a kind nor an id can hold a space. */
export function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}
