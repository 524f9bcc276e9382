import { describe, expect, test } from 'vitest';
import { activity } from '../../record/kinds/activity.ts';
import { dataFlow } from '../../record/kinds/data-flow.ts';
import { type AnyKind, titleInWords } from '../../record/kinds/kind.ts';
import { titleOf } from './field-words.ts';

const FLOW = { name: 'Appointments in Leeds', from: 'Within Care', to: 'Printing Ltd', direction: 'in' };

describe.each([
  ['on pages', titleOf],
  ['in files', titleInWords],
] as const)('the title of an entry %s', (where, title: (kind: AnyKind, data: unknown) => string) => {
  test('keeps its own words where they hold the letters of a choice', () => {
    expect(title(dataFlow, FLOW)).toBe('Appointments in Leeds: Within Care to Printing Ltd');
  });

  test('has the words of a choice that is part of it', () => {
    const restored = { kind: 'restore-test', doneOn: '2026-11-02', result: 'passed' };
    expect(title(activity, restored)).toBe(`Restore test, ${where === 'on pages' ? '2 November 2026' : '2026-11-02'}`);
  });
});
