import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';

/** The field of a kind that holds, or leads to, a person by their whole name. */
export function nameField(kind: AnyKind): string | undefined {
  if (kind.name === person.name) return 'name';
  return fieldsOf(kind).find(({ is, to, required }) => is === 'reference' && to === person.name && required)?.name;
}

/** What stands in a mapping for the columns of first name and surname, which fill a field together. */
export function halvesOf(field: string): readonly [first: string, last: string] {
  return [`${field}:first`, `${field}:last`];
}

const FIRST = new Set(['first name', 'firstname', 'forename', 'given name', 'christian name', 'first']);
const LAST = new Set(['last name', 'lastname', 'surname', 'family name', 'second name', 'last']);
const WHOSE = new Set(
  'staff employee employees learner user person member colleague s legal please enter your of the'.split(' '),
);

/** Which half of a person's name a heading asks for, when it asks for one alone. */
export function halfOfName(heading: string): 'first' | 'last' | undefined {
  const bare = heading
    .split(' ')
    .filter((word) => !WHOSE.has(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
  if (FIRST.has(bare)) return 'first';
  return LAST.has(bare) ? 'last' : undefined;
}
