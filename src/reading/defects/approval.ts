import type { Defect } from '../../record/document.ts';
import type { ControlStatement } from '../profile/control-statement.ts';
import { isDraftMark } from '../profile/document-status.ts';
import { headingsOver, whereAt } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import { counted, type DefectPlace, type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { DOCUMENT_NOUN } from './reference-words.ts';

const NEEDS_APPROVAL = new Set(['policy', 'procedure', 'plan', 'notice', 'statement', 'report', 'register', 'other']);

/** An approver nobody can ask: a body without a name or a date says no more than "approved". */
const NOBODY =
  /^(?:the )?(?:management|senior management|management team|all|everyone|staff|various|n\/?a|none|not applicable|self|no|not yet(?: \w+)?|nobody)\.?$/i;

/**
 * Documents that nobody approved by their own words (fact types, D15 and D24): approver or approval day blank or a gap, a
 * status of draft, or a version below 1. The word "draft" in a sentence is no status.
 */
export const notApproved: DefectRule = (examined) => [...ofDocument(examined), ...indexRows(examined)];

function ofDocument(examined: Examined): Defect[] {
  const { control, profile, openlyBlank } = examined;
  if (openlyBlank || !NEEDS_APPROVAL.has(profile.kind)) return [];
  const reasons: string[] = [];
  const places: DefectPlace[] = [];
  const add = (reason: string, said: ControlStatement) => {
    reasons.push(reason);
    places.push(place(said.where, `${said.label}: ${said.value}`));
  };
  for (const said of control.statements) {
    if (said.source === 'prose') continue;
    if (
      said.meaning === 'approver' &&
      (isBlank(said.value) || NOBODY.test(said.value)) &&
      !approvedElsewhere(said, control.statements)
    ) {
      add(isBlank(said.value) ? `“${said.label}” is left blank` : `“${said.label}” says only “${said.value}”`, said);
    } else if (said.meaning === 'approved' && isBlank(said.value)) add(`“${said.label}” is left blank`, said);
    else if (said.meaning === 'status' && isDraft(said.value)) add(`its status is “${said.value}”`, said);
    else if (said.meaning === 'version' && /^(?:version |v)?0(?:\.\d+)*\b/i.test(said.value) && isFormal(profile.kind))
      add(`its version is ${said.value}, below 1`, said);
  }
  const mark = examined.content.lines.slice(0, 5).find(({ text, role }) => role !== 'row' && isDraftMark(text));
  if (mark !== undefined && isFormal(profile.kind) && !places.some(({ line }) => line === mark.where.line)) {
    reasons.push(`it is marked “${shortened(mark.text, 60)}”`);
    places.push(place(mark.where, mark.text));
  }
  if (places.length === 0 && profile.status === 'draft' && isFormal(profile.kind)) {
    const [first] = examined.content.lines;
    reasons.push('its file name or version calls it a draft');
    places.push(first === undefined ? {} : place(first.where, first.text));
  }
  for (const blank of blankAfterLabel(examined)) {
    if (places.some(({ line, cell }) => line === blank.line && cell === blank.cell)) continue;
    reasons.push(`“${shortened(blank.text ?? '', 60)}” is left blank`);
    places.push(blank);
  }
  if (places.length === 0) {
    const open = blankApprovalDate(examined) ?? unfilledApprovalSection(examined);
    if (open !== undefined) {
      reasons.push(open.reason);
      places.push(open.place);
    }
  }
  if (reasons.length === 0) return [];
  const defect: Defect = {
    code: 'not-approved',
    severity: isFormal(profile.kind) ? 'high' : 'medium',
    message: `It is not shown to be approved: ${[...new Set(reasons)].join('; ')}.`,
    next: 'Have it approved by a named senior person, and write in who and on which day.',
    places,
    subject: profile.title,
    effect: 'blocks',
  };
  return [defect];
}

/** A note or cell that ends in an open label for an approval: "management approval (SIRO):", "Accepted by:". */
function blankAfterLabel({ passages, inModelPart }: Examined): DefectPlace[] {
  return passages.flatMap((passage, at) => {
    if (passage.role === 'column' || passage.role === 'heading' || inModelPart(passage.section)) return [];
    if (passage.cell !== undefined) return OPEN_CELL.test(passage.text) ? [place(passage.where, passage.text)] : [];
    // A line that ends in a colon may lead into the list or table below it.
    const next = passages[at + 1];
    const leads =
      next !== undefined && next.cell === undefined && next.role !== 'heading' && next.section === passage.section;
    const open = OPEN_NOTE.test(passage.text) && !leads;
    return open ? [place(whereAt(passage, passage.text.length - 1), passage.text)] : [];
  });
}

const OPEN_NOTE =
  /[;,.] ?(?:\w+ ){0,2}(?:approval|approved by|authorised by|signed off by|sign-off)(?: \([^)]{1,30}\))?\s*:[\s,|]*$/i;
const OPEN_CELL = /^(?:risk )?(?:accepted|approved|agreed|authorised|signed off)(?: by| on)?\s*:\s*$/i;

/** An index of documents that itself shows one as a draft or leaves its approval blank. */
function indexRows({ tables, control, openlyBlank, profile }: Examined): Defect[] {
  if (openlyBlank) return [];
  const open = tables.flatMap((table) => (control.tables.has(table.index) ? [] : unapprovedRows(table)));
  if (open.length === 0) return [];
  const shown = open.slice(0, 3).map(({ title }) => `“${title}”`);
  return [
    {
      code: 'not-approved',
      severity: 'medium',
      message: `The index shows ${counted(open.length, 'document')} without approval: ${shown.join(', ')}${open.length > 3 ? ' and more' : ''}.`,
      next: 'Have each approved by a named senior person, and write the day into the index.',
      places: open.map(({ row }) => place(row.where, row.text)),
      subject: profile.title,
      effect: 'doubt',
    },
  ];
}

function unapprovedRows(table: ReadTable): { readonly row: ReadRow; readonly title: string }[] {
  const column = (pattern: RegExp) => table.names.findIndex((name) => pattern.test(name));
  const title = column(/^(?:(?:document |policy )?(?:title|name)|document|policy|file)$/);
  const approved = column(/^(?:(?:date )?(?:approved|ratified)(?: on| by)?|approval(?: date)?)$/);
  const status = column(/^(?:status|state)$/);
  if (title < 0 || (approved < 0 && status < 0) || table.filled.length < 3) return [];
  const documents = table.filled.filter((row) => DOCUMENT_TITLE.test(cellText(row, title)));
  if (documents.length * 2 < table.filled.length) return [];
  const open = table.filled.filter(
    (row) =>
      [status, approved].some((at) => NOT_YET_APPROVED.test(cellText(row, at))) ||
      (approved >= 0 && isBlank(cellText(row, approved))) ||
      /^v?0\.\d/.test(cellText(row, table.column('version'))),
  );
  // A column that nobody filled is unused; it says nothing about single documents.
  if (status < 0 && open.length === table.filled.length) return [];
  return open.map((row) => ({ row, title: cellText(row, title) }));
}

const NOT_YET_APPROVED = /\bdraft\b|\bnot (?:yet )?approved\b|\bawaiting approval\b/i;
const DOCUMENT_TITLE = new RegExp(
  `${DOCUMENT_NOUN}|\\b(?:notice|statement|polic(?:y|ies)|procedure|plan|schedule)\\b`,
  'i',
);

function isFormal(kind: string): boolean {
  return kind === 'policy' || kind === 'procedure' || kind === 'plan';
}

function isDraft(status: string): boolean {
  return (
    status.length < 60 &&
    /\bdraft\b|\bunapproved\b|\b(?:awaiting|pending|for|not yet) approv/i.test(status) &&
    !/\bno longer\b|\bnot (?:a )?draft\b/i.test(status)
  );
}

/** A blank line for an approver is settled when another field of the document names one. */
function approvedElsewhere(said: ControlStatement, all: readonly ControlStatement[]): boolean {
  return all.some(
    (other) => other !== said && other.meaning === 'approver' && !isBlank(other.value) && !NOBODY.test(other.value),
  );
}

type OpenApproval = { readonly reason: string; readonly place: DefectPlace };

/** "Approved by: Jo Ward" followed by "Date: ____". */
function blankApprovalDate({ passages }: Examined): OpenApproval | undefined {
  for (const [at, passage] of passages.entries()) {
    if (passage.cell !== undefined || !/^(?:approved|authorised|ratified|signed off) by\s*:/i.test(passage.text))
      continue;
    const dateLine = passages
      .slice(at + 1, at + 4)
      .find((next) => next.cell === undefined && /^(?:date|approval date|date approved|on)\s*:/i.test(next.text));
    if (dateLine !== undefined && isBlank(dateLine.text.replace(/^[^:]*:/, '')))
      return { reason: `the date beside “${passage.text}” is left blank`, place: place(dateLine.where, dateLine.text) };
  }
  return undefined;
}

const APPROVES =
  /\b(?:approves?|review and approve)\b[^.]{0,20}\b(?:this|the) (?:[\w-]+ ){0,2}(?:policy|plan|document|handbook|code|statement|scope|methodology|report|procedure|code of conduct|risk levels|soa)\b|\bformally approved by\b|\breview and approve the SoA\b/i;

/** A document that says who approves it and nowhere shows that they did. */
function unfilledApprovalSection({ passages, control, profile, content }: Examined): OpenApproval | undefined {
  if (
    profile.approver !== undefined ||
    control.statements.some(({ meaning, date }) => meaning === 'approved' && date !== undefined)
  )
    return undefined;
  if (control.history.some((row) => /\bapproved\b/i.test(row.text))) return undefined;
  const said = passages.find((passage) => {
    if (passage.cell !== undefined || passage.role === 'heading' || !APPROVES.test(passage.text)) return false;
    const [heading = ''] = headingsOver(content, passage.section);
    return (
      /\b(?:approval|review|governance|authori[sz]ation|sign[- ]?off|maintenance)\b/i.test(heading) ||
      /\bthis (?:[\w-]+ ){0,2}(?:policy|plan|handbook|code)\b/i.test(passage.text)
    );
  });
  return said === undefined
    ? undefined
    : { reason: 'it says who approves it, but nowhere who did and when', place: place(said.where, said.text) };
}
