import { describe, expect, test } from 'vitest';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { person } from '../../record/kinds/person.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { HELD_OUT, SAMPLES, type SampleTable } from './column-headings.samples.ts';
import { fillableFields, guessColumns } from './column-mapping.ts';
import { HEADINGS } from './field-headings.ts';
import { fitsIn } from './rows-to-take.ts';

/** How many columns were taken for what they are (or left out where nothing here fits), for something else, or asked about. */
function measured(tables: readonly SampleTable[]) {
  const told = { columns: 0, right: 0, wrong: [] as string[], open: 0 };
  for (const { kind, columns } of tables) {
    if (!isKindName(kind)) throw new Error(kind);
    const guesses = guessColumns(
      KINDS[kind],
      columns.map(([heading]) => heading),
    );
    columns.forEach(([heading, field], at) => {
      const to = guesses[at]?.to ?? null;
      told.columns += 1;
      if (to === field) told.right += 1;
      else if (to === null) told.open += 1;
      else told.wrong.push(`${kind}: ${heading} taken for ${to}`);
    });
  }
  return told;
}

describe('headings as small companies write them', () => {
  test('are taken for what they mean, and none for something else', () => {
    const { columns, right, wrong } = measured(SAMPLES);
    expect(wrong).toEqual([]);
    expect(columns).toBeGreaterThanOrEqual(140);
    expect(right / columns).toBeGreaterThan(0.95);
  });

  test('that nobody looked at before are mostly taken for what they mean, and none for something else', () => {
    const { columns, right, wrong } = measured(HELD_OUT);
    expect(wrong).toEqual([]);
    expect(columns).toBeGreaterThanOrEqual(60);
    expect(right / columns).toBeGreaterThan(0.6);
  });

  test('stand for fields that there are', () => {
    const unknown = Object.entries(HEADINGS).flatMap(([kind, fields]) => {
      const known = isKindName(kind) ? fillableFields(KINDS[kind]).map(({ name }) => name) : [];
      return Object.keys(fields).filter((name) => !known.includes(name));
    });
    expect(unknown).toEqual([]);
  });
});

describe('columns with the two halves of a name', () => {
  test.each([
    [
      ['Forename', 'Surname'],
      ['name:first', 'name:last'],
    ],
    [
      ['Last Name', 'First Name(s)'],
      ['name:last', 'name:first'],
    ],
    [
      ['Employee first name', 'Employee surname'],
      ['name:first', 'name:last'],
    ],
    [['First name'], [undefined]],
    [['Surname'], [undefined]],
    [
      ['First name', 'Surname', 'Full name'],
      [undefined, undefined, 'name'],
    ],
    [
      ['First name', 'Given name', 'Surname'],
      [undefined, undefined, undefined],
    ],
    [
      ['Title', 'First name', 'Surname'],
      [undefined, 'name:first', 'name:last'],
    ],
  ])('%j', (columns, mapping) => {
    expect(guessColumns(person, columns).map(({ to }) => to)).toEqual(mapping);
  });

  test.each(['Staff no', 'Employee number', 'Staff ID', 'Payroll ref'])(
    'a number is never suggested for a name: %s',
    (heading) => {
      expect(guessColumns(person, [heading])[0]).toEqual({ could: [] });
      expect(guessColumns(trainingRecord, [heading])[0]?.could).not.toContain('person');
    },
  );
});

describe('a column', () => {
  test('that could be several fields is asked about, the likeliest first', () => {
    const [guess] = guessColumns(supplier, ['Review of contract']);
    expect(guess?.to).toBeUndefined();
    expect(guess?.could.length).toBeGreaterThan(0);
  });

  test('whose cells cannot be read as its heading says is asked about', () => {
    const table = {
      columns: ['Supplier', 'Contract end'],
      rows: ['Rolling', 'Rolling', '30 days notice', 'Rolling', 'None agreed'].map((cell, at) => ({
        cells: [`Firm ${at}`, cell],
        place: `line ${at + 2}`,
      })),
    };
    const [name, until] = guessColumns(supplier, table.columns, fitsIn(supplier, table));
    expect([name?.to, until?.to, until?.could[0]]).toEqual(['name', undefined, 'contractUntil']);
  });
});

test('a heading of many thousand signs is looked at no longer than another', () => {
  const began = performance.now();
  guessColumns(supplier, ['('.repeat(100_000), 'Supplier']);
  expect(performance.now() - began).toBeLessThan(500);
});

test('who sees data of patients is not yet who sees personal data: that is asked', () => {
  const [, ofPatients, personal] = guessColumns(supplier, ['Supplier', 'Sees patient data?', 'Colour']);
  expect([ofPatients?.to, personal?.to]).toEqual([undefined, undefined]);
  expect(guessColumns(supplier, ['Supplier', 'Sees personal data?'])[1]?.to).toBe('handlesPersonalData');
});
