import { Button } from 'nhsuk-react-components';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { paths } from '../paths.ts';
import { type Answer, page, pageAgain } from '../route.ts';
import { WaitingFields, type WaitingForm, WaitingFormAgain } from '../waiting-form.tsx';

const TITLE = 'Confirm that it is you';

/** Asks for the password again, before something that matters. A form that was sent already waits in it. */
export function confirmPage(next: string, waiting: WaitingForm | undefined): Answer {
  return page(TITLE, <ConfirmPage next={next} waiting={waiting} mistakes={[]} />);
}

export function confirmPageAgain(next: string, waiting: WaitingForm | undefined, mistake: FormMistake): Answer {
  return pageAgain(TITLE, <ConfirmPage next={next} waiting={waiting} mistakes={[mistake]} />);
}

function ConfirmPage({
  next,
  waiting,
  mistakes,
}: {
  readonly next: string;
  readonly waiting: WaitingForm | undefined;
  readonly mistakes: readonly FormMistake[];
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>{TITLE}</h1>
      <p>
        You signed in a while ago, and this is something that matters.
        {waiting && ' We have not done anything yet, and have not lost what you typed.'}
      </p>
      <form method="post" action={paths.confirm} noValidate>
        <input type="hidden" name="next" value={next} />
        <WaitingFields waiting={waiting} />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          mistakes={mistakes}
        />
        <Button>Confirm</Button>
      </form>
    </>
  );
}

/** Now the form that waited can be sent. */
export function confirmedPage(waiting: WaitingForm, session: string): Answer {
  const body = (
    <>
      <h1>Thank you</h1>
      <p>We know that it is you. Nothing has been done yet.</p>
      <WaitingFormAgain waiting={waiting}>
        <Button>Go on with what you were doing</Button>
      </WaitingFormAgain>
    </>
  );
  return page('Thank you', body, { session });
}
