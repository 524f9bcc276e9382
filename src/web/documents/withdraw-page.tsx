import { Button, InsetText } from 'nhsuk-react-components';
import { askOf } from '../../catalogue/ask-of.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { KeptDocument } from '../../workspace/documents/kept-document.ts';
import type { Fall } from '../../workspace/documents/without-document.ts';
import { FormId } from '../parts/form-id.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { StandingTag } from '../report/report-parts.tsx';

/** Before a document is withdrawn: what would no longer be shown. */
export function WithdrawPage({
  seat,
  one,
  falls,
}: {
  readonly seat: Seat;
  readonly one: KeptDocument;
  /** Undefined when there is no standing to fall. */
  readonly falls: readonly Fall[] | undefined;
}) {
  const back = paths.document(seat.organisation, one.id);
  return (
    <>
      <BackLink href={back}>Back</BackLink>
      <h1>
        Withdraw <bdi>{neutralised(one.data.path)}</bdi>
      </h1>
      <p>From today it would no longer count as proof. It stays here, can still be read, and can be put back.</p>
      {falls && falls.length === 0 && (
        <InsetText>
          <p>No evidence item would stand lower without it.</p>
        </InsetText>
      )}
      {falls && falls.length > 0 && (
        <>
          <h2>{counted(falls.length, 'evidence item')} would stand lower</h2>
          <DataTable
            caption="Evidence items that would stand lower"
            columns={['Item', 'What it asks', 'Now', 'Without it']}
            rows={falls.map(({ now, without }) => ({
              key: now.item.ref,
              cells: [
                <a key="ref" href={paths.item(seat.organisation, now.item.ref)}>
                  {now.item.ref}
                </a>,
                askOf(now.item),
                <StandingTag key="now" standing={now.standing} />,
                <StandingTag key="without" standing={without.standing} />,
              ],
            }))}
          />
        </>
      )}
      <form method="post" action={recordPaths.withdraw(seat.organisation, one.id)}>
        <FormId />
        <Button warning>Withdraw this document</Button>
      </form>
      <p>
        <a href={back}>Leave it in use</a>
      </p>
    </>
  );
}
