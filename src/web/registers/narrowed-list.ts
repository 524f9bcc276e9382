import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, type Entity, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { dataIn, titleOf, valueInWords } from '../record/field-words.ts';
import type { Form } from '../route.ts';

/** An entry of a register with what it is called. */
export type ListedRow = { readonly entity: Entity; readonly title: string };

/** How somebody wants a register: words to find, choices to keep to, and the column to sort by. */
export type ListAsked = {
  readonly find: string;
  /** Field names and the value each is to have; `none` stands for nothing said. */
  readonly only: ReadonlyMap<string, string>;
  /** Name of a field; undefined sorts by title. */
  readonly by: string | undefined;
  readonly down: boolean;
};

export const NOTHING_SAID = 'none';

/** Columns of a list, besides the title. */
const COLUMNS = 4;
const IN_A_LIST: ReadonlySet<Field['is']> = new Set([
  'text',
  'day',
  'choice',
  'yes-no',
  'reference',
  'number',
  'instant',
]);

/** Made once: making one costs more than comparing a thousand names. */
const byName = new Intl.Collator('en-GB', { numeric: true });

/** Fields that a list can be narrowed by: those with few answers. */
export function narrowingFields(kind: AnyKind): readonly Field[] {
  return fieldsOf(kind).filter(({ is }) => is === 'choice' || is === 'yes-no');
}

/** What an address asks of a list; what it cannot ask is left out. */
export function listAsked(kind: AnyKind, query: Form): ListAsked {
  const fields = fieldsOf(kind);
  const by = query.text('by');
  const only = narrowingFields(kind).flatMap((field): [string, string][] => {
    const value = query.text(field.name);
    return valuesOf(field).some((one) => one.value === value) ? [[field.name, value]] : [];
  });
  return {
    find: query.text('find').trim().slice(0, 200),
    only: new Map(only),
    by: fields.some(({ name }) => name === by) ? by : undefined,
    down: query.text('order') === 'down',
  };
}

/** What a field can be narrowed to, in words. */
export function valuesOf({ is, options = [], required }: Field): readonly { value: string; label: string }[] {
  const values = is === 'yes-no' ? YES_NO : options;
  return required ? values : [...values, { value: NOTHING_SAID, label: 'Not said' }];
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The address of the same list with something asked otherwise, back on its first page. */
export function addressOf(path: string, asked: ListAsked, over: Partial<ListAsked> = {}): string {
  const { find, only, by, down } = { ...asked, ...over };
  const query = new URLSearchParams();
  if (find !== '') query.set('find', find);
  for (const [name, value] of only) query.set(name, value);
  if (by !== undefined) query.set('by', by);
  if (down) query.set('order', 'down');
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The entries that are asked for, in the order asked for. What says nothing in the column sorted by comes last. */
export function narrowed(kind: AnyKind, holdings: Holdings, asked: ListAsked): readonly ListedRow[] {
  const fields = fieldsOf(kind);
  const wanted = asked.find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const rows = [...(holdings.of.get(kind.name)?.values() ?? [])]
    .filter(({ data }) => [...asked.only].every(([name, value]) => keptTo(dataIn(data)[name], value)))
    .map((entity) => ({ entity, title: titleOf(kind, entity.data) }))
    .filter((row) => wanted.length === 0 || holdsAll(row, fields, holdings, wanted));
  const field = fields.find(({ name }) => name === asked.by);
  const order = field ? keyed(rows, (row) => sortKey(field, row.entity, holdings)) : keyed(rows, ({ title }) => title);
  return order
    .sort((a, b) => compare(a.key, b.key, asked.down) || byName.compare(a.row.title, b.row.title))
    .map(({ row }) => row);
}

/** The columns of a list: those that say something other than the title in one of its rows. */
export function listedColumns(kind: AnyKind, rows: readonly ListedRow[], holdings: Holdings): readonly Field[] {
  return fieldsOf(kind)
    .filter((field) => (kind.listed ? kind.listed.includes(field.name) : IN_A_LIST.has(field.is)))
    .filter((field) => rows.some(({ entity, title }) => !['', title].includes(cellOf(field, entity, holdings))))
    .slice(0, COLUMNS);
}

export function cellOf(field: Field, { data }: Entity, holdings: Holdings): string {
  return valueInWords(field, dataIn(data)[field.name], holdings);
}

function keptTo(value: unknown, wanted: string): boolean {
  if (wanted === NOTHING_SAID) return value === undefined;
  return typeof value === 'boolean' ? value === (wanted === 'yes') : value === wanted;
}

function holdsAll(
  { entity, title }: ListedRow,
  fields: readonly Field[],
  holdings: Holdings,
  wanted: readonly string[],
) {
  const left = wanted.filter((word) => !title.toLowerCase().includes(word));
  if (left.length === 0) return true;
  const said = fields
    .map((field) => cellOf(field, entity, holdings))
    .join('\n')
    .toLowerCase();
  return left.every((word) => said.includes(word));
}

type SortKey = string | number;

function keyed(rows: readonly ListedRow[], keyOf: (row: ListedRow) => SortKey) {
  return rows.map((row) => ({ row, key: keyOf(row) }));
}

/** Days and instants sort as they are kept, numbers by their size, the rest by its words. */
function sortKey(field: Field, entity: Entity, holdings: Holdings): SortKey {
  const value = dataIn(entity.data)[field.name];
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && (field.is === 'day' || field.is === 'instant')) return value;
  return cellOf(field, entity, holdings);
}

function compare(a: SortKey, b: SortKey, down: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : byName.compare(String(a), String(b));
  return down ? -order : order;
}
