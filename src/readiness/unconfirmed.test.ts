import { expect, test } from 'vitest';
import { aCatalogue, anItem, aRecord, aRule } from '../../test/support/record-builder.ts';
import type { Condition, EvidenceItem } from '../catalogue/catalogue.ts';
import { assess } from './assess.ts';
import { planFor } from './plan.ts';

const ON = '2026-11-20';
const log: Condition = { is: 'register', register: 'paper-records', condition: 'each has a place' };

function switched(ref: string, fact: string, over: Partial<EvidenceItem> = {}): EvidenceItem {
  return anItem(ref, { rule: aRule(ref, [[log]], { appliesWhen: fact, effortHours: 8, leadTimeDays: 20 }), ...over });
}

const CATALOGUE = aCatalogue([
  switched('1.1.1', 'has-paper-records', { mandatory: false }),
  switched('1.1.2', 'has-paper-records'),
  switched('1.1.3', 'uses-byod'),
  anItem('1.1.4', { rule: aRule('1.1.4', [[log]]) }),
]);
const FACTS = { 'has-paper-records': false, 'uses-byod': false };

function assessed(...unconfirmed: readonly string[]) {
  return assess(CATALOGUE, aRecord([], { organisation: { facts: FACTS, unconfirmed } }), ON);
}

const standings = (...unconfirmed: readonly string[]) => assessed(...unconfirmed).items.map(({ standing }) => standing);

test('what one person told is claimed, and does not apply once somebody else confirms it', () => {
  expect(standings('has-paper-records')).toEqual(['claimed', 'claimed', 'not-applicable', 'unanswered']);
  expect(standings()).toEqual(['not-applicable', 'not-applicable', 'not-applicable', 'unanswered']);
});

test('what one person told counts for the claimed outcome alone', () => {
  const { outcome } = assessed('has-paper-records');
  expect([outcome.claimed.missing, outcome.defensible.missing]).toEqual([['1.1.4'], ['1.1.2', '1.1.4']]);
});

test('all that waits to be confirmed is one short step of the plan and one finding', () => {
  const all = assessed('has-paper-records', 'uses-byod');
  const { actions } = planFor(all);
  expect(actions.map(({ ref, alsoFor }) => [ref, alsoFor])).toEqual([
    ['1.1.2', ['1.1.3', '1.1.1']],
    ['1.1.4', []],
  ]);
  expect(actions[0]).toMatchObject({
    step: 'Ask somebody else to confirm what you told us: “We have no paper records” and 1 more.',
    effortHours: 0.5,
    leadTimeDays: 0,
    mandatory: true,
    runningItems: 2,
  });
  expect(all.findings.filter(({ refs }) => !refs.includes('1.1.4'))).toMatchObject([
    { code: 'no-proof', severity: 'medium', refs: ['1.1.2', '1.1.3', '1.1.1'], next: actions[0]?.step },
  ]);
});

test('what waits for an optional item alone is a low finding', () => {
  const { items } = CATALOGUE;
  const optional = aCatalogue(items.map((item) => ({ ...item, mandatory: false })));
  const record = aRecord([], { organisation: { facts: FACTS, unconfirmed: ['uses-byod'] } });
  expect(assess(optional, record, ON).findings).toMatchObject([{ severity: 'low', refs: ['1.1.3'] }]);
});

test('nothing waits where everything is confirmed', () => {
  const all = assessed();
  expect(planFor(all).actions.map(({ ref }) => ref)).toEqual(['1.1.4']);
  expect(all.findings.map(({ refs }) => refs)).toEqual([['1.1.4']]);
});
