import type { Defect } from '../../record/document.ts';
import { datesOf, type Passage, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';
import { holdsNhsNumber, nhsNumbersIn } from './nhs-numbers.ts';
import { sentenceAt } from './sentences.ts';

/**
 * Patients' details in a document: their NHS numbers, or their names with dates of birth. The number is never repeated in
 * what is reported.
 */
export const patientIdentifiable: DefectRule = (examined) => {
  const numbers = nhsNumbersIn(examined);
  const places = (testRange: boolean) =>
    numbers.filter((one) => one.testRange === testRange).map(({ where, text }) => place(where, text));
  return [...report(places(false), false), ...report(places(true), true), ...namedPersons(examined)];
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
    if (holdsNhsNumber(passage.text)) return [];
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
