import type { ReactNode } from 'react';
import { dataFlow } from '../../record/kinds/data-flow.ts';
import { neutralised } from '../../report/neutralised.ts';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { isAbroad } from './flow-map-layout.ts';
import { countryWords, DIRECTIONS, dataWords, encryptionWords } from './flow-words.ts';
import { mendingPath } from './gap-list.tsx';
import type { FlowRow } from './scope.ts';
import { GAPS } from './scope-gaps.ts';
import type { ScopeModel } from './scope-page.tsx';
import { scopePaths } from './scope-paths.ts';

/** Flows row by row, with what is missing of each; the files have them all. */
export function FlowTable({
  seat,
  rows,
  gaps,
}: Pick<ScopeModel, 'seat' | 'gaps'> & { readonly rows: readonly FlowRow[] }) {
  const missing = Map.groupBy(gaps, ({ number }) => number);
  return (
    <DataTable
      caption="Data flows, numbered as in the map"
      files={scopePaths.flows(seat.organisation)}
      columns={['Flow', 'From', 'To', 'Country', 'Data', 'On the way', 'Missing']}
      rows={rows.map((row) => {
        const { number, flow } = row;
        const { name, from, to, direction } = flow.data;
        const mine = missing.get(number) ?? [];
        return {
          key: flow.id,
          cells: [
            <Stacked
              key="name"
              first={
                <>
                  {number}. <a href={paths.entity(seat.organisation, dataFlow.plural, flow.id)}>{neutralised(name)}</a>
                </>
              }
              below={[DIRECTIONS[direction]]}
            />,
            neutralised(from),
            neutralised(to),
            <Country key="country" row={row} />,
            <Stacked key="data" first={dataWords(row)} below={[row.information?.data.name]} />,
            <Stacked key="way" first={encryptionWords(row)} below={[flow.data.method]} />,
            mine.length === 0 ? (
              'Nothing'
            ) : (
              <ul key="missing" className="app-cell-list">
                {mine.map((gap) => (
                  <li key={gap.code}>
                    <a href={mendingPath(seat.organisation, gap)}>
                      {GAPS[gap.code].short}
                      <span className="nhsuk-u-visually-hidden">: flow {number}</span>
                    </a>
                  </li>
                ))}
              </ul>
            ),
          ],
        };
      })}
    />
  );
}

function Country({ row }: { readonly row: FlowRow }) {
  const { country, flow } = row;
  const { transferMechanism } = flow.data;
  const words = countryWords(row);
  return (
    <Stacked
      first={isAbroad(country?.name) ? <strong>{words}</strong> : words}
      below={[transferMechanism, country?.by === 'supplier' ? 'By the supplier register' : undefined]}
    />
  );
}

/** A cell with what matters first, and the rest below in small type. */
function Stacked({ first, below }: { readonly first: ReactNode; readonly below: readonly (string | undefined)[] }) {
  return (
    <>
      {first}
      {below.map(
        (words) =>
          words !== undefined && (
            <span key={words} className="app-because">
              {neutralised(words)}
            </span>
          ),
      )}
    </>
  );
}
