import { Button } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { type Field, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { EntityFields } from '../record/entity-form.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import type { Form } from '../route.ts';
import type { KeptSupplier } from '../scope/scope.ts';
import { scopePaths } from '../scope/scope-paths.ts';

/** Where NHS England shows what organisations have published. People open it; nothing is fetched from it. */
export const toolkitSearch = 'https://www.dsptoolkit.nhs.uk/OrganisationSearch';

/** What somebody types in after looking a supplier up; both are needed here. */
export const LOOK_UP_FIELDS: readonly Field[] = fieldsOf(supplier)
  .filter(({ name }) => name === 'odsCode' || name === 'dsptStatus')
  .map((field) => ({ ...field, required: true }));

/** Records what the public search of the Toolkit showed of a supplier today. */
export function LookUpPage({
  seat,
  one,
  on,
  form,
  problems,
}: {
  readonly seat: Seat;
  readonly one: KeptSupplier;
  readonly on: Day;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
}) {
  const { data } = one;
  const before = LOOK_UP_FIELDS.flatMap(({ options = [] }) => options).find(({ value }) => value === data.dsptStatus);
  return (
    <>
      <BackLink href={scopePaths.suppliers(seat.organisation)}>Suppliers</BackLink>
      <Mistakes mistakes={mistakesOf(LOOK_UP_FIELDS, problems)} />
      <h1>
        <span className="nhsuk-caption-l">{neutralised(data.name)}</span>
        What the Toolkit shows of them
      </h1>
      <p>
        Most suppliers that see NHS patient data publish in the Toolkit too, and anybody may look that up.{' '}
        <a href={toolkitSearch} rel="external noreferrer">
          Open the organisation search of the Toolkit
        </a>{' '}
        {data.odsCode ? (
          <>
            and search for <strong>{neutralised(data.odsCode)}</strong>.
          </>
        ) : (
          'and search for their name: it shows their ODS code.'
        )}
      </p>
      <p>
        {before && data.dsptCheckedOn
          ? `Last looked up on ${dayInWords(data.dsptCheckedOn)}. ${before.label}.`
          : 'Nobody has recorded looking them up.'}
      </p>
      <form method="post" action={scopePaths.lookUp(seat.organisation, one.id)} noValidate>
        <FormId />
        <input type="hidden" name="seen" value={one.revision} />
        <EntityFields fields={LOOK_UP_FIELDS} form={form} problems={problems} targets={() => []} />
        <p>It is kept with today as the day: {dayInWords(on)}.</p>
        <Button>I have checked it today</Button>
      </form>
    </>
  );
}
