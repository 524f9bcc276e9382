import type { Defect } from '../../record/document.ts';
import { headingsOver, type Passage } from '../profile/passages.ts';
import { isBlank, placeholdersIn } from '../profile/placeholders.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';
import { cellText, type ReadTable, whereOfCell } from './read-table.ts';

/**
 * Signature blocks left empty or signed by one side only (fact types, D16). Blank forms, templates, and acknowledgement
 * slips inside a policy are there to be signed by others later.
 */
export const unsigned: DefectRule = (examined) => {
  if (examined.openlyBlank || examined.profile.kind === 'template') return [];
  const places = [
    ...emptyLines(examined),
    ...examined.tables.flatMap((table) => [...emptyCells(table, examined), ...labelledCells(table, examined)]),
  ];
  if (places.length === 0) return [];
  const binding = ['contract', 'form', 'minutes', 'certificate'].includes(examined.profile.kind);
  const defect: Defect = {
    code: 'unsigned',
    severity: binding ? 'high' : 'medium',
    message: `${places.length === 1 ? 'A signature, or its date, is' : `${places.length} lines of the signature block are`} left empty: “${places[0]?.text ?? ''}”.`,
    next: 'Have every party sign and date it, and keep the signed copy.',
    places,
    subject: 'signature block',
    effect: 'blocks',
  };
  return [defect];
};

const SIGN_LABEL =
  /^(?:(?:[\w’' ]{0,40}\b)?(?:signed|signature|sign(?:ed)? (?:here|off)|signatory)(?: (?:by|for|on behalf of)[^:]{0,60})?(?: \([^)]{1,40}\))?)\s*[:：]/i;
const WITH_SIGNATURE =
  /^(?:date(?:d| signed)?|print(?:ed)? name|name|full name|position|title|job title|role)\s*[:：]/i;
const INLINE_BLANK = /\b(?:signed|signature|date|name)\b[^:_]{0,30}[:.]?\s*(?:_{3,}|\.{5,}|…{2,})/i;

function* emptyLines(examined: Examined): Generator<DefectPlace> {
  const { passages } = examined;
  for (const [at, passage] of passages.entries()) {
    if (
      passage.cell !== undefined ||
      passage.role === 'heading' ||
      passage.role === 'furniture' ||
      !/sign|dat|name/i.test(passage.text) ||
      isSlip(examined, passage)
    )
      continue;
    const { text } = passage;
    const signs = SIGN_LABEL.test(text);
    const beside = WITH_SIGNATURE.test(text) && isNearSignature(passages, at);
    if (!signs && !beside && !(INLINE_BLANK.test(text) && /sign/i.test(text))) continue;
    for (const part of blankParts(text, signs || beside)) {
      // Name lines alone say nothing about a signature; signature and date lines do.
      if (signs || /^date|dated/i.test(part) || INLINE_BLANK.test(text)) {
        yield place(passage.where, text);
        break;
      }
    }
  }
}

/** Labels of a line whose value is empty or only drawn: "Signed: ____ Date: ____" has two. */
function blankParts(text: string, labelled: boolean): string[] {
  const parts = text.split(/\s[|]\s|(?<=_{3})\s+(?=[A-Z])/);
  return parts.filter((part) => {
    const [, value] = /^[^:：]{1,70}[:：]\s*(.*)$/.exec(part.trim()) ?? [];
    if (value === undefined) return INLINE_BLANK.test(part);
    return labelled && (isBlank(value.replace(/\b(?:date|name|position|title)\s*:/gi, '')) || isOnlyDrawn(value));
  });
}

function isOnlyDrawn(value: string): boolean {
  const drawn = placeholdersIn(value).filter(({ kind }) => kind === 'drawn blank');
  return (
    drawn.length > 0 &&
    !/\p{L}{3}/u.test(value.replace(/\b(?:date|name|signature|position|title|day|month|year|of)\b/gi, ''))
  );
}

function isNearSignature(passages: readonly Passage[], at: number): boolean {
  return passages
    .slice(Math.max(0, at - 4), at + 5)
    .some((other) => other.cell === undefined && SIGN_LABEL.test(other.text));
}

/** A slip for each reader to sign, which a policy carries blank on purpose. */
function isSlip(examined: Examined, passage: Passage): boolean {
  if (examined.inModelPart(passage.section)) return true;
  const [heading = ''] = headingsOver(examined.content, passage.section);
  if (
    /\b(?:acknowledge?\w*|declaration|understanding|employee|staff|user|reader|consent)\b/i.test(heading) &&
    examined.profile.kind === 'policy'
  )
    return true;
  return false;
}

/** A table with a signature column: rows that name someone and hold no signature, or no date beside it. */
function emptyCells(table: ReadTable, examined: Examined): DefectPlace[] {
  if (examined.inModelPart(table.table.section) || examined.control.tables.has(table.index))
    return signatureFields(table, examined);
  const sign =
    table.column('signature') >= 0
      ? table.column('signature')
      : table.names.findIndex((name) => /^(?:signed|signed off|countersigned) by$/.test(name));
  const agreement = table
    .columns('agreement')
    .find((column) => !/\bby\b|version|process|contract/.test(table.names[column] ?? ''));
  const column = sign >= 0 ? sign : (agreement ?? -1);
  if (column < 0) return signatureFields(table, examined);
  const signedAny = table.filled.some((row) => !isNotSigned(cellText(row, column)));
  // A row that names only the party or the role is blank as an entry, and just that is the fault.
  const rows = table.rows.filter(({ sort }) => sort === 'filled' || sort === 'blank' || sort === 'remark');
  return rows.flatMap((row) => {
    const value = cellText(row, column);
    const named = /[a-z]{2}/i.test(cellText(row, 0)) || table.columns('person').some((at) => cellText(row, at) !== '');
    if (!named || !isNotSigned(value)) return [];
    if (!signedAny && examined.profile.kind === 'policy') return [];
    return [place(whereOfCell(row, column), row.text)];
  });
}

function isNotSigned(value: string): boolean {
  return (
    isBlank(value) ||
    /^(?:no|not (?:yet )?(?:signed|received|returned)|unsigned|outstanding|awaited|awaiting(?: signature)?|pending|chased)\b/i.test(
      value.trim(),
    )
  );
}

/** A block of fields: "Signature | (blank)". */
function signatureFields(table: ReadTable, examined: Examined): DefectPlace[] {
  if (examined.inModelPart(table.table.section) || table.names.length < 2) return [];
  const places: DefectPlace[] = [];
  let signs = false;
  for (const row of table.rows) {
    const label = cellText(row, 0);
    if (/^(?:signed|signature|signed by|sign off)\b/i.test(label)) signs = true;
    if (!/^(?:signed|signature|date(?: signed)?)\b/i.test(label)) continue;
    const blank = row.cells.slice(1).find((cell) => isBlank(cell.text));
    if (blank !== undefined) places.push(place(blank.where, row.text));
  }
  return signs ? places : [];
}

/** One cell a party, with the label and the blank inside it: "Signature:            Date:". */
function labelledCells(table: ReadTable, examined: Examined): DefectPlace[] {
  if (examined.inModelPart(table.table.section)) return [];
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      /^(?:signed|signature)[^:]{0,30}:[\s_.]*(?:(?:name|date|position|title)\s*:[\s_.]*)*$/i.test(cell.text)
        ? [place(cell.where, cell.text)]
        : [],
    ),
  );
}
