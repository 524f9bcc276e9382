import { type Command, type DecideContext, type DecideProblem, decide } from '../../record/decide.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { givingWay } from '../giving-way.ts';
import { aroundRows } from './around-rows.ts';
import { fillableFields } from './column-mapping.ts';
import { type GivenTable, type RowToTake, rowToTake, type Taking } from './rows-to-take.ts';

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

function refusedRow({ place, at, title }: Good, problem: DecideProblem): RowToTake {
  const problems = problem.type === 'invalid' ? problem.problems : [{ message: 'Somebody has changed this meanwhile' }];
  return { place, at, title, become: 'refused', problems };
}

/** Rows for which it is tried what they could be taken without: each costs several decisions. */
const MOST_TRIED = 50;

/**
 * The same rows, those that break a rule of the record with the one field without which they would not: the field that the
 * rule is about first, or else any other that the row says something of and need not.
 */
export async function withWaysOut(
  kind: AnyKind,
  table: GivenTable,
  taking: Taking,
  rows: readonly RowToTake[],
  holdings: Holdings,
  context: DecideContext,
): Promise<readonly RowToTake[]> {
  const toTry = rows.filter(isToTry).slice(0, MOST_TRIED);
  if (toTry.length === 0) return rows;
  const around = await aroundRows(kind, table, taking.mapping, holdings);
  // What the other rows put into the record stands beside the one that is tried.
  const others = decide(holdings, commandOf(kind, rows), context);
  const held = others.ok ? others.after : holdings;
  const optional = fillableFields(kind).filter(({ name, required }) => !required && taking.mapping.includes(name));
  const givesWay = givingWay();
  const without = new Map<RowToTake, readonly string[]>();
  for (const row of toTry) {
    const given = table.rows[row.at];
    if (!given) continue;
    const about = new Set(row.problems.map(({ field }) => field));
    const fields = optional
      .map(({ name }) => name)
      .filter((name) => (given.cells[taking.mapping.indexOf(name)] ?? '').trim() !== '')
      .sort((a, b) => Number(about.has(b)) - Number(about.has(a)));
    for (const field of fields) {
      const leave = new Map([[row.at, [...(taking.leave?.get(row.at) ?? []), field]]]);
      const less = rowToTake(kind, { ...given, at: row.at }, { ...taking, leave }, around);
      await givesWay();
      if (!isGood(less) || !decide(held, commandOf(kind, [less]), context).ok) continue;
      without.set(row, [field]);
      break;
    }
  }
  return rows.map((row) => {
    const fields = without.get(row);
    return fields && row.become === 'refused' ? { ...row, without: fields } : row;
  });
}

type Refused = Extract<RowToTake, { readonly become: 'refused' }>;

/** A problem of no field is about which entry this is: nothing is left out to make it another. */
function isToTry(row: RowToTake): row is Refused {
  return row.become === 'refused' && !row.without && row.problems.every(({ field }) => field !== undefined);
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
