import { Button, Details, InsetText, SummaryList, TextInput } from 'nhsuk-react-components';
import type { PasskeyRow, SessionRow, Visitor } from '../../workspace/accounts/accounts.ts';
import { SHORTEST } from '../../workspace/accounts/password-rules.ts';
import type { Enrolment } from '../../workspace/accounts/second-factors.ts';
import { errorFor, type FormMistake, Mistakes, When } from '../parts/form-parts.tsx';
import { PasskeysNeedScript } from '../parts/passkeys-need-script.tsx';
import { TextField } from '../parts/text-field.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';

type WithMistakes = { readonly mistakes: readonly FormMistake[] };

export function AccountPage({
  visitor,
  sessions,
  passkeys,
  hasCodes,
  codesLeft,
  mistakes,
}: WithMistakes & {
  readonly visitor: Visitor;
  readonly sessions: readonly SessionRow[];
  readonly passkeys: readonly PasskeyRow[];
  readonly hasCodes: boolean;
  readonly codesLeft: number;
}) {
  const { name, email } = visitor.account;
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Your account</h1>
      <SummaryList>
        <SummaryList.Row>
          <SummaryList.Key>Name</SummaryList.Key>
          <SummaryList.Value>{name}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Email address</SummaryList.Key>
          <SummaryList.Value>{email}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Password</SummaryList.Key>
          <SummaryList.Value>
            <a href={paths.password}>Change your password</a>
          </SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>

      <h2>Second factor</h2>
      {hasCodes ? (
        <>
          <p>
            You are asked for a code when you sign in. You have {codesLeft} recovery{' '}
            {codesLeft === 1 ? 'code' : 'codes'} left.
          </p>
          <div className="app-buttons">
            <form method="post" action={paths.recoveryCodes}>
              <Button secondary>Make new recovery codes</Button>
            </form>
            <form method="post" action={paths.removeSecondFactor}>
              <Button secondary>Remove the second factor</Button>
            </form>
          </div>
        </>
      ) : (
        <p>
          A password alone can be guessed or stolen. <a href={paths.enrol}>Add a second factor</a>.
        </p>
      )}

      <h2>Passkeys</h2>
      <p>A passkey signs you in with your finger, your face or a PIN, and counts as both factors.</p>
      {passkeys.map((passkey) => (
        <PasskeyInList key={passkey.id} passkey={passkey} mistakes={mistakes} />
      ))}
      <form method="post" action={paths.passkeys} id="passkey-add" hidden>
        <input type="hidden" name="token" />
        <input type="hidden" name="response" />
        <TextInput
          id="passkey-name"
          name="name"
          label="Name of the passkey"
          hint="Such as the device it is on"
          width={20}
        />
        <Button secondary>Add a passkey</Button>
        <p id="passkey-words" role="status" />
      </form>
      <PasskeysNeedScript />

      <h2>Where you are signed in</h2>
      <p>
        <a href={paths.securityLog}>See your latest sign-ins and changes</a>
      </p>
      <DataTable
        caption="Where you are signed in"
        columns={['Device', 'Since', 'Last seen', 'End it']}
        rows={sessions.map(({ id, device, createdAt, seenAt, current }) => ({
          key: id,
          cells: [
            device,
            <When key="since" at={createdAt} />,
            <When key="seen" at={seenAt} />,
            current ? (
              'This one'
            ) : (
              <form key="end" method="post" action={paths.endSession}>
                <input type="hidden" name="session" value={id} />
                <Button secondary small>
                  Sign out <span className="nhsuk-u-visually-hidden">{device}</span>
                </Button>
              </form>
            ),
          ],
        }))}
      />
      {sessions.length > 1 && (
        <form method="post" action={paths.endOtherSessions}>
          <Button secondary>Sign out everywhere else</Button>
        </form>
      )}
    </>
  );
}

function PasskeyInList({
  passkey: { id, name, createdAt, usedAt },
  mistakes,
}: WithMistakes & { readonly passkey: PasskeyRow }) {
  const field = `called-${id}`;
  return (
    <>
      <form method="post" action={paths.removePasskey} className="app-row">
        <input type="hidden" name="passkey" value={id} />
        <span>
          {name}, since <When at={createdAt} />,{' '}
          {usedAt === undefined ? (
            'not used yet'
          ) : (
            <>
              last used <When at={usedAt} />
            </>
          )}
        </span>
        <Button secondary small>
          Remove <span className="nhsuk-u-visually-hidden">the passkey {name}</span>
        </Button>
      </form>
      <Details open={mistakes.some((mistake) => mistake.field === field)}>
        <Details.Summary>
          Rename <span className="nhsuk-u-visually-hidden">the passkey {name}</span>
        </Details.Summary>
        <Details.Text>
          <form method="post" action={paths.renamePasskey} noValidate>
            <input type="hidden" name="passkey" value={id} />
            <TextInput
              id={field}
              name="called"
              label="New name"
              width={20}
              defaultValue={name}
              {...errorFor(mistakes, field)}
            />
            <Button secondary small>
              Rename <span className="nhsuk-u-visually-hidden">the passkey {name}</span>
            </Button>
          </form>
        </Details.Text>
      </Details>
    </>
  );
}

export function PasswordPage({ mistakes }: WithMistakes) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Change your password</h1>
      <p>You will be signed out everywhere else.</p>
      <form method="post" action={paths.password} noValidate>
        <TextField
          name="current"
          type="password"
          label="Current password"
          autoComplete="current-password"
          mistakes={mistakes}
        />
        <TextField
          name="next"
          type="password"
          label="New password"
          hint={`${SHORTEST} characters or more. Three random words make a good one`}
          autoComplete="new-password"
          mistakes={mistakes}
        />
        <Button>Change password</Button>
      </form>
    </>
  );
}

export function EnrolPage({
  enrolment,
  required,
  mistakes,
}: WithMistakes & { readonly enrolment: Enrolment; readonly required: boolean }) {
  // Made by the QR library from our own address; an image cannot run anything.
  const picture = `data:image/svg+xml;base64,${Buffer.from(enrolment.qrSvg).toString('base64')}`;
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>Add a second factor</h1>
      {required && (
        <InsetText>
          <p>Your organisation requires one before you can go on.</p>
        </InsetText>
      )}
      <ol className="nhsuk-list nhsuk-list--number">
        <li>Open an authenticator app on your phone.</li>
        <li>
          Scan this picture, or type the key below it.
          <p>
            <img
              className="app-qr"
              src={picture}
              width={220}
              height={220}
              alt="QR code for your authenticator app; the key below says the same"
            />
          </p>
          <p>
            Key: <code className="app-code">{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </li>
        <li>Enter the code that it shows.</li>
      </ol>
      <form method="post" action={paths.enrol} noValidate>
        <TextField
          name="code"
          label="Code"
          hint="6 digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
          mistakes={mistakes}
        />
        <Button>Add</Button>
      </form>
    </>
  );
}

export function RecoveryCodesPage({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <h1>Keep your recovery codes</h1>
      <p>
        Each of these lets you in once when your phone is not there. They are <strong>shown only now</strong>: print
        them or put them into a password manager.
      </p>
      <ul className="app-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="app-code">{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.start}>I have kept them. Go on</a>
      </p>
    </>
  );
}
