import type { Transaction } from 'kysely';
import type { Instant } from '../../record/holdings.ts';
import type { Tables } from '../../storage/tables.ts';
import { type AccountServices, minutesAfter, refused } from './account-services.ts';
import type { Refused } from './accounts.ts';
import { afterFailure, type Counted, type Failures, minutesToWait } from './throttle.ts';

/**
 * Counts failed attempts to prove who one is, shared by all processes on the database. Addresses are kept as hashes only. An
 * attempt counts as failed from the moment it is let through until it turns out well: however many come at once, no more are
 * looked at than if they came one after the other.
 */
export type Attempts = {
  /** Counts one more, or says why it may not be tried now. `who` is what was typed, whether there is such an account or not. */
  readonly begin: (who: string, address: string) => Promise<Refused | undefined>;
  /** Takes this one back and no more: the password was right, and a second factor is still to come. */
  readonly halfWay: (who: string, address: string) => Promise<void>;
  /** Forgets the failures of this address with this account, and remembers that it is known to it. */
  readonly succeeded: (who: string, address: string, account: string) => Promise<void>;
};

const FORGET_MINUTES = 24 * 60;

export function createAttempts({ database, now, today, hash, secretKey }: AccountServices): Attempts {
  // Keyed, so that a leaked table does not tell which addresses they were.
  const hidden = (text: string) => hash(`${Buffer.from(secretKey).toString('base64')} ${text}`);
  const pairKey = (who: string, address: string) => hidden(`pair ${who} ${address}`);
  const keysOf = (who: string, address: string): readonly (readonly [Counted, string])[] => [
    ['pair', pairKey(who, address)],
    ['address', hidden(`address ${address}`)],
    ['account', hidden(`account ${who}`)],
  ];

  async function isKnown(who: string, address: string): Promise<boolean> {
    const row = await database.read
      .selectFrom('known_address')
      .innerJoin('account', 'account.id', 'known_address.account')
      .select('account.id')
      .where('account.email', '=', who)
      .where('address_hash', '=', hidden(`known ${address}`))
      .executeTakeFirst();
    return row !== undefined;
  }

  return {
    begin: async (who, address) => {
      const at = now();
      const known = await isKnown(who, address);
      const minutes = await database.inTransaction(async (transaction) => {
        await transaction
          .deleteFrom('failed_attempt')
          .where('last_at', '<', minutesAfter(at, -FORGET_MINUTES))
          .execute();
        let wait = 0;
        const counts: { readonly key: string; readonly next: Failures }[] = [];
        for (const [counted, key] of keysOf(who, address)) {
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

    halfWay: (who, address) => database.inTransaction((transaction) => takeBack(transaction, who, address)),

    succeeded: async (who, address, account) => {
      const seen_on = today();
      await database.inTransaction(async (transaction) => {
        await takeBack(transaction, who, address);
        await transaction
          .updateTable('failed_attempt')
          .set({ failures: 0 })
          .where('key', '=', pairKey(who, address))
          .execute();
        await transaction
          .insertInto('known_address')
          .values({ account, address_hash: hidden(`known ${address}`), seen_on })
          .onConflict((conflict) => conflict.columns(['account', 'address_hash']).doUpdateSet({ seen_on }))
          .execute();
      });
    },
  };

  async function takeBack(transaction: Transaction<Tables>, who: string, address: string): Promise<void> {
    for (const [, key] of keysOf(who, address))
      await transaction
        .updateTable('failed_attempt')
        .set((row) => ({ failures: row('failures', '-', 1) }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute();
  }
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
