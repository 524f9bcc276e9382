import { describe, expect, test } from 'vitest';
import { holdingsOf } from './holdings.ts';
import { doneActions, isOverdue, myActions, openActions, peopleWhoStay } from './open-actions.ts';

const entity = (kind: string, id: string, data: object) => ({
  kind,
  id,
  revision: 1,
  revisedAt: '2026-11-20T09:30:00.000Z',
  data,
});
const holdings = holdingsOf(9, [
  entity('person', 'ann', { name: 'Ann Okafor', email: 'Ann@larkmoor.example', employment: 'director' }),
  entity('person', 'cara', { name: 'Cara Moss', employment: 'staff', leftOn: '2026-12-31' }),
  entity('person', 'abe', { name: 'Abe Lloyd', employment: 'staff' }),
  entity('action', 'never', { what: 'No day', owner: 'ann' }),
  entity('action', 'later', { what: 'In May', owner: 'ann', due: '2027-05-01' }),
  entity('action', 'others', { what: 'Of another', owner: 'abe', due: '2026-05-01' }),
  entity('action', 'late', { what: 'Overdue', owner: 'ann', due: '2026-11-19' }),
  entity('action', 'old', { what: 'Done', owner: 'ann', due: '2026-01-01', doneOn: '2026-02-01' }),
  entity('action', 'new', { what: 'Done too', doneOn: '2026-03-01' }),
]);
const ids = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);

describe('actions', () => {
  test('that are open come by day, those without one last', () => {
    expect(ids(openActions(holdings))).toEqual(['others', 'late', 'later', 'never']);
  });

  test('that are done come with the latest first', () => {
    expect(ids(doneActions(holdings))).toEqual(['new', 'old']);
  });

  test.each([
    ['an id', { person: 'ann' }, ['late', 'later', 'never']],
    ['an email address in any case', { email: 'ann@LARKMOOR.example' }, ['late', 'later', 'never']],
    ['an address that nobody has', { email: 'zoe@larkmoor.example' }, []],
  ])('of one person are found by %s', (_, who, expected) => {
    expect(ids(myActions(holdings, who))).toEqual(expected);
  });

  test('are overdue on the day after they are due, and never once they are done', () => {
    const overdue = (on: string) =>
      [...openActions(holdings), ...doneActions(holdings)].filter((a) => isOverdue(a, on));
    expect([ids(overdue('2026-11-19')), ids(overdue('2026-11-20'))]).toEqual([['others'], ['others', 'late']]);
  });

  test('are given to people who stay, by name', () => {
    expect(ids(peopleWhoStay(holdings))).toEqual(['abe', 'ann']);
  });
});
