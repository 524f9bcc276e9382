import { dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import { landingPath } from '../pages/navigation.tsx';
import type { Column } from '../tables/columns-table.tsx';
import type { Client } from './clients.ts';
import { ROLE_WORDS } from './role-words.ts';

const notYet = 'Not worked out yet';

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
    text: ({ state }) => (state ? `${state.claimed} of ${state.mandatory}` : notYet),
  },
  {
    name: 'Defensible',
    text: ({ state }) => (state ? `${state.defensible} of ${state.mandatory}` : notYet),
  },
  { name: 'Overdue actions', text: ({ state }) => (state ? String(state.overdue) : notYet) },
  {
    name: 'Next lapse',
    text: ({ state }) => (state ? (state.lapsesOn ?? 'None known') : notYet),
    cell: ({ state }) => (state ? (state.lapsesOn ? dayInWords(state.lapsesOn) : 'None known') : notYet),
  },
];
