import type { Fact } from '../../record/document.ts';
import { remembered } from '../../record/remembered.ts';
import { NUMBER } from './quantity.ts';

/** What a heading, the line above a list or the name of a column makes of what stands under it. */
type Outlook = 'all ahead' | 'aims' | undefined;

/** Everything below is still to come. */
const AHEAD = new RegExp(
  [
    '\\broad ?maps?\\b|\\bmilestones?\\b|\\bnext steps\\b|\\bto[- ]do list\\b|\\bfuture (?:plans?|work|improvements?|enhancements?|state)\\b',
    '\\b(?:short|medium|mid|long|near)(?:er)?[- ]term\\b(?=\\W*$|\\W*\\(| (?:goals?|aims?|plans?|actions?|objectives?|targets?|priorities|improvements?|steps?)\\b)',
    `\\b(?:next|coming) (?:(?:${NUMBER}) )?(?:weeks|months|days|quarters?|years?)\\b`,
    '\\b(?:months?|weeks?|years?) \\d+\\s?(?:-|–|to)\\s?\\d+\\b',
  ].join('|'),
  'i',
);

/** What is wanted: a state named below need not be there yet, while a rule named below ("updates within 14 days") holds. */
const AIMS =
  /\b(?:targets?|goals?|aims|(?<!(?:recovery|control|time|point) )objectives|success (?:criteria|metrics?|measures?|factors?|indicators?)|KPIs?|key performance indicators?|maturity indicators?|phase (?:\d|one|two|three|four|i{1,3}|iv)\b(?!.*\b(?:detect|identif|contain|eradicat|recover|respon|triage|assess|analys|notif|report|lesson|prepar|investigat|clos)))/i;

/** "Milestones reached", "Targets met last year". */
const ALREADY = /\b(?:complete[d]?|achieved|done|delivered|met|reached|last|past|previous|so far|to date)\b/i;

/** Types of fact that are rules: they hold although they are called targets. */
const RULES: ReadonlySet<string> = new Set([
  'recovery-target',
  'retention-period',
  'backup-rule',
  'breach-notice-hours',
  'patch-target',
  'password-rule',
  'session-timeout',
  'leaver-access',
  'review-cycle',
  'practice-rule',
]);

/** Values that say themselves that something is not there yet: true today, whatever they stand under. */
const NOT_YET: ReadonlySet<Fact['value']> = new Set(['planned', 'absent', 'not held', 'open']);

const outlookOf = remembered((part): Outlook => {
  if (ALREADY.test(part)) return undefined;
  return AHEAD.test(part) ? 'all ahead' : AIMS.test(part) ? 'aims' : undefined;
});

/** The fact as what it stands under leaves it: under a roadmap, a milestone or a target it is planned. `parts`: headings, list intro, column. */
export function inOutlook(fact: Fact, parts: readonly string[]): Fact {
  if (fact.strength === 'template' || fact.strength === 'planned' || NOT_YET.has(fact.value)) return fact;
  const rule = RULES.has(fact.type);
  return parts.some((part) => {
    const outlook = outlookOf(part);
    return outlook === 'all ahead' || (outlook === 'aims' && !rule);
  })
    ? { ...fact, strength: 'planned' }
    : fact;
}
