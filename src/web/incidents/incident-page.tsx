import { Button, InsetText } from 'nhsuk-react-components';
import { dayInBritain, dayInWords, daysBetween } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { incidentClock, spanInWords } from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { Term } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes, When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { UndoBanner } from '../record/undo-change.tsx';
import { DataTable } from '../report/data-table.tsx';
import type { SeatedVisit } from '../route.ts';
import { mendingPath } from '../scope/gap-list.tsx';
import { AboutClock, ClockWords } from './incident-clock-words.tsx';
import { type Incident, type IncidentData, isCounted, leftToDo, STEPS } from './incident-list.ts';
import { incidentPaths } from './incident-paths.ts';
import { SeverityTag } from './incidents-page.tsx';

/** One incident: its clock, what is left to do, what was done when, and buttons for what is done now. */
export function IncidentPage({
  seat,
  one,
  now,
  query,
  problems,
}: Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly one: Incident;
  readonly now: Instant;
  readonly problems: readonly FieldProblem[];
}) {
  const { organisation, role } = seat;
  const { id, data } = one;
  const writes = may(role, 'write-registers');
  const clock = incidentClock(data, now);
  const left = leftToDo(data);
  const closed = data.closedOn !== undefined;
  return (
    <div className="app-incidents">
      <UndoBanner
        query={query}
        undo={(entry) => (writes && entry === id ? incidentPaths.undo(organisation, id) : undefined)}
      />
      <BackLink href={incidentPaths.incidents(organisation)}>Incidents</BackLink>
      <Mistakes mistakes={problems.map(({ message }) => ({ message }))} />
      <h1>
        <span className="nhsuk-caption-l">Incident</span>
        {neutralised(data.title)}
      </h1>
      <p>
        <SeverityTag severity={data.severity} />{' '}
        {data.personalData ? (
          <Term of="personal-data">Personal data</Term>
        ) : (
          <>
            No <Term of="personal-data">personal data</Term>
          </>
        )}{' '}
        was concerned.{' '}
        {data.peopleAffected !== undefined && `${counted(data.peopleAffected, 'person', 'people')} affected.`}
      </p>
      <ClockWords clock={clock} />
      {isCounted(clock) && <AboutClock />}
      {left.length > 0 && (
        <>
          <h2>Left to do</h2>
          <ul>
            {left.map(({ words, field }) => (
              <li key={field}>
                {writes ? <a href={mendingPath(organisation, { kind: incident, id, field })}>{words}</a> : words}
              </li>
            ))}
          </ul>
        </>
      )}
      {writes && !closed && <NextSteps organisation={organisation} one={one} />}
      <h2>What happened when</h2>
      <DataTable
        caption="What happened when"
        columns={['What', 'When', 'After it was found']}
        rows={timeline(data).map(({ what, when, after }) => ({ key: what, cells: [what, when, after] }))}
      />
      <h2>Cause and lessons</h2>
      {data.cause || data.lessons ? (
        <>
          <Words words={data.cause} label="Cause" />
          <Words words={data.lessons} label="What was learnt and changed" />
        </>
      ) : (
        <p>Neither is written down yet.</p>
      )}
      <p>
        <a href={paths.entity(organisation, incident.plural, id)}>
          {writes ? 'Change what is kept, or see its history' : 'All that is kept, and its history'}
        </a>
      </p>
    </div>
  );
}

function NextSteps({ organisation, one }: { readonly organisation: string; readonly one: Incident }) {
  const { data } = one;
  const outside = data.personalData || data.severity === 'reportable' || data.severity === 'undecided';
  const open = STEPS.filter(
    ({ step, field }) => data[field] === undefined && (outside || step === 'management' || step === 'closed'),
  );
  return (
    <>
      <h2>Record what you do now</h2>
      <div className="app-incidents__steps">
        {open.map(({ step, press }) => (
          <form key={step} method="post" action={incidentPaths.step(organisation, one.id)}>
            <FormId />
            <input type="hidden" name="seen" value={one.revision} />
            <input type="hidden" name="step" value={step} />
            <Button secondary small>
              {press}
            </Button>
          </form>
        ))}
      </div>
      <p className="app-aside">
        Each is kept with the time it is now, and can be undone. What is left to do is our judgement.{' '}
        <a href={paths.entity(organisation, incident.plural, one.id)}>Enter another day or time</a>
      </p>
    </>
  );
}

function Words({ words, label }: { readonly words: string | undefined; readonly label: string }) {
  if (words === undefined) return null;
  return (
    <InsetText>
      <p>
        <strong>{label}</strong>
      </p>
      <p className="app-lines">{words.split('\n').map(neutralised).join('\n')}</p>
    </InsetText>
  );
}

/** What happened to an incident, in order. Of what is kept by the day no more is told than days. */
function timeline(data: IncidentData) {
  const { foundAt, happenedOn } = data;
  const found = dayInBritain(foundAt);
  const steps = STEPS.flatMap(({ field, done }) => {
    const at = data[field];
    if (at === undefined) return [];
    const instant = field === 'reportedAt';
    return [
      {
        what: done,
        sort: instant ? dayInBritain(at) : at,
        when: instant ? <When at={at} /> : dayInWords(at),
        after: instant ? spanInWords(Date.parse(at) - Date.parse(foundAt)) : daysAfter(daysBetween(found, at)),
      },
    ];
  }).sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  return [
    ...(happenedOn === undefined
      ? []
      : [{ what: 'Happened', when: dayInWords(happenedOn), after: daysAfter(daysBetween(found, happenedOn)) }]),
    { what: 'Found', when: <When at={foundAt} />, after: 'The hours begin' },
    ...steps,
  ];
}

function daysAfter(days: number): string {
  if (days === 0) return 'The same day';
  return days > 0 ? counted(days, 'day') : `${counted(-days, 'day')} before`;
}
