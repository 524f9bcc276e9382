import { type Day, dayAfter } from '../../record/day.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { page, pageAgain, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { memberColumns, tokenColumns } from './member-columns.tsx';
import { LinkOncePage, MemberPage, MembersPage, TokensPage } from './member-pages.tsx';

export type MemberServices = { readonly accounts: Accounts; readonly site: string; readonly today: () => Day };

/** Who is in the organisation, who is invited, and the tokens of programs. */
export function memberRoutes({ accounts, site, today }: MemberServices): readonly Route[] {
  const { memberships, invitations, tokens } = accounts;

  async function membersPage(
    { seat }: SeatedVisit,
    typed: { email: string; role: string; until: string },
    mistakes: readonly FormMistake[],
  ) {
    const [members, invited] = await Promise.all([
      memberships.list(seat.organisation),
      invitations.list(seat.organisation),
    ]);
    return <MembersPage seat={seat} members={members} invited={invited} typed={typed} mistakes={mistakes} />;
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
    ...tableRoutes('/organisations/:organisation/members/export', 'manage-members', async ({ seat }) => ({
      name: `members ${today()}`,
      ...tableOf(memberColumns(seat), await memberships.list(seat.organisation)),
    })),
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
      answer: async ({ params, seat }) => {
        const member = (await memberships.list(seat.organisation)).find(({ account }) => account === params.account);
        if (!member) return { show: 'not-found' };
        return page(member.name, <MemberPage seat={seat} member={member} mistakes={[]} />);
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/members/:account',
      needs: 'manage-members',
      fresh: true,
      answer: async ({ params, form, seat, visitor }) => {
        const member = (await memberships.list(seat.organisation)).find(({ account }) => account === params.account);
        if (!member) return { show: 'not-found' };
        const to = { role: form.text('role'), until: dayTyped(form, 'until') };
        const done = await memberships.change(seat.organisation, `account:${visitor.account.id}`, member.account, to);
        if (done.ok) return redirect(paths.members(seat.organisation));
        return pageAgain(member.name, <MemberPage seat={seat} member={member} mistakes={[done.problem]} />);
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/members/:account/remove',
      needs: 'manage-members',
      fresh: true,
      answer: async ({ params, seat, visitor }) => {
        const member = (await memberships.list(seat.organisation)).find(({ account }) => account === params.account);
        if (!member) return { show: 'not-found' };
        const done = await memberships.remove(seat.organisation, `account:${visitor.account.id}`, member.account);
        if (done.ok)
          return redirect(member.account === visitor.account.id ? paths.start : paths.members(seat.organisation));
        return pageAgain(member.name, <MemberPage seat={seat} member={member} mistakes={[done.problem]} />);
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

/** A day from the three fields of a date; empty when none was filled in, and as typed when it is no day. */
function dayTyped(form: SeatedVisit['form'], name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => form.text(`${name}-${part}`).trim());
  if (!day && !month && !year) return '';
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}
