import { Button, InsetText, Textarea } from 'nhsuk-react-components';
import type { Day } from '../../record/day.ts';
import { dayInWords } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake, Mistakes, When } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import type { Form, SeatedVisit } from '../route.ts';
import { FoundFields } from './found-fields.tsx';
import { incidentPaths } from './incident-paths.ts';
import { CONCERNED, TOLD_WHOM, WHAT } from './tell-form.ts';

export const TELL = 'Tell us something went wrong';

/** The way for everybody to tell of an incident. */
export function TellLink({ organisation }: { readonly organisation: string }) {
  return (
    <InsetText>
      <p>
        <a href={incidentPaths.tell(organisation)}>{TELL}</a>
      </p>
      <p>Something lost, sent to the wrong person, a strange email, or a near miss. It takes two minutes.</p>
    </InsetText>
  );
}

/** For everybody, on a phone, in two minutes: what happened and when it was noticed. */
export function TellPage({
  seat,
  form,
  mistakes,
}: {
  readonly seat: Seat;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
}) {
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>{TELL}</h1>
      <p>
        Tell us even if you are not sure, or if it was you. The sooner we know, the more we can do: some things must be
        reported within 72 hours.
      </p>
      <form method="post" action={incidentPaths.tell(seat.organisation)} noValidate>
        <FormId />
        <Textarea
          id={WHAT}
          name={WHAT}
          label="What happened?"
          hint="In your own words. Do not write a patient’s name or number"
          rows={5}
          defaultValue={form.text(WHAT)}
          {...errorFor(mistakes, WHAT)}
        />
        <FoundFields {...{ form, mistakes }} legend="When did you notice it?" hint="The day, such as 20 11 2026" />
        <TextField
          name={CONCERNED}
          label="Whose information may it be about? (optional)"
          hint="Such as “letters to about 20 people”. No names of patients"
          defaultValue={form.text(CONCERNED)}
          mistakes={mistakes}
        />
        <TextField
          name={TOLD_WHOM}
          label="Have you told anybody already? (optional)"
          hint="Who, and when"
          defaultValue={form.text(TOLD_WHOM)}
          mistakes={mistakes}
        />
        <Button>Send</Button>
      </form>
      <p>
        <a href={incidentPaths.told(seat.organisation)}>What you have told us before</a>
      </p>
    </>
  );
}

/** Who looks after incidents: by name and role, and whether they see here what was told. */
export type LooksAfter = { readonly name: string; readonly role: string; readonly seesIt: boolean };

/** One report of whoever looks, as they wrote it. */
export type OwnReport = {
  readonly id: string;
  readonly sentAt: Instant;
  readonly foundAt: Instant;
  readonly title: string;
  readonly details: string | undefined;
  readonly state: 'open' | 'gone' | { readonly closedOn: Day | undefined };
};

/** That it was received, who sees it, and what else they have told: nothing of anybody else's. */
export function ToldPage({
  seat,
  query,
  reports,
  looksAfter,
}: Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly reports: readonly OwnReport[];
  readonly looksAfter: LooksAfter | undefined;
}) {
  return (
    <>
      <DoneBanner query={query} />
      <h1>What you have told us</h1>
      {reports.length === 0 ? (
        <p>You have not told us of anything yet.</p>
      ) : (
        <>
          <p>{whoSeesIt(looksAfter)}</p>
          <p>Is it still going on, or did you forget something? Do not wait: tell them or your manager at once.</p>
          {reports.map(({ id, sentAt, foundAt, title, details, state }) => (
            <section key={id} aria-labelledby={`told-${id}`}>
              <h2 id={`told-${id}`} className="nhsuk-heading-s">
                {neutralised(title)}
              </h2>
              {details !== undefined && <p className="app-lines">{neutralised(details)}</p>}
              <p>
                Received <When at={sentAt} />. You noticed it <When at={foundAt} />. {stateWords(state)}
              </p>
            </section>
          ))}
        </>
      )}
      <p>
        <a href={incidentPaths.tell(seat.organisation)}>{TELL}</a>
      </p>
    </>
  );
}

function whoSeesIt(one: LooksAfter | undefined): string {
  if (!one) return 'Everybody who keeps the record here sees it on the page that their day starts with.';
  const who = `${neutralised(one.name)} (${one.role}) looks after incidents`;
  return one.seesIt
    ? `${who} and sees it on Today.`
    : `${who} but does not see here what you told us. Tell them yourself too.`;
}

function stateWords(state: OwnReport['state']): string {
  if (state === 'open') return 'It is open.';
  if (state === 'gone') return 'It is no longer in the register.';
  return state.closedOn === undefined ? 'It is closed.' : `It was closed on ${dayInWords(state.closedOn)}.`;
}
