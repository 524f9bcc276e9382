import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import type { RecordRouteServices } from '../record/record-services.ts';

export type FoundToday = {
  readonly holdings: Holdings;
  readonly on: Day;
  /** Undefined where the record does not say which questions are asked; `why` then tells it. */
  readonly standing: Standing | undefined;
  readonly why: string | undefined;
};

/** The record as it stands today, with what follows from it where that is known. */
export async function foundToday(
  { records, standings, today }: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>,
  organisation: string,
): Promise<FoundToday | undefined> {
  const on = today();
  const result = await standings.on(organisation, on);
  if (result.ok) return { holdings: result.standing.holdings, on, standing: result.standing, why: undefined };
  const record = await records.open(organisation);
  return record && { holdings: record.holdings, on, standing: undefined, why: result.problem.message };
}
