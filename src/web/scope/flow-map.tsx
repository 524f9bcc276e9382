import { counted } from '../../report/counted.ts';
import { Scrolls } from '../report/report-parts.tsx';
import { isAbroad, layOutFlows, type MapArrow, type MapBox, type MapFlow } from './flow-map-layout.ts';

const TITLES = { from: 'Comes from', own: 'Our systems', to: 'Goes to' } as const;

/** Where data comes from and goes to, drawn. The table that belongs beside it tells the same, row by row. */
export function FlowMap({ flows }: { readonly flows: readonly MapFlow[] }) {
  const { width, height, columns, boxes, arrows } = layOutFlows(flows);
  const special = flows.filter((flow) => flow.special).length;
  const abroad = flows.filter(({ country }) => isAbroad(country)).length;
  return (
    <figure className="app-chart app-flow-map">
      <Scrolls label="Map of data flows">
        <svg
          viewBox={`-1 0 ${width + 2} ${height}`}
          role="img"
          aria-label={`${counted(flows.length, 'flow')} of data: ${special} of special category data, ${abroad} to other countries. The table names each.`}
        >
          <defs>
            <marker
              id="flow-end"
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerUnits="userSpaceOnUse"
              markerWidth="12"
              markerHeight="12"
              orient="auto"
            >
              <path className="app-flow-map__end" d="M0 0 L10 5 L0 10 Z" />
            </marker>
          </defs>
          {columns.map(({ side, x }) => (
            <text key={side} className="app-flow-map__title" x={x} y="24">
              {TITLES[side]}
            </text>
          ))}
          {arrows.map((arrow) => (
            <Arrow key={arrow.number} {...arrow} />
          ))}
          {boxes.map((box) => (
            <Box key={`${box.side} ${box.name}`} {...box} />
          ))}
          {arrows.map(({ number, at }) => (
            <g key={number}>
              <circle className="app-chart__mark" cx={at.x} cy={at.y} r="11" />
              <text className="app-chart__number" x={at.x} y={at.y + 5} textAnchor="middle">
                {number}
              </text>
            </g>
          ))}
        </svg>
      </Scrolls>
      <figcaption className="app-aside">
        Thick lines carry special category data, such as health. Broken lines are not known to be encrypted on the way.
        The numbers are the rows of the table.
      </figcaption>
    </figure>
  );
}

function Arrow({ path, flow }: MapArrow) {
  const classes = [
    'app-flow-map__arrow',
    flow.special && 'app-flow-map__arrow--special',
    flow.encrypted !== true && 'app-flow-map__arrow--open',
  ];
  return <path className={classes.filter((one) => one !== false).join(' ')} d={path} markerEnd="url(#flow-end)" />;
}

function Box({ side, lines, note, x, y, width, height }: MapBox) {
  return (
    <g>
      <rect className={`app-flow-map__box app-flow-map__box--${side}`} {...{ x, y, width, height }} rx="4" />
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; two lines may be the same.
        <text key={i} className="app-flow-map__name" x={x + 12} y={y + 27 + i * 20}>
          {line}
        </text>
      ))}
      {note !== undefined && (
        <text className="app-flow-map__note" x={x + 12} y={y + 27 + lines.length * 20}>
          {note}
        </text>
      )}
    </g>
  );
}
