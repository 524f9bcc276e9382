import type { Defect } from '../../record/document.ts';
import { type Examined, place } from './defect-rule.ts';
import { leadingNumber, rounded, wholeNumber, wrongFigure } from './figures.ts';
import { cellText, type ReadTable, whereOfCell } from './read-table.ts';

/** Risk scores that are not likelihood times impact, in a table where most are. */
export function* scores(table: ReadTable): Generator<Defect> {
  const [likelihood, impact, score] = [table.column('likelihood'), table.column('impact'), table.column('score')];
  if (likelihood < 0 || impact < 0 || score < 0 || likelihood === impact) return;
  const numbered = table.filled.flatMap((row) => {
    const parts = [likelihood, impact, score].map((column) => leadingNumber(cellText(row, column)));
    const [l, i, s] = parts;
    return l === undefined || i === undefined || s === undefined || l > 10 || i > 10 ? [] : [{ row, l, i, s }];
  });
  const wrong = numbered.filter(({ l, i, s }) => l * i !== s);
  // A table that adds the two, or weighs them otherwise, is wrong everywhere by this rule, so it is no product table.
  if (wrong.length === 0 || wrong.length * 2 > numbered.length) return;
  const [first] = wrong;
  if (first === undefined) return;
  yield wrongFigure(
    `A risk score is not likelihood times impact: ${first.l} × ${first.i} is ${first.l * first.i}, not ${first.s}${wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : ''}.`,
    wrong.map(({ row }) => place(whereOfCell(row, score), row.text)),
    'risk score',
  );
}

/** A total row at the foot of number columns. */
export function* totalRows(table: ReadTable): Generator<Defect> {
  for (const [at, row] of table.rows.entries()) {
    if (row.sort !== 'total' && !/^(?:(?:grand )?totals?|sum|overall|all)\b/i.test(cellText(row, 0))) continue;
    const above = table.rows.slice(0, at).filter((other) => other.sort !== 'total');
    if (above.length < 2) continue;
    for (let column = 0; column < row.cells.length; column++) {
      const stated = wholeNumber(cellText(row, column));
      const values = above
        .map((other) => cellText(other, column))
        .filter((text) => text !== '' && text !== '-' && text !== '–');
      const numbers = values.map(wholeNumber);
      if (
        stated === undefined ||
        numbers.length < 2 ||
        numbers.some((value) => value === undefined) ||
        /%|rate|average|mean|score|per/.test(table.names[column] ?? '')
      )
        continue;
      const sum = numbers.reduce<number>((total, value) => total + (value ?? 0), 0);
      if (Math.abs(sum - stated) < 0.005) continue;
      yield wrongFigure(
        `The total ${cellText(row, column)} under “${table.names[column] || 'total'}” does not add up: the rows make ${rounded(sum)}.`,
        [place(whereOfCell(row, column), row.text)],
        `total of ${table.names[column]}`,
      );
    }
  }
}

const COUNT_LINE = /^(?:#\s*)?([A-Za-z][A-Za-z -]{1,40}?)\s*[:=]\s*(\d{1,4})(?=\s*(?:$|[(;,|.]))/;
const ROWS_NAMED =
  /^(?:(?:total|number of|no\.? of|count of)\s+)+(?:entries|rows|records|items|documents|incidents|assets|suppliers|staff|people|devices|accounts|users|risks|actions|policies|tests|findings)\b|^(?:entries|rows|records)$|^total(?: number)?$/i;
const SET_ASIDE = /\b(?:disposed|retired|destroyed|scrapped|returned|sold|lost|stolen|former|removed|wiped)\b/i;

/** Counts in a note under a list, "Phones: 5", "Total entries: 7", that its own rows do not make. */
export function* countLines({ tables, content }: Examined): Generator<Defect> {
  if (content.format !== 'csv' && content.format !== 'xlsx') return;
  const [table, ...others] = tables;
  if (table === undefined || others.length > 0 || table.filled.length < 3) return;
  const notes = [
    ...table.rows.flatMap((row) =>
      row.sort === 'remark' || row.sort === 'total' || isNote(row.cells)
        ? [{ text: row.cells[0]?.text ?? '', where: row.where }]
        : [],
    ),
    ...content.lines.filter(({ role }) => role === 'text').map(({ text, where }) => ({ text, where })),
  ];
  const rows = table.filled.filter((row) => !isNote(row.cells));
  for (const { text, where } of notes) {
    const [, label = '', figure = ''] = COUNT_LINE.exec(text.trim()) ?? [];
    if (label === '') continue;
    const stated = Number(figure);
    const meant = ROWS_NAMED.test(label)
      ? rows
      : rows.filter((row) => row.cells.some((cell) => isOne(cell.text, label)));
    const kept = meant.filter((row) => !SET_ASIDE.test(row.text));
    if (meant.length === 0 || stated === meant.length || stated === kept.length) continue;
    yield wrongFigure(
      `It says “${text.slice(0, 60)}”, but ${meant.length === 1 ? 'one such row is' : `${meant.length} such rows are`} listed.`,
      [place(where, text)],
      label,
    );
  }
}

function isNote(cells: readonly { readonly text: string }[]): boolean {
  return cells.length > 2 && cells.filter(({ text }) => text !== '').length === 1;
}

/** "Phone" is one of "Phones". */
function isOne(cell: string, plural: string): boolean {
  const singular = plural
    .trim()
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '');
  return cell.trim().toLowerCase() === singular;
}
