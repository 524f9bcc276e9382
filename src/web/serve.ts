import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, siteOf } from '../config.ts';
import type { Accounts } from '../workspace/accounts/create-accounts.ts';
import { createApp, type InstallationServices, type WebServices } from './app.ts';
import { paths } from './paths.ts';
import { isLoopback } from './same-origin.ts';

export type ServeSettings = Pick<
  WebServices,
  'version' | 'assets' | 'reportCss' | 'today' | 'now' | 'checkFiles' | 'complain'
> & {
  readonly config: Config;
  /** Opens what is kept, for pages that people reach at `site`. */
  readonly open: (
    site: string,
  ) => Promise<
    { readonly ok: true; readonly installation: OpenInstallation } | { readonly ok: false; readonly message: string }
  >;
  /** Told once to finish what is being done and stop. */
  readonly stop: AbortSignal;
  readonly say: (text: string) => void;
};

export type OpenInstallation = InstallationServices & {
  readonly database: { readonly warnings: readonly string[] };
  readonly close: () => Promise<void>;
};

export type ServeResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: { readonly type: 'cannot-open' | 'cannot-listen'; readonly message: string };
    };

/** Runs the pages and the API until told to stop. */
export async function serve(settings: ServeSettings): Promise<ServeResult> {
  const { config, open, stop, say } = settings;
  const { host } = config.server;
  const port = config.server.port === 0 ? await freePort(host) : config.server.port;
  const site = siteOf({ ...config.server, port });
  const opened = await open(site);
  if (!opened.ok) return { ok: false, problem: { type: 'cannot-open', message: opened.message } };
  const { installation } = opened;
  const { version, assets, reportCss, today, now, checkFiles, complain } = settings;
  const app = await createApp(
    {
      ...{ version, assets, reportCss, today, now, checkFiles, complain },
      ...installation,
      uploadBytes: config.uploadBytes,
      providerName: config.oidc?.name,
    },
    { ...config.server, site },
  );
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    await installation.close();
    return { ok: false, problem: { type: 'cannot-listen', message: whyNot(error, host, port) } };
  }
  say(`Perennial is ready at ${site}\n`);
  for (const warning of installation.database.warnings) say(`${warning}\n`);
  await saySetUpLink(installation.accounts, site, say);
  say('Press Ctrl+C to stop.\n');
  if (!isLoopback(host) && site.startsWith('http:'))
    say(
      'Other computers reach it without encryption. Put a proxy with TLS in front and set ORIGIN to its https address.\n',
    );
  if (!stop.aborted) await once(stop, 'abort');
  say('Stopping; what is being done may finish.\n');
  await app.close();
  await installation.close();
  return { ok: true };
}

async function saySetUpLink({ settingUp }: Accounts, site: string, say: (text: string) => void): Promise<void> {
  const token = await settingUp.setUpToken();
  if (token === undefined) return;
  say('\nNobody has an account yet. Open this link to make the first one, within 24 hours:\n');
  say(`${site}${paths.setUp}?token=${token}\n\n`);
}

/** Passkeys and links need the port before anything listens on it. */
async function freePort(host: string): Promise<number> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  // `address()` is text only for a pipe, which we never listen on.
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function whyNot(error: unknown, host: string, port: number): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is already in use, perhaps by another Perennial. Stop that one, or choose another port: PORT=${port + 1} perennial serve`;
    case 'EACCES':
      return `This account may not open port ${port}. Choose one above 1023: PORT=4173 perennial serve`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is not an address of this computer. 127.0.0.1 is always there.`;
    default:
      throw new Error(`Could not listen on ${host}:${port}`, { cause: error });
  }
}
