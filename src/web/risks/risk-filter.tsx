import { Button, Select, TextInput } from 'nhsuk-react-components';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { risk } from '../../record/kinds/risk.ts';
import { neutralised } from '../../report/neutralised.ts';
import { NOTHING_SAID, valuesOf } from '../registers/narrowed-list.ts';
import { BANDS, LACKS, type RiskRow, type RisksAsked, risksAddress } from './risk-list.ts';

const TREATMENT = fieldsOf(risk).find(({ name }) => name === 'treatment');

export function treatmentWords(value: string): string {
  return TREATMENT?.options?.find((one) => one.value === value)?.label ?? value;
}

/** Narrows the list down: by words, and by what each risk says. */
export function RiskFilter({
  rows,
  asked,
  path,
}: {
  readonly rows: readonly RiskRow[];
  readonly asked: RisksAsked;
  readonly path: string;
}) {
  const owners = new Map(rows.flatMap(({ owner }) => (owner ? [[owner.id, owner.name] as const] : [])));
  const { list, state, owner, band, likelihood, impact, lack } = asked;
  const narrowed = risksAddress(path, asked) !== path;
  return (
    <details className="nhsuk-details" open={narrowed || rows.length > ENOUGH}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Find or filter risks</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={`${path}#risks`} noValidate className="app-narrow">
          <TextInput id="find" name="find" label="Words to find" defaultValue={list.find} />
          <Choice name="owner" label="Owner" chosen={owner} all="Anyone">
            {[
              [NOTHING_SAID, 'Nobody'],
              ...[...owners]
                .map(([id, name]): [string, string] => [id, neutralised(name)])
                .sort(([, a], [, b]) => a.localeCompare(b, 'en-GB')),
            ]}
          </Choice>
          <Choice name="treatment" label="What you do" chosen={list.only.get('treatment')} all="Anything">
            {TREATMENT ? valuesOf(TREATMENT).map(({ value, label }) => [value, label]) : []}
          </Choice>
          <Choice name="band" label="Score" chosen={band} all="Any">
            {BANDS.map((one) => [one.band, `${one.label}, ${one.from} to ${one.to}`])}
          </Choice>
          <Choice name="lack" label="What is missing" chosen={lack} all="Anything or nothing">
            {LACKS.map((one) => [one.lack, one.words])}
          </Choice>
          <Choice name="state" label="Open or closed" chosen={state === 'open' ? undefined : state} all="Open">
            {[
              ['closed', 'Closed'],
              ['all', 'All'],
            ]}
          </Choice>
          {likelihood !== undefined && <input type="hidden" name="likelihood" value={likelihood} />}
          {impact !== undefined && <input type="hidden" name="impact" value={impact} />}
          <Button secondary>Show</Button>
        </form>
        {likelihood !== undefined && impact !== undefined && (
          <p>
            Only likelihood {likelihood} and impact {impact}. <a href={`${path}#risks`}>Show all open risks</a>
          </p>
        )}
      </div>
    </details>
  );
}

/** So few are found at a glance. */
const ENOUGH = 10;

function Choice({
  name,
  label,
  chosen,
  all,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly all: string;
  /** Values with their words. */
  readonly children: readonly (readonly string[])[];
}) {
  return (
    <Select id={`only-${name}`} name={name} label={label} defaultValue={chosen ?? ''}>
      <Select.Option value="">{all}</Select.Option>
      {children.map(([value, words]) => (
        <Select.Option key={value} value={value}>
          {words}
        </Select.Option>
      ))}
    </Select>
  );
}
