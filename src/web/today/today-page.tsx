import { InsetText } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { shortCaveat } from '../../report/caveats.ts';
import { counted } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat, Visitor } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { may } from '../../workspace/may.ts';
import type { PastLine, Standing } from '../../workspace/standing/standing.ts';
import type { Seen } from '../../workspace/visits.ts';
import type { LeftMember } from '../accounts/left-members.ts';
import { toLookThrough } from '../documents/brought-in.ts';
import { firstHour } from '../first-hour/first-hour-paths.ts';
import { nextStep, STEPS, type StepState } from '../first-hour/first-hour-steps.ts';
import { Term, TermsUsed } from '../glossary/term.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { type Finished, LooksDone } from '../plan/looks-done.tsx';
import { AsAt, AtForm } from '../record/at-form.tsx';
import type { WhenAsked } from '../record/when-asked.ts';
import { OutcomeSection } from '../report/outcome-section.tsx';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { TakenOffLine } from '../told/taken-off.tsx';
import { CountedIncidents } from './counted-incidents.tsx';
import { FirstSteps, STEPS_SHOWN } from './first-steps.tsx';
import { LaterEdition } from './later-edition.tsx';
import { type AnswersFor, MyPart } from './my-part.tsx';
import { ReadinessLine } from './readiness-line.tsx';
import { type ChangesBy, SinceVisit } from './since-visit.tsx';
import { lapseColumns } from './today-columns.tsx';
import { todayPaths } from './today-paths.ts';

const LAPSES = 3;

/** What only makes sense of today: whoever looks, their last visit, the way behind and ahead. */
export type TodayOnly = {
  readonly visitor: Visitor;
  readonly now: Instant;
  readonly before: Seen | undefined;
  readonly changes: ChangesBy;
  readonly answers: AnswersFor;
  /** Members who have left, for whoever may remove them. */
  readonly left: readonly LeftMember[];
  readonly past: PastLine;
  /** Actions that whoever looks may close because they look done. */
  readonly finished: readonly Finished[];
  /** The steps of the first hour, and whether whoever looks has put it aside. */
  readonly steps: readonly StepState[];
  readonly aside: boolean;
  /** Whether whoever looks has said that they know of the later version of the Toolkit. */
  readonly laterKnown: boolean;
};

export type TodayPageProps = {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly asked: WhenAsked;
  /** Undefined where a past day is looked at. */
  readonly today: TodayOnly | undefined;
};

/** The title of the page. That the example is one stands above every page of it. */
export function whereStands({ organisation, organisationName }: Seat): string {
  const name = isExample(organisation) ? organisationName.replace(/^Example: /, '') : organisationName;
  return `Where ${neutralised(name)} stands`;
}

/** Where the organisation stands, what changed, what to do and what lapses. */
export function TodayPage({ seat, standing, asked, today }: TodayPageProps) {
  const { check, holdings, on } = standing;
  const { organisation } = seat;
  const { catalogue, plan } = check;
  return (
    <>
      <Mistakes mistakes={asked.problem === undefined ? [] : [{ field: 'at-day', message: asked.problem }]} />
      <h1>
        <span className="nhsuk-caption-l">
          {dayInWords(on)}. NHS <Term of="toolkit">DSPT</Term> {catalogue.edition} ({catalogue.years}),{' '}
          <Term of="category">category</Term> {catalogue.category}
        </span>
        {whereStands(seat)}
      </h1>
      <AsAt past={asked.past} back={paths.home(organisation)} />
      <TermsUsed
        texts={[
          ...plan.actions.slice(0, STEPS_SHOWN).flatMap((action) => [action.step, FUNCTION_WORDS[action.function]]),
          'lapses, evidence items',
        ]}
        but={['toolkit', 'category', 'mandatory', 'standards-met', 'lead-time', 'claimed', 'defensible']}
      />
      {today && may(seat.role, 'read-registers') && (
        <CountedIncidents {...{ organisation, holdings }} now={today.now} />
      )}
      {today && !today.aside && !isExample(organisation) && <FirstHourHint seat={seat} steps={today.steps} />}
      {today && (
        <LaterEdition
          catalogue={catalogue}
          known={today.laterKnown ? undefined : todayPaths.knowsLater(organisation)}
        />
      )}
      <OutcomeSection check={check} />
      {today && <TakenOffLine organisation={organisation} check={check} />}
      {today?.before && <SinceVisit {...{ seat, check }} before={today.before} changes={today.changes} />}
      {today && (
        <MyPart
          {...{ seat, check, holdings }}
          email={today.visitor.account.email}
          answers={today.answers}
          left={today.left}
          toLookThrough={toLookThrough(standing).length}
        />
      )}

      {today && <LooksDone {...{ organisation, holdings }} finished={today.finished} />}
      <h2>What to do first</h2>
      {plan.actions.length === 0 ? (
        <p>Nothing needs fixing for Standards Met today.</p>
      ) : (
        <>
          <FirstSteps
            {...{ organisation, check, holdings, on }}
            gives={today !== undefined && may(seat.role, 'write-registers')}
            live={today !== undefined}
          />
          <p>
            <a href={paths.plan(organisation)}>The whole plan: {counted(plan.actions.length, 'step')}</a>
          </p>
        </>
      )}
      {today && <ReadinessLine organisation={organisation} past={today.past} check={check} />}
      <Lapses organisation={organisation} check={check} past={asked.past} />
      <div className="app-not-printed">
        <h2>As it was on a past day</h2>
        <AtForm action={paths.home(organisation)} asked={asked} />
      </div>
      <p className="app-aside">{shortCaveat(catalogue)}</p>
    </>
  );
}

function FirstHourHint({ seat, steps }: { readonly seat: Seat; readonly steps: readonly StepState[] }) {
  const next = nextStep(steps);
  if (next === undefined) return null;
  const begun = steps.some(({ state }) => state !== 'not-begun');
  return (
    <InsetText>
      <p>
        <a href={firstHour(seat.organisation)}>
          {begun ? 'Go on with the first hour' : 'Begin with the first hour'}: step {STEPS.indexOf(next) + 1} of{' '}
          {STEPS.length}
        </a>
      </p>
    </InsetText>
  );
}

function Lapses({
  organisation,
  check,
  past,
}: {
  readonly organisation: string;
  readonly check: Standing['check'];
  readonly past: Day | undefined;
}) {
  const lapses = check.forecast.filter(({ changes }) => changes.length > 0).slice(0, LAPSES);
  return (
    <>
      <h2>What changes next</h2>
      {lapses.length === 0 ? (
        <p>Nothing that counts today lapses on a known day in the next 18 months.</p>
      ) : (
        <ColumnsTable
          caption="The next days on which something changes"
          columns={lapseColumns(organisation, check)}
          rows={lapses}
          keyOf={({ on }) => on}
          files={`${todayPaths.lapses(organisation)}${past === undefined ? '' : `?at=${past}`}`}
        />
      )}
    </>
  );
}
