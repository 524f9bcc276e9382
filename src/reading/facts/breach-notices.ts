import type { Fact } from '../../record/document.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Duration } from './quantity.ts';
import { durationsIn, hoursInWords } from './quantity.ts';

const TELL =
  /\b(?:notif(?:y|ied|ies|ication|ications|ying)|report(?:ed|s|ing)?|inform(?:ed|s|ing)?|tells?|told|alert(?:ed)?|telling|hears? from us|communicat\w+|escalat\w+|contact(?:ed|s)?|hears?\b|notice|goes? to the|let\b[^.;]{0,30}\bknow)\b/i;
const ABOUT =
  /\b(?:breach(?:es)?|incidents?|events?|compromise|near miss(?:es)?|phishing|anything (?:touching|affecting|wrong|involving)|goes wrong|went wrong|loss of|lost (?:or stolen )?(?:devices?|laptops?|equipment))\b/i;

/** Who is told, the more special first. A supplier telling us is another duty than us telling a customer. */
const RECIPIENTS: readonly (readonly [string, RegExp])[] = [
  [
    'from suppliers',
    /\b(?:suppliers?|vendors?|sub-?processors?|third part(?:y|ies)|processors?|contractors?|provider)\b[^.;]{0,40}\b(?:must|shall|will|to|are required|is required|should|agree|notif(?:y|ies)|report|inform)\b|\b(?:notif(?:y|ies|ied)|inform(?:ed)?|tell|report(?:ed)? to) (?:us|the company|the organisation)\b/i,
  ],
  [
    'ICO',
    /\b(?:ICO|information commissioner|supervisory authority|regulators?|regulatory (?:and \w+ )?notifications?)\b/i,
  ],
  [
    'DSPT',
    /\b(?:DSPT (?:incident|report)|NHS England|NHS Digital|incident reporting tool|CSOC|cyber security operations cent)/i,
  ],
  ['insurer', /\binsurers?\b/i],
  [
    'customers',
    /\b(?:customers?|clients?|controllers?|(?<!information )commission(?:er|ing)s?|practices?|trusts?|tenants?)\b/i,
  ],
  [
    'people affected',
    /\b(?:data subjects?|affected (?:individuals?|people|persons?|patients?)|individuals? (?:affected|concerned)|patients?)\b/i,
  ],
  [
    'the lead',
    /\b(?:DPO|data protection officer|SIRO|IG lead|information governance lead|line manager|managing director|isms lead|security (?:lead|officer|team)|it lead|director|caldicott)\b/i,
  ],
];
const NOT_NOTICE =
  /\b(?:deviations?|exceptions?|assess(?:ed|ment)?|triage[ds]?|contain(?:ed|ment)?|investigat\w+|resol\w+|status updates?|every (?:\w+ )?(?:minutes?|hours?|days?|weeks?)|debrief|close[ds]?|learned|review(?:ed)?|summary|follow[- ]up|full report|detailed report|final report|written report|interim|progress|closure|closing|further|update[sd]?|root cause|phased|maintenance|request|responded?|acknowledg\w+|accounts?|disabled|revoked?|opt-?outs?|retain\w*)\b/i;
const SEVERITY = /\b(?:critical|high|medium|low|minor|major|severe|moderate|serious|P[1-4]|sev(?:erity)?[- ]?[1-4])\b/i;
const DISCOVERY = /\b(?:confirm(?:ed|ation|ing)|verif(?:ied|ication))\b/i;

/** How soon a breach or incident must be told, in hours, by recipient; the clock's start is a part. */
export const breachNotices: FactFamily = {
  name: 'breach-notices',
  cues: [
    'telling',
    'contacted',
    'know',
    'notice',
    'breach',
    'hears',
    'hear',
    'notify',
    'notified',
    'notifies',
    'notification',
    'notifications',
    'report',
    'reported',
    'reporting',
    'inform',
    'informed',
    'tell',
    'tells',
    'told',
    'ico',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (!TELL.test(text) && !TELL.test(statement.context)) return;
    const durations = durationsIn(text).filter((one) => one.unit === 'hours' || one.unit === 'days');
    if (durations.length === 0) return;
    const about = `${text} ${statement.context} ${setting.title}`;
    const bySupplier = /\b(?:suppliers?|vendors?|(?:sub-?)?processors?)\b/.test(statement.label ?? '');
    if (!ABOUT.test(about) && !/\bICO\b|\binformation commissioner/i.test(text)) return;
    const cell = statement.from === 'cell' && statement.row !== undefined;
    for (const [index, duration] of durations.entries()) {
      const start = index === 0 ? 0 : (durations[index - 1]?.end ?? 0);
      const before = text.slice(start, duration.at);
      const after = text.slice(duration.end, durations[index + 1]?.at ?? text.length);
      const near = `${before}${duration.text}${after.split(/[;.]/)[0]}`;
      if (NOT_NOTICE.test(near) || !TELL.test(`${near} ${index === 0 ? (statement.label ?? '') : ''}`)) continue;
      if (
        !/\b(?:within|in|inside|no later than|not later than|maximum|max|hours?|at most|under|up to)\b/i.test(
          `${before.slice(-30)}${duration.text}`,
        )
      )
        continue;
      if (/\bafter\s*$/i.test(before) || (cell && LATER_STAGE.test(`${statement.row} ${statement.label ?? ''}`)))
        continue;
      const theirs = THEIR_PAPER.test(`${setting.path.replace(/[/_-]/g, ' ')} ${setting.title}`);
      const named =
        bySupplier && !/\bICO\b|customer|controller/i.test(before)
          ? 'from suppliers'
          : recipientOf(before, after, statement.row ?? '', theirs, near);
      const recipient = named ?? recipientOf(before, after, statement.context, theirs, near);
      if (recipient === undefined) continue;
      const severity =
        recipient === 'us' ? 'near miss' : (SEVERITY.exec(near)?.[0] ?? SEVERITY.exec(statement.context)?.[0]);
      const found = notice(recipient, severity, duration, after.slice(0, 60), duration.range || cell ? 0.5 : 0.8);
      yield factFrom(statement, duration.at, setting, {
        ...found,
        parts: { ...found.parts, ...(named === undefined && { under: statement.context }) },
      });
    }
  },
  *fromTable(register, setting) {
    yield* fromRegister(register, setting);
  },
  settled: (facts) => {
    const notices = facts.filter(({ type, parts }) => type === 'breach-notice-hours' && parts?.under !== undefined);
    const later = new Set(notices.filter((one) => notices.some((other) => isEarlierStage(other, one))));
    return later.size === 0 ? facts : facts.filter((fact) => !later.has(fact));
  },
};

/** Under one heading that says who is told, several limits are the stages of one plan: the first news is the notice. */
function isEarlierStage(a: Fact, b: Fact): boolean {
  return (
    a.subject === b.subject &&
    a.scope === b.scope &&
    a.parts?.under === b.parts?.under &&
    Number(a.value) < Number(b.value)
  );
}

/** Rows and columns of a plan in stages that come after the first news. */
const LATER_STAGE =
  /\b(?:updates?|progress|interim|final|closure|closing|close[ds]?|follow[- ]?up|root cause|lessons|summary)\b/i;

function notice(
  recipient: string,
  severity: string | undefined,
  duration: Duration,
  start: string,
  confidence: number,
) {
  return {
    type: 'breach-notice-hours',
    subject: recipient,
    scope: severity?.toLowerCase() ?? '',
    value: duration.hours,
    unit: 'hours',
    confidence,
    parts: {
      bound: 'max',
      shown: duration.working ? duration.text.trim() : hoursInWords(duration.hours),
      clock: DISCOVERY.test(start)
        ? 'confirmation'
        : /\b(?:aware|discover|detect|found|identif)\w*/i.test(start)
          ? 'awareness'
          : 'not stated',
      ...(duration.working && { counted: 'working days' }),
    },
  };
}

const WHO =
  /^(?:who|whom|recipient|person|body|authority|told|who is told|who to (?:tell|notify)|notify|stakeholder|audience|party|kind|type)\b/;
const BY_WHEN = /\b(?:time|when|within|deadline|how soon|timescale|timeframe|limit|by)\b|\btold\b|\breported\b/;

/** A table of who is told, and how soon. */
function* fromRegister(register: Register, setting: Setting): Iterable<Fact> {
  const who = columnOf(register, WHO);
  const by = register.columns.findIndex((name, at) => at !== who && BY_WHEN.test(name));
  const about = `${register.context} ${register.columns.join(' ')} ${setting.title}`;
  if (who < 0 || by < 0 || !ABOUT.test(about) || !/\b(?:tell|told|notif\w*|report\w*|hears?|inform\w*)\b/.test(about))
    return;
  const start = register.columns.findIndex((name) => /\b(?:from|clock|start)/.test(name));
  for (const row of register.table.rows) {
    const subject = cellText(row, who);
    const cell = cellText(row, by);
    const duration = durationsIn(cell)[0];
    const stage = row.cells.some(
      ({ text }, at) => at !== who && at !== by && text.length < 40 && LATER_STAGE.test(text),
    );
    if (isExampleRow(row) || duration === undefined || stage || LATER_STAGE.test(subject) || NOT_NOTICE.test(cell))
      continue;
    const recipient =
      RECIPIENTS.slice(1).find(([, pattern]) => pattern.test(subject))?.[0] ??
      (NEAR_MISS.test(subject) ? 'us' : undefined);
    if (recipient === undefined) continue;
    const severity = recipient === 'us' ? 'near miss' : SEVERITY.exec(subject)?.[0];
    yield factFromRow(row, by, setting, notice(recipient, severity, duration, `${cell} ${cellText(row, start)}`, 0.8));
  }
}

const NEAR_MISS = /\bnear[- ]miss(?:es)?\b/i;

/** A supplier's own paper, where "the controller" is us; in a contract with a customer, "the supplier" is us. */
const THEIR_PAPER = /\b(?:suppliers?|vendors?|processors?|sub-?processors?|dpas?|questionnaires?)\b/i;
const TO_CUSTOMER =
  /\b(?:notif(?:y|ies|ied)|inform(?:s|ed|ing)?|tells?|told|report(?:s|ed|ing)?)\s(?:[\w']+\s){0,2}?(?:the\s)?(?:customers?|controllers?|trusts?|authority|clients?|buyers?|(?<!information )commissioners?)\b/i;

function recipientOf(
  before: string,
  after: string,
  context: string,
  theirs: boolean,
  near: string,
): string | undefined {
  // A customer asks: "How soon would you tell us?"
  if (/\byou (?:\w+ )?(?:tell|notify|inform|let) us\b/i.test(before)) return 'customers';
  const supplier = RECIPIENTS[0]?.[1];
  if (!theirs && TO_CUSTOMER.test(before)) return 'customers';
  if (supplier?.test(before)) return 'from suppliers';
  // The recipient nearest before the figure wins: "told the customer within 24 hours and the ICO within 72".
  let best: { name: string; at: number } | undefined;
  for (const [name, pattern] of RECIPIENTS.slice(1)) {
    for (const match of before.matchAll(new RegExp(pattern.source, 'gi'))) {
      if (best === undefined || match.index > best.at) best = { name, at: match.index };
    }
  }
  if (best !== undefined) return best.name;
  const tail = /^\s*(?:to|of .{0,40}? to)\s+(?:the\s)?(.{0,40})/i.exec(after)?.[1] ?? '';
  for (const [name, pattern] of RECIPIENTS.slice(1)) if (pattern.test(tail)) return name;
  for (const [name, pattern] of RECIPIENTS.slice(1, 6)) if (pattern.test(context)) return name;
  return NEAR_MISS.test(near) ? 'us' : undefined;
}
