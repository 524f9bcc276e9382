import { InsetText } from 'nhsuk-react-components';
import { type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { HOURS_TO_TELL_ICO, incidentClock, spanInWords } from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';
import { neutralised } from '../../report/neutralised.ts';
import { incidentPaths } from '../incidents/incident-paths.ts';

/** Incidents whose hours are being counted, the longest known first: what a day begins with when there are any. */
export function CountedIncidents({
  organisation,
  holdings,
  now,
}: {
  readonly organisation: string;
  readonly holdings: Holdings;
  readonly now: Instant;
}) {
  const counted = listOf(holdings, incident)
    .map(({ id, data }) => ({ id, data, clock: incidentClock(data, now) }))
    .filter(({ clock }) => clock.state === 'running' || clock.state === 'over')
    .sort((a, b) => a.data.foundAt.localeCompare(b.data.foundAt));
  if (counted.length === 0) return null;
  return (
    <InsetText>
      <p>
        <strong>{counted.length === 1 ? 'An incident' : `${counted.length} incidents`} may have to be reported</strong>{' '}
        within {HOURS_TO_TELL_ICO} hours of being found.
      </p>
      <ul>
        {counted.map(({ id, data, clock }) => (
          <li key={id}>
            <a href={incidentPaths.one(organisation, id)}>{neutralised(data.title)}</a>:{' '}
            <strong>
              {clock.state === 'running' && `${spanInWords(clock.left)} left`}
              {clock.state === 'over' && `${spanInWords(clock.over)} over`}
            </strong>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
