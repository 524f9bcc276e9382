import { sql } from 'kysely';
import type { Head } from '../record/journal.ts';
import type { Database } from './database.ts';
import { listTables } from './table-shapes.ts';

/**
 * Takes every row of an organisation out of every table, as one transaction: record, journal, and who was let in; unless the
 * journal has gone on from where it ended when somebody decided so. `also` is done in the same step: nobody can begin the
 * organisation anew before its end.
 */
export async function removeOrganisation(
  database: Database,
  organisation: string,
  seen: Head,
  also: () => Promise<void>,
): Promise<boolean> {
  const removed = await database.forOrganisation(organisation, async (transaction) => {
    // Every append changes this row first, and waits for whoever holds it.
    const held = await transaction
      .updateTable('journal_head')
      .set(({ ref }) => ({ seq: ref('seq') }))
      .where('organisation', '=', organisation)
      .where('seq', '=', seen.seq)
      .where('hash', '=', seen.hash)
      .executeTakeFirst();
    if (held.numUpdatedRows !== 1n) return false;
    const tables = await listTables(database.kind, transaction);
    for (const { name, columns } of tables.toReversed())
      if (columns.includes('organisation'))
        await sql`delete from ${sql.table(name)} where organisation = ${organisation}`.execute(transaction);
    await also();
    return true;
  });
  if (removed) await database.wipeDeleted();
  return removed;
}
