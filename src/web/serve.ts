import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ServerConfig } from '../config.ts';
import { createApp, type WebServices } from './app.ts';
import { isLoopback } from './same-origin.ts';

export type ServeSettings = {
  readonly services: WebServices;
  readonly config: ServerConfig;
  /** Told once to finish what is being done and stop. */
  readonly stop: AbortSignal;
  readonly say: (text: string) => void;
};

export type ServeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: { readonly type: 'cannot-listen'; readonly message: string } };

/** Runs the web page until told to stop. */
export async function serve({ services, config, stop, say }: ServeSettings): Promise<ServeResult> {
  const app = await createApp(services, config);
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    return { ok: false, problem: { type: 'cannot-listen', message: whyNot(error, config) } };
  }
  say(`Perennial is ready at ${addressOf(app.server.address(), config)}\n`);
  say('Nothing you drop there is written to disk or kept. Press Ctrl+C to stop.\n');
  if (!isLoopback(config.host)) say('Other computers can reach it, and there is no sign-in.\n');
  if (!stop.aborted) await once(stop, 'abort');
  say('Stopping; checks that are running may finish.\n');
  await app.close();
  return { ok: true };
}

/** `address()` is text only for a pipe, which we never listen on. */
function addressOf(address: AddressInfo | string | null, config: ServerConfig): string {
  if (config.origin !== undefined) return config.origin;
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
}

function whyNot(error: unknown, { host, port }: ServerConfig): string {
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
