import { describe, expect, test } from 'vitest';
import { aDocument, aFact, on } from '../../../test/support/record-builder.ts';
import type { Condition } from '../../catalogue/catalogue.ts';
import type { Fact } from '../../record/document.ts';
import type { Checked } from '../../record/record.ts';
import { type DocumentEvidence, documentEvidence } from '../document-evidence.ts';
import { indexEvidence } from '../evidence-index.ts';
import { covers } from '../interval.ts';
import { prepareRegister } from './register-condition.ts';

const TODAY = '2026-11-20';
type Register = Extract<Condition, { is: 'register' }>;

/** A register that was reviewed today, told of by the facts of its rows. */
function registerOf(path: string, columns: readonly string[], facts: readonly Fact[]) {
  const cells = columns.map((text) => ({ text: `a ${text}`, where: { line: 4 } }));
  const one = aDocument(path, { kind: 'register', title: path, dates: { reviewed: TODAY }, facts });
  const table = { columns, rows: [{ cells, where: { line: 4 } }], where: { line: 3 }, section: -1 };
  return documentEvidence({ ...one, content: { ...one.content, tables: [table] } }, TODAY);
}
const STAFF = ['Name', 'Role', 'Start date', 'Leaving date'];
const person = (name: string, parts: Record<string, string>, value = 'current') =>
  aFact('person-record', { subject: name, value, parts: { name, ...parts } });
const staffList = (...facts: readonly Fact[]) => registerOf('staff list', STAFF, facts);
const met = (condition: Register, all: readonly DocumentEvidence[], day = TODAY) =>
  prepareRegister(condition, indexEvidence(all)).witnesses.some(({ interval }) => covers(interval, day));
const why = (condition: Register, all: readonly DocumentEvidence[]) =>
  prepareRegister(condition, indexEvidence(all)).otherwise.because;

describe('a register of people', () => {
  const complete: Register = {
    is: 'register',
    register: 'people',
    condition: 'everyone has a role',
    everyone: ['role', 'started'],
  };
  const nobodyLeft: Register = {
    is: 'register',
    register: 'people',
    condition: 'no one left',
    none: { of: 'left', within: 'P12M' },
  };

  test('does where everyone in it has what is asked', () => {
    expect(met(complete, [staffList(person('Ann', { role: 'Director', started: '2024-03-04' }))])).toBe(true);
  });

  test('does not where somebody lacks it, and says who', () => {
    const list = staffList(
      person('Ann', { role: 'Director', started: '2024-03-04' }),
      person('Ben', { started: '2025-01-01' }),
    );
    expect([met(complete, [list]), why(complete, [list])]).toEqual([false, 'staff list: no role is given for Ben']);
  });

  test('asks nothing of those who have left', () => {
    const list = staffList(
      person('Ann', { role: 'Director', started: '2024-03-04' }),
      person('Ben', { left: '2020-01-01' }, 'left'),
    );
    expect(met(complete, [list])).toBe(true);
  });

  test('shows that nobody left only while nobody has, wherever it is told', () => {
    const list = staffList(person('Ann', { role: 'Director' }));
    const log = aDocument('leavers log', { kind: 'log', facts: [person('Ben', { left: '2026-03-03' }, 'left')] });
    const all = [list, documentEvidence(log, TODAY)];
    expect([met(nobodyLeft, [list]), met(nobodyLeft, all), why(nobodyLeft, all)]).toEqual([
      true,
      false,
      'Ben left on 3 March 2026 (leavers log)',
    ]);
  });

  test('shows it again when the window is over', () => {
    const list = staffList(person('Ben', { left: '2026-03-03' }, 'left'));
    expect([met(nobodyLeft, [list], '2027-03-03'), met(nobodyLeft, [list], '2027-03-04')]).toEqual([false, true]);
  });
});

describe('rows without a day', () => {
  const nobodyJoined: Register = {
    is: 'register',
    register: 'people',
    condition: 'no one joined',
    none: { of: 'joined', within: 'P12M' },
  };

  test('leave open whether somebody joined, and say of whom', () => {
    const list = staffList(person('Ann', { started: '2020-01-06' }), person('Ben', {}), person('Cy', {}));
    expect([met(nobodyJoined, [list]), why(nobodyJoined, [list])]).toEqual([
      false,
      'no start date is given for Ben, Cy',
    ]);
  });

  test('leave nothing open where another list gives the day', () => {
    const list = staffList(person('Ann', {}));
    const other = registerOf('staff register', STAFF, [person('Ann', { started: '2020-01-06' })]);
    expect(met(nobodyJoined, [list, other])).toBe(true);
  });

  test('leave open whether somebody left', () => {
    const nobodyLeft: Register = { ...nobodyJoined, condition: 'no one left', none: { of: 'left', within: 'P12M' } };
    expect(met(nobodyLeft, [staffList(person('Ben', {}, 'left'))])).toBe(false);
  });

  test('a list in which no person can be read shows nothing of people', () => {
    expect([met(nobodyJoined, [staffList()]), why(nobodyJoined, [staffList()])]).toEqual([
      false,
      'no row in staff list gives both a first and a last name, by which we count people: write both, such as “Ann Hart”',
    ]);
  });
});

describe('a list of suppliers', () => {
  const handling: Register = {
    is: 'register',
    register: 'suppliers',
    condition: 'every supplier handling personal data has contact details',
    some: 'personal-data',
  };
  const suppliers = (...data: readonly string[]) =>
    registerOf(
      'supplier register',
      ['Supplier', 'Service', 'Data'],
      data.map((one, i) => aFact('supplier', { subject: `firm ${i}`, value: 'current', parts: { data: one } })),
    );

  test.each([
    [['patient records', ''], true],
    [['', ''], false],
    [['no', 'None', 'n/a', 'No personal data'], false],
  ])('with %j tells of somebody who handles personal data: %s', (data, expected) => {
    expect(met(handling, [suppliers(...data)])).toBe(expected);
  });
});

describe('a log of incidents', () => {
  const log = (scope: string) =>
    registerOf(
      'incident log',
      ['Incident', 'Severity', 'Cause', 'Reported'],
      [aFact('incident', { subject: 'row', scope, asOf: on('2026-05-04') })],
    );
  const none = (of: 'incident-or-near-miss' | 'incident' | 'breach'): Register => ({
    is: 'register',
    register: 'incidents',
    condition: 'there were none',
    none: { of, within: 'P12M' },
  });

  test('with a row without a date leaves open when it was', () => {
    const undated = registerOf(
      'incident log',
      ['Incident', 'Severity', 'Cause', 'Reported'],
      [aFact('incident', { subject: 'row', scope: 'incident', value: 'lost phone' })],
    );
    expect(met(none('incident'), [undated])).toBe(false);
  });

  test.each([
    ['near miss', [false, true, true]],
    ['incident', [false, false, true]],
    ['breach', [false, false, false]],
  ])('with a row about a %s shows none of what it is not', (scope, shown) => {
    const kinds = ['incident-or-near-miss', 'incident', 'breach'] as const;
    expect(kinds.map((of) => met(none(of), [log(scope)]))).toEqual(shown);
  });
});

describe('a register of whose rows the rule gives nothing to be read', () => {
  const devices: Register = {
    is: 'register',
    register: 'risks',
    condition: 'every risk of a medical device has an owner',
    within: 'P12M',
  };
  const risks = (path = 'risk register') =>
    registerOf(path, ['Risk', 'Likelihood', 'Impact', 'Score', 'Owner', 'Treatment'], []);
  const prepared = (all: readonly DocumentEvidence[], ...checked: readonly Checked[]) =>
    prepareRegister(devices, indexEvidence(all), checked);
  const counts = (all: readonly DocumentEvidence[], day: string, ...checked: readonly Checked[]) =>
    prepared(all, ...checked).witnesses.some(({ interval }) => covers(interval, day));
  const checked = (on: string, path?: string): Checked => ({ ref: '9.3.8', on, by: 'Ann', ...(path && { path }) });

  test('waits for a person and proves nothing', () => {
    expect([counts([risks()], TODAY), prepared([risks()]).unchecked?.map(({ toCheck }) => toCheck)]).toEqual([
      false,
      [devices.condition],
    ]);
  });

  test('counts once somebody checked it, as long as both last', () => {
    const own = risks();
    expect([
      counts([own], TODAY, checked(TODAY)),
      counts([own], '2027-11-20', checked(TODAY)),
      counts([own], '2027-11-21', checked(TODAY)),
    ]).toEqual([true, true, false]);
  });

  test('waits beside another that cannot be dated', () => {
    const { proofDate: _, ...undated } = risks('risk register copy');
    expect(prepared([risks(), undated]).unchecked).toHaveLength(1);
  });

  test('is not vouched for by a check of another file, or of one before it', () => {
    const own = risks();
    expect([
      counts([own], TODAY, checked(TODAY, 'another')),
      counts([own], TODAY, checked(TODAY, 'risk register')),
      counts([own], TODAY, checked('2026-01-05')),
    ]).toEqual([false, true, false]);
  });
});
