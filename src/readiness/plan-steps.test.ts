import { describe, expect, test } from 'vitest';
import { aCatalogue, anItem, aRecord, aRule } from '../../test/support/record-builder.ts';
import { holdingsOf } from '../record/holdings.ts';
import { assess } from './assess.ts';
import { planFor } from './plan.ts';
import { filteredSteps, planSteps, type StepFilter, sharesByFunction, stateOfStep } from './plan-steps.ts';

const ON = '2026-11-20';
const item = (ref: string, over: Parameters<typeof aRule>[2]) =>
  anItem(ref, { rule: aRule(ref, [[{ is: 'fact', fact: 'x' }]], over) });
const plan = planFor(
  assess(
    aCatalogue([
      item('1.1.1', { function: 'it', effortHours: 2, risk: 'high' }),
      item('1.1.2', { function: 'people', effortHours: 5, risk: 'medium' }),
      item('1.1.3', { function: 'people', effortHours: 1, risk: 'low' }),
    ]),
    aRecord([]),
    ON,
  ),
);
const action = (id: string, data: object) => ({
  kind: 'action',
  id,
  revision: 1,
  revisedAt: '2026-11-20T09:30:00.000Z',
  data: { what: id, ...data },
});
const holdings = holdingsOf(4, [
  action('late', { items: ['1.1.1', '1.1.1'], owner: 'ann', due: '2026-11-19' }),
  action('free', { items: ['1.1.2', '9.9.9'] }),
  action('done', { items: ['1.1.3'], owner: 'ann', doneOn: '2026-11-01' }),
]);
const steps = planSteps(plan, holdings);
const refs = (filter: StepFilter) => filteredSteps(steps, filter, ON).map(({ ref }) => ref);

describe('the steps of a plan', () => {
  test('keep the order of the plan and know the open actions for their item, each once', () => {
    expect(steps.map(({ place, ref, given }) => [place, ref, given.map(({ id }) => id)])).toEqual([
      [1, '1.1.1', ['late']],
      [2, '1.1.2', ['free']],
      [3, '1.1.3', []],
    ]);
  });

  test('for several items know the open actions for any of them, each once', () => {
    const actions = plan.actions.map((one) => (one.ref === '1.1.3' ? { ...one, alsoFor: ['1.1.1', '1.1.2'] } : one));
    const [, , several] = planSteps({ ...plan, actions }, holdings);
    expect(several?.given.map(({ id }) => id)).toEqual(['late', 'free']);
  });

  test('are overdue from the day after an action for them was due', () => {
    const first = steps.slice(0, 1);
    expect(['2026-11-19', ON].map((on) => first.map((step) => stateOfStep(step, on)))).toEqual([
      ['given'],
      ['overdue'],
    ]);
  });

  test('are narrowed down by function, state and owner', () => {
    expect([
      refs({ function: 'people' }),
      refs({ state: 'not-given' }),
      refs({ owner: 'ann' }),
      refs({ owner: null }),
      refs({ function: 'people', state: 'given' }),
    ]).toEqual([['1.1.2', '1.1.3'], ['1.1.3'], ['1.1.1'], ['1.1.2', '1.1.3'], ['1.1.2']]);
  });

  test('are counted by function, the most hours first, and apart from them what is optional', () => {
    const [first, ...rest] = steps;
    if (!first) throw new Error('The plan has no steps');
    expect(sharesByFunction([{ ...first, mandatory: false }, ...rest])).toEqual([
      { function: 'people', steps: 2, notGiven: 1, hours: 6, optionalSteps: 0, optionalHours: 0 },
      { function: 'it', steps: 0, notGiven: 0, hours: 0, optionalSteps: 1, optionalHours: 2 },
    ]);
  });
});
