import { renderToStaticMarkup } from 'react-dom/server';
import { type Day, dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import { FlowDrawing } from './flow-drawing.tsx';
import { FLOW_MAP_KEY, flowsInWords } from './flow-map.tsx';
import { layOutFlows, type MapFlow } from './flow-map-layout.ts';

const MARGIN = 20;
const HEAD = 70;
const LINE = 20;

/** The map as an SVG file that needs nothing else: whose it is and as at which day above it, how to read it below. */
export function flowMapFile(organisationName: string, on: Day, flows: readonly MapFlow[]): string {
  const { width, height, ...drawing } = layOutFlows(flows);
  const all = {
    width: width + 2 * MARGIN,
    height: HEAD + height + LINE * (FLOW_MAP_KEY.length + 1) + MARGIN,
  };
  const title = `Data flows of ${neutralised(organisationName)}`;
  const svg = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${all.width} ${all.height}`}
      {...all}
      fontFamily="Arial, 'Liberation Sans', sans-serif"
    >
      <title>{title}</title>
      <desc>{flowsInWords(flows)}</desc>
      <rect {...all} fill="#fff" />
      <text x={MARGIN} y="34" fontSize="20" fontWeight="700" fill="#212b32">
        {title}
      </text>
      <text x={MARGIN} y="56" fontSize="14" fill="#4c6272">
        {`As at ${dayInWords(on)}. ${flowsInWords(flows)}`}
      </text>
      <g transform={`translate(${MARGIN} ${HEAD})`}>
        <FlowDrawing {...drawing} />
      </g>
      {FLOW_MAP_KEY.map((sentence, i) => (
        <text key={sentence} x={MARGIN} y={HEAD + height + LINE * (i + 1)} fontSize="14" fill="#4c6272">
          {sentence}
        </text>
      ))}
    </svg>,
  );
  // XML cannot hold these two, which text may.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace(/[\ufffe\uffff]/g, '\ufffd')}\n`;
}
