import type { Table } from '../../exchange/table-file.ts';
import { neutralised } from '../../report/neutralised.ts';
import { type Column, tableOf } from '../tables/columns-table.tsx';
import { countryWords, DIRECTIONS, dataWords, encryptionWords } from './flow-words.ts';
import type { FlowRow, Scope } from './scope.ts';
import { GAPS, type Gap } from './scope-gaps.ts';

/** The flows, one a row, numbered as in the map. Days are ISO 8601. */
export function flowsTable({ flows }: Scope, gaps: readonly Gap[]): Table {
  const text = (words: string | undefined) => neutralised(words ?? '');
  const missing = Map.groupBy(gaps, ({ number }) => number);
  const columns: readonly Column<FlowRow>[] = [
    { name: 'Number', is: 'number', text: ({ number }) => String(number) },
    { name: 'What flows', text: ({ flow }) => text(flow.data.name) },
    { name: 'From', text: ({ flow }) => text(flow.data.from) },
    { name: 'To', text: ({ flow }) => text(flow.data.to) },
    { name: 'Direction', text: ({ flow }) => DIRECTIONS[flow.data.direction] },
    { name: 'Country', text: countryWords },
    { name: 'What allows the transfer', text: ({ flow }) => text(flow.data.transferMechanism) },
    { name: 'Information asset', text: ({ information }) => text(information?.data.name) },
    { name: 'Data', text: dataWords },
    { name: 'Supplier', text: ({ supplier }) => text(supplier?.data.name) },
    { name: 'How it is sent', text: ({ flow }) => text(flow.data.method) },
    { name: 'Encrypted on the way', text: encryptionWords },
    { name: 'Last reviewed on', is: 'day', text: ({ flow }) => flow.data.reviewedOn ?? '' },
    {
      name: 'Missing',
      text: ({ number }) => (missing.get(number) ?? []).map(({ code }) => GAPS[code].short).join('; '),
    },
  ];
  return tableOf(columns, flows);
}
