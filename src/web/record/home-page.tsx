import { InsetText } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { shortCaveat } from '../../report/caveats.ts';
import { counted, hoursInWords } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isHeld } from '../../workspace/documents/kept-document.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { OutcomeSection } from '../report/outcome-section.tsx';
import { AsAt, AtForm } from './at-form.tsx';
import type { WhenAsked } from './when-asked.ts';

const STEPS = 5;
const LAPSES = 3;

/** Where the organisation stands today, what to do first and what lapses next. */
export function HomePage({
  seat,
  standing,
  asked,
}: {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly asked: WhenAsked;
}) {
  const { check, holdings, on } = standing;
  const { organisation } = seat;
  const { catalogue, plan, forecast, assessment } = check;
  const held = listOf(holdings, document).filter(isHeld).length;
  const lapses = forecast.filter(({ changes }) => changes.length > 0).slice(0, LAPSES);
  return (
    <>
      <Mistakes mistakes={asked.problem === undefined ? [] : [{ field: 'at-day', message: asked.problem }]} />
      <h1>
        <span className="nhsuk-caption-l">
          {dayInWords(on)}. NHS DSPT {catalogue.edition} ({catalogue.years}), category {catalogue.category}
        </span>
        Where {neutralised(seat.organisationName)} stands
      </h1>
      <AsAt past={asked.past} back={paths.home(organisation)} />
      {held > 0 && (
        <InsetText>
          <p>
            {counted(held, 'document')} {held === 1 ? 'is' : 'are'} held back until somebody decides.{' '}
            <a href={paths.documents(organisation)}>Look at {held === 1 ? 'it' : 'them'}</a>
          </p>
        </InsetText>
      )}
      <OutcomeSection check={check} />

      <h2>What to do first</h2>
      {plan.actions.length === 0 ? (
        <p>Nothing needs fixing for Standards Met today.</p>
      ) : (
        <DataTable
          caption="The first steps"
          columns={['Item', 'First step', 'Who', 'Work', 'Wait']}
          rows={plan.actions.slice(0, STEPS).map((action) => ({
            key: action.ref,
            cells: [
              <a key="ref" href={paths.item(organisation, action.ref)}>
                {action.ref}
              </a>,
              neutralised(action.step),
              FUNCTION_WORDS[action.function],
              hoursInWords(action.effortHours),
              action.leadTimeDays > 0 ? counted(action.leadTimeDays, 'day') : 'none',
            ],
          }))}
        />
      )}

      <h2>What lapses next</h2>
      {lapses.length === 0 ? (
        <p>Nothing that counts today lapses on a known day in the next 18 months.</p>
      ) : (
        <DataTable
          caption="The next days on which something changes"
          columns={['Day', 'What changes', 'Then count']}
          rows={lapses.map(({ on: day, changes, counting }) => ({
            key: day,
            cells: [
              dayInWords(day),
              <ul key="changes" className="nhsuk-list">
                {changes.map(({ ref, to, because }) => (
                  <li key={ref}>
                    <a href={paths.item(organisation, ref)}>{ref}</a> becomes {STANDING_WORDS[to].label.toLowerCase()}.{' '}
                    {neutralised(because)}
                  </li>
                ))}
              </ul>,
              `${counting} of ${assessment.outcome.defensible.mandatory}`,
            ],
          }))}
        />
      )}

      <h2>Go on</h2>
      <ul>
        <li>
          <a href={paths.items(organisation)}>All {counted(assessment.items.length, 'evidence item')}</a>
        </li>
        <li>
          <a href={paths.documents(organisation)}>Documents</a>
        </li>
        <li>
          <a href={paths.registers(organisation)}>Registers</a>
        </li>
        <li>
          <a href={paths.journal(organisation)}>Journal</a>
        </li>
      </ul>
      <h2>As it was on a past day</h2>
      <AtForm action={paths.home(organisation)} asked={asked} />
      <p className="app-aside">{shortCaveat(catalogue)}</p>
    </>
  );
}

/** Shown in place of a standing when there can be none. */
export function NoStandingPage({
  seat,
  message,
  maySet,
}: {
  readonly seat: Seat;
  readonly message: string;
  readonly maySet: boolean;
}) {
  return (
    <>
      <h1>Where {neutralised(seat.organisationName)} stands</h1>
      <p>{neutralised(message)}</p>
      {maySet && (
        <p>
          <a href={paths.settings(seat.organisation)}>Look at the settings</a>
        </p>
      )}
    </>
  );
}
