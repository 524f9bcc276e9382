import { type AccountServices, minutesAfter, refused } from './account-services.ts';
import type { Refused } from './accounts.ts';
import { afterFailure, type Counted, minutesToWait } from './throttle.ts';

/** Counts failed attempts to prove who one is, shared by all processes on the database. Addresses are kept as hashes only. */
export type Attempts = {
  /** Why it may not be tried now; undefined when it may. `who` is what was typed, whether there is such an account or not. */
  readonly mayTry: (who: string, address: string) => Promise<Refused | undefined>;
  readonly failed: (who: string, address: string) => Promise<void>;
  /** Forgets the failures of this address with this account, and remembers that it is known to it. */
  readonly succeeded: (who: string, address: string, account: string) => Promise<void>;
};

const FORGET_MINUTES = 24 * 60;

export function createAttempts({ database, now, today, hash, secretKey }: AccountServices): Attempts {
  // Keyed, so that a leaked table does not tell which addresses they were.
  const hidden = (text: string) => hash(`${Buffer.from(secretKey).toString('base64')} ${text}`);
  const keysOf = (who: string, address: string): readonly (readonly [Counted, string])[] => [
    ['pair', hidden(`pair ${who} ${address}`)],
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
    mayTry: async (who, address) => {
      const keys = keysOf(who, address);
      const rows = await database.read
        .selectFrom('failed_attempt')
        .selectAll()
        .where(
          'key',
          'in',
          keys.map(([, key]) => key),
        )
        .execute();
      if (rows.length === 0) return undefined;
      const byKey = new Map(rows.map((row) => [row.key, row]));
      let minutes = 0;
      for (const [counted, key] of keys) {
        const row = byKey.get(key);
        if (!row) continue;
        const wait = minutesToWait(
          counted,
          { failures: row.failures, firstAt: row.first_at, lastAt: row.last_at },
          now(),
        );
        if (wait > minutes && (counted !== 'account' || !(await isKnown(who, address)))) minutes = wait;
      }
      if (minutes === 0) return undefined;
      return refused('wait', `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`);
    },

    failed: async (who, address) => {
      const at = now();
      await database.inTransaction(async (transaction) => {
        await transaction
          .deleteFrom('failed_attempt')
          .where('last_at', '<', minutesAfter(at, -FORGET_MINUTES))
          .execute();
        for (const [counted, key] of keysOf(who, address)) {
          const row = await transaction
            .selectFrom('failed_attempt')
            .selectAll()
            .where('key', '=', key)
            .executeTakeFirst();
          const known = row && { failures: row.failures, firstAt: row.first_at, lastAt: row.last_at };
          const next = afterFailure(counted, known, at);
          const values = { failures: next.failures, first_at: next.firstAt, last_at: next.lastAt };
          await transaction
            .insertInto('failed_attempt')
            .values({ key, ...values })
            .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
            .execute();
        }
      });
    },

    succeeded: async (who, address, account) => {
      const [[, pair] = ['', '']] = keysOf(who, address);
      const seen_on = today();
      await database.inTransaction(async (transaction) => {
        await transaction.deleteFrom('failed_attempt').where('key', '=', pair).execute();
        await transaction
          .insertInto('known_address')
          .values({ account, address_hash: hidden(`known ${address}`), seen_on })
          .onConflict((conflict) => conflict.columns(['account', 'address_hash']).doUpdateSet({ seen_on }))
          .execute();
      });
    },
  };
}
