import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { type Passage, whereAt } from '../profile/passages.ts';
import { type Examined, place } from './defect-rule.ts';
import { asNumber, NUMBER, wholeNumber, wrongFigure } from './figures.ts';
import { cellText, type ReadTable } from './read-table.ts';

const GRADED = /\b(?:critical|high|medium|moderate|low|info(?:rmational)?)\b/i;
const GRADED_COUNT = new RegExp(
  `\\b${NUMBER} (?:were |was |of )?(?:rated |graded |at )?(critical|high|medium|moderate|low|informational|info|advisory)\\b`,
  'gi',
);
const GRADE_FIRST = new RegExp(
  `\\b(?:critical|high|medium|moderate|low|informational|info|advisory)\\s*[:=]?\\s*${NUMBER}\\b`,
  'gi',
);
const STATED_WHOLE = new RegExp(
  `\\b(?:total(?:s|ling)?(?: (?:findings|issues|vulnerabilities|number|of))*:?\\s+|in all |altogether )${NUMBER}\\b|\\b${NUMBER} (?:findings|issues|vulnerabilities|weaknesses|points|observations|items|in (?:all|total)|altogether)\\b`,
  'i',
);

/** "11 findings: 0 critical, 3 high, 5 medium and 4 low": the parts must make the whole. */
export function* statedSums({ passages, tables }: Examined): Generator<Defect> {
  for (const passage of passages) {
    if (!/\d|\b(?:one|two|three|four|five)\b/i.test(passage.text) || !GRADED.test(passage.text)) continue;
    const parts = countsOfGrades(passage.text);
    if (parts.length < 3) continue;
    const sum = parts.reduce((total, part) => total + part, 0);
    const whole = STATED_WHOLE.exec(passage.text);
    const stated = asNumber(whole?.[1] ?? whole?.[2]);
    if (whole === null || stated === undefined || stated === sum) continue;
    yield wrongFigure(
      `It says ${whole[0].trim()}, but the parts make ${sum}.`,
      [place(whereAt(passage, whole.index), passage.text)],
      whole[0].trim(),
    );
  }
  for (const table of tables) yield* gradedTable(table, passages);
}

/** Counts of grades, written "3 high" or, where every grade comes first, "High 3". */
function countsOfGrades(text: string): number[] {
  const before = [...everyMatch(text, GRADED_COUNT)];
  const after = [...everyMatch(text, GRADE_FIRST)];
  const found =
    after.length > 0 && (after[0]?.index ?? 0) < (before[0]?.index ?? Number.POSITIVE_INFINITY) ? after : before;
  return found.flatMap((part) => asNumber(part[1]) ?? []);
}

/** The same with the parts in a small table and the whole in a sentence of its section. */
function* gradedTable(table: ReadTable, passages: readonly Passage[]): Generator<Defect> {
  const count = table.names.findIndex((name) =>
    /^(?:count|number|no\.?|how many|found|findings|total|number found)$/.test(name),
  );
  const grades = table.rows.filter((row) => /^(?:critical|high|medium|moderate|low|info\w*)\b/i.test(cellText(row, 0)));
  if (count < 1 || grades.length < 3) return;
  const numbers = grades.map((row) => wholeNumber(cellText(row, count)));
  if (numbers.some((value) => value === undefined)) return;
  const sum = numbers.reduce<number>((total, value) => total + (value ?? 0), 0);
  for (const passage of passages) {
    if (passage.cell !== undefined || passage.section !== table.table.section) continue;
    const whole = STATED_WHOLE.exec(passage.text);
    const stated = asNumber(whole?.[1] ?? whole?.[2]);
    if (whole === null || stated === undefined || stated === sum) continue;
    yield wrongFigure(
      `It says “${whole[0]}”, but the table makes ${sum}.`,
      [place(whereAt(passage, whole.index), passage.text)],
      whole[0],
    );
  }
}
