import type { Content, Format } from '../../record/document.ts';
import { remembered } from '../../record/remembered.ts';
import { writesMonthFirst } from '../dates/find-dates.ts';
import { approvalsOf, fieldsOf } from './control-block.ts';
import { type ControlMeaning, controlMeaning } from './control-labels.ts';
import { proseIn } from './control-prose.ts';
import { type ControlStatement, statement } from './control-statement.ts';
import { labelledIn } from './label-lines.ts';
import { headingsOver, type Passage, passagesOf } from './passages.ts';
import { isBlank } from './placeholders.ts';
import { parseReviewCycle } from './review-cycle.ts';
import { type HistoryRow, historyRows } from './version-history.ts';

export type Control = {
  readonly statements: readonly ControlStatement[];
  readonly history: readonly HistoryRow[];
  /** Tables that hold the statements or the history, by index, so that other rules leave them alone. */
  readonly tables: ReadonlySet<number>;
  /** Some numeric date of the document is written month first. */
  readonly monthFirstSeen: boolean;
};

const controlByContent = new WeakMap<Content, Control>();

/** What a document says about itself in its control block, label lines, history table and prose. Kept per content. */
export function controlOf(content: Content): Control {
  let control = controlByContent.get(content);
  if (control === undefined) {
    control = readControl(content);
    controlByContent.set(content, control);
  }
  return control;
}

function readControl(content: Content): Control {
  const statements: ControlStatement[] = [];
  const history: HistoryRow[] = [];
  const tables = new Set<number>();
  for (const [index, table] of content.tables.entries()) {
    const rows = historyRows(table);
    if (rows !== undefined) history.push(...rows);
    else {
      const fields = fieldsOf(table, content.format);
      if (fields.length === 0) {
        statements.push(...approvalsOf(table, headingsOver(content, table.section)[0] ?? ''));
        continue;
      }
      statements.push(...fields);
    }
    tables.add(index);
  }
  const lineCount = content.lines.length;
  for (const passage of passagesOf(content)) {
    if (passage.role === 'cell' || passage.role === 'column') continue;
    if (passage.role === 'heading') statements.push(...headingVersion(passage));
    if (passage.role === 'heading' && !readsAsText(passage.text)) continue;
    if (speaksOfTheDocument(content, passage, lineCount)) {
      const labelled = labelledIn(passage);
      statements.push(...labelled, ...(labelled.length > 1 ? [] : proseIn(passage, labelled)));
    } else if (
      /\bthis (?:policy|document|plan|procedure|register|notice|log|statement|report|record|handbook|agreement)\b/i.test(
        passage.text,
      )
    ) {
      statements.push(...proseIn(passage, []));
    }
  }
  for (const [key, value] of Object.entries(SAVED_BY_A_PROGRAM.has(content.format) ? {} : content.properties)) {
    const meaning = controlMeaning(key);
    if (meaning === undefined || statements.some((other) => other.meaning === meaning)) continue;
    statements.push(statement(meaning, key, value, {}, 'block'));
  }
  return {
    statements: settled(statements, history),
    history,
    tables,
    monthFirstSeen: content.lines.some((line) => writesMonthFirst(line.text)),
  };
}

const REVIEWS: readonly ControlMeaning[] = ['review-date', 'reviewed', 'next-review', 'review-cycle'];
/** "Every 24 months, last 3 February 2024" holds a cycle and a day. */
const LAST_OF_A_CYCLE = /\b(?:last|previous(?:ly)?|most recent(?:ly)?)\b/i;

/** Some layouts give a plain line the size of a heading; one that dates or labels something is read for what it says. */
function readsAsText(text: string): boolean {
  return text.length > 30 && /\d{4}/.test(text) && /[.:]\s|\b(?:on|by|until|from)\b/i.test(text);
}

/** In these formats the properties are what a program wrote when the file was saved: they say nothing of when the text was made or by whom. */
const SAVED_BY_A_PROGRAM: ReadonlySet<Format> = new Set(['docx', 'xlsx', 'pdf', 'image']);

/**
 * Settles what labels leave open: "Approved: the board, 3 March" names an approver and a date; "Review date" is the next
 * review when it is later than everything done to the document, else the last one; "Review: yearly" is a cycle.
 */
function settled(statements: readonly ControlStatement[], history: readonly HistoryRow[]): ControlStatement[] {
  const done: readonly ControlMeaning[] = ['approved', 'approver', 'reviewed', 'created', 'issued', 'effective'];
  const latest = [
    ...statements.flatMap(({ meaning, date }) => (date !== undefined && done.includes(meaning) ? [date.to] : [])),
    ...history.flatMap(({ date }) => (date === undefined ? [] : [date.to])),
  ].sort();
  const lastDone = latest.at(-1);
  return statements.flatMap((said): ControlStatement[] => {
    const { meaning, date, value } = said;
    const cycle =
      isBlank(value) || (date !== undefined && !LAST_OF_A_CYCLE.test(value)) ? undefined : parseReviewCycle(value);
    if (cycle !== undefined && date !== undefined && REVIEWS.includes(meaning))
      return [
        { ...said, meaning: 'reviewed' },
        { ...said, meaning: 'review-cycle' },
      ];
    if (meaning === 'author' && date !== undefined) return [said, { ...said, meaning: 'created' }];
    if (meaning === 'review-date') {
      if (cycle !== undefined) return [{ ...said, meaning: 'review-cycle' }];
      const next = date === undefined || lastDone === undefined || date.from > lastDone;
      return [{ ...said, meaning: next ? 'next-review' : 'reviewed' }];
    }
    if ((meaning === 'next-review' || meaning === 'reviewed') && cycle !== undefined)
      return [{ ...said, meaning: 'review-cycle' }];
    if (meaning !== 'approver' || date === undefined) return [said];
    const rest = value
      .replace(date.text, '')
      .replace(/^[\s,;:()–-]+|[\s,;:()–-]+$|\b(?:on|in|at)\s*$/g, '')
      .trim();
    const approved: ControlStatement = { ...said, meaning: 'approved' };
    const approver = rest.replace(/^by (?:the )?/i, '').replace(/[\s,(–-]+(?:on|in|at)?\s*$/, '');
    return /[a-z]{2}/i.test(approver) ? [{ ...said, value: approver }, approved] : [approved];
  });
}

const CONTROL_HEADING =
  /^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:document|policy|plan|procedure|page)?\s*(?:control|information|details|history|management|approvals?|sign[- ]?off|version|revision|reviews?|reviewed|about this|ownership|authori[sz]ation|governance and review|maintenance|change log|approval|monitoring and review|review and \w+|\w+ and review)\b.{0,30}$/i;

const isControlHeading = remembered((heading) => CONTROL_HEADING.test(heading));

/** Only the top, the foot and the sections on control speak of the document; elsewhere "Owner:" is some step's owner. */
function speaksOfTheDocument(content: Content, passage: Passage, lineCount: number): boolean {
  if (passage.role === 'furniture') return true;
  if (passage.line < (passage.role === 'item' ? 12 : 20) || (passage.line >= lineCount - 8 && passage.role !== 'item'))
    return true;
  const [heading = ''] = headingsOver(content, passage.section);
  return isControlHeading(heading);
}

function headingVersion(passage: Passage): ControlStatement[] {
  if (passage.section >= 0 && passage.line > 3) return [];
  const version = /(?:^|[\s(,–-])(?:version |ver\.? ?|v)(\d{1,2}(?:\.\d{1,3}){0,2})\b/i.exec(passage.text)?.[1];
  return version === undefined ? [] : [statement('version', 'title', version, passage.where, 'block')];
}
