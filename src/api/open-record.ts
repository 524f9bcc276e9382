import type { KeptRecord } from '../workspace/kept-records.ts';
import type { Call } from './route.ts';

/** The record a token belongs to; that it is not there is a fault of ours. */
export async function openRecord({
  services,
  caller,
}: Pick<Call<unknown, unknown, unknown>, 'services' | 'caller'>): Promise<KeptRecord> {
  const record = await services.records.open(caller.organisation);
  if (!record) throw new Error('The organisation of a token has no record');
  return record;
}
