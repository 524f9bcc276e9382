import { Button, Checkboxes } from 'nhsuk-react-components';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { EntityFields, type Target } from '../record/entity-form.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import type { Form } from '../route.ts';
import { SEVERAL_FIELDS } from './course-fields.ts';
import { isUntrained } from './people-list.ts';
import { peoplePaths } from './people-paths.ts';
import type { PersonRow } from './person-rows.ts';

/** The first of the boxes, where the summary of mistakes leads. */
export const FIRST_BOX = 'people-1';

type Props = {
  readonly seat: Seat;
  /** Who may have taken it, by name. */
  readonly rows: readonly PersonRow[];
  /** What a field may refer to. */
  readonly targets: (kind: string) => readonly Target[];
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  /** What is wrong with who was ticked. */
  readonly about: readonly FormMistake[];
};

/** One course and everybody who took it, those whose training is missing first. */
export function TrainingPage({ seat, rows, targets, form, problems, about }: Props) {
  const missing = rows.filter(isUntrained);
  const others = rows.filter((row) => !isUntrained(row));
  const [first, second] = missing.length > 0 ? [missing, others] : [others, []];
  const ticked = new Set(form.all('people'));
  const boxes = (some: readonly PersonRow[]) =>
    some.map(({ person: { id, data }, training }) => (
      <Checkboxes.Item key={id} value={id} defaultChecked={ticked.has(id)}>
        {neutralised(data.name)}
        {training?.state === 'lapsed' && ' (due again)'}
      </Checkboxes.Item>
    ));
  return (
    <>
      <BackLink href={peoplePaths.people(seat.organisation)}>People</BackLink>
      <Mistakes mistakes={[...mistakesOf(SEVERAL_FIELDS, problems), ...about]} />
      <h1>Record training for several people</h1>
      {rows.length === 0 ? (
        <p>Nobody is in the staff list yet.</p>
      ) : (
        <form method="post" action={peoplePaths.training(seat.organisation)} noValidate>
          <FormId />
          <EntityFields fields={SEVERAL_FIELDS} form={form} problems={problems} targets={targets} />
          <div className="app-ticks">
            <Checkboxes
              id="people"
              name="people"
              idPrefix="people"
              legend={missing.length > 0 ? 'Who took it: their training is missing or due' : 'Who took it'}
              legendProps={{ size: 's' }}
              {...errorFor(about, FIRST_BOX)}
            >
              {boxes(first)}
            </Checkboxes>
          </div>
          {second.length > 0 && (
            <details className="nhsuk-details" open={second.some(({ person }) => ticked.has(person.id))}>
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  {counted(second.length, 'more person', 'more people')} whose training is not missing
                </span>
              </summary>
              <div className="nhsuk-details__text app-ticks">
                <Checkboxes
                  id="others"
                  name="people"
                  idPrefix="others"
                  legend="Who took it besides"
                  legendProps={{ size: 's' }}
                >
                  {boxes(second)}
                </Checkboxes>
              </div>
            </details>
          )}
          <Button>Record the training</Button>
        </form>
      )}
    </>
  );
}
