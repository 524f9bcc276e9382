import { type Category, parseCategory } from '../../catalogue/catalogue.ts';
import { type Day, isDay } from '../../record/day.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';

/** What a person typed or chose, as it came, so that the form can be shown again unchanged. */
export type CheckFormValues = {
  readonly category: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly name: string;
  /** Id of the organisation that is to keep the documents; empty when nobody is. */
  readonly keepIn: string;
};

export type FormField = 'documents' | 'category' | 'on' | 'name' | 'keepIn';
/** A message in the pattern of NHS.UK, and the field it belongs to. */
export type FormError = { readonly field: FormField; readonly message: string };

export type CheckForm = { readonly category: Category; readonly on: Day; readonly name: string | undefined };
export type CheckFormResult =
  | { readonly ok: true; readonly form: CheckForm }
  | { readonly ok: false; readonly problem: { readonly type: 'invalid-form'; readonly errors: readonly FormError[] } };

/** The form as it first appears. */
export function emptyForm(today: Day): CheckFormValues {
  const [year = '', month = '', day = ''] = today.split('-');
  return { category: '3', day: `${Number(day)}`, month: `${Number(month)}`, year, name: '', keepIn: '' };
}

/** The fields of the form as they came in. A field that is missing counts as the first appearance has it. */
export function formValues(fields: ReadonlyMap<string, string>, today: Day): CheckFormValues {
  const first = emptyForm(today);
  return {
    category: fields.get('category') ?? first.category,
    day: fields.get('on-day')?.trim() ?? first.day,
    month: fields.get('on-month')?.trim() ?? first.month,
    year: fields.get('on-year')?.trim() ?? first.year,
    name: fields.get('name') ?? first.name,
    keepIn: fields.get('keepIn') ?? first.keepIn,
  };
}

/** What was asked for, or every message at once. An empty date means `today`. */
export function parseCheckForm(values: CheckFormValues, today: Day): CheckFormResult {
  const errors: FormError[] = [];
  const category = parseCategory(values.category);
  if (category === undefined) errors.push({ field: 'category', message: 'Select the category of your organisation' });

  const written = [values.day, values.month, values.year];
  const on = written.every((part) => part === '') ? today : dayOf(values);
  if (on === undefined) errors.push({ field: 'on', message: dateMessage(values) });

  const name = values.name.trim();
  if (name.length > UPLOAD_LIMITS.nameLength) {
    errors.push({
      field: 'name',
      message: `Name of your organisation must be ${UPLOAD_LIMITS.nameLength} characters or fewer`,
    });
  }
  if (errors.length > 0 || category === undefined || on === undefined) {
    return { ok: false, problem: { type: 'invalid-form', errors } };
  }
  return { ok: true, form: { category, on, name: name === '' ? undefined : name } };
}

function dayOf({ day, month, year }: CheckFormValues): Day | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function dateMessage({ day, month, year }: CheckFormValues): string {
  const missing = [day === '' && 'a day', month === '' && 'a month', year === '' && 'a year'].filter(
    (part) => part !== false,
  );
  return missing.length > 0
    ? `Date must include ${missing.join(' and ')}`
    : 'Date must be a real date, such as 20 11 2026';
}
