import { sql } from 'kysely';
import type { Database } from './database.ts';
import { listTables } from './table-shapes.ts';

/** Takes every row of an organisation out of every table, as one transaction: record, journal, and who was let in. */
export async function removeOrganisation(database: Database, organisation: string): Promise<void> {
  await database.forOrganisation(organisation, async (transaction) => {
    // Every append changes this row first, and waits for whoever holds it.
    await transaction
      .updateTable('journal_head')
      .set(({ ref }) => ({ seq: ref('seq') }))
      .where('organisation', '=', organisation)
      .execute();
    const tables = await listTables(database.kind, transaction);
    for (const { name, columns } of tables.toReversed())
      if (columns.includes('organisation'))
        await sql`delete from ${sql.table(name)} where organisation = ${organisation}`.execute(transaction);
  });
  await database.wipeDeleted();
}
