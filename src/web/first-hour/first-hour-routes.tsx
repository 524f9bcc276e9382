import { parseCategory } from '../../catalogue/catalogue.ts';
import { decideCategory } from '../../catalogue/decide-category.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { person } from '../../record/kinds/person.ts';
import type { PerformProblem } from '../../workspace/kept-records.ts';
import { type Deed, may } from '../../workspace/may.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import {
  CATEGORY_FACTS,
  categoryFactsOf,
  factsTyped,
  formOfFacts,
  mergedFacts,
  needsToolkit,
  yesNoIn,
} from './category-form.ts';
import { CategoryPage } from './category-page.tsx';
import { askedFacts, certificateFact, certificatesOf, FactsPage } from './facts-page.tsx';
import { FirstHourPage } from './first-hour-page.tsx';
import { firstHour, firstHourPath } from './first-hour-paths.ts';
import { firstHourStepsOf, type Step } from './first-hour-steps.ts';
import { peopleTyped } from './people-form.ts';
import { FIRST_ROLES, PeoplePage } from './people-page.tsx';

const HERE = '/organisations/:organisation/first-hour';
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
const CHANGED = {
  message: 'Somebody changed this meanwhile. What you chose is still below: check it and save it again',
};

const NEEDS: Readonly<Record<Step, Deed>> = {
  category: 'manage-organisation',
  facts: 'manage-organisation',
  documents: 'upload-documents',
  people: 'write-registers',
  fixes: 'write-registers',
};

/** A guided start for somebody who has never seen the Toolkit. Each step can be left and gone on with. */
export function firstHourRoutes({ records, standings, today }: RecordRouteServices): readonly Route[] {
  async function ownOf({ seat }: SeatedVisit) {
    const record = await records.open(seat.organisation);
    return record && { record, own: listOf(record.holdings, organisation)[0] };
  }

  async function checkOf({ seat }: SeatedVisit) {
    const result = await standings.on(seat.organisation, today());
    return result.ok ? result.standing.check : undefined;
  }

  /** Puts facts, and the category when it is given, into what the organisation says of itself. */
  async function keepFacts(
    visit: SeatedVisit,
    to: string,
    typed: Readonly<Record<string, unknown>>,
    category?: string,
  ) {
    const found = await ownOf(visit);
    if (!found?.own) return undefined;
    const { id, data } = found.own;
    const changed = {
      ...data,
      ...(category !== undefined && { category }),
      facts: mergedFacts(data.facts ?? {}, typed),
    };
    const command = { do: 'change' as const, kind: organisation.name, id, seen: seenIn(visit.form), data: changed };
    return sendOnce(records, visit, command, to);
  }

  async function categoryPage(
    visit: SeatedVisit,
    form: Form | undefined,
    mistakes: readonly FormMistake[],
    status = 200,
  ) {
    const found = await ownOf(visit);
    if (!found?.own) return NOT_FOUND;
    const { data, revision } = found.own;
    const facts = data.facts ?? {};
    const title = 'Do you need the Toolkit, and which one?';
    const body = (
      <CategoryPage
        seat={visit.seat}
        query={visit.query}
        form={form ?? formOfFacts(facts)}
        mistakes={mistakes}
        seen={revision}
        current={data.category}
        needed={needsToolkit(facts)}
        decision={decideCategory(categoryFactsOf(facts))}
        asked={facts[CATEGORY_FACTS.kind] !== undefined || needsToolkit(facts) !== undefined}
      />
    );
    return page(mistakes.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  async function factsPage(visit: SeatedVisit, form: Form | undefined, mistakes: readonly FormMistake[], status = 200) {
    const [found, check] = await Promise.all([ownOf(visit), checkOf(visit)]);
    if (!found?.own || !check) return NOT_FOUND;
    const { data, revision } = found.own;
    const title = 'What do you have and do?';
    const body = (
      <FactsPage
        seat={visit.seat}
        form={form ?? formOfFacts(data.facts ?? {})}
        mistakes={mistakes}
        seen={revision}
        asked={askedFacts(check.catalogue)}
        certificates={certificatesOf(check.catalogue)}
      />
    );
    return page(mistakes.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  async function peoplePage(
    { seat, query }: SeatedVisit,
    holdings: Holdings,
    form: Form,
    mistakes: readonly FormMistake[],
    status = 200,
  ): Promise<Answer> {
    const title = 'Who works for you?';
    const body = <PeoplePage {...{ seat, query, holdings, form, mistakes }} today={today()} />;
    return page(mistakes.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  /** What went wrong, on the page of a step again with what was typed. */
  function refused(
    problem: PerformProblem,
    again: (mistakes: readonly FormMistake[], status: number) => Promise<Answer>,
  ) {
    return problemAnswer(problem, { again, conflict: () => again([CHANGED], 409) });
  }

  return [
    {
      method: 'GET',
      path: HERE,
      needs: 'read-standing',
      answer: async (visit) => {
        const [found, check] = await Promise.all([ownOf(visit), checkOf(visit)]);
        if (!found) return NOT_FOUND;
        const steps = firstHourStepsOf(found.record.holdings, check);
        const { seat, visitor } = visit;
        return page(
          'The first hour',
          <FirstHourPage seat={seat} seats={visitor.seats} steps={steps} may={(step) => may(seat.role, NEEDS[step])} />,
        );
      },
    },
    {
      method: 'GET',
      path: `${HERE}/category`,
      needs: NEEDS.category,
      answer: (visit) => categoryPage(visit, undefined, []),
    },
    {
      method: 'POST',
      path: `${HERE}/category`,
      needs: NEEDS.category,
      answer: async (visit) => {
        const { facts, mistakes } = factsTyped(visit.form);
        if (mistakes.length > 0) return categoryPage(visit, visit.form, mistakes, 422);
        const to = firstHourPath(visit.seat.organisation, 'category');
        const done = await keepFacts(visit, to, facts);
        if (!done) return NOT_FOUND;
        if (done.ok) return redirect(done.to);
        return refused(done.problem, (wrong, status) => categoryPage(visit, visit.form, wrong, status));
      },
    },
    {
      method: 'POST',
      path: `${HERE}/category/use`,
      needs: NEEDS.category,
      answer: async (visit) => {
        const category = visit.form.text('category');
        if (parseCategory(category) === undefined)
          return categoryPage(visit, undefined, [{ message: 'Select a category' }], 422);
        const to = withDone(firstHourPath(visit.seat.organisation, 'category'), 'saved');
        const done = await keepFacts(visit, to, {}, category);
        if (!done) return NOT_FOUND;
        if (done.ok) return redirect(done.to);
        return refused(done.problem, (wrong, status) => categoryPage(visit, undefined, wrong, status));
      },
    },
    { method: 'GET', path: `${HERE}/facts`, needs: NEEDS.facts, answer: (visit) => factsPage(visit, undefined, []) },
    {
      method: 'POST',
      path: `${HERE}/facts`,
      needs: NEEDS.facts,
      answer: async (visit) => {
        const check = await checkOf(visit);
        if (!check) return NOT_FOUND;
        const { form } = visit;
        const held = form.all('certificates');
        const typed = {
          ...Object.fromEntries(askedFacts(check.catalogue).map(({ fact }) => [fact, yesNoIn(form.text(fact))])),
          ...Object.fromEntries(
            certificatesOf(check.catalogue).map(([kind]) => [certificateFact(kind), held.includes(kind) || undefined]),
          ),
        };
        const done = await keepFacts(visit, firstHour(visit.seat.organisation), typed);
        if (!done) return NOT_FOUND;
        if (done.ok) return redirect(done.to);
        return refused(done.problem, (wrong, status) => factsPage(visit, form, wrong, status));
      },
    },
    {
      method: 'GET',
      path: `${HERE}/people`,
      needs: NEEDS.people,
      answer: async (visit) => {
        const record = await records.open(visit.seat.organisation);
        return record ? peoplePage(visit, record.holdings, NOTHING_TYPED, []) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: `${HERE}/people`,
      needs: NEEDS.people,
      answer: async (visit) => {
        const { seat, form } = visit;
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const again = (wrong: readonly FormMistake[], status: number) =>
          peoplePage(visit, record.holdings, form, wrong, status);
        const { people, mistakes } = peopleTyped(form.text('people'));
        if (mistakes.length > 0) return again(mistakes, 422);
        if (people.length === 0) return again([{ field: 'people', message: 'Enter at least one name' }], 422);
        const commands = people.map((data) => ({ do: 'add' as const, kind: person.name, data }));
        const done = await sendOnce(
          records,
          visit,
          { do: 'together', commands },
          withDone(firstHourPath(seat.organisation, 'people'), 'added'),
        );
        if (done.ok) return redirect(done.to);
        const atField = (wrong: readonly FormMistake[], status: number) =>
          again(
            wrong.map(({ message }) => ({ field: 'people', message })),
            status,
          );
        return refused(done.problem, atField);
      },
    },
    {
      method: 'POST',
      path: `${HERE}/people/roles`,
      needs: NEEDS.people,
      answer: async (visit) => {
        const { seat, form } = visit;
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const chosen = FIRST_ROLES.filter((role) => form.text(role) !== '');
        const commands = chosen.map((role) => ({
          do: 'add' as const,
          kind: appointment.name,
          data: { role, person: form.text(role), appointedOn: today() },
        }));
        const done = await sendOnce(
          records,
          visit,
          { do: 'together', commands },
          withDone(firstHourPath(seat.organisation, 'people'), chosen.length > 0 ? 'saved' : 'unchanged'),
        );
        if (done.ok) return redirect(done.to);
        const [only] = chosen;
        return refused(done.problem, (wrong, status) =>
          peoplePage(
            visit,
            record.holdings,
            form,
            wrong.map(({ message }) => ({ message, ...(chosen.length === 1 && { field: only }) })),
            status,
          ),
        );
      },
    },
  ];
}
