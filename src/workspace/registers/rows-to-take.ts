import type { Holdings } from '../../record/holdings.ts';
import { canonicalJson } from '../../record/journal.ts';
import {
  type AnyKind,
  type Entity,
  type FieldProblem,
  fieldsOf,
  titleInWords,
  valueIn,
} from '../../record/kinds/kind.ts';
import { givingWay } from '../giving-way.ts';
import { type Around, aroundRows } from './around-rows.ts';
import { valueOfCell } from './cell-value.ts';
import { cellFor, fillableFields, ID, ID_COLUMN, type Mapping } from './column-mapping.ts';
import { saidBeside } from './day-or-yes.ts';
import { isFooter } from './footer-rows.ts';
import { nameField } from './name-halves.ts';
import { replacingRows, withDaysOfRows } from './row-cells.ts';
import { type UsualChoice, usualField, usualValues } from './usual-values.ts';

/** A table somebody brings: the headings, and the rows with the place of each in its file, such as its line. */
export type GivenTable = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly place: string }[];
};

/** How a table is to be taken: what each column fills, and what is the same for every row. */
export type Taking = {
  readonly mapping: Mapping;
  readonly same: Readonly<Record<string, string>>;
  /** By the place of a row in the table, fields whose cells are not taken from it. */
  readonly leave?: ReadonlyMap<number, readonly string[]>;
  /** What words in the cells of a choice mean: its value, by `meantKey`. */
  readonly meant?: ReadonlyMap<string, string>;
  /** What is said of new entries where nobody says it; see `usualField`. */
  readonly usual?: UsualChoice;
  /** Rows that are left out whatever they say, by their place in the table. */
  readonly out?: ReadonlySet<number>;
};

/** What a person was asked about: words in the cells of a field. */
export function meantKey(field: string, cell: string): string {
  return `${field}\n${cell.trim().toLowerCase()}`;
}

/** What would become of one row. */
export type RowToTake = {
  readonly place: string;
  readonly title: string;
  /** Its place in the table. */
  readonly at: number;
} & (
  | {
      readonly become: 'added';
      readonly data: unknown;
      /** The field that we, and not the row, would say something of. */
      readonly usual?: string;
    }
  | { readonly become: 'changed'; readonly entity: Entity; readonly data: unknown }
  | { readonly become: 'same'; readonly entity: Entity }
  /** Left out as a person said, or because it is no entry but a total or the end of the list. */
  | { readonly become: 'out'; readonly footer: boolean }
  | {
      readonly become: 'refused';
      readonly problems: readonly FieldProblem[];
      /** Fields without which the row could be taken: it says something of them, and need not. */
      readonly without?: readonly string[];
    }
);

/**
 * Reads every row as an entity of a kind. A row changes what it names by its id or its key (the name of a supplier, the email
 * address of a person, or else the only one of that name); its blank cells and the columns left out change nothing. Rows that are blank all over are left out.
 * In a column that writes some day month first, a day that could be read either way is refused.
 */
export async function rowsToTake(
  kind: AnyKind,
  table: GivenTable,
  taking: Taking,
  holdings: Holdings,
): Promise<readonly RowToTake[]> {
  const taken = new Map<string, { readonly place: string; readonly title: string }>();
  const givesWay = givingWay();
  const around = await aroundRows(kind, table, taking.mapping, holdings);
  const rows: RowToTake[] = [];
  for (const [at, row] of table.rows.entries()) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (taking.out?.has(at)) {
      const title = titleOfCells(kind, taking.mapping, row.cells);
      rows.push({ place: row.place, at, title, become: 'out', footer: isFooter(row.cells, table.columns.length) });
      continue;
    }
    const one = rowToTake(kind, { ...row, at }, taking, around);
    rows.push('data' in one ? refusedWhenTwice(kind, one, taken) : one);
    await givesWay();
  }
  return rows;
}

/** Cells of a column that are looked at to tell whether it says what its heading does. */
const LOOKED_AT = 50;

/** Whether most cells of a column can be read as a field; see `guessColumns`. What leads to something else in the record is not looked at. */
export function fitsIn(kind: AnyKind, { rows }: GivenTable): (at: number, field: string) => boolean {
  const fields = new Map(fillableFields(kind).map((field) => [field.name, field]));
  return (at, name) => {
    const field = fields.get(name);
    if (!field || field.is === 'reference' || field.is === 'references') return true;
    const cells = rows
      .map((row) => (row.cells[at] ?? '').trim())
      .filter((cell) => cell !== '')
      .slice(0, LOOKED_AT);
    const none = () => [];
    const reads = (cell: string) =>
      valueOfCell(field, cell, none).ok || saidBeside(kind, field, cell, none) !== undefined;
    const read = cells.filter(reads).length;
    return cells.length < FEW || read * 2 >= cells.length;
  };
}

/** So few cells tell nothing. */
const FEW = 5;

/** What would become of one row by itself, whatever the others say. */
export function rowToTake(
  kind: AnyKind,
  { cells, place, at: row }: GivenTable['rows'][number] & { readonly at: number },
  { mapping, same, leave, meant, usual: choice }: Taking,
  { holdings, references, known, monthFirst }: Around,
): RowToTake {
  const problems: FieldProblem[] = [];
  const cellsSaid: Record<string, unknown> = {};
  const left = leave?.get(row) ?? [];
  const ownOf = (name: string) => cellFor(name, mapping, cells);
  for (const field of fillableFields(kind)) {
    if (left.includes(field.name)) continue;
    const at = mapping.indexOf(field.name);
    const cell = ownOf(field.name);
    const own = meant?.get(meantKey(field.name, cell)) ?? cell;
    const read =
      own.trim() === ''
        ? valueOfCell(field, same[field.name] ?? '', references)
        : valueOfCell(field, own, references, { monthFirst: monthFirst.has(at) });
    const beside = read.ok ? undefined : saidBeside(kind, field, own, references);
    if (beside) cellsSaid[beside.field] ??= beside.read.value;
    else if (!read.ok) problems.push({ field: field.name, message: read.message });
    else if (read.value !== undefined) cellsSaid[field.name] = read.value;
  }
  const { said, problems: ofDays } = withDaysOfRows(fillableFields(kind), cellsSaid);
  problems.push(...(problems.length > 0 ? [] : ofDays));
  const title = titleOfCells(kind, mapping, cells);
  const refused = (problems: readonly FieldProblem[]): RowToTake => {
    const without = withoutWhich(kind, problems, ownOf);
    return { place, at: row, title, become: 'refused', problems, ...(without && { without }) };
  };
  if (problems.length > 0) return refused(problems);

  const idAt = mapping.indexOf(ID);
  const id = idAt < 0 ? '' : (cells[idAt] ?? '').trim();
  const named = id === '' ? undefined : holdings.of.get(kind.name)?.get(id);
  if (id !== '' && !named)
    return refused([{ message: `There is no ${kind.label.one.toLowerCase()} with the id ${id}` }]);
  const alone = kind.schema.safeParse(said);
  const found = !named && alone.success ? known(alone.data) : [];
  if (found.length > 1) {
    const what = kind.label.many.toLowerCase();
    return refused([
      {
        message: `There are ${found.length} ${what} of this name. Add the column “${ID_COLUMN}” from an export to say which`,
      },
    ]);
  }
  const entity = named ?? found[0];
  const merged = entity ? mergedWith(kind, entity, said) : { ...usualValues(kind, said, choice), ...said };
  const parsed = kind.schema.safeParse(merged);
  if (!parsed.success)
    return refused(
      parsed.error.issues.map(({ path, message }) => ({
        ...(typeof path[0] === 'string' && { field: path[0] }),
        message,
      })),
    );
  const called = titleInWords(kind, parsed.data);
  if (!entity) {
    const usual = usualField(kind, said);
    return { place, at: row, title: called, become: 'added', data: parsed.data, ...(usual !== undefined && { usual }) };
  }
  return canonicalJson(parsed.data) === canonicalJson(entity.data)
    ? { place, at: row, title: called, become: 'same', entity }
    : { place, at: row, title: called, become: 'changed', entity, data: parsed.data };
}

/** What an entry becomes by what a row says of it. */
function mergedWith(kind: AnyKind, { data }: Entity, said: Readonly<Record<string, unknown>>): object {
  const merged: Record<string, unknown> = { ...Object(data), ...said };
  for (const field of fieldsOf(kind))
    if (field.is === 'rows' && said[field.name] !== undefined)
      merged[field.name] = replacingRows(field, valueIn(data, field.name), said[field.name]);
  return merged;
}

/** What a row is called by, before it is anything: its name, or else its first cell that says something. */
function titleOfCells(kind: AnyKind, mapping: Mapping, cells: readonly string[]): string {
  const ownName = cellFor(nameField(kind) ?? fillableFields(kind)[0]?.name ?? '', mapping, cells).trim();
  return ownName || (cells.find((cell) => cell.trim() !== '') ?? '').trim();
}

/** The fields that problems are about, when the row says something of each and need not. */
function withoutWhich(
  kind: AnyKind,
  problems: readonly FieldProblem[],
  ownOf: (field: string) => string,
): readonly string[] | undefined {
  const optional = new Set(fillableFields(kind).flatMap(({ name, required }) => (required ? [] : [name])));
  const fields = [...new Set(problems.map(({ field = '' }) => field))];
  return fields.every((field) => optional.has(field) && ownOf(field).trim() !== '') ? fields : undefined;
}

/** Of two rows about one thing only the first is taken; which of them is right, a person must say. */
function refusedWhenTwice(
  kind: AnyKind,
  row: Extract<RowToTake, { readonly data: unknown }>,
  taken: Map<string, { readonly place: string; readonly title: string }>,
): RowToTake {
  const own = kind.keyOf?.(row.data);
  const key = row.become === 'changed' ? `id ${row.entity.id}` : own === undefined ? undefined : `key ${own}`;
  const keys = [key, own === undefined ? undefined : `key ${own}`].filter((one) => one !== undefined);
  const before = keys.map((one) => taken.get(one)).find((one) => one !== undefined);
  for (const one of keys) if (!taken.has(one)) taken.set(one, row);
  if (before === undefined) return row;
  const { place, at, title } = row;
  const refused = (problem: FieldProblem): RowToTake => ({ place, at, title, become: 'refused', problems: [problem] });
  const shared = before.title.toLowerCase() === title.toLowerCase() ? undefined : keyField(kind, row.data);
  if (!shared) return refused({ message: `This is already told by ${before.place}` });
  const label = shared.label.toLowerCase();
  return refused({
    field: shared.name,
    message: `“${before.title}” in ${before.place} has the same ${label}. If this is another ${kind.label.one.toLowerCase()}, take the row without the ${label}`,
  });
}

/** The field by which an entry is known and without which it could be: the email address of a person. */
function keyField(kind: AnyKind, data: unknown) {
  return fillableFields(kind).find(({ name, required }) => {
    if (required || valueIn(data, name) === undefined) return false;
    const { [name]: _, ...less } = Object(data) as Readonly<Record<string, unknown>>; // An entity's data is an object.
    return kind.keyOf?.(less) === undefined;
  });
}
