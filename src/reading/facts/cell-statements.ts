import type { Table, Where } from '../../record/document.ts';
import type { Above, Statement } from './statement.ts';

/** A longer cell is a text of its own; its beginning says what it is about. */
const LONGEST_CELL = 1500;

const NAME_OF_PAIR_COLUMN = /^(?:field|item|attribute|property|detail|details|value|setting|)$/i;

/** The cells of a table as statements: a row of two columns is a label with its value, any other cell stands under its column and row. */
export function cellStatements(table: Table, above: Above): Statement[] {
  const out: Statement[] = [];
  const header = table.columns;
  const pairs =
    header.length === 2 ||
    (header.length === 4 &&
      table.rows.every((row) => row.cells.length === 4) &&
      header.every((name) => !COLUMN_OF_REGISTER.test(name)));
  if (pairs && header.length > 0 && header.some((name) => name !== '')) {
    for (let c = 0; c + 1 < header.length; c += 2) {
      const label = header[c] ?? '';
      const value = header[c + 1] ?? '';
      if (!NAME_OF_PAIR_COLUMN.test(label) && value !== '')
        out.push(pair(label, value, table.where, header.join(' | '), above));
    }
  }
  const supposed = isListOfRisks(header) ? header.map((name) => WHAT_MAY_HAPPEN.test(name.trim())) : [];
  for (const row of table.rows) {
    const quote = row.cells.map((cell) => cell.text).join(' | ');
    if (pairs) {
      for (let c = 0; c + 1 < row.cells.length; c += 2) {
        const label = row.cells[c]?.text.trim() ?? '';
        const value = row.cells[c + 1];
        if (value !== undefined && value.text.trim() !== '' && label !== '')
          out.push(pair(label, value.text, value.where, quote, underColumn(above, header[c + 1] ?? '')));
      }
      continue;
    }
    const subject = row.cells[0]?.text.trim().toLowerCase() ?? '';
    row.cells.forEach((cell, c) => {
      const text = cell.text.trim().slice(0, LONGEST_CELL);
      if (text.length < 3 || supposed[c]) return;
      const column = (header[c] ?? '').toLowerCase().replaceAll('_', ' ');
      out.push({
        text,
        context: `${above.both} > ${column} > ${c === 0 ? '' : subject}`,
        heading: above.nearest,
        label: column,
        row: subject,
        valueAt: 0,
        from: 'cell',
        lines: [{ at: 0, line: { text: quote, where: { ...row.where, ...cell.where } } }],
      });
    });
  }
  return out;
}

/** Columns of a list of risks that tell what may happen, which is not what is done. */
const WHAT_MAY_HAPPEN =
  /^(?:(?:the )?(?:potential |possible |main |key )?(?:risks?|threats?|hazards?|causes?|vulnerabilit(?:y|ies)|weakness(?:es)?|consequences?|impacts?|effects?|events?|scenarios?)(?:[ /(&-].*)?|(?:risk |threat )?(?:description|title|name|statement|summary|detail)s?|what (?:could|can|might|may) (?:go wrong|happen)|if .*|source of (?:the )?risk.*)$/i;

/** By the columns in which each is weighed: a list of what may happen. */
function isListOfRisks(header: readonly string[]): boolean {
  const has = (pattern: RegExp) => header.some((name) => pattern.test(name.trim()));
  return (
    has(/\b(?:likelihood|probability|likely)\b/i) && has(/\b(?:impact|severity|consequence|score|rating|risk level)\b/i)
  );
}

/** A column that is more than "Value" says what the value is of: "Access removed" over "Leaver | Within 24 hours". */
function underColumn(above: Above, column: string): Above {
  return NAME_OF_PAIR_COLUMN.test(column) ? above : { ...above, both: `${above.both} > ${column.toLowerCase()}` };
}

const COLUMN_OF_REGISTER =
  /^(?:#|no\.?|id|ref|issue|change|approved by|name|date|role|system|version|document|policy|type|title|status|supplier|asset|severity|risk)$/i;

function pair(label: string, value: string, where: Where, quote: string, above: Above): Statement {
  const clean = label.replace(/\s*:\s*$/, '');
  return {
    text: `${clean}: ${value.trim()}`,
    context: above.both,
    heading: above.nearest,
    label: clean.toLowerCase(),
    valueAt: clean.length + 2,
    from: 'cell',
    lines: [{ at: 0, line: { text: quote, where } }],
  };
}
