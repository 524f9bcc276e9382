import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody at the provider. */
export type ProviderPerson = { readonly sub: string; readonly email: string; readonly verified: boolean };

export type OidcServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Does what a browser does at the provider, as this person, and gives the address it is sent back to. */
  readonly visit: (url: string, as: ProviderPerson) => Promise<URL>;
  readonly stop: () => Promise<void>;
};

/** A real OpenID Connect provider on loopback, with one client that may send people back to `callback`. */
export async function startOidc(callback: string): Promise<OidcServer> {
  const people = new Map<string, ProviderPerson>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port, so the address is no pipe's.
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'perennial',
        client_secret: 'a secret of the tests and of nothing else',
        redirect_uris: [callback],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_context, id) => {
      const person = people.get(id);
      return (
        person && { accountId: id, claims: () => ({ sub: id, email: person.email, email_verified: person.verified }) }
      );
    },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());

  async function visit(start: string, as: ProviderPerson): Promise<URL> {
    people.set(as.sub, as);
    const cookies = new Map<string, string>();
    let url = start;
    let form: string | undefined;
    for (let step = 0; step < 20; step += 1) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form !== undefined && { method: 'POST', body: form }),
      });
      form = undefined;
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location !== null) {
        const next = new URL(location, url);
        if (next.href.startsWith(callback)) return next;
        url = next.href;
        continue;
      }
      // One of the provider's own pages: sign in with any password, or consent.
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      url = new URL(action, url).href;
      form = new URLSearchParams({ prompt, login: as.sub, password: 'any' }).toString();
    }
    throw new Error(`The provider did not come to an end at ${url}`);
  }

  return {
    issuer,
    clientId: 'perennial',
    clientSecret: 'a secret of the tests and of nothing else',
    visit,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
