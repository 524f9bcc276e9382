import { Button, Select } from 'nhsuk-react-components';
import type { Holdings } from '../../record/holdings.ts';
import type { DataOf, Entity, FieldProblem } from '../../record/kinds/kind.ts';
import type { responsibility } from '../../record/kinds/responsibility.ts';
import { peopleWhoStay } from '../../record/open-actions.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { titleIn } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { Form } from '../route.ts';
import { itemPaths } from './item-paths.ts';

/** Who looks after an item and who stands in, and a form to say so. */
export function WhoLooksAfter({
  seat,
  item,
  holdings,
  current,
  form,
  problems,
  changes,
}: {
  readonly seat: Seat;
  readonly item: string;
  readonly holdings: Holdings;
  readonly current: Entity<DataOf<typeof responsibility>> | undefined;
  /** What was chosen and could not be kept. */
  readonly form: Form | undefined;
  readonly problems: readonly FieldProblem[];
  /** Whether the page may change anything: a past day does not. */
  readonly changes: boolean;
}) {
  const people = peopleWhoStay(holdings);
  const owner = current?.data.owner;
  const deputy = current?.data.deputy;
  const error = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? { error: found.message } : {};
  };
  return (
    <>
      <p>
        {owner === undefined
          ? 'Nobody looks after this item yet.'
          : `${titleIn(holdings, 'person', owner)} looks after it${deputy === undefined ? ', and nobody stands in' : `; ${titleIn(holdings, 'person', deputy)} stands in`}.`}
      </p>
      {changes && may(seat.role, 'write-registers') && (
        <details className="nhsuk-details" open={problems.length > 0}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {owner === undefined ? 'Say who looks after it' : 'Change who looks after it'}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            {people.length === 0 ? (
              <p>
                Nobody is in your list of people yet.{' '}
                <a href={recordPaths.add(seat.organisation, 'people')}>Add a person</a>
              </p>
            ) : (
              <form method="post" action={itemPaths.responsibility(seat.organisation, item)} noValidate>
                <FormId />
                <input type="hidden" name="seen" value={current?.revision ?? ''} />
                {(['owner', 'deputy'] as const).map((name) => (
                  <Select
                    key={name}
                    id={name}
                    name={name}
                    label={name === 'owner' ? 'Who looks after it' : 'Who stands in (optional)'}
                    defaultValue={form?.text(name) ?? (name === 'owner' ? owner : deputy) ?? ''}
                    {...error(name)}
                  >
                    <Select.Option value="">Nobody</Select.Option>
                    {[name === 'owner' ? owner : deputy].map((id) =>
                      // Who is leaving still looks after it until somebody says otherwise.
                      id === undefined || people.some((one) => one.id === id) ? null : (
                        <Select.Option key={id} value={id}>
                          {titleIn(holdings, 'person', id)}
                        </Select.Option>
                      ),
                    )}
                    {people.map(({ id, data }) => (
                      <Select.Option key={id} value={id}>
                        {neutralised(data.name)}
                      </Select.Option>
                    ))}
                  </Select>
                ))}
                <Button secondary>Save</Button>
              </form>
            )}
          </div>
        </details>
      )}
    </>
  );
}
