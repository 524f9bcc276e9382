import type { ReactNode } from 'react';
import type { TableFormat } from '../../exchange/table-file.ts';
import { TableFiles } from '../tables/table-files.tsx';

export type DataTableProps = {
  /** For those who cannot see what stands above the table. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** Where each column's heading leads to have the table sorted by it, and how it is sorted now. */
  readonly sorting?: readonly { readonly href: string; readonly sorted?: 'ascending' | 'descending' }[];
  /** Cells row by row; the first of each row names it. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Address of the files that the table comes as; see `TableFiles`. */
  readonly files?: string;
  /** All there are, if not said. */
  readonly formats?: readonly TableFormat[];
};

/**
 * The responsive table of NHS.UK: on a phone every cell carries its column's name. Written out here because the table of
 * nhsuk-react-components only fills those names in once it runs in a browser, and our markup is static.
 */
export function DataTable({ files, formats, ...table }: DataTableProps) {
  return (
    <>
      <TableItself {...table} />
      {files !== undefined && <TableFiles href={files} of={table.caption} {...(formats && { formats })} />}
    </>
  );
}

/** Stands in a cell that says nothing; where every cell is a line of its own, such a line is left out. */
const NOTHING = '–';

function TableItself({ caption, columns, sorting = [], rows }: Omit<DataTableProps, 'files' | 'formats'>) {
  return (
    // The roles keep it a table for screen readers where the style of a narrow screen would undo that.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above.
    <table className="nhsuk-table-responsive" role="table">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead className="nhsuk-table__head" role="rowgroup">
        <tr role="row">
          {columns.map((column, position) => {
            const { href, sorted } = sorting[position] ?? {};
            return (
              <th key={column} scope="col" role="columnheader" {...(sorted && { 'aria-sort': sorted })}>
                {href === undefined ? (
                  column
                ) : (
                  <a href={href} className={`app-sort${sorted ? ` app-sort--${sorted}` : ''}`}>
                    {column}
                  </a>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {rows.map(({ key, cells }) => (
          <tr key={key} className="nhsuk-table__row" role="row">
            {cells.map((cell, position) => (
              <td
                key={columns[position]}
                className={`nhsuk-table__cell${cell === NOTHING ? ' app-nothing' : ''}`}
                role="cell"
              >
                <span className="nhsuk-table-responsive__heading" aria-hidden="true">
                  {columns[position]}
                </span>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above.
  );
}
