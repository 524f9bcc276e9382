import type { Fact } from '../record/document.ts';

const NONE = /^(?:no?|none|nil|nothing|not applicable|n\/?a|no (?:personal |patient )?data\b.*|[-–—]*)$/i;

/** True of a row about a supplier in use that says which personal data it handles. */
export function handlesPersonalData({ type, value, parts }: Fact): boolean {
  return type === 'supplier' && value !== 'ended' && !NONE.test((parts?.data ?? '').trim());
}
