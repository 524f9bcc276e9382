import type { Accounts } from '../workspace/accounts/create-accounts.ts';
import { isExample } from '../workspace/example/example-id.ts';
import { Term } from './glossary/term.tsx';
import { landingPath } from './pages/navigation.tsx';
import { paths } from './paths.ts';
import { page, type Route, redirect } from './route.ts';

export type StartServices = {
  readonly accounts: Accounts;
  /** Whether anyone may check a folder without signing in. */
  readonly openCheck: boolean;
};

/** The bare address: into the record for those who are signed in, and for the others what there is to do. */
export function startRoutes({ accounts, openCheck }: StartServices): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.start,
      needs: 'anyone',
      answer: async ({ visitor }) => {
        if (visitor?.needs === 'second-factor') return redirect(paths.secondFactor);
        if (visitor?.needs === 'enrol') return redirect(paths.enrol);
        const [only, ...others] = (visitor?.seats ?? []).filter(({ organisation }) => !isExample(organisation));
        if (visitor) return redirect(only && others.length === 0 ? landingPath(only) : paths.organisations);
        return page(
          'Readiness for the DSPT',
          <StartPage isSetUp={await accounts.settingUp.isSetUp()} openCheck={openCheck} />,
        );
      },
    },
  ];
}

function StartPage({ isSetUp, openCheck }: { readonly isSetUp: boolean; readonly openCheck: boolean }) {
  return (
    <>
      <h1>Know where you stand on the DSPT, every day of the year</h1>
      <p className="app-lead">
        NHS buyers ask their suppliers for the <Term of="toolkit">Data Security and Protection Toolkit (DSPT)</Term>.
        Once a year you answer its questions about how you look after patient data. Perennial gets a small organisation
        to the level they look for, <Term of="standards-met">Standards Met</Term>, and keeps it there.
      </p>
      {isSetUp ? (
        <p>
          <a className="nhsuk-button" href={paths.signIn}>
            Sign in
          </a>
        </p>
      ) : (
        <>
          <h2>Keep a record</h2>
          <p>
            Nobody has an account here yet. When somebody started Perennial, it printed a <strong>set-up link</strong>.
            Open that link to make the first account. If the link is lost, start Perennial again to get a new one.
          </p>
        </>
      )}
      {openCheck && (
        <>
          <h2>Have a look first</h2>
          <p>
            <a href={paths.check}>Check a folder of documents</a> without an account. We keep nothing of it.
          </p>
        </>
      )}
    </>
  );
}
