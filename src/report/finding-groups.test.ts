import { expect, test } from 'vitest';
import type { Finding } from '../record/finding.ts';
import { alikeFindings } from './finding-groups.ts';

const finding = (file: string, message: string, over: Partial<Finding> = {}): Finding => ({
  code: 'overdue-review',
  severity: 'medium',
  refs: [],
  subject: file,
  seen: [{ file, line: 3, text: message }],
  message,
  next: 'Review it, record who did and when, and set the next review day.',
  ...over,
});
const filesOf = (findings: readonly Finding[]) =>
  alikeFindings(findings).map((group) => group.map(({ subject }) => subject));

test('findings that differ only by their document, its day and its words stand together', () => {
  expect(
    filesOf([
      finding('a.md', 'Its own next review, 3 March 2026, has passed.'),
      finding('b.md', 'It is to be reviewed on a cycle (“annual”) and was last dealt with on 1 May 2024.'),
      finding('c.md', 'Its own next review, 31/01/2026, has passed.'),
      finding('d.md', 'It is to be reviewed on a cycle (“every year”) and was last dealt with on 2024-06-01.'),
      finding('e.md', 'Its own next review, September 2026, has passed.'),
    ]),
  ).toEqual([
    ['a.md', 'c.md', 'e.md'],
    ['b.md', 'd.md'],
  ]);
});

test('findings that ask for something else, or rest on several documents, stand alone', () => {
  const message = 'Its own next review, 3 March 2026, has passed.';
  const both = [{ file: 'c.md' }, { file: 'd.md' }];
  expect(
    filesOf([
      finding('a.md', message),
      finding('b.md', message, { next: 'Withdraw it.' }),
      finding('c.md', message, { seen: both }),
      finding('d.md', message, { seen: both }),
      finding('e.md', message, { seen: [] }),
    ]),
  ).toEqual([['a.md'], ['b.md'], ['c.md'], ['d.md'], ['e.md']]);
});

test('findings full of opened quotations are told apart at once', () => {
  const began = performance.now();
  const message = '“'.repeat(50_000);
  expect(filesOf([finding('a.md', message), finding('b.md', `${message}x`)])).toEqual([['a.md'], ['b.md']]);
  expect(performance.now() - began).toBeLessThan(500);
});
