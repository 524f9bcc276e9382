import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { DEFAULT_LIMITS } from '../limits.ts';
import { sniffFormat } from './sniff-format.ts';

test('an archive that stores a PDF unpacked is an archive', async () => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('%PDF-1.7 and so on'), 'certificate.pdf', { compress: false });
  zip.end();
  expect(await sniffFormat('evidence.zip', new Uint8Array(await buffer(zip.outputStream)), DEFAULT_LIMITS)).toBe('zip');
});

test.each([
  ['%PDF-1.7\n', 'notes.docx', 'pdf'],
  ['# A policy', 'policy.md', 'markdown'],
  ['<!doctype html><p>x', 'page.txt', 'html'],
  ['Name,Owner\nLaptop,Jo', 'assets.xlsx', 'csv'],
])('%j named %s is read as %s', async (text, name, format) => {
  expect(await sniffFormat(name, new TextEncoder().encode(text), DEFAULT_LIMITS)).toBe(format);
});
