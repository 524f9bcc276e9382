import * as z from 'zod';

/** One setting of the server: what it is for, what holds without it, and how its text is understood. */
export type Setting = {
  /** One or two sentences for whoever runs it; docs/operations.md carries the same words. */
  readonly about: string;
  /** What holds when it is not set, in words or as the value. */
  readonly otherwise: string;
  readonly schema: z.ZodType;
  /** Never shown in a message or log; may also be given as a file, with `_FILE` after its name. */
  readonly secret?: true;
};

const yesOrNo = z.enum(['yes', 'no'], 'yes or no was needed').transform((word) => word === 'yes');
const webAddress = (words: string) => z.string().refine(isOrigin, words);

/** Every setting there is, read from the environment. Nothing else in the environment changes what the server does. */
export const SETTINGS = {
  PORT: {
    about: 'Port to listen on; 0 lets the system choose a free one.',
    otherwise: '4173',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'a port from 0 to 65535 was needed')
      .transform(Number)
      .refine((port) => port <= 65_535, 'a port from 0 to 65535 was needed')
      .default(4173),
  },
  HOST: {
    about: 'Address to listen on. Any but a loopback address needs ORIGIN.',
    otherwise: '127.0.0.1',
    schema: z
      .string()
      .regex(/^[\w.:-]+$/, 'a host name or address, such as 127.0.0.1, was needed')
      .default('127.0.0.1'),
  },
  ORIGIN: {
    about: 'Scheme, host and port at which people reach it, such as https://perennial.example.org.',
    otherwise: 'http:// with HOST and PORT',
    schema: webAddress('an address without a path, such as https://perennial.example.org, was needed')
      .transform((text) => new URL(text).origin)
      .optional(),
  },
  TRUST_PROXY: {
    about: 'Whether a reverse proxy in front may say who is asking (X-Forwarded-For). Needs ORIGIN.',
    otherwise: 'no',
    schema: yesOrNo.default(false),
  },
  PERENNIAL_DATA: {
    about: 'Folder for the database, the files, backups and the secret key.',
    otherwise: 'data, in the folder of the program',
    schema: z.string().optional(),
  },
  DATABASE_URL: {
    about: 'PostgreSQL to use instead of SQLite: postgres://user:password@host:port/database.',
    otherwise: 'SQLite in PERENNIAL_DATA',
    schema: z
      .string()
      .refine(isPostgresAddress, 'an address such as postgres://perennial@localhost:5432/perennial was needed')
      .optional(),
    secret: true,
  },
  SECRET_KEY: {
    about:
      'Key that second factors are encrypted with: 32 random bytes in base64 (openssl rand -base64 32). Several processes on one database need the same.',
    otherwise: 'secret.key in PERENNIAL_DATA, made at the first start',
    schema: z
      .string()
      .refine((text) => isKey(text), '32 bytes in base64, as openssl rand -base64 32 gives them, were needed')
      .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
      .optional(),
    secret: true,
  },
  OPEN_CHECK: {
    about: 'Whether anyone who reaches the page may check a folder without signing in. Nothing of it is kept.',
    otherwise: 'yes on a loopback address, no elsewhere',
    schema: yesOrNo.optional(),
  },
  UPLOAD_MEGABYTES: {
    about: 'Largest file that may be kept, in MB of 1,000,000 bytes.',
    otherwise: '50',
    schema: z
      .string()
      .regex(/^\d{1,4}$/, 'a whole number from 1 to 1000 was needed')
      .transform(Number)
      .refine((megabytes) => megabytes >= 1 && megabytes <= 1_000, 'a whole number from 1 to 1000 was needed')
      .default(50),
  },
  S3_BUCKET: {
    about: 'Bucket of an S3-compatible store to keep files in instead of the disk. Needs the S3 keys.',
    otherwise: 'files in PERENNIAL_DATA',
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name, such as perennial-files, was needed')
      .optional(),
  },
  S3_ENDPOINT: {
    about: 'Address of the store, when it is not the provider the keys are from by default.',
    otherwise: "the provider's own",
    schema: webAddress('an address without a path, such as https://s3.example.org, was needed').optional(),
  },
  S3_REGION: {
    about: 'Region of the bucket.',
    otherwise: 'eu-west-2',
    schema: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'a region, such as eu-west-2, was needed')
      .default('eu-west-2'),
  },
  S3_ACCESS_KEY_ID: { about: 'Name of the access key.', otherwise: '', schema: z.string().optional() },
  S3_SECRET_ACCESS_KEY: { about: 'The access key itself.', otherwise: '', schema: z.string().optional(), secret: true },
  S3_PATH_STYLE: {
    about:
      'Whether the bucket stands in the path of the address rather than before it, as most self-hosted stores want.',
    otherwise: 'no',
    schema: yesOrNo.default(false),
  },
  OIDC_ISSUER: {
    about:
      'Address of an OpenID Connect provider that people may sign in with. Needs the other OIDC settings and ORIGIN.',
    otherwise: 'no such sign-in',
    schema: z.string().refine(isIssuer, 'an https address, such as https://login.example.org, was needed').optional(),
  },
  OIDC_CLIENT_ID: {
    about: 'Name this installation has at the provider.',
    otherwise: '',
    schema: z.string().optional(),
  },
  OIDC_CLIENT_SECRET: {
    about: 'Secret shared with the provider.',
    otherwise: '',
    schema: z.string().optional(),
    secret: true,
  },
  OIDC_NAME: {
    about: 'What the provider is called on the sign-in page.',
    otherwise: 'your organisation',
    schema: z.string().max(60, 'at most 60 characters were needed').default('your organisation'),
  },
  CLAMD: {
    about: 'Where ClamAV listens: host:port or the path of its socket. Uploads are scanned when it is set.',
    otherwise: 'uploads are not scanned, and say so',
    schema: z
      .string()
      .refine((text) => text.startsWith('/') || /^[\w.-]+:\d{1,5}$/.test(text), 'host:port or a path was needed')
      .optional(),
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

/** Plain http is for a provider on this computer only. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(?:localhost|127\.|\[::1\])/.test(url.host));
}

function isPostgresAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text.trim());
}
