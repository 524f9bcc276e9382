import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../src/reading/limits.ts';
import { type FolderReading, readFiles, readFolder } from '../src/reading/read-folder.ts';
import { bytesOf, type HostileFile, hostileFiles } from './support/hostile-files.ts';

const files = await hostileFiles();
const GOOD = { path: 'good.md', text: '# Access policy\n\nOwner: Jane Smith\n' };

let reading: FolderReading;
const slowest = { path: '', milliseconds: 0 };

beforeAll(async () => {
  let last = performance.now();
  const entries = [
    ...files.map(({ name, bytes }) => ({ path: `hostile/${name}`, bytes: bytes.slice() })),
    { path: GOOD.path, bytes: bytesOf(GOOD.text) },
  ];
  reading = await readFiles(entries, {
    onProgress(_, __, path) {
      const milliseconds = performance.now() - last;
      if (milliseconds > slowest.milliseconds) Object.assign(slowest, { path, milliseconds });
      last = performance.now();
    },
  });
}, 300_000);

describe('reading broken and hostile files', () => {
  test('at least sixty of them are tried', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  test.each(files)('$what ($name) ends in a clear reason or in harmless content', ({ name, allowed }: HostileFile) => {
    const own = (path: string) => path === `hostile/${name}` || path.startsWith(`hostile/${name}/`);
    const refused = reading.unreadable.filter(({ path }) => own(path)).map(({ unreadable }) => unreadable.type);
    const read = reading.documents.filter(({ path }) => own(path)).map((): string => 'content');
    expect([...refused, ...read]).not.toEqual([]);
    expect(allowed).toEqual(expect.arrayContaining([...refused, ...read]));
  });

  test('every reason is a sentence or two for a person', () => {
    for (const { path, unreadable } of reading.unreadable) {
      expect(unreadable.reason, path).toMatch(/^[A-Z].{5,200}\.$/);
      expect(unreadable.reason, path).not.toMatch(/undefined|null|Error:|\bat .*\.ts/);
    }
  });

  test('the good file beside them is read', () => {
    expect(reading.documents.find(({ path }) => path === GOOD.path)?.content.lines.map(({ text }) => text)).toEqual([
      'Access policy',
      'Owner: Jane Smith',
    ]);
  });

  test('none holds up the others for longer than the limit for one file', () => {
    expect(slowest.milliseconds, slowest.path).toBeLessThan(25_000);
  });

  test('no line handed on is longer than the limit', () => {
    const tooLong = reading.documents.filter(({ content }) => content.lines.some(({ text }) => text.length > 4_000));
    expect(tooLong.map(({ path }) => path)).toEqual([]);
  });
});

describe('reading a folder with what only a disk can hold', () => {
  const root = mkdtempSync(join(tmpdir(), 'perennial-hostile-'));
  const outside = mkdtempSync(join(tmpdir(), 'perennial-outside-'));
  afterAll(() => {
    chmodSync(join(root, 'locked.md'), 0o600);
    rmSync(root, { recursive: true });
    rmSync(outside, { recursive: true });
  });
  let folder: FolderReading;
  const reasonOf = (path: string) => folder.unreadable.find((file) => file.path === path)?.unreadable.type;
  const skipped = (path: string) => folder.skipped.find((file) => file.path === path)?.reason;
  const wasRead = (path: string) => folder.documents.some((document) => document.path === path);
  const longName = `${'long'.repeat(60)}.md`;

  beforeAll(async () => {
    const write = (name: string, text = 'Text') => writeFileSync(join(root, name), text);
    write('good.md', GOOD.text);
    write('line\nbreak.md');
    write('\u{1F4C4} paper.md');
    write('\u202Efdp.md');
    write('cafe\u0301.md');
    write(longName);
    write('CASE.md');
    write('case.md');
    write('locked.md');
    write('big.txt', 'x'.repeat(3_000));
    write('Thumbs.db');
    write('~$policy.docx');
    write('app.ts');
    write('draft.md');
    write('.perennialignore', '# not yet\ndraft.md\nold/\n!old/keep.md\n*.tmp.md\n');
    write('note.tmp.md');
    mkdirSync(join(root, 'folder.pdf'));
    mkdirSync(join(root, 'node_modules'));
    write('node_modules/readme.md');
    mkdirSync(join(root, 'old'));
    write('old/keep.md');
    writeFileSync(join(outside, 'secret.md'), 'Secret');
    symlinkSync(root, join(root, 'loop'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'outside.md'));
    symlinkSync(outside, join(root, 'outside-folder'));
    symlinkSync('nowhere', join(root, 'dangling.md'));
    symlinkSync('good.md', join(root, 'again.md'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    chmodSync(join(root, 'locked.md'), 0);
    folder = await readFolder(root, { limits: { ...DEFAULT_LIMITS, fileBytes: 2_000 } });
  });

  test('the good file is read', () => expect(wasRead('good.md')).toBe(true));
  test('names with line ends, pictures and direction marks are read', () => {
    expect(['line\nbreak.md', '\u{1F4C4} paper.md', '\u202Efdp.md'].every(wasRead)).toBe(true);
  });
  test('a name is given in composed form', () => expect(wasRead('caf\u00e9.md')).toBe(true));
  test('a very long name is read', () => expect(wasRead(longName)).toBe(true));
  test('names that differ in case only are two documents', () =>
    expect(wasRead('CASE.md') && wasRead('case.md')).toBe(true));
  test.skipIf(process.getuid?.() === 0)('a file without permission is named with the reason', () =>
    expect(reasonOf('locked.md')).toBe('not-allowed'),
  );
  test('a file over the limit is named with the reason', () => expect(reasonOf('big.txt')).toBe('too-large'));
  test('a link to a file outside is not followed', () =>
    expect([reasonOf('outside.md'), wasRead('outside.md')]).toEqual(['not-allowed', false]));
  test('a link to a folder outside is not followed', () => expect(reasonOf('outside-folder')).toBe('not-allowed'));
  test('a link to the folder itself does not loop', () => expect(skipped('loop')).toContain('inside the folder'));
  test('a link to a file inside is passed over, since the file is read', () =>
    expect(skipped('again.md')).toContain('inside the folder'));
  test('a link that leads nowhere is passed over', () => expect(skipped('dangling.md')).toContain('nowhere'));
  test('a pipe is passed over and does not hang', () => expect(skipped('pipe.md')).toBe('not a file'));
  test('a folder named like a file is a folder', () => expect(reasonOf('folder.pdf')).toBeUndefined());
  test('files of programs are passed over', () => {
    expect(['Thumbs.db', '~$policy.docx', 'app.ts', 'node_modules'].every((path) => skipped(path) !== undefined)).toBe(
      true,
    );
  });
  test('what .perennialignore names is passed over', () => {
    expect(['draft.md', 'old', 'note.tmp.md'].map(skipped)).toEqual(Array(3).fill('named in .perennialignore'));
  });
  test('documents come in the order of their paths', () => {
    const paths = folder.documents.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
  test('a file that vanishes after the folder was listed is named with the reason', async () => {
    const gone = join(outside, 'gone');
    mkdirSync(gone);
    writeFileSync(join(gone, '1.md'), 'Text');
    for (let at = 2; at < 400; at++) writeFileSync(join(gone, `${at}.md`), '# Policy\n\nText\n'.repeat(50));
    const running = readFolder(gone);
    rmSync(join(gone, '99.md'));
    const result = await running;
    expect(result.unreadable.map(({ path, unreadable }) => [path, unreadable.type])).toEqual([['99.md', 'broken']]);
  });
});
