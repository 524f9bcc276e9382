import type { Action, Assessment, ItemAssessment, Plan } from './assessment.ts';
import { DEFENSIBLE } from './standing.ts';

const RISKS = ['high', 'medium', 'low'];
/** No piece of work is shown as shorter than this, in hours. */
const LEAST_HOURS = 0.5;

/**
 * What to do, in which order, to reach Standards Met: mandatory items first, then quick wins, then the greater risk, then what
 * takes others longest (so that the waiting starts early). Hours are the rule's own estimate for starting from nothing, less
 * the share of its conditions that are already met.
 */
export function planFor({ items, findings, outcome }: Assessment): Plan {
  const open = items.filter(
    ({ standing, item }) => !DEFENSIBLE.has(standing) && item.rule && (item.mandatory || standing !== 'unanswered'),
  );
  const ordered = [...open].sort(byUrgency);
  let runningHours = 0;
  let runningItems = outcome.defensible.counting;
  const actions = ordered.flatMap((assessed): Action[] => {
    const { item, standing } = assessed;
    if (!item.rule) return [];
    const { function: who, leadTimeDays, risk, quickWin } = item.rule;
    const effortHours = hoursLeft(assessed);
    const mandatory = item.mandatory === true;
    runningHours += effortHours;
    runningItems += mandatory ? 1 : 0;
    const against = findings.find((finding) => finding.severity === 'high' && finding.refs.includes(item.ref));
    const step = stepFor(assessed, against?.next);
    return [
      {
        ref: item.ref,
        mandatory,
        step,
        standing,
        because: assessed.reasons[0] ?? '',
        function: who,
        effortHours,
        leadTimeDays,
        risk,
        quickWin,
        runningHours,
        runningItems,
      },
    ];
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

function byUrgency(a: ItemAssessment, b: ItemAssessment): number {
  const [x, y] = [a.item.rule, b.item.rule];
  if (!x || !y) return 0;
  return (
    Number(b.item.mandatory === true) - Number(a.item.mandatory === true) ||
    Number(y.quickWin) - Number(x.quickWin) ||
    RISKS.indexOf(x.risk) - RISKS.indexOf(y.risk) ||
    y.leadTimeDays - x.leadTimeDays ||
    hoursLeft(a) - hoursLeft(b)
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
