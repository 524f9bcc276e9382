import type { Fact } from '../../record/document.ts';
import { columnsWhere } from './columns.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Duration } from './quantity.ts';
import { durationsIn, hoursInWords } from './quantity.ts';
import { allOf, firstOf, SEVERITY_WORDS, SYSTEMS } from './vocabulary/systems.ts';

const PATCH =
  /\b(?:patch(?:es|ed|ing)?|vulnerabilit(?:y|ies)|security (?:updates?|fixes)|software updates?|updates? (?:must|are|shall|will)|remediat\w+|findings?)\b/i;
const STRICT_PATCH =
  /\b(?:patch(?:es|ed|ing)?|vulnerabilit(?:y|ies)|vuln(?:s|\b)|security (?:updates?|fixes)|software updates?|weak(?:ness(?:es)?| (?:spots?|points?))|how updates|security flaws?|(?:critical|high|high-risk|important|security)(?:[\s-]\w+){0,2} updates)\b/i;
/** What a test or scan found, and that it is put right. */
const FINDING_FIXED =
  /\b(?:findings?|issues?|results?)\b[^.;]{0,60}\b(?:fixed|remediated|closed|corrected|put right|resolved)\b|\b(?:fix|remediate|close|correct|resolve)\w*\b[^.;]{0,40}\bfindings?\b/i;
const OTHER_STEP =
  /\b(?:assess(?:ed|ment)?|triage[ds]?|acknowledg\w+|evaluat\w+|test(?:ed|ing)?|notif\w+|report(?:ed)?|scan(?:ned|s|ning)?|review(?:ed)?|investigat\w+|plan\b|retest\w*|exception|communicat\w+|log(?:ged)?|roll(?:ed)? back|mitigation plan|incident)\b/i;
const DONE =
  /\b(?:go(?:es)? on|put (?:on|in)|appl(?:y|ied|ication)|install(?:ed|ation)?|deploy(?:ed|ment)?|remediat(?:e|ed|ion)|fix(?:ed)?|patch(?:ed|es)?|implement(?:ed)?|resolv(?:e|ed)|clos(?:e|ed)|mitigat(?:e|ed)|address(?:ed)?|within|update[ds]?)\b/i;

const AFTER_FOR = /^\s*(?:for|\(|if)\s[^,;.]{0,60}/i;
/** "Within 7 days of release, critical updates are installed": the only limit of a sentence holds for what follows it. */
const AFTER_LIMIT = /^[^;.]{0,80}/;

/** How soon a fix is applied, in hours, by severity and kind of system. */
export const patching: FactFamily = {
  name: 'patching',
  cues: [
    'patch',
    'patches',
    'patched',
    'patching',
    'vulnerability',
    'vulnerabilities',
    'updates',
    'remediated',
    'remediation',
    'fixes',
    'update',
    'findings',
    'finding',
    'weakness',
    'weaknesses',
    'weak',
    'vuln',
    'rated',
    'critical',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (statement.from === 'cell' && statement.row !== undefined && !STRICT_PATCH.test(text)) return;
    const topic = `${statement.heading} ${statement.context} ${setting.title}`;
    if (
      !STRICT_PATCH.test(text) &&
      !FINDING_FIXED.test(text) &&
      !(PATCH.test(text) && STRICT_PATCH.test(topic)) &&
      !STRICT_PATCH.test(topic)
    )
      return;
    const durations = durationsIn(text).filter(
      (one) => one.bound !== 'min' && one.unit !== 'years' && one.unit !== 'minutes',
    );
    for (const [index, duration] of durations.entries()) {
      const start = index === 0 ? 0 : (durations[index - 1]?.end ?? 0);
      const before = text.slice(start, duration.at);
      const after = text.slice(duration.end, durations[index + 1]?.at ?? text.length);
      const clause = `${before.split(/[;]/).pop() ?? ''}`;
      if (
        OTHER_STEP.test(clause) ||
        (!isSeverityLabel(before) &&
          !/(?:\bwithin\b|:|\(|–|-)\s*(?:the first |a maximum of |max(?:imum)? )?$|\bin under\s*$|\bno (?:later|more|longer) than\s*$|\b(?:applied|installed|deployed|fixed|patched|closed) in\s*$|\b(?:aim|target|limit|standard)(?: is| of|:)?\s*$/i.test(
            before,
          ))
      )
        continue;
      if (!isSeverityLabel(before) && !DONE.test(`${before} ${after.slice(0, 80)}`) && index === 0 && !/:/.test(before))
        continue;
      const severities = allOf(SEVERITY_WORDS, severityText(clause, index === 0 ? text.slice(0, duration.at) : clause));
      const behind = durations.length === 1 ? AFTER_LIMIT : AFTER_FOR;
      const trailing =
        severities.length === 0 ? allOf(SEVERITY_WORDS, severityText('', behind.exec(after)?.[0] ?? '')) : [];
      yield* targets(severities.length > 0 ? severities : trailing, duration, text, (core) =>
        factFrom(statement, duration.at, setting, core),
      );
    }
  },
  *fromTable(register, setting) {
    yield* fromRegister(register, setting);
  },
};

/** `Critical or high    14 days`: nothing but severities before the figure. */
function isSeverityLabel(before: string): boolean {
  return /^\W*(?:(?:critical|high|medium|low|moderate|severe)\b(?:[\s,/]|or|and|risk|severity)*)+:?\s*$/i.test(before);
}

function severityText(clause: string, whole: string): string {
  const own = allOf(SEVERITY_WORDS, clause).length > 0 ? clause : whole;
  return own
    .replace(/\b(?:critical|high[- ]risk) (?:systems?|services?|assets?|infrastructure)\b/gi, '')
    .replace(/\b(?:business|mission|safety)[- ]critical\b/gi, '');
}

function* targets(
  severities: readonly string[],
  duration: Duration,
  text: string,
  make: (core: Parameters<typeof factFrom>[3]) => Fact,
): Iterable<Fact> {
  const systems = allOf(SYSTEMS, text.replace(/\bapplication of\b/gi, ''));
  const system = systems.length === 1 ? systems[0] : undefined;
  const scope =
    system === 'laptops' || system === 'mobile' || system === 'network' || system === 'servers'
      ? system
      : /\b(?:dependenc|librar|code|packages?)\w*\b/i.test(text)
        ? 'dependencies'
        : /\bPCI\b/.test(text)
          ? 'cards'
          : '';
  for (const severity of severities.length > 0 ? severities : ['any']) {
    yield make({
      type: 'patch-target',
      subject: severity,
      scope,
      value: duration.hours,
      unit: 'hours',
      confidence: duration.range ? 0.4 : severities.length > 0 ? 0.8 : 0.5,
      parts: { bound: 'max', shown: hoursInWords(duration.hours) },
    });
  }
}

function* fromRegister(register: Register, setting: Setting): Iterable<Fact> {
  const severityColumn =
    columnsWhere(register, (text) => text.length < 40 && firstOf(SEVERITY_WORDS, text) !== undefined, 2)[0] ?? -1;
  const daysColumn =
    columnsWhere(
      register,
      (text) => text.length < 60 && (durationsIn(text).length > 0 || /^\d{1,3}$/.test(text)),
      2,
    ).find(
      (at) =>
        at !== severityColumn && !/cvss|score|likelihood|triage|assess|review|test/.test(register.columns[at] ?? ''),
    ) ?? -1;
  if (severityColumn < 0 || daysColumn < 0) return;
  const topic = `${register.context} ${register.columns.join(' ')} ${setting.title}`;
  if (!STRICT_PATCH.test(topic) || register.columns.some((name) => /due|status|closed|owner|likelihood/.test(name)))
    return;
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const cell = cellText(row, daysColumn);
    const header = register.columns[daysColumn] ?? '';
    const duration = durationsIn(/^\d+$/.test(cell) ? `${cell} ${/hour/.test(header) ? 'hours' : 'days'}` : cell)[0];
    if (duration === undefined) continue;
    yield* targets(allOf(SEVERITY_WORDS, cellText(row, severityColumn)), duration, '', (core) =>
      factFromRow(row, daysColumn, setting, core),
    );
  }
}
