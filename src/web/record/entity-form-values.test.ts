import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { document } from '../../record/kinds/document.ts';
import { incident } from '../../record/kinds/incident.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { KINDS, type KindName } from '../../record/kinds/kinds.ts';
import { observation } from '../../record/kinds/observation.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { person } from '../../record/kinds/person.ts';
import { risk } from '../../record/kinds/risk.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import type { Form } from '../route.ts';
import { dataOfForm, formOfData } from './entity-form-values.ts';

const typed = (values: Readonly<Record<string, string | readonly string[]>>): Form => {
  const all = (name: string) => [values[name] ?? []].flat();
  return { all, text: (name) => all(name)[0] ?? '' };
};
const read = (kind: AnyKind, values: Parameters<typeof typed>[0]) => dataOfForm(fieldsOf(kind), typed(values));
const again = (kind: AnyKind, data: unknown) => dataOfForm(fieldsOf(kind), formOfData(fieldsOf(kind), data));

// Object.keys of a literal object gives its own names.
test.each(Object.keys(KEPT_EXAMPLES) as KindName[])('what a form shows of %s comes back the same', (name) => {
  expect(again(KINDS[name], KEPT_EXAMPLES[name])).toEqual(KEPT_EXAMPLES[name]);
});

describe('a form', () => {
  test('leaves out what was left empty', () => {
    expect(read(person, { name: ' Ann Okafor ', email: '  ', 'startedOn-day': '' })).toEqual({ name: 'Ann Okafor' });
  });

  test('makes a day of three fields', () => {
    const data = read(person, { 'startedOn-day': '4', 'startedOn-month': '3', 'startedOn-year': '2024' });
    expect(data).toEqual({ startedOn: '2024-03-04' });
  });

  test.each([
    ['12', '2024-12-04'],
    ['March', '2024-03-04'],
    ['mar', '2024-03-04'],
    ['SEP', '2024-09-04'],
    ['SEPT', '2024-SEPT-04'],
  ])('makes of a month typed as “%s” the day %s', (month, startedOn) => {
    const data = read(person, { 'startedOn-day': '4', 'startedOn-month': month, 'startedOn-year': '2024' });
    expect(data).toEqual({ startedOn });
  });

  test.each([
    [{ 'startedOn-day': '31', 'startedOn-month': '2', 'startedOn-year': '2026' }],
    [{ 'startedOn-day': '4' }],
    [{ 'startedOn-day': '4', 'startedOn-month': 'Mart', 'startedOn-year': '2026' }],
    [{ 'startedOn-day': '4', 'startedOn-month': '3', 'startedOn-year': '26' }],
  ])('lets the schema refuse %o as a day', (values) => {
    const { error } = person.schema.safeParse(read(person, { name: 'Ann', employment: 'staff', ...values }));
    expect(error?.issues.map(({ message }) => message)).toEqual(['Started on must be a real date']);
  });

  test('lets the schema refuse what is no number', () => {
    expect(read(risk, { likelihood: 'often', impact: '1e3' })).toEqual({ likelihood: 'often', impact: '1e3' });
  });

  test('reads numbers as people write them', () => {
    expect(read(document, { bytes: '1,234,567' })).toEqual({ bytes: 1_234_567 });
  });

  test('knows yes, no and not known', () => {
    expect(read(supplier, { handlesPersonalData: 'no', critical: '' })).toEqual({ handlesPersonalData: false });
  });

  test('takes the lines of a list', () => {
    expect(read(organisation, { tradingNames: 'Larkmoor\r\n\r\n  Larkmoor Digital \r\n' })).toEqual({
      tradingNames: ['Larkmoor', 'Larkmoor Digital'],
    });
  });

  test('keeps the line breaks of a text of several lines as one character', () => {
    expect(read(incident, { cause: 'One\r\n\r\nTwo\r\n' })).toEqual({ cause: 'One\n\nTwo' });
  });

  test('takes numbers of items however they are parted', () => {
    expect(read(observation, { items: '7.3.4, 7.3.1\n6.2.1;  ' })).toEqual({ items: ['7.3.4', '7.3.1', '6.2.1'] });
  });

  test('drops rows that were left or made empty', () => {
    const data = read(supplier, {
      'assurances-rows': '3',
      'assurances-1-kind': 'dspt',
      'assurances-1-expiresOn-day': '30',
      'assurances-1-expiresOn-month': '6',
      'assurances-1-expiresOn-year': '2027',
    });
    expect(data).toEqual({ assurances: [{ kind: 'dspt', expiresOn: '2027-06-30' }] });
  });

  test('takes no more rows than a list may have, and one that shows it', () => {
    const names = Array.from({ length: 500 }, (_, at) => [`assurances-${at}-kind`, 'dspt']);
    const data = read(supplier, { ...Object.fromEntries(names), 'assurances-rows': '1e9' });
    expect(data.assurances).toHaveLength(201);
  });

  test('tells facts that are yes or no from words and numbers', () => {
    const facts = { 'uses-byod': false, 'has-paper-records': true, sites: 2, sector: 'yes' };
    expect(again(organisation, { facts })).toEqual({ facts });
  });

  test('forgets a fact that is not known any more', () => {
    expect(read(organisation, { 'facts-yes-no': ['uses-byod', 'has-paper-records'], 'facts-uses-byod': 'no' })).toEqual(
      {
        facts: { 'uses-byod': false },
      },
    );
  });
});
