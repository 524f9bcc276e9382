import { Button, Tag } from 'nhsuk-react-components';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { factInWords } from '../../record/fact-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { LoadExample } from '../example/load-example.tsx';
import { Term, WithTerms } from '../glossary/term.tsx';
import { paths } from '../paths.ts';
import { LaterEdition } from '../today/later-edition.tsx';
import { firstHourAside, firstHourPath } from './first-hour-paths.ts';
import { nextStep, type Step, type StepState } from './first-hour-steps.ts';

/** What each step is for, in words that need no knowledge of the Toolkit. */
const STEP_WORDS: Readonly<Record<Step, { readonly name: string; readonly hint: string; readonly minutes: number }>> = {
  category: {
    name: 'Do you need the Toolkit, and which one?',
    hint: 'Questions about your organisation. Your answers decide how much the Toolkit asks of you.',
    minutes: 3,
  },
  facts: {
    name: 'What do you have and do?',
    hint: 'Paper records, own devices, suppliers: you need not prove anything about what you do not have.',
    minutes: 5,
  },
  documents: {
    name: 'Bring the documents you have',
    hint: 'Policies, logs and spreadsheets, just as they are. We read them and tell you what each one shows.',
    minutes: 15,
  },
  people: {
    name: 'Say who works for you',
    hint: 'A list of names is enough for now. Then say who answers for data security.',
    minutes: 15,
  },
  fixes: {
    name: 'Give the first five fixes to somebody',
    hint: 'Choose the quickest steps that help, and give each a name and a day.',
    minutes: 10,
  },
};

const STATE_WORDS = { done: 'Completed', begun: 'In progress', 'not-begun': 'Not started' } as const;

/** The list of what to do in the first hour. */
export function FirstHourPage({
  seat,
  seats,
  steps,
  catalogue,
  toFindOut,
  aside,
  may,
}: {
  readonly seat: Seat;
  /** All the places of whoever looks. */
  readonly seats: readonly Seat[];
  readonly steps: readonly StepState[];
  /** Undefined where the organisation's edition cannot be told. */
  readonly catalogue: Catalogue | undefined;
  /** Facts that somebody was asked about and does not know yet. */
  readonly toFindOut: readonly string[];
  /** Whether whoever looks has put it aside. */
  readonly aside: boolean;
  /** Whether whoever looks may do a step. */
  readonly may: (step: Step) => boolean;
}) {
  const next = nextStep(steps);
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <>
      <h1>The first hour</h1>
      <p className="app-lead">
        NHS buyers ask their suppliers for the <Term of="toolkit">Data Security and Protection Toolkit (DSPT)</Term>.
        Once a year you say how you look after patient data, and show it. These five steps tell you where{' '}
        {neutralised(seat.organisationName)} stands. You can stop after each step and go on another day.
      </p>
      {catalogue && <LaterEdition catalogue={catalogue} />}
      <p>
        <strong>
          {done} of {steps.length} steps completed.
        </strong>
      </p>
      <ul className="nhsuk-task-list">
        {steps.map(({ step, state, so }) => {
          const { name, hint, minutes } = STEP_WORDS[step];
          const allowed = may(step);
          return (
            <li key={step} className={`nhsuk-task-list__item${allowed ? ' nhsuk-task-list__item--with-link' : ''}`}>
              <div className="nhsuk-task-list__name-and-hint">
                {allowed ? (
                  <a
                    className="nhsuk-link nhsuk-task-list__link"
                    href={firstHourPath(seat.organisation, step)}
                    aria-describedby={`${step}-hint ${step}-state`}
                  >
                    {name}
                  </a>
                ) : (
                  name
                )}
                <div id={`${step}-hint`} className="nhsuk-task-list__hint">
                  {hint} About {minutes} minutes. <WithTerms text={so} />.
                </div>
              </div>
              <div id={`${step}-state`} className="nhsuk-task-list__status">
                {state === 'done' ? (
                  STATE_WORDS.done
                ) : (
                  <Tag modifier={state === 'begun' ? 'blue' : 'grey'}>{STATE_WORDS[state]}</Tag>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {next === undefined ? (
        <p>
          That is all for the first hour. <a href={paths.home(seat.organisation)}>See where you stand</a>
        </p>
      ) : (
        may(next) && (
          <p>
            <a className="nhsuk-button" href={firstHourPath(seat.organisation, next)}>
              {done === 0 ? 'Start' : 'Continue'}
            </a>
          </p>
        )
      )}
      {toFindOut.length > 0 && (
        <section aria-labelledby="find-out">
          <h2 id="find-out">Still to find out</h2>
          <p>You did not know these yet. Until you do, they stay on your list.</p>
          <ul>
            {toFindOut.map((fact) => (
              <li key={fact}>
                {may('facts') ? (
                  <a href={`${firstHourPath(seat.organisation, 'facts')}#${fact}`}>{factInWords(fact)}?</a>
                ) : (
                  `${factInWords(fact)}?`
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {next !== undefined && (
        <form method="post" action={firstHourAside(seat.organisation)}>
          <input type="hidden" name="aside" value={aside ? 'no' : 'yes'} />
          <p className="app-aside">
            {aside
              ? 'You have put the first hour aside, so other pages do not remind you of it.'
              : 'Until it is done, other pages remind you of the first hour. If you put it aside, they stop reminding you and go on reminding others.'}
          </p>
          <Button secondary small>
            {aside ? 'Take the first hour up again' : 'Put the first hour aside'}
          </Button>
        </form>
      )}
      {!isExample(seat.organisation) && <LoadExample seats={seats} />}
    </>
  );
}
