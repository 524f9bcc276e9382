import type { AnyKind } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { GivenTable, RowToTake } from '../../workspace/registers/rows-to-take.ts';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { OutInWords, outOf } from './left-out-rows.tsx';
import { RefusedFiles, RefusedRows, refusedOf } from './refused-rows.tsx';
import { TakeBackButton } from './take-back.tsx';

/** What an import did, when some rows were left out: they are here once more, with the way to bring them again. */
export function ImportedPage({
  seat,
  kind,
  table,
  rows,
  to,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly table: GivenTable;
  readonly rows: readonly RowToTake[];
  /** The page to go on to, whose address says what the import brought. */
  readonly to: string;
}) {
  const refused = refusedOf(rows);
  const out = outOf(rows);
  const count = (become: RowToTake['become']) => rows.filter((row) => row.become === become).length;
  const query = new URL(to, 'http://page').searchParams;
  const register = paths.register(seat.organisation, kind.plural);
  return (
    <>
      <BackLink href={register}>{kind.label.many}</BackLink>
      <h1>
        <span className="nhsuk-caption-l">{kind.label.many}</span>
        {counted(refused.length + out.length, 'row')} left out, the others are in
      </h1>
      <p>
        {counted(count('added'), 'new entry', 'new entries')} and{' '}
        {counted(count('changed'), 'changed entry', 'changed entries')} are in the register.{' '}
        <a href={register}>See the register</a>
      </p>
      <TakeBackButton {...{ seat, kind }} query={{ text: (name) => query.get(name) ?? '' }} />
      {out.length > 0 && (
        <ul>
          <OutInWords out={out} />
        </ul>
      )}
      {refused.length > 0 && (
        <>
          <h2>Left out</h2>
          <RefusedRows {...{ kind, refused }} />
          <RefusedFiles {...{ seat, kind, table, refused }} />
          <p>
            <a href={recordPaths.importRegister(seat.organisation, kind.plural)}>Import the mended file</a>
          </p>
        </>
      )}
    </>
  );
}
