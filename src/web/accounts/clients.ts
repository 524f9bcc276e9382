import { setTimeout as pause } from 'node:timers/promises';
import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { isOverdue, openActions } from '../../record/open-actions.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { may } from '../../workspace/may.ts';
import type { Standing, Standings } from '../../workspace/standing/standing.ts';
import { type HoursCounted, hoursCounted } from '../incidents/hours-counted.ts';

/** An organisation somebody has a place in, with where it stands or why that is not told. */
export type Client = { readonly seat: Seat; readonly state: ClientState | Untold };

export type ClientState = {
  readonly claimed: number;
  readonly defensible: number;
  readonly mandatory: number;
  readonly overdue: number;
  /** The incident that waits longest for a report, where one does. */
  readonly breach?: HoursCounted;
  /** The next day on which something that counts lapses. */
  readonly lapsesOn?: Day;
};

/** Their role does not see it; nothing can be judged by its edition; or it is being worked out. */
export type Untold = 'not-for-role' | 'cannot-be-judged' | 'not-yet';

/** What is told of a client; undefined when nothing is. */
export function toldOf({ state }: Client): ClientState | undefined {
  return typeof state === 'string' ? undefined : state;
}

/** Whoever looks waits so long for standings, in milliseconds. They are remembered, so the next look has the others. */
const PATIENCE = 2_000;

/**
 * The organisations but for an example, most urgent first: an incident whose hours run, overdue actions, then the nearest
 * lapse, then what is missing. None where there are not several to compare.
 */
export async function clientsOf(
  seats: readonly Seat[],
  standings: Pick<Standings, 'on'>,
  on: Day,
  now: Instant,
): Promise<readonly Client[]> {
  const own = seats.filter(({ organisation }) => !isExample(organisation));
  if (own.length < 2) return [];
  const patience = pause(PATIENCE, undefined);
  const clients = await Promise.all(
    own.map(async (seat): Promise<Client> => {
      if (!may(seat.role, 'read-standing') || !may(seat.role, 'read-registers')) return { seat, state: 'not-for-role' };
      const result = await Promise.race([standings.on(seat.organisation, on), patience]);
      if (!result) return { seat, state: 'not-yet' };
      return { seat, state: result.ok ? stateOf(result.standing, now) : 'cannot-be-judged' };
    }),
  );
  return clients.toSorted(byUrgency);
}

function stateOf({ check, holdings, on }: Standing, now: Instant): ClientState {
  const [breach] = hoursCounted(holdings, now);
  const { claimed, defensible } = check.assessment.outcome;
  const lapsesOn = check.forecast.find(({ changes }) => changes.length > 0)?.on;
  return {
    claimed: claimed.counting,
    defensible: defensible.counting,
    mandatory: defensible.mandatory,
    overdue: openActions(holdings).filter((action) => isOverdue(action, on)).length,
    ...(breach && { breach }),
    ...(lapsesOn !== undefined && { lapsesOn }),
  };
}

function byUrgency(one: Client, other: Client): number {
  const [a, b] = [toldOf(one), toldOf(other)];
  if (!a || !b) return Number(a === undefined) - Number(b === undefined);
  return (
    Number(b.breach !== undefined) - Number(a.breach !== undefined) ||
    b.overdue - a.overdue ||
    (a.lapsesOn ?? '9999').localeCompare(b.lapsesOn ?? '9999') ||
    b.mandatory - b.defensible - (a.mandatory - a.defensible)
  );
}
