import { type AccountServices, refused } from './account-services.ts';
import type { Opened, Origin, Refused } from './accounts.ts';
import type { OneTime } from './one-time.ts';
import { passwordFault } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { SecurityLog } from './security-log.ts';
import type { Sessions } from './sessions.ts';

/** Somebody who lost their password, with a link that whoever runs the server made for them. */
export type LostPasswords = {
  readonly isGood: (token: string) => Promise<boolean>;
  /** Gives a new password, ends every session and uses the link up: all of it or nothing. */
  readonly renew: (
    typed: { readonly token: string; readonly password: string },
    origin: Origin,
  ) => Promise<Opened | Refused>;
};

/** A link is as good as a password: it does not lie about for long. */
export const LOST_PASSWORD_MINUTES = 60;

const LINK_OVER = refused('expired', 'This link has been used or is too old. Ask for a new one');

export function createLostPasswords(
  { database }: AccountServices,
  parts: {
    readonly oneTime: OneTime;
    readonly passwords: Passwords;
    readonly sessions: Sessions;
    readonly log: SecurityLog;
  },
): LostPasswords {
  const { oneTime, passwords, sessions, log } = parts;
  return {
    isGood: (token) => oneTime.isGood('lost-password', token),

    renew: async ({ token, password }, origin) => {
      const data = await oneTime.look('lost-password', token);
      const account =
        data === undefined
          ? undefined
          : await database.read
              .selectFrom('account')
              .select(['email', 'name'])
              .where('id', '=', data)
              .executeTakeFirst();
      if (data === undefined || !account) return LINK_OVER;
      const fault = await passwordFault(password, [account.email, account.name]);
      if (fault !== undefined) return refused('invalid', fault, 'password');
      const password_hash = await passwords.hash(password);
      const done = await database.inTransaction(async (transaction) => {
        if ((await oneTime.useIn(transaction, 'lost-password', token)) !== data) return false;
        await transaction.updateTable('account').set({ password_hash }).where('id', '=', data).execute();
        await transaction.deleteFrom('session').where('account', '=', data).execute();
        await log.noteRenewal(transaction, data, origin);
        return true;
      });
      return done ? sessions.open(data, origin, false) : LINK_OVER;
    },
  };
}
