import { describe, expect, it } from 'vitest';
import { sampleDocument } from './document.samples.ts';
import { fieldsOf } from './fields.ts';

const titleOf = (title: string) =>
  [...fieldsOf(sampleDocument({ path: 'x.md', title })).titleWords].filter((word) => word !== 'x');
const columnsOf = (sample: Parameters<typeof sampleDocument>[0]) =>
  fieldsOf(sampleDocument(sample)).tables.map(({ of, columns }) => ({ of, columns: columns.map(({ text }) => text) }));

describe('a title', () => {
  it('is read without its code, its number and its version', () => {
    expect(titleOf('SOP-012 Backups v3 FINAL 2026')).toEqual(['backup']);
  });

  it('keeps the number that is part of a name', () => {
    expect(titleOf('ISO 27001 certificate 4471')).toEqual(['iso', '27001', 'certificat']);
  });

  it('keeps updates, which are a subject, where updated is not', () => {
    expect(titleOf('Security updates (updated)')).toEqual(['security', 'updat']);
  });
});

describe('the tables of a document', () => {
  it('include the labels of a record written in paragraphs', () => {
    const lines = ['What: a larger disk', 'Why: the old one is full', 'Approved: T Bell', 'Done: 4 June'];
    expect(columnsOf({ title: 'CHG-12', kind: 'form', lines })).toEqual([
      { of: 'form', columns: ['What', 'Why', 'Approved', 'Done'] },
    ]);
  });

  it('leave out what stands before a colon in a policy', () => {
    const lines = ['Backups: nightly', 'Access: by role', 'Laptops: encrypted'];
    expect(columnsOf({ title: 'Security policy', kind: 'policy', lines })).toEqual([]);
  });
});
