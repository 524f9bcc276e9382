import type { Day, StatedDate } from '../../record/day.ts';
import { dayInWords } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { datesOf, whereAt } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import { CERTIFIED, certifiesForATime } from './certificate-ahead.ts';
import { type DefectPlace, type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable, whereOfCell } from './read-table.ts';
import { resultsAhead } from './result-ahead.ts';
import { sentencesOf } from './sentences.ts';
import { tickedAhead } from './ticked-ahead.ts';

/** A claim that cannot be true yet: `date` lies after the judgement day, or the row only planned what it says is done. */
export type FutureClaim = { readonly words: string; readonly place: DefectPlace; readonly date?: StatedDate };

/**
 * Things written as done on a day that has not come, and planned work with a result beside it (fact types, D02 and D03).
 * Next reviews, expiry dates, deadlines and plans are meant to lie ahead.
 */
export const futureDatedClaim: DefectRule = (examined) => {
  const claims: FutureClaim[] = [
    ...inSentences(examined),
    ...inRows(examined),
    ...inControl(examined),
    ...resultsAhead(examined),
  ];
  const taken = new Set<string>();
  const defects: Defect[] = [];
  for (const claim of claims) {
    const key = `${claim.place.line ?? ''}/${claim.place.page ?? ''}/${claim.place.line === undefined ? (claim.place.cell ?? '') : ''}`;
    if (key !== '//' && taken.has(key)) continue;
    taken.add(key);
    const when =
      claim.date === undefined ? 'only planned' : `dated ${claim.date.text}, after ${dayInWords(examined.on)}`;
    defects.push({
      code: 'future-dated-claim',
      severity: 'high',
      message: `Written as done but ${when}: “${shortened(claim.words, 120)}”.`,
      next: 'Correct the date if it is a slip; otherwise write it as planned and record the result once it has happened.',
      places: [claim.place],
      subject: shortened(claim.words, 60),
      effect: 'blocks',
    });
  }
  return [...defects, ...tickedAhead(examined)];
};

const DONE =
  /\b(?:tested|completed|complete|approved|reviewed|performed|held|signed|trained|conducted|carried out|restored|passed|achieved|undertaken|took place|taken|delivered|verified|confirmed|fixed|audited|exercised|appointed|ratified|adopted|attended|issued|certified|closed|resolved|removed|revoked|disabled|destroyed|wiped|checked|looked up|finished|agreed|shredded|erased|visited|inspected|assessed|examined|interviewed|ran|run|done|met|went|received|reported|notified|installed|replaced|updated|migrated|published|scanned|patched|upgraded|returned|sent|told|moved|switched|shown|found|recorded|raised|discussed|presented|accepted)\b/gi;

const NOT_YET =
  /\b(?:will|shall|must|should|would|could|may|might|can|to be|be|is|are|being|is due|due|next|plan(?:s|ned|ning)?|schedul\w+|target\w*|deadline|expir\w+|until|renew\w*|before|by|no later than|forecast|propos\w+|aim\w*|intend\w*|expect\w*|once|when|if|unless|hope|booked|going to|ahead of|in time for|from|effective|valid|ends?|starts?|starting|begins?|lasts?|through|for|not yet|awaiting|roadmap|goal)\b/i;

/** Words between the verb and its date that point ahead: "approved until", "agreed to finish by". */
const AHEAD =
  /\bby\s*(?:the )?(?:end of )?$|\b(?:until|till|before|due|next|expir\w+|valid|ends?|ending|renew\w*|deadline|target\w*|for|from(?! \d)|to (?:be|finish|complete|start|run|move|close)|will|shall|must|no later than|through|and again|review|planned|plans? to|schedul\w+|with effect|effective|starting|would|should|booked|aims?|expects?)\b/i;

function* inSentences(examined: Examined): Generator<FutureClaim> {
  const { passages, on } = examined;
  if (examined.openlyBlank) return;
  const certifies = certifiesForATime(examined);
  for (const passage of passages) {
    const ahead = datesOf(passage).dates.filter(({ date }) => isFuture(date, on));
    if (passage.role === 'column' || ahead.length === 0) continue;
    if (passage.cell !== undefined && passage.text.length < (ahead[0]?.length ?? 0) + 4) continue;
    for (const sentence of sentencesOf(passage.text)) {
      for (const { date, index: at } of ahead) {
        const index = at - sentence.index;
        if (index < 0 || index >= sentence.text.length) continue;
        const verb = verbOf(sentence.text, index, date.text.length);
        if (verb === undefined || (certifies && CERTIFIED.test(verb))) continue;
        yield { words: sentence.text.trim(), date, place: place(whereAt(passage, at), sentence.text) };
        break;
      }
    }
  }
}

/** The completed act a date belongs to: a past verb shortly before or after it with nothing between that points ahead. */
function verbOf(sentence: string, index: number, length: number): string | undefined {
  const before = sentence.slice(Math.max(0, index - 110), index);
  const verbs = [...everyMatch(before, DONE)];
  for (const verb of verbs.reverse()) {
    const between = before.slice(verb.index + verb[0].length);
    if (AHEAD.test(between) || /[.;]\s/.test(between)) return undefined;
    const lead = before.slice(Math.max(0, verb.index - 30), verb.index);
    // A result written straight after another day belongs to that one.
    if (/^[A-Z]+$/.test(verb[0]) && /\b20\d\d\s*[:–—-]?\s*$/.test(lead)) return undefined;
    if (
      /\b(?:be|is|are|being|to|get|gets|not|when|once|if|until|after|unless|before|will|shall|must|should|would|may|can)\s+(?:\w+ly )?$/i.test(
        lead,
      )
    )
      return undefined;
    return verb[0];
  }
  // "On 15 December 2026 we restored the database": the verb follows, with a subject in between.
  const after = sentence.slice(index + length, index + length + 70);
  const lead = sentence.slice(0, index);
  if (!/(?:^|\b(?:on|in)\s+)$/i.test(lead.trimStart()) || AHEAD.test(lead)) return undefined;
  const [verb] = everyMatch(after, DONE);
  if (verb === undefined) return undefined;
  return NOT_YET.test(after.slice(0, verb.index)) ? undefined : verb[0];
}

const SUCCESS =
  /^(?:(?:fully |all |test |restore )?(?:pass(?:ed)?|success(?:ful|fully)?|complete[d]?|good|fine|worked|ok|okay|yes|done|closed|restored|satisfactory|achieved|met|verified|effective|fixed|resolved|trained|signed|held|confirmed|y|✓|✔|✅|☑|100 ?%))\b|\b(?:success(?:ful|fully)?|passed|restored (?:in|fully|ok|without)|completed|no issues|all (?:ok|good|passed))\b/i;
const NO_SUCCESS =
  /\b(?:not|un\w+|in ?complete|partial\w*|fail\w*|pending|awaiting|planned|to be|due|expected|target)\b/i;
const PLANNED =
  /^(?:planned|scheduled|tbc|tbd|to be (?:confirmed|scheduled|arranged)|booked|upcoming|not yet (?:held|done|run))\b/i;

/** "Pass, planned": a result and a plan in one cell cannot both be. */
const PASSED_YET_PLANNED = /^(?:pass(?:ed)?|success\w*|completed?)[\s,;:(–—-]+(?:planned|scheduled|booked|to be)\b/i;

function* inRows(examined: Examined): Generator<FutureClaim> {
  if (examined.openlyBlank || examined.profile.kind === 'plan') return;
  const certifies = certifiesForATime(examined);
  for (const table of examined.tables) {
    if (examined.inModelPart(table.table.section) || isPlan(table)) continue;
    const isControl = examined.control.tables.has(table.index);
    for (const row of table.rows) {
      if (row.sort === 'example' || row.sort === 'template' || row.sort === 'total') continue;
      const claim = claimOfRow(table, row, isControl, certifies, examined.on);
      if (claim !== undefined) yield claim;
    }
  }
}

function claimOfRow(
  table: ReadTable,
  row: ReadRow,
  isControl: boolean,
  certifies: boolean,
  on: Day,
): FutureClaim | undefined {
  const words = shortened(row.text, 160);
  const outcomes = [...table.columns('result'), ...table.columns('status')];
  // A row without its outcome that calls itself planned claims nothing yet.
  const open =
    outcomes.length > 0 &&
    outcomes.every((column) => isBlank(cellText(row, column)) || PLANNED.test(cellText(row, column)));
  if (open && row.cells.some(({ text }) => PLANNED.test(text))) return undefined;
  for (const column of table.columns('done-date')) {
    if (certifies && CERTIFIED.test(table.names[column] ?? '')) continue;
    const date = cellDate(row, column);
    if (isFuture(date, on)) return { words, date, place: place(whereOfCell(row, column), row.text) };
  }
  const results = [...table.columns('result'), ...table.columns('status'), ...table.columns('training-state')];
  const both = results.find((column) => PASSED_YET_PLANNED.test(cellText(row, column)));
  if (both !== undefined) return { words, place: place(whereOfCell(row, both), row.text) };
  const success = results.find(
    (column) => SUCCESS.test(cellText(row, column)) && !NO_SUCCESS.test(cellText(row, column)),
  );
  const history = isControl && table.column('version') >= 0;
  for (const column of [...table.columns('plain-date'), ...table.columns('planned-date')]) {
    const date = cellDate(row, column);
    const stated = success !== undefined || history || (isLogOfDone(table) && results.length === 0);
    if (isFuture(date, on) && stated) return { words, date, place: place(whereOfCell(row, column), row.text) };
    if (date === undefined && success !== undefined && PLANNED.test(cellText(row, column)))
      return { words, place: place(row.where, row.text) };
  }
  if (success === undefined || cellText(row, success).length > 40) return undefined;
  const planned = results.some((column) => column !== success && PLANNED.test(cellText(row, column)));
  return planned ? { words, place: place(row.where, row.text) } : undefined;
}

/** A log whose plain "Date" can only be the day something happened. */
function isLogOfDone(table: ReadTable): boolean {
  const names = table.names.join(' | ');
  return /\b(?:found|finding|looked|what happened|outcome|checked by|tester|tested by|done by|who did|took|minutes taken|time taken|signed|attended|reported by|result|performed by|standing|published)\b/.test(
    names,
  );
}

/** Plans and calendars list what is to come, so their dates are no claims unless a result stands beside them. */
function isPlan(table: ReadTable): boolean {
  return (
    /\b(?:plan|calendar|programme|timetable|roadmap|forthcoming|upcoming|schedule of)\b/i.test(
      table.table.title ?? '',
    ) && table.column('result') < 0
  );
}

function* inControl(examined: Examined): Generator<FutureClaim> {
  if (examined.profile.kind === 'minutes') yield* meetingAhead(examined);
  const recorded = ['minutes', 'report', 'certificate', 'log', 'screenshot'].includes(examined.profile.kind);
  const certifies = certifiesForATime(examined);
  for (const { meaning, date, label, value, where, source } of examined.control.statements) {
    if (!isFuture(date, examined.on) || source === 'prose' || (certifies && CERTIFIED.test(label))) continue;
    const done =
      meaning === 'approved' || meaning === 'reviewed' || meaning === 'created' || (meaning === 'event' && recorded);
    if (done) yield { words: `${label}: ${value}`, date, place: place(where, `${label}: ${value}`) };
  }
}

/** Minutes whose title or opening lines give a day that has not come. */
function* meetingAhead({ passages, on, profile }: Examined): Generator<FutureClaim> {
  if (/\bagenda\b/i.test(profile.title)) return;
  for (const passage of passages.slice(0, 4)) {
    if (passage.cell !== undefined || passage.text.length > 100 || /\bnext\b/i.test(passage.text)) continue;
    if (passage.role !== 'heading' && !/^(?:date|held|meeting|minutes|board)\b/i.test(passage.text)) continue;
    const date = datesOf(passage).dates.find((found) => isFuture(found.date, on))?.date;
    if (date === undefined) continue;
    yield { words: passage.text, date, place: place(passage.where, passage.text) };
    return;
  }
}

function isFuture(date: StatedDate | undefined, on: Day): date is StatedDate {
  return date !== undefined && date.from > on;
}
