import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { type Passage, whereAt } from '../profile/passages.ts';
import { type Examined, place } from './defect-rule.ts';
import { agrees, numberIn, rounded, wrongFigure } from './figures.ts';
import { cellText, type ReadTable, whereOfCell } from './read-table.ts';

const OF_PERCENT =
  /\b(\d{1,5}) (?:out )?(?:of|\/) (?:the |our |all )?(\d{1,5})\b([^.;%()]{0,50}?)[(,:–—-]*\s*(?:or |is |which is |that is |= ?|about |around |approx\.? ?)?\(?(?<![\d.])(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)/gi;
const PERCENT_OF =
  /\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)[^.;%()\d]{0,25}\((\d{1,5}) ?(?:out )?(?:of|\/) ?(?:the |our )?(\d{1,5})\b/gi;

/** Percentages that the counts beside them, in their row or above them do not make. */
export function* percentages(examined: Examined): Generator<Defect> {
  const { passages, tables } = examined;
  for (const passage of passages) {
    if (!/%|per ?cent/i.test(passage.text)) continue;
    for (const match of everyMatch(passage.text, OF_PERCENT)) {
      yield* percentDefect(passage, match.index, Number(match[1]), Number(match[2]), match[4] ?? '', match[0]);
    }
    for (const match of everyMatch(passage.text, PERCENT_OF)) {
      yield* percentDefect(passage, match.index, Number(match[2]), Number(match[3]), match[1] ?? '', match[0]);
    }
  }
  for (const table of tables) yield* percentColumn(table);
  yield* overall(examined);
  yield* inReportLines(examined);
}

function* percentDefect(
  passage: Passage,
  index: number,
  part: number,
  whole: number,
  percent: string,
  words: string,
): Generator<Defect> {
  if (whole === 0 || part > whole || agrees(part, whole, percent)) return;
  yield wrongFigure(
    `“${words.trim()}” does not work out: ${part} of ${whole} is ${rounded((part / whole) * 100)}%.`,
    [place(whereAt(passage, index), passage.text)],
    words.trim(),
  );
}

/** Rows with a count done, a count of all and a percentage. */
function* percentColumn(table: ReadTable): Generator<Defect> {
  const percent = table.column('percent');
  const done = table.names.findIndex(
    (name) =>
      /\b(?:completed?|done|passed|trained|compliant|yes|closed|met|fixed)\b/.test(name) &&
      !/%|per ?cent|date|on$/.test(name),
  );
  const all = table.names.findIndex((name) =>
    /^(?:total|number of \w+|staff|headcount|all|of|out of|people|required|devices|count|total \w+)$/.test(name),
  );
  if (percent < 0 || done < 0 || all < 0 || percent === done || percent === all || done === all) return;
  for (const row of table.rows) {
    const [part, whole] = [numberIn(cellText(row, done)), numberIn(cellText(row, all))];
    const stated = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(cellText(row, percent))?.[1];
    if (
      part === undefined ||
      whole === undefined ||
      whole === 0 ||
      stated === undefined ||
      part > whole ||
      agrees(part, whole, stated)
    )
      continue;
    yield wrongFigure(
      `${stated}% does not fit ${part} of ${whole}, which is ${rounded((part / whole) * 100)}%.`,
      [place(whereOfCell(row, percent), row.text)],
      row.text.slice(0, 40),
    );
  }
}

const OVERALL =
  /\b(?:overall|total|in all|score|conformity|compliance|completion|coverage|met|satisfactory)\b[^.%]{0,40}?(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)/i;

/** "Overall conformity: 95%" under a table whose last row says 20 asked, 17 met. */
function* overall({ passages, tables }: Examined): Generator<Defect> {
  for (const table of tables) {
    const total = table.rows.find((row) => /^(?:(?:grand )?totals?|all|overall|sum)$/i.test(cellText(row, 0)));
    const figures = total?.cells.slice(1).flatMap(({ text }) => numberIn(text) ?? []) ?? [];
    if (total === undefined || figures.length !== 2) continue;
    const [part, whole] = [Math.min(...figures), Math.max(...figures)];
    for (const passage of passages) {
      if (passage.cell !== undefined || passage.section !== table.table.section) continue;
      const said = OVERALL.exec(passage.text);
      if (
        said === null ||
        whole === 0 ||
        /\d+ (?:of|out of|\/) \d+/.test(passage.text) ||
        agrees(part, whole, said[1] ?? '')
      )
        continue;
      yield wrongFigure(
        `“${said[0].trim()}” does not fit the table: ${part} of ${whole} is ${rounded((part / whole) * 100)}%.`,
        [place(whereAt(passage, said.index), passage.text)],
        said[0].trim(),
      );
    }
  }
}

const REPORT_LINE =
  /^(?:\d+[.)]\s*)?([A-Za-z][^\d:.]{3,60}?)\s*(?:[.…_]{2,}|:|\s{2,}|\s)\s*(\d{1,5})(?:\.(\d+))?\s*(%?)$/;

/** Lines of a report, "Machines … 34", "Up to date … 31", "Compliance … 97.3%": the share must follow from the two counts above it. */
function* inReportLines({ content }: Examined): Generator<Defect> {
  let counts: number[] = [];
  for (const { text, role, where } of content.lines) {
    const mayBe = (role === 'text' || role === 'item') && text.length < 90 && /[\d%]\s*$/.test(text);
    const line = mayBe ? REPORT_LINE.exec(text.trim()) : null;
    if (line === null) {
      counts = [];
      continue;
    }
    const [, label = '', number = '', decimals, percent] = line;
    if (percent !== '%') {
      counts = decimals === undefined ? [...counts.slice(-1), Number(number)] : [];
      continue;
    }
    const stated = decimals === undefined ? number : `${number}.${decimals}`;
    const [first, second] = counts;
    if (first !== undefined && second !== undefined && Math.max(first, second) > 0) {
      const [part, whole] = [Math.min(first, second), Math.max(first, second)];
      if (part !== whole && !agrees(part, whole, stated) && Math.abs((part / whole) * 100 - Number(stated)) < 25)
        yield wrongFigure(
          `“${label.trim()}” of ${stated}% does not fit ${part} of ${whole}, which is ${rounded((part / whole) * 100)}%.`,
          [place(where, text)],
          label.trim(),
        );
    }
    counts = [];
  }
}
