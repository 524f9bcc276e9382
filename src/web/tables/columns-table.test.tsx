import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Column, ColumnsTable } from './columns-table.tsx';

test('a cell that says nothing is marked, so that a phone shows no line for it', () => {
  const columns: readonly Column<string>[] = [
    { name: 'Role', text: (row) => row },
    { name: 'Holder', text: () => '', cell: () => '–' },
    { name: 'Deputy', text: () => '–' },
    { name: 'Since', text: () => '2026-11-20' },
  ];
  const body = renderToStaticMarkup(<ColumnsTable caption="Roles" columns={columns} rows={['SIRO']} keyOf={String} />);
  expect([...body.matchAll(/<td class="([^"]*)"/g)].map(([, name]) => name?.includes('app-nothing'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
