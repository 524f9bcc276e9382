import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** What the database itself says of one of its tables. */
export type TableShape = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key in their order. */
  readonly key: readonly string[];
  /** On PostgreSQL: its rows can only be seen where their organisation has been named. */
  readonly walled: boolean;
  /** Tables whose rows must be there first. */
  readonly refersTo: readonly string[];
};

/** Every table that holds data, those that others refer to before those that refer to them. */
export async function listTables(
  kind: Database['kind'],
  transaction: Transaction<Tables>,
): Promise<readonly TableShape[]> {
  const shapes = kind === 'sqlite' ? await sqliteTables(transaction) : await postgresTables(transaction);
  const keyless = shapes.find(({ key }) => key.length === 0);
  if (keyless) throw new Error(`The table ${keyless.name} has no primary key, so its rows have no order to be read in`);
  return inOrder(shapes);
}

async function sqliteTables(transaction: Transaction<Tables>): Promise<TableShape[]> {
  const { rows: names } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name
  `.execute(transaction);
  const shapes: TableShape[] = [];
  for (const { name } of names) {
    const { rows: columns } = await sql<{ name: string; pk: number }>`
      select name, pk from pragma_table_info(${name}) order by cid
    `.execute(transaction);
    const { rows: foreign } = await sql<{ target: string }>`
      select distinct "table" as target from pragma_foreign_key_list(${name})
    `.execute(transaction);
    shapes.push({
      name,
      columns: columns.map((column) => column.name),
      key: columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      walled: false,
      refersTo: foreign.map(({ target }) => target),
    });
  }
  return shapes;
}

async function postgresTables(transaction: Transaction<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<{ name: string; walled: boolean; columns: string[]; key: string[]; refers: string[] }>`
    select c.relname as name, c.relrowsecurity as walled,
      array(select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      array(select a.attname::text from pg_index i
            cross join lateral unnest(i.indkey::int[]) with ordinality as k(attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
            where f.conrelid = c.oid and f.contype = 'f') as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = current_schema() order by c.relname
  `.execute(transaction);
  return rows.map(({ refers, ...shape }) => ({ ...shape, refersTo: refers }));
}

function inOrder(shapes: readonly TableShape[]): readonly TableShape[] {
  const placed = new Set<string>();
  const ordered: TableShape[] = [];
  while (ordered.length < shapes.length) {
    const ready = shapes.filter(
      ({ name, refersTo }) =>
        !placed.has(name) &&
        refersTo.every((other) => other === name || placed.has(other) || !shapes.some((shape) => shape.name === other)),
    );
    if (ready.length === 0) throw new Error('The tables refer to each other in a circle, so none can be filled first');
    for (const shape of ready) {
      placed.add(shape.name);
      ordered.push(shape);
    }
  }
  return ordered;
}
