import { Button, Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { ownsOrganisation } from '../../workspace/accounts/setting-up.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { LoadExample } from '../example/load-example.tsx';
import { landingPath } from '../pages/navigation.tsx';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { paths } from '../paths.ts';
import { DoneBanner } from '../record/done-banner.tsx';
import type { Form } from '../route.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { CLIENT_COLUMNS } from './client-columns.tsx';
import type { Client } from './clients.ts';
import { ROLE_WORDS } from './role-words.ts';

/** The organisations somebody has a place in; of several, where each stands. */
export function OrganisationsPage({
  seats,
  clients = [],
  query,
  mistakes,
  typed = '',
}: {
  readonly seats: readonly Seat[];
  readonly clients?: readonly Client[];
  readonly query: Form;
  readonly mistakes: readonly FormMistake[];
  /** The name of another organisation that could not be added. */
  readonly typed?: string;
}) {
  const told = clients.length > 1;
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakes} />
      <h1>Your organisations</h1>
      {told && (
        <>
          <p>
            Most urgent first. Claimed and defensible count mandatory items. A standing that is not worked out yet is
            there when you look again in a minute.
          </p>
          <ColumnsTable
            caption="Your organisations and where each stands"
            columns={CLIENT_COLUMNS}
            rows={clients}
            keyOf={({ seat }) => seat.organisation}
            files={paths.organisationsFile}
          />
        </>
      )}
      {seats.length === 0 ? (
        <p>You belong to no organisation at the moment. Ask an owner to invite you.</p>
      ) : (
        <SeatList seats={told ? seats.filter(({ organisation }) => isExample(organisation)) : seats} />
      )}
      {ownsOrganisation(seats) && <AddAnother typed={typed} mistakes={mistakes} />}
      <LoadExample seats={seats} />
    </>
  );
}

function SeatList({ seats }: { readonly seats: readonly Seat[] }) {
  if (seats.length === 0) return null;
  return (
    <ul className="nhsuk-list">
      {seats.map((seat) => (
        <li key={seat.organisation}>
          <a href={landingPath(seat)}>{seat.organisationName}</a>, {ROLE_WORDS[seat.role].name.toLowerCase()}
          {seat.until !== undefined && ` until ${dayInWords(seat.until)}`}
          {isExample(seat.organisation) && (
            <>
              {' '}
              <Tag modifier="yellow">Not real</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddAnother({ typed, mistakes }: { readonly typed: string; readonly mistakes: readonly FormMistake[] }) {
  return (
    <details className="nhsuk-details" open={mistakes.some(({ field }) => field === 'organisationName')}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Add another organisation</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="post" action={paths.addOrganisation} noValidate>
          <FormId />
          <TextField
            name="organisationName"
            label="Name of the organisation"
            hint="You become its owner. Nobody else sees it until you invite them."
            defaultValue={typed}
            mistakes={mistakes}
          />
          <Button secondary>Add this organisation</Button>
        </form>
      </div>
    </details>
  );
}
