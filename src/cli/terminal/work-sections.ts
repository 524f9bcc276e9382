import type { GapCheck } from '../../readiness/gap-check.ts';
import { dayInWords } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { counted, hoursInWords, listed } from '../../report/counted.ts';
import { countBySeverity, type FindingGroup, groupFindings } from '../../report/finding-groups.ts';
import { FINDING_WORDS, SEVERITY_WORDS } from '../../report/finding-words.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { placeInWords } from '../../report/place-words.ts';
import { displayWidth, fitted, fittedPath, padded } from './display-text.ts';
import { STYLE_OF_SEVERITY } from './paint.ts';
import { heading, paragraph, type Sheet } from './sheet.ts';

const ACTIONS_SHOWN = 7;
/** Kinds of finding shown of each severity, and findings of each kind. With many findings fewer are shown of each. */
const SHOWN = { high: { groups: 12, each: 3 }, medium: { groups: 8, each: 2 }, low: { groups: 5, each: 1 } } as const;
const SHOWN_OF_MANY = {
  high: { groups: 10, each: 1 },
  medium: { groups: 5, each: 1 },
  low: { groups: 2, each: 1 },
} as const;
const MANY = 80;
const PLACES_SHOWN = 3;

/** The first actions of the plan, each with its hours, who does it and how to begin. */
export function firstStepsSection(sheet: Sheet, { plan }: GapCheck): string[] {
  if (plan.actions.length === 0) return [];
  const shown = plan.actions.slice(0, ACTIONS_SHOWN);
  const rest = plan.actions.length - shown.length;
  const lines = shown.flatMap((action, position) => {
    const wait = action.leadTimeDays > 0 ? `, then up to ${counted(action.leadTimeDays, 'day')} of waiting` : '';
    const aside = `${FUNCTION_WORDS[action.function]}, ${hoursInWords(action.effortHours)}${wait}`;
    return [
      ...paragraph(sheet, neutralised(action.step), {
        first: `${`${position + 1}`.padStart(2)}  ${padded(action.ref, 8)}`,
      }),
      ...paragraph(sheet, aside, { first: ' '.repeat(12), style: 'faint' }),
    ];
  });
  const last = shown.at(-1);
  const afterwards = last
    ? `After these ${shown.length}, about ${hoursInWords(last.runningHours)} in, ${last.runningItems} items count.`
    : '';
  return [
    ...heading(sheet, 'What to fix first'),
    ...lines,
    '',
    ...paragraph(sheet, rest > 0 ? `${afterwards} ${counted(rest, 'more step')} in the full report.` : afterwards, {
      first: '    ',
    }),
  ];
}

/** Findings by severity and kind, with where each was seen; the rest is counted. */
export function findingsSection(sheet: Sheet, { assessment }: GapCheck): string[] {
  const { findings } = assessment;
  if (findings.length === 0)
    return [...heading(sheet, 'Findings'), 'Nothing found that speaks against your documents.'];
  const counts = countBySeverity(findings);
  const aside = `${counts.high} high, ${counts.medium} medium, ${counts.low} low`;
  const lines = groupFindings(findings).flatMap(({ severity, groups }) => {
    const cap = (findings.length > MANY ? SHOWN_OF_MANY : SHOWN)[severity];
    const label = `${SEVERITY_WORDS[severity].label.toUpperCase()}: ${SEVERITY_WORDS[severity].meaning}`;
    const hidden = groups.slice(cap.groups);
    return [
      sheet.paint(STYLE_OF_SEVERITY[severity], label),
      '',
      ...groups.slice(0, cap.groups).flatMap((group) => groupLines(sheet, group, cap.each)),
      ...(hidden.length > 0 ? [...paragraph(sheet, kindsInWords(hidden), { first: '  ', style: 'faint' }), ''] : []),
    ];
  });
  return [...heading(sheet, 'Findings', aside), ...lines.slice(0, -1)];
}

function kindsInWords(groups: readonly FindingGroup[]): string {
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const kinds = groups.map((group) => `${FINDING_WORDS[group.code].title.toLowerCase()} (${group.findings.length})`);
  return `and ${count} more: ${listed(kinds, 5)}`;
}

function groupLines(sheet: Sheet, { code, findings }: FindingGroup, each: number): string[] {
  const shown = findings.slice(0, each);
  const rest = findings.length - shown.length;
  const times = findings.length > 1 ? ` (${findings.length})` : '';
  return [
    `  ${sheet.paint('strong', FINDING_WORDS[code].title)}${times}`,
    ...shown.flatMap((finding) => findingLines(sheet, finding)),
    ...(rest > 0 ? [sheet.paint('faint', `    ... and ${rest} more of this kind`)] : []),
    '',
  ];
}

function findingLines(sheet: Sheet, finding: Finding): string[] {
  const untold = finding.refs.filter((ref) => !finding.message.includes(ref));
  const refs = untold.length > 0 ? ` [${listed(finding.refs, 4)}]` : '';
  const rest = finding.seen.length - PLACES_SHOWN;
  return [
    ...paragraph(sheet, `${neutralised(finding.message)}${refs}`, { first: '  - ' }),
    ...finding.seen.slice(0, PLACES_SHOWN).flatMap((place) => placeLines(sheet, place)),
    ...(rest > 0 ? [sheet.paint('faint', `      and ${counted(rest, 'more place')}`)] : []),
    ...paragraph(sheet, neutralised(finding.next), { first: '    → ' }),
  ];
}

function placeLines(sheet: Sheet, place: Place): string[] {
  const room = sheet.width - 6;
  const where = fittedPath(neutralised(placeInWords(place)), room);
  const line = `      ${sheet.paint('link', where)}`;
  const words = neutralised(place.text ?? '').trim();
  if (words === '') return [line];
  const quote = `“${words}”`;
  if (displayWidth(where) + 2 + displayWidth(quote) <= room) return [`${line}  ${sheet.paint('faint', quote)}`];
  return [line, sheet.paint('faint', `        “${fitted(words, room - 4)}”`)];
}

/** Who holds what, and what would no longer count without them. */
export function peopleSection(sheet: Sheet, { people }: GapCheck, shown = 5): string[] {
  if (people.length === 0) return [];
  const rest = people.length - shown;
  return [
    ...heading(sheet, 'Who it rests on'),
    ...people.slice(0, shown).flatMap((person) => {
      const name = sheet.paint('strong', fitted(neutralised(person.name), sheet.width));
      const roles = listed(
        person.roles.map(({ role }) => neutralised(role)),
        5,
      );
      const owns =
        person.documents.length > 0 ? `; owns or approves ${counted(person.documents.length, 'document')}` : '';
      const falls =
        person.falls.length > 0
          ? `Without them ${counted(person.falls.length, 'item')} no longer ${person.falls.length === 1 ? 'counts' : 'count'}: ${listed(person.falls, 6)}.`
          : 'Nothing stops counting without them.';
      return [
        name,
        ...paragraph(sheet, `${roles}${owns}`.replace(/^; o/, 'O'), { first: '  ' }),
        ...paragraph(sheet, falls, { first: '  ', style: person.falls.length > 0 ? 'doubtful' : 'faint' }),
      ];
    }),
    ...(rest > 0 ? [sheet.paint('faint', `and ${counted(rest, 'other person', 'other people')}`)] : []),
  ];
}

/** Files nothing could be taken from, with the reason. */
export function unreadableSection(sheet: Sheet, { record }: GapCheck, shown = 10): string[] {
  if (record.unreadable.length === 0) return [];
  const rest = record.unreadable.length - shown;
  return [
    ...heading(sheet, `${counted(record.unreadable.length, 'file')} not taken into account`),
    ...record.unreadable
      .slice(0, shown)
      .flatMap((file) => [
        fittedPath(neutralised(file.path), sheet.width),
        ...paragraph(sheet, neutralised(file.unreadable.reason), { first: '  ', style: 'faint' }),
      ]),
    ...(rest > 0 ? [sheet.paint('faint', `and ${counted(rest, 'more file')}; see --json or --html`)] : []),
  ];
}

/** "34 documents read on 20 November 2026" for the title line. */
export function readInWords({ record, assessment }: GapCheck): string {
  const unread = record.unreadable.length > 0 ? `, ${record.unreadable.length} not readable` : '';
  return `${counted(record.documents.length, 'document')} read${unread}; judged on ${dayInWords(assessment.on)}`;
}
