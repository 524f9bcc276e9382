import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDisposition } from './download.ts';

test.each([
  ['policies/Backup Policy.docx', `attachment; filename="Backup Policy.docx"; filename*=UTF-8''Backup%20Policy.docx`],
  [
    'Prüfbericht – 2026.pdf',
    `attachment; filename="Prufbericht _ 2026.pdf"; filename*=UTF-8''Pr%C3%BCfbericht%20%E2%80%93%202026.pdf`,
  ],
  [
    'a"; filename="evil.exe',
    `attachment; filename="a__ filename__evil.exe"; filename*=UTF-8''a%22%3B%20filename%3D%22evil.exe`,
  ],
  ['50% done.md', `attachment; filename="50_ done.md"; filename*=UTF-8''50%25%20done.md`],
  ['.htaccess', `attachment; filename="_htaccess"; filename*=UTF-8''.htaccess`],
  ['日本.md', `attachment; filename="__.md"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.md`],
  ['', `attachment; filename="document"; filename*=UTF-8''document`],
])('%j is handed out as %s', (path, header) => {
  expect(contentDisposition(path)).toBe(header);
});

test('no name can break out of the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(contentDisposition(path)).toMatch(
        /^attachment; filename="[\w .()&,+-]+"; filename\*=UTF-8''(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+$/,
      );
    }),
  );
});
