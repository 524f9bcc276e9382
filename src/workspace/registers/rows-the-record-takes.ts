import { type Command, type DecideContext, type DecideProblem, decide } from '../../record/decide.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { givingWay } from '../giving-way.ts';
import type { RowToTake } from './rows-to-take.ts';

type Good = Extract<RowToTake, { readonly data: unknown }>;

/**
 * The same rows, those refused as well that would break a rule of the record, such as two people in one role at a time. Rows
 * that stand further up go first: it is the later one that is refused. Whatever else there is to do gets its turn in between.
 */
export async function rowsTheRecordTakes(
  kind: AnyKind,
  rows: readonly RowToTake[],
  holdings: Holdings,
  context: DecideContext,
): Promise<readonly RowToTake[]> {
  const good = rows.filter(isGood);
  const refused = new Map<Good, RowToTake>();
  const givesWay = givingWay();
  let held = holdings;
  // All at once as a rule. After what does not go, fewer at a time until single rows are found; after what goes, more again.
  let most = good.length;
  for (let from = 0; from < good.length; ) {
    const some = good.slice(from, from + most);
    const decided = decide(held, commandOf(kind, some), context);
    const [first] = some;
    if (decided.ok) {
      held = decided.after;
      from += some.length;
      most *= 2;
    } else if (some.length === 1 && first) {
      refused.set(first, refusedRow(first, decided.problem));
      from += 1;
    } else most = Math.ceil(some.length / FEWER);
    await givesWay();
  }
  return rows.map((row) => (isGood(row) && refused.get(row)) || row);
}

/** A part of the rows that is tried when they did not go together. */
const FEWER = 8;

function refusedRow({ place, title }: Good, problem: DecideProblem): RowToTake {
  const problems = problem.type === 'invalid' ? problem.problems : [{ message: 'Somebody has changed this meanwhile' }];
  return { place, title, become: 'refused', problems };
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
