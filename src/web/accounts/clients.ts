import { setTimeout as pause } from 'node:timers/promises';
import type { Day } from '../../record/day.ts';
import { isOverdue, openActions } from '../../record/open-actions.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { may } from '../../workspace/may.ts';
import type { Standing, Standings } from '../../workspace/standing/standing.ts';

/** An organisation somebody has a place in, with where it stands as far as that is known by now. */
export type Client = {
  readonly seat: Seat;
  readonly state?: {
    readonly claimed: number;
    readonly defensible: number;
    readonly mandatory: number;
    readonly overdue: number;
    /** The next day on which something that counts lapses. */
    readonly lapsesOn?: Day;
  };
};

/** Whoever looks waits so long for standings, in milliseconds. They are remembered, so the next look has the others. */
const PATIENCE = 2_000;

/** The organisations but for an example, most urgent first: overdue actions, then the nearest lapse, then what is missing. */
export async function clientsOf(
  seats: readonly Seat[],
  standings: Pick<Standings, 'on'>,
  on: Day,
): Promise<readonly Client[]> {
  const patience = pause(PATIENCE, undefined);
  const clients = await Promise.all(
    seats
      .filter(({ organisation }) => !isExample(organisation))
      .map(async (seat): Promise<Client> => {
        if (!may(seat.role, 'read-standing') || !may(seat.role, 'read-registers')) return { seat };
        const result = await Promise.race([standings.on(seat.organisation, on), patience]);
        return result?.ok ? { seat, state: stateOf(result.standing) } : { seat };
      }),
  );
  return clients.toSorted(byUrgency);
}

function stateOf({ check, holdings, on }: Standing): NonNullable<Client['state']> {
  const { claimed, defensible } = check.assessment.outcome;
  const lapsesOn = check.forecast.find(({ changes }) => changes.length > 0)?.on;
  return {
    claimed: claimed.counting,
    defensible: defensible.counting,
    mandatory: defensible.mandatory,
    overdue: openActions(holdings).filter((action) => isOverdue(action, on)).length,
    ...(lapsesOn !== undefined && { lapsesOn }),
  };
}

function byUrgency({ state: a }: Client, { state: b }: Client): number {
  if (!a || !b) return Number(a === undefined) - Number(b === undefined);
  return (
    b.overdue - a.overdue ||
    (a.lapsesOn ?? '9999').localeCompare(b.lapsesOn ?? '9999') ||
    b.mandatory - b.defensible - (a.mandatory - a.defensible)
  );
}
