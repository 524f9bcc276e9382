import { listOf } from '../../record/holdings.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import type { KeptRecord, KeptRecords } from '../kept-records.ts';

/** What an organisation calls itself in its own record. */
export async function organisationName(records: KeptRecords, id: string): Promise<string> {
  return nameIn(await records.open(id));
}

export function nameIn(record: KeptRecord | undefined): string {
  return (record && listOf(record.holdings, organisation)[0]?.data.name) ?? 'An organisation without a name';
}
