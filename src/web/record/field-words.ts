import { dayInWords, isDay } from '../../record/day.ts';
import { factInWords, NOT_KNOWN } from '../../record/fact-words.ts';
import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, type Field, titleInWords } from '../../record/kinds/kind.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { neutralised } from '../../report/neutralised.ts';
import { instantShown, periodShown } from './typed-time.ts';

type Data = Readonly<Record<string, unknown>>;

/** What a thing is called, with the words of choices and days in place of how they are kept. */
export function titleOf(kind: AnyKind, data: unknown): string {
  if (typeof data !== 'object' || data === null) return titleForPages(kind, data);
  const known = titles.get(data);
  if (known?.kind === kind) return known.title;
  const title = titleForPages(kind, data);
  titles.set(data, { kind, title });
  return title;
}

/** What is in a record never changes in place, and long lists name hundreds at every look. */
const titles = new WeakMap<object, { readonly kind: AnyKind; readonly title: string }>();

function titleForPages(kind: AnyKind, data: unknown): string {
  const parsed = kind.schema.safeParse(data);
  return parsed.success ? neutralised(titleInWords(kind, parsed.data, dayInWords)) : kind.label.one;
}

/** The title of something in the record by its kind and id. */
export function titleIn(holdings: Holdings, kind: string, id: string): string {
  const entity = holdings.of.get(kind)?.get(id);
  return entity && isKindName(kind) ? titleOf(KINDS[kind], entity.data) : 'no longer in the record';
}

/** The value of a field as a person reads it; empty when it is not there. */
export function valueInWords(
  { is, to = '', options = [], of = [] }: Field,
  value: unknown,
  holdings: Holdings,
): string {
  if (value === undefined || value === null) return '';
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const text = String(value);
  switch (is) {
    case 'day':
      return isDay(text) ? dayInWords(text) : neutralised(text);
    case 'instant':
      return instantShown(text);
    case 'period':
      return periodShown(text);
    case 'number':
      return typeof value === 'number' ? value.toLocaleString('en-GB') : neutralised(text);
    case 'yes-no':
      return value === true ? 'Yes' : value === false ? 'No' : neutralised(text);
    case 'choice':
      return options.find((one) => one.value === value)?.label ?? neutralised(text);
    case 'reference':
    case 'references':
      return list.map((id) => titleIn(holdings, to, String(id))).join(', ');
    case 'text':
      return neutralised(text);
    case 'long-text':
      return text.split('\n').map(neutralised).join('\n');
    case 'texts':
    case 'items':
      return list.map((one) => neutralised(String(one))).join(', ');
    case 'rows':
      return list.map((row) => rowInWords(of, row, holdings)).join('\n');
    case 'facts':
      return Object.entries(dataIn(value))
        .map(
          ([fact, one]) =>
            `${factInWords(fact)}: ${typeof one === 'boolean' ? (one ? 'yes' : 'no') : one === NOT_KNOWN ? 'not known yet' : neutralised(String(one))}`,
        )
        .join('\n');
    default:
      return is satisfies never;
  }
}

function rowInWords(fields: readonly Field[], row: unknown, holdings: Holdings): string {
  const data = dataIn(row);
  return fields
    .map((field) => ({ field, words: valueInWords(field, data[field.name], holdings) }))
    .filter(({ words }) => words !== '')
    .map(({ field, words }, at) => (at === 0 ? words : `${field.label.toLowerCase()} ${words}`))
    .join(', ');
}

export function dataIn(value: unknown): Data {
  // An object's own fields, each of them not known.
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}

/** Words that end as a sentence does. */
export function sentence(words: string): string {
  return /[.!?][”"')]?$/.test(words) ? words : `${words}.`;
}
