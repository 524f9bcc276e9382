import { daysBetween } from '../../record/day.ts';
import type { Defect, Where } from '../../record/document.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import { WEEKDAY_NAMES } from '../dates/month-names.ts';
import type { ControlMeaning } from '../profile/control-labels.ts';
import type { ControlStatement } from '../profile/control-statement.ts';
import { datesOf, whereAt } from '../profile/passages.ts';
import { versionNumber } from '../profile/profile.ts';
import { latestOf } from '../profile/version-history.ts';
import type { ColumnMeaning } from './column-meanings.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable, whereOfCell } from './read-table.ts';

/** Dates that cannot be (fact types, D14): no such day, the wrong weekday, or an order of events that runs backwards. */
export const impossibleDate: DefectRule = (examined) => [
  ...noSuchDays(examined),
  ...backwards(examined),
  ...rowsBackwards(examined),
  ...fieldsBackwards(examined),
  ...approvedTooEarly(examined),
];

function* noSuchDays({ passages }: Examined): Generator<Defect> {
  for (const passage of passages) {
    const { dates, impossible } = datesOf(passage);
    for (const { text, index } of impossible) {
      yield defect(
        `“${text.trim()}” is not a day in the calendar.`,
        [place(whereAt(passage, index), passage.text)],
        text.trim(),
      );
    }
    for (const found of dates) {
      const right = wrongWeekday(found);
      if (right === undefined) continue;
      yield defect(
        `“${found.date.text}” has the wrong weekday: that day was a ${right}.`,
        [place(whereAt(passage, found.index), passage.text)],
        found.date.text,
      );
    }
  }
}

/** The true weekday when another one is written beside the date. */
function wrongWeekday({ date, weekday }: FoundDate): string | undefined {
  if (weekday === undefined || date.precision !== 'day' || date.ambiguous === true) return undefined;
  const actual = ((new Date(`${date.from}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return actual === weekday ? undefined : WEEKDAY_NAMES[actual - 1];
}

/** Pairs of the document's own dates where the second must not come before the first, and how many days may lie between. */
const OWN_ORDER: readonly (readonly [ControlMeaning, ControlMeaning, number, string])[] = [
  ['created', 'approved', 0, 'It was approved before it was written'],
  ['reviewed', 'next-review', 0, 'Its next review lies before its last one'],
  ['approved', 'next-review', 0, 'Its next review lies before its approval'],
  ['issued', 'expires', 0, 'It expires before it was issued'],
  ['effective', 'expires', 0, 'It expires before it takes effect'],
  ['approved', 'effective', 14, 'It took effect before it was approved'],
  ['event', 'approved', 0, 'It was signed off before it took place'],
];

function* backwards({ control, profile }: Examined): Generator<Defect> {
  if (profile.kind === 'log') return;
  const stated = (meaning: ControlMeaning): ControlStatement[] =>
    control.statements.filter(
      (said) =>
        said.meaning === meaning && said.date !== undefined && (said.source !== 'prose' || meaning === 'approved'),
    );
  for (const [earlier, later, slack, message] of OWN_ORDER) {
    const [first, second] = [stated(earlier), stated(later)];
    const [a, b] = [first[0], second[0]];
    if (a?.date === undefined || b?.date === undefined || first.length > 1 || second.length > 1) continue;
    if (daysBetween(b.date.to, a.date.from) > slack) {
      yield defect(
        `${message}: ${b.date.text} against ${a.date.text}.`,
        [place(b.where, `${b.label}: ${b.value}`), place(a.where, `${a.label}: ${a.value}`)],
        message,
      );
    }
  }
}

/** The version in force was written, by its own history, after the day its approval bears. */
function* approvedTooEarly({ control }: Examined): Generator<Defect> {
  const approved = control.statements.filter(
    ({ meaning, date, source }) => meaning === 'approved' && date?.precision === 'day' && source === 'block',
  );
  const [only] = approved;
  const newest = latestOf(control.history);
  const version = control.statements.find(({ meaning, source }) => meaning === 'version' && source === 'block');
  if (
    only?.date === undefined ||
    approved.length > 1 ||
    newest?.date?.precision !== 'day' ||
    newest.version === undefined
  )
    return;
  if (version === undefined || versionNumber(version.value) !== versionNumber(newest.version)) return;
  const inForce = control.statements.some(
    ({ meaning, date }) => (meaning === 'effective' || meaning === 'issued') && date?.from === newest.date?.from,
  );
  if (inForce) return;
  // A row may record the day the approved text went out; then it rightly follows the approval.
  if (
    newest.date.from <= only.date.to ||
    /\b(?:issued?|published|released|approved|adopted|final|in force|effective|minor|typo|format)\b/i.test(newest.text)
  )
    return;
  yield defect(
    `Version ${newest.version} is dated ${newest.date.text}, after the approval of ${only.date.text}.`,
    [place(newest.where, newest.text), place(only.where, `${only.label}: ${only.value}`)],
    'approved before written',
  );
}

const FIELD_ORDER: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /^(?:date )?(?:opened|raised|reported|logged|detected|discovered|identified|received|happened|occurred)(?: on| date)?$/i,
    /^(?:date )?(?:closed|resolved|completed|closure|fixed|finished|concluded)(?: on| date)?$/i,
    'closed before it was opened',
  ],
  [
    /^(?:date )?(?:started|start|begun|from)(?: date| on)?$/i,
    /^(?:date )?(?:ended|end|finished|to|completed)(?: date| on)?$/i,
    'ended before it started',
  ],
];

/** Labelled fields of one record, in a table of labels and values or on lines of their own: "Opened: … Closed: …". */
function* fieldsBackwards({ passages, tables }: Examined): Generator<Defect> {
  const fields: { label: string; found: FoundDate; where: Where; text: string }[] = [];
  for (const passage of passages) {
    const [found] = datesOf(passage).dates;
    if (found === undefined || found.date.precision !== 'day' || passage.role === 'column') continue;
    const { cell } = passage;
    const label =
      cell === undefined
        ? /^([A-Z][\w ]{2,25}?)\s*[:\u2013-]?\s*$/.exec(passage.text.slice(0, found.index))?.[1]
        : cell.column === 1 && tables[cell.table]?.names.length === 2
          ? cellText(tables[cell.table]?.rows[cell.row], 0)
          : undefined;
    if (label !== undefined)
      fields.push({
        label: label.replace(/[:*]/g, '').trim(),
        found,
        where: passage.where,
        text: `${label}: ${passage.text}`,
      });
  }
  for (const [before, after, words] of FIELD_ORDER) {
    const first = fields.filter(({ label }) => before.test(label));
    const second = fields.filter(({ label }) => after.test(label));
    const [a, b] = [first[0], second[0]];
    if (a === undefined || b === undefined || first.length > 1 || second.length > 1) continue;
    if (b.found.date.to < a.found.date.from)
      yield defect(
        `It was ${words}: ${b.found.date.text} against ${a.found.date.text}.`,
        [place(b.where, b.text), place(a.where, a.text)],
        words,
      );
  }
}

const ROW_ORDER: readonly (readonly [ColumnMeaning, ColumnMeaning, string])[] = [
  ['opened', 'closed', 'closed before it was opened'],
  ['aware', 'closed', 'closed before anybody knew of it'],
  ['happened', 'found', 'found before it happened'],
  ['found', 'ico-told', 'reported before it was found'],
  ['found', 'told', 'told before it was found'],
  ['opened', 'told', 'told before it was found'],
];

function* rowsBackwards({ tables, control, inModelPart }: Examined): Generator<Defect> {
  for (const table of tables) {
    if (control.tables.has(table.index) || inModelPart(table.table.section)) continue;
    const wrong = new Map<ReadRow, string>();
    for (const row of table.filled) {
      for (const [earlier, later, words] of ROW_ORDER) {
        const found = pairBackwards(table, row, earlier, later);
        if (found !== undefined && !wrong.has(row)) wrong.set(row, `${found} (${words})`);
      }
    }
    for (const [row, words] of wrong) {
      yield defect(`A row runs backwards: ${words}.`, [place(whereOfRow(row), row.text)], row.text.slice(0, 40));
    }
  }
}

function pairBackwards(
  table: ReadTable,
  row: ReadRow,
  earlier: ColumnMeaning,
  later: ColumnMeaning,
): string | undefined {
  for (const from of table.columns(earlier)) {
    const first = cellDate(row, from);
    if (first === undefined) continue;
    for (const to of table.columns(later)) {
      const second = to === from ? undefined : cellDate(row, to);
      if (second !== undefined && second.to < first.from) {
        return `“${table.names[to]}” ${cellText(row, to)} against “${table.names[from]}” ${cellText(row, from)}`;
      }
    }
  }
  return undefined;
}

function whereOfRow(row: ReadRow) {
  return row.where.line === undefined ? whereOfCell(row, 0) : row.where;
}

function defect(message: string, places: readonly DefectPlace[], subject: string): Defect {
  return {
    code: 'impossible-date',
    severity: 'medium',
    message,
    next: 'Find out the true date and correct it, keeping a note of the correction.',
    places,
    subject,
    effect: 'doubt',
  };
}
