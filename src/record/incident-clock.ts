import type { Instant } from './holdings.ts';
import type { incident } from './kinds/incident.ts';
import type { DataOf } from './kinds/kind.ts';

/** Hours from becoming aware of a breach of personal data within which the ICO is told, where people may be at risk: UK GDPR article 33. */
export const HOURS_TO_TELL_ICO = 72;

const HOUR = 3_600_000;

/**
 * How an incident stands to those hours at a moment; spans are in milliseconds.
 * - `off`: nobody counts them: no personal data, rated as not to be reported, written down why it was not reported, or
 *   closed after it was rated.
 * - `running`, `over`: it may have to be reported and that was not done; how long is left, or has gone by since.
 * - `told`: reported so long after it was found.
 */
export type IncidentClock =
  | { readonly state: 'off' }
  | { readonly state: 'running'; readonly left: number }
  | { readonly state: 'over'; readonly over: number }
  | { readonly state: 'told'; readonly after: number; readonly late: boolean };

type IncidentData = DataOf<typeof incident>;

/** What of an incident tells whether it awaits a report; the kind itself asks, so its type cannot stand here. */
type Reported = {
  readonly severity: string;
  readonly reportedAt?: Instant | undefined;
  readonly notReportedBecause?: string | undefined;
};

/** What may have to be reported counts as such until somebody decides otherwise. */
export function mayHaveToBeReported({ severity }: Pick<Reported, 'severity'>): boolean {
  return severity === 'reportable' || severity === 'undecided';
}

/** Whether it may have to be reported, and neither was that done nor is it written down why not. */
export function awaitsReport(data: Reported): boolean {
  return mayHaveToBeReported(data) && data.reportedAt === undefined && data.notReportedBecause === undefined;
}

/** When an incident can be closed, in a sentence, if not yet: closing it would stop the hours. */
export function notYetClosed(data: Reported): string | undefined {
  if (!awaitsReport(data)) return undefined;
  return data.severity === 'undecided'
    ? 'You can close it once you have decided whether it may have to be reported'
    : 'You can close it once it is reported, or you have written down why not';
}

/** What was closed before anybody decided about personal data stays open all the same. */
export function isOpen(data: IncidentData): boolean {
  if (data.closedOn === undefined) return true;
  return data.severity === 'undecided' && data.personalData && awaitsReport(data);
}

export function incidentClock(data: IncidentData, now: Instant): IncidentClock {
  const { foundAt, reportedAt, personalData } = data;
  const limit = HOURS_TO_TELL_ICO * HOUR;
  const since = (at: Instant) => Date.parse(at) - Date.parse(foundAt);
  if (reportedAt !== undefined) {
    const after = since(reportedAt);
    return { state: 'told', after, late: personalData && after > limit };
  }
  if (!personalData || !awaitsReport(data) || !isOpen(data)) return { state: 'off' };
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
