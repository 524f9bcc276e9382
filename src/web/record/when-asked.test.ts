import { expect, test } from 'vitest';
import { whenAsked } from './when-asked.ts';

const TODAY = '2026-11-20';
const asked = (fields: Readonly<Record<string, string>>) => {
  const { when, past, problem } = whenAsked({ text: (name) => fields[name] ?? '', all: () => [] }, TODAY);
  return { when, past, problem };
};

test('without a day, today is shown', () => {
  expect(asked({})).toEqual({ when: { on: TODAY }, past: undefined, problem: undefined });
});

test.each([[{ at: '2026-05-01' }], [{ 'at-day': '1', 'at-month': '5', 'at-year': '2026' }]])(
  '%o is the end of that day',
  (fields) => {
    expect(asked(fields)).toEqual({ when: { at: '2026-05-01T22:59:59.999Z' }, past: '2026-05-01', problem: undefined });
  },
);

test.each([
  [{ at: '2026-02-30' }, 'Day must be a real date, such as 20 11 2026'],
  [{ at: '0001-01-01' }, 'Day must be a real date, such as 20 11 2026'],
  [{ 'at-day': '1' }, 'Day must be a real date, such as 20 11 2026'],
  [{ at: '2026-11-21' }, 'Day must be today or in the past'],
])('%o shows today and says what is wrong', (fields, problem) => {
  expect(asked(fields)).toEqual({ when: { on: TODAY }, past: undefined, problem });
});
