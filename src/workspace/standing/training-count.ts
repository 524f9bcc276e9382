import type { EvidenceItem } from '../../catalogue/catalogue.ts';
import type { MeasureCondition, MeasureRow } from '../../readiness/conditions/measure-condition.ts';
import { samePerson } from '../../readiness/contradictions/same-person.ts';
import { covers } from '../../readiness/interval.ts';
import { rowsOfMeasure } from '../../readiness/measure-rows.ts';
import { evidenceIndexOf } from '../../readiness/prepare.ts';
import type { Day } from '../../record/day.ts';
import { listOf } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { entityAtLine, registerRows } from './register-documents.ts';
import type { Standing } from './standing.ts';

/**
 * Training of one person by the rule that the standing counts with. Of somebody `unrecorded` nothing can be said, since the record
 * holds no training of anybody. `uncounted` is somebody the rule leaves out: they are about
 * to leave, or their name cannot be read as first and last name.
 */
export type PersonTraining =
  | { readonly state: 'taken' | 'lapsed'; readonly on?: Day | undefined; readonly until?: Day | undefined }
  | { readonly state: 'missing' | 'unrecorded' }
  | { readonly state: 'uncounted'; readonly why: 'name' | 'leaving' };

export type TrainingCount = {
  /** The evidence item that asks for a share of trained people, and that share from 0 to 1; absent where no item known does. */
  readonly asked?: { readonly item: EvidenceItem; readonly atLeast: number };
  /** People counted, and how many of them are trained. */
  readonly counted: number;
  readonly done: number;
  /** By the id of a person in the staff list; nobody who has left is in it. */
  readonly of: ReadonlyMap<string, PersonTraining>;
};

const MEASURE = 'training-completion';
/** Where nothing known asks for a share, training never lapses and every row counts. */
const UNASKED: MeasureCondition = { is: 'measure', measure: MEASURE, atLeast: 1, of: 'people' };

const counts = new WeakMap<Standing, TrainingCount>();

/** Who is trained, counted as the standing counts it: from the rows of every training log, kept here or uploaded. */
export function trainingCount(standing: Standing): TrainingCount {
  const known = counts.get(standing);
  if (known) return known;
  const result = countTraining(standing);
  counts.set(standing, result);
  return result;
}

function countTraining(standing: Standing): TrainingCount {
  const { check, holdings, on } = standing;
  const asking = check.catalogue.items.flatMap((item) => {
    const found = item.rule?.proofs.flat().find((one) => one.is === 'measure' && one.measure === MEASURE);
    return found?.is === 'measure' ? [{ item, condition: found }] : [];
  })[0];
  const rows = rowsOfMeasure(asking?.condition ?? UNASKED, evidenceIndexOf(check.record));
  const keys = keysOf(standing);
  const rowOf = rowsByKey(rows, new Set(keys.values()));
  const of = new Map<string, PersonTraining>();
  for (const { id, data } of listOf(holdings, person)) {
    if (data.leftOn !== undefined && data.leftOn < on) continue;
    const key = keys.get(id);
    const row = key === undefined ? undefined : rowOf(key);
    const unseen = key === undefined || (row === undefined && data.leftOn !== undefined);
    if (unseen) of.set(id, { state: 'uncounted', why: key === undefined ? 'name' : 'leaving' });
    else of.set(id, rows.length === 0 ? { state: 'unrecorded' } : stateOf(row, on));
  }
  return {
    ...(asking && { asked: { item: asking.item, atLeast: asking.condition.atLeast } }),
    counted: rows.length,
    done: rows.filter(({ done }) => done && covers(done, on)).length,
    of,
  };
}

function stateOf(row: MeasureRow | undefined, on: Day): PersonTraining {
  const done = row?.done;
  if (!done || (done.from !== undefined && done.from > on)) return { state: 'missing' };
  return { state: covers(done, on) ? 'taken' : 'lapsed', on: done.from, until: done.until };
}

/** How the reading calls the people of the staff list, by their ids. */
function keysOf(standing: Standing): ReadonlyMap<string, string> {
  const [path, rows] = [...registerRows(standing)].find(([, { kind }]) => kind === person.name) ?? [];
  const list = standing.check.record.documents.find((one) => one.path === path);
  if (!rows || !list) return new Map();
  return new Map(
    list.facts.flatMap(({ type, subject, where }) => {
      const id = type === 'person-record' && where.line !== undefined ? entityAtLine(rows, where.line) : undefined;
      return id === undefined ? [] : [[id, subject] as const];
    }),
  );
}

/** The row of a person; an uploaded log may give only an initial. */
function rowsByKey(rows: readonly MeasureRow[], people: ReadonlySet<string>): (key: string) => MeasureRow | undefined {
  const byLabel = new Map(rows.map((row) => [row.label.toLowerCase(), row]));
  const others = [...byLabel].filter(([label]) => !people.has(label));
  return (key) => byLabel.get(key) ?? others.find(([label]) => samePerson(label, key))?.[1];
}
