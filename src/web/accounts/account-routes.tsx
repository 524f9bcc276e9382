import type { Instant } from '../../record/holdings.ts';
import type { Visitor } from '../../workspace/accounts/accounts.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import { isFresh } from '../../workspace/accounts/signing-in.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { page, pageAgain, type Route, redirect } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { ownTableRoutes } from '../tables/table-routes.ts';
import { AccountPage, EnrolPage, PasswordPage, RecoveryCodesPage } from './account-pages.tsx';
import { SECURITY_LOG_COLUMNS, SecurityLogPage } from './security-log-page.tsx';

/** One's own account: password, second factor, passkeys, sessions, and which organisations one belongs to. */
export function accountRoutes({
  accounts,
  now,
}: {
  readonly accounts: Accounts;
  readonly now: () => Instant;
}): readonly Route[] {
  const { signingIn, sessions, secondFactors, passkeys, securityLog } = accounts;

  async function accountPage(visitor: Visitor, mistakes: readonly FormMistake[] = []) {
    const { id } = visitor.account;
    const [rows, keys, hasCodes, codesLeft] = await Promise.all([
      sessions.list(visitor),
      passkeys.list(id),
      secondFactors.has(id),
      secondFactors.recoveryCodesLeft(id),
    ]);
    return <AccountPage {...{ visitor, sessions: rows, passkeys: keys, hasCodes, codesLeft, mistakes }} />;
  }

  return [
    {
      method: 'GET',
      path: paths.account,
      needs: 'signed-in',
      answer: async ({ visitor }) => page('Your account', await accountPage(visitor), { scripts: ['passkey.js'] }),
    },
    {
      method: 'GET',
      path: paths.password,
      needs: 'signed-in',
      answer: async () => page('Change your password', <PasswordPage mistakes={[]} />),
    },
    {
      method: 'POST',
      path: paths.password,
      needs: 'signed-in',
      answer: async ({ visitor, form, origin }) => {
        const typed = { current: form.text('current'), next: form.text('next') };
        const done = await signingIn.changePassword(visitor, typed, origin);
        if (done.ok) return redirect(paths.account, done.token);
        return pageAgain('Change your password', <PasswordPage mistakes={[done.problem]} />);
      },
    },
    {
      method: 'GET',
      path: paths.enrol,
      needs: 'half-way',
      answer: async ({ visitor }) => {
        // Somebody who is let in fully shows once more who they are; who must have one before anything else just has.
        if (visitor.needs === undefined && !isFresh(visitor, now()))
          return redirect(`${paths.confirm}?next=${paths.enrol}`);
        // A new key each time: one that was shown earlier may have been seen by somebody else.
        const enrolled = await secondFactors.enrol(visitor);
        if (!enrolled.ok) return redirect(visitor.needs === 'second-factor' ? paths.secondFactor : paths.account);
        return page(
          'Add a second factor',
          <EnrolPage enrolment={enrolled.enrolment} required={visitor.needs === 'enrol'} mistakes={[]} />,
        );
      },
    },
    {
      method: 'POST',
      path: paths.enrol,
      needs: 'half-way',
      answer: async ({ visitor, form }) => {
        if (visitor.needs === undefined && !isFresh(visitor, now()))
          return redirect(`${paths.confirm}?next=${paths.enrol}`);
        const confirmed = await secondFactors.confirm(visitor, form.text('code'));
        if (confirmed.ok) {
          return page('Keep your recovery codes', <RecoveryCodesPage codes={confirmed.recoveryCodes} />, {
            session: confirmed.token,
          });
        }
        const enrolment = await secondFactors.pending(visitor);
        if (!enrolment) return redirect(paths.account);
        return pageAgain(
          'Add a second factor',
          <EnrolPage enrolment={enrolment} required={visitor.needs === 'enrol'} mistakes={[confirmed.problem]} />,
        );
      },
    },
    {
      method: 'POST',
      path: paths.recoveryCodes,
      needs: 'signed-in',
      fresh: true,
      answer: async ({ visitor }) => {
        if (!(await secondFactors.has(visitor.account.id))) return redirect(paths.account);
        return page(
          'Keep your recovery codes',
          <RecoveryCodesPage codes={await secondFactors.newRecoveryCodes(visitor)} />,
        );
      },
    },
    {
      method: 'POST',
      path: paths.removeSecondFactor,
      needs: 'signed-in',
      fresh: true,
      answer: async ({ visitor }) => {
        const removed = await secondFactors.remove(visitor);
        return redirect(paths.account, removed.token);
      },
    },
    {
      method: 'POST',
      path: `${paths.passkeys}/start`,
      needs: 'signed-in',
      fresh: true,
      answer: async ({ visitor, reply }) => {
        reply.send(await passkeys.startRegistration(visitor));
        return { show: 'sent' };
      },
    },
    {
      method: 'POST',
      path: paths.passkeys,
      needs: 'signed-in',
      fresh: true,
      answer: async ({ visitor, form }) => {
        const done = await passkeys.register(
          visitor,
          form.text('token'),
          jsonIn(form.text('response')),
          form.text('name'),
        );
        if (done.ok) return redirect(paths.account);
        return pageAgain('Your account', await accountPage(visitor, [done.problem]), ['passkey.js']);
      },
    },
    {
      method: 'POST',
      path: paths.removePasskey,
      needs: 'signed-in',
      fresh: true,
      answer: async ({ visitor, form }) => {
        await passkeys.remove(visitor, form.text('passkey'));
        return redirect(paths.account);
      },
    },
    {
      method: 'POST',
      path: paths.renamePasskey,
      needs: 'signed-in',
      answer: async ({ visitor, form }) => {
        const done = await passkeys.rename(visitor.account.id, form.text('passkey'), form.text('called'));
        if (done.ok) return redirect(paths.account);
        const mistake = { ...done.problem, field: `called-${form.text('passkey')}` };
        return pageAgain('Your account', await accountPage(visitor, [mistake]), ['passkey.js']);
      },
    },
    {
      method: 'GET',
      path: paths.securityLog,
      needs: 'signed-in',
      answer: async ({ visitor }) =>
        page('What happened to your account', <SecurityLogPage rows={await securityLog.list(visitor.account.id)} />),
    },
    ...ownTableRoutes(paths.securityLogFile, async ({ visitor }) => ({
      name: `security log ${now().slice(0, 10)}`,
      ...tableOf(SECURITY_LOG_COLUMNS, await securityLog.list(visitor.account.id)),
    })),
    {
      method: 'POST',
      path: paths.endSession,
      needs: 'signed-in',
      answer: async ({ visitor, form }) => {
        await sessions.end(visitor, form.text('session'));
        return redirect(paths.account);
      },
    },
    {
      method: 'POST',
      path: paths.endOtherSessions,
      needs: 'signed-in',
      answer: async ({ visitor }) => {
        await sessions.endOthers(visitor.account.id, visitor.session.id);
        return redirect(paths.account);
      },
    },
  ];
}

/** What the script put into the form; undefined when it is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
