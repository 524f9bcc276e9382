import { MEDIA_TYPES, TABLE_FORMATS, type Table, type TableFormat, tableFile } from '../../exchange/table-file.ts';
import type { Deed } from '../../workspace/may.ts';
import type { Answer, Route, SeatedVisit, Visit } from '../route.ts';

/** A table with the name of its file, without the ending. */
export type NamedTable = Table & { readonly name: string };

/**
 * The files of a table, one route for each format. `path` is their address without the ending, `needs` what the page with the
 * table needs; where there is no table, what to answer instead.
 */
export function tableRoutes(
  path: string,
  needs: Deed,
  table: (visit: SeatedVisit) => Promise<NamedTable | Answer>,
): readonly Route[] {
  return TABLE_FORMATS.map((format) => ({
    method: 'GET',
    path: `${path}.${format}`,
    needs,
    answer: async (visit: SeatedVisit) => answerOf(await table(visit), format),
  }));
}

/** The same for a table about whoever looks. */
export function ownTableRoutes(path: string, table: (visit: Visit) => Promise<NamedTable | Answer>): readonly Route[] {
  return TABLE_FORMATS.map((format) => ({
    method: 'GET',
    path: `${path}.${format}`,
    needs: 'signed-in',
    answer: async (visit: Visit) => answerOf(await table(visit), format),
  }));
}

async function answerOf(table: NamedTable | Answer, format: TableFormat): Promise<Answer> {
  if ('show' in table) return table;
  const name = `${table.name}.${format}`;
  return { show: 'file', name, type: MEDIA_TYPES[format], content: await tableFile(table, format) };
}
