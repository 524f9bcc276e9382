import { everyMatch } from '../../record/every-match.ts';
import { ONES } from '../../record/number-words.ts';

/** How a figure bounds what is allowed: `min` for "at least", `max` for "within" or "no more than". */
export type Bound = 'min' | 'max' | 'exact';

export type Duration = {
  readonly hours: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
  readonly working: boolean;
  readonly bound: Bound;
  /** True for "4-8 hours": `hours` is then the upper end. */
  readonly range: boolean;
  readonly at: number;
  readonly end: number;
  readonly text: string;
};

const HOURS = { minutes: 1 / 60, hours: 1, days: 24, weeks: 168, months: 730.5, years: 8766 } as const;

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const NUMBER_WORDS = `(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?|${[...ONES.slice(1)].sort((a, b) => b.length - a.length).join('|')}`;

/** A number in digits or words, as the inside of a regular expression. */
export const NUMBER = `\\d{1,6}(?:\\.\\d{1,2})?|${NUMBER_WORDS}`;

/** The value of a number in digits or English words up to ninety-nine; NaN for anything else. */
export function numberOf(text: string): number {
  const clean = text.trim().toLowerCase().replaceAll(',', '');
  if (/^\d/.test(clean)) return Number.parseFloat(clean);
  if (clean === 'a' || clean === 'an' || clean === 'single') return 1;
  const [first = '', second = ''] = clean.split(/[- ]/);
  const ten = TENS.indexOf(first);
  if (ten >= 0) return (ten + 2) * 10 + Math.max(0, ONES.indexOf(second));
  const one = ONES.indexOf(first);
  return one >= 0 ? one : Number.NaN;
}

const DURATION = new RegExp(
  `(?:(\\d{1,4}\\s?(?:-|–|to)|(?:${NUMBER_WORDS})\\sto)\\s?)?(?<![\\w.])(?:(${NUMBER})(?:\\s?\\(\\d{1,4}\\))?\\+?[\\s-]{0,2}|(an?|one)\\s)(?:(calendar|working|business|full|consecutive|clear)\\s)?(minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mths?|years?|yrs?|(?<=\\d\\s?)[hd])\\b(?!\\s?(?:old|ago|plan\\b))`,
  'gi',
);
/** "Half a day", "a fortnight", and the next day that is worked, counted as one day. */
const SPOKEN =
  /\bhalf an? (hour|day|year)(?!\w)|\b(?:a|one) (fortnight)\b|\b(?:by |within )?(?:the )?(?:(?:close|end) of )?(?:the )?(?:next|following) (?:working |business )?day\b/gi;
const MAX =
  /(?:within|in under|not? (?:more|longer|later) than|not (?:exceed|more than|longer than)|at most|up to|maximum(?: of)?|max\.?|less than|under|<|≤|inside)\s*(?:the first\s|a\s|an\s)?(?:maximum of\s|period of\s)?$/i;
const MIN =
  /(?:at least|minimum(?: (?:period )?of)?|min\.?|not less than|no (?:less|fewer) than|≥|(?<!\bnot? )more than|over|(?<!\bnot? )longer than)\s*(?:a\s)?(?:period of\s)?$/i;
const AFTER_MIN = /^\s*(?:\(?(?:retention )?minimum\)?|or more|at minimum)\b/i;
const AFTER_MAX = /^\s*(?:\(?max(?:imum)?\)?|or less|at most)\b/i;

/** Every duration in a text, in order. `a month` counts as one, `30-day` as thirty days. */
export function durationsIn(text: string): readonly Duration[] {
  if (text === lastText) return lastFound;
  lastText = text;
  lastFound = MAY_HOLD_DURATION.test(text) ? readDurations(text) : [];
  return lastFound;
}

/** Several families ask for the durations of the same statement one after the other. */
let lastText = '';
let lastFound: readonly Duration[] = [];

const MAY_HOLD_DURATION = /min|hour|hr|day|fortnight|week|wk|month|mth|year|yr|\d\s?[hd]\b/i;

function readDurations(text: string): Duration[] {
  const found: Duration[] = [];
  for (const match of everyMatch(text, DURATION)) {
    const [whole, low, figure, article = '', kind = '', unitText = ''] = match;
    const unit = unitOf(unitText);
    if (unit === undefined) continue;
    const value = numberOf(figure ?? article);
    if (!Number.isFinite(value)) continue;
    const before = text.slice(Math.max(0, match.index - 34), match.index);
    const minutes =
      unit === 'hours'
        ? /^\s?(?:and\s)?(\d{1,2})(?:\s?m(?:in(?:ute)?s?)?)?(?![\d:./,-])/i.exec(text.slice(match.index + whole.length))
        : null;
    const extra = minutes !== null && /^\s?\d{1,2}\s?m|^\s?\d{1,2}\s*$/i.test(minutes[0]) ? Number(minutes[1]) / 60 : 0;
    const end = match.index + whole.length;
    const after = text.slice(end, end + 20);
    found.push({
      hours: value * HOURS[unit] + extra,
      unit,
      working: /working|business/i.test(kind),
      bound:
        MIN.test(before) || AFTER_MIN.test(after) || whole.includes('+')
          ? 'min'
          : MAX.test(before) || AFTER_MAX.test(after)
            ? 'max'
            : 'exact',
      range: low !== undefined && low !== '',
      at: match.index,
      end,
      text: whole,
    });
  }
  for (const match of everyMatch(text, SPOKEN)) {
    const half = match[1] === undefined ? undefined : unitOf(match[1]);
    const hours = half !== undefined ? HOURS[half] / 2 : match[2] === undefined ? 24 : 336;
    const before = text.slice(Math.max(0, match.index - 34), match.index);
    found.push({
      hours,
      unit: half ?? 'days',
      working: /working|business/i.test(match[0]),
      bound: MIN.test(before) ? 'min' : 'max',
      range: false,
      at: match.index,
      end: match.index + match[0].length,
      text: match[0],
    });
  }
  found.sort((a, b) => a.at - b.at);
  return found.map((one, at) =>
    touches(text, found[at - 1], one) || touches(text, one, found[at + 1]) ? { ...one, range: true } : one,
  );
}

/** "30 min - 2 hours" is one range written with both units. */
function touches(text: string, a: Duration | undefined, b: Duration | undefined): boolean {
  return a !== undefined && b !== undefined && /^\s?(?:-|–|to)\s?$/.test(text.slice(a.end, b.at));
}

function unitOf(text: string): Duration['unit'] | undefined {
  const t = text.toLowerCase();
  if (t === 'm') return undefined;
  if (t.startsWith('min')) return 'minutes';
  if (t.startsWith('h')) return 'hours';
  if (t.startsWith('d')) return 'days';
  if (t.startsWith('w')) return 'weeks';
  if (t.startsWith('mo') || t.startsWith('mth')) return 'months';
  return 'years';
}

/** Cycle words as hours between two turns: `quarterly` is three months. */
const CYCLES: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:annual(?:ly)?|yearly|(?:every|once a|(?:once )?(?:in )?each|once per|per)(?: calendar)? year|per annum|every twelve months)\b/i,
    8766,
  ],
  [
    /\b(?:bi-?annual(?:ly)?|half[- ]yearly|semi-?annual(?:ly)?|six[- ]monthly|6[- ]monthly|twice (?:a|per|each|every) year|twice yearly|two times a year)\b/i,
    4383,
  ],
  [/\b(?:biennial(?:ly)?|every two years|every second year|every other year)\b/i, 17532],
  [
    /\b(?:quarterly|(?:every|(?:in )?each|once a|once per|per)(?: calendar)? quarter|four times a year|three[- ]monthly|3[- ]monthly)\b/i,
    2191.5,
  ],
  [/\b(?:bi-?monthly)\b/i, 1461],
  [/\b(?:fortnightly|every fortnight|bi-?weekly|every other week)\b/i, 336],
  [/\b(?:monthly|(?:every|each|once a|once per|per)(?: calendar)? month)\b/i, 730.5],
  [/\b(?:weekly|(?:every|each|once a|once per|per) week)\b/i, 168],
  [/\b(?:daily|nightly|every day|every night|each day|each night|overnight|once a day|every 24 hours)\b/i, 24],
  [/\b(?:hourly|every hour|each hour)\b/i, 1],
  [/\bcontinuous(?:ly)?\b/i, 0],
  [/\b(?:three times|thrice) (?:a|each|every|per) day\b/i, 8],
];
const EVERY = new RegExp(
  `\\b(?:(?:once )?in every|every|once (?:every|in)|at intervals of(?: no more than)?)\\s+(${NUMBER})\\s+(minutes?|hours?|days?|weeks?|months?|years?)\\b`,
  'gi',
);

const MAY_HOLD_CYCLE = /annu|bienn|year|quarter|month|week|fortnight|night|dai|day|hour|continuous|every \w+ min/i;

export type Cycle = {
  readonly hours: number;
  readonly bound: Bound;
  readonly at: number;
  readonly end: number;
  readonly text: string;
};

/** Every "how often" in a text, in order of appearance. */
export function cyclesIn(text: string): readonly Cycle[] {
  if (text === lastCycleText) return lastCycles;
  lastCycleText = text;
  lastCycles = readCycles(text);
  return lastCycles;
}

let lastCycleText = '';
let lastCycles: readonly Cycle[] = [];

function readCycles(text: string): Cycle[] {
  const found: Cycle[] = [];
  if (!MAY_HOLD_CYCLE.test(text)) return found;
  const add = (hours: number, at: number, words: string) => {
    if (found.some((one) => at < one.end && one.at < at + words.length)) return;
    const before = text.slice(Math.max(0, at - 22), at);
    const bound: Bound = /(?:at least|minimum(?: of)?|no less (?:often|frequently) than)\s*(?:once\s)?$/i.test(before)
      ? 'min'
      : 'exact';
    found.push({ hours, bound, at, end: at + words.length, text: words });
  };
  for (const match of everyMatch(text, EVERY)) {
    const unit = unitOf(match[2] ?? '');
    const value = numberOf(match[1] ?? '');
    if (unit !== undefined && Number.isFinite(value)) add(value * HOURS[unit], match.index, match[0]);
  }
  // "bi-annually" contains "annually": the longer word is looked for first.
  for (const at of [1, 2, 4, 5, 0, 3, 6, 7, 8, 9, 10, 11]) {
    const entry = CYCLES[at];
    const match = entry?.[0].exec(text);
    if (entry !== undefined && match) add(entry[1], match.index, match[0]);
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Hours as people say them: 36 is "36 hours", 2191.5 "3 months". */
export function hoursInWords(hours: number): string {
  if (hours === 0) return 'none';
  if (hours < 1) return count(Math.round(hours * 60), 'minute');
  if (hours <= 96 && Number.isInteger(hours)) return count(hours, 'hour');
  if (near(hours % 8766, 0, 8766)) return count(Math.round(hours / 8766), 'year');
  if (near(hours % 730.5, 0, 730.5)) return count(Math.round(hours / 730.5), 'month');
  if (hours % 24 === 0) return count(hours / 24, 'day');
  return count(Math.round(hours * 10) / 10, 'hour');
}

function near(rest: number, zero: number, unit: number): boolean {
  return Math.abs(rest - zero) < 0.01 || Math.abs(rest - unit) < 0.01;
}

function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
