import type { Field, FieldProblem } from '../../record/kinds/kind.ts';
import type { FormMistake } from '../parts/form-parts.tsx';

/** Few choices are shown all at once. */
const SHOWN_AT_ONCE = 6;

export function asRadios({ is, required, options = [] }: Field): boolean {
  return is === 'choice' && required && options.length <= SHOWN_AT_ONCE;
}

/** Where on a form the summary of mistakes leads for a field: its first input. */
export function anchorOf(field: Field): string {
  const { name, is, of = [] } = field;
  switch (is) {
    case 'day':
      return `${name}-day`;
    case 'yes-no':
    case 'references':
      return `${name}-1`;
    case 'choice':
      return asRadios(field) ? `${name}-1` : name;
    case 'rows':
      return of[0] ? `${name}-0-${of[0].name}` : name;
    default:
      return name;
  }
}

/** Problems of fields as the summary at the top of a page lists them. */
export function mistakesOf(fields: readonly Field[], problems: readonly FieldProblem[]): readonly FormMistake[] {
  return problems.map(({ field, message }) => {
    const found = fields.find(({ name }) => name === field);
    return found ? { field: anchorOf(found), message } : { message };
  });
}
