import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { whereAt } from '../profile/passages.ts';
import { type Examined, place } from './defect-rule.ts';
import { rounded, wholeNumber, wrongFigure } from './figures.ts';
import { cellText } from './read-table.ts';

const MONEY = '£\\s?\\d[\\d,]*(?:\\.\\d{2})?';
/** "£18,400: support £9,600, testing £5,200, training £2,900": a sum followed at once by all its parts. */
const SUM_OF_PARTS = new RegExp(
  `(${MONEY})(?: in (?:all|total))?\\s*(?::|\\(|=|–|—| made up of)\\s*((?:[a-z][\\w' -]{1,40} ${MONEY}(?:,? and |, |; | \\+ |\\)|$|\\.)){3,})`,
  'gi',
);

/** Sums of money and lengths of time that do not follow from what stands beside them. */
export function* sumsInText({ passages, tables, content }: Examined): Generator<Defect> {
  for (const passage of passages) {
    if (!passage.text.includes('£')) continue;
    for (const match of everyMatch(passage.text, SUM_OF_PARTS)) {
      const parts = [...(match[2] ?? '').matchAll(new RegExp(MONEY, 'g'))].flatMap(([text]) => wholeNumber(text) ?? []);
      const stated = wholeNumber(match[1] ?? '');
      const sum = parts.reduce((total, part) => total + part, 0);
      if (stated === undefined || Math.abs(sum - stated) < 0.005) continue;
      yield wrongFigure(
        `${match[1]} does not add up: its parts make £${rounded(sum)}.`,
        [place(whereAt(passage, match.index), passage.text)],
        match[1] ?? 'sum',
      );
    }
  }
  for (const table of tables) {
    const start = table.names.findIndex((name) => /^(?:start(?:ed)?|from|began|time started|start time)$/.test(name));
    const end = table.names.findIndex((name) => /^(?:end(?:ed)?|to|finish(?:ed)?|time ended|end time)$/.test(name));
    const length = table.names.findIndex((name) =>
      /^(?:minutes|mins?|duration(?: \(min\w*\))?|minutes taken)$/.test(name),
    );
    if (start < 0 || end < 0 || length < 0) continue;
    for (const row of table.filled) {
      const wrong = wrongLength(cellText(row, start), cellText(row, end), cellText(row, length));
      if (wrong !== undefined) yield wrongFigure(wrong, [place(row.where, row.text)], row.text.slice(0, 40));
    }
  }
  // The same set out with spaces, where a text file has its table.
  if (!/\bminutes\b/i.test(content.lines.map(({ text }) => text).join(' '))) return;
  for (const { text, role, where } of content.lines) {
    const [, from = '', to = '', minutes = ''] =
      role === 'text' ? (/\s(\d{1,2}:\d{2})\s+(\d{1,2}:\d{2})\s+(\d{1,4})(?=\s|$)/.exec(text) ?? []) : [];
    const wrong = from === '' ? undefined : wrongLength(from, to, minutes);
    if (wrong !== undefined) yield wrongFigure(wrong, [place(where, text)], text.slice(0, 40));
  }
}

function wrongLength(from: string, to: string, minutes: string): string | undefined {
  const [start, end, stated] = [clock(from), clock(to), /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : undefined];
  if (start === undefined || end === undefined || stated === undefined) return undefined;
  const length = (end - start + 1440) % 1440;
  return length === stated ? undefined : `From ${from} to ${to} is ${length} minutes, not ${stated}.`;
}

function clock(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? [];
  return hour === undefined || Number(hour) > 23 ? undefined : Number(hour) * 60 + Number(minute);
}
