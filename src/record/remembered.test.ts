import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

function counted() {
  let calls = 0;
  const ask = remembered((text) => {
    calls += 1;
    return text === 'none' ? undefined : text.length;
  });
  return { ask, calls: () => calls };
}

it('works an answer out once', () => {
  const { ask, calls } = counted();
  expect([ask('four'), ask('four'), calls()]).toEqual([4, 4, 1]);
});

it('remembers that there is no answer', () => {
  const { ask, calls } = counted();
  expect([ask('none'), ask('none'), calls()]).toEqual([undefined, undefined, 1]);
});

it('keeps no long text', () => {
  const { ask, calls } = counted();
  const long = 'x'.repeat(1_000);
  expect([ask(long), ask(long), calls()]).toEqual([1_000, 1_000, 2]);
});
