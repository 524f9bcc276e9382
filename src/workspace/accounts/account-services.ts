import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { isSeen } from '../../record/seen.ts';
import type { Database } from '../../storage/database.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import type { KeptRecords } from '../kept-records.ts';
import type { AccountProblem, Refused } from './accounts.ts';

/** What the use cases of accounts are given. */
export type AccountServices = {
  readonly database: Database;
  readonly journal: JournalStore;
  readonly records: KeptRecords;
  readonly now: () => Instant;
  readonly today: () => Day;
  readonly newId: () => string;
  /** So many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  readonly hash: (text: string) => string;
  readonly secretKey: Uint8Array;
};

/** A token nobody can guess: 256 random bits, as text for a link, cookie or header. */
export function freshToken({ random }: Pick<AccountServices, 'random'>): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** The instant so many minutes after another; minus goes back. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

export function refused(type: AccountProblem['type'], message: string, field?: string): Refused {
  return { ok: false, problem: { type, message, ...(field !== undefined && { field }) } };
}

/** A name of a person or thing in one line; undefined when there is none or it is too long. */
export function nameOf(text: string): string | undefined {
  const name = text.trim().replace(/\s+/g, ' ');
  return isSeen(name) && name.length <= 200 && !/\p{Cc}/u.test(name) ? name : undefined;
}
