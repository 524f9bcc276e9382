import type { Day } from '../../record/day.ts';

/** The day that the example's documents speak of: on it, they and the example's registers agree. */
export const DOCUMENTS_DAY: Day = '2026-11-20';

const PREFIX = 'example-';

/**
 * The id of the example organisation of an account: each has at most one. That it is an example stands in its id, which nobody
 * can change and which goes with it into addresses, backups and exports; all other ids are UUIDs.
 */
export function exampleOf(account: string): string {
  return `${PREFIX}${account}`;
}

export function isExample(organisation: string): boolean {
  return organisation.startsWith(PREFIX);
}
