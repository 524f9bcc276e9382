import { Button } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { GivenTable, RowToTake, Taking } from '../../workspace/registers/rows-to-take.ts';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { dataIn, valueInWords } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { carried } from './carried-table.ts';

const SHOWN = 100;
const BECOME = { added: 'New', changed: 'Changed', same: 'As it is', refused: 'Left out' } as const;

/** The last step: what would become of each row. */
export function PreviewPage({
  seat,
  kind,
  table,
  taking,
  rows,
  holdings,
  changed,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly table: GivenTable;
  readonly taking: Taking;
  readonly rows: readonly RowToTake[];
  readonly holdings: Holdings;
  /** Somebody changed the register meanwhile. */
  readonly changed?: boolean;
}) {
  const by = Object.groupBy(rows, ({ become }) => become);
  const { added = [], changed: changing = [], same = [], refused = [] } = by;
  const taken = added.length + changing.length;
  const state = <Carried table={table} taking={taking} seen={holdings.seq} />;
  return (
    <>
      <BackLink href={recordPaths.importRegister(seat.organisation, kind.plural)}>Import a spreadsheet</BackLink>
      <Mistakes
        mistakes={
          changed ? [{ message: 'Somebody changed this register meanwhile. Check what the import would do now' }] : []
        }
      />
      <h1>
        <span className="nhsuk-caption-l">{kind.label.many}</span>
        What the import would do
      </h1>
      <p>We have not kept anything yet.</p>
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
        <li>
          {refused.length === 0 ? (
            'No row left out'
          ) : (
            <strong>{counted(refused.length, 'row')} left out, see why below</strong>
          )}
        </li>
      </ul>
      <div className="app-buttons">
        {taken > 0 && (
          <form method="post" action={recordPaths.importTake(seat.organisation, kind.plural)}>
            <FormId />
            {state}
            <Button>Import {counted(taken, 'entry', 'entries')}</Button>
          </form>
        )}
        <form method="post" action={recordPaths.importColumns(seat.organisation, kind.plural)}>
          {state}
          <Button secondary>Change the columns</Button>
        </form>
      </div>
      {refused.length > 0 && (
        <>
          <h2>Left out</h2>
          <DataTable
            caption="Rows that are left out"
            columns={['Where', 'Row', 'Why']}
            rows={refused.slice(0, SHOWN).map((row, at) => ({
              key: String(at),
              cells: [row.place, neutralised(row.title), row.become === 'refused' && <Why problems={row.problems} />],
            }))}
          />
          {refused.length > SHOWN && <p>And {refused.length - SHOWN} more.</p>}
        </>
      )}
      {taken > 0 && (
        <>
          <h2>New and changed</h2>
          <DataTable
            caption="Rows that the import keeps"
            columns={['Where', kind.label.one, 'It becomes', 'What it says']}
            rows={[...changing, ...added].slice(0, SHOWN).map((row, at) => ({
              key: String(at),
              cells: [
                row.place,
                neutralised(row.title),
                BECOME[row.become],
                <Said key="said" {...{ row, kind, holdings }} />,
              ],
            }))}
          />
          {taken > SHOWN && <p>And {taken - SHOWN} more.</p>}
        </>
      )}
    </>
  );
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

/** The state of the steps as hidden fields. */
function Carried({
  table,
  taking,
  seen,
}: {
  readonly table: GivenTable;
  readonly taking: Taking;
  /** The last entry of the journal that the preview knows of. */
  readonly seen: number;
}) {
  return (
    <>
      <input type="hidden" name="rows" value={carried(table)} />
      <input type="hidden" name="seen" value={seen} />
      {taking.mapping.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone.
        <input key={at} type="hidden" name={`column-${at}`} value={name ?? ''} />
      ))}
      {Object.entries(taking.same).map(([name, value]) => (
        <input key={name} type="hidden" name={`same-${name}`} value={value} />
      ))}
    </>
  );
}
