import { findDates } from '../../reading/dates/find-dates.ts';
import type { Field } from '../../record/kinds/kind.ts';
import type { CellValue } from './cell-value.ts';
import { isLimited, optionsMeant } from './choice-words.ts';

type Row = Readonly<Record<string, unknown>>;
type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };
/** Reads one cell as a field wants it. */
type CellReader = (field: Field, text: string) => CellValue;

/** Stands between the name of a list of rows and that of a field of theirs. */
const IN = '.';

/** The days of a list of rows as fields of their own: lists by other hands have them in a column beside what they are of. */
export function dayFieldsOf({ name, label, is, of = [] }: Field): readonly Field[] {
  if (is !== 'rows') return [];
  return of.flatMap((one) =>
    one.is === 'day' ? { ...one, name: `${name}${IN}${one.name}`, label: `${label}: ${one.label.toLowerCase()}` } : [],
  );
}

/** Whether a field is a day of a list of rows; see `dayFieldsOf`. */
export function isDayOfRows({ name }: Pick<Field, 'name'>): boolean {
  return name.includes(IN);
}

const SAYS_NOTHING = /^(?:-|–|—|n\/?a|no|none|nil|not applicable|unknown|\?)?$/i;
const SAYS_YES = /^(?:yes|y|true|held|certified|[✓✔x])$/i;
/** What turns a day into the last one. */
const UNTIL =
  /\b(?:(?:is )?valid (?:until|till|to|through)|until|till|expir(?:es|y|ing|ation)(?: date)?(?: on)?|exp\b\.?|renew(?:al|s)?(?: date| due)?(?: on)?)\s*:?/gi;

/**
 * What a cell says of a list of rows: one a line or between semicolons, as our own files write them ("Kind: ISO/IEC 27001, Valid
 * until: 2027-05-31") or as people do ("ISO 27001 until 31 May 2027, Cyber Essentials"). What a row is of must be said in full.
 */
export function rowsOfCell(field: Field, cell: string, read: CellReader): CellValue {
  const { of = [], label } = field;
  const labelled = of.some((one) => cell.includes(`${one.label}: `));
  const parts = cell
    .split(labelled || cell.includes('\n') ? '\n' : /;|,|\band\b|&/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const rows: Row[] = [];
  for (const part of parts) {
    if (SAYS_NOTHING.test(part)) continue;
    const row = labelled ? labelledRow(of, part, read) : looseRow(of, part);
    if (!row.ok) return { ok: false, message: `${label}: ${row.message}` };
    rows.push(row.value);
  }
  return { ok: true, value: rows.length === 0 ? undefined : rows };
}

/** "Kind: ISO/IEC 27001, Number or reference: IS 1, 2, Valid until: 2027-05-31": what stands between labels may have commas. */
function labelledRow(of: readonly Field[], line: string, read: CellReader): Read<Row> {
  const starts = of
    .map((field) => ({ field, at: `, ${line}`.indexOf(`, ${field.label}: `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (starts[0]?.at !== 0) return { ok: false, message: `“${line}” does not say what it is` };
  const row: Record<string, unknown> = {};
  for (const [i, { field, at }] of starts.entries()) {
    const text = line.slice(at + field.label.length + 2, starts[i + 1]?.at).replace(/,\s*$/, '');
    const value = read(field, text);
    if (!value.ok) return value;
    if (value.value !== undefined) row[field.name] = value.value;
  }
  return { ok: true, value: row };
}

/** "ISO 27001 (IS 1234) until 31 May 2027": a choice, what it is known by in brackets, and a last day. */
function looseRow(of: readonly Field[], part: string): Read<Row> {
  const kind = of.find(({ is }) => is === 'choice');
  const reference = of.find(({ is }) => is === 'text');
  const lastDay = of.findLast(({ is }) => is === 'day');
  const [found, ...more] = findDates(part);
  const saysUntil = part.search(UNTIL) >= 0;
  if (saysUntil && (more.length > 0 || (found && found.date.precision !== 'day')))
    return { ok: false, message: `“${part}” says no day until which it is valid` };
  const day = saysUntil ? found : undefined;
  const without = day ? part.slice(0, day.index) + part.slice(day.index + day.length) : part;
  const rest = without
    .replace(UNTIL, ' ')
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '');
  const [, before = rest, inBrackets] = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/.exec(rest) ?? [];
  const named = before.replace(/\+/g, ' plus');
  const [meant, ...others] = kind ? optionsMeant(kind, named) : [];
  // A name by itself is not yet what it was awarded: "DSPT" is not "DSPT, Standards Met".
  const inFull = meant && (!meant.label.includes(',') || saysAll(named, meant.label.split(',').at(-1) ?? ''));
  const other = kind?.options?.find(({ value }) => value === 'other');
  if (SAYS_YES.test(rest) || rest === '') return { ok: false, message: `“${part}” does not say what it is` };
  if (isLimited(rest) || others.length > 0 || (meant && !inFull) || !kind || (!meant && !other))
    return {
      ok: false,
      message: `“${part}” does not say in full what they have. Write it out, such as “${example(of)}”`,
    };
  const known = meant ? inBrackets : rest;
  return {
    ok: true,
    value: {
      [kind.name]: (meant ?? other)?.value,
      ...(reference && known !== undefined && { [reference.name]: known }),
      ...(lastDay && day && { [lastDay.name]: day.date.from }),
    },
  };
}

function saysAll(text: string, words: string): boolean {
  const said = new Set(text.toLowerCase().split(/[^a-z]+/));
  return words
    .toLowerCase()
    .split(/[^a-z]+/)
    .every((word) => word === '' || said.has(word));
}

/** A row as it can be written. */
function example(of: readonly Field[]): string {
  return of.find(({ is }) => is === 'choice')?.options?.[0]?.label ?? '';
}

/** What a row of a table says, with the days of its lists of rows where they belong. */
export function withDaysOfRows(
  fields: readonly Field[],
  said: Readonly<Record<string, unknown>>,
): {
  readonly said: Readonly<Record<string, unknown>>;
  readonly problems: readonly { field: string; message: string }[];
} {
  const whole: Record<string, unknown> = { ...said };
  const problems: { field: string; message: string }[] = [];
  for (const field of fields.filter(isDayOfRows)) {
    const day = whole[field.name];
    delete whole[field.name];
    if (day === undefined) continue;
    const [list = '', name = ''] = field.name.split(IN);
    const rows = rowsIn(whole[list]);
    const [row] = rows;
    if (row && rows.length === 1) whole[list] = [{ ...row, [name]: day }];
    else {
      const what = rows.length === 0 ? 'what it is of' : `of which of the ${rows.length} it is`;
      problems.push({ field: field.name, message: `${field.label} is a day, and the row does not say ${what}` });
    }
  }
  return { said: whole, problems };
}

/** Rows that take the place of others: one of a sort that both have once keeps what the new one leaves open. */
export function replacingRows(field: Field, before: unknown, now: unknown): readonly Row[] {
  const kind = field.of?.find(({ is }) => is === 'choice')?.name;
  const rows = rowsIn(now);
  if (kind === undefined) return rows;
  const ofKind = (all: readonly Row[], row: Row) => all.filter((one) => one[kind] === row[kind]);
  return rows.map((row) => {
    const [own, ...others] = ofKind(rowsIn(before), row);
    return own && others.length === 0 && ofKind(rows, row).length === 1 ? { ...own, ...row } : row;
  });
}

function rowsIn(value: unknown): readonly Row[] {
  // A list of rows comes out of `rowsOfCell` or out of the record, where its schema has seen that each is an object.
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}
