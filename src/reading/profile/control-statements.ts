import type { StatedDate } from '../../record/day.ts';
import type { Content, Format, Table, Where } from '../../record/document.ts';
import { findDates, parseStatedDate, writesMonthFirst } from '../dates/find-dates.ts';
import { type ControlMeaning, controlMeaning, MEANING_BEFORE_DATE } from './control-labels.ts';
import { datesOf, headingsOver, type Passage, passagesOf, whereAt } from './passages.ts';
import { isBlank } from './placeholders.ts';
import { parseReviewCycle } from './review-cycle.ts';

/** Where a statement about the document itself was made, most formal first. */
export type StatementSource = 'block' | 'history' | 'prose' | 'furniture';

/** One thing a document says about itself. `value` is as written, blank or a gap included; `date` when it states one. */
export type ControlStatement = {
  readonly meaning: ControlMeaning;
  readonly label: string;
  readonly value: string;
  readonly where: Where;
  readonly source: StatementSource;
  readonly date?: StatedDate;
};

export type HistoryRow = {
  readonly version?: string;
  readonly date?: StatedDate;
  readonly author?: string;
  readonly text: string;
  readonly where: Where;
};

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
      if (fields.length === 0) continue;
      statements.push(...fields);
    }
    tables.add(index);
  }
  const lineCount = content.lines.length;
  for (const passage of passagesOf(content)) {
    if (passage.role === 'cell' || passage.role === 'column') continue;
    if (passage.role === 'heading') statements.push(...headingVersion(passage));
    else if (speaksOfTheDocument(content, passage, lineCount)) {
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
    const cycle = date === undefined && !isBlank(value) ? parseReviewCycle(value) : undefined;
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

/** Rows of a version history: a table with a version and a date column and some word on what changed or who did it. */
function historyRows(table: Table): HistoryRow[] | undefined {
  const columns = table.columns.map((name) => name.toLowerCase());
  const version = columns.findIndex((name) =>
    /^(?:version|ver|v|issue|rev(?:ision)?|version (?:no|number)|issue (?:no|number))\.?(?: no\.?)?$/.test(name),
  );
  const date = columns.findIndex((name) => /\bdate\b|^when$|^approved$|^issued$/.test(name) && !/next|due/.test(name));
  const author = columns.findIndex((name) => /author|\bby\b|^who$|editor|^name$/.test(name));
  const change = columns.findIndex((name) =>
    /change|description|summary|comment|reason|note|amend|detail|what|status/.test(name),
  );
  // A next review belongs to a control block laid across the page, not to a history.
  if (columns.some((name) => /\bnext\b|review (?:date|due)/.test(name))) return undefined;
  if (version < 0 || date < 0 || (author < 0 && change < 0) || columns.length > 7) return undefined;
  return table.rows.flatMap((row) => {
    const text = (column: number) => row.cells[column]?.text ?? '';
    if (row.cells.every((cell) => cell.text === '')) return [];
    const when = parseStatedDate(text(date));
    return [
      {
        text: row.cells.map((cell) => cell.text).join(' | '),
        where: row.where,
        ...(isBlank(text(version)) ? {} : { version: text(version) }),
        ...(when === undefined ? {} : { date: when }),
        ...(author < 0 || isBlank(text(author)) ? {} : { author: text(author) }),
      },
    ];
  });
}

/** Fields of a table that is a control block: label and value side by side, or labels across the top of a single row. */
function fieldsOf(table: Table, format: Content['format']): ControlStatement[] {
  const width = table.columns.length;
  const known = table.columns.filter((name) => name !== '' && controlMeaning(name) !== undefined).length;
  const [only] = table.rows;
  // In a sheet a single row under such columns is a register with one entry.
  const sheet = format === 'csv' || format === 'xlsx';
  if (only !== undefined && !sheet && table.rows.length === 1 && known >= 2 && known >= width / 2) {
    return table.columns.flatMap((name, column) => {
      const cell = only.cells[column];
      const meaning = controlMeaning(name);
      return meaning === undefined || cell === undefined
        ? []
        : [statement(meaning, name, cell.text, cell.where, 'block')];
    });
  }
  if (width !== 2 && width !== 4) return [];
  const found = table.rows.flatMap((row) =>
    [0, 2].flatMap((column) => {
      const label = row.cells[column]?.text ?? '';
      const value = row.cells[column + 1];
      const meaning = value === undefined ? undefined : controlMeaning(label);
      return meaning === undefined || value === undefined
        ? []
        : [statement(meaning, label, value.text, value.where, 'block')];
    }),
  );
  const first = table.columns[0] ?? '';
  const headed = first !== '' ? controlMeaning(first) : undefined;
  if (headed !== undefined && found.length > 0)
    found.unshift(statement(headed, first, table.columns[1] ?? '', table.where, 'block'));
  return found.length >= 2 && found.length * 3 >= table.rows.length ? found : [];
}

const CONTROL_HEADING =
  /^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:document|policy|plan|procedure|page)?\s*(?:control|information|details|history|management|approvals?|sign[- ]?off|version|revision|reviews?|reviewed|about this|ownership|authori[sz]ation|governance and review|maintenance|change log|approval|monitoring and review|review and \w+|\w+ and review)\b.{0,30}$/i;

/** Only the top, the foot and the sections on control speak of the document; elsewhere "Owner:" is some step's owner. */
function speaksOfTheDocument(content: Content, passage: Passage, lineCount: number): boolean {
  if (passage.role === 'furniture') return true;
  if (passage.line < (passage.role === 'item' ? 12 : 20) || (passage.line >= lineCount - 8 && passage.role !== 'item'))
    return true;
  const [heading = ''] = headingsOver(content, passage.section);
  return CONTROL_HEADING.test(heading);
}

const LABELLED = /^\s*([A-Z][\w ()/'-]{1,40}?)\s*(?::|\s[–—-]\s)\s*(.*)$/i;

function labelledIn(passage: Passage): ControlStatement[] {
  const source = passage.role === 'furniture' ? 'furniture' : 'block';
  const found: ControlStatement[] = [];
  for (const { text, index } of segments(passage.text)) {
    const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
    const meaning = label === '' ? undefined : controlMeaning(label);
    const where = whereAt(passage, index);
    if (meaning !== undefined && value.length < 200) found.push(statement(meaning, label, value, where, source));
    else found.push(...unmarked(text, where, source));
  }
  return found;
}

const VERSION_FIRST =
  /^(?:(?:document |policy )?(?:version|issue)|ver\.?|v)[\s.:]*(\d{1,2}(?:\.\d{1,3}){0,2}[a-z]?)\b(?! of)/i;
const DRAFT_FIRST = /^[(*[]?(draft|final draft|in draft)\b(?:,? ?(?:version |v\.? ?)?(\d{1,2}(?:\.\d{1,3}){0,2}))?/i;
const VERSION_WITHIN =
  /[,–—-]\s*(?:version|issue|ver\.?|v)[\s.]*(\d{1,2}(?:\.\d{1,3}){0,2})(?=\s*(?:[,(–—]|$)|\s+page\b)/i;

/** "Version 2.1" and "Approved 3 March 2026" standing without a colon, as in a header line or a footer. */
function unmarked(text: string, where: Where, source: StatementSource): ControlStatement[] {
  const trimmed = text.trim();
  const draft =
    trimmed.length < 60 && !/[.!?]\s|\b(?:the|was|were|is|of the)\b/i.test(trimmed) ? DRAFT_FIRST.exec(trimmed) : null;
  if (draft?.[1] !== undefined) {
    return [
      statement('status', 'status', draft[1], where, source),
      ...(draft[2] === undefined ? [] : [statement('version', 'version', draft[2], where, source)]),
    ];
  }
  const version = VERSION_FIRST.exec(trimmed) ?? VERSION_WITHIN.exec(trimmed);
  if (version?.[1] !== undefined && text.length < 90) {
    const status = /\b(draft|final|approved|live|current|withdrawn)\b/i.exec(text);
    return [
      statement('version', 'version', version[1], where, source),
      ...(status?.[1] === undefined ? [] : [statement('status', 'status', status[1], where, source)]),
    ];
  }
  if (text.length > 60) return [];
  const [found] = findDates(text);
  const meaning = found === undefined ? undefined : controlMeaning(text.slice(0, found.index).trim());
  return found === undefined || meaning === undefined
    ? []
    : [statement(meaning, meaning, found.date.text, where, source)];
}

function* segments(text: string): Generator<{ text: string; index: number }> {
  let index = 0;
  for (const part of text.split(
    /(\s[|·•]\s|\s[–—]\s(?=[A-Z][\w ]{2,24}:)|;\s|,\s(?=[A-Z][\w ]{2,24}:)|\.\s(?=(?:Version|Owner|Approv\w+|Author|Status|Next review|Last review\w*|Review due|Next look|Due for review|Reviewed|Agreed|Looked at)\b))/,
  )) {
    if (!/^(?:\s[|·•–—]\s|;\s|,\s|\.\s)$/.test(part)) yield { text: part, index };
    index += part.length;
  }
}

/** What sentences say: "approved by the board on 3 March 2026", "reviewed every twelve months". */
function proseIn(passage: Passage, labelled: readonly ControlStatement[]): ControlStatement[] {
  const found: ControlStatement[] = [];
  const source = passage.role === 'furniture' ? 'furniture' : 'prose';
  const { text } = passage;
  if (labelled.length === 0) {
    let from = 0;
    for (const { date, index, length } of datesOf(passage).dates) {
      const before = text.slice(Math.max(from, index - 90), index);
      const meaning = MEANING_BEFORE_DATE.find(([, pattern]) => pattern.test(before))?.[0];
      from = index + length;
      if (meaning === undefined) continue;
      found.push({ meaning, label: meaning, value: date.text, where: whereAt(passage, index), source, date });
      const approver =
        meaning === 'approved'
          ? /\bby (?:the )?([^,;:.\d]{2,60}?)(?:,| on| in| at|\s*\(|\s*$)/i.exec(before)?.[1]
          : undefined;
      if (approver !== undefined)
        found.push(statement('approver', 'approved by', approver.trim(), whereAt(passage, index), source));
    }
  }
  if (!labelled.some(({ meaning }) => meaning === 'review-cycle')) found.push(...cycleIn(passage, source));
  return found;
}

/** What a sentence on review must be about to set the document's own cycle; a register or a right has a cycle of its own. */
const OWN_SUBJECT =
  /\b(?:[Tt]his (?:[\w-]+ ){0,3}(?:[Pp]olicy|[Dd]ocument|[Pp]lan|[Pp]rocedure|[Rr]egister|notice|log|[Ss]tatement|record|[Hh]andbook|[Rr]eport|[Cc]ode|guide|[Ss]tandard|framework|agreement|schedule|methodology|page|list)|(?:[Tt]he|[Oo]ur) (?:policy|document|plan|procedure|handbook|notice|statement|methodology|scope|objectives|policies|scope statement|[A-Z]{2,6})|[Ii]t|[Tt]hey|[Oo]bjectives|[Cc]lassifications|[Pp]olicies)(?: [\w()-]+){0,3} (?:is|are|will be|shall be|must be|should be|gets?|has to be)(?: \w+){0,6} (?:re-?view|refresh|look|check|updat|revis)\w*|\b[Rr]eviews? (?:and \w+ )?this (?:[Pp]olicy|[Pp]lan|[Dd]ocument|[Pp]rocedure|[Rr]egister|[Ss]tatement|[Cc]ode)\b|\breviews? (?:and (?:approves?|updates?) )?(?:it|this \w+|the (?:SoA|policy|plan|document|statement))\b|\b[Rr]eview (?:cycle|frequency|period)\b/;
const BARE_REVIEW =
  /^\s*(?:to be )?(?:reviewed|review(?:ed)? (?:at least|every|annually|yearly)|checked (?:every|at least))\b/i;
const REVIEW_WORDS = /\b(?:re-?view\w*|refresh\w*|look\w* at|check\w*|updat\w*|revis\w*)\b.{0,70}/i;

function* cycleIn(passage: Passage, source: StatementSource): Generator<ControlStatement> {
  const { text } = passage;
  if (!/review|look(?:ed)? at|looks at|refresh|checked|updated/i.test(text)) return;
  for (const { 0: sentence, index } of text.matchAll(/[^.;]+/g)) {
    if (!OWN_SUBJECT.test(sentence) && !BARE_REVIEW.test(sentence)) continue;
    const cycle = parseReviewCycle(REVIEW_WORDS.exec(sentence)?.[0] ?? '');
    if (cycle === undefined) continue;
    yield {
      meaning: 'review-cycle',
      label: 'review cycle',
      value: sentence.trim(),
      where: whereAt(passage, index),
      source,
    };
    return;
  }
}

function headingVersion(passage: Passage): ControlStatement[] {
  if (passage.section >= 0) return [];
  const version = /(?:^|[\s(,–-])(?:version |ver\.? ?|v)(\d{1,2}(?:\.\d{1,3}){0,2})\b/i.exec(passage.text)?.[1];
  return version === undefined ? [] : [statement('version', 'title', version, passage.where, 'block')];
}

function statement(
  meaning: ControlMeaning,
  label: string,
  value: string,
  where: Where,
  source: StatementSource,
): ControlStatement {
  const text = value.trim();
  const date = isBlank(text) ? undefined : (parseStatedDate(text) ?? findDates(text)[0]?.date);
  return { meaning, label: label.trim(), value: text, where, source, ...(date === undefined ? {} : { date }) };
}
