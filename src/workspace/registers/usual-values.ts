import { type AnyKind, valueIn } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';

/** What new entries are to say where we would say yes by ourselves: that, or no, or nothing. */
export const USUAL_CHOICES = ['yes', 'no', 'open'] as const;
export type UsualChoice = (typeof USUAL_CHOICES)[number];

/**
 * The field that a new entry is taken to say yes of because nobody said otherwise: employees and directors have access to
 * personal data. What is in the record already stays as it is.
 */
export function usualField(kind: AnyKind, said: unknown): string | undefined {
  const employment = valueIn(said, 'employment');
  return kind.name === person.name &&
    (employment === 'staff' || employment === 'director') &&
    valueIn(said, 'accessesPersonalData') === undefined
    ? 'accessesPersonalData'
    : undefined;
}

export function usualValues(
  kind: AnyKind,
  said: unknown,
  choice: UsualChoice = 'yes',
): Readonly<Record<string, unknown>> {
  const field = usualField(kind, said);
  return field === undefined || choice === 'open' ? {} : { [field]: choice === 'yes' };
}
