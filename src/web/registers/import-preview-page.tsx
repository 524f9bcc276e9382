import { Button } from 'nhsuk-react-components';
import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { fillableFields, WRONG_COLUMN } from '../../workspace/registers/column-mapping.ts';
import type { GivenTable, RowToTake, Taking } from '../../workspace/registers/rows-to-take.ts';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { dataIn, valueInWords } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { SameField } from './import-pages.tsx';
import { JoinedName } from './joined-name.tsx';
import { LeaveOutBox, OutInWords, OutRows, outOf, RowsByNumber, SHOWN } from './left-out-rows.tsx';
import { NamedTwice } from './named-twice.tsx';
import { RefusedFileButtons, type RefusedRow, RefusedRows, refusedOf, UnreadWords } from './refused-rows.tsx';
import { Carried, unreadWords } from './taking-form.tsx';
import { addedByUs, KeptUsual, UsualChoice } from './usual-choice.tsx';

const BECOME: Readonly<Partial<Record<RowToTake['become'], string>>> = { added: 'New', changed: 'Changed' };

const LOOK_AGAIN = {
  changed: 'Somebody changed this register meanwhile',
  chosen: 'You chose something after we read the rows, so nothing is imported yet',
} as const;

/** The last step: what would become of each row. */
export function PreviewPage({
  seat,
  kind,
  table,
  taking,
  rows,
  holdings,
  look,
  mistakes = [],
  typed = '',
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly table: GivenTable;
  readonly taking: Taking;
  readonly rows: readonly RowToTake[];
  readonly holdings: Holdings;
  /** Why it was not taken in, but is shown again. */
  readonly look?: keyof typeof LOOK_AGAIN;
  readonly mistakes?: readonly FormMistake[];
  /** What was typed of rows to leave out, when it could not be read. */
  readonly typed?: string;
}) {
  const by = Object.groupBy(rows, ({ become }) => become);
  const { added = [], changed: changing = [], same = [] } = by;
  const refused = refusedOf(rows);
  const out = outOf(rows);
  const unsaid = unsaidIn(kind, table, taking, refused);
  const unread = unreadWords(kind, table, taking, rows);
  const leftOut = table.columns.flatMap((column, at) =>
    taking.mapping[at] === undefined && !['', WRONG_COLUMN].includes(column.trim()) ? [`“${neutralised(column)}”`] : [],
  );
  const taken = added.length + changing.length;
  const usual = addedByUs(kind, rows);
  const canDoWithout = refused.slice(0, SHOWN).some(({ without }) => without);
  const asked = new Set([...unsaid, ...unread.map(({ field }) => field)].map(({ name }) => name));
  const again = recordPaths.importPreview(seat.organisation, kind.plural);
  return (
    <>
      <BackLink href={recordPaths.importRegister(seat.organisation, kind.plural)}>Import a spreadsheet</BackLink>
      <Mistakes
        mistakes={[
          ...(look === undefined ? [] : [{ message: `${LOOK_AGAIN[look]}. Check what the import would do now` }]),
          ...mistakes,
        ]}
      />
      <h1>
        <span className="nhsuk-caption-l">{kind.label.many}</span>
        What the import would do
      </h1>
      <p>We have not kept anything yet.</p>
      <form method="post" action={recordPaths.importTake(seat.organisation, kind.plural)}>
        <FormId />
        <Carried {...{ table, taking }} boxes={out.slice(0, SHOWN)} seen={holdings.seq} />
        <ul>
          <li>
            <strong>{counted(added.length, 'new entry', 'new entries')}</strong>
          </li>
          <li>
            <strong>{counted(changing.length, 'entry', 'entries')}</strong> changed
          </li>
          <li>
            {counted(same.length, 'entry', 'entries')} as the register has {same.length === 1 ? 'it' : 'them'} already
          </li>
          {refused.length > 0 && (
            <li>
              <strong>{counted(refused.length, 'row')} left out, see why below</strong>
            </li>
          )}
          <OutInWords out={out} />
          <NamedTwice {...{ kind, rows }} />
          {refused.length + out.length === 0 && <li>No row left out</li>}
        </ul>
        <div className="app-buttons">
          {taken > 0 && <Button>Import {counted(taken, 'entry', 'entries')}</Button>}
          <Button secondary formAction={recordPaths.importColumns(seat.organisation, kind.plural)}>
            Change the columns
          </Button>
        </div>
        <JoinedName {...{ kind, table, taking }} />
        {leftOut.length > 0 && <p>Columns that are left out: {leftOut.join(', ')}.</p>}
        {usual ? <UsualChoice added={usual} taking={taking} /> : <KeptUsual taking={taking} />}
        {unsaid.length > 0 && (
          <>
            <h2>What the file does not say</h2>
            <p>
              {unsaid.length === 1 ? 'A row cannot go in without this' : 'A row cannot go in without these'}. Say it
              once here, and it counts for every row that does not say it.
            </p>
            {unsaid.map((field) => (
              <SameField key={field.name} field={field} value="" label={`${field.label}: for all rows, use`} />
            ))}
          </>
        )}
        {unread.length > 0 && (
          <>
            <h2>Words to explain</h2>
            <p>We could not tell what these words mean. Say it once, and it counts for every row that says it.</p>
            <UnreadWords unread={unread} />
          </>
        )}
        {refused.length > 0 && (
          <>
            <h2>Left out</h2>
            <RefusedRows {...{ kind, refused, asked }} />
          </>
        )}
        {out.length > 0 && (
          <>
            <h2>Rows that you leave out</h2>
            <OutRows {...{ out, again }} />
          </>
        )}
        {taken > 0 && (
          <>
            <h2>New and changed</h2>
            <DataTable
              caption="Rows that the import keeps"
              columns={['Where', kind.label.one, 'It becomes', 'What it says', 'Leave out']}
              rows={[...changing, ...added].slice(0, SHOWN).map((row) => ({
                key: String(row.at),
                cells: [
                  row.place,
                  neutralised(row.title),
                  BECOME[row.become],
                  <span key="said">
                    <Said {...{ row, kind, holdings }} />
                    <LeftOut fields={taking.leave?.get(row.at)} {...{ kind, table, taking, row }} />
                  </span>,
                  <LeaveOutBox key="out" row={row} />,
                ],
              }))}
            />
            {taken > SHOWN && <p>And {counted(taken - SHOWN, 'more row', 'more rows')}.</p>}
            <RowsByNumber {...{ table, typed, mistakes }} />
          </>
        )}
        {(taken > 0 || out.length > 0 || unsaid.length > 0 || unread.length > 0 || canDoWithout) && (
          <>
            <p>When you have chosen something above, read the rows again to see what would become of them.</p>
            <div className="app-buttons">
              <Button secondary formAction={again}>
                Read the rows again
              </Button>
              {canDoWithout && (
                <Button secondary formAction={again} name="leave-all" value="yes">
                  Take all rows that can do without
                </Button>
              )}
            </div>
          </>
        )}
        {refused.length > 0 && <RefusedFileButtons {...{ seat, kind }} />}
      </form>
    </>
  );
}

/** Required choices that keep rows out because neither the row nor anybody has said them. */
function unsaidIn(kind: AnyKind, table: GivenTable, { mapping, same }: Taking, refused: readonly RefusedRow[]) {
  return fillableFields(kind).filter(
    ({ name, required, is }) =>
      required &&
      (is === 'choice' || is === 'yes-no') &&
      same[name] === undefined &&
      refused.some(
        ({ at, problems }) =>
          problems.some(({ field }) => field === name) &&
          (table.rows[at]?.cells[mapping.indexOf(name)] ?? '').trim() === '',
      ),
  );
}

/** Of a new entry all it says, of one that is changed what is different. */
function Said({
  row,
  kind,
  holdings,
}: {
  readonly row: RowToTake;
  readonly kind: AnyKind;
  readonly holdings: Holdings;
}) {
  if (!('data' in row)) return null;
  const before = row.become === 'changed' ? dataIn(row.entity.data) : {};
  const now = dataIn(row.data);
  return fieldsOf(kind)
    .map((field) => ({
      field,
      was: valueInWords(field, before[field.name], holdings),
      is: valueInWords(field, now[field.name], holdings),
    }))
    .filter(({ was, is }) => is !== was)
    .map(({ field, was, is }) => (
      <span key={field.name} className="app-because">
        {field.label}: {is}
        {was !== '' && ` (now ${was})`}
      </span>
    ));
}

/** The cells that a row is taken without. */
function LeftOut({
  fields = [],
  kind,
  table,
  taking,
  row,
}: {
  readonly fields: readonly string[] | undefined;
  readonly kind: AnyKind;
  readonly table: GivenTable;
  readonly taking: Taking;
  readonly row: RowToTake;
}) {
  return fieldsOf(kind)
    .filter(({ name }) => fields.includes(name))
    .map(({ name, label }) => (
      <span key={name} className="app-because">
        Without {label}: it says “{neutralised(table.rows[row.at]?.cells[taking.mapping.indexOf(name)] ?? '')}”
      </span>
    ));
}
