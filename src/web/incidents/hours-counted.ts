import { type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { type IncidentClock, incidentClock, spanInWords } from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';

/** An incident whose hours are being counted, or are over without a report. */
export type HoursCounted = {
  readonly id: string;
  readonly title: string;
  readonly clock: Extract<IncidentClock, { readonly state: 'running' | 'over' }>;
};

/** Incidents that may have to be reported and are not yet, the longest known first. */
export function hoursCounted(holdings: Holdings, now: Instant): readonly HoursCounted[] {
  return listOf(holdings, incident)
    .toSorted((a, b) => a.data.foundAt.localeCompare(b.data.foundAt))
    .flatMap(({ id, data }) => {
      const clock = incidentClock(data, now);
      return clock.state === 'running' || clock.state === 'over' ? [{ id, title: data.title, clock }] : [];
    });
}

/** How long is left to report an incident, or has gone by since. */
export function hoursInWords({ clock }: HoursCounted): string {
  return clock.state === 'running' ? `${spanInWords(clock.left)} left` : `${spanInWords(clock.over)} over`;
}
