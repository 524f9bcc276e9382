import type { Fact, ReadDocument } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy, sidesBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';

/** A register said to have so many entries, and its rows. */
export function* registerSizeContradictions(evidence: Evidence): Iterable<Finding> {
  const byName = groupBy(evidence.of('register-size', 0.7), ({ fact }) => nameKey(fact.subject));
  for (const document of evidence.documents) {
    const stated = (byName.get(nameKey(document.path)) ?? []).filter((one) => one.document !== document);
    const rows = rowsOf(document);
    const last = rows[rows.length - 1];
    const wrong = stated.filter(({ fact }) => fact.value !== rows.length);
    if (last === undefined || wrong.length === 0) continue;
    yield findingOf(
      {
        severity: 'low',
        refs: [],
        subject: `register-size: ${document.path}`,
        claim: 'The number of entries stated for a register differs from its rows',
        next: 'Count again, and correct the statement.',
      },
      [
        ...sidesBy(
          wrong,
          ({ fact }) => String(fact.value),
          ({ fact }) => fact.parts?.shown ?? String(fact.value),
        ),
        { value: `${rows.length} rows`, sightings: [lastRow(document, last, rows.length)] },
      ],
      evidence.on,
    );
  }
}

type Row = ReadDocument['content']['tables'][number]['rows'][number];

/** The rows of the only table of a spreadsheet file; none when there are several tables. */
function rowsOf({ content }: ReadDocument): readonly Row[] {
  const [table, second] = content.tables;
  if (table === undefined || second !== undefined || (content.format !== 'csv' && content.format !== 'xlsx')) return [];
  return table.rows.filter(
    (row) =>
      row.cells.filter((cell) => cell.text.trim() !== '').length > 1 &&
      !/^\W*(?:template|example only|total)\b/i.test(row.cells[0]?.text ?? ''),
  );
}

function lastRow(document: ReadDocument, row: Row, count: number): Sighting {
  const fact: Fact = {
    type: 'register-size',
    subject: document.path,
    value: count,
    words: row.cells
      .map((cell) => cell.text.trim())
      .join(' | ')
      .slice(0, 200),
    strength: 'recorded',
    confidence: 1,
    where: row.where,
  };
  return { fact, document };
}

function nameKey(text: string): string {
  return text
    .slice(text.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
