import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { madeDocument, ON } from '../../../test/support/made-document.ts';
import { passesModulus11 } from '../../reading/defects/nhs-numbers.ts';
import { DEFAULT_LIMITS } from '../../reading/limits.ts';
import { readOne } from '../../reading/read-one.ts';
import { patientDetailsIn, withoutNumbers } from './patient-details.ts';

/** Numbers that pass the check, made up from a counter. */
function numbers(count: number, from = 600_000_000): readonly string[] {
  const made: string[] = [];
  for (let stem = from; made.length < count; stem += 7_919) {
    for (let check = 0; check < 10; check += 1) if (passesModulus11(`${stem}${check}`)) made.push(`${stem}${check}`);
  }
  return made;
}

function warning(path: string, source: string) {
  const { content } = madeDocument(path, source);
  return patientDetailsIn(path, [{ path, bytes: source.length, sha256: '', content }], ON);
}

test.each([
  ['beside the words', 'log.md', 'The letter went to NHS number 943 476 5919.'],
  ['written together', 'log.md', 'NHS no. 9434765919 was affected.'],
  ['with hyphens', 'log.md', 'Patient 943-476-5919 was affected.'],
  ['under a heading about patients', 'log.md', '# Patients affected\n\n943 476 5919 had two letters.'],
  ['in a column of that name', 'export.csv', 'Reference,NHS Number\nA1,9434765919\n'],
  ['in code', 'log.md', 'Example:\n\n```\nNHS number: 943 476 5919\n```\n'],
  ['under a key of that name', 'export.txt', '{ "nhs_number": "9434765919" }'],
  ['in an element of that name', 'export.txt', '<nhsNumber>9434765919</nhsNumber>'],
  ['in a row about a patient', 'export.csv', 'Number,Note,By\n9434765919,patient moved,Jo\n'],
])('a number %s holds the file back', (_, path, source) => {
  expect(warning(path, source)?.numbers).toBe(1);
});

test.each([
  ['among no words about patients', 'log.md', 'Order 9434765919 was sent.'],
  ['that is a telephone number', 'log.md', 'Patient line: telephone 943 476 5919.'],
  ['that fails the check', 'log.md', 'Patient 943 476 5918.'],
  ['that is part of a longer one', 'log.md', 'Patient account 94347659190.'],
  ['of the range for tests', 'log.md', 'Patient 999 000 0026 in the demonstration.'],
])('a number %s does not', (_, path, source) => {
  expect(warning(path, source)).toBeUndefined();
});

test('a column full of such numbers holds the file back, whatever it is called', () => {
  const rows = numbers(6).map((number, at) => `${number},${at}`);
  expect(warning('export.csv', `Ref,Count\n${rows.join('\n')}\n`)?.numbers).toBe(6);
});

test.each([
  ['under a name', 'NHS number', 1],
  ['of patients', 'Patients', 1],
  ['whatever they are called, when there are many', 'Ref', 6],
])('numbers that stand alone in the only column of a sheet hold it back: %s', async (_, head, count) => {
  const rows = [head, ...numbers(count)].map((value) => [value]);
  const bytes = new Uint8Array(await writeExcelFile(rows).toBuffer());
  const { documents } = await readOne('list.xlsx', bytes, DEFAULT_LIMITS);
  expect(patientDetailsIn('list.xlsx', documents, ON)?.numbers).toBe(count);
});

test('a column of ten digits that pass by chance only does not', () => {
  const rows = Array.from({ length: 200 }, (_, at) => `${6_000_000_000 + at * 7_919},x`);
  expect(warning('export.csv', `Ref,Count\n${rows.join('\n')}\n`)).toBeUndefined();
});

test('a column of accounts does not, though every number passes', () => {
  const rows = numbers(6).map((number, at) => `${number},${at}`);
  expect(warning('export.csv', `Account,Count\n${rows.join('\n')}\n`)).toBeUndefined();
});

test('a few in a column are not enough without words', () => {
  const rows = numbers(4).map((number, at) => `${number},${at}`);
  expect(warning('export.csv', `Ref,Count\n${rows.join('\n')}\n`)).toBeUndefined();
});

test.each(['letters/NHS 943 476 5919.pdf', 'patient_9434765919.docx', 'patient-943-476-5919/a.md'])(
  'a file called %s is held back for its name',
  (path) => {
    expect(patientDetailsIn(path, [], ON)).toMatchObject({
      numbers: 1,
      message: expect.stringContaining('the file’s name'),
    });
  },
);

test.each(['orders/9434765919.pdf', 'patient 943 476 5918.pdf', 'NHS test patient 9990000026.pdf'])(
  'a file called %s is not',
  (path) => {
    expect(patientDetailsIn(path, [], ON)).toBeUndefined();
  },
);

test('a name is masked so that no number stays in it', () => {
  expect(withoutNumbers('a/943-476-5919 and 1234567890.pdf')).toBe('a/••• ••• •919 and 1234567890.pdf');
});

test('a patient’s name with a date of birth holds the file back', () => {
  expect(warning('log.md', 'The scan of Mr John Doe, born 3 May 1961, went to the wrong clinic.')?.persons).toBe(1);
});

test('the warning says how many, where, and what to do', () => {
  const lines = numbers(5).map((number) => `- Patient ${number}`);
  expect(warning('log.md', `# Log\n\n${lines.join('\n')}\n`)?.message).toMatch(
    /^It seems to hold patient-identifiable data: 5 NHS numbers, at line 3 \(••• ••• •\d{3}\), line 4 .*, line 5 .* and 2 more\. It is kept but held back.*Erase it and upload a copy without these details, or release it/,
  );
});

test('nothing of a number but its last three digits is in the warning', () => {
  const said = JSON.stringify(warning('log.md', 'Patient 943 476 5919, NHS number 9434765919.'));
  expect(said).toContain('••• ••• •919');
  expect(said).not.toMatch(/943|476|591/);
});

test('of a great many places twenty are told', () => {
  const rows = numbers(500).map((number) => `${number},x`);
  const found = warning('export.csv', `NHS Number,Note\n${rows.join('\n')}\n`);
  expect([found?.numbers, found?.places.length]).toEqual([500, 20]);
});
