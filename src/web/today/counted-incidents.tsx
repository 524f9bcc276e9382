import type { Holdings, Instant } from '../../record/holdings.ts';
import { HOURS_TO_TELL_ICO } from '../../record/incident-clock.ts';
import { neutralised } from '../../report/neutralised.ts';
import { hoursCounted, hoursInWords } from '../incidents/hours-counted.ts';
import { incidentPaths } from '../incidents/incident-paths.ts';

/** Incidents whose hours are being counted: the loudest thing on the page that a day starts with, when there are any. */
export function CountedIncidents({
  organisation,
  holdings,
  now,
}: {
  readonly organisation: string;
  readonly holdings: Holdings;
  readonly now: Instant;
}) {
  const counted = hoursCounted(holdings, now);
  if (counted.length === 0) return null;
  return (
    <section className="app-alarm" aria-labelledby="hours-counted">
      <h2 id="hours-counted">
        {counted.length === 1 ? 'An incident' : `${counted.length} incidents`} may have to be reported within{' '}
        {HOURS_TO_TELL_ICO} hours
      </h2>
      <ul>
        {counted.map((one) => (
          <li key={one.id}>
            <strong>{hoursInWords(one)}</strong>
            <a href={incidentPaths.one(organisation, one.id)}>{neutralised(one.title)}</a>
          </li>
        ))}
      </ul>
      <p>The hours are counted from when it was found. Open it to report it, or to write down why you need not.</p>
    </section>
  );
}
