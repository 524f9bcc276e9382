import { type Day, dayInWords } from '../record/day.ts';
import { factSaid } from '../record/fact-words.ts';
import type { Answer, OrganisationRecord } from '../record/record.ts';
import type { Check, ItemAssessment, Standing } from './assessment.ts';
import type { DocumentEvidence } from './document-evidence.ts';
import { covers, isPast } from './interval.ts';
import type { PreparedItem } from './prepare.ts';
import { becauseInFull, type PreparedCondition, type Witness } from './witness.ts';

/** Standings that a self-assessment would publish as done. */
export const CLAIMED: ReadonlySet<Standing> = new Set([
  'proven',
  'exempt',
  'not-applicable',
  'claimed',
  'carried',
  'stale',
  'contradicted',
]);
/** Standings that would survive a question. */
export const DEFENSIBLE: ReadonlySet<Standing> = new Set(['proven', 'exempt', 'not-applicable']);

const FROM_DOCUMENTS = 'Nobody has answered this yet; the standing comes from what the documents show.';

/**
 * The standing of one item on a day. `against` are the sentences of high findings that speak against it. Without an answer
 * the documents speak for themselves, and the reasons say so.
 */
export function standingOf(
  prepared: PreparedItem,
  record: OrganisationRecord,
  against: readonly string[],
  on: Day,
): ItemAssessment {
  const { item, speaking } = prepared;
  const answer = answerOn(record.answers, item.ref, on);
  const proof = bestAlternative(prepared, on);
  const checks = proof?.checks ?? [];
  const documents = speaking.map(({ document }) => document.path);
  const result = (standing: Standing, reasons: readonly string[], until?: Day): ItemAssessment => ({
    item,
    standing,
    reasons: answer ? reasons : [...reasons, FROM_DOCUMENTS],
    documents,
    checks,
    ...(until !== undefined && { until }),
  });

  const settled = settledByAnswer(answer) ?? settledByFact(prepared, record, against, on);
  if (settled)
    return {
      ...result(settled.standing, []),
      reasons: [settled.because],
      // Whoever said no, or not yet, has it still to do; what does not apply has nothing to show.
      ...(settled.standing === 'not-applicable' && { checks: [] }),
      ...(settled.unconfirmed !== undefined && { checks: [], unconfirmed: settled.unconfirmed }),
    };

  const speaks = speaking.length > 0 || answer?.said === 'yes' || checks.some((check) => check.met === 'yes');
  if (against.length > 0 && speaks) return result('contradicted', against);
  if (proof?.state === 'met') {
    const exempt = proof.conditions.every(({ condition }) => condition.is === 'certificate');
    return result(exempt ? 'exempt' : 'proven', checks.map(exempt ? TOLD.exempt : TOLD.shown), proof.until);
  }
  if (answer?.carriedFrom) return result('carried', [`Copied from ${answer.carriedFrom} and not yet confirmed again.`]);
  if (proof?.state === 'lapsed')
    return result('stale', checks.filter((check) => check.met === 'lapsed').map(TOLD.lapsed));
  if (!speaks) {
    const found = checks.find(({ met, toCheck }) => met === 'unknown' && toCheck !== undefined);
    return result('unanswered', [found ? TOLD.toCheck(found) : 'We found no document that clearly speaks to this.']);
  }
  if (answer?.said !== 'yes' && speaking.length > 0 && speaking.every(isTemplate)) {
    return result('in-progress', ['Only templates speak to this.']);
  }
  return result('claimed', claimReasons(prepared, checks));
}

/** The latest answer given to an item by a day; of two on one day the one that stands later. */
function answerOn(answers: readonly Answer[], ref: string, on: Day): Answer | undefined {
  return answers
    .filter((one) => one.ref === ref && one.answeredOn <= on)
    .reduce<Answer | undefined>((a, b) => (a && a.answeredOn > b.answeredOn ? a : b), undefined);
}

function isTemplate({ document }: DocumentEvidence): boolean {
  return document.profile.kind === 'template';
}

function claimReasons({ item }: PreparedItem, checks: readonly Check[]): string[] {
  if (!item.rule) return ['A document speaks to this. We have no reviewed rule yet for what would prove it.'];
  return checks.filter((check) => check.met !== 'yes').map(TOLD.notShown);
}

/** How checks are told as reasons, where they do not stand by themselves. */
const TOLD = {
  exempt: (check: Check) => `Probably exempt: ${becauseInFull(check)}.`,
  shown: (check: Check) => `Shown by ${becauseInFull(check)}.`,
  notShown: ({ asks, because }: Check) => `Not shown: ${asks}. Why: ${because}.`,
  lapsed: ({ because }: Check) => `Lapsed: ${because}.`,
  toCheck: ({ because }: Check) => `To be checked: ${because}.`,
} as const;

/** Why an item stands as it does, but for what its checks tell: for a page that shows those too. */
export function reasonsBesideChecks({
  reasons,
  checks,
}: Pick<ItemAssessment, 'reasons' | 'checks'>): readonly string[] {
  const told = new Set(checks.flatMap((check) => Object.values(TOLD).map((words) => words(check))));
  return reasons.filter((reason) => !told.has(reason));
}

type Settled = { readonly standing: Standing; readonly because: string; readonly unconfirmed?: string };

function settledByAnswer(answer: Answer | undefined): Settled | undefined {
  switch (answer?.said) {
    case 'no':
      return { standing: 'gap', because: 'You said that this is not in place.' };
    case 'in-progress':
      return { standing: 'in-progress', because: 'You said that this has begun.' };
    case 'unknown':
      return { standing: 'unanswered', because: 'You said that you do not know yet.' };
    case 'not-applicable':
      if (answer.words && answer.approvedBy)
        return { standing: 'not-applicable', because: `${answer.words} (approved by ${answer.approvedBy})` };
      return {
        standing: 'in-progress',
        because: `Not applicable needs ${answer.words ? 'someone to approve it' : 'a reason'}.`,
      };
    default:
      return undefined;
  }
}

function settledByFact(
  prepared: PreparedItem,
  record: OrganisationRecord,
  speaksAgainst: readonly string[],
  on: Day,
): Settled | undefined {
  const told = notApplicableBy(prepared, record, speaksAgainst, on);
  if (!told) return undefined;
  const { fact, against } = told;
  const words = `You told us: ${factSaid(fact, false)}.`;
  if (against !== undefined) return { standing: 'contradicted', because: `${words} But ${against}.` };
  if (record.organisation.unconfirmed?.includes(fact))
    return { standing: 'claimed', because: `${words} Nobody else has confirmed it yet.`, unconfirmed: fact };
  return { standing: 'not-applicable', because: `${words} Say so in the portal, with the reason.` };
}

/** A fact about the organisation by which an item does not apply, and what in the record speaks against it, without a full stop. */
export type NotApplicableBy = { readonly fact: string; readonly against: string | undefined };

/**
 * The fact by which an item would not apply on a day; undefined when that is not what its standing comes from. Against it speaks
 * what the record tells of such things, and whatever makes a claim about the item untrue (`speaksAgainst`): there is something
 * that it applies to.
 */
export function notApplicableBy(
  { item, otherwise }: PreparedItem,
  record: OrganisationRecord,
  speaksAgainst: readonly string[],
  on: Day,
): NotApplicableBy | undefined {
  if (settledByAnswer(answerOn(record.answers, item.ref, on))) return undefined;
  const fact = item.rule?.appliesWhen;
  if (fact === undefined || record.organisation.facts[fact] !== false) return undefined;
  const against = otherwise.find(({ interval }) => covers(interval, on))?.because ?? speaksAgainst[0];
  return { fact, against: against?.replace(/\.$/, '') };
}

type Alternative = {
  readonly state: 'met' | 'lapsed' | 'short';
  readonly conditions: readonly PreparedCondition[];
  readonly checks: readonly Check[];
  /** How many conditions are met, to choose the alternative to work on: of equals the first, which is the strongest. */
  readonly met: number;
  readonly until?: Day;
};

/** The first alternative that is met on the day; otherwise one that lapsed; otherwise the one with most conditions met, the strongest of equals. */
function bestAlternative({ alternatives }: PreparedItem, on: Day): Alternative | undefined {
  const tried = alternatives.map((conditions) => testAlternative(conditions, on));
  const met = tried.filter((one) => one.state === 'met');
  if (met.length > 0) return met.reduce((a, b) => ((b.until ?? '9999-12-31') > (a.until ?? '9999-12-31') ? b : a));
  const lapsed = tried.find((one) => one.state === 'lapsed');
  return lapsed ?? tried.reduce<Alternative | undefined>((a, b) => (a && a.met >= b.met ? a : b), undefined);
}

function testAlternative(conditions: readonly PreparedCondition[], on: Day): Alternative {
  const checks = conditions.map((condition) => check(condition, on));
  const met = checks.filter((one) => one.met === 'yes').length;
  const lapsed = checks.filter((one) => one.met === 'lapsed').length;
  const ends = checks.flatMap((one) => (one.met === 'yes' && one.until ? [one.until] : [])).sort();
  const state = met === checks.length ? 'met' : lapsed > 0 && met + lapsed === checks.length ? 'lapsed' : 'short';
  return { state, conditions, checks, met, ...(ends[0] !== undefined && { until: ends[0] }) };
}

function check(prepared: PreparedCondition, on: Day): Check {
  const { asks, todo, witnesses, otherwise, unchecked = [], lapses = true } = prepared;
  const longest = longestOf(witnesses, on);
  if (longest) {
    const until = longest.interval.until;
    return {
      asks,
      todo,
      met: 'yes',
      because: longest.because,
      ...(longest.toCheck !== undefined && { toCheck: longest.toCheck }),
      places: longest.places,
      ...(until !== undefined && { until }),
    };
  }
  const waits = longestOf(unchecked, on);
  const last = lapses ? lastOf(witnesses, on) : undefined;
  if (last) {
    const until = dayInWords(last.interval.until ?? on);
    const { because, todo: renew } = last.lapsed ?? { because: last.because, todo };
    return {
      asks,
      todo: renew,
      met: 'lapsed',
      because: last.lapsed ? `${because}, so it counted until ${until}` : `${because}, which counted until ${until}`,
      ...(waits?.toCheck !== undefined && { toCheck: waits.toCheck }),
      places: last.places,
    };
  }
  if (waits) {
    const { because, toCheck, places } = waits;
    const checked = `${because}: nobody has said that they checked it`;
    return { asks, todo, met: 'unknown', because: checked, ...(toCheck !== undefined && { toCheck }), places };
  }
  const old = lastOf(unchecked, on);
  if (old) {
    const { because, todo: renew } = old.lapsed ?? { because: `${old.because} is too old`, todo };
    return { asks, todo: renew, met: 'no', because, places: old.places };
  }
  for (const { interval, because, places } of witnesses)
    if (interval.from !== undefined && interval.from > on)
      return {
        asks,
        todo,
        met: 'no',
        because: `${because}, which counts only from ${dayInWords(interval.from)}`,
        places,
      };
  return { asks, todo, ...otherwise, places: [] };
}

/** Of the witnesses that count on the day the one that counts longest; of equals the first. */
function longestOf(witnesses: readonly Witness[], on: Day): Witness | undefined {
  for (const one of byEnd(witnesses)) {
    if (isPast(one.interval, on)) return undefined;
    if (covers(one.interval, on)) return one;
  }
  return undefined;
}

/** Of the witnesses that count no more on the day the one that did last; of equals the later. */
function lastOf(witnesses: readonly Witness[], on: Day): Witness | undefined {
  let last: Witness | undefined;
  for (const one of byEnd(witnesses)) {
    if (!isPast(one.interval, on)) continue;
    if (last !== undefined && one.interval.until !== last.interval.until) break;
    last = one;
  }
  return last;
}

const sorted = new WeakMap<readonly Witness[], readonly Witness[]>();

/** Those that count longest first; equals as they stood. Kept, since a forecast asks on every day of a year. */
function byEnd(witnesses: readonly Witness[]): readonly Witness[] {
  const known = sorted.get(witnesses);
  if (known !== undefined) return known;
  const end = ({ interval }: Witness) => interval.until ?? '9999-12-31';
  const order = witnesses.toSorted((a, b) => (end(a) < end(b) ? 1 : end(a) > end(b) ? -1 : 0));
  sorted.set(witnesses, order);
  return order;
}
