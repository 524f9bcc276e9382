import type { Action, Assessment, ItemAssessment, Plan } from './assessment.ts';
import { DEFENSIBLE } from './standing.ts';
import { isMandatory, type Unconfirmed, unconfirmedOf } from './unconfirmed.ts';

const RISKS = ['high', 'medium', 'low'];
/** No piece of work is shown as shorter than this, in hours. */
const LEAST_HOURS = 0.5;

/** One thing to do, for one item or for several that it settles together. */
type Job = Pick<Action, 'step' | 'function' | 'effortHours' | 'leadTimeDays' | 'risk' | 'quickWin' | 'confirms'> & {
  readonly items: readonly [ItemAssessment, ...ItemAssessment[]];
};

/**
 * What to do, in which order, to reach Standards Met: mandatory items first, then quick wins, then the greater risk, then what
 * takes others longest (so that the waiting starts early). Hours are the rule's own estimate for starting from nothing, less
 * the share of its conditions that are already met.
 */
export function planFor({ items, findings, outcome }: Assessment): Plan {
  const open = items.filter(
    (one) =>
      !DEFENSIBLE.has(one.standing) &&
      one.unconfirmed === undefined &&
      (isMandatory(one) || one.standing !== 'unanswered'),
  );
  const toConfirm = unconfirmedOf(items);
  const jobs = [
    ...(toConfirm ? [confirming(toConfirm)] : []),
    ...open.flatMap((assessed) => {
      const against = findings.find(
        (finding) => finding.severity === 'high' && finding.refs.includes(assessed.item.ref),
      );
      return jobOf(assessed, against?.next);
    }),
  ].sort(byUrgency);
  let runningHours = 0;
  let runningItems = outcome.defensible.counting;
  const actions = jobs.map(({ items: settled, ...job }): Action => {
    const [first, ...others] = settled;
    runningHours += job.effortHours;
    runningItems += settled.filter(isMandatory).length;
    return {
      ...job,
      ref: first.item.ref,
      alsoFor: others.map(({ item }) => item.ref),
      mandatory: isMandatory(first),
      standing: first.standing,
      because: first.reasons[0] ?? '',
      runningHours,
      runningItems,
    };
  });
  const needed = actions.filter(({ mandatory }) => mandatory);
  const longest = needed.reduce<Action | undefined>(
    (a, b) => (a && a.leadTimeDays >= b.leadTimeDays ? a : b),
    undefined,
  );
  return {
    actions,
    hours: needed.reduce((sum, { effortHours }) => sum + effortHours, 0),
    longestLeadTimeDays: longest?.leadTimeDays ?? 0,
    ...(longest && { longestLeadTimeRef: longest.ref }),
  };
}

/** Nothing without a rule: we do not know what to advise. */
function jobOf(assessed: ItemAssessment, settle: string | undefined): readonly Job[] {
  const { rule } = assessed.item;
  if (!rule) return [];
  const { function: who, leadTimeDays, risk, quickWin } = rule;
  const step = stepFor(assessed, settle);
  return [{ items: [assessed], step, function: who, effortHours: hoursLeft(assessed), leadTimeDays, risk, quickWin }];
}

/** A colleague looks over a list on one page, and presses a button beside each. */
function confirming({ items, step }: Unconfirmed): Job {
  return {
    items,
    step,
    confirms: true,
    function: 'leadership',
    effortHours: LEAST_HOURS,
    leadTimeDays: 0,
    risk: 'medium',
    quickWin: true,
  };
}

/** The items that a step settles, the one it stands for first. */
export function itemsOf({ ref, alsoFor }: Pick<Action, 'ref' | 'alsoFor'>): readonly [string, ...string[]] {
  return [ref, ...alsoFor];
}

function byUrgency(a: Job, b: Job): number {
  return (
    Number(isMandatory(b.items[0])) - Number(isMandatory(a.items[0])) ||
    Number(b.quickWin) - Number(a.quickWin) ||
    RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) ||
    b.leadTimeDays - a.leadTimeDays ||
    a.effortHours - b.effortHours
  );
}

/** Hours rounded up to the half hour. Nothing met, or nothing to test: the whole estimate. */
function hoursLeft({ item, checks, standing }: ItemAssessment): number {
  const all = item.rule?.effortHours ?? 0;
  if (standing === 'unanswered' || checks.length === 0) return all;
  const open = checks.filter(({ met }) => met !== 'yes').length / checks.length;
  return Math.max(LEAST_HOURS, Math.ceil(all * open * 2) / 2);
}

function stepFor({ standing, checks, item, documents }: ItemAssessment, settle: string | undefined): string {
  const open = checks.find(({ met }) => met !== 'yes');
  if (standing === 'contradicted' && settle) return settle;
  // What a document lacks is nearer than beginning anew.
  const lacking = checks.find(
    ({ met, because }) => met === 'no' && documents.some((path) => because.startsWith(`${path}: `)),
  );
  if (standing === 'claimed' && lacking) return lacking.todo;
  const begun = checks.some(({ met, places }) => met === 'yes' || places.length > 0) || checks.length === 1;
  if (standing === 'stale' && open) return open.todo;
  if (standing === 'claimed' && open && begun) return open.todo;
  return item.rule?.firstStep ?? open?.todo ?? '';
}
