import { person } from '../../record/kinds/person.ts';
import type { FormMistake } from '../parts/form-parts.tsx';

const MOST_LINES = 500;

/** People typed one a line: a name, and after commas or tabs a job title and an email address, in either order. */
export function peopleTyped(text: string): {
  readonly people: readonly Readonly<Record<string, unknown>>[];
  readonly mistakes: readonly FormMistake[];
} {
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => line.trim() !== '');
  if (lines.length > MOST_LINES)
    return {
      people: [],
      mistakes: [{ field: 'people', message: `Names must be ${MOST_LINES} or fewer. Import a spreadsheet for more` }],
    };
  const mistakes: FormMistake[] = [];
  const people = lines.map(({ line, at }) => {
    const [name = '', ...more] = line.split(/\s*[,\t;]\s*/);
    const rest = more.filter((part) => part !== '');
    const email = rest.find((part) => part.includes('@'));
    const jobTitle = rest.filter((part) => part !== email).join(', ');
    const data = {
      name: name.trim(),
      employment: 'staff',
      ...(email !== undefined && { email }),
      ...(jobTitle !== '' && { jobTitle }),
    };
    const read = person.schema.safeParse(data);
    for (const { message } of read.error?.issues ?? [])
      mistakes.push({ field: 'people', message: `Line ${at}: ${message}` });
    return data;
  });
  return { people, mistakes };
}
