import { Agent, request } from 'node:http';

export type Answered = {
  readonly status: number;
  readonly type: string;
  readonly location: string | undefined;
  /** How it was compressed, if it was. */
  readonly encoding: string | undefined;
  /** As sent: compressed, if it was. */
  readonly body: Buffer;
  /** From the request to the end of the answer, in milliseconds. */
  readonly took: number;
};

/** A browser of one person: one connection that stays open, from a loopback address of its own. */
export type Browser = {
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answered>;
  readonly close: () => void;
};

/** `number` from 0 to 60,000 chooses the address: the server limits what each may ask in a minute. */
export function openBrowser(site: string, token: string, number: number): Browser {
  const localAddress = `127.1.${Math.floor(number / 250)}.${(number % 250) + 1}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
  const headers = {
    cookie: `perennial=${token}`,
    accept: 'text/html',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Mozilla/5.0 (bench)',
    'sec-fetch-site': 'same-origin',
  };

  function send(method: 'GET' | 'POST', path: string, payload?: string): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const start = performance.now();
      const type = payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' };
      const sent = request(new URL(path, site), { method, agent, headers: { ...headers, ...type } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const took = performance.now() - start;
          const body = Buffer.concat(parts);
          const { statusCode = 0, headers: told } = answer;
          const { 'content-type': type = '', 'content-encoding': encoding, location } = told;
          resolve({ status: statusCode, type, location, encoding, body, took });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  return {
    get: (path) => send('GET', path),
    post: (path, fields) => send('POST', path, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  };
}
