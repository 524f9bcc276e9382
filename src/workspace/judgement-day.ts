import { parseStatedDate } from '../reading/dates/find-dates.ts';
import { type Day, isDay } from '../record/day.ts';

/** The day a person means, in ISO form or in any way dates are written in Britain; undefined when it is not one certain day. */
export function parseJudgementDay(text: string): Day | undefined {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const stated = parseStatedDate(trimmed);
  return stated?.precision === 'day' && !stated.ambiguous ? stated.from : undefined;
}
