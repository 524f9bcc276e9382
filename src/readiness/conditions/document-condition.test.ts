import { expect, test } from 'vitest';
import { aDocument, aFact } from '../../../test/support/record-builder.ts';
import type { Condition } from '../../catalogue/catalogue.ts';
import { readMarkdown } from '../../reading/formats/markdown.ts';
import { documentEvidence } from '../document-evidence.ts';
import { indexEvidence } from '../evidence-index.ts';
import { prepareDocument } from './document-condition.ts';

const TODAY = '2026-11-20';
const NETWORK: Extract<Condition, { is: 'document' }> = {
  is: 'document',
  kinds: ['policy'],
  about: 'network security policy',
  names: [],
};

/** Whether a policy of this text counts as the one on network security. */
function isOnNetworks(text: string): boolean {
  const one = aDocument('policies/data protection policy.md', { kind: 'policy', title: 'Data protection policy' });
  const evidence = documentEvidence({ ...one, content: readMarkdown(text) }, TODAY);
  return prepareDocument(NETWORK, [evidence], indexEvidence([evidence]), { facts: {} }).witnesses.length > 0;
}

test('a policy that speaks of a subject in passing is no policy on it', () => {
  expect(
    isOnNetworks('# Data protection policy\n\n## Security\n\nKeep data safe.\n\nLock it.\n\nUse our network only.\n'),
  ).toBe(false);
});

test('a policy with a section on a subject counts for it', () => {
  expect(isOnNetworks('# Data protection policy\n\n## Our network\n\nOne firewall stands before it.\n')).toBe(true);
});

test('a retention schedule says of each kind of record how long it is kept, not only that it will be', () => {
  const schedule: Extract<Condition, { is: 'document' }> = {
    is: 'document',
    kinds: ['policy'],
    about: 'retention schedule',
    states: 'retention-periods',
    names: [],
  };
  const kept = (...subjects: readonly string[]) => {
    const facts = subjects.map((subject) => aFact('retention-period', { subject }));
    const one = aDocument('retention schedule.md', { kind: 'policy', title: 'Retention schedule', facts });
    const evidence = documentEvidence(one, TODAY);
    const { witnesses, otherwise } = prepareDocument(schedule, [evidence], indexEvidence([evidence]), { facts: {} });
    return witnesses.length > 0 ? 'counts' : otherwise.because;
  };
  expect(kept('contracts', 'invoices', 'care records')).toBe('counts');
  expect(kept('backups', 'backups', 'logs')).toBe(
    'retention schedule.md: it does not say of each kind of record how long it is kept',
  );
});

test('of two that fall short the one that says what it should is named, though the title of the other is nearer', () => {
  const schedule: Extract<Condition, { is: 'document' }> = {
    is: 'document',
    kinds: ['policy'],
    about: 'retention schedule',
    states: 'retention-periods',
    approved: true,
    names: [],
  };
  const facts = ['contracts', 'invoices', 'care records'].map((subject) => aFact('retention-period', { subject }));
  const other = aDocument('retention schedule.md', { kind: 'policy', title: 'Retention schedule' });
  const records = aDocument('records.md', { kind: 'policy', title: 'Records', facts });
  const withSection = { ...records, content: readMarkdown('# Records\n\n## Retention\n\nSix years.\n') };
  const all = [other, withSection].map((one) => documentEvidence(one, TODAY));
  expect(prepareDocument(schedule, all, indexEvidence(all), { facts: {} }).otherwise.because).toBe(
    'records.md: it names no approver with a date',
  );
});

test('a policy says what is to be, and is no statement of what is', () => {
  const statement: Extract<Condition, { is: 'document' }> = { ...NETWORK, kinds: ['statement'], about: 'firewalls' };
  const counts = (kind: 'policy' | 'statement') => {
    const evidence = documentEvidence(aDocument('firewalls.md', { kind, title: 'Firewalls' }), TODAY);
    return prepareDocument(statement, [evidence], indexEvidence([evidence]), { facts: {} }).witnesses.length > 0;
  };
  expect([counts('policy'), counts('statement')]).toEqual([false, true]);
});
