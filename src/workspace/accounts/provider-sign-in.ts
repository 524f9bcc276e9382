import * as client from 'openid-client';
import { emailOf } from '../../record/email-address.ts';
import { type AccountServices, refused } from './account-services.ts';
import type { Opened, Origin, Refused } from './accounts.ts';
import type { OneTime } from './one-time.ts';
import type { Sessions } from './sessions.ts';

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to. */
  readonly callback: string;
};

export type ProviderSignIn = {
  /** Where to send the browser, and the token that must come back with it in a cookie: the sign-in belongs to that browser. */
  readonly start: () => Promise<{ readonly ok: true; readonly url: string; readonly token: string } | Refused>;
  readonly finish: (cameBackTo: URL, token: string, origin: Origin) => Promise<Opened | Refused>;
};

const MINUTES = 10;
const UNREACHABLE = refused(
  'refused',
  'The sign-in provider does not answer. Try again, or sign in with your password',
);
const FAILED = refused('refused', 'The sign-in did not succeed. Try again, or sign in with your password');
const UNKNOWN = refused(
  'refused',
  'There is no account for you here yet. Ask an owner of your organisation to invite you',
);

/**
 * Sign-in through an OpenID Connect provider: code flow with PKCE, state and nonce. Somebody is known by the provider's own id
 * for them; the first time an account with the same, verified email address is linked. Nobody gets an account this way.
 */
export function createProviderSignIn(
  { database, now }: AccountServices,
  {
    oneTime,
    sessions,
    settings,
  }: { readonly oneTime: OneTime; readonly sessions: Sessions; readonly settings: ProviderSettings },
): ProviderSignIn {
  let discovered: Promise<client.Configuration> | undefined;

  async function provider(): Promise<client.Configuration> {
    const issuer = new URL(settings.issuer);
    discovered ??= client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute: [
        // The token comes straight from the provider; its signature is verified all the same.
        client.enableNonRepudiationChecks,
        // The settings allow plain http for a provider on this computer only.
        ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
      timeout: 10,
    });
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  }

  async function accountFor(
    issuer: string,
    subject: string,
    verifiedEmail: string | undefined,
  ): Promise<string | undefined> {
    const known = await database.read
      .selectFrom('identity')
      .select('account')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (known) return known.account;
    if (verifiedEmail === undefined) return undefined;
    const account = await database.read
      .selectFrom('account')
      .select('id')
      .where('email', '=', verifiedEmail)
      .executeTakeFirst();
    if (!account) return undefined;
    // Of two who link the same person at once, both get what the first has linked.
    const linked = await database.inTransaction(async (transaction) => {
      await transaction
        .insertInto('identity')
        .values({ issuer, subject, account: account.id, created_at: now() })
        .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
        .execute();
      return transaction
        .selectFrom('identity')
        .select('account')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst();
    });
    return linked?.account;
  }

  return {
    start: async () => {
      let configuration: client.Configuration;
      try {
        configuration = await provider();
      } catch {
        return UNREACHABLE;
      }
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: settings.callback,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const token = await oneTime.issue('oidc', `${verifier} ${state} ${nonce}`, MINUTES);
      return { ok: true, url: url.href, token };
    },

    finish: async (cameBackTo, token, origin) => {
      const [pkceCodeVerifier, expectedState, expectedNonce] = (await oneTime.use('oidc', token))?.split(' ') ?? [];
      if (!pkceCodeVerifier || !expectedState || !expectedNonce) return FAILED;
      try {
        const configuration = await provider();
        const here = new URL(settings.callback);
        here.search = cameBackTo.search;
        const tokens = await client.authorizationCodeGrant(configuration, here, {
          pkceCodeVerifier,
          expectedState,
          expectedNonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return FAILED;
        const email =
          claims.email_verified === true && typeof claims.email === 'string' ? emailOf(claims.email) : undefined;
        const account = await accountFor(claims.iss, claims.sub, email);
        if (account === undefined) return UNKNOWN;
        // A second factor given to the provider counts when it says so.
        const methods = Array.isArray(claims.amr) ? claims.amr : [];
        return sessions.open(account, origin, methods.includes('mfa'));
      } catch {
        return FAILED;
      }
    },
  };
}
