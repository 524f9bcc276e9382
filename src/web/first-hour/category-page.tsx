import { Button, InsetText, Select } from 'nhsuk-react-components';
import {
  CATEGORY_FACTS,
  KIND_NOT_KNOWN,
  ORGANISATION_KIND_NAMES,
  REASONS_TO_NEED_IT,
} from '../../catalogue/category-facts.ts';
import { type CategoryDecision, ORGANISATION_KINDS } from '../../catalogue/decide-category.ts';
import { factAsked } from '../../record/fact-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term, WithTerms } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import type { Form, SeatedVisit } from '../route.ts';
import { firstHour, firstHourPath } from './first-hour-paths.ts';
import { YesNoQuestion } from './yes-no-question.tsx';

/** Whether the Toolkit is needed at all, and which list of questions is asked. */
export function CategoryPage({
  seat,
  query,
  form,
  mistakes,
  seen,
  current,
  needed,
  decision,
  asked,
}: Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
  readonly seen: number;
  /** Category that is set now. */
  readonly current: string;
  readonly needed: boolean | undefined;
  readonly decision: CategoryDecision;
  /** Whether anything has been answered yet. */
  readonly asked: boolean;
}) {
  const here = firstHourPath(seat.organisation, 'category');
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={firstHour(seat.organisation)}>The first hour</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>Do you need the Toolkit, and which one?</h1>
      <p>
        The <Term of="toolkit">Toolkit</Term> has several lists of questions. Which list you answer is called your{' '}
        <Term of="category">category</Term>. Select “I do not know” wherever you are not sure.
      </p>
      {asked && <Verdict {...{ seat, needed, decision, current, seen, here }} />}
      <form method="post" action={here} noValidate>
        <FormId />
        <input type="hidden" name="seen" value={seen} />
        <h2>Do you need it?</h2>
        {REASONS_TO_NEED_IT.map((name) => (
          <YesNoQuestion key={name} name={name} question={factAsked(name)} value={form.text(name)} />
        ))}
        <h2>Which list of questions is yours?</h2>
        <Select
          id={CATEGORY_FACTS.kind}
          name={CATEGORY_FACTS.kind}
          label="What kind of organisation are you?"
          defaultValue={form.text(CATEGORY_FACTS.kind)}
        >
          <Select.Option value="">Select</Select.Option>
          {ORGANISATION_KINDS.map((kind) => (
            <Select.Option key={kind} value={kind}>
              {ORGANISATION_KIND_NAMES[kind]}
            </Select.Option>
          ))}
          <Select.Option value={KIND_NOT_KNOWN}>I do not know</Select.Option>
        </Select>
        <TextField
          name={CATEGORY_FACTS.staff}
          label="How many people work for you?"
          hint="Count everybody, part-time people too. Leave this empty if you do not know."
          inputMode="numeric"
          width={5}
          defaultValue={form.text(CATEGORY_FACTS.staff)}
          mistakes={mistakes}
        />
        <TextField
          name={CATEGORY_FACTS.turnoverGbp}
          label="What did you turn over last year, in pounds?"
          hint="A round figure will do. Leave this empty if you do not know."
          inputMode="numeric"
          width={10}
          prefix="£"
          defaultValue={form.text(CATEGORY_FACTS.turnoverGbp)}
          mistakes={mistakes}
        />
        <YesNoQuestion
          name={CATEGORY_FACTS.digital}
          question="Do you supply software or other digital services to health and care?"
          value={form.text(CATEGORY_FACTS.digital)}
        />
        <Button>Save and see the answer</Button>
      </form>
    </>
  );
}

function Verdict({
  seat,
  needed,
  decision,
  current,
  seen,
  here,
}: {
  readonly seat: Seat;
  readonly needed: boolean | undefined;
  readonly decision: CategoryDecision;
  readonly current: string;
  readonly seen: number;
  readonly here: string;
}) {
  const { outcome, category, reasons, missing, disputes, confidence, sources } = decision;
  const isSet = category !== undefined && String(category) === current;
  return (
    <InsetText>
      <h2 className="nhsuk-heading-m">{neededWords(needed)}</h2>
      <h3 className="nhsuk-heading-s">
        {outcome === 'decided' ? `You are in category ${category}` : 'We cannot say which category yet'}
      </h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            <WithTerms text={reason} />
          </li>
        ))}
        {missing.map(({ fact, ask, changes }) => (
          <li key={fact}>
            {ask} {changes}
          </li>
        ))}
      </ul>
      {outcome === 'decided' &&
        (isSet ? (
          <p>
            Perennial asks you the questions of category {current}.{' '}
            <a href={firstHourPath(seat.organisation, 'facts')}>Continue</a>
          </p>
        ) : (
          <form method="post" action={`${here}/use`}>
            <FormId />
            <input type="hidden" name="seen" value={seen} />
            <input type="hidden" name="category" value={category} />
            <p>Perennial asks you the questions of category {current} now.</p>
            <Button>Use category {category}</Button>
          </form>
        ))}
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How sure we are, and where we read it</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>
            {confidence === 'high'
              ? 'We are sure of this rule.'
              : 'We are fairly sure of this rule. We did not read it at NHS England, but elsewhere.'}
          </p>
          {disputes.map((dispute) => (
            <p key={dispute}>
              <WithTerms text={dispute} />
            </p>
          ))}
          <ul>
            {sources.map(({ url, gives }) => (
              <li key={`${url} ${gives}`}>
                <WithTerms text={gives ?? ''} />: <span className="app-path">{url}</span>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </InsetText>
  );
}

function neededWords(needed: boolean | undefined): string {
  if (needed === true) return 'NHS buyers will ask you for the Toolkit';
  return needed === false
    ? 'From what you said, NHS buyers need not ask you for the Toolkit. Ask your buyer if in doubt'
    : 'We cannot say yet whether you need it. Ask your buyer: most expect it';
}
