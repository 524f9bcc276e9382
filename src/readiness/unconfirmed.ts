import { factSaid } from '../record/fact-words.ts';
import type { Finding } from '../record/finding.ts';
import type { ItemAssessment } from './assessment.ts';

/** The items that would not apply by what one person told and nobody else has confirmed: looked over together, in one go. */
export type Unconfirmed = {
  readonly items: readonly [ItemAssessment, ...ItemAssessment[]];
  /** What to do about all of them, one sentence. */
  readonly step: string;
  /** What was told, as somebody says it: “We have no paper records” and 2 more. */
  readonly told: string;
};

/** Undefined when nothing waits to be confirmed. Mandatory items stand first. */
export function unconfirmedOf(assessed: readonly ItemAssessment[]): Unconfirmed | undefined {
  const waiting = assessed.filter(({ unconfirmed }) => unconfirmed !== undefined);
  const [first, ...rest] = [...waiting.filter(isMandatory), ...waiting.filter((one) => !isMandatory(one))];
  if (!first) return undefined;
  const [fact = '', ...more] = new Set(waiting.flatMap(({ unconfirmed = [] }) => unconfirmed));
  const told = `“${factSaid(fact, false)}”${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return { items: [first, ...rest], told, step: `Ask somebody else to confirm what you told us: ${told}.` };
}

export function isMandatory({ item }: ItemAssessment): boolean {
  return item.mandatory === true;
}

/** One finding for all of them: it is one thing to do. */
export function unconfirmedFindings(assessed: readonly ItemAssessment[]): readonly Finding[] {
  const found = unconfirmedOf(assessed);
  if (!found) return [];
  const { items, told, step } = found;
  const refs = items.map(({ item }) => item.ref);
  const taken = refs.length === 1 ? 'an item' : `${refs.length} items`;
  return [
    {
      code: 'no-proof',
      severity: items.some(isMandatory) ? 'medium' : 'low',
      refs,
      subject: 'what you told us',
      seen: [],
      message: `What you told us takes ${taken} off your list, and nobody else has confirmed it: ${told}.`,
      next: step,
    },
  ];
}
