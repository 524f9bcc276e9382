import { expect, test } from 'vitest';
import { dataDirectory, parseServerConfig, wantsColour } from './config.ts';

test('without settings the page is only for this computer', () => {
  expect(parseServerConfig({})).toEqual({
    ok: true,
    config: { port: 4173, host: '127.0.0.1', origin: undefined, trustProxy: false },
  });
});

test('an empty variable counts as not set', () => {
  expect(parseServerConfig({ PORT: '', HOST: ' ' })).toEqual(parseServerConfig({}));
});

test('every mistake is named at once, with what was given', () => {
  const read = parseServerConfig({ PORT: '99999', HOST: 'a b', TRUST_PROXY: 'maybe' });
  expect(read.ok ? [] : read.problem.messages).toEqual([
    'PORT is "99999"; a port from 0 to 65535 was needed.',
    'HOST is "a b"; a host name or address, such as 127.0.0.1, was needed.',
    'TRUST_PROXY is "maybe"; yes or no was needed.',
  ]);
});

test('trusting a proxy without saying at which address people come is a contradiction', () => {
  const read = parseServerConfig({ TRUST_PROXY: 'yes' });
  expect(read.ok ? [] : read.problem.messages).toEqual([
    'TRUST_PROXY is "yes" and ORIGIN is not set; behind a proxy, ORIGIN must say at which address people reach the page.',
  ]);
});

test.each(['example.org', 'https://example.org/path', 'ftp://example.org'])('%s is no origin', (origin) => {
  expect(parseServerConfig({ ORIGIN: origin }).ok).toBe(false);
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
