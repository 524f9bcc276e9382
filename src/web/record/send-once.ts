import type { Asked, KeptRecords, Once, PerformProblem } from '../../workspace/kept-records.ts';
import type { SeatedVisit } from '../route.ts';
import { leadsTo, sentKey } from '../sent-before.ts';
import { actorOf } from './record-visit.ts';

export type Sent =
  | { readonly ok: true /** The page to go on to. */; readonly to: string }
  | { readonly ok: false; readonly problem: PerformProblem };

/** Does what a form asks for, once, however often the same form is sent. `to` is the page to go on to when it is done. */
export async function sendOnce(
  records: KeptRecords,
  visit: SeatedVisit,
  asked: Asked,
  to: string | Once['answer'],
  extras?: Parameters<KeptRecords['perform']>[3],
): Promise<Sent> {
  const answer = typeof to === 'string' ? () => to : to;
  const key = sentKey(visit);
  const once = key === undefined ? undefined : { key, answer };
  const done = await records.perform(visit.seat.organisation, actorOf(visit), asked, extras, once);
  if (!done.ok) return done;
  const { answered, record } = done;
  return {
    ok: true,
    to: answered ? leadsTo(answered, record.head.seq) : answer({ ...done, holdings: record.holdings }),
  };
}
