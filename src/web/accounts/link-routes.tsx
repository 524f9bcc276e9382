import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import { firstHour } from '../first-hour/first-hour-paths.ts';
import { landingPath } from '../pages/navigation.tsx';
import { paths } from '../paths.ts';
import { page, pageAgain, type Route, redirect } from '../route.ts';
import { InvitationPage, NewPasswordPage, SetUpPage } from './sign-in-pages.tsx';

const NO_LINK = 'This link has been used or is too old';
const NO_INVITATION = 'This invitation has been used, withdrawn or is too old';

/** What a link that was handed to somebody opens, once: set-up, a new password, an invitation. */
export function linkRoutes({ settingUp, lostPasswords, invitations }: Accounts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.setUp,
      needs: 'anyone',
      answer: async ({ query }) => {
        const token = query.text('token');
        if (!(await settingUp.isGoodToken(token))) return redirect(paths.start);
        return page('Set up Perennial', <SetUpPage token={token} values={{}} mistakes={[]} />);
      },
    },
    {
      method: 'POST',
      path: paths.setUp,
      needs: 'anyone',
      answer: async ({ form, origin }) => {
        const values = {
          organisationName: form.text('organisationName'),
          name: form.text('name'),
          email: form.text('email'),
        };
        const token = form.text('token');
        const done = await settingUp.setUp({ ...values, token, password: form.text('password') }, origin);
        if (done.ok) return redirect(firstHour(done.organisation), done.token);
        return pageAgain('Set up Perennial', <SetUpPage token={token} values={values} mistakes={done.problems} />);
      },
    },
    {
      method: 'GET',
      path: paths.newPassword,
      needs: 'anyone',
      answer: async ({ query }) => {
        const token = query.text('token');
        if (!(await lostPasswords.isGood(token))) return page(NO_LINK, <LinkOver />, { status: 404 });
        return page('Choose a new password', <NewPasswordPage token={token} mistakes={[]} />);
      },
    },
    {
      method: 'POST',
      path: paths.newPassword,
      needs: 'anyone',
      answer: async ({ form, origin }) => {
        const token = form.text('token');
        const done = await lostPasswords.renew({ token, password: form.text('password') }, origin);
        if (done.ok) return redirect(paths.start, done.token);
        if (done.problem.type === 'expired') return page(NO_LINK, <LinkOver />, { status: 404 });
        return pageAgain('Choose a new password', <NewPasswordPage token={token} mistakes={[done.problem]} />);
      },
    },
    {
      method: 'GET',
      path: '/invitations/:token',
      needs: 'anyone',
      answer: async ({ params, visitor }) => {
        const token = params.token ?? '';
        const invitation = await invitations.find(token);
        if (!invitation) return page(NO_INVITATION, <InvitationGone />, { status: 404 });
        return page(
          'Join an organisation',
          <InvitationPage token={token} invitation={invitation} visitor={visitor} name="" mistakes={[]} />,
        );
      },
    },
    {
      method: 'POST',
      path: '/invitations/:token',
      needs: 'anyone',
      answer: async ({ params, form, visitor, origin }) => {
        const token = params.token ?? '';
        const invitation = await invitations.find(token);
        if (!invitation) return page(NO_INVITATION, <InvitationGone />, { status: 404 });
        const name = form.text('name');
        const done =
          visitor && visitor.needs === undefined
            ? await invitations.accept(visitor, token)
            : await invitations.acceptAsNew({ token, name, password: form.text('password') }, origin);
        if (done.ok)
          return redirect(
            landingPath({ organisation: done.organisation, role: invitation.role }),
            'token' in done && typeof done.token === 'string' ? done.token : undefined,
          );
        return pageAgain(
          'Join an organisation',
          <InvitationPage
            token={token}
            invitation={invitation}
            visitor={visitor}
            name={name}
            mistakes={[done.problem]}
          />,
        );
      },
    },
  ];
}

function LinkOver() {
  return (
    <>
      <h1>{NO_LINK}</h1>
      <p>Ask whoever runs this installation for a new one.</p>
    </>
  );
}

function InvitationGone() {
  return (
    <>
      <h1>{NO_INVITATION}</h1>
      <p>Ask whoever sent it for a new one.</p>
    </>
  );
}
