import type { Change, Instant, Made } from '../../src/record/holdings.ts';

/** Changes as they were made, all at one instant. */
export function made(changes: readonly Change[], at: Instant = '2026-11-20T09:30:00.000Z'): readonly Made[] {
  return changes.map((change) => ({ ...change, at }));
}
