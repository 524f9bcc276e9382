import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { ForecastStep } from '../../readiness/assessment.ts';
import { type Day, dayAfter, dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { ItemGrid } from './item-grid.tsx';
import { Scrolls } from './report-parts.tsx';

const WIDTH = 680;
const HEIGHT = 280;
const EDGE = { top: 34, right: 20, bottom: 36, left: 44 };
const MARK_GAP = 22;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type ForecastChartProps = {
  readonly on: Day;
  readonly steps: readonly ForecastStep[];
  readonly start: number;
  readonly mandatory: number;
};

/** Mandatory items counting over the coming 18 months as a stair, its steps numbered as in the table beside it. */
export function ForecastChart({ on, steps, start, mandatory }: ForecastChartProps) {
  const end = [dayAfter(on, 'P18M'), steps.at(-1)?.on ?? on].toSorted().at(-1) ?? on;
  const points = [{ on, counting: start }, ...steps, { on: end, counting: steps.at(-1)?.counting ?? start }];
  const x = scaleUtc([instant(on), instant(end)], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, mandatory], [HEIGHT - EDGE.bottom, EDGE.top]);
  const at = (point: { readonly on: Day }) => x(instant(point.on));
  const stair = line<(typeof points)[number]>(at, (point) => y(point.counting)).curve(curveStepAfter)(points);
  const below = area<(typeof points)[number]>(at, y(0), (point) => y(point.counting)).curve(curveStepAfter)(points);
  const last = points.at(-1)?.counting ?? start;
  return (
    <figure className="app-chart">
      <Scrolls label="Chart: items that count over the next 18 months">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`If nobody acts, the mandatory items that count go from ${start} on ${dayInWords(on)} to ${last} on ${dayInWords(end)}, in ${counted(steps.length, 'step')}. The table names each.`}
        >
          <ItemGrid y={y} left={EDGE.left} right={WIDTH - EDGE.right} />
          {x.ticks(7).map((tick) => (
            <text
              key={tick.getTime()}
              className="app-chart__label"
              x={x(tick)}
              y={HEIGHT - EDGE.bottom + 20}
              textAnchor="middle"
            >
              {MONTHS[tick.getUTCMonth()]}
              {tick.getUTCMonth() === 0 ? ` ${tick.getUTCFullYear()}` : ''}
            </text>
          ))}
          <path className="app-chart__area" d={below ?? ''} />
          <path className="app-chart__line" d={stair ?? ''} />
          {numbered(steps, at).map(({ step, number, left }) => (
            <g key={step.on}>
              <line className="app-chart__drop" x1={at(step)} x2={at(step)} y1={EDGE.top - 10} y2={y(step.counting)} />
              <circle className="app-chart__mark" cx={left} cy={EDGE.top - 18} r="10" />
              <text className="app-chart__number" x={left} y={EDGE.top - 13} textAnchor="middle">
                {number}
              </text>
            </g>
          ))}
        </svg>
      </Scrolls>
      <figcaption className="app-aside">
        Mandatory items that count, of {mandatory}, if nothing is renewed. The numbers are the steps in the table.
      </figcaption>
    </figure>
  );
}

/** Steps with room for their number; one that would cover the number before it goes without. */
function numbered(steps: readonly ForecastStep[], at: (step: ForecastStep) => number) {
  let taken = Number.NEGATIVE_INFINITY;
  return steps.flatMap((step, position) => {
    const left = at(step);
    if (left - taken < MARK_GAP) return [];
    taken = left;
    return [{ step, number: position + 1, left }];
  });
}

function instant(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
