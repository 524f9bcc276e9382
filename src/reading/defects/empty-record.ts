import type { Defect } from '../../record/document.ts';
import { headingsOver, type Passage } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import { counted, type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellText, type ReadTable } from './read-table.ts';

/**
 * Records without content (fact types, D07): a register, log or table with no real row, and a checklist that claims to be
 * done without a tick. A log may be properly empty when it says so for a period.
 */
export const emptyRecord: DefectRule = (examined) => {
  if (examined.openlyBlank) return [];
  return [
    ...emptyTables(examined),
    ...untickedChecklist(examined),
    ...namesWithoutRows(examined),
    ...allButSome(examined),
  ];
};

const NIL =
  /\b(?:no (?:\w+ ){0,3}(?:entries|incidents?|events?|breaches|requests|exceptions|records?|items|findings|cases|complaints|near misses)\b|none (?:in|to|recorded|reported|held|this|so far|at)|nil (?:return|entries|to report)|nothing to (?:record|report)|nothing (?:in|has been|was) )/i;

function* emptyTables(examined: Examined): Generator<Defect> {
  const { tables, content, profile, passages, control } = examined;
  const isRecord = profile.kind === 'register' || profile.kind === 'log';
  for (const table of tables) {
    if (table.filled.length > 0 || control.tables.has(table.index) || examined.inModelPart(table.table.section))
      continue;
    if (table.names.filter((name) => name !== '').length < 2) continue;
    const nil =
      table.rows.some((row) => NIL.test(row.text)) ||
      passages.some(
        (passage) => passage.cell === undefined && passage.section === table.table.section && NIL.test(passage.text),
      );
    if (nil || isToBeFilledLater(table, examined, isRecord)) continue;
    const examples = table.rows.filter(({ sort }) => sort === 'example' || sort === 'template').length;
    const what = table.table.title ?? headingsOver(content, table.table.section)[0] ?? profile.title;
    const state =
      table.rows.length === 0
        ? 'has column names but no rows'
        : examples === table.rows.length
          ? `holds only ${counted(examples, 'example row')}`
          : `holds no filled row: ${counted(table.rows.length, 'row')} blank, example or left as prompts`;
    const first = table.rows[0];
    yield {
      code: 'empty-record',
      severity: 'high',
      message: `“${what}” ${state}.`,
      next: 'Enter the real rows; if there truly were none, say so with the period and who checked.',
      places: [
        place(table.table.where, table.names.join(' | ')),
        ...(first === undefined ? [] : [place(first.where, first.text)]),
      ],
      subject: what,
      effect: 'blocks',
    };
  }
}

/** Small tables with labels down the side and blanks beside them are forms or signature blocks, which other rules judge. */
function isToBeFilledLater(table: ReadTable, { content }: Examined, isRecord: boolean): boolean {
  if (table.rows.length === 0) return false;
  if (table.rows.every(({ sort }) => sort === 'total' || sort === 'remark')) return true;
  const signing = table.names.some((name) => /\bsign(?:ed|ature)?\b/.test(name));
  if (signing) return !isHandedOut(table, content);
  if (content.format === 'csv' || content.format === 'xlsx' || isRecord) return false;
  return table.rows.some((row) => row.sort === 'blank' && row.cells.filter((cell) => !isBlank(cell.text)).length > 1);
}

/** Numbered copies or keys with a holder to sign for each: a blank row says that nobody has one. */
function isHandedOut(table: ReadTable, content: Examined['content']): boolean {
  const about = `${table.names.join(' ')} ${headingsOver(content, table.table.section)[0] ?? ''}`;
  return (
    /\b(?:cop(?:y|ies)|holders?|keys?|distribut\w+|issued to)\b/i.test(about) &&
    table.rows.some(({ sort, cells }) => sort === 'blank' && !isBlank(cells[0]?.text ?? ''))
  );
}

/** Column names written on one line with bars between them and nothing under it, where a text file would have its rows. */
function* namesWithoutRows({ content, inModelPart }: Examined): Generator<Defect> {
  if (content.format === 'csv' || content.format === 'xlsx') return;
  for (const [at, line] of content.lines.entries()) {
    if (line.role !== 'text' || line.text.length > 120 || !line.text.includes(' | ') || inModelPart(line.section))
      continue;
    const names = line.text.split(/\s+\|\s+/);
    if (names.length < 4 || names.some((name) => name.length > 25 || !/^[A-Z][A-Za-z ()/-]*$/.test(name))) continue;
    const next = content.lines[at + 1];
    if (next?.section === line.section && (next.text.includes('|') || NIL.test(next.text))) continue;
    yield {
      code: 'empty-record',
      severity: 'medium',
      message: `“${shortened(line.text, 80)}” has column names but no rows.`,
      next: 'Enter the real rows; if there truly were none, say so with the period and who checked.',
      places: [place(line.where, line.text)],
      subject: line.text,
      effect: 'blocks',
    };
  }
}

const OF_ALL = /\b(?:every|each|all(?: of)?(?: the| our)?)\b(?! (?:year|month|quarter|week|day|time))/i;
const DONE_COLUMN =
  /\b(?:changed|done|completed|closed|checked|removed|signed|returned|tested|fixed|issued|trained|date)\b/;

/** "Yes, for every item" beside a table in which one row has neither day nor name where the others have both. */
function* allButSome({ tables, passages, control, inModelPart, profile }: Examined): Generator<Defect> {
  if (['policy', 'procedure', 'plan', 'template', 'notice', 'contract'].includes(profile.kind)) return;
  const claim = passages.find(
    ({ cell, text }) =>
      cell === undefined &&
      OF_ALL.test(text) &&
      /\b(?:yes|have (?:now )?been|has been|were|was|are|is) ?\b/i.test(text) &&
      (claimsDone(text) || /\b(?:yes|closed|changed|removed|fixed)\b/i.test(text)) &&
      !NOT_CLAIMED.test(text),
  );
  if (claim === undefined) return;
  for (const table of tables) {
    if (control.tables.has(table.index) || inModelPart(table.table.section) || table.filled.length < 3) continue;
    const column = table.names.findIndex(
      (name, at) => at > 0 && DONE_COLUMN.test(name) && !/\b(?:due|by|next|target|need|require)\w*\b/.test(name),
    );
    if (column < 0) continue;
    const open = table.filled.filter((row) => isBlank(cellText(row, column)));
    if (open.length === 0 || open.length * 2 >= table.filled.length) continue;
    yield {
      code: 'empty-record',
      severity: 'medium',
      message: `“${shortened(claim.text, 90)}”, but ${counted(open.length, 'row has', 'rows have')} nothing under “${table.names[column]}”.`,
      next: 'Fill in what was done and when, or take back the word “all”.',
      places: open.map((row) => place(row.where, row.text)),
      subject: `blank under ${table.names[column]}`,
      effect: 'doubt',
    };
  }
}

const CLAIMS_DONE =
  /\b(?:completed|signed off|all (?:of )?(?:the )?(?:items?|steps|points|boxes|topics)?\s*(?:below )?(?:covered|done|complete)|carried out|done by|completed by|checked by|inducted|(?:was|were|has been|have been|is) (?:all )?(?:covered|done|completed|given|checked|gone through|ticked|carried out))\b/i;
const NOT_CLAIMED = /\b(?:must|should|shall|to be|will|before|once|when|if|please|needs? to|until|unless)\b/i;

/** A claim that the list was gone through; what comes before the verb must not make it a rule or a condition. */
function claimsDone(text: string): boolean {
  const claim = CLAIMS_DONE.exec(text);
  return claim !== null && !NOT_CLAIMED.test(text.slice(0, claim.index));
}

/** A checklist without a tick counts only where the document says beside it that it was gone through. */
function* untickedChecklist({ passages, profile }: Examined): Generator<Defect> {
  if (['policy', 'procedure', 'plan', 'template', 'notice'].includes(profile.kind)) return;
  const bySection = new Map<number, Passage[]>();
  for (const passage of passages) {
    if (passage.ticked === undefined) continue;
    const boxes = bySection.get(passage.section);
    if (boxes === undefined) bySection.set(passage.section, [passage]);
    else boxes.push(passage);
  }
  for (const [section, boxes] of bySection) {
    const [first] = boxes;
    if (first === undefined || boxes.length < 3 || boxes.some((box) => box.ticked === true)) continue;
    const claim = passages.find(
      (passage) =>
        passage.ticked === undefined &&
        passage.cell === undefined &&
        passage.section === section &&
        claimsDone(passage.text),
    );
    if (claim === undefined && !isNamedRecord(profile.title)) continue;
    yield {
      code: 'empty-record',
      severity: 'high',
      message: `None of the ${boxes.length} boxes is ticked${claim === undefined ? '' : `, although it says “${shortened(claim.text, 90)}”`}.`,
      next: 'Tick what was done with the date and the name of who did it, or keep the form as a blank one.',
      places: [...(claim === undefined ? [] : [place(claim.where, claim.text)]), place(first.where, first.text)],
      subject: 'checklist',
      effect: 'blocks',
    };
  }
}

function isNamedRecord(title: string): boolean {
  return /\b(?:induction record|completed (?:form|checklist|record)|completion record)\b/i.test(title);
}
