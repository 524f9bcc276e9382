import { describe, expect, test } from 'vitest';
import { madeDocument } from '../../../test/support/made-document.ts';
import { countsOfOtherFiles } from './counts-of-other-files.ts';
import { indexAgainstDocuments } from './index-against-documents.ts';

const policy = madeDocument('policies/Backup Policy.md', '# Backup Policy\n\nVersion: 2.0\n\nBackups run nightly.');
const index = (version: string) =>
  madeDocument(
    'policies/index.md',
    `# Index\n\n| Ref | Title | Version |\n|-|-|-|\n| P1 | Backup Policy | ${version} |\n| P2 | Leave Policy | 1.0 |\n| P3 | Travel Policy | 1.1 |\n`,
  );

describe('an index of documents', () => {
  test('that gives another version than the document itself is reported at its row', () => {
    expect(indexAgainstDocuments([policy, index('2.1')]).map(({ defect }) => defect.places[0]?.line)).toEqual([5]);
  });

  test('that gives the same version is fine', () => {
    expect(indexAgainstDocuments([policy, index('2')])).toEqual([]);
  });
});

test('two documents that each say the other replaced them are both reported', () => {
  const a = madeDocument('SOP-015.md', '# SOP-015 Retention\n\nSuperseded by: SOP-017');
  const b = madeDocument('SOP-017.md', '# SOP-017 Backup\n\nSuperseded by: SOP-015');
  const c = madeDocument('SOP-018.md', '# SOP-018 Paper\n\nSuperseded by: SOP-019');
  expect(indexAgainstDocuments([a, b, c]).map(({ path }) => path)).toEqual(['SOP-015.md', 'SOP-017.md']);
});

describe('a count of the rows of another file', () => {
  const list = madeDocument(
    'registers/asset-register.csv',
    'Asset,Owner\nLaptop 1,Jo Ward\nLaptop 2,Al Birtle\nServer,Jo Ward\n',
  );
  const says = (count: number) =>
    madeDocument(
      'summary.md',
      `# Summary\n\n- Asset Register (${count} assets)\n\n| List | File | Entries |\n|-|-|-|\n| Assets | registers/asset-register.csv | ${count} |\n`,
    );

  test('is compared with the file', () => {
    expect(countsOfOtherFiles([list, says(4)]).map(({ defect }) => defect.places[0]?.line)).toEqual([3, 7]);
    expect(countsOfOtherFiles([list, says(3)])).toEqual([]);
  });
});
