import { expect, test } from 'vitest';
import { mentionsIn, peopleMentioned } from './mentions.ts';
import type { KeptPerson } from './open-actions.ts';

const people: readonly KeptPerson[] = ['Ben Hart', 'Ben Harte', 'Ann Okafor', 'Zoë Müller'].map((name, at) => ({
  kind: 'person',
  id: String(at),
  revision: 1,
  revisedAt: '2026-11-20T09:30:00.000Z',
  data: { name, employment: 'staff' },
}));

test.each([
  ['@Ben Hart can you look?', ['0']],
  ['@ben harte, please', ['1']],
  ['Ask @Ann or @Ann Okafor', ['2']],
  ['(@Zoë) knows', ['3']],
  // Two people are called Ben.
  ['@Ben knows', []],
  ['@Annabel knows', []],
  ['ann@larkmoor.example', []],
  ['@', []],
  ['nobody', []],
])('%s', (text, ids) => {
  expect(peopleMentioned(text, people)).toEqual(ids);
});

test('nothing of a text is lost', () => {
  const text = '@Ann, tell @Ben Hart and @nobody: ann@x.example @';
  expect(
    mentionsIn(text, people)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
