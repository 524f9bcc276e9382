import { examine } from '../../reading/defects/examine.ts';
import {
  holdsNhsNumber,
  isOfTestRange,
  masked,
  nhsNumbersIn,
  passesModulus11,
} from '../../reading/defects/nhs-numbers.ts';
import { patientIdentifiable } from '../../reading/defects/patient-identifiable.ts';
import { profileOf } from '../../reading/profile/profile.ts';
import type { ReadFile } from '../../reading/read-one.ts';
import type { Day } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';

/** Why a file is held back. Holds no number and no name: `masked` ends in the last three digits of a number. */
export type PatientWarning = {
  /** NHS numbers found. */
  readonly numbers: number;
  /** Persons in care named with a date of birth, without a number. */
  readonly persons: number;
  /** Numbers of the range kept for tests; they hold nothing back. */
  readonly testNumbers: number;
  /** Where to look, at most `PLACES` of them. */
  readonly places: readonly (Place & { readonly masked?: string })[];
  /** What was found, where, and what to do, as sentences. */
  readonly message: string;
};

const PLACES = 20;
const TOLD = 3;

/**
 * Patient-identifiable data in the name of a file and in what was read of it; undefined when there is none. Numbers of the
 * test range alone are none.
 */
export function patientDetailsIn(path: string, files: readonly ReadFile[], on: Day): PatientWarning | undefined {
  const found = files.filter(mayHoldAny).map((file) => detailsIn(file, on));
  const numbers = [...numbersInName(path), ...found.flatMap((one) => one.numbers)];
  const persons = found.flatMap((one) => one.persons);
  if (numbers.length + persons.length === 0) return undefined;
  const places = [...numbers, ...persons].slice(0, PLACES).map((one) => ({ ...one, file: withoutNumbers(one.file) }));
  const counts = { numbers: numbers.length, persons: persons.length };
  const testNumbers = found.reduce((sum, one) => sum + one.testNumbers, 0);
  return { ...counts, testNumbers, places, message: messageOf(counts, places) };
}

const IN_A_NAME = /(?<!\d)(\d{3})([ _-]?)(\d{3})\2(\d{4})(?!\d)/g;
const NAMED_FOR_A_PATIENT = /(?<![a-z])(?:nhs|patients?|service[ _-]?users?|mrn)(?![a-z])/i;

const MASKED = /••• ••• •\d{3}/g;

/** A name that was masked when the file was kept still counts. */
function numbersInName(path: string): PatientWarning['places'] {
  const before = [...path.matchAll(MASKED)].map(([number]) => ({ file: path, masked: number }));
  if (!NAMED_FOR_A_PATIENT.test(path)) return before;
  const now = [...path.matchAll(IN_A_NAME)].flatMap(([number]) => {
    const digits = number.replace(/\D/g, '');
    if (!passesModulus11(digits) || isOfTestRange(digits)) return [];
    return [{ file: path, masked: masked(digits) }];
  });
  return [...before, ...now];
}

/** A text, such as a file's name, with every number that passes for an NHS number masked. */
export function withoutNumbers(text: string): string {
  return text.replace(IN_A_NAME, (number) => {
    const digits = number.replace(/\D/g, '');
    return passesModulus11(digits) ? masked(digits) : number;
  });
}

/** A glance that spares most files the closer look: without such a number and without a word of birth there is nothing to find. */
function mayHoldAny({ content }: ReadFile): boolean {
  const may = (text: string) => holdsNhsNumber(text) || /\bborn\b|\bd\.?o\.?b\b|date of birth/i.test(text);
  return (
    content.lines.some(({ text }) => may(text)) ||
    content.tables.some(
      ({ columns, rows }) => columns.some(may) || rows.some(({ cells }) => cells.some(({ text }) => may(text))),
    )
  );
}

type Details = {
  readonly numbers: PatientWarning['places'];
  readonly persons: PatientWarning['places'];
  readonly testNumbers: number;
};

function detailsIn({ path, content }: ReadFile, on: Day): Details {
  const examined = examine({ path, content, profile: profileOf(path, content, on) }, on);
  const all = nhsNumbersIn(examined);
  const numbers = all
    .filter(({ testRange }) => !testRange)
    .map((one) => ({ ...one.where, file: path, masked: one.masked }));
  const persons = patientIdentifiable(examined)
    .filter(({ subject }) => subject === 'named patient')
    .flatMap(({ places }) => places.map((one) => ({ ...one, file: path })));
  return { numbers, persons, testNumbers: all.length - numbers.length };
}

function messageOf(
  { numbers, persons }: { numbers: number; persons: number },
  places: PatientWarning['places'],
): string {
  const found = [
    numbers > 0 && `${numbers} NHS number${numbers === 1 ? '' : 's'}`,
    persons > 0 && `${persons} name${persons === 1 ? '' : 's'} with a date of birth`,
  ].filter((part) => part !== false);
  const more = numbers + persons - Math.min(TOLD, places.length);
  const where = places
    .slice(0, TOLD)
    .map((one) => `${placeWords(one)}${one.masked === undefined ? '' : ` (${one.masked})`}`);
  return (
    `It seems to hold patient-identifiable data: ${found.join(' and ')}, at ${where.join(', ')}${more > 0 ? ` and ${more} more` : ''}. ` +
    'It is kept but held back: nobody can read it or rely on it until someone who may decide has looked. ' +
    'Erase it and upload a copy without these details, or release it if no patient is meant'
  );
}

function placeWords({ line, page, cell }: Omit<Place, 'file'>): string {
  if (cell !== undefined) return `cell ${cell}`;
  if (line !== undefined) return page === undefined ? `line ${line}` : `page ${page}, line ${line}`;
  return page === undefined ? 'the file’s name' : `page ${page}`;
}
