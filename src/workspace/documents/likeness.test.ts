import { describe, expect, test } from 'vitest';
import { type Comparable, likenessesAmong } from './likeness.ts';

let count = 0;
function a(path: string, over: Partial<Comparable> = {}): Comparable {
  count += 1;
  return { id: path, path, sha256: String(count), receivedAt: '2026-01-01T00:00:00.000Z', kind: 'policy', ...over };
}
const now = { receivedAt: '2026-11-20T09:30:00.000Z' };
const earlierOf = (one: Comparable, ...others: Comparable[]) => likenessesAmong([one, ...others])(one).earlier?.path;

describe('a document that came in later', () => {
  test.each([
    ['Backup policy v2.docx', 'Backup policy.docx'],
    ['backup_policy_v2.1.docx', 'Backup policy v2.docx'],
    ['Backup-Policy-V3.pdf', 'Backup-Policy-V2.docx'],
    ['BackupPolicyV3.pdf', 'BackupPolicyV2.docx'],
    ['Backup policy 2026.docx', 'Backup policy 2025.docx'],
    ['2026-03-02 Backup policy.docx', '2025-03-01 Backup policy.docx'],
    ['Backup policy March 2026.docx', 'Backup policy 4 April 2025.docx'],
    ['Backup policy (1).docx', 'Backup policy.docx'],
    ['Backup policy final.docx', 'Backup policy draft.docx'],
    ['Backup policy v2 FINAL (signed).docx', 'Backup policy v1.docx'],
    ['Copy of Backup policy.docx', 'Backup policy.docx'],
    ['Backup policy 2025-26.docx', 'Backup policy 2024/25.docx'.replace('/', '-')],
    ['policies/Backup policy v2.docx', 'policies/Backup policy v1.docx'],
    ['Backup policy v2.docx', 'policies/Backup policy v1.docx'],
  ])('%s seems to be a newer version of %s', (newer, older) => {
    expect(earlierOf(a(newer, now), a(older))).toBe(older);
  });

  test.each([
    ['names with other words', 'Backup policy.docx', 'Restore policy.docx', {}],
    ['plain numbers', 'Standard 2.docx', 'Standard 1.docx', {}],
    ['names that are nothing but marks', 'v2 final.docx', 'v1 draft.docx', {}],
    ['the same name in two folders', 'northgate/Hosting contract.md', 'lakeside/Hosting contract.md', {}],
    ['one word in a folder and outside', 'contract.md', 'lakeside/contract v1.md', {}],
    ['minutes of two meetings', 'Board minutes 2026-06-01.md', 'Board minutes 2026-03-01.md', { kind: 'minutes' }],
    ['reports of two years', 'Penetration test 2026.pdf', 'Penetration test 2025.pdf', { kind: 'report' }],
    ['something unread', 'Backup policy v2.docx', 'Backup policy.docx', { kind: undefined }],
  ] as const)('is not taken for a newer version by %s', (_, newer, older, over) => {
    const { kind = 'policy' } = over as Partial<Comparable>;
    const known = 'kind' in over && over.kind === undefined ? {} : { kind };
    const make = (path: string, more: Partial<Comparable>) => {
      const { kind: __, ...rest } = a(path, more);
      return { ...rest, ...known };
    };
    expect(earlierOf(make(newer, now), make(older, {}))).toBeUndefined();
  });

  test('is not taken for a newer version of another kind of document', () => {
    expect(earlierOf(a('Backup v2.md', { ...now, kind: 'plan' }), a('Backup.md'))).toBeUndefined();
  });

  test('is a newer version of what has its title, whatever the file is called', () => {
    const title = 'Information Security Policy';
    expect(earlierOf(a('ISP-rewrite.docx', { ...now, title }), a('sec/infosec.docx', { title: `${title} v1.2` }))).toBe(
      'sec/infosec.docx',
    );
  });

  test.each([
    ['one word', 'Policy', 'policy'],
    ['what contracts with different firms are called', 'Data Processing Agreement', 'contract'],
    ['what every month’s minutes are called', 'Board minutes', 'minutes'],
  ] as const)('is not told by a title that is %s', (_, title, kind) => {
    expect(earlierOf(a('x.docx', { ...now, title, kind }), a('y.docx', { title, kind }))).toBeUndefined();
  });

  test('that says it is the older one is not offered as newer', () => {
    expect([
      earlierOf(a('Backup policy v1.md', now), a('Backup policy v2.md')),
      earlierOf(a('Backup policy copy.md', { ...now, version: '1.9' }), a('Backup policy.md', { version: '1.10' })),
      earlierOf(
        a('Backup policy copy.md', { ...now, dated: '2025-01-01' }),
        a('Backup policy.md', { dated: '2026-01-01' }),
      ),
      earlierOf(
        a('Backup policy v3.md', { ...now, dated: '2025-01-01' }),
        a('Backup policy v2.md', { dated: '2026-01-01' }),
      ),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('is offered in place of the newest of several older ones', () => {
    const older = ['Backup policy v1.md', 'Backup policy v10.md', 'Backup policy v9.md'].map((path) => a(path));
    expect(earlierOf(a('Backup policy v11.md', now), ...older)).toBe('Backup policy v10.md');
  });

  test('with the same bytes as another is a copy and not a version', () => {
    const [one, other] = [a('Backup policy v2.md', { ...now, sha256: 'x' }), a('Backup policy.md', { sha256: 'x' })];
    expect(likenessesAmong([one, other])(one)).toEqual({ copies: [other] });
  });
});

test('two that came in together are told apart by version alone', () => {
  const [one, two] = [a('Backup policy v1.md'), a('Backup policy v2.md')];
  const [three, four] = [a('Leave policy.md'), a('Leave policy final.md')];
  const like = likenessesAmong([one, two, three, four]);
  expect([one, two, three, four].map((each) => like(each).earlier?.path)).toEqual([
    undefined,
    'Backup policy v1.md',
    undefined,
    undefined,
  ]);
});
