import type { Instant } from '../../record/holdings.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { isSeen } from '../../record/seen.ts';
import { withoutNumbers } from '../../workspace/documents/patient-details.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import type { Form } from '../route.ts';
import { foundTyped, reportMistakes } from './report-form.ts';

/** The fields of the form for everybody. */
export const WHAT = 'what';
export const CONCERNED = 'concerned';
export const TOLD_WHOM = 'told-whom';

/** Characters of the title that is made from what was told. */
const TITLE = 120;
/** Characters of a short answer, and of what happened. */
const SHORT = 500;
const LONG = 10_000;
const LONGEST = { [WHAT]: LONG, [CONCERNED]: SHORT, [TOLD_WHOM]: SHORT } as const;

/**
 * What somebody told, as an incident. Nobody has decided how severe it is, and it counts as one of personal data until
 * somebody has: so the hours run from when it was noticed.
 */
export function toldAs(form: Form, by: string): Record<string, unknown> {
  const what = said(form, WHAT);
  const title = titleOf(what);
  const [concerned, whom] = [CONCERNED, TOLD_WHOM].map((name) => said(form, name).replaceAll(/\s+/g, ' '));
  const details = [
    ...(title === what ? [] : [what]),
    ...(concerned ? [`Whose information: ${concerned}`] : []),
    ...(whom ? [`Told already: ${whom}`] : []),
  ].join('\n\n');
  return {
    title,
    ...(details !== '' && { details }),
    reportedBy: by,
    severity: 'undecided',
    personalData: true,
    ...foundTyped(form),
  };
}

/** What is wrong with what was typed, beside what the record finds wrong with it. */
export function tellMistakes(form: Form, data: Record<string, unknown>, now: Instant): readonly FormMistake[] {
  const texts = Object.entries(LONGEST).flatMap(([field, longest]): readonly FormMistake[] => {
    const text = said(form, field);
    if (field === WHAT && text === '') return [{ field, message: 'Enter what happened' }];
    if (text.length > longest)
      return [{ field, message: `Write ${longest.toLocaleString('en-GB')} characters or fewer` }];
    if (withoutNumbers(text) !== text)
      return [
        { field, message: 'This looks like an NHS number. Take it out, and write nothing that tells who a patient is' },
      ];
    return [];
  });
  const found = typeof data.foundAt === 'string' && data.foundAt.endsWith('Z') ? data.foundAt : undefined;
  const message =
    found === undefined
      ? 'The day and time must be real'
      : found > now
        ? 'The time you noticed it must be in the past'
        : undefined;
  return [...texts, ...(message === undefined ? [] : reportMistakes(form, [{ field: 'foundAt', message }]))];
}

/** The record's own problems beside the fields they come from. */
export function mistakesTold(form: Form, problems: readonly FieldProblem[]): readonly FormMistake[] {
  return problems.flatMap((problem) =>
    problem.field === 'foundAt' ? reportMistakes(form, [problem]) : [{ field: WHAT, message: problem.message }],
  );
}

function said(form: Form, name: string): string {
  const text = form.text(name).replaceAll('\r\n', '\n').trim();
  return isSeen(text) ? text : '';
}

/** The first sentence, in one line and not too long for a list. */
function titleOf(what: string): string {
  const [first = ''] = what.split(/\n|(?<=[.!?])\s/);
  const line = first.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= TITLE) return line;
  return `${line.slice(0, TITLE).replace(/\s+\S*$/, '')} …`.toWellFormed();
}
