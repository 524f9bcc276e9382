import type { Transaction } from 'kysely';
import { dayBefore } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { Tables } from '../../storage/tables.ts';
import { type AccountServices, minutesAfter, refused } from './account-services.ts';
import type { Origin, Refused } from './accounts.ts';
import { afterFailure, type Counted, type Failures, minutesToWait } from './throttle.ts';

/**
 * Counts failed attempts to prove who one is, shared by all processes on the database. Addresses are kept as hashes only. An
 * attempt counts as failed from the moment it is let through until it turns out well: however many come at once, no more are
 * looked at than if they came one after the other.
 */
export type Attempts = {
  /** Counts one more, or says why it may not be tried now. `who` is what was typed, whether there is such an account or not. */
  readonly begin: (who: string, origin: Origin) => Promise<Refused | undefined>;
  /** Takes this one back and no more: the password was right, and a second factor is still to come. */
  readonly halfWay: (who: string, origin: Origin) => Promise<void>;
  /** Forgets the failures from there with this account, and remembers that address and device are known to it. */
  readonly succeeded: (who: string, origin: Origin, account: string) => Promise<void>;
};

const FORGET_MINUTES = 24 * 60;
/** Addresses and devices that nobody signed in from for so long are forgotten. */
const KNOWN_FOR = 'P1Y';

export function createAttempts({ database, now, today, hash, secretKey }: AccountServices): Attempts {
  // Keyed, so that a leaked table does not tell which addresses they were.
  const hidden = (text: string) => hash(`${Buffer.from(secretKey).toString('base64')} ${text}`);
  const knownHash = (from: string) => hidden(`known ${from}`);
  const fromDevice = (device: string) => `device ${device}`;

  /**
   * A browser that has signed in to the account before is counted by itself alone: nothing that others do, not even those
   * behind the same address, keeps its owner out.
   */
  async function keysOf(who: string, { address, device }: Origin): Promise<readonly (readonly [Counted, string])[]> {
    if (device !== undefined && (await isKnown(who, fromDevice(device))))
      return [['pair', hidden(`pair ${who} ${fromDevice(device)}`)]];
    return [
      ['pair', hidden(`pair ${who} ${address}`)],
      ['address', hidden(`address ${address}`)],
      ['account', hidden(`account ${who}`)],
    ];
  }

  async function isKnown(who: string, from: string): Promise<boolean> {
    const row = await database.read
      .selectFrom('known_address')
      .innerJoin('account', 'account.id', 'known_address.account')
      .select('account.id')
      .where('account.email', '=', who)
      .where('address_hash', '=', knownHash(from))
      .executeTakeFirst();
    return row !== undefined;
  }

  return {
    begin: async (who, origin) => {
      const at = now();
      const [known, keys] = await Promise.all([isKnown(who, origin.address), keysOf(who, origin)]);
      const minutes = await database.inTransaction(async (transaction) => {
        await transaction
          .deleteFrom('failed_attempt')
          .where('last_at', '<', minutesAfter(at, -FORGET_MINUTES))
          .execute();
        let wait = 0;
        const counts: { readonly key: string; readonly next: Failures }[] = [];
        for (const [counted, key] of keys) {
          const before = await held(transaction, key, at);
          if (counted !== 'account' || !known) wait = Math.max(wait, minutesToWait(counted, before, at));
          counts.push({ key, next: afterFailure(counted, before, at) });
        }
        // One that is turned away unseen tells nothing, and so does not count.
        if (wait > 0) return wait;
        for (const { key, next } of counts)
          await transaction
            .updateTable('failed_attempt')
            .set({ failures: next.failures, first_at: next.firstAt, last_at: next.lastAt })
            .where('key', '=', key)
            .execute();
        return 0;
      });
      if (minutes === 0) return undefined;
      return refused('wait', `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`);
    },

    halfWay: async (who, origin) => {
      const keys = await keysOf(who, origin);
      await database.inTransaction((transaction) => takeBack(transaction, keys));
    },

    succeeded: async (who, origin, account) => {
      const seen_on = today();
      const keys = await keysOf(who, origin);
      const from = [origin.address, ...(origin.device === undefined ? [] : [fromDevice(origin.device)])];
      await database.inTransaction(async (transaction) => {
        await takeBack(transaction, keys);
        for (const [counted, key] of keys)
          if (counted === 'pair')
            await transaction.updateTable('failed_attempt').set({ failures: 0 }).where('key', '=', key).execute();
        await transaction
          .insertInto('known_address')
          .values(from.map((one) => ({ account, address_hash: knownHash(one), seen_on })))
          .onConflict((conflict) => conflict.columns(['account', 'address_hash']).doUpdateSet({ seen_on }))
          .execute();
        await transaction.deleteFrom('known_address').where('seen_on', '<', dayBefore(seen_on, KNOWN_FOR)).execute();
      });
    },
  };
}

async function takeBack(
  transaction: Transaction<Tables>,
  keys: readonly (readonly [Counted, string])[],
): Promise<void> {
  for (const [, key] of keys)
    await transaction
      .updateTable('failed_attempt')
      .set((row) => ({ failures: row('failures', '-', 1) }))
      .where('key', '=', key)
      .where('failures', '>', 0)
      .execute();
}

/** What is counted under a key, held until the transaction ends. Everybody asks for pair, address and account in this order. */
async function held(transaction: Transaction<Tables>, key: string, at: Instant): Promise<Failures> {
  const row = await transaction
    .insertInto('failed_attempt')
    .values({ key, failures: 0, first_at: at, last_at: at })
    // Writing what is there is what both databases lock a row by.
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((was) => ({ failures: was.ref('failed_attempt.failures') })),
    )
    .returning(['failures', 'first_at', 'last_at'])
    .executeTakeFirstOrThrow();
  return { failures: row.failures, firstAt: row.first_at, lastAt: row.last_at };
}
