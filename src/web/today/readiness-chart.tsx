import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { ForecastStep } from '../../readiness/assessment.ts';
import { type Day, dayAfter, dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import type { PastPoint } from '../../workspace/standing/standing.ts';
import { ItemGrid } from '../report/item-grid.tsx';
import { Scrolls } from '../report/report-parts.tsx';

const WIDTH = 720;
const HEIGHT = 300;
const EDGE = { top: 34, right: 20, bottom: 36, left: 44 };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Part of the year shown ahead when little lies behind. */
const AHEAD = 'P12M';

export type Now = {
  readonly on: Day;
  readonly claimed: number;
  readonly defensible: number;
  readonly mandatory: number;
};

/** Items that counted, count and will count: the past as it was on each day, the future if nothing is renewed. */
export function ReadinessChart({
  past,
  now,
  ahead,
}: {
  readonly past: readonly PastPoint[];
  readonly now: Now;
  readonly ahead: readonly ForecastStep[];
}) {
  const { on, mandatory } = now;
  const behind = [...past, now];
  const end = dayAfter(on, AHEAD);
  const coming = ahead.filter((step) => step.on <= end);
  const last = coming.at(-1)?.counting ?? now.defensible;
  const future = [{ on, counting: now.defensible }, ...coming, { on: end, counting: last }];
  const x = scaleUtc([instant(behind[0]?.on ?? on), instant(end)], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, Math.max(1, mandatory)], [HEIGHT - EDGE.bottom, EDGE.top]);
  const at = (point: { readonly on: Day }) => x(instant(point.on));
  const stair = <Point extends { readonly on: Day }>(points: readonly Point[], value: (point: Point) => number) =>
    line<Point>(at, (point) => y(value(point))).curve(curveStepAfter)([...points]) ?? '';
  const below = area<(typeof future)[number]>(at, y(0), ({ counting }) => y(counting)).curve(curveStepAfter)(future);
  const first = behind[0] ?? now;
  return (
    <figure className="app-chart">
      <Scrolls label="Chart: items that counted, count and will count">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`Of ${mandatory} mandatory items, ${first.defensible} were shown on ${dayInWords(first.on)}, ${now.defensible} are today and ${last} will be on ${dayInWords(end)} if nobody acts. ${first.claimed} were claimed then, ${now.claimed} are today. The table names each day.`}
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
              {tickWords(tick)}
            </text>
          ))}
          <path className="app-chart__area" d={below ?? ''} />
          <path className="app-chart__line app-chart__line--claimed" d={stair(behind, ({ claimed }) => claimed)} />
          <path className="app-chart__line" d={stair(behind, ({ defensible }) => defensible)} />
          <path className="app-chart__line app-chart__line--ahead" d={stair(future, ({ counting }) => counting)} />
          <line className="app-chart__today" x1={at(now)} x2={at(now)} y1={EDGE.top - 14} y2={HEIGHT - EDGE.bottom} />
          <text
            className="app-chart__title"
            x={at(now)}
            y={EDGE.top - 18}
            textAnchor={behind.length > 1 ? 'middle' : 'start'}
          >
            Today
          </text>
          <circle className="app-chart__dot" cx={at(now)} cy={y(now.defensible)} r="5" />
        </svg>
      </Scrolls>
      <figcaption className="app-aside">
        <span className="app-line-key app-line-key--shown">Shown</span>{' '}
        <span className="app-line-key app-line-key--claimed">Claimed</span>{' '}
        <span className="app-line-key app-line-key--ahead">Shown from now on, if nothing is renewed</span>
        <br />
        The line counts the {mandatory} mandatory items.{' '}
        {coming.length === 0
          ? 'Nothing changes on a known day in the coming year.'
          : `It changes on ${counted(coming.length, 'day')} in the coming year.`}
      </figcaption>
    </figure>
  );
}

function tickWords(tick: Date): string {
  const month = MONTHS[tick.getUTCMonth()] ?? '';
  if (tick.getUTCDate() !== 1) return `${tick.getUTCDate()} ${month}`;
  return tick.getUTCMonth() === 0 ? `${month} ${tick.getUTCFullYear()}` : month;
}

function instant(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
