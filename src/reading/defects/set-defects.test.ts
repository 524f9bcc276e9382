import { describe, expect, test } from 'vitest';
import { madeDocument, ON } from '../../../test/support/made-document.ts';
import { organisationDefects, referenceDefects } from './set-defects.ts';

const backup = madeDocument('policies/backup-policy.md', '# Backup Policy\n\nWe keep copies.\n');

/** What a document of the set is said to refer to in vain. */
function missing(source: string, ...others: readonly ReturnType<typeof madeDocument>[]): string[] {
  const document = madeDocument('policies/incident.md', `# Incident Procedure\n\n${source}\n`);
  return referenceDefects([document, backup, ...others], ON).flatMap(({ path, defect }) =>
    path === document.path && defect.code === 'broken-reference' ? [defect.subject ?? ''] : [],
  );
}

describe('references to what is not in the set', () => {
  test.each([
    ['See the [flood plan](flood-plan.md).', 'flood-plan.md'],
    ['Details are in the Night Handover Runbook.', 'Night Handover Runbook'],
    ['Scope follows the Supplier Onboarding Charter.', 'Supplier Onboarding Charter'],
    ['The commands are in Appendix B.', 'Appendix B'],
    ['Figures stand in registers/asset-list.csv today.', 'registers/asset-list.csv'],
  ])('%s', (text, wanted) => {
    expect(missing(text)).toEqual([wanted]);
  });

  test('a list of related documents is a list of references', () => {
    expect(missing('Text.\n\n## Related documents\n\n- Backup Policy\n- Clear Desk Policy\n')).toEqual([
      'Clear Desk Policy',
    ]);
  });

  test.each([
    'See the [backup policy](backup-policy.md) and [the site](https://example.org/x.pdf) and [above](#incident).',
    'See the Data Backup Policy.',
    'We comply with the Data Protection Act 2018 and the NHS Records Management Code of Practice.',
    "Suppliers follow their own Information Security Policy and the customer's Incident Policy.",
    'Any Incident Response Plan must name a lead.',
    'Controls of Annex A of ISO 27001 apply.',
    'Each export is saved as report.csv by the script.',
    'See Appendix A.\n\n## Appendix A\n\nText.',
  ])('%s refers to nothing that is missing', (text) => {
    expect(missing(text)).toEqual([]);
  });

  test('short forms and slips of the pen find their document', () => {
    const plan = madeDocument('plans/buisness-continuity-plan.md', '# Business Continuity Plan\n\nText.\n');
    expect(missing('Follow the BCP and see the Business Continuity Plan.', plan)).toEqual([]);
  });
});

describe('one document twice', () => {
  const text = 'Every laptop is encrypted, locked after five minutes and wiped when it is lost. '.repeat(5);

  test('the same text under two names is reported at the second', () => {
    const documents = ['a.md', 'b.md'].map((name) => madeDocument(name, `# Laptop rules\n\n${text}\n`));
    expect(referenceDefects(documents, ON).map(({ path, defect }) => [path, defect.code])).toContainEqual([
      'b.md',
      'recycled-file',
    ]);
  });

  test('two versions of a policy that both count as current are reported', () => {
    const documents = [1, 2].map((version) =>
      madeDocument(`laptops-${version}.md`, `# Laptop Policy\n\nVersion: ${version}.0\n\n${text}${version}\n`),
    );
    expect(referenceDefects(documents, ON).map(({ defect }) => defect.code)).toEqual(['recycled-file']);
  });
});

describe("another organisation's name", () => {
  const own = (path: string, words: string) =>
    madeDocument(path, `# ${path}\n\nThis is the policy of Larkmoor Health Ltd.\n\n${words}\n`);
  const foreign = (words: string) =>
    organisationDefects([own('a policy.md', ''), own('b policy.md', ''), own('c policy.md', words)]).map(
      ({ path, defect }) => [path, defect.subject],
    );

  test('in our own voice it is reported', () => {
    expect(foreign('All information is the property of Bramblegate Systems Ltd.')).toEqual([
      ['c policy.md', 'Bramblegate Systems Ltd'],
    ]);
    expect(foreign("Fenwick Digital's staff must lock their screens.")).toHaveLength(1);
  });

  test.each([
    'Our supplier Bramblegate Systems Ltd hosts the service.',
    'We were audited by Bramblegate Systems Ltd.',
    'The agreement is between us and Bramblegate Systems Ltd.',
    'Larkmoor Health Limited is committed to security.',
  ])('%s is no slip', (words) => {
    expect(foreign(words)).toEqual([]);
  });
});

describe('documents of another organisation', () => {
  const rules = ['Backup', 'Access', 'Incident', 'Training'].map((name) =>
    madeDocument(
      `${name}.md`,
      `# ${name} Policy\n\nBrackenfold Health Ltd is committed to this. Write to office@brackenfold.example.\n\nAll staff of Brackenfold Health Ltd follow it.\n`,
    ),
  );
  const told = (documents: Parameters<typeof organisationDefects>[0], own: readonly string[]) =>
    organisationDefects(documents, own).filter(({ defect }) => defect.effect === 'blocks');

  test('prove nothing about us, and name whose they are', () => {
    const found = told(rules, ['Mirefield']);
    expect(found.map(({ path, defect }) => [path, defect.subject])).toEqual(
      rules.map(({ path }) => [path, 'Brackenfold Health']),
    );
  });

  test.each([
    ['a name of ours', rules, ['Brackenfold Health']],
    ['one that has our first word', rules, ['Brackenfold']],
    ['nobody we could tell from us', rules, []],
    [
      'a firm that one of our lists names as a supplier',
      [
        ...rules,
        madeDocument('list.md', '# Suppliers\n\n| Supplier | Service |\n|---|---|\n| Brackenfold Health Ltd | IT |\n'),
      ],
      ['Mirefield'],
    ],
    [
      'somebody beside us',
      rules.map((one) =>
        madeDocument(one.path, `# Policy\n\nMirefield and Brackenfold Health Ltd keep this together.\n`),
      ),
      ['Mirefield'],
    ],
  ])('are ours where they speak for %s', (_, documents, own) => {
    expect(told(documents, own)).toEqual([]);
  });
});
