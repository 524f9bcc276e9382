import { findDates } from '../dates/find-dates.ts';
import { monthNumber, writtenOn } from './event-dates.ts';
import type { FactFamily, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Statement } from './statement.ts';

const NONE =
  /\b(?:no|zero|nil|not (?:had|experienced|suffered) any|have had no|without any)\s(?:\w+\s){0,3}?(incidents?|breach(?:es)?|near misses)\b(?![- ](?:management|response|report form|register|log\b))/i;
/** The answer "no" to a question whether there were any. */
const DENIED = /\b(incidents?|breach(?:es)?|near misses)\b[^?:]{0,60}[?:]\s(?:no|none|nil)\b(?! (?:later|more|less))/i;
const NEVER =
  /\b(?:never|not) (?:had|have|seen|suffered|experienced) (?:an?|any)\b[^.;]{0,30}?\b(breach(?:es)?|incidents?)\b|\bnothing\b[^.;]{0,30}\b(?:entered|recorded|logged|reported)\b[^.;]{0,30}\b(incident|breach)\b/i;
const MONTH_SPAN =
  /\bbetween (?:the (?:start|beginning) of )?(January|February|March|April|May|June|July|August|September|October|November|December) and (?:the end of )?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?! 20)/i;

/** "between July and the end of September" in a dated document: the last such months before it. */
function monthsNamed(text: string, setting: Setting) {
  const match = MONTH_SPAN.exec(text);
  const written = writtenOn(setting);
  if (match === null || written === undefined) return undefined;
  const [first, last] = [monthNumber(match[1] ?? ''), monthNumber(match[2] ?? '')];
  const year = Number(written.slice(0, 4)) - (last > Number(written.slice(5, 7)) ? 1 : 0);
  const day = (of: number, month: number, end: string) => `${of}-${String(month).padStart(2, '0')}-${end}`;
  return { from: day(first > last ? year - 1 : year, first, '01'), to: day(year, last, '28') };
}

const FOUND =
  /^(?:found|detected|discovered|occurred|happened|date (?:and time )?(?:of (?:the )?)?(?:incident|breach|occurrence|discovery)|incident date|when)\b/i;

/** The report of one incident gives its day in a field or sentence of its own. */
function* ownReport(statement: Statement, setting: Setting) {
  const { text } = statement;
  if (
    !FOUND.test(text) ||
    !/\b(?:post-?mortem|(?:incident|breach) report|report of (?:an |the )?(?:incident|breach))\b/.test(setting.title)
  )
    return;
  if (setting.strength === 'template') return;
  const day = findDates(text)[0]?.date;
  if (day === undefined) return;
  yield factFrom(statement, 0, setting, {
    type: 'incident',
    subject: 'row',
    value: day.from,
    asOf: day,
    scope: 'breach',
    confidence: 0.8,
    parts: { title: setting.profile.title.slice(0, 80), shown: day.text, reported: 'false' },
  });
}

const PERIOD =
  /\b(?:in|during|over|for|since|within|this|last|past|to date|so far|previous|year|period|quarter|months?)\b/i;
const REPORTABLE = /\b(?:reportable|notifiable|reported to the ICO|notified to|requiring notification|ICO)\b/i;
const RULE =
  /\b(?:if|must|should|ensure|aim|target|objective|goal|where|when|kpi|metric|zero tolerance|blame|expect\w*|template|so that)\b/i;

/** "No repeat incidents", "no incidents unresolved": there may have been others. */
const OF_A_KIND =
  /^(?:no|zero|nil|without any)\s(?:[\w-]+\s){0,3}?(?:(?:repeat(?:ed)?|recurring|recurrent|similar|further|other|more|unresolved|open|outstanding|overdue|unreported)\s(?:[\w-]+\s){0,2}?(?:incidents?|breach(?:es)?|near misses)|(?:incidents?|breach(?:es)?|near misses)\s(?:(?:are|is|were|remain|remains|left)\s)?(?:unresolved|open|outstanding|overdue|unreported|repeated))\b/i;

/** Rows of incident and breach logs, and statements that there were none. */
export const incidents: FactFamily = {
  name: 'incidents',
  cues: [
    'incident',
    'incidents',
    'breach',
    'breaches',
    'misses',
    'found',
    'detected',
    'discovered',
    'occurred',
    'happened',
    'date',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    yield* ownReport(statement, setting);
    const none = NONE.exec(text) ?? DENIED.exec(text) ?? NEVER.exec(text);
    if (none === null || RULE.test(text) || OF_A_KIND.test(text.slice(none.index)) || text.length > 400) return;
    if (
      !PERIOD.test(text) &&
      !/\b(?:report(?:ed)?|record(?:ed)?|occurred|logged|to report|noted)\b/i.test(text) &&
      text.length > 60
    )
      return;
    const date = findDates(text);
    const span = date.length === 0 ? monthsNamed(text, setting) : undefined;
    const kind =
      /breach/i.test(none[1] ?? '') && !/\bincidents?\b|near miss/i.test(text.slice(none.index + 6))
        ? 'breach'
        : 'incident';
    const severe = /\b(?:serious|major|significant|critical|clinical|cyber)\b/i.test(none[0]);
    yield factFrom(statement, none.index, setting, {
      type: 'incident',
      subject: 'none',
      value: 'none',
      scope: REPORTABLE.test(text) ? 'reportable' : severe ? 'serious' : kind,
      confidence: severe ? 0.55 : 0.8,
      ...(date[0] !== undefined && { asOf: date[0].date }),
      parts: {
        kind,
        ...(date[0] !== undefined &&
          (/\bsince\s\S{0,12}\s?$/i.test(text.slice(0, date[0].index))
            ? { from: date[0].date.from }
            : { from: date[0].date.from, to: (date[1] ?? date[0]).date.to })),
        ...span,
        months: /\b(?:24|twenty[- ]four) months\b|\btwo years\b/i.test(text)
          ? '24'
          : /\b(?:12|twelve) months\b|\blast year\b|\bpast year\b/i.test(text)
            ? '12'
            : /\bquarter\b|\b(?:three|3) months\b/i.test(text)
              ? '3'
              : '',
      },
    });
  },
  *fromTable(register, setting) {
    const about = `${register.context} ${setting.title}`;
    if (
      !/\b(?:incidents?|breach(?:es)?|near miss(?:es)?)\b/.test(about) ||
      /\b(?:plan|severity|classification|matrix|contact|training|exercise)\b/.test(register.context)
    )
      return;
    const date = columnOf(
      register,
      /^(?:date|date (?:of|found|detected|discovered|reported|occurred|logged|raised|identified).*|when|detected|discovered|occurred|found|happened|reported|detection date.*|incident date|date\/time|date of incident|breach date|opened|raised|logged)$/,
    );
    if (date < 0 || register.columns.some((name) => /^(?:version|issue|revision|change)$/.test(name))) return;
    const what = columnOf(register, /\b(?:description|what|summary|title|incident|details|type|event|nature)\b/);
    const ico = columnOf(register, /\bico\b/);
    const personal = columnOf(register, /\bpersonal data\b(?! type)/);
    for (const row of register.table.rows) {
      if (isExampleRow(row)) continue;
      const day = findDates(cellText(row, date))[0]?.date;
      const words = row.cells.map((one) => one.text).join(' ');
      if (day === undefined || /\b(?:no|nil) (?:incidents?|breaches|entries)\b|\bnone (?:in|this|to)\b/i.test(words))
        continue;
      const near = /\bnear[- ]miss\b/i.test(words);
      const [concerned = ''] = /^(?:yes|y|true|no|n|false)\b/i.exec(cellText(row, personal).trim()) ?? [];
      const breach =
        concerned === ''
          ? /\bbreach|personal data|wrong (?:recipient|patient|address|person)|misdirected|disclos/i.test(
              `${words} ${about}`,
            )
          : /^[yt]/i.test(concerned);
      yield factFromRow(row, date, setting, {
        type: 'incident',
        subject: 'row',
        value: day.from,
        asOf: day,
        scope: near ? 'near miss' : breach ? 'breach' : 'incident',
        confidence: 0.85,
        parts: {
          title: cellText(row, what).slice(0, 80),
          shown: day.text,
          reported: String(/^(?:yes|y)\b|\d/i.test(cellText(row, ico))),
        },
      });
    }
  },
};
