import { NOT_KNOWN } from '../../record/fact-words.ts';
import { type AnyKind, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { usualValues } from '../../workspace/registers/usual-values.ts';
import type { Form } from '../route.ts';
import { instantShown, instantTyped, periodShown, periodTyped } from './typed-time.ts';

type Data = Readonly<Record<string, unknown>>;

/** Rows that are taken from a form, whatever it says. */
const MOST_ROWS = 200;

/** The values of a form that shows `data`: the fields as texts under their names. */
export function formOfData(fields: readonly Field[], data: unknown): Form {
  const values = new Map<string, readonly string[]>();
  put(fields, dataIn(data), '', values);
  return { all: (name) => values.get(name) ?? [], text: (name) => values.get(name)?.[0] ?? '' };
}

function put(fields: readonly Field[], data: Data, prefix: string, values: Map<string, readonly string[]>): void {
  for (const { name, is, of = [] } of fields) {
    const key = `${prefix}${name}`;
    const value = data[name];
    if (value === undefined) continue;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const only = typeof value === 'string' ? value : '';
    switch (is) {
      case 'day': {
        const parts = only.split('-');
        DATE_PARTS.forEach((part, at) => {
          values.set(`${key}-${part}`, [String(Number(parts[2 - at]))]);
        });
        break;
      }
      case 'yes-no':
        values.set(key, [value === true ? 'yes' : 'no']);
        break;
      case 'instant':
        values.set(key, [instantShown(only)]);
        break;
      case 'period':
        values.set(key, [periodShown(only)]);
        break;
      case 'texts':
        values.set(key, [list.join('\n')]);
        break;
      case 'items':
        values.set(key, [list.join(', ')]);
        break;
      case 'references':
        values.set(key, list.map(String));
        break;
      case 'rows':
        values.set(`${key}-rows`, [String(list.length)]);
        list.forEach((row, at) => {
          put(of, dataIn(row), `${key}-${at}-`, values);
        });
        break;
      case 'facts':
        putFacts(dataIn(value), key, values);
        break;
      case 'text':
      case 'long-text':
      case 'choice':
      case 'reference':
      case 'number':
        values.set(key, [String(value)]);
        break;
      default:
        is satisfies never;
    }
  }
}

const DATE_PARTS = ['day', 'month', 'year'] as const;

function putFacts(facts: Data, key: string, values: Map<string, readonly string[]>): void {
  const named = (as: string) =>
    Object.entries(facts)
      .filter(([, value]) => (value === NOT_KNOWN ? 'boolean' : typeof value) === as)
      .map(([fact]) => fact);
  values.set(`${key}-yes-no`, named('boolean'));
  values.set(`${key}-numbers`, named('number'));
  values.set(`${key}-words`, named('string'));
  for (const [fact, value] of Object.entries(facts))
    values.set(`${key}-${fact}`, [typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]);
}

/** A new form, with what is usual of most where nothing is filled in. */
export function withUsual(kind: AnyKind, form: Form): Form {
  const usual = formOfData(fieldsOf(kind), usualValues(kind, { employment: 'staff' }));
  const all = (name: string) => (form.all(name).length > 0 ? form.all(name) : usual.all(name));
  return { all, text: (name) => all(name)[0] ?? '' };
}

/**
 * What a form says, as the kind's schema is to judge it. A field that was left empty is absent; one that cannot be what it
 * should be comes through as it was typed, so that the schema says what is wrong with it.
 */
export function dataOfForm(fields: readonly Field[], form: Form, prefix = ''): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const value = typedIn(field, form, `${prefix}${field.name}`);
    if (value !== undefined) data[field.name] = value;
  }
  return data;
}

function typedIn({ is, required, of = [] }: Field, form: Form, key: string): unknown {
  const typed = form.text(key).replace(/\r\n?/g, '\n').trim();
  const listed = <T>(list: readonly T[]) => (list.length > 0 || required ? list : undefined);
  switch (is) {
    case 'text':
    case 'long-text':
    case 'choice':
    case 'reference':
      return typed || undefined;
    case 'instant':
      return typed ? instantTyped(typed) : undefined;
    case 'period':
      return typed ? periodTyped(typed) : undefined;
    case 'day':
      return dayTyped(form, key) || undefined;
    case 'number':
      return typed ? numberTyped(typed) : undefined;
    case 'yes-no':
      return typed === 'yes' ? true : typed === 'no' ? false : undefined;
    case 'references':
      return listed(form.all(key).filter((id) => id !== ''));
    case 'texts':
      return listed(linesOf(typed, /\n/));
    case 'items':
      return listed(linesOf(typed, /[\s,;]+/));
    case 'rows': {
      const count = Math.min(MOST_ROWS + 1, Math.trunc(Number(form.text(`${key}-rows`))) || 0);
      const rows = Array.from({ length: count }, (_, at) => dataOfForm(of, form, `${key}-${at}-`));
      return listed(rows.filter((row) => Object.keys(row).length > 0));
    }
    case 'facts': {
      const facts = factsTyped(form, key);
      return Object.keys(facts).length > 0 || required ? facts : undefined;
    }
    default:
      return is satisfies never;
  }
}

function linesOf(text: string, between: RegExp): readonly string[] {
  return text
    .split(between)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function numberTyped(typed: string): number | string {
  return /^-?\d{1,3}(?:,\d{3})+$|^-?\d{1,15}(?:\.\d{1,10})?$/.test(typed) ? Number(typed.replaceAll(',', '')) : typed;
}

/** A day from the three fields of a date; empty when none was filled in, and as typed when it is no day. */
export function dayTyped(form: Form, name: string): string {
  const [day = '', month = '', year = ''] = DATE_PARTS.map((part) => form.text(`${name}-${part}`).trim());
  if (!day && !month && !year) return '';
  return `${year}-${monthTyped(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** A month by its number, its name or the first three letters of it, as a number; anything else as it was typed. */
function monthTyped(month: string): string {
  const typed = month.toLowerCase();
  const at = MONTHS.findIndex((name) => typed === name || typed === name.slice(0, 3));
  return at < 0 ? month : String(at + 1);
}

function factsTyped(form: Form, key: string): Data {
  const facts: Record<string, unknown> = {};
  for (const fact of form.all(`${key}-yes-no`)) {
    const typed = form.text(`${key}-${fact}`);
    if (typed === 'yes' || typed === 'no') facts[fact] = typed === 'yes';
    else if (typed === NOT_KNOWN) facts[fact] = NOT_KNOWN;
  }
  for (const fact of form.all(`${key}-numbers`)) {
    const typed = form.text(`${key}-${fact}`).trim();
    if (typed) facts[fact] = numberTyped(typed);
  }
  for (const fact of form.all(`${key}-words`)) {
    const typed = form.text(`${key}-${fact}`).trim();
    if (typed) facts[fact] = typed;
  }
  return facts;
}

function dataIn(value: unknown): Data {
  // An object's own fields, each of them not known.
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
