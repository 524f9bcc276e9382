import { Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import { hoursInWords } from '../incidents/hours-counted.ts';
import { incidentPaths } from '../incidents/incident-paths.ts';
import { landingPath } from '../pages/navigation.tsx';
import type { Column } from '../tables/columns-table.tsx';
import { type Client, type ClientState, toldOf, type Untold } from './clients.ts';
import { ROLE_WORDS } from './role-words.ts';

const UNTOLD: Readonly<Record<Untold, string>> = {
  'not-for-role': 'Your role does not see this',
  'cannot-be-judged': 'Cannot be worked out: look at its Settings',
  'not-yet': 'Not worked out yet',
};

/** What is told of a client, or why nothing is. */
function told(client: Client, words: (state: ClientState) => string): string {
  return typeof client.state === 'string' ? UNTOLD[client.state] : words(client.state);
}

/** Several organisations and where each stands. */
export const CLIENT_COLUMNS: readonly Column<Client>[] = [
  {
    name: 'Organisation',
    text: ({ seat }) => neutralised(seat.organisationName),
    cell: ({ seat }) => (
      <>
        <a href={landingPath(seat)}>{neutralised(seat.organisationName)}</a>
        <span className="app-because">
          {ROLE_WORDS[seat.role].name}
          {seat.until !== undefined && ` until ${dayInWords(seat.until)}`}
        </span>
      </>
    ),
  },
  {
    name: 'Claimed',
    text: (client) => told(client, ({ claimed, mandatory }) => `${claimed} of ${mandatory}`),
  },
  {
    name: 'Defensible',
    text: (client) => told(client, ({ defensible, mandatory }) => `${defensible} of ${mandatory}`),
  },
  {
    name: 'Hours to report a breach',
    text: (client) => told(client, ({ breach }) => (breach ? hoursInWords(breach) : 'None run')),
    cell: (client) => {
      const breach = toldOf(client)?.breach;
      return breach ? (
        <a href={incidentPaths.one(client.seat.organisation, breach.id)}>
          <Tag modifier="red">{hoursInWords(breach)}</Tag>
          <span className="nhsuk-u-visually-hidden"> for {neutralised(client.seat.organisationName)}</span>
        </a>
      ) : (
        told(client, () => 'None run')
      );
    },
  },
  { name: 'Overdue actions', text: (client) => told(client, ({ overdue }) => String(overdue)) },
  {
    name: 'Next lapse',
    text: (client) => told(client, ({ lapsesOn }) => lapsesOn ?? 'None known'),
    cell: (client) => told(client, ({ lapsesOn }) => (lapsesOn ? dayInWords(lapsesOn) : 'None known')),
  },
];
