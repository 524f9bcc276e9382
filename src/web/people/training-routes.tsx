import type { Command } from '../../record/decide.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { trainingCount } from '../../workspace/standing/training-count.ts';
import { activityTargets } from '../activities/activity-form.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { withDone } from '../record/done-banner.tsx';
import { dataOfForm } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { SEVERAL_FIELDS, sameCourse } from './course-fields.ts';
import { peoplePaths } from './people-paths.ts';
import { personRows } from './person-rows.ts';
import { FIRST_BOX, TrainingPage } from './training-page.tsx';

const PATH = '/organisations/:organisation/people/training';
const NOT_FOUND: Answer = { show: 'not-found' };
const TITLE = 'Record training for several people';
/** Names that a message gives. */
const NAMED = 5;

/** A course that several people took, as one step of the record. */
export function trainingRoutes(
  services: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>,
): readonly Route[] {
  const { records, standings, today } = services;

  async function formPage(
    { seat }: SeatedVisit,
    form: Form,
    problems: readonly FieldProblem[],
    about: readonly FormMistake[],
    status: number,
  ): Promise<Answer> {
    const record = await records.open(seat.organisation);
    if (!record) return NOT_FOUND;
    const result = await standings.on(seat.organisation, today());
    const count = result.ok ? trainingCount(result.standing) : undefined;
    const rows = personRows(record.holdings, count, today())
      .filter(({ presence }) => presence !== 'left')
      .sort((a, b) => byName.compare(a.person.data.name, b.person.data.name));
    const targets = activityTargets(record.holdings, today());
    const title = `${status === 200 ? '' : 'Error: '}${TITLE}`;
    return page(title, <TrainingPage {...{ seat, rows, targets, form, problems, about }} />, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'write-registers',
      // A link may tick somebody.
      answer: (visit) => formPage(visit, visit.query, [], [], 200),
    },
    {
      method: 'POST',
      path: PATH,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        if (!(await records.open(seat.organisation))) return NOT_FOUND;
        const to = withDone(peoplePaths.people(seat.organisation), 'trained');
        // Looked at in the very moment it is kept: somebody may be recording their own at the same time.
        const done = await sendOnce(records, visit, (holdings) => trainingAsked(holdings, form), to);
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) =>
            formPage(
              visit,
              form,
              problems.filter(({ field }) => field !== FIRST_BOX),
              problems.flatMap(({ field, message }) => (field === FIRST_BOX ? [{ field, message }] : [])),
              problems.some(({ message }) => message === GONE) ? 409 : status,
            ),
          conflict: () => NOT_FOUND,
        });
      },
    },
  ];
}

const NOBODY_TICKED = { field: FIRST_BOX, message: 'Select who took it' };
const GONE = 'Somebody you selected is not in the staff list any more. Look the list over';

/** What a form records of everybody who is ticked, or what is wrong with it as the record stands. */
function trainingAsked(holdings: Holdings, form: Form): Command | readonly FieldProblem[] {
  const course = dataOfForm(SEVERAL_FIELDS, form);
  const ids = [...new Set(form.all('people'))];
  if (ids.length === 0) return [...problemsOf(course), NOBODY_TICKED];
  const people = ids.flatMap((id) => findOf(holdings, person, id) ?? []);
  if (people.length < ids.length) return [{ field: FIRST_BOX, message: GONE }];
  const names = (some: typeof people) =>
    listed(
      some.map(({ data }) => neutralised(data.name)),
      NAMED,
    );
  const already = sameCourse(holdings, course);
  const doubled = people.filter(({ id }) => already.has(id));
  if (doubled.length > 0)
    return [{ field: FIRST_BOX, message: `This is recorded already for ${names(doubled)}. Take away their tick` }];
  const left = people.filter(({ data }) => data.leftOn !== undefined && data.leftOn < String(course.completedOn));
  if (left.length > 0)
    return [{ field: FIRST_BOX, message: `${names(left)} had left by that day. Take away their tick` }];
  const commands = ids.map((id) => ({
    do: 'add' as const,
    kind: trainingRecord.name,
    data: { ...course, person: id },
  }));
  return { do: 'together', commands };
}

/** What is wrong with a course, whoever took it. */
function problemsOf(course: object): readonly FieldProblem[] {
  const { error } = trainingRecord.schema.safeParse({ ...course, person: 'anybody' });
  return (error?.issues ?? []).map(({ path: [field], message }) => ({ field: String(field), message }));
}

const byName = new Intl.Collator('en-GB', { numeric: true });
