import type { Transaction } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Tables } from '../../storage/tables.ts';
import { type AccountServices, refused } from './account-services.ts';
import type { Done, Opened, Refused, Visitor } from './accounts.ts';
import { NONCE_BYTES, openSecret, sealSecret } from './sealed-secret.ts';
import type { SecurityLog } from './security-log.ts';
import type { Sessions } from './sessions.ts';

/** What somebody needs to set their app up: the picture it scans, and the same as text to type. */
export type Enrolment = { readonly uri: string; readonly secret: string; readonly qrSvg: string };

export type SecondFactors = {
  readonly has: (account: string) => Promise<boolean>;
  /** Begins anew each time; counts only once a code has confirmed it. */
  readonly enrol: (visitor: Visitor) => Promise<{ readonly ok: true; readonly enrolment: Enrolment } | Refused>;
  /** The picture again, for a form that came back with a mistake. */
  readonly pending: (visitor: Visitor) => Promise<Enrolment | undefined>;
  /** Gives the recovery codes, which are shown once, and a new token: every other session has ended. */
  readonly confirm: (
    visitor: Visitor,
    code: string,
  ) => Promise<(Opened & { readonly recoveryCodes: readonly string[] }) | Refused>;
  /** A code from the app, or a recovery code. Each counts once. */
  readonly check: (account: string, code: string) => Promise<Done>;
  readonly newRecoveryCodes: (visitor: Visitor) => Promise<readonly string[]>;
  readonly recoveryCodesLeft: (account: string) => Promise<number>;
  /** Ends every other session, and gives this one a new token. */
  readonly remove: (visitor: Visitor) => Promise<Opened>;
};

const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
const WRONG = 'Enter the 6-digit code that your app shows now, or one of your recovery codes';
const PASSKEY_INSTEAD = 'Sign out, then sign in with your passkey';

export function createSecondFactors(
  services: AccountServices,
  { sessions, log }: { readonly sessions: Sessions; readonly log: SecurityLog },
): SecondFactors {
  const { database, now, random, hash, secretKey } = services;

  async function read(account: string) {
    return database.read
      .selectFrom('account')
      .select(['email', 'totp_secret', 'totp_confirmed_at'])
      .where('id', '=', account)
      .executeTakeFirst();
  }

  async function hasPasskey(account: string): Promise<boolean> {
    const row = await database.read
      .selectFrom('passkey')
      .select('id')
      .where('account', '=', account)
      .executeTakeFirst();
    return row !== undefined;
  }

  function totp(account: string, sealed: string, email: string): TOTP | undefined {
    const secret = openSecret(sealed, `totp ${account}`, secretKey);
    return secret === undefined
      ? undefined
      : new TOTP({ issuer: 'Perennial', label: email, secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  }

  async function shown(code: TOTP): Promise<Enrolment> {
    const { qrSvg } = await import('./qr-code.ts');
    const uri = code.toString();
    return { uri, secret: code.secret.base32, qrSvg: await qrSvg(uri) };
  }

  /** Accepts a code of now or of one step before or after, and no code twice. */
  async function takeCode(account: string, code: TOTP, text: string): Promise<boolean> {
    const timestamp = Date.parse(now());
    const delta = code.validate({ token: text, timestamp, window: 1 });
    if (delta === null) return false;
    const step = Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
    const taken = await database.inTransaction((transaction) =>
      transaction
        .updateTable('account')
        .set({ totp_last_step: step })
        .where('id', '=', account)
        .where((where) => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)]))
        .executeTakeFirst(),
    );
    return taken.numUpdatedRows === 1n;
  }

  async function recoveryCodesIn(transaction: Transaction<Tables>, account: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(random(10)));
    // Holds the account, so that of two who make codes at once the later finds the codes of the earlier and replaces them.
    await transaction.updateTable('account').set({ id: account }).where('id', '=', account).execute();
    await transaction.deleteFrom('recovery_code').where('account', '=', account).execute();
    await transaction
      .insertInto('recovery_code')
      .values(codes.map((code) => ({ account, hash: hash(`${account} ${plain(code)}`), used_at: null })))
      .execute();
    return codes;
  }

  return {
    has: async (account) => ((await read(account))?.totp_confirmed_at ?? null) !== null,

    enrol: async ({ account, session }) => {
      // Or else a password that leaked would be enough to put a factor of one's own beside the owner's passkey.
      if (!session.secondFactor && (await hasPasskey(account.id)))
        return refused('refused', 'Sign in with your passkey first, then add codes from an app');
      if (((await read(account.id))?.totp_confirmed_at ?? null) !== null)
        return refused('refused', 'You have a second factor already. Remove it first');
      const secret = new Secret({ size: 20 });
      const sealed = sealSecret(secret.base32, `totp ${account.id}`, secretKey, random(NONCE_BYTES));
      await database.inTransaction((transaction) =>
        transaction
          .updateTable('account')
          .set({ totp_secret: sealed, totp_last_step: null })
          .where('id', '=', account.id)
          .where('totp_confirmed_at', 'is', null)
          .execute(),
      );
      const code = totp(account.id, sealed, account.email);
      if (!code) throw new Error('A secret that was just sealed could not be opened');
      return { ok: true, enrolment: await shown(code) };
    },

    pending: async ({ account }) => {
      const row = await read(account.id);
      if (!row?.totp_secret || row.totp_confirmed_at !== null) return undefined;
      const code = totp(account.id, row.totp_secret, row.email);
      return code && shown(code);
    },

    confirm: async (visitor, text) => {
      const { account } = visitor;
      const row = await read(account.id);
      const code = row?.totp_secret ? totp(account.id, row.totp_secret, row.email) : undefined;
      if (!code || row?.totp_confirmed_at)
        return refused('expired', 'Start again: there is no second factor to confirm');
      if (!(await takeCode(account.id, code, text.replace(/\s/g, ''))))
        return refused('invalid', 'Enter the 6-digit code that your app shows now', 'code');
      return database.inTransaction(async (transaction) => {
        await transaction
          .updateTable('account')
          .set({ totp_confirmed_at: now() })
          .where('id', '=', account.id)
          .execute();
        const recoveryCodes = await recoveryCodesIn(transaction, account.id);
        await log.noteIn(transaction, visitor, 'codes-added');
        return { ...(await sessions.renewAlone(transaction, visitor, true)), recoveryCodes };
      });
    },

    check: async (account, text) => {
      const row = await read(account);
      if (!row?.totp_secret || row.totp_confirmed_at === null)
        return refused('invalid', (await hasPasskey(account)) ? PASSKEY_INSTEAD : WRONG, 'code');
      const typed = text.replace(/\s/g, '');
      if (/^\d{6}$/.test(typed)) {
        const code = totp(account, row.totp_secret, row.email);
        if (code && (await takeCode(account, code, typed))) return { ok: true };
        return refused('invalid', WRONG, 'code');
      }
      const used = await database.inTransaction((transaction) =>
        transaction
          .updateTable('recovery_code')
          .set({ used_at: now() })
          .where('account', '=', account)
          .where('hash', '=', hash(`${account} ${plain(typed)}`))
          .where('used_at', 'is', null)
          .executeTakeFirst(),
      );
      return used.numUpdatedRows === 1n ? { ok: true } : refused('invalid', WRONG, 'code');
    },

    newRecoveryCodes: (visitor) =>
      database.inTransaction(async (transaction) => {
        await log.noteIn(transaction, visitor, 'recovery-codes-made');
        return recoveryCodesIn(transaction, visitor.account.id);
      }),

    recoveryCodesLeft: async (account) =>
      (
        await database.read
          .selectFrom('recovery_code')
          .select('hash')
          .where('account', '=', account)
          .where('used_at', 'is', null)
          .execute()
      ).length,

    remove: (visitor) =>
      database.inTransaction(async (transaction) => {
        const { id } = visitor.account;
        await transaction
          .updateTable('account')
          .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
          .where('id', '=', id)
          .execute();
        await transaction.deleteFrom('recovery_code').where('account', '=', id).execute();
        await log.noteIn(transaction, visitor, 'codes-removed');
        return sessions.renewAlone(transaction, visitor, visitor.session.secondFactor);
      }),
  };
}

/** Letters and digits that are not mistaken for one another: 16 of 32, 80 random bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz023456789';

function recoveryCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const signs = Array.from({ length: 16 }, (_, i) => SIGNS[Number((bits >> BigInt(5 * i)) & 31n)]).join('');
  return signs.match(/.{4}/g)?.join('-') ?? signs;
}

function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '');
}
