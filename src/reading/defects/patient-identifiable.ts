import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { datesOf, headingsOver, type Passage, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';
import { sentenceAt } from './sentences.ts';

const TEN_DIGITS = /(?<![\d.+/-])(\d{3})([ -]?)(\d{3})\2(\d{4})(?![\d.]\d|\d)/g;
const CONTEXT =
  /\bNHS (?:no\.?|number|num|#)|\bpatients?\b|\bservice user\b|\bdate of birth\b|\bDOB\b|\bborn \d|\bd\.o\.b\b|\bMRN\b|\bhospital number\b/i;
const OTHER_NUMBER =
  /\b(?:tel(?:ephone)?|phone|mobile|fax|account|sort code|company (?:no|number|registration)|registered|invoice|order|ticket|VAT|IMEI|serial|asset|call)\b/i;

/**
 * NHS numbers in a document: ten digits that pass the Modulus 11 check *and* stand among words about patients. About one
 * random number in eleven passes the check, so digits alone never count. 999 000 0000 and above are kept for tests. The
 * number is never repeated in what is reported.
 */
export const patientIdentifiable: DefectRule = (examined) => {
  const real: DefectPlace[] = [];
  const test: DefectPlace[] = [];
  for (const passage of examined.passages) {
    if (!/\d{3}[ -]?\d{3}[ -]?\d{4}/.test(passage.text)) continue;
    for (const match of everyMatch(passage.text, TEN_DIGITS)) {
      const digits = `${match[1]}${match[3]}${match[4]}`;
      if (!passesModulus11(digits) || !isAboutPatients(examined, passage, match.index)) continue;
      const spot = place(whereAt(passage, match.index), passage.text.replace(TEN_DIGITS, '[NHS number]'));
      if (digits < '9990000000') real.push(spot);
      else if (!/\b(?:test|example|dummy|fictional|synthetic|made[- ]up)\b/i.test(passage.text)) test.push(spot);
    }
  }
  return [...report(real, false), ...report(test, true), ...namedPersons(examined)];
};

function report(places: readonly DefectPlace[], testRange: boolean): Defect[] {
  if (places.length === 0) return [];
  return [
    {
      code: 'patient-identifiable',
      severity: testRange ? 'low' : 'high',
      message: testRange
        ? `${places.length === 1 ? 'A number' : `${places.length} numbers`} of the NHS test range stand in it; check that no real patient is meant.`
        : `${places.length === 1 ? 'What looks like a real NHS number stands' : `${places.length} numbers that look like real NHS numbers stand`} in it.`,
      next: 'Take the patient details out before the file is stored or shared, and keep a reference instead.',
      places,
      subject: testRange ? 'test NHS number' : 'NHS number',
      effect: testRange ? 'note' : 'doubt',
    },
  ];
}

const BORN = /\b(?:born|DOB|D\.O\.B\.?|date of birth)\b[: ]*(?:on )?/i;
const PERSON = /\b(?:(?:Mr|Mrs|Ms|Miss|Master|Dr) )?[A-Z][a-z'’-]+ [A-Z][a-z'’-]+/;
const CARE =
  /\b(?:patients?|service users?|visits?|carers?|insulin|medication|diagnos\w+|treat\w+|appointment|clinic|ward|surgery|condition|dose|daily|care (?:plan|notes?|record)|scan|referr\w+|results?|study|letter|sent to)\b/i;

/** A name with a date of birth among words of care: enough to know a patient by, without any number. */
function namedPersons(examined: Examined): Defect[] {
  if (/\b(?:staff|personnel|employ\w*|payroll|hr)\b/i.test(examined.profile.title)) return [];
  const places = examined.passages.flatMap((passage) => {
    const born = BORN.exec(passage.text);
    if (born === null || passage.role === 'column' || !CARE.test(rowOrText(examined, passage))) return [];
    const after = passage.text.slice(born.index + born[0].length, born.index + born[0].length + 30);
    const date = datesOf(passage).dates.find(
      ({ index }) => index >= born.index && index < born.index + born[0].length + 4,
    );
    const before = passage.text.slice(Math.max(0, born.index - 90), born.index);
    if (
      date?.date.precision !== 'day' ||
      after === '' ||
      !PERSON.test(before) ||
      /\b(?:test|dummy|fictional|made[- ]up|e\.g)\b/i.test(sentenceAt(passage.text, born.index).text)
    )
      return [];
    const digits = [...everyMatch(passage.text, TEN_DIGITS)].map((match) => `${match[1]}${match[3]}${match[4]}`);
    if (digits.some(passesModulus11)) return [];
    return [place(whereAt(passage, born.index), 'a name with a date of birth')];
  });
  if (places.length === 0) return [];
  return [
    {
      code: 'patient-identifiable',
      severity: 'high',
      message: `${places.length === 1 ? 'A person in care is' : `${places.length} persons in care are`} named with a date of birth.`,
      next: 'Take the patient details out before the file is stored or shared, and keep a reference instead.',
      places,
      subject: 'named patient',
      effect: 'doubt',
    },
  ];
}

function rowOrText(examined: Examined, passage: Passage): string {
  if (passage.cell === undefined) return passage.text;
  return examined.tables[passage.cell.table]?.rows[passage.cell.row]?.text ?? passage.text;
}

/** The check digit of an NHS number: weights 10 to 2 over the first nine digits, 11 minus the remainder of 11. */
export function passesModulus11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

function isAboutPatients(examined: Examined, passage: Passage, index: number): boolean {
  const before = passage.text.slice(Math.max(0, index - 40), index);
  if (/\bNHS (?:no\.?|number|num|#)|\bNHS[:\s]*$/i.test(before)) return true;
  if (OTHER_NUMBER.test(before)) return false;
  if (CONTEXT.test(passage.text)) return true;
  if (passage.cell === undefined)
    return headingsOver(examined.content, passage.section)
      .slice(0, 1)
      .some((heading) => CONTEXT.test(heading));
  const table = examined.tables[passage.cell.table];
  const name = table?.names[passage.cell.column] ?? '';
  if (OTHER_NUMBER.test(name)) return false;
  return CONTEXT.test(name) || /\bnhs\b/.test(name) || CONTEXT.test(table?.rows[passage.cell.row]?.text ?? '');
}
