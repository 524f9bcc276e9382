import { type AnyKind, valueIn } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';

/**
 * What a new entry is taken to say where nobody says otherwise: employees and directors have access to personal data. What is in
 * the record already stays as it is.
 */
export function usualValues(kind: AnyKind, said: unknown): Readonly<Record<string, unknown>> {
  const employment = valueIn(said, 'employment');
  return kind.name === person.name && (employment === 'staff' || employment === 'director')
    ? { accessesPersonalData: true }
    : {};
}
