import { Button, Select } from 'nhsuk-react-components';
import { FUNCTIONS } from '../../catalogue/catalogue.ts';
import { STEP_STATES } from '../../readiness/plan-steps.ts';
import type { KeptPerson } from '../../record/open-actions.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { paths } from '../paths.ts';
import { MINE, NOBODYS, type PlanAsked } from './plan-asked.ts';
import { STATE_WORDS } from './plan-words.ts';

/** Narrows the steps down by what the address says. */
export function PlanFilters({
  organisation,
  asked,
  people,
}: {
  readonly organisation: string;
  readonly asked: PlanAsked;
  readonly people: readonly KeptPerson[];
}) {
  return (
    <details className="nhsuk-details" open={[asked.function, asked.whose, asked.state].some((text) => text !== '')}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Show only some steps</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={`${paths.plan(organisation)}#steps`} className="app-filters">
          <Select id="function" name="function" label="Falls to" defaultValue={asked.function}>
            <Select.Option value="">Everybody</Select.Option>
            {FUNCTIONS.map((one) => (
              <Select.Option key={one} value={one}>
                {FUNCTION_WORDS[one]}
              </Select.Option>
            ))}
          </Select>
          <Select id="whose" name="whose" label="Given to" defaultValue={asked.whose}>
            <Select.Option value="">Anybody or nobody</Select.Option>
            <Select.Option value={MINE}>Me</Select.Option>
            <Select.Option value={NOBODYS}>Nobody yet</Select.Option>
            {people.map(({ id, data }) => (
              <Select.Option key={id} value={id}>
                {neutralised(data.name)}
              </Select.Option>
            ))}
          </Select>
          <Select id="state" name="state" label="State" defaultValue={asked.state}>
            <Select.Option value="">Every state</Select.Option>
            {STEP_STATES.map((one) => (
              <Select.Option key={one} value={one}>
                {STATE_WORDS[one]}
              </Select.Option>
            ))}
          </Select>
          <Button secondary small>
            Show
          </Button>
        </form>
      </div>
    </details>
  );
}
