import { Button, InsetText } from 'nhsuk-react-components';
import type { Instant } from '../../record/holdings.ts';
import { incidentClock, isOpen, mayHaveToBeReported, notYetClosed } from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { Term } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { UndoBanner } from '../record/undo-change.tsx';
import type { SeatedVisit } from '../route.ts';
import { mendingPath } from '../scope/gap-list.tsx';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { AboutClock, ClockWords, ClosedTooSoon } from './incident-clock-words.tsx';
import { TIMELINE_COLUMNS, timeline } from './incident-columns.tsx';
import { type Incident, isCounted, leftToDo, STEPS } from './incident-list.ts';
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
      <ClosedTooSoon data={data} />
      <ClockWords clock={clock} />
      {isCounted(clock) && <AboutClock />}
      <Words words={data.details} label="In the words of the person who reported it" />
      {data.reportedBy !== undefined && <p>Reported by {neutralised(data.reportedBy)}.</p>}
      <Words words={data.notReportedBecause} label="Why it was not reported" />
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
      {writes && isOpen(data) && <NextSteps organisation={organisation} one={one} />}
      <h2>What happened when</h2>
      <ColumnsTable
        caption="What happened when"
        columns={TIMELINE_COLUMNS}
        rows={timeline(data)}
        keyOf={({ what }) => what}
        files={incidentPaths.timeline(organisation, id)}
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
      <p className="app-not-printed">
        <a href={paths.entity(organisation, incident.plural, id)}>
          {writes ? 'Change what is kept, or see its history' : 'All that is kept, and its history'}
        </a>
      </p>
    </div>
  );
}

function NextSteps({ organisation, one }: { readonly organisation: string; readonly one: Incident }) {
  const { data } = one;
  const outside = data.personalData || mayHaveToBeReported(data);
  const notYet = data.closedOn === undefined ? notYetClosed(data) : undefined;
  const open = STEPS.filter(({ step, field }) => {
    if (data[field] !== undefined) return false;
    return step === 'closed' ? notYet === undefined : outside || step === 'management';
  });
  return (
    <div className="app-not-printed">
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
      {notYet !== undefined && <p>{notYet}.</p>}
      <p className="app-aside">
        A button keeps today’s date; the one for a report keeps the time too. You can undo each. What is left to do is
        our judgement. <a href={paths.entity(organisation, incident.plural, one.id)}>Enter another day or time</a>
      </p>
    </div>
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
