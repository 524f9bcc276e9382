import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { type Passage, whereAt } from '../profile/passages.ts';
import { type Examined, place } from './defect-rule.ts';
import { asNumber, NUMBER, wrongFigure } from './figures.ts';
import { cellText, type ReadTable } from './read-table.ts';

const X_OF_Y = new RegExp(`\\b${NUMBER} (?:out )?of (?:the |our |all )?${NUMBER}\\b`, 'gi');
const YES = /^(?:y|yes|pass(?:ed)?|ok|complete[d]?|done|compliant|met|✓|✔|✅)\b/i;
const NO = /^(?:n|no|fail(?:ed)?|not\b|incomplete|non|✗|❌)/i;

/** "9 of 10 were compliant" beside a table of ten rows with a yes and no column; "18 of 18 trained" beside dated rows. */
export function* statedCounts(examined: Examined): Generator<Defect> {
  if (!examined.tables.some((table) => table.filled.length >= 3)) return;
  for (const passage of examined.passages) {
    if (passage.cell !== undefined && examined.tables[passage.cell.table]?.rows[passage.cell.row]?.sort === 'filled')
      continue;
    if (!passage.text.includes(' of ')) continue;
    for (const match of everyMatch(passage.text, X_OF_Y)) {
      const [part, whole] = [asNumber(match[1]), asNumber(match[2])];
      if (part === undefined || whole === undefined || whole < 3 || part > whole) continue;
      const counted = examined.tables.flatMap((table) => tally(table, passage, whole));
      const [found] = counted;
      if (counted.length !== 1 || found === undefined || found.yes === part || found.no === part) continue;
      yield wrongFigure(
        `It says “${match[0]}”, but ${found.yes} of the ${whole} rows ${found.words}.`,
        [place(whereAt(passage, match.index), passage.text)],
        match[0],
      );
    }
  }
}

/** Yes and no, or dated and blank, over the rows of a table that a count may be about: one in the same section, or the only one. */
function tally(table: ReadTable, passage: Passage, whole: number): { yes: number; no: number; words: string }[] {
  const near =
    table.table.section === passage.section ||
    passage.cell?.table === table.index ||
    passage.section < 0 ||
    table.table.section < 0;
  if (table.filled.length !== whole || !near) return [];
  for (let column = 1; column < table.names.length; column++) {
    const texts = table.filled.map((row) => cellText(row, column));
    const yes = texts.filter((text) => YES.test(text)).length;
    const no = texts.filter((text) => NO.test(text)).length;
    if (yes + no === whole && yes > 0) return [{ yes, no, words: 'say yes' }];
  }
  const dates = table.column('training-date') >= 0 ? table.column('training-date') : table.column('done-date');
  if (dates < 0 || !/\b(?:train\w*|complet\w*|finish\w*|done|pass\w*|tested|signed)\b/i.test(passage.text)) return [];
  const dated = table.filled.filter((row) => /\d{2}/.test(cellText(row, dates))).length;
  return dated === 0 ? [] : [{ yes: dated, no: whole - dated, words: 'have a date' }];
}
