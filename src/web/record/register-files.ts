import { registerTable } from '../../workspace/registers/register-table.ts';
import { listAsked, narrowed } from '../registers/narrowed-list.ts';
import type { Answer, Route } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import type { RecordRouteServices } from './record-services.ts';
import { REGISTERS, registerBy } from './register-kinds.ts';
import { registerColumns } from './register-pages.tsx';

const PATH = '/organisations/:organisation/registers';
const NOT_FOUND: Answer = { show: 'not-found' };

/** The list of registers, and each register narrowed as its page is, as files. */
export function registerFiles({ records, today }: Pick<RecordRouteServices, 'records' | 'today'>): readonly Route[] {
  return [
    ...tableRoutes(`${PATH}/export`, 'read-registers', async ({ seat }) => {
      const record = await records.open(seat.organisation);
      if (!record) return NOT_FOUND;
      return { name: `registers ${today()}`, ...tableOf(registerColumns(seat, record.holdings, today()), REGISTERS) };
    }),
    ...tableRoutes(`${PATH}/:register/export`, 'read-registers', async ({ seat, params, query }) => {
      const kind = registerBy(params.register ?? '');
      const record = kind && (await records.open(seat.organisation));
      if (!record) return NOT_FOUND;
      const { holdings } = record;
      const entities = narrowed(kind, holdings, listAsked(kind, query)).map(({ entity }) => entity);
      return { name: `${kind.plural} ${today()}`, ...registerTable(kind, holdings, entities) };
    }),
  ];
}
