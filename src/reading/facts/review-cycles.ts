import type { FactFamily, Setting } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { cyclesIn, durationsIn, hoursInWords } from './quantity.ts';
import type { Statement } from './statement.ts';
import { firstOf, SYSTEMS } from './vocabulary/systems.ts';

/** What is done over and over, the more special first. Each pattern must stand in the statement or its row. */
const ROUTINES: readonly (readonly [string, RegExp])[] = [
  [
    'privileged access review',
    /\b(?:privileged|admin\w*|root|elevated)\b[^.;]{0,40}\b(?:access|accounts?|rights)\b[^.;]{0,30}\breview\w*|\breview\w*\b[^.;]{0,30}\b(?:privileged|admin\w*)\b/i,
  ],
  [
    'access review',
    /\b(?:(?<!conditional )access|permissions?|(?:user|system|staff) accounts?|accounts and \w+|access rights|user rights|has an account)\b[^.;,]{0,40}\b(?:review(?:s|ed)?|checked|confirmed|re-?certified|gone through|looked at|verified)\b|\b(?:review(?:s|ed|ing)?|confirm|re-?certif\w*|re-?confirm|attest|verif\w+|checks?|goes? through|looks? at|looks? through)\b[^.;,]{0,30}\b(?:(?<!conditional )access|(?:user |system |all )accounts?|permissions?)\b/i,
  ],
  [
    'restore test',
    /\b(?:restor(?:e|ation)s?(?: from back-?ups?)? (?:is |are |must be |shall be |will be )?test(?:s|ed|ing)?|test restores?|back-?up (?:restor\w+ )?test(?:s|ing)?|back-?ups? (?:is |are |must be |shall be |will be )?(?:restore )?tested|back-?ups?[^.;]{0,30}\btest[- ]restored)\b/i,
  ],
  [
    'incident response exercise',
    /\bincident(?: response)?\b[^.;]{0,30}\b(?:exercis(?:e|es|ed)|drills?|table-?tops?)\b|\btable-?top (?:exercises?|drills?)\b/i,
  ],
  [
    'continuity exercise',
    /\b(?:business continuity|BCP|continuity plan|disaster recovery|DR)\b[^.;]{0,40}\b(?:test(?:s|ed|ing)?|exercis(?:e|es|ed)|rehears(?:e|ed|al|als))\b|\b(?:plan|BCP) (?:is|will be|shall be|must be) (?:tested|exercised|rehearsed)\b/i,
  ],
  ['penetration test', /\b(?:penetration|pen)[ -]?test(?:s|ing|ed)?\b/i],
  [
    'vulnerability scan',
    /\bvulnerability scan(?:s|ning|ned)?\b|\bscan(?:s|ned)? for vulnerabilities\b|\bvulnerability[- ]assess(?:ed|ments?)\b/i,
  ],
  ['phishing simulation', /\b(?:simulated phishing|phishing (?:simulation|test|exercise|campaign)s?)\b/i],
  ['management review', /\bmanagement reviews?\b/i],
  ['internal audit', /\binternal audits?\b/i],
  ['risk register review', /\brisk register\b[^.;]{0,40}\breview\w*|\breview\w*[^.;]{0,20}\brisk register\b/i],
  [
    'supplier review',
    /\bsuppliers?(?: register| assurance| assessments?| performance| security)?\b[^.;]{0,20}\b(?:re-?)?(?:review|assess)\w*\b|\breview\w*[^.;]{0,20}\bsuppliers?\b(?!\s(?:bc|capabilit\w+|access|contracts?|invoices?|bcp|audits?))/i,
  ],
  [
    'asset register review',
    /\basset (?:register|inventory)\b[^.;]{0,40}\breview\w*|\breview\w*[^.;]{0,20}\basset (?:register|inventory)\b/i,
  ],
  ['ROPA review', /\b(?:ropa|records? of processing(?: activities)?)\b[^.;]{0,40}\breview\w*/i],
  [
    'policy review',
    /\b(?:policies(?: and procedures)?|(?:each|every) policy)\b[^.;,]{0,24}\b(?:review(?:ed)?|gone through|looked at|revisited)\b|\bpolicy reviews?\b|\b(?:reviews?|goes? through|looks? at|revisits?)\b(?: \w+){0,3} (?:policies|(?:each|every) policy)\b|\breviews? of (?:all |the |our )?policies\b/i,
  ],
  [
    'firewall review',
    /\bfirewall (?:rules?|rule ?sets?|configurations?)\b[^.;]{0,40}\b(?:review\w*|checked|looked at|gone through)|\breview\w*[^.;]{0,20}\bfirewall\b/i,
  ],
  [
    'staff training',
    /\b(?:refresher|annual|awareness|data security|mandatory|information governance|ig) (?:data security )?(?:awareness )?(?:training|e-?learning)\b|\btraining (?:is|are|must be|shall be|will be) (?:refreshed|repeated|completed|renewed|undertaken|taken)\b/i,
  ],
  ['spot check', /\bspot[ -]checks?\b/i],
  ['software update round', /\bpatch(?:ing)? (?:cycle|window|round|day)s?\b/i],
];
/** Whether a text speaks of a routine with a name of its own. */
export function namesRoutine(text: string): boolean {
  return ROUTINES.some(([, pattern]) => pattern.test(text)) || OWN_REVIEW.test(text);
}

const NOT_CYCLE =
  /\b(?:report(?:ed|s|ing)?|meeting|minutes|dashboard|newsletter|status|retain\w*|kept|backup (?:is|are) taken)\b/i;

/** Words between a cycle and a routine that show they belong to two different things. */
const APART = /\b(?:and|into|during|with|includ\w+|captured|fed|as part of|whose|which|where|for|in addition)\b|,/i;

/** How often a routine is done, in hours between turns. */
export const reviewCycles: FactFamily = {
  name: 'review-cycles',
  cues: [
    'permissions',
    'access',
    'accounts',
    'policies',
    'done',
    'checked',
    'review',
    'reviews',
    'reviewed',
    'test',
    'tests',
    'tested',
    'testing',
    'exercise',
    'exercises',
    'exercised',
    'scan',
    'scans',
    'scanning',
    'scanned',
    'audit',
    'audits',
    'training',
    'spot',
    'simulation',
    'simulations',
    'patch',
    'patching',
    'assessed',
    'phishing',
    'looks',
    'looked',
    'revisited',
    'document',
    'policy',
    'cycle',
    'confirm',
    'rehearsed',
    'tabletop',
    'examined',
    'examines',
  ],
  *fromStatement(statement, setting) {
    const text = wholeOf(statement, setting);
    if (text.length > 420 || /\?\s*$|☐/.test(text)) return;
    if (/template|questionnaire/.test(setting.title)) return;
    const cycles = cyclesIn(text);
    if (cycles.length === 0 && !OWN_LABEL.test(statement.label ?? '')) return;
    yield* ownReview(statement, setting);
    if (cycles.length === 0) return;
    const matched = ROUTINES.flatMap(([name, pattern]) => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ name, at: match.index, end: match.index + match[0].length }];
    });
    const first = matched.sort((a, b) => a.at - b.at);
    for (const routine of first.filter(
      (one) =>
        !(
          one.name === 'access review' &&
          first.some((other) => other.name === 'privileged access review' && distance(one, other) === 0)
        ),
    )) {
      const cycle = [...cycles].sort((a, b) => distance(a, routine) - distance(b, routine))[0];
      if (cycle === undefined || distance(cycle, routine) > 60) continue;
      const between = cycle.at > routine.end ? text.slice(routine.end, cycle.at) : text.slice(cycle.end, routine.at);
      if (
        /[;.]/.test(between) ||
        NOT_CYCLE.test(between) ||
        APART.test(cycle.at < 3 ? between.replace(/^\s*,/, '') : between) ||
        cycle.hours < 1 ||
        (routine.name === 'supplier review' && /\baudits?\b/i.test(text)) ||
        (routine.name === 'staff training' && cycle.hours < 2000)
      )
        continue;
      if (first.some((other) => other !== routine && distance(cycle, other) < distance(cycle, routine))) continue;
      const shift = statement.text === text ? 0 : text.length - statement.text.length;
      yield factFrom(statement, Math.max(0, cycle.at - shift), setting, {
        type: 'review-cycle',
        subject: routine.name,
        scope: cycleScope(routine.name, clauseOf(text, routine.at, cycle.at)),
        value: cycle.hours,
        unit: 'hours',
        confidence: cycles.length > 1 ? 0.6 : 0.75,
        parts: { bound: cycle.bound, shown: cycle.text.toLowerCase(), every: hoursInWords(cycle.hours) },
      });
    }
  },
};

const OFTEN = /frequency|how often|cycle|interval|when/;
const THIS_ONE = /^(?:this|the) (review|test|exercise|audit|scan|check)\b/i;

/** A cell under "How often" read with its row; "this review" read with the title that says which. */
function wholeOf({ from, row, label, text }: Statement, { title }: Setting): string {
  if (from === 'cell' && row !== undefined && OFTEN.test(label ?? '')) return `${row}: ${text}`;
  const called = from === 'cell' ? null : THIS_ONE.exec(text);
  const named = called === null ? null : ROUTINES.map(([, pattern]) => pattern.exec(title)).find((one) => one != null);
  return called === null || named == null ? text : `${named[0]} ${text.slice(called[0].length)}`;
}

/** The part of the text between semicolons that holds both positions. */
function clauseOf(text: string, a: number, b: number): string {
  const start = text.lastIndexOf(';', Math.min(a, b)) + 1;
  const stop = text.indexOf(';', Math.max(a, b));
  return text.slice(start, stop < 0 ? text.length : stop);
}

const PART =
  /\b(external|internal|web|network|infrastructure|ASV|PCI|departmental|social engineering)\s(?:\w+\s)?(?:penetration|pen|vulnerability|scan\w*|test\w*|audits?)\b/i;

/** What part of the routine's field a cycle is for: a system, the critical ones, the external tests. */
function cycleScope(routine: string, clause: string): string {
  if (/\b(?:ASV|PCI|card(?:holder)?)\b/i.test(clause)) return 'cards';
  if (routine === 'restore test') return firstOf(SYSTEMS, clause) ?? (/\bfull\b/i.test(clause) ? 'full' : '');
  if (/\b(?:critical|high[- ]risk|key|tier 1)\b/i.test(clause)) return 'critical';
  if (/\b(?:low[- ]risk|non[- ]critical|other)\b/i.test(clause)) return 'other';
  return routine === 'internal audit' ? '' : (PART.exec(clause)?.[1]?.toLowerCase() ?? '');
}

const OWN_REVIEW =
  /\b(?:this|the) (?:policy|procedure|plan|document|standard|page|notice)\b[^.;]{0,50}?\b(?:review(?:ed)?|looked at|revisited|updated|read again|re-?examined|re-?read|re-?considered|re-?visited)\b|\b(?:review(?:s|ed)?|looks? at|revisits?|re-?examines?|re-?reads?|re-?considers?) (?:of )?this (?:policy|procedure|plan|document|standard|page|notice)\b/i;
const OWN_LABEL =
  /^(?:review[ _]cycle|review[ _]frequency|review period|reviewed|review|looked at|frequency of review|review interval|document review)$/;

/** How often the document itself is reviewed: two answers inside one document are a fault of that document. */
function* ownReview(statement: Statement, setting: Setting) {
  const { text } = statement;
  const labelled =
    OWN_LABEL.test(statement.label ?? '') &&
    statement.valueAt > 0 &&
    (statement.heading === '' || !statement.context.includes('>')) &&
    /document|control|review|approv|version|history/.test(
      `${statement.heading} ${statement.from === 'cell' ? 'document' : ''} ${setting.title.includes(statement.heading) ? 'document' : ''}`,
    ) &&
    !statement.text.includes('register');
  if (!labelled && !OWN_REVIEW.test(text)) return;
  const stated = cyclesIn(text)[0];
  const period = labelled ? durationsIn(text).find((one) => one.at >= statement.valueAt) : undefined;
  const cycle = stated ?? (period === undefined ? undefined : { ...period, text: `every ${period.text}` });
  if (cycle === undefined || cycle.hours < 2000) return;
  yield factFrom(statement, cycle.at, setting, {
    type: 'review-cycle',
    subject: 'review of the document itself',
    scope: setting.path,
    value: cycle.hours,
    unit: 'hours',
    confidence: 0.8,
    parts: { bound: cycle.bound, shown: cycle.text.toLowerCase(), every: hoursInWords(cycle.hours) },
  });
}

function distance(a: { at: number; end: number }, b: { at: number; end: number }): number {
  return a.at >= b.end ? a.at - b.end : b.at >= a.end ? b.at - a.end : 0;
}
