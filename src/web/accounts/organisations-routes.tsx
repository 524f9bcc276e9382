import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import type { Standings } from '../../workspace/standing/standing.ts';
import { firstHour } from '../first-hour/first-hour-paths.ts';
import { paths } from '../paths.ts';
import { page, pageAgain, type Route, redirect } from '../route.ts';
import { idOfSent } from '../sent-before.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { ownTableRoutes } from '../tables/table-routes.ts';
import { CLIENT_COLUMNS } from './client-columns.tsx';
import { clientsOf } from './clients.ts';
import { OrganisationsPage } from './organisations-page.tsx';

const TITLE = 'Your organisations';

/** Which organisations somebody has a place in, where each stands, and beginning another. */
export function organisationsRoutes({
  accounts,
  standings,
  today,
  now,
}: {
  readonly accounts: Pick<Accounts, 'settingUp'>;
  readonly standings: Pick<Standings, 'on'>;
  readonly today: () => Day;
  readonly now: () => Instant;
}): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.organisations,
      needs: 'signed-in',
      answer: async ({ visitor: { seats }, query }) => {
        const clients = await clientsOf(seats, standings, today(), now());
        return page(TITLE, <OrganisationsPage {...{ seats, clients, query }} mistakes={[]} />);
      },
    },
    ...ownTableRoutes(paths.organisationsFile, async ({ visitor: { seats } }) => ({
      name: `organisations ${today()}`,
      ...tableOf(CLIENT_COLUMNS, await clientsOf(seats, standings, today(), now())),
    })),
    {
      method: 'POST',
      path: paths.addOrganisation,
      needs: 'signed-in',
      mostAMinute: 10,
      answer: async (visit) => {
        const { visitor, form, query } = visit;
        const { seats } = visitor;
        const typed = form.text('organisationName');
        const done = await accounts.settingUp.addOrganisation(visitor, typed, idOfSent(visit));
        if (done.ok) return redirect(firstHour(done.organisation));
        if (done.problem.type === 'forbidden') return { show: 'forbidden' };
        const clients = await clientsOf(seats, standings, today(), now());
        return pageAgain(TITLE, <OrganisationsPage {...{ seats, clients, query, typed }} mistakes={[done.problem]} />);
      },
    },
  ];
}
