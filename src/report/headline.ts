import type { Assessment, ItemAssessment, Plan, Standing } from '../readiness/assessment.ts';
import { counted, hoursInWords, listed } from './counted.ts';

export type Headline = {
  readonly mandatory: number;
  readonly claimed: number;
  readonly defensible: number;
  /** The two outcomes and what they mean, one sentence. */
  readonly verdict: string;
  /** What lies between the two outcomes, one sentence; absent when nothing does. */
  readonly distance?: string;
  /** Hours and waits to Standards Met, one sentence. */
  readonly road: string;
};

type Told = { readonly assessment: Assessment; readonly plan: Plan };

/** The first three sentences of every report. */
export function headline({ assessment, plan }: Told): Headline {
  const { claimed, defensible } = assessment.outcome;
  const distance = distanceSentence(assessment);
  return {
    mandatory: defensible.mandatory,
    claimed: claimed.counting,
    defensible: defensible.counting,
    verdict: verdictSentence(assessment),
    ...(distance === undefined ? {} : { distance }),
    road: roadSentence(assessment, plan),
  };
}

/** Mandatory items that count as claimed and would not survive a question: what the product closes. */
function itemsBetween(assessment: Assessment): readonly ItemAssessment[] {
  const { claimed, defensible } = assessment.outcome;
  const claimedMissing = new Set(claimed.missing);
  const between = new Set(defensible.missing.filter((ref) => !claimedMissing.has(ref)));
  return assessment.items.filter(({ item }) => between.has(item.ref));
}

function verdictSentence(assessment: Assessment): string {
  const { claimed, defensible } = assessment.outcome;
  const all = defensible.mandatory;
  if (defensible.met) return `All ${all} mandatory items count, and each would survive a question: Standards Met.`;
  if (claimed.counting === 0) return `Nothing here speaks to any of the ${all} mandatory items yet: Standards Not Met.`;
  if (claimed.met) {
    return `On paper this is Standards Met, but only ${defensible.counting} of the ${all} mandatory items would survive a question.`;
  }
  if (claimed.counting === defensible.counting) {
    return `${defensible.counting} of the ${all} mandatory items count, and each would survive a question; ${all - defensible.counting} do not count yet.`;
  }
  const survive = defensible.counting === 0 ? 'none' : `${defensible.counting}`;
  return `${claimed.counting} of the ${all} mandatory items ${claimed.counting === 1 ? 'is' : 'are'} claimed; ${survive} would survive a question.`;
}

const BETWEEN: ReadonlyArray<readonly [Standing, string]> = [
  ['claimed', 'said but not shown'],
  ['stale', 'out of date'],
  ['contradicted', 'contradicted'],
  ['carried', 'not confirmed this year'],
  ['in-progress', 'only planned'],
];

function distanceSentence(assessment: Assessment): string | undefined {
  const between = itemsBetween(assessment);
  if (between.length === 0) return undefined;
  const parts = BETWEEN.map(([standing, words]) => {
    const count = between.filter((item) => item.standing === standing).length;
    return { count, words: `${count} ${words}` };
  }).filter(({ count }) => count > 0);
  const told = parts.reduce((sum, { count }) => sum + count, 0);
  const rest = between.length - told;
  const words = [...parts.map((part) => part.words), ...(rest > 0 ? [`${rest} for other reasons`] : [])];
  return `Between the two ${between.length === 1 ? 'lies' : 'lie'} ${counted(between.length, 'item')}: ${listed(words)}.`;
}

function roadSentence({ outcome }: Assessment, plan: Plan): string {
  if (outcome.defensible.met) return 'Nothing more is needed today; keep what lapses next in date.';
  const work = `About ${hoursInWords(plan.hours)} of work`;
  if (plan.longestLeadTimeDays <= 0) return `${work} to Standards Met.`;
  const wait = `${plan.longestLeadTimeDays}-day`;
  const forWhat = plan.longestLeadTimeRef === undefined ? '' : ` (for ${plan.longestLeadTimeRef})`;
  return `${work} and one ${wait} lead time${forWhat} to Standards Met.`;
}
