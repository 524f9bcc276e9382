import { emailProblem } from '../../record/email-address.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { FormMistake } from '../parts/form-parts.tsx';

const MOST_LINES = 500;

/**
 * People typed one a line: a name, and after commas or tabs a job title and an email address, in either order. Each mistake says
 * on which line it is. Nobody is taken twice, neither from the lines nor beside somebody who is in the staff list.
 */
export function peopleTyped(
  text: string,
  holdings: Holdings,
): {
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
  const known = listOf(holdings, person);
  const IN_LIST = 'is in the staff list already';
  const names = new Map(
    known.filter(({ data }) => data.leftOn === undefined).map(({ data }) => [folded(data.name), IN_LIST]),
  );
  const emails = new Map(known.map(({ data }) => [folded(data.email ?? ''), IN_LIST]));
  const people = lines.map(({ line, at }) => {
    const wrong = (message: string) => mistakes.push({ field: 'people', message: `Line ${at}: ${message}` });
    const [name = '', ...more] = line.split(/\s*[,\t;]\s*/).map((part) => part.trim().replaceAll(/\s+/g, ' '));
    const rest = more.filter((part) => part !== '');
    const [email, ...otherEmails] = rest.filter((part) => part.includes('@'));
    const jobTitle = rest.filter((part) => !part.includes('@')).join(', ');
    const data = {
      name,
      employment: 'staff',
      ...(email !== undefined && { email }),
      ...(jobTitle !== '' && { jobTitle }),
    };
    if (otherEmails.length > 0) wrong('Enter one email address for each person');
    for (const { message } of person.schema.safeParse(data).error?.issues ?? []) wrong(message);
    const badEmail = email === undefined ? undefined : emailProblem(email);
    if (badEmail !== undefined) wrong(badEmail);
    const sameName = name === '' ? undefined : names.get(folded(name));
    if (sameName !== undefined)
      wrong(
        `${neutralised(name)} ${sameName}. If this is another person, add something that tells them apart, such as ${neutralised(name)} (Leeds)`,
      );
    const sameEmail = email === undefined ? undefined : emails.get(folded(email));
    if (sameEmail !== undefined && email !== undefined) wrong(`The email address ${neutralised(email)} ${sameEmail}`);
    const onLine = `is on line ${at} already`;
    if (sameName === undefined) names.set(folded(name), onLine);
    if (email !== undefined && sameEmail === undefined) emails.set(folded(email), onLine);
    return data;
  });
  return { people, mistakes };
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
