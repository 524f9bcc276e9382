import { Button, InsetText, Textarea } from 'nhsuk-react-components';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, Mistakes } from '../parts/form-parts.tsx';
import type { Form } from '../route.ts';
import { BackLink } from './back-link.tsx';

/** The way to an erasure, for those who may. */
export function EraseLink({ seat, href }: { readonly seat: Seat; readonly href: string }) {
  if (!may(seat.role, 'erase')) return null;
  return (
    <p>
      When the law asks for it, you can <a href={href}>erase everything this ever said</a>.
    </p>
  );
}

/** A lawful erasure cannot be taken back, so it asks for its reason and its basis in law. */
export function ErasePage({
  what,
  action,
  back,
  form,
  problems,
}: {
  readonly what: string;
  readonly action: string;
  readonly back: string;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <>
      <BackLink href={back}>Back</BackLink>
      <Mistakes mistakes={problems} />
      <h1>Erase {what}</h1>
      <InsetText>
        <p>
          Everything it ever said goes for good, from the journal too. What stays is that it was erased, by whom, when
          and why. Backups made before still hold it.
        </p>
      </InsetText>
      <form method="post" action={action} noValidate>
        <FormId />
        <Textarea
          id="reason"
          name="reason"
          label="Why it is erased"
          hint="Do not repeat what is to be forgotten"
          rows={3}
          defaultValue={form.text('reason')}
          {...errorFor(problems, 'reason')}
        />
        <Textarea
          id="basis"
          name="basis"
          label="Legal basis"
          hint="Such as a request under UK GDPR article 17"
          rows={2}
          defaultValue={form.text('basis')}
          {...errorFor(problems, 'basis')}
        />
        <Button warning>Erase for good</Button>
      </form>
    </>
  );
}
