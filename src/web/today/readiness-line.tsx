import type { GapCheck } from '../../readiness/gap-check.ts';
import { dayInWords } from '../../record/day.ts';
import type { PastLine } from '../../workspace/standing/standing.ts';
import { DataTable } from '../report/data-table.tsx';
import { ReadinessChart } from './readiness-chart.tsx';

/** Where the organisation stood, stands and will stand if nobody acts: drawn, and day by day. */
export function ReadinessLine({ past, check }: { readonly past: PastLine; readonly check: GapCheck }) {
  const { assessment, forecast } = check;
  const { claimed, defensible } = assessment.outcome;
  const { mandatory } = defensible;
  const now = { on: assessment.on, claimed: claimed.counting, defensible: defensible.counting, mandatory };
  const ahead = forecast.filter(({ changes }) => changes.length > 0);
  return (
    <section aria-labelledby="line">
      <h2 id="line">Past and forecast</h2>
      {!past.complete && <p>The past is still being worked out from the journal. Look again in a minute.</p>}
      <ReadinessChart past={past.points} now={now} ahead={ahead} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The numbers, day by day</span>
        </summary>
        <div className="nhsuk-details__text">
          <DataTable
            caption="Mandatory items that counted, count and will count"
            columns={['Day', 'Claimed', 'Shown']}
            rows={[
              ...past.points.map((point) => ({
                key: point.on,
                cells: [
                  dayInWords(point.on),
                  `${point.claimed} of ${point.mandatory}`,
                  `${point.defensible} of ${point.mandatory}`,
                ],
              })),
              {
                key: 'today',
                cells: [
                  <strong key="day">Today, {dayInWords(now.on)}</strong>,
                  `${now.claimed} of ${mandatory}`,
                  `${now.defensible} of ${mandatory}`,
                ],
              },
              ...ahead.map((step) => ({
                key: `ahead ${step.on}`,
                cells: [`${dayInWords(step.on)}, if nobody acts`, '–', `${step.counting} of ${mandatory}`],
              })),
            ]}
          />
        </div>
      </details>
    </section>
  );
}
