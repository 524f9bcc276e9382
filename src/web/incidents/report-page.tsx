import { Button, Checkboxes } from 'nhsuk-react-components';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { EntityFields } from '../record/entity-form.tsx';
import type { Form } from '../route.ts';
import { FoundFields } from './found-fields.tsx';
import { incidentPaths } from './incident-paths.ts';
import { reportMistakes, SHORT_FIELDS, TELLABLE, TOLD } from './report-form.ts';

/** Writes an incident or near miss down in two minutes; the rest is done on its page. */
export function ReportPage({
  seat,
  form,
  problems,
}: {
  readonly seat: Seat;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
}) {
  const mistakes = reportMistakes(form, problems);
  const given = { form, problems, targets: () => [] };
  const [title, ...others] = SHORT_FIELDS;
  return (
    <>
      <BackLink href={incidentPaths.incidents(seat.organisation)}>Incidents</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>Report an incident or near miss</h1>
      <p>
        Two minutes are enough: the rest can wait. <Term of="personal-data">Personal data</Term> is anything about
        somebody whom you could name. This page tells nobody outside: not the <Term of="ico">ICO</Term>, and not the{' '}
        <Term of="toolkit">Toolkit</Term>.
      </p>
      <form method="post" action={incidentPaths.report(seat.organisation)} noValidate>
        <FormId />
        {title && <EntityFields {...given} fields={[title]} />}
        <FoundFields
          {...{ form, mistakes }}
          legend="When was it found?"
          hint="The day on which somebody first knew, such as 20 11 2026"
        />
        <EntityFields {...given} fields={others} />
        <Checkboxes
          id={TOLD}
          name={TOLD}
          idPrefix={TOLD}
          legend="Who was told today? (optional)"
          legendProps={{ size: 's' }}
          hint="Whoever was told on another day, you can enter on the next page"
        >
          {TELLABLE.map(({ step, done }) => (
            <Checkboxes.Item key={step} value={step} defaultChecked={form.all(TOLD).includes(step)}>
              {done.replace(/ told$/, '')}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
        <Button>Report it</Button>
      </form>
    </>
  );
}
