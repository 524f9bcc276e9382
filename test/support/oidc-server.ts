import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type Person = { readonly subject: string; readonly email?: string; readonly verified?: boolean };

/** A real OpenID Connect provider on this computer, at which `person` is whoever signs in next. */
export type OidcServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Lets somebody sign in at its pages from now on. */
  readonly knows: (person: Person) => void;
  /** What a browser does at the provider: signs in, agrees, and is sent back to this address. */
  readonly signInAs: (url: string, person: Person) => Promise<URL>;
  /** From now on it publishes keys that its tokens are not signed with. */
  readonly tellWrongKeys: (wrong: boolean) => void;
  readonly stop: () => Promise<void>;
};

export async function startOidcServer(callback: string): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // Listening on a port, it has one.
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const [clientId, clientSecret] = ['perennial', 'a secret of the test provider'];
  const people = new Map<string, Person>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, subject) => {
      const person = people.get(subject);
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          ...(person?.email !== undefined && { email: person.email, email_verified: person.verified ?? true }),
        }),
      };
    },
  });
  let wrongKeys = false;
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  provider.use(async (context, next) => {
    await next();
    if (wrongKeys && context.path === '/jwks')
      context.body = {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyIdIn(context.body), alg: 'RS256', use: 'sig' }],
      };
  });
  server.on('request', provider.callback());

  return {
    issuer,
    clientId,
    clientSecret,
    knows: (person) => void people.set(person.subject, person),
    signInAs: async (url, person) => {
      people.set(person.subject, person);
      return walk(new URL(url), callback, person.subject);
    },
    tellWrongKeys: (wrong) => {
      wrongKeys = wrong;
    },
    stop: () => stopped(server),
  };
}

function keyIdIn(body: unknown): string {
  return /"kid":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? '';
}

/** Follows redirects and fills in the provider's forms until it sends the browser back. */
async function walk(start: URL, callback: string, subject: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (at.href.startsWith(callback)) return at;
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    const page = await answer.text();
    if (to !== null) {
      at = new URL(to, at);
      form = undefined;
    } else {
      const [, action, prompt] = /action="([^"]+)"[\s\S]*?name="prompt" value="(\w+)"/.exec(page) ?? [];
      if (action === undefined || prompt === undefined) throw new Error(`The provider answered ${page.slice(0, 500)}`);
      at = new URL(action, at);
      form = new URLSearchParams({ prompt, login: subject, password: 'any' });
    }
  }
  throw new Error('The provider never sent the browser back');
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
