import { describe, expect, it } from 'vitest';
import { aCatalogue, aDocument, anItem, aRecord, aRule } from '../../test/support/record-builder.ts';
import type { Condition, EvidenceItem, ProofRule } from '../catalogue/catalogue.ts';
import type { RecordedDocument } from '../record/record.ts';
import { assess } from './assess.ts';
import { planFor } from './plan.ts';

const ON = '2026-11-20';
const policy: Condition = { is: 'document', kinds: ['policy'], about: 'backup policy', within: 'P12M', names: [] };
const register: Condition = { is: 'register', register: 'incidents', condition: 'each has a cause' };

function item(ref: string, rule: Partial<ProofRule> = {}, over: Partial<EvidenceItem> = {}): EvidenceItem {
  return anItem(ref, { rule: aRule(ref, [[policy, register]], rule), ...over });
}

function plan(items: readonly EvidenceItem[], documents: readonly RecordedDocument[] = []) {
  return planFor(assess(aCatalogue(items), aRecord(documents), ON));
}

const backupPolicy = aDocument('backup-policy.md', {
  title: 'Backup policy',
  dates: { approved: '2026-03-02' },
  speaksTo: ['7.3.1'],
});

describe('the plan', () => {
  it('takes quick wins first, then the greater risk, then the longer wait', () => {
    const { actions } = plan([
      item('1.1.1', { risk: 'low', leadTimeDays: 30 }),
      item('1.1.2', { risk: 'high', leadTimeDays: 2 }),
      item('1.1.3', { risk: 'high', leadTimeDays: 10 }),
      item('1.1.4', { risk: 'low', quickWin: true }),
    ]);
    expect(actions.map(({ ref }) => ref)).toEqual(['1.1.4', '1.1.3', '1.1.2', '1.1.1']);
  });

  it('leaves out an optional item that nothing speaks to', () => {
    expect(plan([item('1.1.1', {}, { mandatory: false })]).actions).toEqual([]);
  });

  it('puts an optional item that is claimed after every mandatory one', () => {
    const claimed = item('7.3.1', { quickWin: true }, { mandatory: false });
    const { actions } = plan([claimed, item('9.9.9', { proofs: [[register]] })], [backupPolicy]);
    expect(actions.map(({ ref }) => ref)).toEqual(['9.9.9', '7.3.1']);
  });

  it('asks only for the share of the hours whose conditions are open', () => {
    const [action] = plan([item('7.3.1', { effortHours: 5 })], [backupPolicy]).actions;
    expect(action?.effortHours).toBe(2.5);
  });

  it('counts hours and waits to Standards Met over mandatory items alone', () => {
    const optional = item('7.3.1', { effortHours: 40, leadTimeDays: 90 }, { mandatory: false });
    const { hours, longestLeadTimeDays, longestLeadTimeRef } = plan(
      [
        item('1.1.1', { proofs: [[register]], effortHours: 3, leadTimeDays: 5 }),
        item('1.1.2', { proofs: [[register]], leadTimeDays: 45 }),
        optional,
      ],
      [backupPolicy],
    );
    expect({ hours, longestLeadTimeDays, longestLeadTimeRef }).toEqual({
      hours: 7,
      longestLeadTimeDays: 45,
      longestLeadTimeRef: '1.1.2',
    });
  });

  it('says after each step how many hours went in and how many mandatory items then count', () => {
    const { actions } = plan([item('1.1.1', { risk: 'high' }), item('1.1.2', { effortHours: 6 })]);
    expect(actions.map(({ runningHours, runningItems }) => [runningHours, runningItems])).toEqual([
      [4, 1],
      [10, 2],
    ]);
  });

  it('follows the document that is there and lacks something, not the first step for beginning anew', () => {
    const approved: Condition = { ...policy, approved: true };
    const draft = aDocument('backup-policy.md', {
      title: 'Backup policy',
      speaksTo: ['7.3.1'],
      profile: { approver: 'Una Marsh' },
    });
    const [action] = plan(
      [item('7.3.1', { proofs: [[approved, register]], firstStep: 'Describe the backups.' })],
      [draft],
    ).actions;
    expect(action?.step).toBe('Have backup-policy.md approved, and write in who approved it and when.');
  });

  it('is empty when everything mandatory is shown', () => {
    const shown = anItem('7.3.1', { rule: aRule('7.3.1', [[policy]]) });
    expect(plan([shown], [backupPolicy])).toEqual({ actions: [], hours: 0, longestLeadTimeDays: 0 });
  });
});
