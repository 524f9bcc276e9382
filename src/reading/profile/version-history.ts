import type { StatedDate } from '../../record/day.ts';
import type { Table, Where } from '../../record/document.ts';
import { parseStatedDate } from '../dates/find-dates.ts';
import { isBlank } from './placeholders.ts';

export type HistoryRow = {
  readonly version?: string;
  readonly date?: StatedDate;
  readonly author?: string;
  readonly text: string;
  readonly where: Where;
};

/** Rows of a version history: a table with a version and a date column and some word on what changed or who did it. */
export function historyRows(table: Table): HistoryRow[] | undefined {
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

/** The latest row of a version history: by date, then the one that stands last. */
export function latestOf(history: readonly HistoryRow[]): HistoryRow | undefined {
  let latest: HistoryRow | undefined;
  for (const row of history) {
    if (row.version === undefined && row.date === undefined) continue;
    if (latest?.date === undefined || (row.date !== undefined && row.date.to >= latest.date.to)) latest = row;
  }
  return latest;
}
