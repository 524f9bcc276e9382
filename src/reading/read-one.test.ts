import { describe, expect, test } from 'vitest';
import { bytesOf, rawZip } from '../../test/support/hostile-files.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readFiles } from './read-folder.ts';
import { readOne } from './read-one.ts';

describe('a mail', () => {
  const mail = [
    'From: Jane Smith <jane@example.com>',
    'To: team@example.com',
    'Subject: Restore test',
    'Date: Mon, 2 Feb 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The restore went well.',
    '--b',
    'Content-Type: text/csv; name="log.csv"',
    'Content-Disposition: attachment; filename="log.csv"',
    '',
    'Date,Result',
    '2026-02-02,pass',
    '--b--',
  ].join('\r\n');

  test('headers are its first lines and its properties', async () => {
    const { documents } = await readOne('mail.eml', bytesOf(mail), DEFAULT_LIMITS);
    expect(documents[0]?.content.lines.map(({ text }) => text)).toEqual([
      'From: Jane Smith <jane@example.com>',
      'To: team@example.com',
      'Date: 2026-02-02',
      'Subject: Restore test',
      'The restore went well.',
    ]);
  });

  test('an attachment is a document of its own', async () => {
    const { documents } = await readFiles([{ path: 'mail.eml', bytes: bytesOf(mail) }]);
    expect(documents.map(({ path, content }) => [path, content.format])).toEqual([
      ['mail.eml', 'eml'],
      ['mail.eml/log.csv', 'csv'],
    ]);
  });
});

describe('an archive', () => {
  test('is read as a folder, archives inside it too', async () => {
    const inner = rawZip([{ name: 'b.md', data: bytesOf('Inner') }]);
    const zip = rawZip([
      { name: 'policies/a.md', data: bytesOf('Outer') },
      { name: 'more.zip', data: inner },
    ]);
    const { documents } = await readFiles([{ path: 'all.zip', bytes: zip }]);
    expect(documents.map(({ path }) => path)).toEqual(['all.zip/more.zip/b.md', 'all.zip/policies/a.md']);
  });

  test('with two files of one name keeps both', async () => {
    const zip = rawZip([
      { name: 'a.md', data: bytesOf('One') },
      { name: 'a.md', data: bytesOf('Two') },
    ]);
    expect((await readFiles([{ path: 'all.zip', bytes: zip }])).documents.map(({ path }) => path)).toEqual([
      'all.zip/a.md',
      'all.zip/a.md (2)',
    ]);
  });

  test('that unpacks to more than allowed stops there and keeps what came before', async () => {
    const zip = rawZip([
      { name: 'a.md', data: bytesOf('One') },
      { name: 'b.md', data: bytesOf('x'.repeat(5_000)) },
    ]);
    const { documents, unreadable } = await readFiles([{ path: 'all.zip', bytes: zip }], {
      limits: { ...DEFAULT_LIMITS, expandedBytes: 1_000 },
    });
    expect([
      documents.map(({ path }) => path),
      unreadable.map(({ path, unreadable: { type } }) => [path, type]),
    ]).toEqual([['all.zip/a.md'], [['all.zip', 'too-large']]]);
  });
});

test('a file over the limit is refused before it is looked at', async () => {
  const { unreadable } = await readOne('a.md', bytesOf('Text'), { ...DEFAULT_LIMITS, fileBytes: 3 });
  expect(unreadable.map(({ unreadable: { type } }) => type)).toEqual(['too-large']);
});

test('the same bytes have the same SHA-256', async () => {
  const { documents } = await readOne('a.md', bytesOf('Text'), DEFAULT_LIMITS);
  expect(documents[0]?.sha256).toBe('71988c4d8e0803ba4519f0b2864c1331c14a1890bf8694e251379177bfedb5c3');
});
