import type { Instant } from '../../record/holdings.ts';

/** Failures under one key, as they are kept. */
export type Failures = { readonly failures: number; readonly firstAt: Instant; readonly lastAt: Instant };

/**
 * What is counted. `pair` is one address trying one account, `address` one address trying any, `account` any address trying one
 * account. Nobody can lock another person out: `account` never holds for an address that has signed in to the account before.
 */
export type Counted = 'pair' | 'address' | 'account';

const MINUTE = 60_000;
/** After `free` failures each further one doubles the wait, from one minute to `longest` minutes; all is forgotten after `memory` minutes. */
const RULES: Readonly<Record<Counted, { readonly free: number; readonly longest: number; readonly memory: number }>> = {
  pair: { free: 5, longest: 15, memory: 60 },
  address: { free: 30, longest: 15, memory: 60 },
  account: { free: 50, longest: 60, memory: 24 * 60 },
};

/** Minutes still to wait, rounded up; 0 when it may be tried now. */
export function minutesToWait(counted: Counted, known: Failures | undefined, now: Instant): number {
  const { free, longest, memory } = RULES[counted];
  if (!known || known.failures < free) return 0;
  const since = Date.parse(now) - Date.parse(known.lastAt);
  if (since >= memory * MINUTE) return 0;
  const wait = Math.min(2 ** (known.failures - free), longest) * MINUTE;
  return Math.max(0, Math.ceil((wait - since) / MINUTE));
}

/** The count after one more failure. */
export function afterFailure(counted: Counted, known: Failures | undefined, now: Instant): Failures {
  const forgotten = !known || Date.parse(now) - Date.parse(known.lastAt) >= RULES[counted].memory * MINUTE;
  return forgotten
    ? { failures: 1, firstAt: now, lastAt: now }
    : { failures: known.failures + 1, firstAt: known.firstAt, lastAt: now };
}
