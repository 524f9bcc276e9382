import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctPaths, uploadPath, withoutSharedFolder } from './upload-path.ts';

test.each([
  ['policies/a.md', 'policies/a.md'],
  ['C:\\Users\\me\\a.md', 'Users/me/a.md'],
  ['../../etc/passwd', 'etc/passwd'],
  ['/a//b/./c.md', 'a/b/c.md'],
  ['a\u0000b\u001b.md', 'ab.md'],
  ['leave-\u202ecod.exe', 'leave-cod.exe'],
  [`${'x'.repeat(2_000)}.md`, `${'x'.repeat(997)}.md`],
  ['..', 'unnamed'],
  ['', 'unnamed'],
])('%j becomes %j', (sent, path) => {
  expect(uploadPath(sent)).toBe(path);
});

test('no path leads out of the folder, whatever was sent', () => {
  fc.assert(
    fc.property(fc.string(), (sent) => {
      const parts = uploadPath(sent).split('/');
      expect(parts.some((part) => part === '' || part === '..' || part === '.')).toBe(false);
    }),
  );
});

test('two files of one name stay apart', () => {
  expect(distinctPaths(['a.md', 'a.md', 'a (2).md', 'x/.env', 'x/.env'])).toEqual([
    'a.md',
    'a (2).md',
    'a (2) (2).md',
    'x/.env',
    'x/.env (2)',
  ]);
});

test('the folder all files stand in is left out, as on the command line', () => {
  expect(withoutSharedFolder(['docs/a.md', 'docs/b/c.md'])).toEqual(['a.md', 'b/c.md']);
});

test('a folder only some files stand in is kept', () => {
  expect(withoutSharedFolder(['docs/a.md', 'b.md'])).toEqual(['docs/a.md', 'b.md']);
});
