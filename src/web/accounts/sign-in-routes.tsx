import type { Visitor } from '../../workspace/accounts/accounts.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { ownPath, paths } from '../paths.ts';
import { type Answer, page, pageAgain, type Route, redirect } from '../route.ts';
import { deviceCookie } from '../session-cookie.ts';
import { type WaitingForm, WITH_WAITING_BYTES, waitingFormIn } from '../waiting-form.tsx';
import { wordsOfUnkept } from '../way-in.ts';
import { confirmedPage, confirmPage, confirmPageAgain } from './confirm-page.tsx';
import { SecondFactorPage, SignInPage } from './sign-in-pages.tsx';

export type SignInServices = {
  readonly accounts: Accounts;
  /** What the sign-in provider is called; undefined when there is none. */
  readonly providerName: string | undefined;
  /** Cookie in which the token of a sign-in under way at the provider waits. */
  readonly providerCookie: string;
  /** Scheme, host and port at which people reach the pages. */
  readonly site: string;
};

/** Sign-in in all its ways, the second factor, sign-out. */
export function signInRoutes({ accounts, providerName, providerCookie, site }: SignInServices): readonly Route[] {
  const { signingIn, secondFactors, passkeys, provider, newDevice } = accounts;
  const device = deviceCookie(site);
  const secure = site.startsWith('https:');
  const ways = { providerName };

  /** On to where they wanted, or to the form that waits. Whoever still owes a second factor gives it first. */
  async function signedIn(next: string, waiting: WaitingForm | undefined, session: string): Promise<Answer> {
    // Without a form the guard leads them there.
    if (!waiting) return redirect(next, session);
    const visitor = await accounts.sessions.visitorOf(session);
    if (visitor?.needs === 'second-factor') return secondFactorPage(visitor, next, { waiting, session });
    return confirmedPage(waiting, session);
  }

  async function secondFactorPage(
    { account }: Visitor,
    next: string,
    more: {
      readonly waiting?: WaitingForm | undefined;
      readonly problem?: FormMistake;
      readonly session?: string;
    } = {},
  ): Promise<Answer> {
    const { waiting, problem, session } = more;
    const [codes, keys] = await Promise.all([secondFactors.has(account.id), passkeys.list(account.id)]);
    const passkey = keys.length > 0;
    const title = codes ? 'Enter your code' : 'Use your passkey';
    const mistakes = problem ? [problem] : [];
    const body = <SecondFactorPage {...{ next, waiting, mistakes }} ways={{ codes, passkey }} />;
    const scripts = passkey ? ['passkey.js'] : [];
    if (problem) return pageAgain(title, body, scripts);
    return page(title, body, { scripts, ...(session !== undefined && { session }) });
  }

  return [
    {
      method: 'GET',
      path: paths.signIn,
      needs: 'anyone',
      answer: async ({ query, visitor, origin, reply }) => {
        const next = ownPath(query.text('next'));
        if (visitor && visitor.needs === undefined) return redirect(next);
        if (origin.device === undefined) reply.setCookie(device.name, newDevice(), device.options);
        const unkept = wordsOfUnkept(query.text('unkept'));
        return page('Sign in', <SignInPage {...ways} {...{ next, unkept }} email="" mistakes={[]} />, {
          scripts: ['passkey.js'],
        });
      },
    },
    {
      method: 'POST',
      path: paths.signIn,
      needs: 'anyone',
      bodyBytes: WITH_WAITING_BYTES,
      answer: async ({ form, origin, request }) => {
        const [email, next] = [form.text('email'), ownPath(form.text('next'))];
        const waiting = waitingFormIn(request);
        const done = await signingIn.signIn({ email, password: form.text('password') }, origin);
        if (done.ok) return signedIn(next, waiting, done.token);
        return pageAgain('Sign in', <SignInPage {...ways} {...{ next, email, waiting }} mistakes={[done.problem]} />, [
          'passkey.js',
        ]);
      },
    },
    {
      method: 'POST',
      path: `${paths.passkeySignIn}/start`,
      needs: 'anyone',
      answer: async ({ reply }) => {
        reply.send(await passkeys.startSignIn());
        return { show: 'sent' };
      },
    },
    {
      method: 'POST',
      path: paths.passkeySignIn,
      needs: 'anyone',
      bodyBytes: WITH_WAITING_BYTES,
      answer: async ({ form, origin, request }) => {
        const next = ownPath(form.text('next'));
        const waiting = waitingFormIn(request);
        const done = await passkeys.signIn(form.text('token'), jsonIn(form.text('response')), origin);
        if (done.ok) return signedIn(next, waiting, done.token);
        return pageAgain(
          'Sign in',
          <SignInPage {...ways} {...{ next, waiting }} email="" mistakes={[done.problem]} />,
          ['passkey.js'],
        );
      },
    },
    {
      method: 'GET',
      path: paths.providerStart,
      needs: 'anyone',
      answer: async ({ reply }) => {
        const started = await provider?.start();
        if (!started) return { show: 'not-found' };
        if (!started.ok)
          return pageAgain(
            'Sign in',
            <SignInPage {...ways} next={paths.start} email="" mistakes={[started.problem]} />,
            ['passkey.js'],
          );
        // Lax, because the way back is a link from the provider's page.
        const cookie = { path: paths.providerBack, httpOnly: true, sameSite: 'lax' as const, secure, maxAge: 600 };
        reply.setCookie(providerCookie, started.token, cookie);
        return redirect(started.url);
      },
    },
    {
      method: 'GET',
      path: paths.providerBack,
      needs: 'anyone',
      answer: async ({ request, reply, origin }) => {
        if (!provider) return { show: 'not-found' };
        const token = request.cookies[providerCookie] ?? '';
        reply.clearCookie(providerCookie, { path: paths.providerBack });
        const done = await provider.finish(new URL(request.url, 'http://own.invalid'), token, origin);
        if (done.ok) return redirect(paths.start, done.token);
        return pageAgain('Sign in', <SignInPage {...ways} next={paths.start} email="" mistakes={[done.problem]} />, [
          'passkey.js',
        ]);
      },
    },
    {
      method: 'GET',
      path: paths.secondFactor,
      needs: 'half-way',
      answer: async ({ visitor, query }) => {
        const next = ownPath(query.text('next'));
        if (visitor.needs !== 'second-factor') return redirect(next);
        return secondFactorPage(visitor, next);
      },
    },
    {
      method: 'POST',
      path: paths.secondFactor,
      needs: 'half-way',
      bodyBytes: WITH_WAITING_BYTES,
      answer: async ({ visitor, form, origin, request }) => {
        const next = ownPath(form.text('next'));
        const waiting = waitingFormIn(request);
        const done = await signingIn.giveSecondFactor(visitor, form.text('code'), origin);
        if (done.ok) return signedIn(next, waiting, done.token);
        return secondFactorPage(visitor, next, { waiting, problem: done.problem });
      },
    },
    {
      method: 'GET',
      path: paths.confirm,
      needs: 'signed-in',
      answer: async ({ query }) => confirmPage(ownPath(query.text('next')), undefined),
    },
    {
      method: 'POST',
      path: paths.confirm,
      needs: 'signed-in',
      bodyBytes: WITH_WAITING_BYTES,
      answer: async ({ request, visitor, form, origin }) => {
        const next = ownPath(form.text('next'));
        const waiting = waitingFormIn(request);
        const done = await signingIn.confirm(visitor, form.text('password'), origin);
        if (!done.ok) return confirmPageAgain(next, waiting, done.problem);
        return waiting ? confirmedPage(waiting, done.token) : redirect(next, done.token);
      },
    },
    {
      method: 'POST',
      path: paths.signOut,
      needs: 'half-way',
      answer: async ({ visitor }) => {
        await signingIn.signOut(visitor);
        return redirect(paths.start, null);
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
