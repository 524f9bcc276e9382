import { Button } from 'nhsuk-react-components';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { DocumentRow, DocumentRows } from '../../workspace/documents/document-rows.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { recordPaths } from '../record/record-paths.ts';
import { othersValue, placeValue } from './document-decisions.ts';
import { DecideForm } from './suggested-items.tsx';

/** Whether somebody may withdraw one document for another and have what it was accepted for go over. */
export function mayReplace({ role }: Seat): boolean {
  return may(role, 'upload-documents') && may(role, 'write-answers');
}

/** Other documents that are the same file, or seem to be an older version of it. */
export function LikeDocuments({
  seat,
  rows,
  row,
}: {
  readonly seat: Seat;
  readonly rows: DocumentRows;
  readonly row: DocumentRow;
}) {
  const { copies, earlier } = rows.likeness(row);
  const older = earlier && rows.byId.get(earlier.id);
  if (copies.length === 0 && !older) return null;
  return (
    <>
      <h2>{copies.length > 0 ? 'The same file is here twice' : 'An older version of it is here'}</h2>
      {copies.map(({ id, path }) => (
        <p key={id}>
          <DocumentLink seat={seat} id={id} path={path} /> holds exactly the same.
          {may(seat.role, 'upload-documents') && (
            <>
              {' '}
              You can <a href={recordPaths.withdraw(seat.organisation, row.document.id)}>withdraw this one</a> or{' '}
              <a href={recordPaths.withdraw(seat.organisation, id)}>withdraw the other</a>.
            </>
          )}
        </p>
      ))}
      {older && (
        <>
          <p>
            <DocumentLink seat={seat} id={older.document.id} path={older.document.data.path} /> seems to be an older
            version of this document. While both are in use, both count.
          </p>
          {mayReplace(seat) && (
            <DecideForm seat={seat} row={row}>
              <input
                type="hidden"
                name={`place-${row.document.id}`}
                value={placeValue(row.document.id, older.document)}
              />
              <p>Withdraw the older one from today, and carry over the items that it was accepted for:</p>
              <Button secondary>This one takes its place</Button>
            </DecideForm>
          )}
          {mayReplace(seat) && (
            <DecideForm seat={seat} row={row}>
              <input
                type="hidden"
                name={`place-${row.document.id}`}
                value={othersValue(row.document.id, older.document)}
              />
              <p>Or keep both, and we will not ask again:</p>
              <Button secondary>They are different documents</Button>
            </DecideForm>
          )}
        </>
      )}
    </>
  );
}

export function DocumentLink({ seat, id, path }: { readonly seat: Seat; readonly id: string; readonly path: string }) {
  return (
    <a href={paths.document(seat.organisation, id)}>
      <bdi className="app-path">{neutralised(path)}</bdi>
    </a>
  );
}
