import type { LightMyRequestResponse } from 'fastify';
import type { Origin, Visitor } from '../../src/workspace/accounts/accounts.ts';
import type { Role } from '../../src/workspace/may.ts';
import { multipartBody, type Part } from './multipart.ts';
import { startWeb, type TestServer } from './web-server.ts';

const FROM: Origin = { address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
const PASSWORD = 'correct horse battery staple';

/** Somebody who is signed in, asking for pages and sending forms as their browser would. */
export type Browsing = {
  readonly visitor: Visitor;
  /** What the session cookie holds. */
  readonly token: string;
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  /** Several values of one name are given as a list. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<LightMyRequestResponse>;
  readonly upload: (path: string, parts: readonly Part[]) => Promise<LightMyRequestResponse>;
};

export type OwnedServer = TestServer & {
  readonly organisation: string;
  readonly owner: Browsing;
  /** Invites somebody into the organisation and has them sign in. */
  readonly join: (name: string, role: Role) => Promise<Browsing>;
};

/** The real front door with one organisation, Larkmoor, and its owner Ann Okafor signed in. */
export async function startOwned(over: Parameters<typeof startWeb>[0] = {}): Promise<OwnedServer> {
  const server = await startWeb(over);
  const { accounts } = server.installation;
  const token = (await accounts.settingUp.setUpToken()) ?? '';
  const organisationName = 'Larkmoor Health Software Ltd';
  const typed = { token, organisationName, name: 'Ann Okafor', email: 'ann@larkmoor.example', password: PASSWORD };
  const done = await accounts.settingUp.setUp(typed, FROM);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  const { organisation } = done;
  const owner = await browsing(server, done.token);
  return {
    ...server,
    organisation,
    owner,
    join: async (name, role) => {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@larkmoor.example`;
      const until = role === 'adviser' ? { until: '2027-03-31' } : {};
      const invited = await accounts.invitations.invite(organisation, owner.visitor, { email, role, ...until });
      if (!invited.ok) throw new Error(invited.problem.message);
      const joined = await accounts.invitations.acceptAsNew({ token: invited.token, name, password: PASSWORD }, FROM);
      if (!joined.ok) throw new Error(joined.problem.message);
      return browsing(server, joined.token);
    },
  };
}

async function browsing({ app, installation }: TestServer, token: string): Promise<Browsing> {
  const visitor = await installation.accounts.sessions.visitorOf(token);
  if (!visitor) throw new Error('nobody is signed in');
  const headers = { host: 'localhost', cookie: `perennial=${token}`, 'sec-fetch-site': 'same-origin' };
  const send = (url: string, type: Readonly<Record<string, string>>, payload: string | Buffer) =>
    app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload });
  return {
    visitor,
    token,
    get: (url) => app.inject({ url, headers }),
    post: (url, fields) => {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
      return send(url, { 'content-type': 'application/x-www-form-urlencoded' }, form.toString());
    },
    upload: (url, parts) => {
      const body = multipartBody(parts);
      return send(url, body.headers, body.payload);
    },
  };
}
