import { type Day, dayAfter } from '../../record/day.ts';
import type { Member } from '../../workspace/accounts/accounts.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import type { KeptRecords } from '../../workspace/kept-records.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { dayTyped } from '../record/entity-form-values.ts';
import { page, pageAgain, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { leftMembers } from './left-members.ts';
import { memberColumns, tokenColumns } from './member-columns.tsx';
import { LinkOncePage, MemberPage, MembersPage, TokensPage } from './member-pages.tsx';

export type MemberServices = {
  readonly accounts: Accounts;
  readonly records: KeptRecords;
  readonly site: string;
  readonly today: () => Day;
};

/** Who is in the organisation, who is invited, and the tokens of programs. */
export function memberRoutes({ accounts, records, site, today }: MemberServices): readonly Route[] {
  const { memberships, invitations, tokens } = accounts;

  async function leftIn(organisation: string, members: readonly Member[]) {
    const record = await records.open(organisation);
    return record ? leftMembers(members, record.holdings, today()) : [];
  }

  async function memberPage({ seat }: SeatedVisit, member: Member, mistakes: readonly FormMistake[]) {
    const [left] = await leftIn(seat.organisation, [member]);
    return <MemberPage {...{ seat, member, mistakes }} leftOn={left?.leftOn} />;
  }

  async function membersPage(
    { seat }: SeatedVisit,
    typed: { email: string; role: string; until: string },
    mistakes: readonly FormMistake[],
  ) {
    const [members, invited] = await Promise.all([
      memberships.list(seat.organisation),
      invitations.list(seat.organisation),
    ]);
    const left = await leftIn(seat.organisation, members);
    return <MembersPage {...{ seat, members, left, invited, typed, mistakes }} />;
  }
  const FIRST = { email: '', role: 'contributor', until: '' };

  async function tokensPage(
    visit: SeatedVisit,
    typed: { name: string; scopes: readonly string[]; expiresOn: string },
    mistakes: readonly FormMistake[],
  ) {
    return (
      <TokensPage
        seat={visit.seat}
        tokens={await tokens.list(visit.seat.organisation)}
        typed={typed}
        mistakes={mistakes}
      />
    );
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/members',
      needs: 'manage-members',
      answer: async (visit) => page('Members', await membersPage(visit, FIRST, [])),
    },
    ...tableRoutes('/organisations/:organisation/members/export', 'manage-members', async ({ seat }) => {
      const members = await memberships.list(seat.organisation);
      const columns = memberColumns(seat, await leftIn(seat.organisation, members));
      return { name: `members ${today()}`, ...tableOf(columns, members) };
    }),
    {
      method: 'POST',
      path: '/organisations/:organisation/members/invite',
      needs: 'manage-members',
      fresh: true,
      answer: async (visit) => {
        const { form, seat, visitor } = visit;
        const typed = { email: form.text('email'), role: form.text('role'), until: dayTyped(form, 'until') };
        const done = await invitations.invite(seat.organisation, visitor, typed);
        if (!done.ok) return pageAgain('Members', await membersPage(visit, typed, [done.problem]));
        const link = `${site}${paths.invitation(done.token)}`;
        return page(
          'Invitation',
          <LinkOncePage kind="invitation" secret={link} back={paths.members(seat.organisation)} />,
        );
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/members/withdraw',
      needs: 'manage-members',
      answer: async ({ form, seat, visitor }) => {
        await invitations.withdraw(seat.organisation, `account:${visitor.account.id}`, form.text('invitation'));
        return redirect(paths.members(seat.organisation));
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/members/:account',
      needs: 'manage-members',
      answer: async (visit) => {
        const { params, seat } = visit;
        const member = (await memberships.list(seat.organisation)).find(({ account }) => account === params.account);
        if (!member) return { show: 'not-found' };
        return page(member.name, await memberPage(visit, member, []));
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/members/:account',
      needs: 'manage-members',
      fresh: true,
      answer: async (visit) => {
        const { params, form, seat, visitor } = visit;
        const member = (await memberships.list(seat.organisation)).find(({ account }) => account === params.account);
        if (!member) return { show: 'not-found' };
        const to = { role: form.text('role'), until: dayTyped(form, 'until') };
        const done = await memberships.change(seat.organisation, `account:${visitor.account.id}`, member.account, to);
        if (done.ok) return redirect(paths.members(seat.organisation));
        return pageAgain(member.name, await memberPage(visit, member, [done.problem]));
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/members/:account/remove',
      needs: 'manage-members',
      fresh: true,
      answer: async (visit) => {
        const { params, seat, visitor } = visit;
        const member = (await memberships.list(seat.organisation)).find(({ account }) => account === params.account);
        if (!member) return { show: 'not-found' };
        const done = await memberships.remove(seat.organisation, `account:${visitor.account.id}`, member.account);
        if (done.ok)
          return redirect(member.account === visitor.account.id ? paths.start : paths.members(seat.organisation));
        return pageAgain(member.name, await memberPage(visit, member, [done.problem]));
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/tokens',
      needs: 'manage-tokens',
      answer: async (visit) =>
        page(
          'API tokens',
          await tokensPage(visit, { name: '', scopes: ['read-standing'], expiresOn: dayAfter(today(), 'P90D') }, []),
        ),
    },
    ...tableRoutes('/organisations/:organisation/tokens/export', 'manage-tokens', async ({ seat }) => ({
      name: `API tokens ${today()}`,
      ...tableOf(tokenColumns(seat), await tokens.list(seat.organisation)),
    })),
    {
      method: 'POST',
      path: '/organisations/:organisation/tokens',
      needs: 'manage-tokens',
      fresh: true,
      answer: async (visit) => {
        const { form, seat, visitor } = visit;
        const typed = { name: form.text('name'), scopes: form.all('scopes'), expiresOn: dayTyped(form, 'expiresOn') };
        const done = await tokens.create(seat.organisation, visitor, typed);
        if (!done.ok) return pageAgain('API tokens', await tokensPage(visit, typed, [done.problem]));
        return page(
          'API token',
          <LinkOncePage kind="token" secret={done.token} back={paths.tokens(seat.organisation)} />,
        );
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/tokens/revoke',
      needs: 'manage-tokens',
      answer: async ({ form, seat, visitor }) => {
        await tokens.revoke(seat.organisation, `account:${visitor.account.id}`, form.text('token'));
        return redirect(paths.tokens(seat.organisation));
      },
    },
  ];
}
