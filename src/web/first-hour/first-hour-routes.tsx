import { askedFacts, certificatesOf, factsToFindOut } from '../../catalogue/asked-facts.ts';
import { parseCategory } from '../../catalogue/catalogue.ts';
import { CATEGORY_FACTS, categoryFactsOf, needsToolkit } from '../../catalogue/category-facts.ts';
import { decideCategory } from '../../catalogue/decide-category.ts';
import { certificatesMissing } from '../../readiness/certificate-held.ts';
import { certificateFact } from '../../record/fact-words.ts';
import { factsTold } from '../../record/facts-told.ts';
import { listOf } from '../../record/holdings.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { may } from '../../workspace/may.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { answerIn, factsTyped, formOfFacts, mergedFacts } from './category-form.ts';
import { CategoryPage } from './category-page.tsx';
import { FactsPage } from './facts-page.tsx';
import { FirstHourPage } from './first-hour-page.tsx';
import { firstHour, firstHourPath } from './first-hour-paths.ts';
import { firstHourPeopleRoutes } from './first-hour-people-routes.tsx';
import { firstHourStepsOf, STEP_NEEDS } from './first-hour-steps.ts';
import { refused } from './refused.ts';

const HERE = '/organisations/:organisation/first-hour';
const NOT_FOUND: Answer = { show: 'not-found' };

/** A guided start for somebody who has never seen the Toolkit. Each step can be left and gone on with. */
export function firstHourRoutes({ records, standings, notices, today }: RecordRouteServices): readonly Route[] {
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
        catalogue={check.catalogue}
        missing={certificatesMissing(check, data.facts ?? {})}
      />
    );
    return page(mistakes.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  return [
    {
      method: 'GET',
      path: HERE,
      needs: 'read-standing',
      answer: async (visit) => {
        const { seat, visitor } = visit;
        const [found, check, aside] = await Promise.all([
          ownOf(visit),
          checkOf(visit),
          notices.isPutAway(seat.organisation, visitor.account.id, 'first-hour'),
        ]);
        if (!found) return NOT_FOUND;
        const steps = firstHourStepsOf(found.record.holdings, check);
        return page(
          'The first hour',
          <FirstHourPage
            seat={seat}
            seats={visitor.seats}
            steps={steps}
            catalogue={check?.catalogue}
            toFindOut={check ? factsToFindOut(check.catalogue, factsTold(found.record.holdings)) : []}
            aside={aside}
            may={(step) => may(seat.role, STEP_NEEDS[step])}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: `${HERE}/aside`,
      needs: 'read-standing',
      answer: async ({ seat: { organisation: id }, visitor, form }) => {
        const aside = form.text('aside') === 'yes';
        await notices[aside ? 'putAway' : 'takeUp'](id, visitor.account.id, 'first-hour');
        return redirect(aside ? paths.home(id) : firstHour(id));
      },
    },
    {
      method: 'GET',
      path: `${HERE}/category`,
      needs: STEP_NEEDS.category,
      answer: (visit) => categoryPage(visit, undefined, []),
    },
    {
      method: 'POST',
      path: `${HERE}/category`,
      needs: STEP_NEEDS.category,
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
      needs: STEP_NEEDS.category,
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
    {
      method: 'GET',
      path: `${HERE}/facts`,
      needs: STEP_NEEDS.facts,
      answer: (visit) => factsPage(visit, undefined, []),
    },
    {
      method: 'POST',
      path: `${HERE}/facts`,
      needs: STEP_NEEDS.facts,
      answer: async (visit) => {
        const check = await checkOf(visit);
        if (!check) return NOT_FOUND;
        const { form } = visit;
        const held = form.all('certificates');
        const typed = {
          ...Object.fromEntries(askedFacts(check.catalogue).map(({ fact }) => [fact, answerIn(form.text(fact))])),
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
    ...firstHourPeopleRoutes({ records, today }),
  ];
}
