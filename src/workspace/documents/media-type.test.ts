import { expect, test } from 'vitest';
import { mediaTypeOf, nameDisagreement } from './media-type.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDAT';

test.each([
  ['notes.md', '# Notes', 'text/markdown'],
  ['data.json', '{"a":1}', 'text/plain'],
  ['scan.jpg', PNG, 'image/png'],
  ['unknown.xyz', '\x00\x01\x02\x03\x04\x05\x06\x07\x08', 'application/octet-stream'],
  ['page.txt', '<!doctype html><p>x', 'text/html'],
])('%s is taken for what its bytes are', async (path, start, type) => {
  expect(await mediaTypeOf(path, bytes(start), undefined)).toBe(type);
});

test.each([
  ['policy.pdf', 'application/pdf', undefined],
  ['notes.txt', 'text/html', undefined],
  ['export.csv', 'text/plain', undefined],
  ['anything', 'image/png', undefined],
  ['policy.pdf', 'text/html', 'Its name ends in .pdf, but it is a web page'],
  ['notes.md', 'application/pdf', 'Its name ends in .md, but it is a PDF'],
  ['list.XLSX', 'text/csv', 'Its name ends in .xlsx, but it is a table as text'],
  ['photo.png', 'video/mp4', 'Its name ends in .png, but it is of the type video/mp4'],
])('%s of the type %s: %s', (path, type, said) => {
  expect(nameDisagreement(path, type)).toBe(said);
});
