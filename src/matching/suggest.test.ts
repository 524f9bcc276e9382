import { describe, expect, it } from 'vitest';
import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load-catalogue.ts';
import { sampleDocument } from './document.samples.ts';
import { prepareMatcher } from './matcher.ts';
import { matchDocument, suggest } from './suggest.ts';

async function catalogueOf(category: Category): Promise<Catalogue> {
  const loaded = await loadCatalogue('catalogue', { category });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value;
}

const catalogue = await catalogueOf(3);
const matcher = prepareMatcher(catalogue);

const restoreTest = sampleDocument({
  path: 'evidence/restore-june.md',
  title: 'Restore test record',
  kind: 'report',
  lines: [
    '# Restore test record',
    'On 4 June the orders database was restored to a spare server.',
    '## Result',
    'The row counts matched. The row counts were checked twice.',
  ],
});

describe('a suggestion', () => {
  it('scores a clear document high', () => {
    expect(suggest(matcher, restoreTest)[0]).toMatchObject({ ref: '7.3.4', score: expect.closeTo(0.88, 1) });
  });

  it('gives its reasons in the words of the document', () => {
    const reasons = suggest(matcher, restoreTest)[0]?.reasons ?? [];
    expect(reasons[0]).toBe('The title says "restore test".');
    expect(reasons.join(' ')).toContain('"row counts" 2 times, under "Result"');
  });

  it('names the columns that gave a register away', () => {
    const register = sampleDocument({
      path: 'q3.csv',
      title: 'q3',
      kind: 'register',
      columns: ['Name', 'Course', 'Completed'],
      rows: [['A Lee', 'Data Security Awareness', '4 May 2026']],
    });
    expect(suggest(matcher, register)[0]).toMatchObject({
      ref: '3.2.1',
      reasons: expect.arrayContaining(['Its table has the columns Name, Course and Completed.']),
    });
  });

  it('reads the first row of a table whose heading row nobody recognised', () => {
    const register = sampleDocument({
      path: 'q3.csv',
      title: 'q3',
      kind: 'register',
      columns: ['', '', ''],
      rows: [
        ['Name', 'Course', 'Completed'],
        ['A Lee', 'GDPR', '4 May 2026'],
      ],
    });
    expect(suggest(matcher, register)[0]?.ref).toBe('3.2.1');
  });

  it('is never one of more than five, and never below a fifth', () => {
    const everything = sampleDocument({
      title: 'Notes',
      lines: [
        'Backups, MFA, passwords, firewall, phishing, encryption, DPIA, leavers, antivirus, patching, penetration test, supplier register, risk register.',
      ],
    });
    const found = suggest(matcher, everything);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.every(({ score }) => score >= 0.2 && score <= 1)).toBe(true);
  });

  it('does not depend on the folder the file lies in', () => {
    expect(suggest(matcher, { ...restoreTest, path: 'audit/suppliers/risk/restore-june.md' })).toEqual(
      suggest(matcher, restoreTest),
    );
  });

  it('stays the same whatever was matched before', () => {
    const fresh = suggest(prepareMatcher(catalogue), restoreTest);
    expect(fresh).toEqual(suggest(matcher, restoreTest));
  });

  it('tells the report of a test from the policy about it', () => {
    const policy = sampleDocument({
      path: 'backups.md',
      title: 'Backup policy',
      kind: 'policy',
      lines: ['Backups run nightly and a restore test is done each year.'],
    });
    expect(suggest(matcher, policy)[0]?.ref).toBe('7.3.1');
  });

  it('files what is said about suppliers under suppliers', () => {
    const log = sampleDocument({
      path: 'log.csv',
      title: 'Supplier incident log',
      kind: 'log',
      columns: ['Supplier', 'Date', 'What happened'],
    });
    expect(suggest(matcher, log)[0]?.ref).toBe('10.3.1');
  });

  it('takes a table that lists many items for an index', () => {
    const refs = ['1.1.1', '1.1.2', '1.1.3', '1.3.1', '2.1.1', '3.2.1', '4.5.3', '7.3.4', '10.1.2'];
    const sheet = sampleDocument({
      path: 'dspt.csv',
      title: 'Where everything is',
      columns: ['Item', 'Document'],
      rows: refs.map((ref) => [ref, 'backup policy']),
    });
    expect(suggest(matcher, sheet)).toEqual([]);
  });

  it('takes a list of policies with their owners and approvals for the policy set, though it is called an index', () => {
    const columns = ['Title', 'Version', 'Owner', 'Approved on'];
    const index = sampleDocument({
      path: 'index.csv',
      title: 'Policy index',
      kind: 'register',
      columns,
      rows: [['Backups', '2', 'A Lee', '4 May 2026']],
    });
    expect(suggest(matcher, index)[0]?.ref).toBe('1.3.1');
  });

  it('is not made of weak resemblances alone', () => {
    const note = sampleDocument({
      title: 'Note',
      lines: ['The laptop on the reception desk is now used for the calendar.'],
    });
    expect(suggest(matcher, note)).toEqual([]);
  });

  it('is not made for a document that was put away', () => {
    expect(suggest(matcher, { ...restoreTest, path: 'archive/restore-june.md' })).toEqual([]);
  });

  it('gives its reasons in few words', () => {
    const longName = 'What was restored, from which copy, and by whom it was asked for';
    const log = sampleDocument({
      path: 'log.csv',
      title: 'Log',
      kind: 'log',
      columns: [longName, 'Result', 'Restore date'],
    });
    expect(suggest(matcher, log)[0]?.reasons.every((reason) => reason.length <= 120)).toBe(true);
  });

  it('does not say twice that the title holds a phrase', () => {
    expect(suggest(matcher, restoreTest)[0]?.reasons.filter((reason) => /restore test/i.test(reason))).toHaveLength(1);
  });

  it('comes with the mistrusted numbers of the same document', () => {
    const labelled = sampleDocument({
      title: 'Restore test record',
      kind: 'report',
      lines: ['DSPT 4.5.3', 'Restored; the row counts matched.'],
    });
    const { suggestions, mistrusted } = matchDocument(matcher, labelled);
    expect([suggestions[0]?.ref, mistrusted[0]?.ref]).toEqual(['7.3.4', '4.5.3']);
  });

  it('is left out for an empty document', () => {
    expect(suggest(matcher, sampleDocument({ path: 'scan.pdf', title: 'scan' }))).toEqual([]);
  });
});

describe('a number of the Toolkit in a document', () => {
  const minutes = (line: string) =>
    sampleDocument({
      path: 'note.md',
      title: 'Note',
      lines: [line, 'Restored last night: the row counts matched.', 'It took 20 minutes to restore.'],
    });

  it('raises the item when the text is about what it asks', () => {
    const [plain] = suggest(matcher, minutes('Kept for later.'));
    const [named] = suggest(matcher, minutes('Evidence for 7.3.4'));
    expect(named?.ref).toBe('7.3.4');
    expect(named?.score).toBeGreaterThan(plain?.score ?? 1);
  });

  it('is named as a reason', () => {
    expect(suggest(matcher, minutes('DSPT 7.3.4'))[0]?.reasons[0]).toBe('It says "DSPT 7.3.4" of itself.');
  });

  it('is believed above the text too', () => {
    const document = { ...minutes('x'), content: { ...minutes('x').content, properties: { dspt: '7.3.4' } } };
    expect(suggest(matcher, document)[0]?.reasons[0]).toBe('It says "dspt: 7.3.4" of itself.');
  });

  it('is mistrusted when the text is about something else', () => {
    expect(matchDocument(matcher, minutes('DSPT 4.5.3')).mistrusted).toEqual([
      expect.objectContaining({
        ref: '4.5.3',
        where: { line: 1 },
        why: expect.stringContaining('The text is not about that.'),
      }),
    ]);
  });

  it('is mistrusted when this edition has no such item', () => {
    expect(matchDocument(matcher, minutes('DSPT 9.6.2')).mistrusted[0]?.why).toContain('has no item 9.6.2');
  });

  it('leaves the ranking alone when mistrusted', () => {
    expect(suggest(matcher, minutes('DSPT 4.5.3')).map(({ ref }) => ref)).not.toContain('4.5.3');
  });
});

describe('another category', () => {
  it('asks its own questions under the same numbers', async () => {
    const suppliers = prepareMatcher(await catalogueOf(2));
    const sheet = sampleDocument({
      path: 'assets.csv',
      title: 'Asset register',
      kind: 'register',
      columns: ['Asset', 'Serial number', 'Model', 'Owner'],
    });
    const first = suggest(suppliers, sheet)[0]?.ref;
    expect(matcher.items.find(({ ref }) => ref === '7.1.1')?.requirement).toContain('asset register');
    expect(suppliers.items.find(({ ref }) => ref === first)?.requirement).not.toBe(
      suppliers.items.find(({ ref }) => ref === '7.1.1')?.requirement,
    );
  });

  it('matches an item without a rule by its requirement', async () => {
    const suppliers = prepareMatcher(await catalogueOf(2));
    const record = sampleDocument({
      path: 'dmarc.md',
      title: 'DMARC, DKIM and SPF on our email domains',
      lines: ['All three are set on both domains.'],
    });
    expect(suggest(suppliers, record)[0]?.ref).toBe('6.2.8');
  });
});
