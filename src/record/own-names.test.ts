import { describe, expect, test } from 'vitest';
import { namesUs, ownNames, withoutLegalForm } from './own-names.ts';

describe('the names of an organisation', () => {
  test('are its legal name and its trading names, without legal form and each once', () => {
    expect(
      ownNames({ name: 'Larkmoor Digital Ltd', tradingNames: ['Larkmoor Digital Limited', 'Lark', 'lark', ' '] }),
    ).toEqual(['Larkmoor Digital', 'Lark']);
  });

  test('are one however “and” is written', () => {
    expect(
      ownNames({ name: 'Alder & Rowan Ltd', tradingNames: ['Alder and Rowan', 'Alder &amp; Rowan', 'Alder&Rowan'] }),
    ).toEqual(['Alder & Rowan']);
  });

  test('are none where none was given', () => {
    expect(ownNames({})).toEqual([]);
    expect(namesUs([])('Larkmoor Digital Ltd')).toBe(false);
  });

  test('are two where one name holds both', () => {
    expect(ownNames({ name: 'J Smith & Sons Ltd t/a Rowan Care' })).toEqual(['J Smith & Sons', 'Rowan Care']);
    expect(ownNames({ name: 'Alder Health Ltd (formerly Rowan Care Ltd)' })).toEqual(['Alder Health', 'Rowan Care']);
  });

  test.each([
    ['The Alder Practice Limited.', 'Alder Practice'],
    ['Barts Health NHS Trust', 'Barts Health'],
    ['Alder (UK) Ltd', 'Alder'],
    ['Limited Time Software plc', 'Limited Time Software'],
    ['Alder &amp; Rowan Ltd', 'Alder & Rowan'],
    ['& Ltd', ''],
    ['- & -', ''],
  ])('%s goes by %s', (name, bare) => {
    expect(withoutLegalForm(name)).toBe(bare);
  });
});

describe('a text names us', () => {
  test.each([
    ['Larkmoor Digital Ltd', 'This policy is of LARKMOOR DIGITAL LIMITED.'],
    ['Larkmoor Digital Ltd', 'Larkmoor\nDigital'],
    ['Larkmoor Digital Ltd', 'policies/Larkmoor-Digital_Backup.docx'],
    ['Larkmoor Digital Ltd', 'Larkmoor’s policy on passwords'],
    ['Larkmoor Digital Ltd', 'write to help@larkmoordigital.co.uk'],
    ['Larkmoor Ltd', 'write to help@larkmoor.example'],
    ["St John's Care Ltd", 'All staff of St Johns Care'],
    ['St Johns Care', 'All staff of St John’s Care'],
    ["O'Brien Group", 'Staff of O’Brien'],
    ['Smith & Sons Ltd', 'Employees of Smith and Sons'],
    ['Alder & Rowan', 'Staff of Alder &amp; Rowan'],
    ['Alder & Rowan', 'Staff of Alder&Rowan'],
    ['Alder & Rowan', 'Staff of Alder and Rowan'],
    ['Alder & Rowan', 'write to help@alderandrowan.co.uk'],
    ['Alder and Rowan', 'Staff of Alder &amp; Rowan'],
    ['Alder &amp; Rowan', 'Staff of Alder & Rowan'],
    ['Alder&Rowan', 'Staff of Alder & Rowan'],
    ['B&Q', 'Staff of B & Q'],
    ['Care Ltd', 'Employees of Care Ltd'],
    ['iPlato', 'Staff of iPlato'],
    ['Kestrel Bank Health Systems Ltd', 'Kestrel Bank takes this seriously'],
    ['Müller Care', 'Staff of MÜLLER CARE'],
    ['A+B (Care) Ltd', 'Staff of A+B Care'],
  ])('%s: %s', (name, text) => {
    expect(namesUs(ownNames({ name }))(text)).toBe(true);
  });

  test.each([
    ['Larkmoor Digital Ltd', 'This policy is of Fenwick Digital Ltd.'],
    ['Larkmoor Digital Ltd', 'the Larkmoorian way'],
    ['Care Ltd', 'We care for our people.'],
    ['Northern Health Ltd', 'Offices in Northern Ireland'],
    ['Health Systems Ltd', 'Health records are kept apart.'],
    ['Digital Care Solutions Ltd', 'Our Digital strategy'],
    ['Lark Ltd', 'write to help@larkmoor.example'],
    ['Alder & Care Ltd', 'Alder and others'],
    ['A&E Ltd', 'points a and e'],
    ['B&Q', 'write to help@bq.example'],
  ])('but not for %s: %s', (name, text) => {
    expect(namesUs(ownNames({ name }))(text)).toBe(false);
  });
});

describe('odd names', () => {
  test.each(["'", '&', '’’', '...', '& &', 'And'])('%s is told by nothing', (name) => {
    expect(namesUs([name])('We care for fish and chips & more.')).toBe(false);
  });

  test.each([
    ['a thousand apostrophes', `${"'".repeat(1_000)}a`, `${"'".repeat(1_000)}b`],
    ['apostrophes between letters', `b${"'".repeat(200)}a`, `b${"'".repeat(1_000)}b`],
    ['many words of one s', `${'s '.repeat(140)}z`, `${"s''".repeat(1_000)}b`],
    ['many words that end in an apostrophe', `${"b' ".repeat(99)}z`, `${"b''".repeat(1_000)}b`],
    ['many ands', `a ${'& '.repeat(140)}z`, `a ${'&'.repeat(1_000)}b`],
    ['many words of trade', `Ab${' digital'.repeat(10_000)}`, 'ab'],
    ['a million commas', `a${','.repeat(1_000_000)}x`, 'ab'],
    ['many brackets', `a${'('.repeat(10_000)}x`, 'ab'],
  ])('take no longer than others: %s', (_, name, text) => {
    const started = performance.now();
    namesUs(ownNames({ name }))(text);
    namesUs([name])(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
