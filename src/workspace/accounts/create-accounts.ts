import { type AccountServices, freshToken } from './account-services.ts';
import { type ApiTokens, createApiTokens } from './api-tokens.ts';
import { createAttempts } from './attempts.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createLostPasswords, type LostPasswords } from './lost-passwords.ts';
import { createMemberships, type Memberships } from './memberships.ts';
import { createOneTime } from './one-time.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { createPasswords } from './passwords.ts';
import { createProviderSignIn, type ProviderSettings, type ProviderSignIn } from './provider-sign-in.ts';
import { createSecondFactors, type SecondFactors } from './second-factors.ts';
import { createSecurityLog, type SecurityLog } from './security-log.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSettingUp, type SettingUp } from './setting-up.ts';
import { createSigningIn, type SigningIn } from './signing-in.ts';

/** Everything about people who may. */
export type Accounts = {
  readonly settingUp: SettingUp;
  readonly signingIn: SigningIn;
  readonly sessions: Sessions;
  readonly securityLog: SecurityLog;
  readonly secondFactors: SecondFactors;
  readonly passkeys: Passkeys;
  /** Undefined when no provider is configured. */
  readonly provider: ProviderSignIn | undefined;
  readonly memberships: Memberships;
  readonly invitations: Invitations;
  readonly tokens: ApiTokens;
  readonly lostPasswords: LostPasswords;
  /** A random text to know a browser by. */
  readonly newDevice: () => string;
};

export type AccountSettings = {
  /** Scheme, host and port at which people reach the pages. */
  readonly site: string;
  readonly provider?: ProviderSettings | undefined;
};

export function createAccounts(services: AccountServices, { site, provider }: AccountSettings): Accounts {
  const oneTime = createOneTime(services);
  const passwords = createPasswords();
  const log = createSecurityLog(services);
  const sessions = createSessions(services, log);
  const attempts = createAttempts(services);
  const secondFactors = createSecondFactors(services, { sessions, log });
  return {
    settingUp: createSettingUp(services, { oneTime, passwords, sessions }),
    signingIn: createSigningIn(services, { passwords, sessions, attempts, secondFactors, log }),
    sessions,
    securityLog: log,
    secondFactors,
    passkeys: createPasskeys(services, { oneTime, sessions, log, site }),
    provider: provider && createProviderSignIn(services, { oneTime, sessions, settings: provider }),
    memberships: createMemberships(services),
    invitations: createInvitations(services, { passwords, sessions }),
    tokens: createApiTokens(services),
    lostPasswords: createLostPasswords(services, { oneTime, passwords, sessions, log }),
    newDevice: () => freshToken(services),
  };
}
