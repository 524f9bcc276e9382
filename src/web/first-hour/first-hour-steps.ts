import { askedFacts } from '../../catalogue/asked-facts.ts';
import { type Catalogue, CERTIFICATE_NAMES, type CertificateKind } from '../../catalogue/catalogue.ts';
import { CATEGORY_FACTS, KIND_NOT_KNOWN } from '../../catalogue/category-facts.ts';
import { certificatesMissing } from '../../readiness/certificate-held.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { NOT_KNOWN } from '../../record/fact-words.ts';
import { factsTold } from '../../record/facts-told.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { document } from '../../record/kinds/document.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { person } from '../../record/kinds/person.ts';
import { counted, listed } from '../../report/counted.ts';
import type { Deed } from '../../workspace/may.ts';

export const STEPS = ['category', 'facts', 'documents', 'people', 'fixes'] as const;
export type Step = (typeof STEPS)[number];

export type StepState = {
  readonly step: Step;
  readonly state: 'done' | 'begun' | 'not-begun';
  /** What there is already, for a person. */
  readonly so: string;
};

/** What each step asks of whoever does it. */
export const STEP_NEEDS: Readonly<Record<Step, Deed>> = {
  category: 'manage-organisation',
  facts: 'manage-organisation',
  documents: 'upload-documents',
  people: 'write-registers',
  fixes: 'write-registers',
};

/** Fixes that are given to somebody in the first hour. */
const FIXES = 5;

/** How far the first hour has come, with what the catalogue and the plan of a check ask. */
export function firstHourStepsOf(holdings: Holdings, check: GapCheck | undefined): readonly StepState[] {
  const asked = check ? askedFacts(check.catalogue).map(({ fact }) => fact) : [];
  const missing = check ? certificatesMissing(check, factsTold(holdings)) : [];
  return firstHourSteps(holdings, asked, check?.plan.actions.length ?? 0, missing);
}

/** The first step that is not done, as far as it can be told without judging anything: of a short plan it may say the last. */
export function roughNextStep(holdings: Holdings, catalogue: Pick<Catalogue, 'items'>): Step | undefined {
  const asked = askedFacts(catalogue).map(({ fact }) => fact);
  return nextStep(firstHourSteps(holdings, asked, FIXES, []));
}

/**
 * How far the first hour has come. It is told from the record alone, so that it can be left and gone on with, by anybody, and
 * whatever was done elsewhere counts. `asked` are the facts that decide about evidence items, `open` the steps of the plan.
 */
function firstHourSteps(
  holdings: Holdings,
  asked: readonly string[],
  open: number,
  missing: readonly CertificateKind[],
): readonly StepState[] {
  const own = listOf(holdings, organisation)[0]?.data;
  const facts = factsTold(holdings);
  const unknown = asked.filter((fact) => facts[fact] === NOT_KNOWN).length;
  const answered = asked.filter((fact) => facts[fact] !== undefined).length - unknown;
  const kind = facts[CATEGORY_FACTS.kind];
  const documents = listOf(holdings, document).filter(({ data }) => data.withdrawnOn === undefined).length;
  const people = listOf(holdings, person).length;
  const roles = listOf(holdings, appointment).filter(({ data }) => data.endedOn === undefined).length;
  const given = listOf(holdings, action).filter(({ data }) => data.owner !== undefined).length;
  return [
    {
      step: 'category',
      state: kind === undefined ? 'not-begun' : 'done',
      so: `You are set to category ${own?.category ?? '3'}${
        kind === KIND_NOT_KNOWN ? '. You do not know yet what kind of organisation you are' : ''
      }`,
    },
    {
      step: 'facts',
      state: stateOf(answered + unknown, asked.length),
      so: factsSo(answered, unknown, asked.length, missing),
    },
    { step: 'documents', state: stateOf(documents, 1), so: `${counted(documents, 'document')} kept` },
    {
      step: 'people',
      state: people === 0 ? 'not-begun' : roles === 0 ? 'begun' : 'done',
      so: `${counted(people, 'person', 'people')}, ${counted(roles, 'role')} given`,
    },
    {
      step: 'fixes',
      state: stateOf(given, Math.min(FIXES, Math.max(1, open))),
      so: `${counted(given, 'fix', 'fixes')} given to somebody`,
    },
  ];
}

function factsSo(answered: number, unknown: number, asked: number, missing: readonly CertificateKind[]): string {
  const parts =
    unknown === 0
      ? [`${answered} of ${counted(asked, 'question')} answered`]
      : [
          `${answered} answered`,
          `${unknown} you do not know yet`,
          ...(asked > answered + unknown ? [`${asked - answered - unknown} still to be asked`] : []),
        ];
  const names = listed(missing.map((kind) => CERTIFICATE_NAMES[kind]));
  return `${parts.join(', ')}${missing.length === 0 ? '' : `. You hold ${names}, and no certificate is on file`}`;
}

function stateOf(done: number, of: number): StepState['state'] {
  if (done >= of) return 'done';
  return done > 0 ? 'begun' : 'not-begun';
}

/** The first step that is not done; undefined when all are. */
export function nextStep(steps: readonly StepState[]): Step | undefined {
  return steps.find(({ state }) => state !== 'done')?.step;
}
