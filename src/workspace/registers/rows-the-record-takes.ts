import { type Command, type DecideContext, decide } from '../../record/decide.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import type { RowToTake } from './rows-to-take.ts';

type Good = Extract<RowToTake, { readonly data: unknown }>;

/**
 * The same rows, those refused as well that would break a rule of the record, such as two people in one role at a time. Rows
 * that stand further up go first: it is the later one that is refused.
 */
export function rowsTheRecordTakes(
  kind: AnyKind,
  rows: readonly RowToTake[],
  holdings: Holdings,
  context: DecideContext,
): readonly RowToTake[] {
  const refused = new Map<Good, RowToTake>();
  /** Halves what does not go together until single rows are found; gives what is held after those that go. */
  function take(some: readonly Good[], before: Holdings): Holdings {
    if (some.length === 0) return before;
    const decided = decide(before, commandOf(kind, some), context);
    if (decided.ok) return decided.after;
    const [first] = some;
    if (some.length === 1 && first) {
      const { place, title } = first;
      const { problem } = decided;
      const problems =
        problem.type === 'invalid' ? problem.problems : [{ message: 'Somebody has changed this meanwhile' }];
      refused.set(first, { place, title, become: 'refused', problems });
      return before;
    }
    const middle = Math.ceil(some.length / 2);
    return take(some.slice(middle), take(some.slice(0, middle), before));
  }
  take(rows.filter(isGood), holdings);
  return rows.map((row) => (isGood(row) && refused.get(row)) || row);
}

/** What puts the good rows into the record, as one step. */
export function commandOf(kind: AnyKind, rows: readonly RowToTake[]): Command {
  return {
    do: 'together',
    commands: rows
      .filter(isGood)
      .map(
        (row): Command =>
          row.become === 'added'
            ? { do: 'add', kind: kind.name, data: row.data }
            : { do: 'change', kind: kind.name, id: row.entity.id, seen: row.entity.revision, data: row.data },
      ),
  };
}

function isGood(row: RowToTake): row is Good {
  return row.become === 'added' || row.become === 'changed';
}
