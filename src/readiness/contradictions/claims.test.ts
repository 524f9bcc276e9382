import { describe, expect, test } from 'vitest';
import { aDocument, aFact, dated, on } from '../../../test/support/documents-with-facts.ts';
import type { Fact, Profile } from '../../record/document.ts';
import { contradictions } from './contradictions.ts';

const DAY = '2026-11-20';

function found(a: Fact | readonly Fact[], b: Fact | readonly Fact[], profiles: readonly Partial<Profile>[] = []) {
  return contradictions([aDocument('a.md', [a].flat(), profiles[0]), aDocument('b.md', [b].flat(), profiles[1])], DAY);
}
const subjects = (...of: Parameters<typeof found>) => found(...of).map(({ subject }) => subject);

const control = (value: string, more: Partial<Fact> = {}) =>
  aFact('control-state', { subject: 'DMARC', value, ...more });
const practice = (value: string, scope = '') => aFact('practice-rule', { subject: 'personal devices', value, scope });

describe('safeguards', () => {
  test('in place here and only planned there are one finding', () => {
    expect(found([control('live'), control('live')], control('planned'))).toMatchObject([
      { code: 'contradiction', subject: 'control-state: DMARC', severity: 'medium' },
    ]);
  });

  test('missing in older minutes and in place in a later document is progress', () => {
    const later: Partial<Profile> = { dates: [{ meaning: 'approved', date: on('2026-06-01'), where: {} }] };
    expect(found(control('absent'), control('live'), [dated('minutes', '2026-01-10'), later])).toEqual([]);
  });

  test('planned for a day still to come when the other document says it works is none', () => {
    const later: Partial<Profile> = { dates: [{ meaning: 'approved', date: on('2026-06-01'), where: {} }] };
    const plan = control('planned', { asOf: on('2027-01-31') });
    expect(found(plan, control('live'), [dated('minutes', '2026-01-10'), later])).toHaveLength(1);
  });
});

describe('practices', () => {
  test('a ban of everything reaches the use for one thing', () => {
    expect(subjects(practice('banned'), practice('allowed', 'e-mail'))).toEqual(['practice-rule: personal devices']);
  });

  test('a ban for one thing leaves others alone', () => {
    expect(subjects(practice('banned', 'sensitive data'), practice('allowed', 'e-mail'))).toEqual([]);
  });
});

describe('leavers', () => {
  const left = aFact('person-record', {
    subject: 'bo lindham',
    value: 'left',
    parts: { name: 'Bo Lindham', left: '2026-04-03' },
    asOf: on('2026-04-03'),
  });
  const account = (name: string) => aFact('account-state', { subject: name, value: 'open', parts: { account: name } });
  const none = aFact('leaver-account-claim', { subject: 'leavers', value: 'none' });

  test.each(['b.lindham', 'bo.lindham@meadow.example', 'blindham', 'lindhamb'])(
    '%s is the account of Bo Lindham',
    (name) => {
      expect(subjects([left, none], account(name))).toEqual(["account-state: leavers'"]);
    },
  );

  test('an account of somebody else proves nothing', () => {
    expect(subjects([left, none], account('k.lindham'))).toEqual([]);
  });

  test('an export taken before the day of leaving proves nothing', () => {
    expect(subjects([left, none], account('b.lindham'), [{}, dated('log', '2026-03-01')])).toEqual([]);
  });

  test('an open account is reported without any claim against it', () => {
    expect(found(left, account('b.lindham'))).toMatchObject([{ code: 'leaver-with-access', subject: 'Bo Lindham' }]);
  });

  test('who is still named for a risk or on a contact list is found', () => {
    const named = aFact('responsible', {
      subject: 'bo lindham',
      value: 'Old fax server',
      parts: { person: 'Bo Lindham' },
    });
    expect(found(left, named)).toMatchObject([{ code: 'owner-left', subject: 'Bo Lindham' }]);
  });

  test('two leaving dates disagree', () => {
    const other = { ...left, parts: { name: 'Bo Lindham', left: '2026-04-30' }, asOf: on('2026-04-30') };
    expect(subjects(left, other)).toEqual(['person-record: bo lindham left']);
  });
});

describe('numbered items', () => {
  const item = (scope: string, value: string | number, more: Partial<Fact> = {}) =>
    aFact('tracked-item', { subject: 'NC-07', scope, value, ...more });

  test('open after the day on which it was closed', () => {
    const closed = item('status', 'closed', { asOf: on('2026-05-01') });
    expect(subjects(closed, item('status', 'open'), [{}, dated('minutes', '2026-06-01')])).toEqual([
      'tracked-item: NC-07 status',
    ]);
    expect(subjects(closed, item('status', 'open'), [{}, dated('minutes', '2026-04-01')])).toEqual([]);
  });

  test('two counts of those affected', () => {
    expect(subjects(item('affected', 12), item('affected', 21))).toEqual(['tracked-item: NC-07 affected']);
  });

  test('all actions closed above an open one, in one document only', () => {
    const [all, open] = ['all', 'open'].map((value) => aFact('all-done', { subject: 'actions', value }));
    if (all === undefined || open === undefined) throw new Error('both are given above');
    expect(subjects([all, open], [])).toEqual(['all-done: a.md']);
    expect(subjects(all, open)).toEqual([]);
  });
});

describe('events', () => {
  const event = (day: string, parts: Record<string, string>, more: Partial<Fact> = {}) =>
    aFact('exercise', {
      subject: 'continuity exercise',
      value: day,
      scope: '',
      asOf: on(day),
      parts: { last: 'false', shown: day, ...parts },
      ...more,
    });

  test('a report and a list a week apart tell of one exercise', () => {
    const found = subjects(event('2026-03-11', { titled: 'true' }), event('2026-03-18', { row: 'true' }));
    expect(found).toEqual(['continuity exercise: date']);
  });

  test('a report that the list knows is no news', () => {
    const list = [event('2026-03-11', { row: 'true' }), event('2026-04-18', { row: 'true' })];
    expect(subjects(event('2026-03-11', { titled: 'true' }), list)).toEqual([]);
  });

  test('a result cannot stand beside a plan for the same day', () => {
    const plan = event('2027-01-14', {}, { strength: 'planned' });
    expect(subjects(plan, event('2027-01-14', { result: 'passed' }))).toEqual([
      'continuity exercise: result before the day',
    ]);
  });

  test('none since a day, and one after it', () => {
    const none = event('2025-11-01', { none: 'true', shown: 'none since November' }, { value: 'none' });
    const [held, minutes] = [event('2026-10-08', { last: 'true' }), dated('minutes', '2026-10-20')];
    expect(subjects(none, held, [minutes])).toEqual(['continuity exercise: none']);
    expect(subjects(none, held, [dated('minutes', '2026-10-01')])).toEqual([]);
  });
});

describe('lists', () => {
  const list = (firms: string, closed: boolean) =>
    aFact('supplier-list', {
      subject: 'sub-processors',
      value: firms,
      parts: { names: firms, closed: String(closed) },
    });

  test('a list that is said to be whole, and a longer one', () => {
    expect(subjects(list('aws|penn mail', true), list('aws|penn mail|harbour cloud', false))).toEqual([
      'supplier-list: not the same firms',
    ]);
  });

  test('lists of quite other firms are of other things', () => {
    expect(subjects(list('aws', true), list('penn mail', false))).toEqual([]);
  });

  test('an index with another owner than the document names', () => {
    const index = aFact('document-owner', {
      subject: 'b.md',
      scope: 'owner',
      value: 'Kit Amberley',
      parts: { shown: 'Kit Amberley', person: 'Kit Amberley', key: 'kit amberley' },
    });
    const own = aFact('own-owner', {
      subject: 'b.md',
      value: 'bo lindham',
      parts: { person: 'Bo Lindham' },
      where: { line: 4 },
    });
    expect(found(index, own)).toMatchObject([{ subject: 'document-index: b.md', seen: [{ line: 7 }, { line: 4 }] }]);
  });
});
