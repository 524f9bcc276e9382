import { expect, test } from 'vitest';
import { CUT, workbookOf } from './workbook-of.ts';
import { readWorkbookSheets } from './workbook-sheets.ts';

/** The first two rows of the workbook of a table with this heading and this cell: as Excel would have to open them. */
async function written(heading: string, cell: string) {
  const read = await readWorkbookSheets(await workbookOf({ columns: [{ name: heading }], rows: [[cell]] }));
  if (!read.ok) throw new Error(read.problem.reason);
  return read.sheets[0]?.rows.flat();
}

test('cuts a heading and a cell at what Excel holds, and says so', async () => {
  const long = 'a'.repeat(40_000);
  const cut = `${'a'.repeat(32_767 - CUT.length)}${CUT}`;
  expect(await written(long, long)).toEqual([cut, cut]);
});

test('writes a heading and a cell that look like codes as they are', async () => {
  const odd = '_x0041_ & <c>';
  expect(await written(odd, odd)).toEqual([odd, odd]);
});

test('writes nothing that turns the direction of writing', async () => {
  expect(await written('Name', 'invoice\u202egpj.exe')).toEqual(['Name', 'invoicegpj.exe']);
});
