import { expect, test } from 'vitest';
import { type Config, dataDirectory, type Environment, parseConfig, wantsColour } from './config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

function parse(env: Environment) {
  return parseConfig({
    env,
    otherwiseDataDir: '/data',
    readSecret: (file) => {
      if (file === '/run/empty') return ' \n';
      if (file !== '/run/url') throw new Error('ENOENT');
      return 'postgres://one:two@localhost/three\n';
    },
  });
}

function config(env: Environment): Config {
  const read = parse(env);
  if (!read.ok) throw new Error(read.problem.messages.join('\n'));
  return read.config;
}

function messages(env: Environment): readonly string[] {
  const read = parse(env);
  return read.ok ? [] : read.problem.messages;
}

test('without settings it is for this computer only, and keeps everything in its own folder', () => {
  expect(config({})).toEqual({
    server: { port: 4173, host: '127.0.0.1', origin: undefined, trustProxy: false, openCheck: true },
    dataDir: '/data',
    databaseUrl: undefined,
    secretKey: undefined,
    uploadBytes: 50_000_000,
    bucket: undefined,
    oidc: undefined,
    clamd: undefined,
  });
});

test('an empty variable counts as not set', () => {
  expect(parse({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(parse({}));
});

test('every mistake is named at once, with what was given', () => {
  expect(messages({ PORT: '99999', HOST: 'a b', TRUST_PROXY: 'maybe', S3_BUKET: 'x' })).toEqual([
    'S3_BUKET is not a setting of Perennial. Is S3_BUCKET meant?',
    'PORT is "99999"; a port from 0 to 65535 was needed.',
    'HOST is "a b"; a host name or address, such as 127.0.0.1, was needed.',
    'TRUST_PROXY is "maybe"; yes or no was needed.',
  ]);
});

test('settings that do not go together are named beside those that are wrong', () => {
  expect(
    messages({ PORT: 'abc', TRUST_PROXY: 'yes', S3_BUCKET: 'files' }).map((message) => message.split(' ')[0]),
  ).toEqual(['PORT', 'TRUST_PROXY', 'S3_BUCKET']);
});

test.each([
  [{ S3_REGION: 'eu-west-1' }, /^S3_REGION is set and S3_BUCKET/],
  [{ S3_PATH_STYLE: 'yes' }, /^S3_PATH_STYLE is set and S3_BUCKET/],
  [{ OIDC_NAME: 'Entra' }, /^OIDC_NAME is set and OIDC_ISSUER/],
])('%o alone says nothing, and that is told', (env, sentence) => {
  expect(messages(env as Environment)).toEqual([expect.stringMatching(sentence)]);
});

test('what the rest of the environment holds is none of its business', () => {
  expect(parse({ PATH: '/bin', AWS_REGION: 'x', OPEN: 'y' }).ok).toBe(true);
});

test.each([[{ DATABASE_URL: 'mysql://secret-user:secret-word@host/db' }], [{ SECRET_KEY: 'secret-word' }]])(
  'a secret that is wrong is not repeated: %o',
  (env) => {
    const [message] = messages(env as Environment);
    expect([message?.includes('is not as it should be'), message?.includes('secret-')]).toEqual([true, false]);
  },
);

test('a secret may stand in a file', () => {
  expect(config({ DATABASE_URL_FILE: '/run/url' }).databaseUrl).toBe('postgres://one:two@localhost/three');
});

test.each([
  [{ DATABASE_URL_FILE: '/run/none' }, 'DATABASE_URL_FILE is "/run/none", and that file could not be read.'],
  [{ DATABASE_URL_FILE: '/run/empty' }, 'DATABASE_URL_FILE is "/run/empty", and that file is empty.'],
  [
    { DATABASE_URL_FILE: '/run/url', DATABASE_URL: 'postgres://a@b/c' },
    'DATABASE_URL and DATABASE_URL_FILE are both set; only one may be.',
  ],
  [
    { PORT_FILE: '/run/url', S3_BUCKET_FILE: '/run/url' },
    'S3_BUCKET_FILE is not a setting of Perennial. Its settings are listed in docs/operations.md.',
  ],
  [
    { TRUST_PROXY: 'yes' },
    'TRUST_PROXY is "yes" and ORIGIN is not set; behind a proxy, ORIGIN must say at which address people reach the page.',
  ],
  [
    { HOST: '0.0.0.0' },
    'HOST is "0.0.0.0" and ORIGIN is not set; when other computers can reach it, ORIGIN must say at which address.',
  ],
  [{ PERENIAL_DATA: '/x' }, 'PERENIAL_DATA is not a setting of Perennial. Is PERENNIAL_DATA meant?'],
  [{ OPEN_CHEK: 'no' }, 'OPEN_CHEK is not a setting of Perennial. Is OPEN_CHECK meant?'],
  [{ DATABASE_URI: 'postgres://a@b/c' }, 'DATABASE_URI is not a setting of Perennial. Is DATABASE_URL meant?'],
  [{ S3_BUCKET: 'files' }, 'S3_BUCKET is set and S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY not; they go together.'],
  [
    { S3_ENDPOINT: 'https://s3.example.org' },
    'S3_ENDPOINT is set and S3_BUCKET and S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY not; they go together.',
  ],
  [
    { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
    'OIDC_ISSUER is set and ORIGIN is not; the provider must know the address to send people back to.',
  ],
  [
    { DATABASE_URL: 'postgres://a@b/c', S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' },
    'DATABASE_URL and S3_BUCKET are set and SECRET_KEY is not; a process without a disk of its own needs the key from outside.',
  ],
])('%o is told: %s', (env, message) => {
  expect(messages(env as Environment)).toEqual([message]);
});

test.each([
  ['ORIGIN', 'example.org'],
  ['ORIGIN', 'https://example.org/path'],
  ['ORIGIN', 'ftp://example.org'],
  ['OIDC_ISSUER', 'http://login.example.org'],
  ['UPLOAD_MEGABYTES', '0'],
  ['CLAMD', 'clamd'],
  ['SECRET_KEY', 'c2hvcnQ='],
])('%s may not be %s', (name, value) => {
  expect(parse({ [name]: value }).ok).toBe(false);
});

test('everything set is understood', () => {
  const full = config({
    PORT: '8080',
    HOST: '0.0.0.0',
    ORIGIN: 'https://perennial.example.org',
    TRUST_PROXY: 'yes',
    PERENNIAL_DATA: '/srv/perennial',
    DATABASE_URL: 'postgres://a@b/c',
    SECRET_KEY: KEY,
    UPLOAD_MEGABYTES: '20',
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID: 'a',
    S3_SECRET_ACCESS_KEY: 'b',
    S3_PATH_STYLE: 'yes',
    OIDC_ISSUER: 'https://login.example.org',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    CLAMD: '127.0.0.1:3310',
  });
  expect([
    full.server.openCheck,
    full.secretKey?.length,
    full.uploadBytes,
    full.bucket?.region,
    full.bucket?.pathStyle,
    full.oidc?.name,
  ]).toEqual([false, 32, 20_000_000, 'eu-west-2', true, 'your organisation']);
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ TERM: 'dumb' }, true, false],
])('with %o and a terminal: %s, colour is %s', (env, terminal, colour) => {
  expect(wantsColour(env, terminal)).toBe(colour);
});

test('imports go where PERENNIAL_DATA says', () => {
  expect([dataDirectory({ PERENNIAL_DATA: '/srv/data' }, 'data'), dataDirectory({}, 'data')]).toEqual([
    '/srv/data',
    'data',
  ]);
});
