import type { Transaction } from 'kysely';
import type { Instant } from '../../record/holdings.ts';
import type { Tables } from '../../storage/tables.ts';
import { isRole } from '../may.ts';
import { type AccountServices, freshToken, minutesAfter } from './account-services.ts';
import type { Done, Opened, Origin, Seat, SessionRow, Visitor } from './accounts.ts';
import { deviceWords } from './device-words.ts';
import { nameIn } from './organisation-name.ts';
import type { SecurityLog } from './security-log.ts';

/** Somebody who has gone away is signed out after this, and everybody once a day. */
const IDLE_MINUTES = 8 * 60;
const LONGEST_MINUTES = 24 * 60;
/** How exactly "last seen" is kept: every page would be a write otherwise. */
const SEEN_MINUTES = 5;

export type Sessions = {
  readonly open: (account: string, origin: Origin, secondFactor: boolean) => Promise<Opened>;
  /** A new token for the same session, for when somebody has proved more of who they are. */
  readonly renew: (visitor: Visitor, secondFactor: boolean, what: 'sign-in' | 'confirm') => Promise<Opened>;
  readonly visitorOf: (token: string) => Promise<Visitor | undefined>;
  readonly list: (visitor: Visitor) => Promise<readonly SessionRow[]>;
  /** Ends one of one's own sessions. */
  readonly end: (visitor: Visitor, session: string) => Promise<Done>;
  readonly endOthers: (account: string, except: string | undefined) => Promise<void>;
  /** Ends every other session of an account and gives this one a new token, as part of a change that shuts others out. */
  readonly renewAlone: (transaction: Transaction<Tables>, visitor: Visitor, secondFactor: boolean) => Promise<Opened>;
};

export function createSessions(services: AccountServices, log: SecurityLog): Sessions {
  const { database, now, newId, hash } = services;

  return {
    open: async (account, origin, secondFactor) => {
      const token = freshToken(services);
      const at = now();
      await database.inTransaction(async (transaction) => {
        await transaction.deleteFrom('session').where('created_at', '<', minutesAfter(at, -LONGEST_MINUTES)).execute();
        await transaction
          .insertInto('session')
          .values({
            id: newId(),
            token_hash: hash(token),
            account,
            second_factor: secondFactor ? 1 : 0,
            device: deviceWords(origin.userAgent),
            created_at: at,
            signed_in_at: at,
            seen_at: at,
          })
          .execute();
        const withCodes = await transaction
          .selectFrom('account')
          .select('id')
          .where('id', '=', account)
          .where('totp_confirmed_at', 'is not', null)
          .executeTakeFirst();
        const what = withCodes && !secondFactor ? 'half-way' : 'sign-in';
        await log.noteSignIn(transaction, account, what, deviceWords(origin.userAgent));
      });
      return { ok: true, token };
    },

    renew: async (visitor, secondFactor, what) => {
      const token = freshToken(services);
      await database.inTransaction(async (transaction) => {
        await transaction
          .updateTable('session')
          .set({ token_hash: hash(token), second_factor: secondFactor ? 1 : 0, signed_in_at: now() })
          .where('id', '=', visitor.session.id)
          .execute();
        await log.noteIn(transaction, visitor, what);
      });
      return { ok: true, token };
    },

    renewAlone: async (transaction, { account, session }, secondFactor) => {
      const token = freshToken(services);
      await transaction.deleteFrom('session').where('account', '=', account.id).where('id', '!=', session.id).execute();
      await transaction
        .updateTable('session')
        .set({ token_hash: hash(token), second_factor: secondFactor ? 1 : 0, signed_in_at: now() })
        .where('id', '=', session.id)
        .execute();
      return { ok: true, token };
    },

    visitorOf: async (token) => {
      const at = now();
      const row = await database.read
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account')
        .select([
          'session.id',
          'session.created_at',
          'session.signed_in_at',
          'session.seen_at',
          'session.second_factor',
          'account.id as account',
          'account.email',
          'account.name',
          'account.totp_confirmed_at',
        ])
        .where('token_hash', '=', hash(token))
        .executeTakeFirst();
      if (!row || !isAlive(row, at)) return undefined;
      if (row.seen_at < minutesAfter(at, -SEEN_MINUTES)) await seen(row.id, at);
      const seats = await seatsOf(row.account);
      const secondFactor = row.second_factor === 1;
      const needs = await needsOf(row.account, seats, secondFactor, row.totp_confirmed_at !== null);
      return {
        account: { id: row.account, email: row.email, name: row.name },
        session: { id: row.id, signedInAt: row.signed_in_at, secondFactor },
        seats,
        ...(needs && { needs }),
      };
    },

    list: async ({ account, session }) => {
      const at = now();
      const rows = await database.read
        .selectFrom('session')
        .select(['id', 'device', 'created_at', 'seen_at'])
        .where('account', '=', account.id)
        .orderBy('seen_at', 'desc')
        .execute();
      return rows
        .filter((row) => isAlive(row, at))
        .map((row) => ({
          id: row.id,
          device: row.device,
          createdAt: row.created_at,
          seenAt: row.seen_at,
          current: row.id === session.id,
        }));
    },

    end: async ({ account }, session) => {
      await database.inTransaction((transaction) =>
        transaction.deleteFrom('session').where('id', '=', session).where('account', '=', account.id).execute(),
      );
      return { ok: true };
    },

    endOthers: async (account, except) => {
      await database.inTransaction((transaction) => {
        const all = transaction.deleteFrom('session').where('account', '=', account);
        return (except === undefined ? all : all.where('id', '!=', except)).execute();
      });
    },
  };

  async function seen(session: string, at: Instant): Promise<void> {
    await database.inTransaction((transaction) =>
      transaction.updateTable('session').set({ seen_at: at }).where('id', '=', session).execute(),
    );
  }

  async function seatsOf(account: string): Promise<readonly Seat[]> {
    const rows = await database.read
      .selectFrom('membership')
      .select(['organisation', 'role', 'until'])
      .where('account', '=', account)
      .orderBy('created_at')
      .execute();
    const today = services.today();
    const open = rows.filter(({ until }) => until === null || until >= today);
    // Names come from the records, which are in memory unless somebody has changed them: one read however many there are.
    const kept = await services.records.openAll(open.map(({ organisation }) => organisation));
    return open.flatMap(({ organisation, role, until }) =>
      isRole(role)
        ? [
            {
              organisation,
              organisationName: nameIn(kept.get(organisation)),
              role,
              ...(until !== null && { until }),
            },
          ]
        : [],
    );
  }

  /** Whoever has a second factor gives it; whoever has none must get one where an organisation of theirs requires it. */
  async function needsOf(
    account: string,
    seats: readonly Seat[],
    given: boolean,
    hasCodes: boolean,
  ): Promise<Visitor['needs']> {
    if (given) return undefined;
    if (hasCodes) return 'second-factor';
    if (seats.length === 0) return undefined;
    const required = await database.read
      .selectFrom('organisation_setting')
      .innerJoin('membership', 'membership.organisation', 'organisation_setting.organisation')
      .select('organisation_setting.organisation')
      .where('membership.account', '=', account)
      .where('require_second_factor', '=', 1)
      .execute();
    if (!required.some(({ organisation }) => seats.some((seat) => seat.organisation === organisation)))
      return undefined;
    // A passkey is a second factor too: who has one gives it, or else a password that leaked could add another.
    const passkey = await database.read
      .selectFrom('passkey')
      .select('id')
      .where('account', '=', account)
      .executeTakeFirst();
    return passkey ? 'second-factor' : 'enrol';
  }
}

function isAlive(session: { readonly created_at: Instant; readonly seen_at: Instant }, now: Instant): boolean {
  return session.seen_at > minutesAfter(now, -IDLE_MINUTES) && session.created_at > minutesAfter(now, -LONGEST_MINUTES);
}
