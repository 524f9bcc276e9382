import type { Command } from '../../record/decide.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { JournalEntry } from '../../record/journal.ts';
import { type AnyKind, type FieldProblem, titleInWords } from '../../record/kinds/kind.ts';

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

/** Whether entries of a journal are of one import: made at one moment by one person, all of one register. */
export function isOneImport(kind: AnyKind, entries: readonly JournalEntry[]): boolean {
  const [first] = entries;
  return (
    first !== undefined &&
    entries.every(
      ({ at, actor, action, kind: of }) =>
        at === first.at && actor === first.actor && of === kind.name && (action === 'add' || action === 'change'),
    )
  );
}
