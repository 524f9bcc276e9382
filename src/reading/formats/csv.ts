import { CsvError, parse } from 'csv-parse/sync';
import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, type DraftRow, draftContent } from './content-draft.ts';
import { readableLines } from './readable-text.ts';
import { addSheet } from './sheet-rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_CHARACTERS = 20_000;

/**
 * Reads delimited text: comma, semicolon, tab or bar, whichever divides it most evenly. A row's place is the line on which it
 * begins. Title rows above the heading become lines of text; a file of one column becomes lines only.
 */
export function readCsv(source: string, limits: Limits = DEFAULT_LIMITS): Content {
  const draft = draftContent('csv', limits);
  const stated = /^sep=(.)\n/i.exec(source);
  const rows = csvRows(
    stated ? `\n${source.slice(stated[0].length)}` : source,
    stated?.[1] ?? delimiterOf(source),
    limits,
    draft,
  );
  addSheet(draft, rows);
  return draft.finish();
}

function csvRows(source: string, delimiter: string, limits: Limits, draft: ContentDraft): DraftRow[] {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    skip_empty_lines: false,
  } as const;
  const to = limits.tableRows + 50;
  let parsed: unknown;
  try {
    parsed = parse(source, { ...options, to });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that is never closed would swallow the rest of the file: read the marks as text instead.
    parsed = parse(source, { ...options, quote: false, to });
  }
  // With `info` and without `columns`, csv-parse returns records of strings, each with the line on which it ended.
  const records = parsed as { record: string[]; info: { lines: number } }[];
  if (records.length === to)
    draft.cutShort(`Only the first ${limits.tableRows.toLocaleString('en-GB')} rows of a table were read.`);
  return records.map(({ record, info }) => {
    const breaks = record.reduce(
      (count, cell) => (cell.includes('\n') ? count + cell.split('\n').length - 1 : count),
      0,
    );
    const cells = record.map(readableLines);
    return {
      cells: isComment(cells) ? [cells.filter((cell) => cell !== '').join(', ')] : cells,
      where: { line: info.lines - breaks },
    };
  });
}

/** A remark above or below the rows; its commas part nothing. A heading such as `#` alone is none. */
function isComment([first = '']: readonly string[]): boolean {
  return /^#+\s*\p{L}+\s+\S/u.test(first);
}

/** The delimiter that most lines hold the same number of times; of two, the one that makes more columns. */
function delimiterOf(source: string): string {
  const lines = unquoted(source.slice(0, SAMPLE_CHARACTERS))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 60);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = mode(counts.filter((count) => count > 0));
    const agreeing = counts.filter((count) => count === usual).length;
    const score = usual === 0 ? 0 : agreeing * (1 + Math.min(usual, 20) / 20);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The text with what stands in quotation marks blanked out, so that only real delimiters and line ends are left. */
function unquoted(source: string): string {
  return source
    .split('"')
    .filter((_, part) => part % 2 === 0)
    .join('');
}

function mode(numbers: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const number of numbers) seen.set(number, (seen.get(number) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
