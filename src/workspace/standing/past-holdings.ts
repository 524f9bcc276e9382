import { EMPTY_HOLDINGS, type Holdings, type Instant, type Made, withChanges } from '../../record/holdings.ts';
import { changeOf, type Head } from '../../record/journal.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { recentlyUsed } from '../recently-used.ts';

export type PastHoldings = {
  readonly holdings: Holdings;
  /** Another one after an erasure: what was made of the same entries before it must not be shown again. */
  readonly era: string;
};

/** Entries read at a time. */
const BATCH = 1_000;
/** Pasts held in memory, of all organisations together. */
const KEPT = 8;

type Seen = { readonly head: Head; readonly era: string };

/**
 * The fold of the journal up to an instant; undefined where there is no such organisation. The past does not change as the
 * journal grows, so it is folded once, until something is erased: what has been erased since is not in it.
 */
export function createPastHoldings(journal: Pick<JournalStore, 'head' | 'seqAt' | 'entriesAfter'>): {
  readonly at: (organisation: string, instant: Instant) => Promise<PastHoldings | undefined>;
  /** Another text after an erasure, or when another journal stands there; undefined where there is no such organisation. */
  readonly era: (organisation: string) => Promise<string | undefined>;
} {
  const kept = recentlyUsed<Promise<Holdings>>(KEPT);
  const seen = new Map<string, Seen>();

  /** Looks at what came after the head that was seen last; what was folded goes if anything was erased, or another journal stands there. */
  async function eraOf(organisation: string, head: Head): Promise<string> {
    const before = seen.get(organisation);
    if (before?.head.hash === head.hash) return before.era;
    const goesOn = before !== undefined && (await isGrowth(organisation, before.head, head));
    const era = goesOn ? before.era : head.hash;
    if (!goesOn) kept.drop(`${organisation} `);
    seen.set(organisation, { head, era });
    return era;
  }

  async function isGrowth(organisation: string, before: Head, head: Head): Promise<boolean> {
    const missing = head.seq - before.seq;
    if (missing <= 0 || missing > BATCH) return false;
    const entries = await journal.entriesAfter(organisation, before.seq, missing);
    return (
      entries[0]?.entry.previous === before.hash &&
      entries.at(-1)?.entry.hash === head.hash &&
      entries.every(({ entry }) => entry.action !== 'erase')
    );
  }

  async function at(organisation: string, instant: Instant): Promise<PastHoldings | undefined> {
    const last = await journal.seqAt(organisation, instant);
    const head = await journal.head(organisation);
    if (!head) return undefined;
    const era = await eraOf(organisation, head);
    const key = `${organisation} ${last} ${era}`;
    let folding = kept.get(key);
    if (!folding) {
      folding = foldedUpTo(journal, organisation, EMPTY_HOLDINGS, last);
      kept.put(key, folding, 1);
      folding.catch(() => kept.drop(key));
    }
    return { holdings: await folding, era };
  }

  return {
    at,
    era: async (organisation) => {
      const head = await journal.head(organisation);
      return head && eraOf(organisation, head);
    },
  };
}

/**
 * Holdings with everything of the journal after them, up to entry `last`. A clock that was put back does not take entries out of
 * the middle: everything up to there had been made by then.
 */
export async function foldedUpTo(
  journal: Pick<JournalStore, 'entriesAfter'>,
  organisation: string,
  from: Holdings,
  last: number,
): Promise<Holdings> {
  let holdings = from;
  while (holdings.seq < last) {
    const entries = await journal.entriesAfter(organisation, holdings.seq, Math.min(BATCH, last - holdings.seq));
    if (entries.length === 0) break;
    const changes = entries.map(
      ({ entry, payload }): Made =>
        changeOf(entry, payload) ?? { action: 'remove', kind: entry.kind, id: entry.id, at: entry.at },
    );
    holdings = withChanges(holdings, changes);
  }
  return holdings;
}
