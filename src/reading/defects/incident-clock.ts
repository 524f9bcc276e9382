import { daysBetween } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { HOURS_TO_TELL_ICO } from '../../record/incident-clock.ts';
import { datesOf, type Passage, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellDate, cellText, whereOfCell } from './read-table.ts';
import { sentencesOf } from './sentences.ts';

/**
 * The 72 hours of UK GDPR article 33: rows told to the ICO later than that by their own dates, sentences that give another
 * limit, and limits tied to a number of people, which the law does not know (fact types, D22 and F28).
 */
export const incidentClock: DefectRule = (examined) => [
  ...lateRows(examined),
  ...examined.passages.flatMap((passage) => [...wrongLimits(passage), ...lateInText(passage)]),
];

/** Of dates without a time of day, no more can be told than days. */
const DAYS_TO_TELL_ICO = HOURS_TO_TELL_ICO / 24;

const REGULATOR = /\bICO\b|\bInformation Commissioner/;
const LIMIT =
  /\b(?:within|in|no later than|not later than|inside|under|up to|has|have|is|are|at most|maximum of|limit (?:of|is)|deadline (?:of|is)|by)\s+(?:the first |a maximum of |at most )?(\d{1,3}|twenty-four|forty-eight|seventy-two|ninety-six|one|two|three|four|five|seven|ten|fourteen|thirty)(?:\s*\((\d{1,3})\))?[\s-]*(working |calendar |business )?(hours?|hrs?|days?|weeks?|months?)\b/gi;

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  ten: 10,
  fourteen: 14,
  'twenty-four': 24,
  thirty: 30,
  'forty-eight': 48,
  'seventy-two': 72,
  'ninety-six': 96,
};

/** The clock runs from becoming aware, not from a later finding. */
const LATE_START =
  /\b(?:72|seventy-two)[- ]hours? (?:of|from|after) (?:the )?(?:\w+ )?(?:confirm\w*|verif\w*|investigat\w*|assess\w*|classif\w*)/i;

function* wrongLimits(passage: Passage): Generator<Defect> {
  const late = LATE_START.exec(passage.text);
  if (late !== null && /\b(?:notif|report|ICO|regulat)\w*/i.test(passage.text)) {
    yield defect(
      'medium',
      `It counts the ${HOURS_TO_TELL_ICO} hours from a later point (“${late[0]}”); they run from becoming aware.`,
      passage,
      late.index,
      passage.text,
    );
  }
  if (passage.role === 'column' || !REGULATOR.test(passage.text)) return;
  for (const sentence of sentencesOf(passage.text)) {
    if (!REGULATOR.test(sentence.text)) continue;
    const people =
      /\b(?:more than|over|at least|exceed\w*|fewer than|less than|above|>|≥)\s*(\d[\d,]{0,6})\s*(?:or more )?(?:individuals|people|data subjects|persons|patients|records|customers)\b/i.exec(
        sentence.text,
      );
    if (
      people !== null &&
      /\b(?:report|notif|tell|inform|told)\w*/i.test(sentence.text) &&
      !/\b(?:1,?000|500) (?:individuals|people)\b.{0,40}\bDSPT\b/i.test(sentence.text)
    ) {
      yield defect(
        'medium',
        `It ties reporting to the ICO to a number of people (“${people[0]}”); the law has no such threshold.`,
        passage,
        sentence.index + people.index,
        sentence.text,
      );
    }
    const limits = [...sentence.text.matchAll(LIMIT)];
    if (
      limits.length === 0 ||
      limits.some((limit) => hours(limit) === HOURS_TO_TELL_ICO) ||
      !isAboutBreach(sentence.text)
    )
      continue;
    const at = sentence.text.search(REGULATOR);
    const near = limits
      .filter((limit) => !isForAnother(sentence.text, limit.index))
      .filter((limit) => sameClause(sentence.text, at, limit.index))
      .sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0];
    if (near === undefined) continue;
    const stated = hours(near);
    yield defect(
      stated > HOURS_TO_TELL_ICO ? 'high' : 'low',
      `It gives “${near[0].trim()}” for telling the ICO; the limit is ${HOURS_TO_TELL_ICO} hours from becoming aware.`,
      passage,
      sentence.index + near.index,
      sentence.text,
    );
  }
}

function hours(limit: RegExpMatchArray): number {
  const count = Number(limit[1]) || WORDS[(limit[1] ?? '').toLowerCase()] || 0;
  const unit = (limit[4] ?? '').toLowerCase();
  const each = unit.startsWith('h') ? 1 : unit.startsWith('d') ? 24 : unit.startsWith('w') ? 168 : 720;
  // Three working days may run past 72 hours over a weekend, so they are no 72 hours.
  return limit[3] !== undefined && limit[3].trim() !== 'calendar' && each === 24 ? count * 24 + 48 : count * each;
}

/** The sentence is about telling the ICO of a breach, not about a data subject's request, the fee or its answer. */
function isAboutBreach(text: string): boolean {
  return (
    /\b(?:report|notif|tell|told|inform|breach|incident)\w*/i.test(text) &&
    !/\b(?:subject access|SAR\b|DSAR|request|complain\w*|fee\b|register(?:ed|ing)? with|respond|reply|response from|investigat\w+ by the ICO|if the ICO|queries from)\b/i.test(
      text,
    )
  );
}

/** The limit just after "to the trust" or "to customers" is theirs. */
function isForAnother(text: string, index: number): boolean {
  const to =
    /\b(?:to|tell|inform|notify|notified|told) (?:the |our |its |all |affected |any )*((?:[\w-]+ ?){1,3})$/i.exec(
      text.slice(Math.max(0, index - 50), index).trimEnd(),
    );
  return (
    to !== null && !REGULATOR.test(to[1] ?? '') && !/\b(?:be|it|them|regulator|authority|act)\b/i.test(to[1] ?? '')
  );
}

function sameClause(text: string, a: number, b: number): boolean {
  const between = text.slice(Math.min(a, b), Math.max(a, b));
  return (
    between.length < 110 &&
    !/;|\||,\s*(?:and |then )?(?:the |our |we |all |customers?|clients?|trust|commissioner of|affected|individuals|management)\b/i.test(
      between,
    )
  );
}

const KNEW = /\b(?:aware|knew|known|found(?: out)?|discovered|detected|noticed|spotted|came to light)\b[^.;]{0,40}$/i;
const TOLD_ICO =
  /\b(?:ICO|Information Commissioner)\b[^.;]{0,40}\b(?:told|notified|informed|reported)\b[^.;]{0,20}$|\b(?:told|notified|informed|reported (?:it |this |the breach )?to)\b[^.;]{0,15}\b(?:ICO|Information Commissioner)\b[^.;]{0,20}$/i;

/** "We knew on 2 March; the ICO was told on 9 March", told in sentences. */
function* lateInText(passage: Passage): Generator<Defect> {
  if (passage.cell !== undefined || !REGULATOR.test(passage.text)) return;
  const { dates } = datesOf(passage);
  if (dates.length < 2) return;
  const before = (index: number) => passage.text.slice(Math.max(0, index - 70), index);
  const knew = dates.find(({ date, index }) => date.precision === 'day' && KNEW.test(before(index)));
  const told = dates.find(({ date, index }) => date.precision === 'day' && TOLD_ICO.test(before(index)));
  if (knew === undefined || told === undefined || daysBetween(knew.date.from, told.date.from) <= DAYS_TO_TELL_ICO)
    return;
  yield defect(
    'high',
    `The ICO was told ${daysBetween(knew.date.from, told.date.from)} days after the incident was known; the limit is ${HOURS_TO_TELL_ICO} hours.`,
    passage,
    told.index,
    passage.text,
  );
}

function* lateRows({ tables, control }: Examined): Generator<Defect> {
  for (const table of tables) {
    if (control.tables.has(table.index)) continue;
    const told = table.columns('ico-told');
    const aware = [
      ...new Set([...table.columns('aware'), ...table.columns('opened'), ...table.columns('plain-date')]),
    ].filter((column) => !told.includes(column));
    for (const row of table.filled) {
      const reported = told
        .map((column) => ({ column, date: cellDate(row, column) }))
        .find(({ date }) => date?.precision === 'day');
      if (reported?.date === undefined) continue;
      const known = aware
        .map((column) => cellDate(row, column))
        .filter((date) => date?.precision === 'day')
        .map((date) => date?.from ?? '')
        .sort();
      const last = known.filter((day) => day <= (reported.date?.from ?? '')).at(-1);
      if (last === undefined || daysBetween(last, reported.date.from) <= DAYS_TO_TELL_ICO) continue;
      const spot: DefectPlace = place(whereOfCell(row, reported.column), row.text);
      yield {
        code: 'incident-clock',
        severity: 'high',
        message: `The ICO was told ${daysBetween(last, reported.date.from)} days after the incident was known (${cellText(row, reported.column)}); the limit is ${HOURS_TO_TELL_ICO} hours.`,
        next: 'Record why it was late, check that the ICO was told of the delay, and correct the dates if they are a slip.',
        places: [spot],
        subject: shortened(row.text, 40),
        effect: 'doubt',
      };
    }
  }
}

function defect(severity: Defect['severity'], message: string, passage: Passage, index: number, words: string): Defect {
  return {
    code: 'incident-clock',
    severity,
    message,
    next: `State ${HOURS_TO_TELL_ICO} hours from becoming aware for the ICO, and keep other limits to those they belong to.`,
    places: [place(whereAt(passage, index), words)],
    subject: 'time to tell the ICO',
    effect: 'doubt',
  };
}
