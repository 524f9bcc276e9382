import type { Defect } from '../../record/document.ts';
import { type Passage, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';
import { cellText, type ReadTable, whereOfCell } from './read-table.ts';

/** Totals, percentages, scores and counts that the document's own figures contradict (fact types, D05). */
export const wrongTotal: DefectRule = (examined) => {
  if (examined.openlyBlank) return [];
  return [
    ...percentages(examined),
    ...examined.tables.flatMap((table) => [...scores(table), ...totalRows(table)]),
    ...statedCounts(examined),
    ...statedSums(examined),
  ];
};

const OF_PERCENT =
  /\b(\d{1,5}) (?:out )?(?:of|\/) (?:the |our |all )?(\d{1,5})\b([^.;%()]{0,50})[(,:–—-]*\s*(?:or |is |which is |that is |= ?|about |around |approx\.? ?)?\(?(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)/gi;
const PERCENT_OF =
  /\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)[^.;%()\d]{0,25}\((\d{1,5}) ?(?:out )?(?:of|\/) ?(?:the |our )?(\d{1,5})\b/gi;

function* percentages({ passages, tables }: Examined): Generator<Defect> {
  for (const passage of passages) {
    if (!/%|per ?cent/i.test(passage.text)) continue;
    for (const match of passage.text.matchAll(OF_PERCENT)) {
      yield* percentDefect(passage, match.index, Number(match[1]), Number(match[2]), match[4] ?? '', match[0]);
    }
    for (const match of passage.text.matchAll(PERCENT_OF)) {
      yield* percentDefect(passage, match.index, Number(match[2]), Number(match[3]), match[1] ?? '', match[0]);
    }
  }
  for (const table of tables) yield* percentColumn(table);
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
  yield defect(
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
    yield defect(
      `${stated}% does not fit ${part} of ${whole}, which is ${rounded((part / whole) * 100)}%.`,
      [place(whereOfCell(row, percent), row.text)],
      row.text.slice(0, 40),
    );
  }
}

/** Rounding to the decimals shown is right, up or down by one in the last place. */
function agrees(part: number, whole: number, percent: string): boolean {
  const decimals = percent.split('.')[1]?.length ?? 0;
  return Math.abs((part / whole) * 100 - Number(percent)) <= 10 ** -decimals * 0.999;
}

function* scores(table: ReadTable): Generator<Defect> {
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
  yield defect(
    `A risk score is not likelihood times impact: ${first.l} × ${first.i} is ${first.l * first.i}, not ${first.s}${wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : ''}.`,
    wrong.map(({ row }) => place(whereOfCell(row, score), row.text)),
    'risk score',
  );
}

/** A total row at the foot of number columns. */
function* totalRows(table: ReadTable): Generator<Defect> {
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
      yield defect(
        `The total ${cellText(row, column)} under “${table.names[column] || 'total'}” does not add up: the rows make ${rounded(sum)}.`,
        [place(whereOfCell(row, column), row.text)],
        `total of ${table.names[column]}`,
      );
    }
  }
}

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const NUMBER = `(\\d{1,4}|${NUMBER_WORDS.join('|')})`;
const X_OF_Y = new RegExp(`\\b${NUMBER} (?:out )?of (?:the |our |all )?${NUMBER}\\b`, 'gi');
const YES = /^(?:y|yes|pass(?:ed)?|ok|complete[d]?|done|compliant|met|✓|✔|✅)\b/i;
const NO = /^(?:n|no|fail(?:ed)?|not\b|incomplete|non|✗|❌)/i;

/** "9 of 10 were compliant" beside a table of ten rows with a yes and no column; "18 of 18 trained" beside dated rows. */
function* statedCounts(examined: Examined): Generator<Defect> {
  if (!examined.tables.some((table) => table.filled.length >= 3)) return;
  for (const passage of examined.passages) {
    if (passage.cell !== undefined && examined.tables[passage.cell.table]?.rows[passage.cell.row]?.sort === 'filled')
      continue;
    if (!passage.text.includes(' of ')) continue;
    for (const match of passage.text.matchAll(X_OF_Y)) {
      const [part, whole] = [asNumber(match[1]), asNumber(match[2])];
      if (part === undefined || whole === undefined || whole < 3 || part > whole) continue;
      const counted = examined.tables.flatMap((table) => tally(table, passage, whole));
      const [found] = counted;
      if (counted.length !== 1 || found === undefined || found.yes === part || found.no === part) continue;
      yield defect(
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

const GRADED = /\b(?:critical|high|medium|moderate|low|info(?:rmational)?)\b/i;
const GRADED_COUNT = new RegExp(
  `\\b${NUMBER} (?:were |was |of )?(?:rated |graded |at )?(critical|high|medium|moderate|low|informational|info|advisory)\\b`,
  'gi',
);
const STATED_WHOLE = new RegExp(
  `\\b(?:total(?:s|ling)?(?: (?:findings|issues|vulnerabilities|number|of))*:? |in all |altogether )${NUMBER}\\b|\\b${NUMBER} (?:findings|issues|vulnerabilities|weaknesses|points|observations|items|in (?:all|total)|altogether)\\b`,
  'i',
);

/** "11 findings: 0 critical, 3 high, 5 medium and 4 low": the parts must make the whole. */
function* statedSums({ passages, tables }: Examined): Generator<Defect> {
  for (const passage of passages) {
    if (!/\d|\b(?:one|two|three|four|five)\b/i.test(passage.text) || !GRADED.test(passage.text)) continue;
    const parts = [...passage.text.matchAll(GRADED_COUNT)];
    if (parts.length < 3) continue;
    const sum = parts.reduce((total, part) => total + (asNumber(part[1]) ?? 0), 0);
    const whole = STATED_WHOLE.exec(passage.text);
    const stated = asNumber(whole?.[1] ?? whole?.[2]);
    if (whole === null || stated === undefined || stated === sum) continue;
    yield defect(
      `It says ${whole[0].trim()}, but the parts make ${sum}.`,
      [place(whereAt(passage, whole.index), passage.text)],
      whole[0].trim(),
    );
  }
  for (const table of tables) yield* gradedTable(table, passages);
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
    yield defect(
      `It says “${whole[0]}”, but the table makes ${sum}.`,
      [place(whereAt(passage, whole.index), passage.text)],
      whole[0],
    );
  }
}

function asNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = NUMBER_WORDS.indexOf(text.toLowerCase());
  return at < 0 ? undefined : at;
}

function numberIn(text: string): number | undefined {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** A number with money signs and separators; undefined for anything else. */
function wholeNumber(text: string): number | undefined {
  const clean = text.replace(/[£$€,\s*]/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : undefined;
}

/** "3 (Possible)" is 3, and so is "3 - Possible". */
function leadingNumber(text: string): number | undefined {
  const found = /^(\d{1,3})(?:\s*[-–(].*)?$/.exec(text.trim())?.[1] ?? /\((\d{1,3})\)$/.exec(text.trim())?.[1];
  return found === undefined ? undefined : Number(found);
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function defect(message: string, places: readonly DefectPlace[], subject: string): Defect {
  return {
    code: 'wrong-total',
    severity: 'medium',
    message,
    next: 'Count again and correct whichever figure is wrong.',
    places,
    subject,
    effect: 'doubt',
  };
}
