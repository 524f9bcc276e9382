import { STANDINGS } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { becauseInFull } from '../../readiness/witness.ts';
import { dayInWords } from '../../record/day.ts';
import { counted, listed } from '../../report/counted.ts';
import { headline } from '../../report/headline.ts';
import { neutralised } from '../../report/neutralised.ts';
import { standardRows, standingsAmong } from '../../report/standard-rows.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { fitted, padded } from './display-text.ts';
import type { Style } from './paint.ts';
import { heading, paragraph, type Sheet } from './sheet.ts';

/** Both outcomes as bars, and the three sentences that say what they mean. */
export function headlineSection(sheet: Sheet, check: GapCheck): string[] {
  const told = headline(check);
  const sentences = [told.verdict, told.distance, told.road].filter((sentence) => sentence !== undefined);
  return [
    bar(sheet, 'Claimed', told.claimed, told.mandatory, 'doubtful'),
    bar(sheet, 'Defensible', told.defensible, told.mandatory, 'good'),
    '',
    ...sentences.flatMap((sentence) => paragraph(sheet, sentence)),
  ];
}

function bar(sheet: Sheet, label: string, part: number, whole: number, style: Style): string {
  const start = `${padded(label, 11)}${sheet.paint('strong', `${part}`.padStart(3))} of ${padded(`${whole}`, 4)}`;
  const room = Math.min(60, sheet.width - 22);
  const full = whole === 0 ? 0 : Math.round((part / whole) * room);
  const filled = part > 0 ? Math.max(1, full) : 0;
  return `${start}${sheet.paint(style, '█'.repeat(filled))}${sheet.paint('faint', '░'.repeat(room - filled))}`;
}

/** Columns of a row that are neither title nor marks: number, share and what parts them. */
const AROUND_MARKS = 16;
const SHORTEST_TITLE = 16;

/** One row a standard, one mark a mandatory item, and the legend of the marks that occur. */
export function pictureSection(sheet: Sheet, check: GapCheck): string[] {
  const rows = standardRows(check.catalogue, check.assessment).filter((row) => row.mandatory.length > 0);
  const most = Math.max(0, ...rows.map((row) => row.mandatory.length));
  const gap = sheet.width - AROUND_MARKS - (2 * most - 1) >= SHORTEST_TITLE ? ' ' : '';
  const marksWidth = most + gap.length * (most - 1);
  const titleWidth = Math.min(46, Math.max(SHORTEST_TITLE, sheet.width - AROUND_MARKS - marksWidth));
  const lines = rows.map((row) => {
    const marks = row.mandatory.map(({ standing }) => {
      const { mark, tone } = STANDING_WORDS[standing];
      return sheet.paint(tone, mark);
    });
    const blank = ' '.repeat(marksWidth - marks.length - gap.length * (marks.length - 1));
    const share = `${row.counting} of ${row.mandatory.length}`;
    const title = padded(fitted(row.standard.title, titleWidth), titleWidth);
    return `${row.standard.id.padStart(2)}  ${title}  ${marks.join(gap)}${blank}  ${share.padStart(8)}`;
  });
  return [
    ...heading(sheet, `The ${check.assessment.outcome.defensible.mandatory} mandatory items, by standard`),
    ...lines,
    '',
    ...legend(sheet, check),
  ];
}

function legend(sheet: Sheet, { assessment }: GapCheck): string[] {
  const mandatory = assessment.items.filter(({ item }) => item.mandatory === true);
  return standingsAmong(STANDINGS, mandatory).map(({ standing, count }) => {
    const { mark, tone, label, meaning } = STANDING_WORDS[standing];
    return `    ${sheet.paint(tone, mark)} ${`${count}`.padStart(2)}  ${fitted(`${label}: ${meaning}`, sheet.width - 10)}`;
  });
}

/** What counts as far as reading can tell or is found and does not count yet, with what a person must see for themselves. */
export function toCheckSection(sheet: Sheet, { assessment }: GapCheck, shown = 5): string[] {
  const open = assessment.items.filter(({ standing, checks }) =>
    checks.some(({ met, toCheck }) => toCheck !== undefined && (met === 'unknown' || DEFENSIBLE.has(standing))),
  );
  if (open.length === 0) return [];
  const rest = open.length - shown;
  return [
    ...heading(sheet, 'Found, for you to check', counted(open.length, 'item')),
    ...open
      .slice(0, shown)
      .flatMap(({ item, checks }) =>
        checks
          .filter(({ toCheck }) => toCheck !== undefined)
          .flatMap((check) =>
            paragraph(sheet, `${neutralised(becauseInFull(check))}.`, { first: `    ${padded(item.ref, 8)}` }),
          ),
      ),
    ...(rest > 0
      ? paragraph(sheet, `and ${rest} more in the full report`, { first: '            ', style: 'faint' })
      : []),
  ];
}

/** What stops counting on its own, soonest first. */
export function lapsesSection(sheet: Sheet, check: GapCheck, shown = 5): string[] {
  const steps = check.forecast.filter((step) => step.changes.length > 0).slice(0, shown);
  if (steps.length === 0) return [];
  const { mandatory } = check.assessment.outcome.defensible;
  const rest = check.forecast.filter((step) => step.changes.length > 0).length - steps.length;
  return [
    ...heading(sheet, 'What lapses next if nobody acts'),
    ...steps.flatMap((step) => {
      const refs = listed(
        step.changes.map((change) => change.ref),
        6,
      );
      const because = neutralised(step.changes[0]?.because ?? '');
      const more = step.changes.length > 1 ? ` (and ${counted(step.changes.length - 1, 'other')})` : '';
      const effect = `${refs}; then ${step.counting} of ${mandatory} count`;
      return [
        ...paragraph(sheet, effect, { first: dayInWords(step.on), indent: 20 }),
        ...paragraph(sheet, `${because}${more}`, { first: ' '.repeat(20), style: 'faint' }),
      ];
    }),
    ...(rest > 0 ? [sheet.paint('faint', `${' '.repeat(20)}and ${counted(rest, 'later day')}`)] : []),
  ];
}
