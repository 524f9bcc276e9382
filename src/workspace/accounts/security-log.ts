import type { Transaction } from 'kysely';
import type { Instant } from '../../record/holdings.ts';
import type { Tables } from '../../storage/tables.ts';
import { type AccountServices, minutesAfter } from './account-services.ts';
import type { Origin, Visitor } from './accounts.ts';
import { deviceWords } from './device-words.ts';

/** What can happen to an account that its owner would want to know of. */
const SECURITY_EVENTS = [
  'sign-in',
  /** The password was right, and a second factor was still to come. */
  'half-way',
  'second-factor',
  'confirm',
  'password-changed',
  'codes-added',
  'codes-removed',
  'recovery-codes-made',
  'passkey-added',
  'passkey-removed',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

export type SecurityRow = {
  readonly id: string;
  readonly at: Instant;
  readonly what: SecurityEvent;
  readonly succeeded: boolean;
  /** The browser in words; never a network address. */
  readonly device: string;
};

export type SecurityLog = {
  /** The latest of an account, newest first. */
  readonly list: (account: string) => Promise<readonly SecurityRow[]>;
  /** As part of the step that it tells of. */
  readonly noteSignIn: (
    transaction: Transaction<Tables>,
    account: string,
    what: 'sign-in' | 'half-way',
    device: string,
  ) => Promise<void>;
  /** A new password by a link, without a session. */
  readonly noteRenewal: (transaction: Transaction<Tables>, account: string, origin: Origin) => Promise<void>;
  /** What a visitor did in their session, as part of the same step. */
  readonly noteIn: (transaction: Transaction<Tables>, visitor: Visitor, what: SecurityEvent) => Promise<void>;
  /** An attempt that failed. Takes as long for an account that is not there as for one that is. */
  readonly noteFailure: (account: string | undefined, what: SecurityEvent, origin: Origin) => Promise<void>;
};

const KEPT_MINUTES = 90 * 24 * 60;
const SHOWN = 50;

export function createSecurityLog({ database, now, newId }: AccountServices): SecurityLog {
  async function forgetOld(transaction: Transaction<Tables>, at: Instant): Promise<void> {
    await transaction
      .deleteFrom('security_event')
      .where((where) => where.or([where('at', '<', minutesAfter(at, -KEPT_MINUTES)), where('account', 'is', null)]))
      .execute();
  }

  return {
    list: async (account) => {
      const rows = await database.read
        .selectFrom('security_event')
        .select(['id', 'at', 'what', 'succeeded', 'device'])
        .where('account', '=', account)
        .where('at', '>=', minutesAfter(now(), -KEPT_MINUTES))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(SHOWN)
        .execute();
      return rows.flatMap(({ what, succeeded, ...row }) =>
        isSecurityEvent(what) ? [{ ...row, what, succeeded: succeeded === 1 }] : [],
      );
    },

    noteSignIn: async (transaction, account, what, device) => {
      const at = now();
      await forgetOld(transaction, at);
      await transaction
        .insertInto('security_event')
        .values({ id: newId(), account, at, what, succeeded: 1, device })
        .execute();
    },

    noteRenewal: async (transaction, account, { userAgent }) => {
      await transaction
        .insertInto('security_event')
        .values({
          id: newId(),
          account,
          at: now(),
          what: 'password-changed',
          succeeded: 1,
          device: deviceWords(userAgent),
        })
        .execute();
    },

    noteIn: async (transaction, { account, session }, what) => {
      const device = await transaction
        .selectFrom('session')
        .select('device')
        .where('id', '=', session.id)
        .executeTakeFirst();
      await transaction
        .insertInto('security_event')
        .values({ id: newId(), account: account.id, at: now(), what, succeeded: 1, device: device?.device ?? '' })
        .execute();
    },

    noteFailure: (account, what, { userAgent }) =>
      database.inTransaction(async (transaction) => {
        const at = now();
        await forgetOld(transaction, at);
        await transaction
          .insertInto('security_event')
          .values({ id: newId(), account: account ?? null, at, what, succeeded: 0, device: deviceWords(userAgent) })
          .execute();
      }),
  };
}

function isSecurityEvent(text: string): text is SecurityEvent {
  return SECURITY_EVENTS.some((one) => one === text);
}
