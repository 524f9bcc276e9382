import type { ForecastStep, Standing } from '../readiness/assessment.ts';
import { DEFENSIBLE } from '../readiness/standing.ts';
import { neutralised } from './neutralised.ts';

type Change = ForecastStep['changes'][number];

const GONE: Readonly<Partial<Record<Standing, string>>> = {
  proven: 'will no longer be proven',
  exempt: 'will no longer be exempt',
  'not-applicable': 'will apply again',
};

const COMING: Readonly<Record<Standing, string>> = {
  proven: 'will be proven',
  exempt: 'will be exempt',
  'not-applicable': 'will no longer apply',
  claimed: 'will be claimed, with nothing that shows it',
  carried: 'will count as carried over from last year',
  stale: 'will be out of date',
  contradicted: 'will be contradicted',
  'in-progress': 'will count as in progress',
  gap: 'will count as answered no',
  unanswered: 'will have nothing that shows it',
};

/** What becomes of an item on a day if nobody acts, as the end of a sentence that begins with its number. */
export function changeInWords({ from, to }: Change): string {
  return (DEFENSIBLE.has(from) && !DEFENSIBLE.has(to) ? GONE[from] : undefined) ?? COMING[to];
}

/** The same as a whole sentence or two: what becomes of it, and why. */
export function changeSentences(change: Change): string {
  return `${change.ref} ${changeInWords(change)}. ${neutralised(change.because)}`.trim();
}
