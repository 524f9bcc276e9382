import type { FlowMapLayout, MapArrow, MapBox, MapFlow } from './flow-map-layout.ts';

const TITLES = { from: 'Comes from', own: 'Our systems', to: 'Goes to' } as const;
const INK = '#212b32';
const FAINT = '#4c6272';

/**
 * What the map is made of, to stand in an `svg`. Colours and sizes are attributes, so that the map looks the same in a file of
 * its own; the classes are there for those who choose their own colours.
 */
export function FlowDrawing({ columns, boxes, arrows }: Pick<FlowMapLayout, 'columns' | 'boxes' | 'arrows'>) {
  return (
    <>
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
          <path className="app-flow-map__end" fill={FAINT} d="M0 0 L10 5 L0 10 Z" />
        </marker>
      </defs>
      {columns.map(({ side, x }) => (
        <text key={side} className="app-flow-map__text" x={x} y="24" fill={INK} fontSize="17" fontWeight="700">
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
          <circle className="app-flow-map__mark" cx={at.x} cy={at.y} r="11" fill={INK} />
          <text
            className="app-flow-map__number"
            x={at.x}
            y={at.y + 5}
            textAnchor="middle"
            fill="#fff"
            fontSize="13"
            fontWeight="700"
          >
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

const isOpen = ({ encrypted }: MapFlow) => encrypted !== true;

function Arrow({ path, flow }: MapArrow) {
  const classes = [
    'app-flow-map__arrow',
    flow.special && 'app-flow-map__arrow--special',
    isOpen(flow) && 'app-flow-map__arrow--open',
  ];
  return (
    <path
      className={classes.filter((one) => one !== false).join(' ')}
      d={path}
      fill="none"
      stroke={FAINT}
      strokeWidth={flow.special ? 4 : 1.5}
      {...(isOpen(flow) && { strokeDasharray: '7 5' })}
      markerEnd="url(#flow-end)"
    />
  );
}

function Box({ side, lines, note, x, y, width, height }: MapBox) {
  return (
    <g>
      <rect
        className="app-flow-map__box"
        {...{ x, y, width, height }}
        rx="4"
        fill={side === 'own' ? '#d5eae2' : '#fff'}
        stroke="#006747"
        strokeWidth="2"
      />
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; two lines may be the same.
        <text key={i} className="app-flow-map__text" x={x + 12} y={y + 27 + i * 20} fill={INK} fontSize="15">
          {line}
        </text>
      ))}
      {note !== undefined && (
        <text
          className="app-flow-map__text"
          x={x + 12}
          y={y + 27 + lines.length * 20}
          fill="#b3201a"
          fontSize="14"
          fontWeight="700"
        >
          {note}
        </text>
      )}
    </g>
  );
}
