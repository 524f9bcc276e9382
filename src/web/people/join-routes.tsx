import { appointment } from '../../record/kinds/appointment.ts';
import type { Field, FieldProblem } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { withDone } from '../record/done-banner.tsx';
import { dataOfForm, withUsual } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, pageAgain, type Route, redirect } from '../route.ts';
import { COURSE_FIELDS } from './course-fields.ts';
import { JOINER_FIELDS, JoinPage, ROLE_FIELDS } from './join-page.tsx';
import { peoplePaths } from './people-paths.ts';

const PATH = '/organisations/:organisation/people/join';
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };

/** Somebody joins: the person, their first training and their role, as one step of the record. */
export function joinRoutes({ records }: Pick<RecordRouteServices, 'records'>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'write-registers',
      answer: async ({ seat }) =>
        page('Somebody joins', <JoinPage seat={seat} form={withUsual(person, NOTHING_TYPED)} problems={[]} />),
    },
    {
      method: 'POST',
      path: PATH,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const joiner = crypto.randomUUID();
        const add = (kind: string, data: unknown) => ({ do: 'add' as const, kind, data });
        const command = {
          do: 'together' as const,
          commands: [
            { ...add(person.name, dataOfForm(JOINER_FIELDS, form)), id: joiner },
            ...typedIn(COURSE_FIELDS, form).map((data) => add(trainingRecord.name, { ...data, person: joiner })),
            ...typedIn(ROLE_FIELDS, form).map((data) => add(appointment.name, { ...data, person: joiner })),
          ],
        };
        const to = withDone(peoplePaths.person(seat.organisation, joiner), 'joined');
        const done = await sendOnce(records, visit, command, to);
        if (done.ok) return redirect(done.to);
        const again = (problems: readonly FieldProblem[], status: number) => ({
          ...pageAgain('Somebody joins', <JoinPage {...{ seat, form, problems }} />),
          status,
        });
        return problemAnswer(done.problem, { again, conflict: () => NOT_FOUND });
      },
    },
  ];
}

/** What was typed into a group that may be left empty; nothing when it was. */
function typedIn(fields: readonly Field[], form: Form): readonly Readonly<Record<string, unknown>>[] {
  const data = dataOfForm(fields, form);
  return Object.keys(data).length === 0 ? [] : [data];
}
