import { kindByPlural } from '../../record/kinds/kinds.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat, Visitor } from '../../workspace/accounts/accounts.ts';
import { type Deed, may, type Role } from '../../workspace/may.ts';
import { incidentPaths } from '../incidents/incident-paths.ts';
import { paths } from '../paths.ts';
import { peoplePaths } from '../people/people-paths.ts';
import { recordPaths } from '../record/record-paths.ts';
import { roomPath } from '../record/rooms.ts';
import { riskPaths } from '../risks/risk-paths.ts';
import { scopePaths } from '../scope/scope-paths.ts';

type Page = {
  readonly name: string;
  readonly path: (organisation: string) => string;
  readonly needs: Deed;
  /** Whoever may do this sees the same, and more, on another page. */
  readonly unless?: Deed;
  /** Stands beside whoever looks, not among the pages of the work. */
  readonly aside?: true;
};

const PAGES: readonly Page[] = [
  { name: 'Today', path: paths.home, needs: 'read-standing' },
  { name: 'Plan', path: paths.plan, needs: 'read-standing' },
  { name: 'Evidence items', path: paths.items, needs: 'read-standing' },
  { name: 'Documents', path: paths.documents, needs: 'read-standing' },
  { name: 'What is asked of you', path: peoplePaths.mine, needs: 'read-own-training', unless: 'read-registers' },
  {
    name: 'Tell us something went wrong',
    path: incidentPaths.tell,
    needs: 'report-incidents',
    unless: 'read-registers',
  },
  { name: 'Scope', path: scopePaths.scope, needs: 'read-registers' },
  { name: 'Suppliers', path: scopePaths.suppliers, needs: 'read-registers' },
  { name: 'People', path: peoplePaths.people, needs: 'read-registers' },
  { name: 'Activities', path: recordPaths.activities, needs: 'read-registers' },
  { name: 'Incidents', path: incidentPaths.incidents, needs: 'read-registers' },
  { name: 'Risks', path: riskPaths.risks, needs: 'read-registers' },
  { name: 'Registers', path: paths.registers, needs: 'read-registers' },
  { name: 'Journal', path: paths.journal, needs: 'read-journal', aside: true },
  { name: 'Settings', path: paths.settings, needs: 'manage-organisation', aside: true },
];

function pagesOf(role: Role): readonly Page[] {
  return PAGES.filter(({ needs, unless }) => may(role, needs) && !(unless && may(role, unless)));
}

/** Where somebody lands in an organisation: the first page that their role may see. */
export function landingPath({ organisation, role }: Pick<Seat, 'organisation' | 'role'>): string {
  return pagesOf(role)[0]?.path(organisation) ?? paths.organisations;
}

/** The organisation whose pages are offered. On pages of no organisation, whoever has a single one still sees the way back to it. */
export function seatShown({ needs, seats }: Visitor, seat: Seat | undefined): Seat | undefined {
  return seat ?? (needs === undefined && seats.length === 1 ? seats[0] : undefined);
}

/**
 * Where somebody who is signed in can go; what their role may not see is not offered. On a phone it is folded away behind a
 * button, which works without a script.
 */
export function Navigation({
  visitor,
  seat,
  here,
}: {
  readonly visitor: Visitor;
  readonly seat: Seat | undefined;
  readonly here: string;
}) {
  const settled = visitor.needs === undefined;
  const shown = seatShown(visitor, seat);
  return (
    <nav className="app-nav" aria-label="Main">
      <details className="app-menu">
        <summary>Menu</summary>
        <div className="app-menu__lists">
          {shown && (
            <ul className="app-nav__list app-nav__list--pages">
              {may(shown.role, 'read-standing') && (
                <li className="app-nav__search">
                  <a href={recordPaths.search(shown.organisation)}>Search</a>
                </li>
              )}
              <Links seat={shown} here={here} pages={pagesOf(shown.role).filter(({ aside }) => !aside)} />
            </ul>
          )}
          <ul className="app-nav__list app-nav__list--own">
            {settled && visitor.seats.length > 1 && (
              <li>
                <a href={paths.organisations} {...current(here, paths.organisations)}>
                  Other organisations
                </a>
              </li>
            )}
            {shown && <Links seat={shown} here={here} pages={pagesOf(shown.role).filter(({ aside }) => aside)} />}
            {settled && (
              <li>
                <a href={paths.account} {...current(here, paths.account)}>
                  {neutralised(visitor.account.name)}
                </a>
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
        </div>
      </details>
    </nav>
  );
}

/** Looks for words in everything that an organisation keeps, from every page. */
export function HeaderSearch({ organisation }: Pick<Seat, 'organisation'>) {
  return (
    <search aria-label="The whole record">
      <form method="get" action={recordPaths.search(organisation)} className="app-header__search">
        <input
          className="nhsuk-input"
          name="q"
          type="search"
          aria-label="Search everything you keep"
          placeholder="Search"
          maxLength={200}
          autoComplete="off"
        />
        <button className="app-nav__button" type="submit">
          Search
        </button>
      </form>
    </search>
  );
}

function Links({ seat, here, pages }: { readonly seat: Seat; readonly here: string; readonly pages: readonly Page[] }) {
  return pages.map(({ name, path }) => (
    <li key={name}>
      <a href={path(seat.organisation)} {...current(partOf(seat.organisation, here), path(seat.organisation))}>
        {name}
      </a>
    </li>
  ));
}

/** Where a page belongs: those of a register with a room of its own, its import among them, belong to the room. */
function partOf(organisation: string, here: string): string {
  const [path = ''] = here.split('?');
  const [plural = '', ...below] = path.startsWith(`${paths.registers(organisation)}/`)
    ? path.slice(paths.registers(organisation).length + 1).split('/')
    : [];
  const kind = kindByPlural(plural);
  const room = kind && (SCOPE.has(kind.name) ? scopePaths.scope(organisation) : roomPath(organisation, kind.name));
  return room === undefined ? here : [room, 'registers', ...below].join('/');
}

/** Registers that stand together in one room. */
const SCOPE: ReadonlySet<string> = new Set(['information-asset', 'digital-asset', 'data-flow']);

/** Marks the page somebody is on, and the part of the pages it belongs to. */
function current(here: string, path: string): { readonly 'aria-current'?: 'page' | 'true' } {
  const [address = ''] = here.split('?');
  if (address === path) return { 'aria-current': 'page' };
  // The addresses of organisations lie below one another: only the longer ones are parts.
  const isPart = path.split('/').length > 3 && address.startsWith(`${path}/`);
  return isPart ? { 'aria-current': 'true' } : {};
}
