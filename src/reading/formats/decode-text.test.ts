import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const decode = (bytes: Uint8Array) => decodeText(bytes);

test('UTF-8 with a byte-order mark and Windows line ends is plain text', () => {
  expect(decode(Buffer.from('\ufeffOne\r\ntwo\rthree'))).toEqual({
    text: 'One\ntwo\nthree',
    encoding: 'utf-8',
    badBytes: 0,
  });
});

test.each([['utf16le', 'utf-16le'] as const])('UTF-16 without a mark is told by its zero bytes', (written, found) => {
  expect(decode(Buffer.from('Name,Owner', written))).toEqual({ text: 'Name,Owner', encoding: found, badBytes: 0 });
});

test('big-endian UTF-16 is read', () => {
  expect(decode(Buffer.from('\ufeffName', 'utf16le').swap16()).text).toBe('Name');
});

test('Windows-1252 keeps its accents, dashes and quotes', () => {
  expect(decode(Buffer.from('Caf\xe9 \x96 \x93ok\x94', 'latin1'))).toEqual({
    text: 'Café – “ok”',
    encoding: 'windows-1252',
    badBytes: 0,
  });
});

test('UTF-8 with a broken byte stays UTF-8 and says so', () => {
  expect(decode(Buffer.concat([Buffer.from('Größe älter – ok '), Buffer.from([0xff])]))).toMatchObject({
    encoding: 'utf-8',
    badBytes: 1,
  });
});

test('bytes that are no text are refused', () => {
  expect(() => decode(Buffer.alloc(500, 1))).toThrow('not text');
});
