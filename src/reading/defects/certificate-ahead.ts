import type { Examined } from './defect-rule.ts';

/** What somebody did is certified afterwards: such a paper begins with a deed, not with a day from which it is valid. */
const OF_A_DEED =
  /\bcertificate of (?:completion|attendance|achievement|training|destruction|disposal|erasure|sanitisation)\b|\b(?:training|course|destruction|disposal|erasure) certificate\b|\bhas (?:successfully )?(?:completed|attended|passed)\b/;
const OF_A_SCHEME = /\bcyber essentials\b|\b(?:iso|iec)[\s-]?\d{4,5}\b|\bpci[\s-]?dss\b/;

/**
 * Whether the document certifies something for a time: its own day of issue says when it begins. One that begins later is not
 * valid yet, and no untrue claim.
 */
export function certifiesForATime({ profile, lower }: Examined): boolean {
  if (profile.kind !== 'certificate' || OF_A_DEED.test(`${profile.title.toLowerCase()}\n${lower}`)) return false;
  return profile.dates.some(({ meaning }) => meaning === 'expires') || OF_A_SCHEME.test(lower);
}

/** Words for the day from which a certificate is valid. */
export const CERTIFIED = /\b(?:issued?|certified|approv(?:ed|al))\b/i;
