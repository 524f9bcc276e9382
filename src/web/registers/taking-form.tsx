import { createHash } from 'node:crypto';
import type { AnyKind, Field } from '../../record/kinds/kind.ts';
import { fillableFields, ID, ID_COLUMN, type Mapping } from '../../workspace/registers/column-mapping.ts';
import { halvesOf, nameField } from '../../workspace/registers/name-halves.ts';
import { type GivenTable, meantKey, type RowToTake, type Taking } from '../../workspace/registers/rows-to-take.ts';
import { USUAL_CHOICES } from '../../workspace/registers/usual-values.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import type { Form } from '../route.ts';
import { carried } from './carried-table.ts';
import { CarriedOut, type OutRow, outIn } from './left-out-rows.tsx';

/** Selected for a column of which a person has not said yet what it means. */
export const ASK = 'ask';
/** The button that leaves out every column of which a person has not said what it means. */
export const LEAVE_UNSURE = 'leave-unsure';
/** Selected for words in cells that are to be read as an empty cell. */
const NOTHING_MEANT = '-';

/** Words in cells whose meaning is asked about at most. */
const MOST_MEANT = 2_000;

/** What a column can be taken for: a field, one half of a name, or the id of an export. */
export function targetsOf(kind: AnyKind): readonly { readonly value: string; readonly label: string }[] {
  const whole = nameField(kind);
  const fields = fillableFields(kind).flatMap(({ name, label }) => {
    const [first, last] = halvesOf(name);
    const halves = [
      { value: first, label: `First name, part of ${label}` },
      { value: last, label: `Surname, part of ${label}` },
    ];
    return [{ value: name, label }, ...(name === whole ? halves : [])];
  });
  return [...fields, { value: ID, label: ID_COLUMN }];
}

/** What each column fills, what is the same for all rows, and what was decided since, as the form says; what is not there is left out. */
export function takingIn(kind: AnyKind, table: GivenTable, form: Form): Taking {
  const all = fillableFields(kind);
  const fields = all.map(({ name }) => name);
  const targets = new Set(targetsOf(kind).map(({ value }) => value));
  const mapping: Mapping = table.columns.map((_, at) => {
    const to = form.text(`column-${at}`);
    return targets.has(to) ? to : undefined;
  });
  const same = fields.flatMap((name): [string, string][] => {
    const value = form.text(`same-${name}`).trim();
    return value === '' ? [] : [[name, value]];
  });
  const optional = new Set(all.flatMap(({ name, required }) => (required ? [] : [name])));
  const left = new Map<number, Set<string>>();
  for (const one of form.all('leave')) {
    const [at = '', ...names] = one.split(' ');
    const known = names.filter((name) => optional.has(name));
    if (!/^\d{1,5}$/.test(at) || Number(at) >= table.rows.length) continue;
    const before = left.get(Number(at)) ?? new Set();
    if (known.length > 0) left.set(Number(at), before);
    for (const name of known) before.add(name);
  }
  const leave = new Map([...left].map(([at, names]) => [at, [...names]]));
  const [texts, values] = [form.all('meant-text'), form.all('meant-as')];
  const asked = form.all('meant-field').slice(0, MOST_MEANT);
  const meant = new Map(
    asked.flatMap((name, i): [string, string][] => {
      const field = all.find((one) => one.name === name);
      const value = values[i] ?? '';
      return field && valuesOf(field).some((one) => one.value === value)
        ? [[meantKey(name, texts[i] ?? ''), value]]
        : [];
    }),
  );
  const usual = USUAL_CHOICES.find((one) => one === form.text('usual'));
  return { mapping, same: Object.fromEntries(same), leave, meant, out: outIn(table, form), ...(usual && { usual }) };
}

/** Tells one way to take a table from another: what a form brings may be more than the page showed that it stands on. */
export function markOf({ mapping, same, leave, meant, out, usual = 'yes' }: Taking): string {
  const all = [mapping, same, [...(leave ?? [])], [...(meant ?? [])], [...(out ?? [])], usual];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url');
}

/** A row and the fields it is taken without, as it stands in a form. */
export function leaveOf(at: number, fields: readonly string[]): string {
  return [at, ...fields].join(' ');
}

/** The state of the steps as hidden fields. */
export function Carried({
  table,
  taking,
  boxes,
  seen,
}: {
  readonly table: GivenTable;
  readonly taking: Taking;
  /** Rows that are left out by a box on the page. */
  readonly boxes: readonly OutRow[];
  /** The last entry of the journal that the preview knows of. */
  readonly seen: number;
}) {
  return (
    <>
      <input type="hidden" name="rows" value={carried(table)} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="shown" value={markOf(taking)} />
      {taking.mapping.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone.
        <input key={at} type="hidden" name={`column-${at}`} value={name ?? ''} />
      ))}
      {Object.entries(taking.same).map(([name, value]) => (
        <input key={name} type="hidden" name={`same-${name}`} value={value} />
      ))}
      <Decided taking={taking} boxes={boxes} />
    </>
  );
}

/** What was decided of rows and words, as hidden fields. */
export function Decided({
  taking: { leave = new Map(), meant = new Map(), out },
  boxes = [],
}: {
  readonly taking: Taking;
  readonly boxes?: readonly OutRow[];
}) {
  return (
    <>
      <CarriedOut out={out} boxes={boxes} />
      {[...leave].map(([at, fields]) => (
        <input key={at} type="hidden" name="leave" value={leaveOf(at, fields)} />
      ))}
      {[...meant].map(([key, value]) => {
        const [field = '', ...text] = key.split('\n');
        return (
          <span key={key}>
            <input type="hidden" name="meant-field" value={field} />
            <input type="hidden" name="meant-text" value={text.join('\n')} />
            <input type="hidden" name="meant-as" value={value} />
          </span>
        );
      })}
    </>
  );
}

/** What a person must say before the rows can be read: which of two columns of one meaning is right, and what a column means that was asked about. */
export function mistakesIn(kind: AnyKind, table: GivenTable, mapping: Mapping, form: Form): readonly FormMistake[] {
  const labels = new Map(targetsOf(kind).map(({ value, label }) => [value, label]));
  return mapping.flatMap((to, at) => {
    const field = `column-${at}`;
    const column = table.columns[at] ?? '';
    if (form.text(field) === ASK && form.text(LEAVE_UNSURE) === '')
      return [{ field, message: `Select what “${column}” means, or leave the column out` }];
    if (to === undefined) return [];
    if (mapping.indexOf(to) !== at)
      return [{ field, message: `Two columns are both taken for ${labels.get(to)}. Leave one of them out` }];
    const message = wrongWithHalf(kind, mapping, to, column);
    return message === undefined ? [] : [{ field, message }];
  });
}

/** Half a name needs the other half, and no whole one beside it. */
function wrongWithHalf(kind: AnyKind, mapping: Mapping, to: string, column: string): string | undefined {
  const whole = nameField(kind) ?? '';
  const halves = halvesOf(whole);
  if (!halves.includes(to)) return undefined;
  if (mapping.includes(whole)) return `Another column has the whole name. Leave “${column}” out`;
  if (halves.every((half) => mapping.includes(half))) return undefined;
  return `“${column}” is half a name. Select the column with the other half too, or take this one for the whole name`;
}

/** Words in cells of a choice that could not be read, for a person to say what they mean. */
export type Unread = { readonly field: Field; readonly text: string; readonly rows: number };

export function unreadWords(
  kind: AnyKind,
  table: GivenTable,
  { mapping }: Taking,
  rows: readonly RowToTake[],
): readonly Unread[] {
  const fields = new Map(fillableFields(kind).map((field) => [field.name, field]));
  const found = new Map<string, Unread>();
  for (const row of rows) {
    if (row.become !== 'refused') continue;
    for (const { field: name = '' } of row.problems) {
      const field = fields.get(name);
      const text = (table.rows[row.at]?.cells[mapping.indexOf(name)] ?? '').trim();
      if (!field || text === '' || valuesOf(field).length === 0) continue;
      const key = meantKey(name, text);
      const before = found.get(key) ?? { field, text, rows: 0 };
      found.set(key, { ...before, rows: before.rows + 1 });
    }
  }
  return [...found.values()];
}

/** What words for a field can mean; nothing for a field that is no choice. */
export function valuesOf({
  is,
  options = [],
  required,
}: Field): readonly { readonly value: string; readonly label: string }[] {
  if (is !== 'yes-no' && is !== 'choice') return [];
  const values =
    is === 'choice'
      ? options
      : [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ];
  return required ? values : [...values, { value: NOTHING_MEANT, label: 'Nothing: leave the cell out' }];
}
