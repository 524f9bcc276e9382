import type { Command } from '../../record/decide.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';
import { personByEmail } from '../../record/open-actions.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { trainingCount } from '../../workspace/standing/training-count.ts';
import { readBy, type ToRead, toRead } from '../reading/to-read.ts';
import { type DoneCode, withDone } from '../record/done-banner.tsx';
import { dataOfForm } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { COURSE_FIELDS, sameCourse } from './course-fields.ts';
import { OwnPage, PolicyPage } from './own-page.tsx';
import { peoplePaths } from './people-paths.ts';
import type { Person } from './person-rows.ts';

const PATH = '/organisations/:organisation/mine';
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
/** Lines of a policy that are shown; the rest is in the file. */
const LINES = 2_000;
/** Characters that the name of a course may have. */
const LONGEST = 300;
const NOBODY = 'The staff list has nobody with your email address. Ask whoever keeps it to add you';

const RECORDED: FieldProblem = { field: 'course', message: 'This course is recorded already' };
const NOTHING_TO_DO: Command = { do: 'together', commands: [] };

/** What is asked of somebody, and what they say about themselves. Nobody says here anything about anybody else. */
export function ownRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, documents, today } = services;

  type Mine = {
    readonly holdings: Holdings;
    readonly standing: Standing | undefined;
    readonly own: Person | undefined;
    readonly policies: readonly ToRead[];
  };
  async function mine({ seat, visitor }: SeatedVisit): Promise<Mine | undefined> {
    const record = await records.open(seat.organisation);
    if (!record) return undefined;
    const { holdings } = record;
    const result = await standings.on(seat.organisation, today());
    const standing = result.ok ? result.standing : undefined;
    const own = personByEmail(holdings, visitor.account.email);
    return { holdings, standing, own, policies: toRead(holdings, today(), standing) };
  }

  async function ownPage(
    visit: SeatedVisit,
    form: Form,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const found = await mine(visit);
    if (!found) return NOT_FOUND;
    const { seat, visitor, query } = visit;
    const { holdings, standing, own, policies } = found;
    const read = own && readBy(holdings, own.id);
    const model = {
      ...{ seat, query, policies, form, problems },
      email: visitor.account.email,
      today: today(),
      unread: policies.filter(({ id }) => !read?.has(id)),
      own: own && {
        training: standing && trainingCount(standing).of.get(own.id),
        done: listOf(holdings, trainingRecord)
          .filter(({ data }) => data.person === own.id)
          .toSorted((a, b) => b.data.completedOn.localeCompare(a.data.completedOn)),
      },
    };
    const title = `${problems.length > 0 ? 'Error: ' : ''}What is asked of you`;
    return page(title, <OwnPage {...model} />, { status });
  }

  /** Keeps something about whoever asks, and shows their page again. `stands` looks in the very moment it is kept. */
  async function keep(
    visit: SeatedVisit,
    own: Person,
    data: object,
    code: DoneCode,
    stands: (holdings: Holdings) => Command | readonly FieldProblem[] | undefined,
  ): Promise<Answer> {
    const { seat, form } = visit;
    const command = { do: 'add' as const, kind: trainingRecord.name, data: { ...data, person: own.id } };
    const asked = (holdings: Holdings) => stands(holdings) ?? command;
    const done = await sendOnce(records, visit, asked, withDone(peoplePaths.mine(seat.organisation), code));
    if (done.ok) return redirect(done.to);
    return problemAnswer(done.problem, {
      again: (problems, status) => ownPage(visit, form, problems, status),
      conflict: () => NOT_FOUND,
    });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-own-training',
      answer: (visit) => ownPage(visit, NOTHING_TYPED, [], 200),
    },
    {
      method: 'POST',
      path: `${PATH}/training`,
      needs: 'write-own-training',
      answer: async (visit) => {
        const found = await mine(visit);
        if (!found) return NOT_FOUND;
        const { own } = found;
        if (!own) return ownPage(visit, visit.form, [{ message: NOBODY }], 422);
        const course = dataOfForm(COURSE_FIELDS, visit.form);
        // What is no kind of course is told from the form's own options: a policy is said to be read on its own page.
        const kind = COURSE_FIELDS.find(({ name }) => name === 'kind')?.options?.find(
          ({ value }) => value === course.kind,
        )?.value;
        return keep(visit, own, { ...course, kind }, 'trained', (holdings) =>
          sameCourse(holdings, course).has(own.id) ? [RECORDED] : undefined,
        );
      },
    },
    {
      method: 'GET',
      path: `${PATH}/policies/:id`,
      needs: 'read-policies',
      answer: async (visit) => {
        const found = await mine(visit);
        const policy = found?.policies.find(({ id }) => id === visit.params.id);
        if (!found || !policy) return NOT_FOUND;
        const { seat } = visit;
        const looked = await documents.preview(seat.organisation, policy.id, LINES);
        const body = (
          <PolicyPage
            {...{ seat, policy }}
            preview={looked.ok ? looked.preview : { notShown: looked.problem.message }}
            readOn={found.own && readBy(found.holdings, found.own.id).get(policy.id)}
            mayTell={found.own !== undefined}
          />
        );
        return page(neutralised(policy.title), body);
      },
    },
    {
      method: 'POST',
      path: `${PATH}/policies/:id`,
      needs: 'write-own-training',
      answer: async (visit) => {
        const found = await mine(visit);
        const policy = found?.policies.find(({ id }) => id === visit.params.id);
        if (!found || !policy) return NOT_FOUND;
        const { own } = found;
        if (!own) return ownPage(visit, NOTHING_TYPED, [{ message: NOBODY }], 422);
        const course = `Read: ${policy.title}`.slice(0, LONGEST).toWellFormed();
        const data = { course, kind: POLICY_READ, completedOn: today(), document: policy.id };
        // Said twice is said once.
        return keep(visit, own, data, 'policy-read', (holdings) =>
          readBy(holdings, own.id).has(policy.id) ? NOTHING_TO_DO : undefined,
        );
      },
    },
    {
      method: 'GET',
      path: `${PATH}/policies/:id/content`,
      needs: 'read-policies',
      answer: async (visit) => {
        const policy = (await mine(visit))?.policies.find(({ id }) => id === visit.params.id);
        const opened = policy && (await documents.open(visit.seat.organisation, policy.id));
        if (!opened?.ok) return NOT_FOUND;
        visit.reply.headers(opened.download.headers).send(opened.download.stream);
        return { show: 'sent' };
      },
    },
  ];
}
