import * as z from 'zod';

/** Environment variables as the process has them. Only `main` reads the real ones. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the web page is served. */
export type ServerConfig = {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port people reach the page at, when that is not simply host and port: behind a proxy. */
  readonly origin: string | undefined;
  /** Whether a proxy in front may say who is asking. */
  readonly trustProxy: boolean;
};

export type ServerConfigResult =
  | { readonly ok: true; readonly config: ServerConfig }
  | { readonly ok: false; readonly problem: { readonly type: 'bad-config'; readonly messages: readonly string[] } };

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port from 0 to 65535 was needed')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port from 0 to 65535 was needed')
    .default(4173),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'a host name or address, such as 127.0.0.1, was needed')
    .default('127.0.0.1'),
  ORIGIN: z
    .string()
    .refine(isOrigin, 'an address without a path, such as https://check.example.org, was needed')
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUST_PROXY: z.enum(['yes', 'no'], 'yes or no was needed').default('no'),
});

/** Settings of `perennial serve`, or every mistake in them at once. An empty variable counts as not set. */
export function parseServerConfig(env: Environment): ServerConfigResult {
  const set = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, env[key]?.trim() || undefined]));
  const read = schema.safeParse(set);
  const messages = read.success
    ? contradictions(read.data)
    : read.error.issues.map((issue) => {
        const key = String(issue.path[0]);
        return `${key} is "${set[key] ?? ''}"; ${issue.message}.`;
      });
  if (!read.success || messages.length > 0) return { ok: false, problem: { type: 'bad-config', messages } };
  const { PORT, HOST, ORIGIN, TRUST_PROXY } = read.data;
  return { ok: true, config: { port: PORT, host: HOST, origin: ORIGIN, trustProxy: TRUST_PROXY === 'yes' } };
}

/** Folder for what a person imports: `PERENNIAL_DATA`, or the one the product keeps for itself. */
export function dataDirectory(env: Environment, otherwise: string): string {
  return env.PERENNIAL_DATA?.trim() || otherwise;
}

/** Whether text for a terminal may carry colour. */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

function contradictions({ TRUST_PROXY, ORIGIN }: z.infer<typeof schema>): readonly string[] {
  if (TRUST_PROXY === 'yes' && ORIGIN === undefined) {
    return [
      'TRUST_PROXY is "yes" and ORIGIN is not set; behind a proxy, ORIGIN must say at which address people reach the page.',
    ];
  }
  return [];
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}
