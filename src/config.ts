import type * as z from 'zod';
import { editDistance } from './cli/nearest.ts';
import { SETTINGS, type SettingName } from './settings.ts';

/** Environment variables as the process has them. Only `main` reads the real ones. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the pages are served. */
export type ServerConfig = {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port people reach the page at, when that is not simply host and port: behind a proxy. */
  readonly origin: string | undefined;
  /** Whether a proxy in front may say who is asking. */
  readonly trustProxy: boolean;
  /** Whether anyone may check a folder without signing in. */
  readonly openCheck: boolean;
};

export type BucketConfig = {
  readonly bucket: string;
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly pathStyle: boolean;
};

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
};

/** Everything the server is told from outside. */
export type Config = {
  readonly server: ServerConfig;
  readonly dataDir: string;
  /** Undefined: SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** 32 bytes. Undefined: the one kept in the data folder. */
  readonly secretKey: Uint8Array | undefined;
  readonly uploadBytes: number;
  readonly bucket: BucketConfig | undefined;
  readonly oidc: OidcConfig | undefined;
  readonly clamd: string | undefined;
};

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problem: { readonly type: 'bad-config'; readonly messages: readonly string[] } };

export type ConfigSources = {
  readonly env: Environment;
  /** Data folder when none is set. */
  readonly otherwiseDataDir: string;
  /** The text of a file that holds a secret. Throws when it cannot be read. */
  readonly readSecret: (file: string) => string;
};

type Values = { [Name in SettingName]: z.infer<(typeof SETTINGS)[Name]['schema']> };

/** All settings, or every mistake in them at once. An empty variable counts as not set. */
export function parseConfig({ env, otherwiseDataDir, readSecret }: ConfigSources): ConfigResult {
  const { set, messages: unread } = settingsIn(env, readSecret);
  const { values, wrong } = parsed(set);
  const given = new Set(Object.keys(set).filter((name) => set[name] !== undefined));
  const messages = [
    ...unknownSettings(env),
    ...unread,
    ...wrong.map(({ name, wanted }) => sentenceFor(name, set, wanted)),
    // What one says of a setting that is wrong itself says nothing new.
    ...contradictions(values, given).filter((message) => !wrong.some(({ name }) => message.includes(name))),
  ];
  if (messages.length > 0) return { ok: false, problem: { type: 'bad-config', messages } };
  return { ok: true, config: configOf(values, otherwiseDataDir) };
}

type Wrong = { readonly name: SettingName; readonly wanted: string };

/** Every setting by itself; one that is wrong has the value it has when it is not set. */
function parsed(set: SetValues): { readonly values: Values; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  const values = Object.entries(SETTINGS).map(([name, { schema }]) => {
    const read = schema.safeParse(set[name]);
    if (read.success) return [name, read.data];
    // The keys of the table are its names.
    wrong.push({ name: name as SettingName, wanted: read.error.issues[0]?.message ?? '' });
    return [name, schema.safeParse(undefined).data];
  });
  // Each setting with the type of its own schema, which is lost on the way through a list.
  return { values: Object.fromEntries(values) as Values, wrong };
}

/** Scheme, host and port at which people reach the pages. */
export function siteOf({ origin, host, port }: Pick<ServerConfig, 'origin' | 'host' | 'port'>): string {
  // A passkey cannot belong to a bare address, and people type the name anyway.
  return origin ?? `http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
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

type SetValues = Readonly<Record<string, string | undefined>>;

/** The text of every setting; that of a secret may stand in a file, as systemd and containers hand them over. */
function settingsIn(env: Environment, readSecret: ConfigSources['readSecret']) {
  const messages: string[] = [];
  const set: Record<string, string | undefined> = {};
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const given = env[name]?.trim() || undefined;
    const file = 'secret' in setting ? env[`${name}_FILE`]?.trim() || undefined : undefined;
    set[name] = given;
    if (file === undefined) continue;
    if (given !== undefined) messages.push(`${name} and ${name}_FILE are both set; only one may be.`);
    try {
      set[name] = readSecret(file).trim() || undefined;
      if (set[name] === undefined) messages.push(`${name}_FILE is "${file}", and that file is empty.`);
    } catch {
      messages.push(`${name}_FILE is "${file}", and that file could not be read.`);
    }
  }
  return { set, messages };
}

function sentenceFor(name: string, set: SetValues, wanted: string): string {
  const secret = isSetting(name) && 'secret' in SETTINGS[name];
  return secret ? `${name} is not as it should be; ${wanted}.` : `${name} is "${set[name] ?? ''}"; ${wanted}.`;
}

const OURS = /^(?:PERENNIAL|S3|OIDC|CLAMD)(?:_|$)/;

/** A name that begins like ours, or is nearly one of ours, and is none is a slip that would otherwise go unseen. */
function unknownSettings(env: Environment): readonly string[] {
  return Object.keys(env)
    .filter((name) => (env[name]?.trim() ?? '') !== '' && !isSetting(name) && !isSecretFile(name))
    .flatMap((name) => {
      const meant = settingLike(name);
      if (meant !== undefined) return `${name} is not a setting of Perennial. Is ${meant} meant?`;
      return OURS.test(name)
        ? `${name} is not a setting of Perennial. Its settings are listed in docs/operations.md.`
        : [];
    });
}

function isSecretFile(name: string): boolean {
  const plain = name.replace(/_FILE$/, '');
  return name.endsWith('_FILE') && isSetting(plain) && 'secret' in SETTINGS[plain];
}

/** Letters that may be wrong, and how long a name must be before so many make it a slip rather than another name. */
const SLIPS = 2;
const LONG_ENOUGH = 8;

function settingLike(name: string): string | undefined {
  const names = Object.keys(SETTINGS).filter((one) => one.length >= LONG_ENOUGH);
  return name.length >= LONG_ENOUGH ? names.find((one) => editDistance(one, name.toUpperCase()) <= SLIPS) : undefined;
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function contradictions(values: Values, given: ReadonlySet<string>): readonly string[] {
  const messages: string[] = [];
  const { ORIGIN, HOST } = values;
  if (values.TRUST_PROXY && ORIGIN === undefined)
    messages.push(
      'TRUST_PROXY is "yes" and ORIGIN is not set; behind a proxy, ORIGIN must say at which address people reach the page.',
    );
  if (!isLoopbackName(HOST) && ORIGIN === undefined)
    messages.push(
      `HOST is "${HOST}" and ORIGIN is not set; when other computers can reach it, ORIGIN must say at which address.`,
    );
  messages.push(
    ...togetherOrNot(
      given,
      ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
      ['S3_ENDPOINT', 'S3_REGION', 'S3_PATH_STYLE'],
    ),
    ...togetherOrNot(given, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], ['OIDC_NAME']),
  );
  if (values.OIDC_ISSUER !== undefined && ORIGIN === undefined)
    messages.push('OIDC_ISSUER is set and ORIGIN is not; the provider must know the address to send people back to.');
  if (values.DATABASE_URL !== undefined && values.S3_BUCKET !== undefined && values.SECRET_KEY === undefined)
    messages.push(
      'DATABASE_URL and S3_BUCKET are set and SECRET_KEY is not; a process without a disk of its own needs the key from outside.',
    );
  return messages;
}

/** Settings that only make sense all together, and those that need them. */
function togetherOrNot(
  given: ReadonlySet<string>,
  group: readonly SettingName[],
  needing: readonly SettingName[],
): readonly string[] {
  const missing = group.filter((name) => !given.has(name));
  const there = [...group, ...needing].filter((name) => given.has(name));
  if (missing.length === 0 || there.length === 0) return [];
  return [
    `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} set and ${missing.join(' and ')} not; they go together.`,
  ];
}

function isLoopbackName(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
}

function configOf(values: Values, otherwiseDataDir: string): Config {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = values;
  return {
    server: {
      port: values.PORT,
      host: values.HOST,
      origin: values.ORIGIN,
      trustProxy: values.TRUST_PROXY,
      openCheck: values.OPEN_CHECK ?? isLoopbackName(values.HOST),
    },
    dataDir: values.PERENNIAL_DATA ?? otherwiseDataDir,
    databaseUrl: values.DATABASE_URL,
    secretKey: values.SECRET_KEY,
    uploadBytes: values.UPLOAD_MEGABYTES * 1_000_000,
    bucket:
      S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined
        ? undefined
        : {
            bucket: S3_BUCKET,
            endpoint: values.S3_ENDPOINT,
            region: values.S3_REGION,
            accessKeyId: S3_ACCESS_KEY_ID,
            secretAccessKey: S3_SECRET_ACCESS_KEY,
            pathStyle: values.S3_PATH_STYLE,
          },
    oidc:
      OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined
        ? undefined
        : { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: values.OIDC_NAME },
    clamd: values.CLAMD,
  };
}
