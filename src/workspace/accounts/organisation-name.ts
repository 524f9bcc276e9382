import { listOf } from '../../record/holdings.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import type { KeptRecords } from '../kept-records.ts';

/** What an organisation calls itself in its own record. */
export async function organisationName(records: KeptRecords, id: string): Promise<string> {
  const record = await records.open(id);
  return (record && listOf(record.holdings, organisation)[0]?.data.name) ?? 'An organisation without a name';
}
