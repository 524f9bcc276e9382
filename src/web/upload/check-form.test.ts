import { expect, test } from 'vitest';
import { emptyForm, parseCheckForm } from './check-form.ts';

const TODAY = '2026-11-20';
const first = emptyForm(TODAY);

function messages(over: Partial<typeof first>): readonly string[] {
  const parsed = parseCheckForm({ ...first, ...over }, TODAY);
  return parsed.ok ? [] : parsed.problem.errors.map(({ message }) => message);
}

test('the form as it first appears asks for category 3, today', () => {
  expect(parseCheckForm(first, TODAY)).toEqual({ ok: true, form: { category: 3, on: TODAY, name: undefined } });
});

test.each([
  [{ month: '' }, 'Date must include a month'],
  [{ day: '', year: '' }, 'Date must include a day and a year'],
  [{ day: '31', month: '2' }, 'Date must be a real date, such as 20 11 2026'],
  [{ year: '26' }, 'Date must be a real date, such as 20 11 2026'],
  [{ category: '1' }, 'Select the category of your organisation'],
  [{ name: 'x'.repeat(301) }, 'Name of your organisation must be 300 characters or fewer'],
])('%o is told: %s', (over, message) => {
  expect(messages(over)).toEqual([message]);
});

test('every message is told at once', () => {
  expect(messages({ category: '', day: 'x' })).toHaveLength(2);
});
