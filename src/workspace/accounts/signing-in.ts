import { emailOf } from '../../record/email-address.ts';
import { type AccountServices, minutesAfter, refused } from './account-services.ts';
import type { Done, Opened, Origin, Refused, Visitor } from './accounts.ts';
import type { Attempts } from './attempts.ts';
import { organisationName } from './organisation-name.ts';
import { passwordFault } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { SecondFactors } from './second-factors.ts';
import type { SecurityLog } from './security-log.ts';
import type { Sessions } from './sessions.ts';

export type SigningIn = {
  /** With a password. Whoever has a second factor is asked for it next: the visitor then `needs` it. */
  readonly signIn: (
    typed: { readonly email: string; readonly password: string },
    origin: Origin,
  ) => Promise<Opened | Refused>;
  readonly giveSecondFactor: (visitor: Visitor, code: string, origin: Origin) => Promise<Opened | Refused>;
  /** Proves once more who one is, before something that matters. */
  readonly confirm: (visitor: Visitor, password: string, origin: Origin) => Promise<Opened | Refused>;
  readonly changePassword: (
    visitor: Visitor,
    typed: { readonly current: string; readonly next: string },
    origin: Origin,
  ) => Promise<Opened | Refused>;
  readonly signOut: (visitor: Visitor) => Promise<Done>;
};

/** Never says which of the two was wrong, nor whether there is such an account. */
const WRONG = 'Email address or password is not right';
/** For how long somebody who has just proved who they are need not do so again. */
const FRESH_MINUTES = 15;

/** Whether somebody proved who they are a short while ago. */
export function isFresh({ session }: Visitor, now: string): boolean {
  return session.signedInAt > minutesAfter(now, -FRESH_MINUTES);
}

export function createSigningIn(
  { database, records }: AccountServices,
  parts: {
    readonly passwords: Passwords;
    readonly sessions: Sessions;
    readonly attempts: Attempts;
    readonly secondFactors: SecondFactors;
    readonly log: SecurityLog;
  },
): SigningIn {
  const { passwords, sessions, attempts, secondFactors, log } = parts;
  const stored = (id: string) =>
    database.read.selectFrom('account').select(['email', 'password_hash']).where('id', '=', id).executeTakeFirst();

  /** Hashes anew what was hashed when less was asked for. Does nothing once the password has been changed by somebody else. */
  async function keepUp(id: string, was: string | null, password: string): Promise<void> {
    if (was === null || passwords.isUpToDate(was)) return;
    const password_hash = await passwords.hash(password);
    await database.inTransaction((transaction) =>
      transaction
        .updateTable('account')
        .set({ password_hash })
        .where('id', '=', id)
        .where('password_hash', '=', was)
        .execute(),
    );
  }

  return {
    signIn: async ({ email: typed, password }, origin) => {
      if (typed.trim() === '') return refused('invalid', 'Enter your email address', 'email');
      if (password === '') return refused('invalid', 'Enter your password', 'password');
      const email = emailOf(typed) ?? typed.trim().toLowerCase().slice(0, 254);
      const wait = await attempts.begin(email, origin);
      if (wait) return wait;
      const account = await database.read
        .selectFrom('account')
        .select(['id', 'password_hash'])
        .where('email', '=', email)
        .executeTakeFirst();
      const matches = await passwords.verify(account?.password_hash, password.slice(0, 1_000));
      if (!account || !matches) {
        await log.noteFailure(account?.id, 'sign-in', origin);
        return refused('refused', WRONG, 'password');
      }
      // With a second factor to come, the earlier failures stay until that has been given too.
      if (await secondFactors.has(account.id)) await attempts.halfWay(email, origin);
      else await attempts.succeeded(email, origin, account.id);
      await keepUp(account.id, account.password_hash, password);
      return sessions.open(account.id, origin, false);
    },

    giveSecondFactor: async (visitor, code, origin) => {
      const { id, email } = visitor.account;
      const wait = await attempts.begin(email, origin);
      if (wait) return wait;
      const checked = await secondFactors.check(id, code);
      if (!checked.ok) {
        await log.noteFailure(id, 'second-factor', origin);
        return checked;
      }
      await attempts.succeeded(email, origin, id);
      return sessions.renew(visitor, true, 'sign-in');
    },

    confirm: async (visitor, password, origin) => {
      const { id, email } = visitor.account;
      const wait = await attempts.begin(email, origin);
      if (wait) return wait;
      if (!(await passwords.verify((await stored(id))?.password_hash, password.slice(0, 1_000)))) {
        await log.noteFailure(id, 'confirm', origin);
        return refused('refused', 'Password is not right', 'password');
      }
      await attempts.halfWay(email, origin);
      return sessions.renew(visitor, visitor.session.secondFactor, 'confirm');
    },

    changePassword: async (visitor, { current, next }, origin) => {
      const { id, email, name } = visitor.account;
      const wait = await attempts.begin(email, origin);
      if (wait) return wait;
      const account = await stored(id);
      if (
        account?.password_hash !== null &&
        !(await passwords.verify(account?.password_hash, current.slice(0, 1_000)))
      ) {
        await log.noteFailure(id, 'confirm', origin);
        return refused('refused', 'Current password is not right', 'current');
      }
      await attempts.halfWay(email, origin);
      const names = await Promise.all(visitor.seats.map(({ organisation }) => organisationName(records, organisation)));
      const fault = await passwordFault(next, [email, name, ...names]);
      if (fault) return refused('invalid', fault, 'next');
      const password_hash = await passwords.hash(next);
      // All of it or nothing: a password that was changed because somebody knew it lets nobody go on.
      return database.inTransaction(async (transaction) => {
        await transaction.updateTable('account').set({ password_hash }).where('id', '=', id).execute();
        await log.noteIn(transaction, visitor, 'password-changed');
        return sessions.renewAlone(transaction, visitor, visitor.session.secondFactor);
      });
    },

    signOut: (visitor) => sessions.end(visitor, visitor.session.id),
  };
}
