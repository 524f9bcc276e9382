import { Button, Select } from 'nhsuk-react-components';
import { type ItemAssessment, STANDINGS } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { counted } from '../../report/counted.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { StandingTag } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { AsAt } from './at-form.tsx';
import { DayFields } from './day-fields.tsx';
import type { WhenAsked } from './when-asked.ts';

/** Every evidence item, narrowed down by what the address asks for. */
export function ItemsPage({
  seat,
  check,
  asked,
  query,
}: Pick<SeatedVisit, 'query'> & { readonly seat: Seat; readonly check: GapCheck; readonly asked: WhenAsked }) {
  const { catalogue, assessment } = check;
  const [standing, standard] = [query.text('standing'), query.text('standard')];
  const shown = assessment.items.filter(
    (one) => (standing === '' || one.standing === standing) && (standard === '' || one.item.standard === standard),
  );
  const here = paths.items(seat.organisation);
  const at = asked.past === undefined ? '' : `?at=${asked.past}`;
  const { claimed, defensible } = assessment.outcome;
  return (
    <>
      <Mistakes mistakes={asked.problem === undefined ? [] : [{ field: 'at-day', message: asked.problem }]} />
      <h1>
        <span className="nhsuk-caption-l">
          NHS DSPT {catalogue.edition} ({catalogue.years}), category {catalogue.category}
        </span>
        Evidence items
      </h1>
      <AsAt past={asked.past} back={here} />
      <details className="nhsuk-details" open={asked.problem !== undefined}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Show only some, or a past day</span>
        </summary>
        <div className="nhsuk-details__text">
          <form method="get" action={here} noValidate>
            <Select id="standing" name="standing" label="Standing" defaultValue={standing}>
              <Select.Option value="">Every standing</Select.Option>
              {STANDINGS.map((one) => (
                <Select.Option key={one} value={one}>
                  {STANDING_WORDS[one].label}
                </Select.Option>
              ))}
            </Select>
            <Select id="standard" name="standard" label="Standard" defaultValue={standard}>
              <Select.Option value="">Every standard</Select.Option>
              {catalogue.standards.map(({ id, title }) => (
                <Select.Option key={id} value={id}>
                  {`${id}: ${title}`}
                </Select.Option>
              ))}
            </Select>
            <DayFields
              name="at"
              form={asked.form}
              legend="As it was on a past day (optional)"
              {...(asked.problem !== undefined && { error: asked.problem })}
            />
            <Button secondary>Show</Button>
          </form>
        </div>
      </details>
      <p>
        {shown.length === assessment.items.length
          ? `${counted(shown.length, 'item')}.`
          : `${shown.length} of ${counted(assessment.items.length, 'item')}.`}{' '}
        {shown.length !== assessment.items.length && <a href={`${here}${at}`}>Show all</a>}
      </p>
      {shown.length > 0 && (
        <DataTable
          caption="Evidence items"
          columns={['Item', 'What it asks', 'Standing', 'Mandatory', 'Claimed', 'Defensible']}
          rows={shown.map((one) => ({
            key: one.item.ref,
            cells: [
              <a key="ref" href={`${paths.item(seat.organisation, one.item.ref)}${at}`}>
                {one.item.ref}
              </a>,
              one.item.rule?.ask ?? one.item.requirement,
              <StandingTag key="standing" standing={one.standing} />,
              one.item.mandatory === null ? 'Not known' : one.item.mandatory ? 'Yes' : 'No',
              countsIn(claimed.missing, one),
              countsIn(defensible.missing, one),
            ],
          }))}
        />
      )}
    </>
  );
}

/** Whether a mandatory item counts towards an outcome; the others have no part in it. */
function countsIn(missing: readonly string[], { item }: ItemAssessment): string {
  if (item.mandatory !== true) return '–';
  return missing.includes(item.ref) ? 'No' : 'Yes';
}
