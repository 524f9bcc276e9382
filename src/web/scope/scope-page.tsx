import { InsetText } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { PageLinks, paged } from '../record/paging.tsx';
import type { SeatedVisit } from '../route.ts';
import type { EntryFindings } from './entry-findings.ts';
import { FlowMap } from './flow-map.tsx';
import { FlowTable } from './flow-table.tsx';
import { GapList } from './gap-list.tsx';
import { drawnFlow, type Scope } from './scope.ts';
import { FirstSteps } from './scope-first-steps.tsx';
import type { Gap } from './scope-gaps.ts';
import { scopePaths } from './scope-paths.ts';
import { Devices, Information, NotLookedAt } from './scope-sections.tsx';

export type ScopeModel = Pick<SeatedVisit, 'seat' | 'query'> & {
  readonly scope: Scope;
  readonly gaps: readonly Gap[];
  /** What was found about digital assets, by their ids. */
  readonly deviceFindings: EntryFindings;
  readonly holdings: Holdings;
  readonly on: Day;
  /** Why nothing is known of what the rules find, where it is not. */
  readonly why: string | undefined;
};

/** What data an organisation holds, where it goes, and who touches it. */
export function ScopePage(model: ScopeModel) {
  const { seat, scope, on, why } = model;
  const { flows, information, devices } = scope;
  return (
    <div className="app-scope">
      <h1>
        <span className="nhsuk-caption-l">{dayInWords(on)}</span>
        Scope
      </h1>
      <p>What data you hold, where it goes and who touches it.</p>
      <ul className="app-ways">
        {flows.length > 0 && (
          <li>
            <a href={scopePaths.map(seat.organisation)}>Save the map as a picture (SVG)</a>
          </li>
        )}
        <li>
          <a href={scopePaths.suppliers(seat.organisation)}>Suppliers</a>
        </li>
      </ul>
      <FirstSteps {...model} />
      {why !== undefined && (
        <InsetText className="app-not-printed">
          <p>{neutralised(why)} Until then nobody can say which suppliers lack processing terms.</p>
        </InsetText>
      )}
      {flows.length > 0 && <Flows {...model} />}
      <div className="app-not-printed">
        {flows.length + information.length > 0 && <GapList {...model} />}
        {information.length > 0 && <Information {...model} />}
        {devices.length > 0 && <Devices {...model} />}
        <NotLookedAt {...model} />
      </div>
    </div>
  );
}

/** A map with more flows than one page of the table is a file only: nobody can read it on a page, and it is large. */
function Flows({ seat, query, scope: { flows }, gaps }: ScopeModel) {
  const { organisation } = seat;
  const { rows, page, pages } = paged(flows, query);
  return (
    <>
      <h2>Map of data flows</h2>
      {pages === 1 ? (
        <FlowMap flows={flows.map(drawnFlow)} />
      ) : (
        <p>
          {counted(flows.length, 'flow')} are too many to draw on this page.{' '}
          <a href={scopePaths.map(organisation)}>Save the map as a picture (SVG)</a>, or download the table below, which
          has them all.
        </p>
      )}
      <h2 id="flows">
        {counted(flows.length, 'flow')}, as in the map{pages > 1 && `, page ${page} of ${pages}`}
      </h2>
      <FlowTable {...{ seat, rows, gaps }} />
      <PageLinks page={page} pages={pages} href={scopePaths.scope(organisation)} />
    </>
  );
}
