import { Button, WarningCallout } from 'nhsuk-react-components';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { OtherName } from '../../workspace/documents/whose-documents.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { recordPaths } from '../record/record-paths.ts';
import type { Span } from './brought-in.ts';

/** Said after an upload of which most names somebody else: the ways to take it back, or to say that the name is ours. */
export function OtherNameAsked({
  seat,
  other,
  span,
}: {
  readonly seat: Seat;
  readonly other: OtherName;
  readonly span: Span;
}) {
  const { organisation, role } = seat;
  const { naming, namingUs, of } = other;
  const [name, own] = [neutralised(other.name), neutralised(other.own)];
  return (
    <WarningCallout>
      <WarningCallout.Heading>Are these documents yours?</WarningCallout.Heading>
      <p>
        Most of these documents name {name}, not {own}. {name} stands in {naming} of {counted(of, 'document')}, {own} in{' '}
        {namingUs === 0 ? 'none' : namingUs}.
      </p>
      <form method="post" action={recordPaths.withdrawUpload(organisation)}>
        <FormId />
        <input type="hidden" name="since" value={span.from} />
        <input type="hidden" name="until" value={span.until} />
        <p>
          If they are not, withdraw all that you have just added. Nothing of it counts then, what it took the place of
          counts again, and each can be put back.
        </p>
        <Button secondary>No, withdraw them all</Button>
      </form>
      {may(role, 'manage-organisation') ? (
        <form method="post" action={recordPaths.ownName(organisation)}>
          <FormId />
          <input type="hidden" name="name" value={other.name} />
          <p>If {name} is another name of yours, we keep it with your name and do not ask again.</p>
          <Button secondary>Yes, that is a former or trading name of ours</Button>
        </form>
      ) : (
        <p>If {name} is another name of yours, ask an owner to add it in Settings, under “Trading names”.</p>
      )}
    </WarningCallout>
  );
}
