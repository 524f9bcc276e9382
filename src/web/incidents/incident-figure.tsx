import { type Day, dayInWords } from '../../record/day.ts';
import { incident } from '../../record/kinds/incident.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { DataTable } from '../report/data-table.tsx';
import { type IncidentData, type Quarter, SEVERITIES } from './incident-list.ts';

const WIDTH = 400;
const HEIGHT = 190;
const EDGE = { top: 26, bottom: 38, left: 2, right: 2 };
const MONTHS = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'];

const OPTIONS = fieldsOf(incident).find(({ name }) => name === 'severity')?.options ?? [];

export function severityWords(severity: IncidentData['severity']): string {
  return OPTIONS.find(({ value }) => value === severity)?.label ?? severity;
}

/** How many incidents were found in each quarter of the last two years: drawn, and as a table. Nothing when there were none. */
export function IncidentFigure({ quarters }: { readonly quarters: readonly Quarter[] }) {
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
          <DataTable
            caption="Incidents and near misses in each quarter"
            columns={['Quarter', ...drawn.map(severityWords), 'All']}
            rows={quarters.map(({ from, counts, all }) => ({
              key: from,
              cells: [`${monthsOf(from)} ${from.slice(0, 4)}`, ...drawn.map((severity) => counts[severity]), all],
            }))}
          />
        </div>
      </details>
    </section>
  );
}

function monthsOf(from: Day): string {
  return MONTHS[Math.floor((Number(from.slice(5, 7)) - 1) / 3)] ?? '';
}
