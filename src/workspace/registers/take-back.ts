import type { Command } from '../../record/decide.ts';
import type { Holdings, Instant } from '../../record/holdings.ts';
import type { JournalEntry } from '../../record/journal.ts';
import { type AnyKind, type FieldProblem, titleInWords } from '../../record/kinds/kind.ts';
import type { AppendExtras, JournalStore } from '../../storage/journal-store.ts';

/** Days for which an import can be taken back. */
const DAYS = 30;

/** An import: the first and the last number of its entries in the journal, and until when it can be taken back. */
export type ImportMade = {
  readonly kind: string;
  readonly first: number;
  readonly last: number;
  readonly until: Instant;
};

const keyOf = (last: number) => `import:${last}`;

/** Says of the entries after a number that they are one import. Nothing else is ever taken back as one. */
export function importMark(
  kind: AnyKind,
  before: number,
  last: number,
  at: Instant,
): NonNullable<AppendExtras['mark']> {
  const key = keyOf(last);
  const until = new Date(Date.parse(at) + DAYS * 86_400_000).toISOString();
  const made: ImportMade = { kind: kind.name, first: before + 1, last, until };
  return { key, until, answer: { requestHash: key, status: 303, body: JSON.stringify(made) } };
}

/** The imports whose last entries have these numbers; those of too long ago are left out. */
export async function importsEnding(
  journal: Pick<JournalStore, 'marks'>,
  organisation: string,
  last: readonly number[],
  now: Instant,
): Promise<readonly ImportMade[]> {
  const found = await journal.marks(organisation, last.map(keyOf), now);
  // Written by `importMark` alone.
  return [...found.values()].map((body) => JSON.parse(body) as ImportMade);
}

/** Whether everything that an import brought is still as it brought it. */
export function isUntouched(holdings: Holdings, { kind, first, last }: ImportMade): boolean {
  let own = 0;
  for (const { revision } of holdings.of.get(kind)?.values() ?? []) if (revision >= first && revision <= last) own += 1;
  return own === last - first + 1;
}

/** Names of entries that a sentence tells before it only counts. */
const NAMED = 3;

/**
 * What takes an import back, as one step: what it added goes, what it changed gets the data of before. Nothing of it when
 * anything has been changed or removed since. `entries` are those the import made, `before` the data of before by their numbers.
 */
export function takingBack(
  kind: AnyKind,
  entries: readonly JournalEntry[],
  before: ReadonlyMap<number, unknown>,
  holdings: Holdings,
): Command | readonly FieldProblem[] {
  const held = holdings.of.get(kind.name);
  const commands: Command[] = [];
  const since: string[] = [];
  for (const { seq, id, action } of entries) {
    const entity = held?.get(id);
    const data = before.get(seq);
    if (entity?.revision !== seq || (action === 'change' && data === undefined))
      since.push(entity ? `“${titleInWords(kind, entity.data)}”` : 'one that is no longer in the register');
    else if (action === 'add') commands.push({ do: 'remove', kind: kind.name, id, seen: seq });
    else commands.push({ do: 'change', kind: kind.name, id, seen: seq, data });
  }
  if (since.length === 0) return { do: 'together', commands };
  const named = since.slice(0, NAMED).join(', ');
  const more = since.length > NAMED ? ` and ${since.length - NAMED} more` : '';
  return [{ message: `Somebody has changed what the import brought since: ${named}${more}. Nothing was taken back` }];
}
