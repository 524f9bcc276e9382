import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Database } from '../../src/storage/database.ts';
import type { JournalStore } from '../../src/storage/journal-store.ts';
import type { Origin, Visitor } from '../../src/workspace/accounts/accounts.ts';
import { type AccountSettings, type Accounts, createAccounts } from '../../src/workspace/accounts/create-accounts.ts';
import { type KeptRecords, keepRecords } from '../../src/workspace/kept-records.ts';
import { recordServices } from './kept-records.ts';

export const SITE = 'http://localhost:4173';
export const HOME: Origin = { address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
export const PASSWORD = 'correct horse battery staple';

/** Accounts as the program wires them, with a clock that tests move by hand. */
export type TestAccounts = {
  readonly accounts: Accounts;
  readonly records: KeptRecords;
  readonly journal: JournalStore;
  readonly clock: { at: string; readonly pass: (minutes: number) => void };
  /** Makes the first organisation with its owner, who is then signed in. */
  readonly owner: (
    email?: string,
  ) => Promise<{ readonly organisation: string; readonly visitor: Visitor; readonly token: string }>;
  /** Invites somebody and has them accept. */
  readonly member: (organisation: string, by: Visitor, email: string, role: string, until?: string) => Promise<Visitor>;
  readonly visitor: (token: string) => Promise<Visitor>;
};

export function accountsOn(database: Database, settings: Partial<AccountSettings> = {}): TestAccounts {
  const clock = {
    at: '2026-11-20T09:30:00.000Z',
    pass: (minutes: number) => {
      clock.at = new Date(Date.parse(clock.at) + minutes * 60_000).toISOString();
    },
  };
  const services = { ...recordServices(database), now: () => clock.at, today: () => clock.at.slice(0, 10) };
  const records = keepRecords(services);
  const accounts = createAccounts(
    {
      ...services,
      database,
      records,
      newId: () => newId(),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      secretKey: new Uint8Array(32).fill(7),
    },
    { site: SITE, ...settings },
  );
  const visitor = async (token: string) => {
    const found = await accounts.sessions.visitorOf(token);
    if (!found) throw new Error('nobody is signed in');
    return found;
  };
  return {
    accounts,
    records,
    journal: services.journal,
    clock,
    visitor,
    owner: async (email = 'ann@larkmoor.example') => {
      const token = await accounts.settingUp.setUpToken();
      if (token === undefined) throw new Error('it was set up before');
      const done = await accounts.settingUp.setUp(
        { token, organisationName: 'Larkmoor Health Software Ltd', name: 'Ann Okafor', email, password: PASSWORD },
        HOME,
      );
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      return { organisation: done.organisation, token: done.token, visitor: await visitor(done.token) };
    },
    member: async (organisation, by, email, role, until) => {
      const invited = await accounts.invitations.invite(organisation, by, {
        email,
        role,
        ...(until !== undefined && { until }),
      });
      if (!invited.ok) throw new Error(invited.problem.message);
      const joined = await accounts.invitations.acceptAsNew(
        { token: invited.token, name: email.split('@')[0] ?? email, password: PASSWORD },
        HOME,
      );
      if (!joined.ok) throw new Error(joined.problem.message);
      return visitor(joined.token);
    },
  };
}
