import { Checkboxes, Select } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { TABLE_FORMATS, type Table, type TableFormat } from '../../exchange/table-file.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { shortened } from '../../report/shortened.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { WRONG_COLUMN } from '../../workspace/registers/column-mapping.ts';
import type { GivenTable, RowToTake } from '../../workspace/registers/rows-to-take.ts';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { Form } from '../route.ts';
import { carried, tableIn } from './carried-table.ts';
import { SHOWN } from './left-out-rows.tsx';
import { leaveOf, type Unread, valuesOf } from './taking-form.tsx';

export type RefusedRow = Extract<RowToTake, { readonly become: 'refused' }>;

export function refusedOf(rows: readonly RowToTake[]): readonly RefusedRow[] {
  return rows.filter((row) => row.become === 'refused');
}

type Props = {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly table: GivenTable;
  readonly refused: readonly RefusedRow[];
};

const WHY = z.array(z.string().max(10_000));
/** Characters of a reason: it quotes the cell, which may hold a whole page. */
const MOST_OF_WHY = 1_000;
const FORMAT_WORDS: Readonly<Record<TableFormat, string>> = { csv: 'CSV', xlsx: 'Excel' };

/** The refused rows as files, to be mended and brought again. */
export function RefusedFiles({ seat, kind, table, refused }: Props) {
  const { own, why } = apart(table, refused);
  return (
    <form method="post" action={recordPaths.importRefused(seat.organisation, kind.plural, 'csv')}>
      <input type="hidden" name="rows" value={carried(own)} />
      <input type="hidden" name="why" value={JSON.stringify(why)} />
      <RefusedFileButtons {...{ seat, kind }} />
    </form>
  );
}

/** The buttons for those files, in a form that brings the rows with what is wrong with each, or else the whole table. */
export function RefusedFileButtons({ seat, kind }: Pick<Props, 'seat' | 'kind'>) {
  return (
    <>
      <p>
        Download the rows that were left out. A last column says what is wrong with each. Mend them there, then import
        that file.
      </p>
      <div className="app-buttons">
        {TABLE_FORMATS.map((format) => (
          <button
            key={format}
            type="submit"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            formAction={recordPaths.importRefused(seat.organisation, kind.plural, format)}
          >
            Download as {FORMAT_WORDS[format]}
          </button>
        ))}
      </div>
    </>
  );
}

function apart(table: GivenTable, refused: readonly RefusedRow[]) {
  return { own: { ...table, rows: refused.flatMap(({ at }) => table.rows[at] ?? []) }, why: refused.map(whyOf) };
}

function whyOf({ problems }: RefusedRow): string {
  return shortened(problems.map(({ message }) => message).join('. '), MOST_OF_WHY);
}

/** The rows that a form carried with what is wrong with each; undefined when it carried none. */
export function refusedTable(form: Form): Table | undefined {
  const table = tableIn(form.text('rows'));
  const why = reasonsIn(form.text('why'));
  return table && why?.length === table.rows.length ? toMend(table, why) : undefined;
}

/** The refused rows of a table with what is wrong with each. */
export function refusedPart(table: GivenTable, refused: readonly RefusedRow[]): Table {
  const { own, why } = apart(table, refused);
  return toMend(own, why);
}

function toMend(table: GivenTable, why: readonly string[]): Table {
  // A file that was mended once has the column already.
  const before = table.columns.indexOf(WRONG_COLUMN);
  const own = (cells: readonly string[]) => cells.filter((_, at) => before < 0 || at !== before);
  const columns = own(table.columns);
  return {
    columns: [...columns, WRONG_COLUMN].map((name) => ({ name })),
    rows: table.rows.map(({ cells }, at) => [...columns.map((_, i) => own(cells)[i] ?? ''), why[at] ?? '']),
  };
}

function reasonsIn(text: string): readonly string[] | undefined {
  try {
    return WHY.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The refused rows with what is wrong with each. */
export function RefusedRows({
  kind,
  refused,
  asked,
}: Pick<Props, 'kind' | 'refused'> & {
  /** They stand in a form in which some of them can be taken all the same: the fields that it asks about further up. */
  readonly asked?: ReadonlySet<string>;
}) {
  const shown = refused.slice(0, SHOWN);
  const toldAbove = ({ problems }: RefusedRow) => problems.every(({ field = '' }) => asked?.has(field));
  const asks = asked && shown.some((row) => row.without || toldAbove(row));
  const labels = new Map(fieldsOf(kind).map(({ name, label }) => [name, label]));
  return (
    <>
      <DataTable
        caption="Rows that are left out"
        columns={['Where', 'Row', 'Why', ...(asks ? ['Take it all the same'] : [])]}
        rows={shown.map((row) => ({
          key: String(row.at),
          cells: [
            row.place,
            neutralised(row.title),
            <Why key="why" problems={row.problems} />,
            ...(asks
              ? [
                  row.without ? (
                    <Checkboxes key="take" id={`leave-${row.at}`}>
                      <Checkboxes.Item id={`leave-${row.at}-box`} name="leave" value={leaveOf(row.at, row.without)}>
                        Without {listed(row.without.map((name) => labels.get(name) ?? name))}
                        <span className="nhsuk-u-visually-hidden"> ({row.place})</span>
                      </Checkboxes.Item>
                    </Checkboxes>
                  ) : toldAbove(row) ? (
                    'Say above what is asked'
                  ) : (
                    'Mend it in the file'
                  ),
                ]
              : []),
          ],
        }))}
      />
      {refused.length > SHOWN && <p>And {counted(refused.length - SHOWN, 'more row', 'more rows')}.</p>}
    </>
  );
}

function listed(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join(' and ');
}

function Why({ problems }: { readonly problems: readonly { readonly message: string }[] }): ReactNode {
  const [only, ...more] = problems;
  if (only && more.length === 0) return neutralised(only.message);
  return (
    <ul className="nhsuk-list">
      {problems.map(({ message }) => (
        <li key={message}>{neutralised(message)}</li>
      ))}
    </ul>
  );
}

/** Different words that are asked about on one page. */
const MOST_WORDS = 20;

/** Words in cells of a choice that could mean anything: a person says it once for all rows. */
export function UnreadWords({ unread }: { readonly unread: readonly Unread[] }) {
  return unread.slice(0, MOST_WORDS).map(({ field, text, rows }, at) => (
    <div key={`${field.name} ${text}`}>
      <input type="hidden" name="meant-field" value={field.name} />
      <input type="hidden" name="meant-text" value={text} />
      <Select
        id={`meant-${at}`}
        name="meant-as"
        label={`${field.label}: what does “${neutralised(text)}” mean?`}
        hint={counted(rows, 'row says it', 'rows say it')}
        defaultValue=""
      >
        <Select.Option value="">Not decided</Select.Option>
        {valuesOf(field).map(({ value, label }) => (
          <Select.Option key={value} value={value}>
            {label}
          </Select.Option>
        ))}
      </Select>
    </div>
  ));
}
