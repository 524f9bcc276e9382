import { Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { LoadExample } from '../example/load-example.tsx';
import { landingPath } from '../pages/navigation.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import type { Form } from '../route.ts';
import { ROLE_WORDS } from './role-words.ts';

/** The organisations somebody has a place in. */
export function OrganisationsPage({
  seats,
  query,
  mistakes,
}: {
  readonly seats: readonly Seat[];
  readonly query: Form;
  readonly mistakes: readonly FormMistake[];
}) {
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakes} />
      <h1>Your organisations</h1>
      {seats.length === 0 ? (
        <p>You belong to no organisation at the moment. Ask an owner to invite you.</p>
      ) : (
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
      )}
      <LoadExample seats={seats} />
    </>
  );
}
