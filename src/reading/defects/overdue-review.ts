import { type Day, dayAfter, dayInWords } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import type { ControlStatement } from '../profile/control-statement.ts';
import { datesOf, whereAt } from '../profile/passages.ts';
import { parseReviewCycle } from '../profile/review-cycle.ts';
import { latestOf } from '../profile/version-history.ts';
import { counted, type DefectPlace, type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable, whereOfCell } from './read-table.ts';
import { sentenceAt } from './sentences.ts';

/**
 * Reviews the document set for itself and that did not come (fact types, D08): a next-review day that has passed, or the
 * last review plus the stated cycle. Rows of a register with their own next-review days are reported together.
 */
export const overdueReview: DefectRule = (examined) => {
  if (examined.profile.kind === 'template' || examined.openlyBlank) return [];
  const own = ofDocument(examined);
  return [
    ...(own === undefined ? [] : [own]),
    ...ofActivities(examined),
    ...examined.tables.flatMap((table) => ofRows(table, examined)),
  ];
};

function ofDocument({ control, on, profile }: Examined): Defect | undefined {
  if (profile.status === 'withdrawn') return undefined;
  const stated = control.statements.filter(({ meaning, date }) => meaning === 'next-review' && date !== undefined);
  const latest = stated.reduce<ControlStatement | undefined>(
    (last, said) => (last === undefined || (said.date?.to ?? '') > (last.date?.to ?? '') ? said : last),
    undefined,
  );
  if (latest?.date !== undefined) {
    if (latest.date.to >= on) return undefined;
    const others = stated.filter((said) => said !== latest && said.date?.to === latest.date?.to);
    return defect(
      `Its own next review, ${latest.date.text}, has passed.`,
      [latest, ...others].map(({ where, label, value }) => place(where, `${label}: ${value}`)),
      profile.title,
      latest.date.to,
    );
  }
  return pastItsCycle(control, on, profile.title);
}

/** No next-review day is stated: the last review, approval or version plus the document's own cycle decides. */
function pastItsCycle(control: Examined['control'], on: string, subject: string): Defect | undefined {
  const cycle = control.statements.find(
    ({ meaning, value }) => meaning === 'review-cycle' && parseReviewCycle(value) !== undefined,
  );
  const period = cycle === undefined ? undefined : parseReviewCycle(cycle.value);
  if (cycle === undefined || period === undefined) return undefined;
  const acts: { to: string; text: string; place: DefectPlace }[] = [];
  for (const said of control.statements) {
    if (said.date === undefined || !['reviewed', 'approved', 'effective', 'issued', 'created'].includes(said.meaning))
      continue;
    acts.push({ to: said.date.to, text: said.date.text, place: place(said.where, `${said.label}: ${said.value}`) });
  }
  const row = latestOf(control.history);
  if (row?.date !== undefined) acts.push({ to: row.date.to, text: row.date.text, place: place(row.where, row.text) });
  const last = acts.sort((a, b) => a.to.localeCompare(b.to)).at(-1);
  if (last === undefined) return undefined;
  const due = dayAfter(last.to, period);
  if (due >= on) return undefined;
  return defect(
    `It is to be reviewed on a cycle (“${cycle.value}”) and was last dealt with on ${last.text}, so a review was due by ${dayInWords(due)}.`,
    [place(cycle.where, cycle.value), last.place],
    subject,
    due,
  );
}

function defect(message: string, places: readonly DefectPlace[], subject: string, due: Day): Defect {
  return {
    code: 'overdue-review',
    severity: 'medium',
    message,
    next: 'Review it, record who did and when, and set the next review day.',
    places,
    subject,
    since: dayAfter(due, 'P1D'),
    effect: 'doubt',
  };
}

const LAST_DONE =
  /\b(?:last|latest|most recent(?:ly)?)\b(?: (?:one|time|was|were|done|completed|held|run|tested|carried out|checked|performed|review(?:ed)?|test|exercise|check|audit|on|in|of))*[\s:]*$/i;

/** A thing that is done on a cycle, with its last time in the same sentence: "Access reviews happen monthly; last completed 3 March". */
function* ofActivities({ passages, on, control, inModelPart }: Examined): Generator<Defect> {
  for (const passage of passages) {
    if (passage.role === 'column' || passage.role === 'heading' || inModelPart(passage.section)) continue;
    if (!/\b(?:last|latest|most recent)/i.test(passage.text)) continue;
    for (const { date, index } of datesOf(passage).dates) {
      const { text, index: from } = sentenceAt(passage.text, index);
      const before = text.slice(0, index - from);
      const said = LAST_DONE.exec(before);
      const lead = said === null ? '' : `${sentenceBefore(passage.text, from)} ${before.slice(0, said.index)}`;
      const cycle = parseReviewCycle(lead);
      // A week or a day has always passed since a paper was written; longer cycles are told as promises.
      if (
        cycle === undefined ||
        cycle.endsWith('D') ||
        /\b(?:was|were|used to|until)\b/i.test(before.slice(0, said?.index))
      )
        continue;
      const due = dayAfter(date.to, cycle);
      if (due >= on || control.statements.some((other) => other.date?.from === date.from)) continue;
      yield defect(
        `It is to happen on a cycle and was last done on ${date.text}, so the next was due by ${dayInWords(due)}: “${shortened(text, 110)}”.`,
        [place(whereAt(passage, index), passage.text)],
        shortened(text, 60),
        due,
      );
    }
  }
}

function sentenceBefore(text: string, from: number): string {
  return from === 0 ? '' : sentenceAt(text, from - 1).text;
}

const NO_LONGER_KEPT =
  /\b(?:closed|retired|disposed|decommissioned|withdrawn|superseded|left|ended|cancelled|complete[d]?|n\/a|destroyed|returned|inactive|terminated|expired contract)\b/i;

function ofRows(table: ReadTable, { on, control, inModelPart }: Examined): Defect[] {
  if (control.tables.has(table.index) || inModelPart(table.table.section)) return [];
  const columns = table.columns('next-review');
  const ambiguous =
    columns.length === 0 ? table.columns('review-date').filter((column) => liesAhead(table, column, on)) : [];
  const late: { row: ReadRow; column: number }[] = [];
  for (const row of table.filled) {
    const status = table
      .columns('status')
      .map((column) => cellText(row, column))
      .join(' ');
    if (NO_LONGER_KEPT.test(status)) continue;
    const column = [...columns, ...ambiguous].find((at) => (cellDate(row, at)?.to ?? on) < on);
    if (column !== undefined) late.push({ row, column });
  }
  if (late.length === 0) return [];
  const [first] = late;
  const name = table.names[first?.column ?? 0] ?? 'next review';
  return [
    {
      code: 'overdue-review',
      severity: 'medium',
      message: `${counted(late.length, 'row')} of ${table.filled.length} ${late.length === 1 ? 'has' : 'have'} a day under “${name}” that has passed, the earliest ${dayInWords(earliest(late))}.`,
      next: 'Do the reviews that are late, record their dates, and set the next ones.',
      places: late.map(({ row, column }) => place(whereOfCell(row, column), row.text)),
      subject: `rows under “${name}”`,
      since: dayAfter(earliest(late), 'P1D'),
      effect: 'doubt',
    },
  ];
}

/** "Review date" alone may be the last review: it is the next one when some row's day still lies ahead. */
function liesAhead(table: ReadTable, column: number, on: string): boolean {
  return table.filled.some((row) => (cellDate(row, column)?.to ?? '') > on);
}

function earliest(late: readonly { row: ReadRow; column: number }[]): Day {
  const days = late.flatMap(({ row, column }) => cellDate(row, column)?.to ?? []).sort();
  const [first] = days;
  if (first === undefined) throw new Error('A late row has a day by which it was due.');
  return first;
}
