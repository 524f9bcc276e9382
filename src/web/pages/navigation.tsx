import type { Seat, Visitor } from '../../workspace/accounts/accounts.ts';
import { type Deed, may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';

const PAGES: readonly {
  readonly name: string;
  readonly path: (organisation: string) => string;
  readonly needs: Deed;
}[] = [
  { name: 'Where you stand', path: paths.home, needs: 'read-standing' },
  { name: 'Evidence items', path: paths.items, needs: 'read-standing' },
  { name: 'Documents', path: paths.documents, needs: 'read-standing' },
  { name: 'Registers', path: paths.registers, needs: 'read-registers' },
  { name: 'Journal', path: paths.journal, needs: 'read-journal' },
  { name: 'Members', path: paths.members, needs: 'manage-members' },
  { name: 'Settings', path: paths.settings, needs: 'manage-organisation' },
];

/** Where somebody who is signed in can go; what their role may not see is not offered. */
export function Navigation({ visitor, seat }: { readonly visitor: Visitor; readonly seat: Seat | undefined }) {
  return (
    <nav className="app-nav" aria-label="Main">
      {seat && (
        <>
          <p className="app-nav__organisation">{seat.organisationName}</p>
          <ul className="app-nav__list">
            {PAGES.filter(({ needs }) => may(seat.role, needs)).map(({ name, path }) => (
              <li key={name}>
                <a href={path(seat.organisation)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="app-nav__list app-nav__list--own">
        {visitor.needs === undefined && visitor.seats.length > 1 && (
          <li>
            <a href={paths.organisations}>Other organisations</a>
          </li>
        )}
        {visitor.needs === undefined && (
          <li>
            <a href={paths.account}>{visitor.account.name}</a>
          </li>
        )}
        <li>
          <form method="post" action={paths.signOut}>
            <button className="app-nav__button" type="submit">
              Sign out
            </button>
          </form>
        </li>
      </ul>
    </nav>
  );
}
