import { describe, expect, test } from 'vitest';
import { made } from '../../../test/support/made.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import type { Form } from '../route.ts';
import { addressOf, listAsked, narrowed } from './narrowed-list.ts';

const holdings = withChanges(
  EMPTY_HOLDINGS,
  made(
    [
      { name: 'Cara Moss', employment: 'staff', startedOn: '2024-02-01', jobTitle: 'Tester' },
      { name: 'ann okafor', employment: 'director', accessesPersonalData: true },
      { name: 'Ben Hart', employment: 'staff', startedOn: '2023-11-01', jobTitle: 'Clinical tester' },
    ].map((data, at) => ({ action: 'add', kind: 'person', id: String(at), data })),
  ),
);
const asking = (query: string): Form => {
  const params = new URLSearchParams(query);
  return { text: (name) => params.get(name) ?? '', all: (name) => params.getAll(name) };
};
const names = (query: string) => narrowed(person, holdings, listAsked(person, asking(query))).map(({ title }) => title);

describe('a register as somebody asks for it', () => {
  test.each([
    ['', ['ann okafor', 'Ben Hart', 'Cara Moss']],
    ['order=down', ['Cara Moss', 'Ben Hart', 'ann okafor']],
    ['by=startedOn', ['Ben Hart', 'Cara Moss', 'ann okafor']],
    ['by=startedOn&order=down', ['Cara Moss', 'Ben Hart', 'ann okafor']],
    ['by=nothing', ['ann okafor', 'Ben Hart', 'Cara Moss']],
    ['employment=staff', ['Ben Hart', 'Cara Moss']],
    ['employment=ghost', ['ann okafor', 'Ben Hart', 'Cara Moss']],
    ['accessesPersonalData=yes', ['ann okafor']],
    ['accessesPersonalData=none', ['Ben Hart', 'Cara Moss']],
    ['find=TESTER', ['Ben Hart', 'Cara Moss']],
    ['find=hart clinical', ['Ben Hart']],
    ['find=employee', ['Ben Hart', 'Cara Moss']],
    ['find=nobody', []],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  test('has an address that asks for the same', () => {
    const asked = listAsked(person, asking('find=a+b&employment=staff&by=startedOn&order=down&page=3'));
    expect(addressOf('/people', asked)).toBe('/people?find=a+b&employment=staff&by=startedOn&order=down');
    expect(addressOf('/people', asked, { find: '', only: new Map(), by: undefined, down: false })).toBe('/people');
  });
});
