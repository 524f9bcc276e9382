import type { Table, TableColumn } from '../../exchange/table-file.ts';
import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, type Entity, type Field, fieldsOf, titleInWords, valueIn } from '../../record/kinds/kind.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { referencesIn } from './cell-value.ts';
import { ID_COLUMN } from './column-mapping.ts';

/**
 * Entries of a register as a table, one a row, in the words of its forms. Its file, taken in again as it is, changes nothing:
 * choices stand by their labels, days as ISO 8601, references by title where only one thing is called that, and the last
 * column has the id.
 */
export function registerTable(kind: AnyKind, holdings: Holdings, entities: readonly Entity[]): Table {
  const fields = fieldsOf(kind);
  const cell = cellWriter(holdings);
  return {
    columns: [...fields.map(columnOf), { name: ID_COLUMN }],
    rows: entities.map(({ id, data }) => [...fields.map((field) => cell(field, valueIn(data, field.name))), id]),
  };
}

function columnOf({ label, is }: Field): TableColumn {
  return { name: label, ...((is === 'day' || is === 'number') && { is }) };
}

/** Writes the value of a field as `valueOfCell` reads it. */
function cellWriter(holdings: Holdings): (field: Field, value: unknown) => string {
  const references = referencesIn(holdings);
  const named = (kind: string, id: string): string => {
    const entity = holdings.of.get(kind)?.get(id);
    if (!entity || !isKindName(kind)) return id;
    const title = titleInWords(KINDS[kind], entity.data);
    return references(kind, title).length === 1 ? title : id;
  };
  const write = ({ is, to = '', options = [], of = [] }: Field, value: unknown): string => {
    if (value === undefined || value === null) return '';
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    switch (is) {
      case 'yes-no':
        return value === true ? 'Yes' : 'No';
      case 'choice':
        return options.find((one) => one.value === value)?.label ?? String(value);
      case 'reference':
        return named(to, String(value));
      case 'references':
        return joined(list.map((id) => named(to, String(id))));
      case 'texts':
        return joined(list.map(String));
      case 'items':
        return list.join(', ');
      case 'rows':
        return list.map((row) => rowInWords(of, row)).join('\n');
      case 'facts':
        return JSON.stringify(value);
      case 'text':
      case 'long-text':
      case 'day':
      case 'instant':
      case 'period':
      case 'number':
        return String(value);
      default:
        return is satisfies never;
    }
  };
  const rowInWords = (of: readonly Field[], row: unknown): string =>
    of
      .map((field) => ({ field, words: write(field, valueIn(row, field.name)) }))
      .filter(({ words }) => words !== '')
      .map(({ field, words }) => `${field.label}: ${words}`)
      .join(', ');
  return write;
}

/** Texts as one cell that comes apart again: a list of one that holds a comma or a semicolon has a mark of its own. */
function joined(texts: readonly string[]): string {
  const mark = texts.some((text) => text.includes(';')) ? '\n' : ';';
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return /[;,]/.test(only) ? `${only}${mark}` : only;
  return texts.join(mark === ';' ? '; ' : mark);
}
