import { findOf, type Holdings } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { neutralised } from '../../report/neutralised.ts';
import { trainingCount } from '../../workspace/standing/training-count.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { withDone } from '../record/done-banner.tsx';
import { dayTyped } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordLinks } from '../record/record-links.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { PeopleSection } from '../report/people-section.tsx';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { removedField } from './access-list.tsx';
import { joinRoutes } from './join-routes.tsx';
import { moveRoutes } from './move-routes.tsx';
import { ownRoutes } from './own-routes.tsx';
import { peopleFiles } from './people-files.ts';
import { PeoplePage } from './people-page.tsx';
import { peoplePaths } from './people-paths.ts';
import { personRoutes } from './person-routes.tsx';
import { trainingRoutes } from './training-routes.tsx';

const PATH = '/organisations/:organisation/people';
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
const CHANGED = 'Somebody has changed what is kept about them meanwhile. Look at it, then decide again';

/** Everyone who works for an organisation, and what is asked of each of them. */
export function peopleRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today } = services;

  async function peoplePage(
    { seat, query }: SeatedVisit,
    form: Form,
    mistakes: readonly FormMistake[],
    status: number,
  ): Promise<Answer> {
    const record = await records.open(seat.organisation);
    if (!record) return NOT_FOUND;
    const result = await standings.on(seat.organisation, today());
    const training = result.ok
      ? { count: trainingCount(result.standing), years: result.standing.check.catalogue.years }
      : { notKnown: result.problem.message };
    const { holdings } = record;
    const body = <PeoplePage {...{ seat, query, holdings, training, form, mistakes }} today={today()} />;
    return page(`${mistakes.length > 0 ? 'Error: ' : ''}People`, body, { status });
  }

  return [
    ...peopleFiles(services),
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: (visit) => peoplePage(visit, NOTHING_TYPED, [], 200),
    },
    {
      method: 'GET',
      path: `${PATH}/rests-on`,
      needs: 'read-registers',
      answer: async ({ seat }) => {
        const result = await standings.on(seat.organisation, today());
        if (!result.ok) return NOT_FOUND;
        const { standing } = result;
        const body = (
          <>
            <BackLink href={peoplePaths.people(seat.organisation)}>People</BackLink>
            <h1>What rests on one person</h1>
            <PeopleSection
              check={standing.check}
              links={recordLinks(seat, standing)}
              files={peoplePaths.restsOnFile(seat.organisation)}
            />
          </>
        );
        return page('What rests on one person', body);
      },
    },
    {
      method: 'POST',
      path: `${PATH}/:id/access-removed`,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form, params } = visit;
        const record = await records.open(seat.organisation);
        const one = record && leaverIn(record.holdings, params.id ?? '');
        if (!one) return NOT_FOUND;
        const field = removedField(one.id);
        const again = (message: string, status: number) =>
          peoplePage(
            visit,
            form,
            [{ field: `${field}-day`, message: `${neutralised(one.data.name)}: ${message}` }],
            status,
          );
        const accessRemovedOn = dayTyped(form, field);
        if (accessRemovedOn === '') return again('Enter the day on which their access was removed', 422);
        const data = { ...one.data, accessRemovedOn };
        const command = { do: 'change' as const, kind: person.name, id: one.id, seen: seenIn(form), data };
        const done = await sendOnce(
          records,
          visit,
          command,
          withDone(peoplePaths.people(seat.organisation), 'access-removed'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => again(problems.map(({ message }) => message).join('. '), status),
          conflict: () => peoplePage(visit, form, [{ message: `${neutralised(one.data.name)}: ${CHANGED}` }], 409),
        });
      },
    },
    ...joinRoutes(services),
    ...trainingRoutes(services),
    ...moveRoutes(services),
    ...personRoutes(services),
    ...ownRoutes(services),
  ];
}

function leaverIn(holdings: Holdings, id: string) {
  const one = findOf(holdings, person, id);
  return one?.data.leftOn === undefined ? undefined : one;
}
