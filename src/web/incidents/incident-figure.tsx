import { dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { monthsOf, quarterColumns } from './incident-columns.tsx';
import { type Quarter, SEVERITIES, severityWords } from './incident-list.ts';

const WIDTH = 400;
const HEIGHT = 190;
const EDGE = { top: 26, bottom: 38, left: 2, right: 2 };

/** How many incidents were found in each quarter of the last two years: drawn, and as a table. Nothing when there were none. */
export function IncidentFigure({
  quarters,
  files,
}: {
  readonly quarters: readonly Quarter[];
  /** Address of the numbers as files. */
  readonly files: string;
}) {
  const total = quarters.reduce((sum, { all }) => sum + all, 0);
  const [first] = quarters;
  if (total === 0 || !first) return null;
  const most = Math.max(...quarters.map(({ all }) => all));
  const step = (WIDTH - EDGE.left - EDGE.right) / quarters.length;
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const drawn = SEVERITIES.filter((severity) => quarters.some(({ counts }) => counts[severity] > 0));
  return (
    <section className="app-incidents__figure">
      <h2>The last two years</h2>
      <figure className="app-chart">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${counted(total, 'incident or near miss', 'incidents and near misses')} since ${dayInWords(first.from)}, at most ${most} in a quarter. The table has the numbers.`}
        >
          {quarters.map(({ from, counts, all }, at) => {
            const x = EDGE.left + at * step + step * 0.2;
            let y = HEIGHT - EDGE.bottom;
            return (
              <g key={from}>
                {drawn.toReversed().map((severity) => {
                  const tall = (counts[severity] / most) * height;
                  y -= tall;
                  return (
                    <rect
                      key={severity}
                      className={`app-severity-bar app-severity-bar--${severity}`}
                      x={x}
                      y={y}
                      width={step * 0.6}
                      height={tall}
                    />
                  );
                })}
                <text className="app-chart__title" x={x + step * 0.3} y={y - 7} textAnchor="middle">
                  {all}
                </text>
                <text className="app-chart__label" x={x + step * 0.3} y={HEIGHT - 20} textAnchor="middle">
                  {monthsOf(from).slice(0, 3)}
                </text>
                <text className="app-chart__label" x={x + step * 0.3} y={HEIGHT - 4} textAnchor="middle">
                  {from.slice(0, 4)}
                </text>
              </g>
            );
          })}
        </svg>
        <figcaption className="app-aside">
          {drawn.map((severity) => (
            <span key={severity} className={`app-severity-key app-severity-key--${severity}`}>
              {severityWords(severity)}
            </span>
          ))}
          <br />
          Each bar is a quarter of a year, named by its first month.
        </figcaption>
      </figure>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The same as a table</span>
        </summary>
        <div className="nhsuk-details__text">
          <ColumnsTable
            caption="Incidents and near misses in each quarter"
            columns={quarterColumns(quarters)}
            rows={quarters}
            keyOf={({ from }) => from}
            files={files}
          />
        </div>
      </details>
    </section>
  );
}
