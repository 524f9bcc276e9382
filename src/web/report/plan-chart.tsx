import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Action } from '../../readiness/assessment.ts';
import { hoursInWords } from '../../report/counted.ts';
import { DataTable } from './data-table.tsx';
import { ItemGrid } from './item-grid.tsx';
import { Scrolls } from './report-parts.tsx';

const WIDTH = 680;
const HEIGHT = 290;
const EDGE = { top: 24, right: 24, bottom: 52, left: 52 };

type PlanChartProps = {
  readonly actions: readonly Action[];
  /** Mandatory items that count before any work. */
  readonly start: number;
  /** Mandatory items needed. */
  readonly goal: number;
  /** Address of files that have its numbers, where there are any. */
  readonly files?: string;
};

/** How many mandatory items count after each hour of the plan, as a rising stair; the numbers stand in a table below. */
export function PlanChart({ actions, start, goal, files }: PlanChartProps) {
  const needed = actions.filter((action) => action.mandatory);
  const points = [{ hours: 0, items: start }, ...needed.map((a) => ({ hours: a.runningHours, items: a.runningItems }))];
  const total = points.at(-1)?.hours ?? 0;
  if (needed.length < 2 || total <= 0) return null;
  const x = scaleLinear([0, total], [EDGE.left, WIDTH - EDGE.right]).nice(6);
  const y = scaleLinear([0, goal], [HEIGHT - EDGE.bottom, EDGE.top]);
  const stair = line<(typeof points)[number]>(
    (point) => x(point.hours),
    (point) => y(point.items),
  ).curve(curveStepAfter)(points);
  const half = points.find((point) => point.items >= (start + goal) / 2);
  return (
    <figure className="app-chart">
      <h3>How far each hour takes you</h3>
      <Scrolls label="Chart: items that count, by hours of work">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`Mandatory items that count rise from ${start} to ${points.at(-1)?.items ?? start} of ${goal} over ${hoursInWords(total)} of work. The numbers are in the table below.`}
        >
          <ItemGrid y={y} left={EDGE.left} right={WIDTH - EDGE.right} />
          {x.ticks(6).map((tick) => (
            <text key={tick} className="app-chart__label" x={x(tick)} y={HEIGHT - EDGE.bottom + 20} textAnchor="middle">
              {tick}
            </text>
          ))}
          <text
            className="app-chart__title"
            x={(EDGE.left + WIDTH - EDGE.right) / 2}
            y={HEIGHT - 8}
            textAnchor="middle"
          >
            hours of work
          </text>
          <line className="app-chart__goal" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(goal)} y2={y(goal)} />
          <text className="app-chart__title" x={EDGE.left + 4} y={y(goal) - 8}>
            Standards Met: {goal} items
          </text>
          <path className="app-chart__line" d={stair ?? ''} />
          {half && half.hours < total && (
            <g>
              <circle className="app-chart__dot" cx={x(half.hours)} cy={y(half.items)} r="5" />
              <text className="app-chart__note" x={x(half.hours) + 10} y={y(half.items) + 20}>
                half way after {hoursInWords(half.hours)}
              </text>
            </g>
          )}
        </svg>
      </Scrolls>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The numbers behind this chart</span>
        </summary>
        <div className="nhsuk-details__text">
          <DataTable
            caption="Items that count after each step"
            {...(files !== undefined && { files })}
            columns={['After item', 'Hours so far', 'Items that count']}
            rows={needed.map((action) => ({
              key: action.ref,
              cells: [action.ref, action.runningHours, `${action.runningItems} of ${goal}`],
            }))}
          />
        </div>
      </details>
    </figure>
  );
}
