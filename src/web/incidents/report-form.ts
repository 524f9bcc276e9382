import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { incident } from '../../record/kinds/incident.ts';
import { type Field, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { dataOfForm, dayTyped } from '../record/entity-form-values.ts';
import { mistakesOf } from '../record/form-mistakes.ts';
import { instantShown, instantTyped } from '../record/typed-time.ts';
import type { Form } from '../route.ts';
import { STEPS } from './incident-list.ts';

/** Fields of the form that the kind does not have: when it was found, in parts, and who knows of it already. */
export const FOUND = 'found';
export const FOUND_TIME = 'found-time';
export const TOLD = 'told';
/** Who may have been told before the incident is written down. */
export const TELLABLE = STEPS.filter(({ step }) => step === 'management' || step === 'customers' || step === 'people');

const WORDS: Readonly<Record<string, Partial<Field>>> = {
  title: { hint: 'In one sentence. Leave out names of patients' },
  personalData: { hint: 'If you are not sure, select yes' },
  severity: {
    label: 'How severe was it?',
    hint: 'If you are not sure whether it must be reported, select the last one',
  },
};

/** The fields of the kind that the short form asks for, with its own words. */
export const SHORT_FIELDS: readonly Field[] = ['title', 'personalData', 'severity'].flatMap((name) =>
  fieldsOf(incident)
    .filter((field) => field.name === name)
    .map((field) => ({ ...field, ...WORDS[name] })),
);

/** A time that people type has no seconds. */
function toTheMinute(now: Instant): Instant {
  return `${now.slice(0, 16)}:00.000Z`;
}

/** The form as it opens: found now. */
export function reportBegun(now: Instant): Form {
  const [, day = '', month = '', year = '', time = ''] =
    /^(\d+)\/(\d+)\/(\d+) (.+)$/.exec(instantShown(toTheMinute(now))) ?? [];
  const values: Readonly<Record<string, string>> = {
    [`${FOUND}-day`]: String(Number(day)),
    [`${FOUND}-month`]: String(Number(month)),
    [`${FOUND}-year`]: year,
    [FOUND_TIME]: time,
  };
  return { text: (name) => values[name] ?? '', all: () => [] };
}

/** What the form says, as the kind's schema is to judge it. Who was told, was told today. */
export function reportTyped(form: Form, today: Day): Record<string, unknown> {
  const told = TELLABLE.filter(({ step }) => form.all(TOLD).includes(step)).map(({ field }) => [field, today]);
  return {
    ...dataOfForm(SHORT_FIELDS, form),
    ...foundTyped(form),
    ...Object.fromEntries(told),
  };
}

/** When it was found, from its parts. */
export function foundTyped(form: Form): { readonly foundAt?: string } {
  const day = dayTyped(form, FOUND);
  const time = form.text(FOUND_TIME).trim().replace('.', ':');
  return day === '' ? {} : { foundAt: instantTyped(`${day} ${time}`) };
}

/** What is wrong with the parts of a time is said beside the part it is wrong with. */
export function reportMistakes(form: Form, problems: readonly FieldProblem[]): readonly FormMistake[] {
  return problems.flatMap((problem): readonly FormMistake[] => {
    if (problem.field !== 'foundAt') return mistakesOf(SHORT_FIELDS, [problem]);
    const day = dayTyped(form, FOUND);
    if (day === '') return [{ field: `${FOUND}-day`, message: 'Enter the day it was found' }];
    if (instantTyped(`${day} 00:00`).length < ISO.length)
      return [{ field: `${FOUND}-day`, message: 'The day it was found must be a real date' }];
    if (!/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(form.text(FOUND_TIME).trim()))
      return [{ field: FOUND_TIME, message: 'Enter the time it was found, such as 09:30' }];
    return [{ field: `${FOUND}-day`, message: problem.message }];
  });
}

/** As long as every instant that was understood. */
const ISO = '2026-11-20T09:30:00.000Z';
