import { counted } from '../../report/counted.ts';
import { Scrolls } from '../report/report-parts.tsx';
import { FlowDrawing } from './flow-drawing.tsx';
import { isAbroad, layOutFlows, type MapFlow } from './flow-map-layout.ts';

/** How the map is to be read; each sentence says one thing. */
export const FLOW_MAP_KEY = [
  'Thick lines carry special category data, such as health.',
  'Broken lines are not encrypted on the way, or nobody has said.',
  'The numbers are the rows of the table.',
] as const;

/** Where data comes from and goes to, drawn. The table that belongs beside it tells the same, row by row. */
export function FlowMap({ flows }: { readonly flows: readonly MapFlow[] }) {
  const { width, height, ...drawing } = layOutFlows(flows);
  return (
    <figure className="app-chart app-flow-map">
      <p className="app-aside app-flow-map__hint">
        On a narrow screen the map is wider than the page: move it sideways.
      </p>
      <Scrolls label="Map of data flows">
        <svg
          viewBox={`-1 0 ${width + 2} ${height}`}
          role="img"
          aria-label={`${flowsInWords(flows)} The table names each.`}
        >
          <FlowDrawing {...drawing} />
        </svg>
      </Scrolls>
      <figcaption className="app-aside">{FLOW_MAP_KEY.join(' ')}</figcaption>
    </figure>
  );
}

/** What a map shows, in one sentence. */
export function flowsInWords(flows: readonly MapFlow[]): string {
  const special = flows.filter((flow) => flow.special).length;
  const abroad = flows.filter(({ country }) => isAbroad(country)).length;
  return `${counted(flows.length, 'flow')} of data: ${special} of special category data, ${abroad} to other countries.`;
}
