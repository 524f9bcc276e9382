import { Button } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { type Field, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { risk } from '../../record/kinds/risk.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { EntityFields } from '../record/entity-form.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import type { Form } from '../route.ts';
import type { Risk } from './risk-list.ts';
import { riskPaths } from './risk-paths.ts';

/** What a review may change. The next one is always said here. */
export const REVIEW_FIELDS: readonly Field[] = ['likelihood', 'impact', 'measures', 'reviewOn'].flatMap((name) =>
  fieldsOf(risk)
    .filter((field) => field.name === name)
    .map((field) => (name === 'reviewOn' ? { ...field, label: 'Next review on', required: true } : field)),
);

/** Looks at a risk again: what has changed about it, and when to look next. */
export function ReviewPage({
  seat,
  one,
  on,
  form,
  problems,
}: {
  readonly seat: Seat;
  readonly one: Risk;
  readonly on: Day;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
}) {
  const { data } = one;
  return (
    <>
      <BackLink href={riskPaths.risks(seat.organisation)}>Risks</BackLink>
      <Mistakes mistakes={mistakesOf(REVIEW_FIELDS, problems)} />
      <h1>
        <span className="nhsuk-caption-l">Review a risk</span>
        {neutralised(data.title)}
      </h1>
      <p>
        {data.reviewedOn === undefined
          ? 'Nobody has reviewed it yet.'
          : `Last reviewed on ${dayInWords(data.reviewedOn)}.`}{' '}
        Change what is no longer right.{' '}
        <a href={paths.entity(seat.organisation, risk.plural, one.id)}>Change the owner, or close it</a>
      </p>
      <ReviewForm {...{ seat, one, on, form, problems }} button="Reviewed today" />
    </>
  );
}

export function ReviewForm({
  seat,
  one,
  on,
  form,
  problems,
  button,
}: Parameters<typeof ReviewPage>[0] & { readonly button: string }) {
  return (
    <form method="post" action={riskPaths.review(seat.organisation, one.id)} noValidate>
      <FormId />
      <input type="hidden" name="seen" value={one.revision} />
      <EntityFields fields={REVIEW_FIELDS} form={form} problems={problems} targets={() => []} />
      <p>The review is kept with today as its day: {dayInWords(on)}.</p>
      <Button>{button}</Button>
    </form>
  );
}
