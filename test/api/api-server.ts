import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { apiRoutes } from '../../src/api/api-routes.ts';
import type { ApiServices } from '../../src/api/api-services.ts';
import type { Database } from '../../src/storage/database.ts';
import type { Visitor } from '../../src/workspace/accounts/accounts.ts';
import { SCOPES } from '../../src/workspace/accounts/api-tokens.ts';
import { knownEditions, openCatalogue } from '../../src/workspace/open-catalogue.ts';
import { createStandings } from '../../src/workspace/standing/create-standings.ts';
import { accountsOn, type TestAccounts } from '../support/accounts.ts';
import { makeSqlite, opened, type TestPlace } from '../support/databases.ts';
import { documentsOn } from '../support/kept-documents.ts';
import { keepingOn } from '../support/kept-records.ts';

const CATALOGUE = resolve(import.meta.dirname, '..', '..', 'catalogue');

export type TestApi = {
  readonly app: FastifyInstance;
  readonly services: ApiServices;
  readonly all: TestAccounts;
  readonly database: Database;
  readonly organisation: string;
  readonly owner: Visitor;
  /** May do whatever a token may. */
  readonly token: string;
  readonly tokenWith: (...scopes: readonly string[]) => Promise<string>;
  readonly call: (asked: Asked) => Promise<Called>;
  /** A second process on the same database, as far as records go. */
  readonly another: () => Promise<{ readonly call: TestApi['call']; readonly stop: () => Promise<void> }>;
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
};

export type Asked = InjectOptions & { readonly bearer?: string | null };
export type Called = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a program would that trusts the description.
  readonly body: any;
  readonly text: string;
};

/** The API on a real database with a real token; `place` left out: a new SQLite of its own. */
export async function startApi(over: Partial<ApiServices> = {}, place?: TestPlace): Promise<TestApi> {
  const own = place ?? (await makeSqlite());
  const database = await opened(own.place);
  const all = accountsOn(database);
  const { organisation, visitor: owner } = await all.owner();
  const files = mkdtempSync(join(tmpdir(), 'perennial-api-'));
  const { documents } = documentsOn(database, files, {
    records: all.records,
    uploadBytes: over.uploadBytes ?? 100_000,
  });
  const complaints: string[] = [];
  const app = Fastify();
  const services: ApiServices = {
    version: '0.0.0-test',
    now: () => all.clock.at,
    today: () => all.clock.at.slice(0, 10),
    records: all.records,
    journal: all.journal,
    documents,
    standings: createStandings({
      records: all.records,
      journal: all.journal,
      documents,
      catalogue: (edition, category) => openCatalogue(edition, category, { catalogueDir: CATALOGUE }),
      editions: () => knownEditions({}),
      today: () => all.clock.at.slice(0, 10),
    }),
    tokenOf: all.accounts.tokens.holderOf,
    complain: (text) => complaints.push(text),
    uploadBytes: 100_000,
    requestsPerMinute: 100_000,
    ...over,
  };
  await apiRoutes(app, services);
  await app.ready();
  const callOn =
    (on: FastifyInstance, token: string): TestApi['call'] =>
    async ({ bearer = token, headers, ...asked }) => {
      const answered = await on.inject({
        ...asked,
        headers: { ...(bearer !== null && { authorization: `Bearer ${bearer}` }), ...headers },
      });
      const isJson = /json/.test(String(answered.headers['content-type']));
      return {
        status: answered.statusCode,
        headers: answered.headers,
        body: isJson && answered.body !== '' ? JSON.parse(answered.body) : undefined,
        text: answered.body,
      };
    };
  const tokenWith = async (...scopes: readonly string[]) => {
    const made = await all.accounts.tokens.create(organisation, owner, {
      name: 'Test',
      scopes,
      expiresOn: '2027-01-31',
    });
    if (!made.ok) throw new Error(made.problem.message);
    return made.token;
  };
  const token = await tokenWith(...SCOPES);
  return {
    app,
    services,
    all,
    database,
    organisation,
    owner,
    token,
    tokenWith,
    complaints,
    call: callOn(app, token),
    another: async () => {
      const other = Fastify();
      const { records } = keepingOn(database);
      await apiRoutes(other, { ...services, records });
      return { call: callOn(other, token), stop: () => other.close() };
    },
    stop: async () => {
      await app.close();
      await documents.close();
      await database.close();
      if (!place) await own.remove();
      rmSync(files, { recursive: true, force: true });
    },
  };
}
