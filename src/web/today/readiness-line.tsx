import type { GapCheck } from '../../readiness/gap-check.ts';
import type { PastLine } from '../../workspace/standing/standing.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { ReadinessChart } from './readiness-chart.tsx';
import { LINE_COLUMNS, lineDays } from './today-columns.tsx';
import { todayPaths } from './today-paths.ts';

/** Where the organisation stood, stands and will stand if nobody acts: drawn, and day by day. */
export function ReadinessLine({
  organisation,
  past,
  check,
}: {
  readonly organisation: string;
  readonly past: PastLine;
  readonly check: GapCheck;
}) {
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
          <ColumnsTable
            caption="Mandatory items that counted, count and will count"
            columns={LINE_COLUMNS}
            rows={lineDays(past, check)}
            keyOf={({ on, when }) => `${when} ${on}`}
            files={todayPaths.line(organisation)}
          />
        </div>
      </details>
    </section>
  );
}
