import type { Content, Table } from '../../record/document.ts';
import { controlMeaning } from './control-labels.ts';
import { type ControlStatement, statement } from './control-statement.ts';

/** Fields of a table that is a control block: label and value side by side, or labels across the top of a single row. */
export function fieldsOf(table: Table, format: Content['format']): ControlStatement[] {
  const width = table.columns.length;
  const known = table.columns.filter((name) => name !== '' && controlMeaning(name) !== undefined).length;
  const [only] = table.rows;
  // In a sheet a single row under such columns is a register with one entry.
  const sheet = format === 'csv' || format === 'xlsx';
  if (only !== undefined && !sheet && table.rows.length === 1 && known >= 2 && known >= width / 2) {
    return table.columns.flatMap((name, column) => {
      const cell = only.cells[column];
      const meaning = controlMeaning(name);
      return meaning === undefined || cell === undefined
        ? []
        : [statement(meaning, name, cell.text, cell.where, 'block')];
    });
  }
  if (width !== 2 && width !== 4) return [];
  const found = table.rows.flatMap((row) =>
    [0, 2].flatMap((column) => {
      const label = row.cells[column]?.text ?? '';
      const value = row.cells[column + 1];
      const meaning = value === undefined ? undefined : controlMeaning(label);
      return meaning === undefined || value === undefined
        ? []
        : [statement(meaning, label, value.text, value.where, 'block')];
    }),
  );
  const first = table.columns[0] ?? '';
  const headed = first !== '' ? controlMeaning(first) : undefined;
  if (headed !== undefined && found.length > 0)
    found.unshift(statement(headed, first, table.columns[1] ?? '', table.where, 'block'));
  return found.length >= 2 && found.length * 3 >= table.rows.length ? found : [];
}
