import { Button, InsetText } from 'nhsuk-react-components';
import type { Visitor } from '../../workspace/accounts/accounts.ts';
import type { OpenInvitation } from '../../workspace/accounts/invitations.ts';
import { SHORTEST } from '../../workspace/accounts/password-rules.ts';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { PasskeysNeedScript } from '../parts/passkeys-need-script.tsx';
import { TextField } from '../parts/text-field.tsx';
import { paths } from '../paths.ts';
import { type Answer, page } from '../route.ts';
import { WaitingFields, type WaitingForm, WaitingFormAgain } from '../waiting-form.tsx';
import { ROLE_WORDS } from './role-words.ts';

type WithMistakes = { readonly mistakes: readonly FormMistake[] };

const PASSWORD_HINT = `${SHORTEST} characters or more. Three random words make a good password`;

/** The first page there ever is: the owner's account and the organisation. */
export function SetUpPage({
  token,
  values,
  mistakes,
}: WithMistakes & {
  readonly token: string;
  readonly values: { readonly organisationName?: string; readonly name?: string; readonly email?: string };
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Set up Perennial</h1>
      <p className="app-lead">Tell us about your organisation and yourself. You can invite others afterwards.</p>
      <form method="post" action={paths.setUp} noValidate>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="organisationName"
          label="Name of your organisation"
          hint="The legal name, as on your contracts"
          autoComplete="organization"
          defaultValue={values.organisationName}
          mistakes={mistakes}
        />
        <TextField name="name" label="Your name" autoComplete="name" defaultValue={values.name} mistakes={mistakes} />
        <TextField
          name="email"
          type="email"
          label="Your email address"
          hint="You use it to sign in"
          autoComplete="username"
          spellCheck={false}
          defaultValue={values.email}
          mistakes={mistakes}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          hint={PASSWORD_HINT}
          autoComplete="new-password"
          mistakes={mistakes}
        />
        <Button>Set up</Button>
      </form>
    </>
  );
}

/** The way in for somebody who was signed out while they typed; what they typed waits in it. */
export function signInToGoOn(waiting: WaitingForm): Answer {
  const body = <SignInPage next={paths.start} email="" providerName={undefined} mistakes={[]} waiting={waiting} />;
  return page('Sign in to go on', body, { status: 403, scripts: ['passkey.js'] });
}

export function SignInPage({
  next,
  email,
  providerName,
  mistakes,
  waiting,
  unkept,
}: WithMistakes & {
  readonly next: string;
  readonly email: string;
  readonly providerName: string | undefined;
  /** Why what they sent is gone, as sentences. */
  readonly unkept?: string | undefined;
  readonly waiting?: WaitingForm | undefined;
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>{waiting ? 'Sign in to go on' : 'Sign in'}</h1>
      {unkept !== undefined && (
        <InsetText>
          <p>{unkept}</p>
        </InsetText>
      )}
      {waiting && (
        <InsetText>
          <p>
            We signed you out after a while. We have not saved what you typed yet, and have not lost it. Sign in and go
            on.
          </p>
        </InsetText>
      )}
      <form method="post" action={paths.signIn} noValidate>
        <input type="hidden" name="next" value={next} />
        <WaitingFields waiting={waiting} />
        <TextField
          name="email"
          type="email"
          label="Email address"
          autoComplete="username webauthn"
          spellCheck={false}
          defaultValue={email}
          mistakes={mistakes}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          mistakes={mistakes}
        />
        <Button>Sign in</Button>
      </form>
      <p>
        Lost your password? Whoever runs Perennial for you can send you a link to choose a new one. Ask an owner of your
        organisation who that is.
      </p>
      <PasskeyForm next={next} waiting={waiting} />
      {waiting && (
        <WaitingFormAgain waiting={waiting}>
          <p>Or sign in another way in a new tab, come back here, and go on.</p>
          <Button secondary>I have signed in: go on</Button>
        </WaitingFormAgain>
      )}
      {providerName !== undefined && (
        // No form: the policy of our pages lets none lead elsewhere, not even by way of a redirect.
        <p>
          <a className="nhsuk-button nhsuk-button--secondary" href={paths.providerStart}>
            Sign in with {providerName}
          </a>
        </p>
      )}
    </>
  );
}

/** `ways` are those that the account has: codes, a passkey or both. */
/** For somebody who lost their password and was given a link. */
export function NewPasswordPage({ token, mistakes }: WithMistakes & { readonly token: string }) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Choose a new password</h1>
      <p>It signs you out everywhere else.</p>
      <form method="post" action={paths.newPassword} noValidate>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="password"
          type="password"
          label="New password"
          hint={PASSWORD_HINT}
          autoComplete="new-password"
          mistakes={mistakes}
        />
        <Button>Save and sign in</Button>
      </form>
    </>
  );
}

export function SecondFactorPage({
  next,
  ways,
  mistakes,
  waiting,
}: WithMistakes & {
  readonly next: string;
  readonly ways: { readonly codes: boolean; readonly passkey: boolean };
  readonly waiting?: WaitingForm | undefined;
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>{ways.codes ? 'Enter your code' : 'Use your passkey'}</h1>
      {ways.codes && (
        <form method="post" action={paths.secondFactor} noValidate>
          <input type="hidden" name="next" value={next} />
          <WaitingFields waiting={waiting} />
          <TextField
            name="code"
            label="Code"
            hint="The 6 digits that your authenticator app shows, or one of your recovery codes"
            autoComplete="one-time-code"
            spellCheck={false}
            width={20}
            mistakes={mistakes}
          />
          <Button>Go on</Button>
        </form>
      )}
      {ways.passkey && <PasskeyForm next={next} waiting={waiting} />}
    </>
  );
}

function PasskeyForm({ next, waiting }: { readonly next: string; readonly waiting: WaitingForm | undefined }) {
  return (
    <>
      <form method="post" action={paths.passkeySignIn} id="passkey-form" hidden>
        <input type="hidden" name="next" value={next} />
        <WaitingFields waiting={waiting} />
        <input type="hidden" name="token" />
        <input type="hidden" name="response" />
        <Button secondary>Sign in with a passkey</Button>
        <p id="passkey-words" role="status" />
      </form>
      <PasskeysNeedScript />
    </>
  );
}

export function InvitationPage({
  token,
  invitation,
  visitor,
  name,
  mistakes,
}: WithMistakes & {
  readonly token: string;
  readonly invitation: OpenInvitation;
  readonly visitor: Visitor | undefined;
  readonly name: string;
}) {
  const { organisationName, role, email } = invitation;
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Join {organisationName}</h1>
      <p>
        You are invited as <strong>{ROLE_WORDS[role].name.toLowerCase()}</strong>: {ROLE_WORDS[role].what}.
      </p>
      <form method="post" action={paths.invitation(token)} noValidate>
        {visitor ? (
          <InsetText>
            <p>You are signed in as {visitor.account.name}. The invitation will be yours.</p>
          </InsetText>
        ) : (
          <>
            <InsetText>
              <p>
                Do you have an account here already?{' '}
                <a href={`${paths.signIn}?next=${encodeURIComponent(paths.invitation(token))}`}>Sign in first</a>.
              </p>
            </InsetText>
            <p>Your account will have the email address {email}.</p>
            <TextField name="name" label="Your name" autoComplete="name" defaultValue={name} mistakes={mistakes} />
            <TextField
              name="password"
              type="password"
              label="Password"
              hint={PASSWORD_HINT}
              autoComplete="new-password"
              mistakes={mistakes}
            />
          </>
        )}
        <Button>Join</Button>
      </form>
    </>
  );
}
