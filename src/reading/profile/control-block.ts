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
  if (found.length >= 2 && found.length * 3 >= table.rows.length) return found;
  return found.length > 0 && isFieldTable(table) ? found : [];
}

/** A short table of labels and values under no column names, or under a name for the block, as certificates and minutes open with. */
function isFieldTable(table: Table): boolean {
  const [first = '', second = ''] = table.columns;
  return (
    table.columns.length === 2 &&
    table.rows.length <= 15 &&
    (first === '' || BLOCK_NAME.test(first)) &&
    (second === '' || /^(?:values?|entry|entries|details?|information|description)$/i.test(second)) &&
    table.rows.every(({ cells }) => (cells[0]?.text.length ?? 0) < 45)
  );
}

const BLOCK_NAME =
  /^(?:document|certificate|registration|meeting|minutes|field|item|details?|particulars|control|document control|document details|about(?: this \w+)?|summary|record|property|attribute|key|information|test|exercise|report|review|audit|assessment|incident)$/i;

const SIGNED_OFF = /\b(?:approv\w+|sign(?:ed)?[- ]?off|authori[sz]\w+|ratif\w+|agreed)\b/i;

/**
 * Approval told by a table of signatures: a row that names a person and a day, in a part headed as approval or with a
 * role or column that says so. `heading` is the nearest heading above.
 */
export function approvalsOf(table: Table, heading: string): ControlStatement[] {
  const names = table.columns.map((column) => column.toLowerCase());
  const name = names.findIndex((column) =>
    /\b(?:name|approver|signatory|approved by|signed by|authorised by|signed off by)\b/.test(column),
  );
  const date = names.findIndex((column) => /\b(?:date|signed on|approved on|when)\b/.test(column));
  if (name < 0 || date < 0 || name === date || table.rows.length > 8) return [];
  const signs = names.some((column) => /\bsign/.test(column)) || /approv|authoris|signed off/.test(names[name] ?? '');
  if (!signs || names.some((column) => /\bversion\b|\bissue\b|\bamend/.test(column))) return [];
  return table.rows.flatMap(({ cells }) => {
    const [who, when] = [cells[name], cells[date]];
    const row = cells.map(({ text }) => text).join(' ');
    if (who === undefined || when === undefined || !/^[A-Z][\w'’.-]+ [A-Z]/.test(who.text)) return [];
    if (!SIGNED_OFF.test(heading) && !SIGNED_OFF.test(`${row} ${names[name]}`)) return [];
    const approved = statement('approved', 'approved', when.text, when.where, 'history');
    return approved.date === undefined
      ? []
      : [statement('approver', 'approved by', who.text, who.where, 'history'), approved];
  });
}
