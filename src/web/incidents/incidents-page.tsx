import { Button, Select, Tag, TextInput } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { incidentClock, isOpen } from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { Refs } from '../activities/activity-parts.tsx';
import { TermsUsed } from '../glossary/term.tsx';
import { When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { addressOf, type ListAsked } from '../registers/narrowed-list.ts';
import { NarrowingSelects } from '../registers/narrowing-selects.tsx';
import type { SeatedVisit } from '../route.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { AboutClock, ClockWords, ClosedTooSoon } from './incident-clock-words.tsx';
import { closedColumns } from './incident-columns.tsx';
import { IncidentFigure } from './incident-figure.tsx';
import {
  type Incident,
  type IncidentData,
  leftToDo,
  type Quarter,
  SHOWN,
  type Shown,
  severityWords,
} from './incident-list.ts';
import { incidentPaths } from './incident-paths.ts';
import { TellLink } from './tell-page.tsx';

type IncidentsModel = Pick<SeatedVisit, 'seat' | 'query'> & {
  /** Those asked for, in the order shown. */
  readonly rows: readonly Incident[];
  /** How many there are, asked for or not, and how many of them are open. */
  readonly all: number;
  readonly open: number;
  readonly asked: ListAsked;
  readonly shown: Shown;
  readonly quarters: readonly Quarter[];
  /** Evidence items whose proof may rest on the register. */
  readonly refs: readonly string[];
  readonly now: Instant;
};

/** Incidents and near misses: those that are open with what they still ask for, then the closed ones. */
export function IncidentsPage(model: IncidentsModel) {
  const { seat, query, rows, all, open, asked, shown, quarters, refs } = model;
  const { organisation, role } = seat;
  const { rows: here, page, pages } = paged(rows, query);
  const openHere = here.filter(({ data }) => isOpen(data));
  const closedHere = here.filter(({ data }) => !isOpen(data));
  const path = incidentPaths.incidents(organisation);
  const address = addressOf(path, asked);
  const href = shown === '' ? address : `${address}${address.includes('?') ? '&' : '?'}show=${shown}`;
  return (
    <div className="app-incidents">
      <DoneBanner query={query} />
      <h1>Incidents</h1>
      <p>What went wrong or nearly did, what is left to do about it, and what you learnt.</p>
      {may(role, 'write-registers') && (
        <Button href={incidentPaths.report(organisation)}>Report an incident or near miss</Button>
      )}
      {!may(role, 'write-registers') && <TellLink organisation={organisation} />}
      <ul className="app-ways">
        <li>
          <a href={paths.register(organisation, incident.plural)}>The same as a register</a>
        </li>
        {may(role, 'write-registers') && (
          <li>
            <a href={recordPaths.importRegister(organisation, incident.plural)}>Import a spreadsheet</a>
          </li>
        )}
      </ul>
      {all === 0 ? (
        <>
          <p>
            No incident or near miss is kept here yet. Keep near misses too: an empty list makes a reader ask whether
            people report at all.
          </p>
          <AboutClock />
        </>
      ) : (
        <>
          {openHere.length === 0 && <TermsUsed texts={['personal data']} />}
          <Narrow {...{ path, asked, shown }} open={all > ENOUGH || rows.length < all} />
          <p>
            {rows.length < all && `${rows.length.toLocaleString('en-GB')} of `}
            {counted(all, 'incident or near miss', 'incidents and near misses')}
            {rows.length === all && `, ${open.toLocaleString('en-GB')} of them open`}
            {pages > 1 && `; page ${page} of ${pages}`}. {rows.length < all && <a href={path}>Show all</a>}
          </p>
          {openHere.length > 0 && (
            <>
              <h2>Open</h2>
              <AboutClock />
              <ul className="app-steps">
                {openHere.map((one) => (
                  <OpenIncident key={one.id} {...{ seat, one }} now={model.now} />
                ))}
              </ul>
            </>
          )}
          {closedHere.length > 0 && (
            <Closed
              seat={seat}
              rows={closedHere}
              now={model.now}
              files={addressOf(incidentPaths.closed(organisation), asked)}
            />
          )}
          <PageLinks page={page} pages={pages} href={href} />
          <IncidentFigure quarters={quarters} files={incidentPaths.quarters(organisation)} />
        </>
      )}
      {refs.length > 0 && (
        <p className="app-aside">
          The register may count as proof for <Refs seat={seat} refs={refs} />.
        </p>
      )}
    </div>
  );
}

/** So few entries are found at a glance. */
const ENOUGH = 10;
/** Of what is left to do, so much is named in the list. */
const NAMED = 3;

function OpenIncident({ seat, one, now }: { readonly seat: Seat; readonly one: Incident; readonly now: Instant }) {
  const { id, data } = one;
  const clock = incidentClock(data, now);
  const left = leftToDo(data);
  const first = left.slice(0, left.length > NAMED + 1 ? NAMED : left.length);
  return (
    <li>
      <h3>
        <a href={incidentPaths.one(seat.organisation, id)}>{neutralised(data.title)}</a>
      </h3>
      <p>
        <SeverityTag severity={data.severity} /> Found on <When at={data.foundAt} />.{' '}
        {data.personalData ? 'Personal data was concerned.' : 'No personal data was concerned.'}
      </p>
      <ClosedTooSoon data={data} />
      <ClockWords clock={clock} />
      <p>{toldWords(data)}</p>
      <p className="app-incidents__left">Left to do:</p>
      <ul>
        {first.map(({ words, field }) => (
          <li key={field}>{words}</li>
        ))}
        {left.length > first.length && <li>and {left.length - first.length} more</li>}
      </ul>
    </li>
  );
}

/** Who was told so far, in a sentence. */
function toldWords(data: IncidentData): string {
  const told = [
    ['management', data.managementToldOn],
    ['customers', data.customersToldOn],
    ['people concerned', data.peopleToldOn],
  ].flatMap(([who, on]) => (on === undefined ? [] : [`${who} on ${dayInWords(on)}`]));
  return told.length === 0 ? 'Nobody has been told, as far as is recorded.' : `Told: ${listed(told)}.`;
}

const COLOURS = { reportable: 'red', undecided: 'yellow', minor: 'blue', 'near-miss': 'grey' } as const;

export function SeverityTag({ severity }: Pick<IncidentData, 'severity'>) {
  return <Tag modifier={COLOURS[severity]}>{severityWords(severity)}</Tag>;
}

function Closed({
  seat,
  rows,
  now,
  files,
}: {
  readonly seat: Seat;
  readonly rows: readonly Incident[];
  readonly now: Instant;
  readonly files: string;
}) {
  return (
    <>
      <h2>Closed</h2>
      <ColumnsTable
        caption="Closed incidents"
        columns={closedColumns(seat.organisation, now)}
        rows={rows}
        keyOf={({ id }) => id}
        files={files}
      />
    </>
  );
}

function Narrow({
  path,
  asked,
  shown,
  open,
}: {
  readonly path: string;
  readonly asked: ListAsked;
  readonly shown: Shown;
  readonly open: boolean;
}) {
  return (
    <details className="nhsuk-details" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Find or filter incidents</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={path} noValidate className="app-narrow">
          <TextInput id="find" name="find" label="Words to find" defaultValue={asked.find} />
          <Select id="show" name="show" label="Show" defaultValue={shown}>
            {Object.entries(SHOWN).map(([value, words]) => (
              <Select.Option key={value} value={value}>
                {words}
              </Select.Option>
            ))}
          </Select>
          <NarrowingSelects kind={incident} asked={asked} />
          <Button secondary>Show</Button>
        </form>
      </div>
    </details>
  );
}
