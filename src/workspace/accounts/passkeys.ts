import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { type AccountServices, nameOf, refused } from './account-services.ts';
import type { Done, Opened, Origin, PasskeyRow, Refused, Visitor } from './accounts.ts';
import type { OneTime } from './one-time.ts';
import type { SecurityLog } from './security-log.ts';
import type { Sessions } from './sessions.ts';

/** Options for the browser, and the token under which the challenge waits for its answer. */
export type Ceremony<Options> = { readonly options: Options; readonly token: string };

export type Passkeys = {
  readonly list: (account: string) => Promise<readonly PasskeyRow[]>;
  readonly startRegistration: (visitor: Visitor) => Promise<Ceremony<PublicKeyCredentialCreationOptionsJSON>>;
  readonly register: (visitor: Visitor, token: string, response: unknown, name: string) => Promise<Done>;
  readonly startSignIn: () => Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>>;
  /** A passkey that was unlocked with a finger, a face or a PIN counts as both factors. */
  readonly signIn: (token: string, response: unknown, origin: Origin) => Promise<Opened | Refused>;
  readonly rename: (account: string, passkey: string, name: string) => Promise<Done>;
  readonly remove: (visitor: Visitor, passkey: string) => Promise<Done>;
};

/** The library is large, and hardly ever used. */
const webAuthn = () => import('@simplewebauthn/server');

const MINUTES = 5;
const FAILED = refused('refused', 'The passkey was not accepted. Try again, or sign in with your password');

/** `site` is where people reach the pages: a passkey belongs to that name. */
export function createPasskeys(
  { database, now, hash }: AccountServices,
  {
    oneTime,
    sessions,
    log,
    site,
  }: { readonly oneTime: OneTime; readonly sessions: Sessions; readonly log: SecurityLog; readonly site: string },
): Passkeys {
  const rpID = new URL(site).hostname;
  const rpName = 'Perennial';

  async function hasAny(account: string): Promise<boolean> {
    const row = await database.read
      .selectFrom('passkey')
      .select('id')
      .where('account', '=', account)
      .executeTakeFirst();
    return row !== undefined;
  }

  async function challengeOf(token: string, account: string): Promise<string | undefined> {
    const data = await oneTime.use('passkey', token);
    const [owner, challenge] = data?.split(' ') ?? [];
    return owner === account ? challenge : undefined;
  }

  return {
    list: async (account) => {
      const rows = await database.read
        .selectFrom('passkey')
        .select(['id', 'name', 'created_at', 'used_at'])
        .where('account', '=', account)
        .orderBy('created_at')
        .execute();
      return rows.map(({ id, name, created_at, used_at }) => ({
        id,
        name,
        createdAt: created_at,
        ...(used_at !== null && { usedAt: used_at }),
      }));
    },

    startRegistration: async ({ account }) => {
      const known = await database.read.selectFrom('passkey').select('id').where('account', '=', account.id).execute();
      const { generateRegistrationOptions } = await webAuthn();
      const options = await generateRegistrationOptions({
        rpName,
        rpID,
        userName: account.email,
        userDisplayName: account.name,
        userID: new Uint8Array(Buffer.from(hash(`passkey ${account.id}`), 'hex')),
        attestationType: 'none',
        excludeCredentials: known,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { options, token: await oneTime.issue('passkey', `${account.id} ${options.challenge}`, MINUTES) };
    },

    register: async (visitor, token, response, typed) => {
      const { account, session } = visitor;
      // Or else a password that leaked would be enough to put a passkey of one's own beside the owner's.
      if (!session.secondFactor && (await hasAny(account.id)))
        return refused('refused', 'Sign in with a passkey that you have, then add another');
      const challenge = await challengeOf(token, account.id);
      if (challenge === undefined) return refused('expired', 'It took too long. Try again');
      const name = nameOf(typed) ?? 'Passkey';
      const { verifyRegistrationResponse } = await webAuthn();
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          // Whatever it is, the library looks into it and throws when it is no answer.
          response: response as RegistrationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: site,
          expectedRPID: rpID,
          requireUserVerification: true,
        });
        if (!verified) return FAILED;
        const { credential } = registrationInfo;
        const added = await database.inTransaction(async (transaction) => {
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('passkey')
            .values({
              id: credential.id,
              account: account.id,
              name,
              public_key: Buffer.from(credential.publicKey).toString('base64url'),
              counter: credential.counter,
              transports: JSON.stringify(credential.transports ?? []),
              created_at: now(),
              used_at: null,
            })
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirst();
          if (numInsertedOrUpdatedRows !== 1n) return false;
          await log.noteIn(transaction, visitor, 'passkey-added');
          return true;
        });
        if (!added) return refused('refused', 'This passkey is in use already. Add another');
        return { ok: true };
      } catch {
        return FAILED;
      }
    },

    startSignIn: async () => {
      const { generateAuthenticationOptions } = await webAuthn();
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      return { options, token: await oneTime.issue('passkey', `- ${options.challenge}`, MINUTES) };
    },

    signIn: async (token, response, origin) => {
      const challenge = await challengeOf(token, '-');
      const id: unknown = typeof response === 'object' && response !== null ? Reflect.get(response, 'id') : undefined;
      if (challenge === undefined || typeof id !== 'string') return FAILED;
      const passkey = await database.read.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
      if (!passkey) return FAILED;
      const { verifyAuthenticationResponse } = await webAuthn();
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          // As above.
          response: response as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: site,
          expectedRPID: rpID,
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
            counter: passkey.counter,
          },
        });
        if (!verified) return FAILED;
        await database.inTransaction((transaction) =>
          transaction
            .updateTable('passkey')
            .set({ counter: authenticationInfo.newCounter, used_at: now() })
            .where('id', '=', id)
            .execute(),
        );
        return sessions.open(passkey.account, origin, true);
      } catch {
        return FAILED;
      }
    },

    rename: async (account, passkey, typed) => {
      const name = nameOf(typed);
      if (name === undefined)
        return refused('invalid', 'Enter a name for the passkey, 200 characters or fewer', 'called');
      await database.inTransaction((transaction) =>
        transaction
          .updateTable('passkey')
          .set({ name })
          .where('account', '=', account)
          .where('id', '=', passkey)
          .execute(),
      );
      return { ok: true };
    },

    remove: async (visitor, passkey) => {
      await database.inTransaction(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('passkey')
          .where('account', '=', visitor.account.id)
          .where('id', '=', passkey)
          .executeTakeFirst();
        if (numDeletedRows === 1n) await log.noteIn(transaction, visitor, 'passkey-removed');
      });
      return { ok: true };
    },
  };
}
