import { unguarded } from '../../exchange/csv.ts';
import { CUT } from '../../exchange/workbook-of.ts';
import { parseStatedDate } from '../../reading/dates/find-dates.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { type Field, titleInWords, valueIn } from '../../record/kinds/kind.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { isLimited, optionsMeant } from './choice-words.ts';
import { rowsOfCell } from './row-cells.ts';

/** What a cell says for a field; `undefined` when it says nothing. */
export type CellValue =
  | { readonly ok: true; readonly value: unknown }
  /** In the pattern of NHS.UK. */
  | { readonly ok: false; readonly message: string };

/** Finds what a cell names in the record. */
export type References = (kind: string, named: string) => readonly string[];

const NOTHING = /^(?:-|–|—|n\/?a|none|nil|tbc|tba|not applicable|unknown|\?)?$/i;
const UNSURE = /^(?:n\/a|not (?:sure|known|applicable)|no idea|don['’]?t know)\b/i;
const YES = /^(?:(?:yes|y|true|enabled|full|enforced)\b|[✓✔]|(?:1|on|x)$)/i;
const NO = /^(?:(?:no|n|false|off|disabled|none|not)\b|[✗✘]|0$)/i;

/** What the rest of its column tells about a cell. */
export type ColumnAround = {
  /** Some day of the column can only be written month first, so one that could be either is refused. */
  readonly monthFirst?: boolean;
};

/** Reads one cell as a field wants it. Dates are read the British way, choices by their label or their value. */
export function valueOfCell(field: Field, cell: string, references: References, around: ColumnAround = {}): CellValue {
  const whole = unguarded(cell).replace(/\r\n?/g, '\n');
  const text = whole.trim();
  const { is, label, to = '', options = [] } = field;
  if (text === '') return NONE;
  if (text.endsWith(CUT))
    return wrong(`${label} was cut short when the workbook was written. Take it from the CSV file`);
  switch (is) {
    case 'text':
    case 'long-text':
      return { ok: true, value: is === 'text' ? text.replace(/\s+/g, ' ') : text };
    case 'day':
      return dayOf(text, label, around);
    case 'instant':
      return instantOf(text, label, around);
    case 'number': {
      const number = Number(text.replace(/[,%\s]/g, ''));
      return Number.isFinite(number) ? { ok: true, value: number } : wrong(`${label} must be a number, not “${text}”`);
    }
    case 'yes-no':
      if (UNSURE.test(text)) return NONE;
      if (YES.test(text) && !isLimited(text)) return { ok: true, value: true };
      if (NO.test(text)) return { ok: true, value: false };
      return NOTHING.test(text) ? NONE : wrong(`${label} must be yes or no, not “${text}”`);
    case 'choice': {
      const meant = optionsMeant(field, text);
      const [chosen, ...others] = meant;
      if (chosen && others.length === 0) return { ok: true, value: chosen.value };
      if (chosen) {
        const could = meant.map((one) => `“${one.label}”`).join(' or ');
        return wrong(`${label} could be ${could}. It says “${text}”`);
      }
      const choices = options.map((one) => one.label).join(', ');
      return NOTHING.test(text) ? NONE : wrong(`${label} must be one of: ${choices}. It says “${text}”`);
    }
    case 'reference':
      return NOTHING.test(text) ? NONE : referenceOf(field, text, references);
    case 'references': {
      const found = listOf(whole).map((one) => referenceOf(field, one, references));
      const bad = found.find((one) => !one.ok);
      return bad ?? { ok: true, value: found.flatMap((one) => (one.ok ? [one.value] : [])) };
    }
    case 'texts':
      return NOTHING.test(text) ? NONE : { ok: true, value: listOf(whole) };
    case 'items':
      return { ok: true, value: text.split(/[\s,;]+/).filter((ref) => ref !== '') };
    case 'period':
      return { ok: true, value: text };
    case 'rows':
      return rowsOfCell(field, whole.trim(), (one, words) => valueOfCell(one, words, references));
    case 'facts':
      return wrong(`${label} cannot be taken from a column${to}`);
    default:
      return is satisfies never;
  }
}

const NONE: CellValue = { ok: true, value: undefined };

function wrong(message: string): CellValue {
  return { ok: false, message };
}

/** Lines, or else what stands between semicolons, or else between commas: a mark of the first sort takes the others' meaning. */
function listOf(text: string): readonly string[] {
  return text
    .split(text.includes('\n') ? '\n' : text.includes(';') ? ';' : /,(?=\s)/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Whether a cell holds a day that only makes sense month first, such as 12/31/2026. */
export function isMonthFirst(cell: string): boolean {
  return parseStatedDate(bareDay(unguarded(cell)))?.ambiguous === true;
}

/** Workbooks write a day with the midnight it begins at. */
function bareDay(text: string): string {
  return text.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
}

function dayOf(text: string, label: string, { monthFirst = false }: ColumnAround): CellValue {
  if (NOTHING.test(text)) return NONE;
  const date = parseStatedDate(bareDay(text));
  if (date?.precision === 'day') {
    const eitherWay = date.ambiguous !== true && parseStatedDate(bareDay(text), { monthFirstSeen: true })?.ambiguous;
    return monthFirst && eitherWay
      ? wrong(`${label}: ${couldBeEither(text, date.from)}`)
      : { ok: true, value: date.from };
  }
  const why = date ? `says no day: “${text}”` : `must be a real date, such as 20/11/2026, not “${text}”`;
  return wrong(`${label} ${why}`);
}

function couldBeEither(text: string, dayFirst: Day): string {
  const [year, month, day] = dayFirst.split('-');
  const monthFirst = `${year}-${day}-${month}`;
  return `“${text}” could be ${dayInWords(dayFirst)} or ${dayInWords(monthFirst)}: other days in this column are written month first. Write it as ${dayFirst} or ${monthFirst}`;
}

function instantOf(text: string, label: string, around: ColumnAround): CellValue {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?$/.exec(text);
  if (iso) return { ok: true, value: `${iso[1]}T${iso[2]}:00.000Z` };
  const day = dayOf(text, label, around);
  return day.ok && typeof day.value === 'string' ? { ok: true, value: `${day.value}T00:00:00.000Z` } : day;
}

function referenceOf({ label, to = '' }: Field, text: string, references: References): CellValue {
  const found = references(to, text);
  const [id] = found;
  const what = isKindName(to) ? KINDS[to].label.one.toLowerCase() : 'entry';
  if (id === undefined)
    return wrong(`${label}: there is no ${what} called “${text}”. Add it first, or leave the cell empty`);
  return found.length === 1 ? { ok: true, value: id } : wrong(`${label}: more than one ${what} is called “${text}”`);
}

/** Finds entities by their title, their email address or their id, whatever the case. */
export function referencesIn(holdings: Holdings): References {
  const byKind = new Map<string, Map<string, readonly string[]>>();
  return (kind, named) => {
    let names = byKind.get(kind);
    if (!names) {
      names = new Map();
      for (const { id, data } of holdings.of.get(kind)?.values() ?? []) {
        const title = isKindName(kind) ? titleInWords(KINDS[kind], data) : id;
        const email = valueIn(data, 'email');
        for (const key of new Set([
          title.toLowerCase(),
          id,
          ...(typeof email === 'string' ? [email.toLowerCase()] : []),
        ]))
          names.set(key, [...(names.get(key) ?? []), id]);
      }
      byKind.set(kind, names);
    }
    return names.get(named.trim().toLowerCase()) ?? names.get(named.trim()) ?? [];
  };
}
