import { describe, expect, test } from 'vitest';
import { aDocument, aFact, on } from '../../test/support/record-builder.ts';
import type { Fact } from '../record/document.ts';
import { type MeasureCondition, prepareMeasure } from './conditions/measure-condition.ts';
import { documentEvidence } from './document-evidence.ts';
import { indexEvidence } from './evidence-index.ts';

const TODAY = '2026-11-20';

/** Whom a measure counts and finds wanting, as its reason says, when these facts stand in registers. */
function why(measure: string, of: string, facts: readonly Fact[], within?: string): string {
  const document = documentEvidence(aDocument('register', { kind: 'register', facts }), TODAY);
  const condition: MeasureCondition = { is: 'measure', measure, atLeast: 1, of, ...(within && { within }) };
  return prepareMeasure(condition, indexEvidence([document])).otherwise.because;
}

const person = (key: string, parts: Record<string, string> = {}, value = 'current') =>
  aFact('person-record', { subject: key, value, parts: { name: key, ...parts } });
const supplier = (name: string, data: string, value = 'current') =>
  aFact('supplier', {
    subject: name.toLowerCase().replace(' ltd', ''),
    value,
    scope: 'suppliers',
    parts: { name, data },
  });
const holder = (role: string, key: string, parts: Record<string, string> = {}) =>
  aFact('role-holder', { subject: role, value: key, parts: { person: key, ...parts } });

describe('a measure counts whom a register knows and none of its rows mentions', () => {
  test('staff who have signed nothing', () => {
    const signed = aFact('signed-terms', { subject: 'ann brook', value: 'signed' });
    const staff = [person('ann brook'), person('bo dale'), person('cy ford', {}, 'left')];
    expect(why('contract-clause-coverage', 'people in the people register', [signed, ...staff])).toBe(
      '1 of 2 in order; not: bo dale',
    );
  });

  test.each([
    ['no row in staff list.csv gives', 0],
    ['only 1 of 3 rows in staff list.csv gives', 1],
    ['only 2 of 3 rows in staff list.csv give', 2],
  ])('nobody, where %s first and last name, and says what to do', (few, read) => {
    const columns = ['Name', 'Role', 'Start date'];
    const rows = ['Ann', 'Ben', 'Cy'].map((name, at) => ({
      cells: [name, 'Developer', '2024-03-04'].map((text) => ({ text, where: { line: at + 2 } })),
      where: { line: at + 2 },
    }));
    const facts = ['ann brook', 'bo dale'].slice(0, read).map((key) => person(key));
    const one = aDocument('staff list.csv', { kind: 'register', title: 'staff list', facts });
    const table = { columns, rows, where: { line: 1 }, section: -1 };
    const list = documentEvidence({ ...one, content: { ...one.content, tables: [table] } }, TODAY);
    const condition: MeasureCondition = { is: 'measure', measure: 'training-completion', atLeast: 1, of: 'staff' };
    expect(prepareMeasure(condition, indexEvidence([list]))).toMatchObject({
      todo: expect.stringMatching(/^Write the first and the last name of everyone in staff list\.csv/),
      otherwise: {
        met: 'unknown',
        because: `${few} both a first and a last name, by which we count people: write both, such as “Ann Hart”`,
      },
    });
  });

  test('each of two people whom one row could mean', () => {
    const signed = aFact('signed-terms', { subject: 'j smith', value: 'signed' });
    const staff = [person('john smith'), person('jane smith'), person('john smith')];
    expect(why('contract-clause-coverage', 'people in the people register', [signed, ...staff])).toBe(
      '1 of 2 in order; not: jane smith',
    );
  });

  test('suppliers that handle personal data and have no agreement', () => {
    const signed = aFact('processor-contract', { subject: 'alder hosting ltd', value: 'signed' });
    const listed = [
      supplier('Alder Hosting', 'patient records'),
      supplier('Birch Ltd', 'staff records'),
      supplier('Cedar Window Cleaning', 'none'),
      supplier('Elm Ltd', 'patient records', 'ended'),
    ];
    expect(why('contract-clause-coverage', 'suppliers in the supplier register', [signed, ...listed])).toBe(
      '1 of 2 in order; not: Birch Ltd',
    );
  });

  test('suppliers without assurance, of patient data only where that is asked', () => {
    const assured = aFact('supplier-assurance', { subject: 'alder', value: 'iso', parts: { expires: '2027-05-01' } });
    const listed = [
      supplier('Alder Ltd', 'patients'),
      supplier('Birch Ltd', 'staff pay'),
      supplier('Oak Ltd', 'patients'),
    ];
    expect([
      why('supplier-assurance', 'IT system suppliers in the supplier register', [assured, ...listed]),
      why('supplier-assurance', 'suppliers with access to confidential health or care information', [
        assured,
        ...listed,
      ]),
    ]).toEqual(['1 of 3 in order; not: Birch Ltd, Oak Ltd', '1 of 2 in order; not: Oak Ltd']);
  });

  test('holders of a role who were not trained for it, but no former ones, deputies of other roles or firms', () => {
    const trained = aFact('role-training', { subject: 'ann brook', value: 'SIRO course', asOf: on('2026-02-03') });
    const holders = [
      holder('siro', 'ann brook'),
      holder('caldicott', 'bo dale'),
      holder('dpo', 'privacy partners', { person: 'Privacy Partners LLP' }),
      holder('ig-lead', 'cy ford', { standing: 'former' }),
      holder('hr-lead', 'di hart'),
    ];
    expect(why('role-training', 'current holders', [trained, ...holders], 'P24M')).toBe(
      '1 of 2 in order; not: bo dale',
    );
  });

  test('those who left within the window and of whose access nothing is said', () => {
    const removed = aFact('access-removed', { subject: 'ann brook', value: 'complete' });
    const gone = [
      person('ann brook', { left: '2026-03-02' }, 'left'),
      person('bo dale', { left: '2026-08-31' }, 'left'),
      person('cy ford', { left: '2019-01-04' }, 'left'),
      person('di hart', { left: '2026-12-31' }, 'left'),
    ];
    expect(why('leaver-access-removed', 'people who left', [removed, ...gone], 'P12M')).toBe(
      '1 of 2 in order; not: bo dale',
    );
  });

  test('nobody where nothing at all is measured', () => {
    expect(why('role-training', 'current holders', [holder('siro', 'ann brook')])).toBe(
      'there are no rows to count it from',
    );
  });
});
