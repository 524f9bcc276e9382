import { InsetText, NotificationBanner, Tag } from 'nhsuk-react-components';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { type Day, dayInWords, daysBetween, periodInWords } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { document } from '../../record/kinds/document.ts';
import { withArticle } from '../../record/words.ts';
import { counted, listed } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { Term } from '../glossary/term.tsx';
import { paths } from '../paths.ts';
import { paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import type { SeatedVisit } from '../route.ts';
import { TableFiles } from '../tables/table-files.tsx';
import { STATE_TITLES } from './activity-columns.ts';
import { History, HistoryPage } from './activity-history.tsx';
import {
  type Activity,
  type ActivityRow,
  type ActivityState,
  activityRows,
  countsFor,
  newestFirst,
} from './activity-list.ts';
import { ItemRefs, Refs, resultWords } from './activity-parts.tsx';

type Model = Pick<SeatedVisit, 'seat' | 'query'> & {
  readonly holdings: Holdings;
  readonly check: GapCheck | undefined;
  /** Why nothing is known of what is asked for, where it is not. */
  readonly why: string | undefined;
  readonly on: Day;
};

const GROUPS: readonly { readonly state: ActivityState; readonly title: string; readonly says: string }[] = [
  { state: 'overdue', title: STATE_TITLES.overdue, says: 'You did these once, too long ago to count.' },
  { state: 'never', title: STATE_TITLES.never, says: 'We found none in this register or in your documents.' },
  { state: 'due', title: STATE_TITLES.due, says: 'The one that is due soonest comes first.' },
  {
    state: 'no-interval',
    title: STATE_TITLES['no-interval'],
    says: 'These are good to do. Nothing that applies to you asks for them by name.',
  },
];

/** What is done again and again, and what has been done. */
export function ActivitiesPage(model: Model) {
  const { seat, query, holdings, check, why, on } = model;
  const history = paged(newestFirst(holdings), query);
  if (history.page > 1) return <HistoryPage {...model} history={history} />;
  const rows = activityRows(check, holdings, on);
  const groups = GROUPS.map((group) => ({ ...group, rows: rows.filter(({ state }) => state === group.state) }));
  return (
    <>
      <RecordedBanner {...model} rows={rows} />
      <h1>Activities</h1>
      <p>
        Tests, checks and reviews that the <Term of="toolkit">Toolkit</Term> asks for. It takes two minutes to record
        one, and it counts for its <Term of="evidence-item">evidence items</Term> at once.
      </p>
      {why !== undefined && (
        <InsetText>
          <p>{neutralised(why)} Until then we cannot say which items these count for, or when they are due.</p>
        </InsetText>
      )}
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <section key={group.state} className="app-activities" aria-labelledby={group.state}>
            <h2 id={group.state}>
              {group.title} <span className="app-aside">{counted(group.rows.length, 'activity', 'activities')}</span>
            </h2>
            <p>{group.says}</p>
            {group.rows.map((row) => (
              <ActivityBlock key={row.kind} {...model} row={row} />
            ))}
          </section>
        ))}
      <TableFiles href={`${recordPaths.activities(seat.organisation)}/export`} of="activities and when they are due" />
      <h2 id="history">Done and planned</h2>
      <History {...model} history={history} />
      {may(seat.role, 'write-registers') && (
        <p>
          Something else? <a href={recordPaths.add(seat.organisation, activity.plural)}>Add another activity</a>
        </p>
      )}
    </>
  );
}

const SOON_DAYS = 60;

function StateTag({ row: { state, due }, on }: { readonly row: ActivityRow; readonly on: Day }) {
  switch (state) {
    case 'overdue':
      return <Tag modifier="red">Overdue</Tag>;
    case 'never':
      return <Tag modifier="orange">Never done</Tag>;
    case 'due':
      return due !== undefined && daysBetween(on, due) <= SOON_DAYS ? (
        <Tag modifier="yellow">Due soon</Tag>
      ) : (
        <Tag modifier="green">In date</Tag>
      );
    case 'no-interval':
      return null;
    default:
      return state satisfies never;
  }
}

function ActivityBlock({ row, ...model }: Model & { readonly row: ActivityRow }) {
  const { seat, on } = model;
  const { kind, template, planned } = row;
  return (
    <article className="app-activity" aria-labelledby={kind}>
      <h3 id={kind}>
        {template.name} <StateTag row={row} on={on} />
      </h3>
      <p>{template.why}</p>
      <dl>
        <dt>Last done</dt>
        <dd>
          <LastDone {...model} row={row} />
        </dd>
        <dt>Due again</dt>
        <dd>
          <DueAgain row={row} />
        </dd>
        {planned.slice(0, 1).map((one) => (
          <PlannedFor key={one.id} {...model} one={one} />
        ))}
        <dt>Needed for</dt>
        <dd>{row.demands.length > 0 ? <ItemRefs seat={seat} row={row} /> : 'No item by itself'}</dd>
        {row.helps.length > 0 && (
          <>
            <dt>Helps with</dt>
            <dd>
              <Refs seat={seat} refs={row.helps} />
            </dd>
          </>
        )}
        <dt>Who and how long</dt>
        <dd>
          {FUNCTION_WORDS[template.function]}. {template.takes}
        </dd>
      </dl>
      {may(seat.role, 'write-registers') && (
        <p className="app-not-printed">
          <a href={recordPaths.recordActivity(seat.organisation, kind)}>
            Record one<span className="nhsuk-u-visually-hidden">: {template.name.toLowerCase()}</span>
          </a>
        </p>
      )}
    </article>
  );
}

function PlannedFor({ seat, one }: Model & { readonly one: Activity }) {
  return (
    <>
      <dt>Planned for</dt>
      <dd>
        <a href={paths.entity(seat.organisation, activity.plural, one.id)}>{dayInWords(one.data.doneOn)}</a>. It counts
        once it has taken place
      </dd>
    </>
  );
}

function LastDone({ row: { done, told }, seat, holdings }: Model & { readonly row: ActivityRow }) {
  const [last] = done;
  if (last && (told === undefined || last.data.doneOn >= told.on)) {
    return (
      <>
        <a href={paths.entity(seat.organisation, activity.plural, last.id)}>{dayInWords(last.data.doneOn)}</a>.{' '}
        {resultWords(last, holdings)}
      </>
    );
  }
  if (told === undefined) return 'Never, as far as your record says';
  const id = listOf(holdings, document).find(({ data }) => data.path === told.path)?.id;
  const path = <bdi className="app-path">{neutralised(told.path)}</bdi>;
  return (
    <>
      {dayInWords(told.on)}, as you say in{' '}
      {id === undefined ? path : <a href={paths.document(seat.organisation, id)}>{path}</a>}
    </>
  );
}

function DueAgain({ row: { state, due, demands, done, interval } }: { readonly row: ActivityRow }) {
  if (interval === undefined) return 'Not known. We know of nothing that says how often';
  const ours = interval.confirmed ? '' : ' (our judgement, not confirmed)';
  const every = `at least every ${periodInWords(interval.within)}${ours}`;
  const mustPass = demands.some((demand) => demand.mustPass);
  const failed = mustPass && done[0] !== undefined && done[0].data.result !== 'passed';
  const why = failed ? '. The last one did not pass, and only one that passed counts' : '';
  if (state === 'never') {
    const shown = demands.every(({ assessed }) => assessed.standing === 'proven');
    return shown ? `Not urgent, because you have proof without it; ${every}` : `Now; ${every}`;
  }
  if (due === undefined) return `Now; ${every}${why}`;
  return `${state === 'overdue' ? 'Was due by' : 'By'} ${dayInWords(due)}; ${every}${why}`;
}

/** Says what was just recorded, and for which items it counts now. */
function RecordedBanner({ query, seat, holdings, on, rows }: Model & { readonly rows: readonly ActivityRow[] }) {
  const recorded = newestFirst(holdings).find(({ id }) => id === query.text('recorded'));
  const row = recorded && rows.find(({ kind }) => kind === recorded.data.kind);
  if (!row) return null;
  const counting = countsFor(row, recorded, on);
  const refs = counting.flatMap(({ assessed }) => (DEFENSIBLE.has(assessed.standing) ? assessed.item.ref : []));
  const partly = counting.flatMap(({ assessed }) => (DEFENSIBLE.has(assessed.standing) ? [] : assessed.item.ref));
  return (
    <NotificationBanner success disableAutoFocus title="Done">
      <p className="nhsuk-notification-banner__heading">
        The {row.template.name.toLowerCase()} is recorded.{' '}
        {refs.length > 0 && (
          <>
            It now counts for <Refs seat={seat} refs={refs} />.{' '}
          </>
        )}
        {partly.length > 0 && (
          <>
            It is a part of what <Refs seat={seat} refs={partly} /> {partly.length === 1 ? 'asks' : 'ask'} for; the rest
            stands there.
          </>
        )}
        {counting.length === 0 && whyNone(row, recorded, on)}
      </p>
    </NotificationBanner>
  );
}

function whyNone({ demands, helps, template }: ActivityRow, { data }: Activity, on: Day): string {
  if (data.doneOn > on) return 'It counts once it has taken place: record its result then.';
  if (demands.length === 0)
    return helps.length > 0 ? `It helps with ${listed(helps)}.` : 'No item asks for it by name.';
  return demands.some(({ mustPass }) => mustPass) && data.result !== 'passed'
    ? `It counts for no item: only ${withArticle(template.name.toLowerCase())} that passed does.`
    : 'It was too long ago to count for an item today.';
}
