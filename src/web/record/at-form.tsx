import { Button, InsetText } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { DayFields } from './day-fields.tsx';
import type { WhenAsked } from './when-asked.ts';

/** Says that a page shows a past day, and how to come back. */
export function AsAt({ past, back }: { readonly past: Day | undefined; readonly back: string }) {
  if (past === undefined) return null;
  return (
    <InsetText>
      <p>
        This is how it was at the end of {dayInWords(past)}. <a href={back}>Show today</a>
      </p>
    </InsetText>
  );
}

/** Asks for a page as it was on a past day. */
export function AtForm({ action, asked }: { readonly action: string; readonly asked: WhenAsked }) {
  return (
    <form method="get" action={action} noValidate>
      <DayFields
        name="at"
        form={asked.form}
        legend="Day"
        {...(asked.problem !== undefined && { error: asked.problem })}
      />
      <Button secondary>Show that day</Button>
    </form>
  );
}
