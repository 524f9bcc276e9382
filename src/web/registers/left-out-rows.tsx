import { Button, Checkboxes } from 'nhsuk-react-components';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { shortened } from '../../report/shortened.ts';
import { footersIn } from '../../workspace/registers/footer-rows.ts';
import type { GivenTable, RowToTake, Taking } from '../../workspace/registers/rows-to-take.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { DataTable } from '../report/data-table.tsx';
import type { Form } from '../route.ts';

/** Rows of each sort that a page shows. */
export const SHOWN = 100;
/** Rows that a sentence names before it only counts. */
const NAMED = 5;
/** Characters: the whole table is looked through for each number. */
const MOST_TYPED = 2_000;

/** The field of rows that are left out by the number in their place. */
export const OUT_ROWS = 'out-rows';

export type OutRow = Extract<RowToTake, { readonly become: 'out' }>;

export function outOf(rows: readonly RowToTake[]): readonly OutRow[] {
  return rows.filter((row) => row.become === 'out');
}

/** The rows that a form leaves out, by their place in the table; before anybody could say so, those that are no entries. */
export function outIn(table: GivenTable, form: Form): ReadonlySet<number> {
  if (form.text('out-known') !== 'yes') return footersIn(table);
  if (form.text('out-none') === 'yes') return new Set();
  const ticked = form.all('out').filter((at) => /^\d{1,5}$/.test(at) && Number(at) < table.rows.length);
  const { found } = rowsTyped(table, form.text(OUT_ROWS));
  return new Set([...new Set([...ticked.map(Number), ...found])].sort((a, b) => a - b));
}

/** What is wrong with the numbers that were typed. */
export function outMistakes(table: GivenTable, form: Form): readonly FormMistake[] {
  const { wrong } = rowsTyped(table, form.text(OUT_ROWS));
  return wrong === undefined ? [] : [{ field: OUT_ROWS, message: wrong }];
}

/** "12, 15-20": the rows with these numbers in their places. */
function rowsTyped(table: GivenTable, typed: string): { readonly found: ReadonlySet<number>; readonly wrong?: string } {
  const found = new Set<number>();
  const none = new Set<number>();
  // Numbers that nobody reads would be rows that come in although somebody left them out.
  if (typed.length > MOST_TYPED)
    return {
      found: none,
      wrong: `The numbers of rows must be ${MOST_TYPED.toLocaleString('en-GB')} characters or fewer`,
    };
  const parts = typed.split(/[,;\n]+/);
  const numbers = numbersOf(table);
  for (const part of parts.map((one) => one.trim()).filter((one) => one !== '')) {
    const [, from = '', to = from] = /^(?:rows?|lines?)?\s*(\d{1,9})(?:\s*(?:-|–|to)\s*(\d{1,9}))?$/i.exec(part) ?? [];
    if (from === '') return { found: none, wrong: 'Enter the numbers of rows, such as 12, 15-20' };
    const [first, last] = [Number(from), Number(to)];
    const own = numbers.flatMap((number, at) => (number > 0 && number >= first && number <= last ? [at] : []));
    if (own.length === 0)
      return { found: none, wrong: `No row of the file has the number ${from === to ? from : `${from} to ${to}`}` };
    for (const at of own) found.add(at);
  }
  return { found };
}

/** The number in each row's place, such as its line; 0 where it has none of its own. */
function numbersOf({ rows }: GivenTable): readonly number[] {
  return rows.map(({ place }) => Number(/^(?:row|line) (\d+)$/.exec(place)?.[1] ?? 0));
}

/** The rows that are left out, as hidden fields; those with a box of their own on the page are not. */
export function CarriedOut({ out, boxes = [] }: { readonly out: Taking['out']; readonly boxes?: readonly OutRow[] }) {
  if (!out) return null;
  const boxed = new Set(boxes.map(({ at }) => at));
  const carried = [...out].filter((at) => !boxed.has(at));
  return (
    <>
      <input type="hidden" name="out-known" value="yes" />
      {carried.map((at) => (
        <input key={at} type="hidden" name="out" value={at} />
      ))}
    </>
  );
}

/** The box by which one row is left out. */
export function LeaveOutBox({ row }: { readonly row: RowToTake }) {
  return (
    <Checkboxes id={`out-${row.at}`} small>
      <Checkboxes.Item id={`out-${row.at}-box`} name="out" value={row.at} defaultChecked={row.become === 'out'}>
        Leave out
        <span className="nhsuk-u-visually-hidden">
          {' '}
          {row.place}, {neutralised(row.title)}
        </span>
      </Checkboxes.Item>
    </Checkboxes>
  );
}

/** Says how many rows were left out, by us and by a person, and which. */
export function OutInWords({ out }: { readonly out: readonly OutRow[] }) {
  const [footers, chosen] = [out.filter(({ footer }) => footer), out.filter(({ footer }) => !footer)];
  return (
    <>
      {footers.length > 0 && (
        <li>
          <strong>{counted(footers.length, 'row')} left out</strong> that{' '}
          {footers.length === 1 ? 'looks like a total or the end' : 'look like totals or the end'} of the list:{' '}
          {named(footers)}
        </li>
      )}
      {chosen.length > 0 && (
        <li>
          <strong>{counted(chosen.length, 'row')} left out</strong> because you said so: {named(chosen)}
        </li>
      )}
    </>
  );
}

function named(out: readonly OutRow[]): string {
  return listed(
    out.map(({ place, title }) => `${place} (“${shortened(neutralised(title), 60)}”)`),
    NAMED,
  );
}

/** The rows that are left out as a person said, or by ourselves, each with the box that brings it back. */
export function OutRows({
  out,
  again,
}: {
  readonly out: readonly OutRow[];
  /** Where the rows are read again. */
  readonly again: string;
}) {
  return (
    <>
      <p>Untick a row to import it after all.</p>
      <DataTable
        caption="Rows that you leave out"
        columns={['Where', 'Row', 'Why', 'Leave out']}
        rows={out.slice(0, SHOWN).map((row) => ({
          key: String(row.at),
          cells: [
            row.place,
            neutralised(row.title),
            row.footer ? 'It looks like a total or the end of the list' : 'You left it out',
            <LeaveOutBox key="out" row={row} />,
          ],
        }))}
      />
      {out.length > SHOWN && (
        <p>
          And {counted(out.length - SHOWN, 'more row', 'more rows')}, up to {out.at(-1)?.place}.
        </p>
      )}
      {out.length > 1 && (
        <Button secondary small formAction={again} name="out-none" value="yes">
          Leave none of these out
        </Button>
      )}
    </>
  );
}

/** Rows by their numbers, for those that the page does not show and those that stand together. */
export function RowsByNumber({
  table,
  typed,
  mistakes,
}: {
  readonly table: GivenTable;
  readonly typed: string;
  readonly mistakes: readonly FormMistake[];
}) {
  if (!numbersOf(table).some((number) => number > 0)) return null;
  return (
    <TextField
      name={OUT_ROWS}
      label="Leave out other rows (optional)"
      hint="Enter their numbers, as they stand under “Where”, such as 12, 15-20."
      defaultValue={typed}
      className="app-field"
      mistakes={mistakes}
    />
  );
}
