import type { Period } from '../../record/day.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  twelve: 12,
  eighteen: 18,
  'twenty-four': 24,
  'thirty-six': 36,
};

const UNIT: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' };

const SINGLE_WORDS: readonly (readonly [RegExp, Period])[] = [
  [/\b(?:six|6)[- ]?monthly\b|\b(?:half[- ]yearly|twice (?:a|per|each) year|semi-?annual(?:ly)?)\b/i, 'P6M'],
  [/\b(?:three|3)[- ]?monthly\b|\bquarterly\b|\b(?:every|each) quarter\b/i, 'P3M'],
  // "Bi-annually" is used for both twice a year and every two years: the longer one accuses nobody wrongly.
  [/\b(?:bi-?annual(?:ly)?|biennial(?:ly)?|(?:two|2)[- ]yearly|every other year)\b/i, 'P24M'],
  [/\b(?:triennial(?:ly)?|(?:three|3)[- ]yearly)\b/i, 'P36M'],
  [
    /\b(?:annual(?:ly)?|yearly|(?:once|at least once) (?:a|per|each|every) year|(?:every|each) year|12[- ]monthly|twelve[- ]monthly|per annum)\b/i,
    'P12M',
  ],
  [/\b(?:monthly|(?:every|each) month)\b/i, 'P1M'],
  [/\b(?:weekly|(?:every|each) week)\b/i, 'P7D'],
];

const EVERY =
  /\b(?:every|each|once (?:in )?every|once in|interval of|intervals of|within|cycle of|not (?:more|longer) than)\s+(\d{1,2}|a|one|two|three|four|five|six|nine|twelve|eighteen|twenty-four|thirty-six)(?:\s+\(\d{1,2}\))?[\s-]+(day|week|month|year)s?\b/i;
const LENGTH =
  /^(?:every )?(\d{1,2}|one|two|three|four|five|six|nine|twelve|eighteen|twenty-four|thirty-six)(?:\s+\(\d{1,2}\))?[\s-]+(day|week|month|year)(?:s|ly)?\b/i;

/** How often something is said to be reviewed, as an ISO 8601 period: "every twelve months" is `P12M`. */
export function parseReviewCycle(text: string): Period | undefined {
  const found = EVERY.exec(text) ?? LENGTH.exec(text.trim());
  if (found !== null) {
    const count = Number(found[1]) || NUMBER_WORDS[(found[1] ?? '').toLowerCase()];
    const unit = (found[2] ?? '').toLowerCase();
    if (count !== undefined && count > 0)
      return unit === 'year'
        ? `P${count * 12}M`
        : `P${unit === 'week' ? count * 7 : count}${unit === 'week' ? 'D' : UNIT[unit]}`;
  }
  return SINGLE_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}
