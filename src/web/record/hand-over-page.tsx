import { Button, InsetText, Select } from 'nhsuk-react-components';
import { stays } from '../../record/decide-hand-over.ts';
import type { Holdings } from '../../record/holdings.ts';
import { type Entity, valueIn } from '../../record/kinds/kind.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { Form } from '../route.ts';
import { BackLink } from './back-link.tsx';
import { DayFields } from './day-fields.tsx';
import { titleOf } from './field-words.ts';
import { recordPaths } from './record-paths.ts';
import { targetsIn } from './register-kinds.ts';

/** What stands in the list of a thing that goes with the rest, and of one that nobody takes. */
export const WITH_THE_REST = '';
export const NOBODY = 'nobody';
export const takerField = ({ kind, id }: Pick<Entity, 'kind' | 'id'>) => `taker-${kind}-${id}`;

/** What is asked under the number of an evidence item; empty where nobody knows. */
export type Asks = (ref: string) => string;

/** A thing that changes hands, by what it is and what it is called; of an evidence item also what it asks. */
export function thingInWords({ kind, data }: Entity, leaver: string, asks: Asks): string {
  if (!isKindName(kind)) return kind;
  const asked = kind === responsibility.name ? asks(String(valueIn(data, 'item'))) : '';
  const standsIn = valueIn(data, 'deputy') === leaver ? ' (as deputy)' : '';
  return `${KINDS[kind].label.one}${standsIn}: ${[titleOf(KINDS[kind], data), asked].join(' ').trim()}`;
}

/** Whoever stands in for somebody in a thing of theirs, by the field that says who takes it; nothing where nobody does who stays. */
export function deputiesIn(holdings: Holdings, leaver: string, theirs: readonly Entity[]): ReadonlyMap<string, string> {
  return new Map(
    theirs.flatMap((one): [string, string][] => {
      const deputy = valueIn(one.data, 'deputy');
      const takes = typeof deputy === 'string' && deputy !== leaver && stays(holdings, deputy);
      return takes ? [[takerField(one), deputy]] : [];
    }),
  );
}

export type HandOverModel = {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly person: Entity;
  /** What they look after. */
  readonly theirs: readonly Entity[];
  readonly asks: Asks;
  /** Whether somebody with their email address has a place in the organisation. */
  readonly isMember: boolean;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
};

/** Somebody leaves: when, and who takes over what they look after. */
export function HandOverPage({ seat, holdings, person, theirs, asks, isMember, form, mistakes }: HandOverModel) {
  const name = neutralised(String(valueIn(person.data, 'name')));
  const others = targetsIn(holdings)('person').filter(({ id }) => id !== person.id && stays(holdings, id));
  const people = others.map(({ id, title }) => (
    <Select.Option key={id} value={id}>
      {title}
    </Select.Option>
  ));
  return (
    <>
      <BackLink href={paths.entity(seat.organisation, 'people', person.id)}>{name}</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>{name} leaves</h1>
      <form method="post" action={recordPaths.handOver(seat.organisation, person.id)} noValidate>
        <FormId />
        <input type="hidden" name="seen" value={person.revision} />
        <DayFields
          name="leftOn"
          form={form}
          legend="Last day"
          legendProps={{ size: 'm' }}
          hint="The last day they work for you. For example, 20 11 2026"
          {...errorFor(mistakes, 'leftOn-day')}
        />
        <h2>What they look after</h2>
        {theirs.length === 0 ? (
          <p>Nothing in the record. Their last day is all there is to say.</p>
        ) : (
          <>
            <p>
              Evidence items, open actions and risks go over at once, roles on the day after. Where somebody is the
              deputy, we have selected them. What nobody takes is without an owner from then on; of an evidence item the
              deputy becomes the owner.
            </p>
            <Select
              id="to"
              name="to"
              label="Who takes over the rest"
              hint="Everything below that says “Like the rest”."
              defaultValue={form.text('to')}
              {...errorFor(mistakes, 'to')}
            >
              <Select.Option value="">Select</Select.Option>
              {people}
              <Select.Option value={NOBODY}>Nobody</Select.Option>
            </Select>
            <DataTable
              caption="What they look after"
              columns={['What', 'Who takes it over']}
              rows={theirs.map((one) => ({
                key: takerField(one),
                cells: [
                  <label key="what" htmlFor={takerField(one)}>
                    {thingInWords(one, person.id, asks)}
                  </label>,
                  <select
                    key="who"
                    className="nhsuk-select"
                    id={takerField(one)}
                    name={takerField(one)}
                    defaultValue={form.text(takerField(one))}
                  >
                    <option value={WITH_THE_REST}>Like the rest</option>
                    <option value={NOBODY}>Nobody</option>
                    {others.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>,
                ],
              }))}
            />
          </>
        )}
        {isMember && (
          <InsetText>
            <p>
              {name} can still sign in here.{' '}
              {may(seat.role, 'manage-members') ? (
                <>
                  <a href={paths.members(seat.organisation)}>Take away their place</a> on their last day
                </>
              ) : (
                'Ask an owner to take away their place on their last day'
              )}
              , and record on their page when the last of their accounts was closed.
            </p>
          </InsetText>
        )}
        <Button>Hand over and set the last day</Button>
      </form>
    </>
  );
}
