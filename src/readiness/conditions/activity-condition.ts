import type { Condition } from '../../catalogue/catalogue.ts';
import { dayInWords, periodInWords } from '../../record/day.ts';
import type { Fact } from '../../record/document.ts';
import { contentStems, shareOfWords, withArticle } from '../../record/words.ts';
import { type DocumentEvidence, freshnessOf, placeIn } from '../document-evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

type ActivityCondition = Extract<Condition, { is: 'activity' }>;

/** Fact types that record an activity. `check-done` covers the rest, by the words of its subject. */
const FACTS_OF: Readonly<Record<string, string>> = {
  'restore-test': 'restore-test',
  'continuity-exercise': 'exercise',
  induction: 'induction-completion',
};

const CHECK_DONE = 'check-done';

/** Words by which people name the activity, where the rule's own name is not what they write. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'restore-test': ['restore test', 'restoration test', 'backup test', 'recovery test'],
  'continuity-exercise': ['exercise', 'table-top', 'tabletop', 'continuity test', 'disaster recovery test'],
  'board-review': ['board', 'directors meeting', 'management review', 'board minutes'],
  'spot-check': ['spot check', 'compliance check', 'internal audit'],
  'access-review': ['access review', 'user access review', 'account review'],
  'asset-review': ['asset review', 'asset audit', 'asset register review'],
  'penetration-test': ['penetration test', 'pen test', 'pentest'],
  'vulnerability-scan': ['vulnerability scan', 'vulnerability assessment'],
  'phishing-exercise': ['phishing simulation', 'phishing exercise', 'phishing test'],
  'training-needs-analysis': ['training needs analysis', 'training needs'],
  'policy-review': ['policy review'],
  'process-review': ['process review', 'lessons learned', 'post-incident review', 'review of processes'],
  'contract-review': ['contract review'],
  'risk-review': ['risk review', 'risk register review'],
  induction: ['induction'],
};

/** Kinds of document that record an activity in their own right. */
const RECORDS = new Set(['minutes', 'report', 'log', 'form', 'screenshot', 'certificate']);

/**
 * An activity that took place inside the window: recorded in a log, minute or report. A policy that merely says it happened
 * does not count, and neither does a plan.
 */
export function prepareActivity(
  condition: ActivityCondition,
  candidates: readonly DocumentEvidence[],
  all: EvidenceIndex,
): PreparedCondition {
  const names = NAMES[condition.activity] ?? [condition.activity.replaceAll('-', ' ')];
  const witnesses = [
    ...all.withFact(factTypeOf(condition)).flatMap((one) => factWitnesses(condition, names, one)),
    ...candidates.flatMap((one) => documentWitnesses(condition, names, one)),
  ];
  const what = condition.activity.replaceAll('-', ' ');
  const success = condition.outcome === 'success' ? 'successful ' : '';
  return {
    condition,
    asks: `${withArticle(success + what)} recorded within ${periodInWords(condition.within)}`,
    todo: `Carry out ${withArticle(what)} and record the date, who took part and the result.`,
    witnesses,
    otherwise: { met: 'no', because: `we found no dated record of ${withArticle(success + what)}` },
  };
}

/** Facts of which type record it. */
function factTypeOf({ activity }: Pick<ActivityCondition, 'activity'>): string {
  return FACTS_OF[activity] ?? CHECK_DONE;
}

function factWitnesses(condition: ActivityCondition, names: readonly string[], evidence: DocumentEvidence): Witness[] {
  const { document, blocked, readOn } = evidence;
  if (blocked) return [];
  return document.facts
    .filter((fact) => isRecordOf(fact, condition, names))
    .flatMap((fact) => {
      if (!fact.asOf || fact.asOf.from > readOn) return [];
      const fresh = freshnessOf(evidence, fact.asOf, condition.within);
      const because = `${withArticle(condition.activity.replaceAll('-', ' '))} on ${dayInWords(fact.asOf.from)} (${document.path})${fresh.because}`;
      return [
        {
          interval: fresh.interval,
          because,
          places: [placeIn(document, fact.where, fact.words)],
        },
      ];
    });
}

function isRecordOf(fact: Fact, { activity, outcome }: ActivityCondition, names: readonly string[]): boolean {
  if (fact.strength !== 'recorded' && fact.strength !== 'configured') return false;
  if (fact.type !== factTypeOf({ activity })) return false;
  if (fact.type === CHECK_DONE && !names.some((name) => says(name, `${fact.subject} ${fact.parts?.kind ?? ''}`)))
    return false;
  const result = `${fact.parts?.result ?? ''} ${fact.value}`;
  return (
    outcome !== 'success' ||
    (/succe|pass|complete|ok\b|true/i.test(result) && !/fail|partial|unsucc|incomplete/i.test(result))
  );
}

function documentWitnesses(
  condition: ActivityCondition,
  names: readonly string[],
  evidence: DocumentEvidence,
): Witness[] {
  const { document, proofDate, titleStems, blocked } = evidence;
  if (blocked || !proofDate || condition.outcome === 'success' || !RECORDS.has(document.profile.kind)) return [];
  if (!names.some((name) => shareOfWords(name, titleStems) === 1)) return [];
  const fresh = freshnessOf(evidence, proofDate.date, condition.within);
  const because = `${document.path} (${document.profile.kind}, dated ${dayInWords(proofDate.date.from)})${fresh.because}`;
  return [
    {
      interval: fresh.interval,
      because,
      places: [placeIn(document, proofDate.where, proofDate.date.text)],
    },
  ];
}

function says(name: string, text: string): boolean {
  return shareOfWords(name, new Set(contentStems(text))) === 1;
}
