import type { Instant } from './holdings.ts';
import type { incident } from './kinds/incident.ts';
import type { DataOf } from './kinds/kind.ts';

/** Hours from becoming aware of a breach of personal data within which the ICO is told, where people may be at risk: UK GDPR article 33. */
export const HOURS_TO_TELL_ICO = 72;

const HOUR = 3_600_000;

/**
 * How an incident stands to those hours at a moment; spans are in milliseconds.
 * - `off`: nobody counts them: no personal data, rated as not to be reported, or closed without a report.
 * - `running`, `over`: it may have to be reported and that was not done; how long is left, or has gone by since.
 * - `told`: reported so long after it was found.
 */
export type IncidentClock =
  | { readonly state: 'off' }
  | { readonly state: 'running'; readonly left: number }
  | { readonly state: 'over'; readonly over: number }
  | { readonly state: 'told'; readonly after: number; readonly late: boolean };

/** What may have to be reported counts as such until somebody decides otherwise. */
export function incidentClock(
  { foundAt, reportedAt, personalData, severity, closedOn }: DataOf<typeof incident>,
  now: Instant,
): IncidentClock {
  const limit = HOURS_TO_TELL_ICO * HOUR;
  const since = (at: Instant) => Date.parse(at) - Date.parse(foundAt);
  if (reportedAt !== undefined) {
    const after = since(reportedAt);
    return { state: 'told', after, late: personalData && after > limit };
  }
  const mayHaveTo = personalData && (severity === 'reportable' || severity === 'undecided');
  if (!mayHaveTo || closedOn !== undefined) return { state: 'off' };
  // A time of day may be typed that is still to come.
  const gone = Math.max(0, since(now));
  return gone <= limit ? { state: 'running', left: limit - gone } : { state: 'over', over: gone - limit };
}

/** A span of time in words: hours and minutes, days from a hundred hours on. */
export function spanInWords(span: number): string {
  const minutes = Math.floor(span / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 100) return joined(Math.floor(hours / 24), 'day', hours % 24, 'hour');
  return hours === 0 ? unit(minutes, 'minute') : joined(hours, 'hour', minutes % 60, 'minute');
}

function joined(more: number, of: string, less: number, part: string): string {
  return less === 0 ? unit(more, of) : `${unit(more, of)} and ${unit(less, part)}`;
}

function unit(count: number, of: string): string {
  return `${count.toLocaleString('en-GB')} ${of}${count === 1 ? '' : 's'}`;
}
