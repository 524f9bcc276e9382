import type { Command } from '../../record/decide.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { isHeld, isWithdrawn } from '../../workspace/documents/kept-document.ts';
import { showDocument } from '../documents/show-document.tsx';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { noStanding } from '../record/no-standing.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { choosable } from './choosable.ts';
import { ChoosePage } from './choose-page.tsx';
import { documentReadColumns, personReadColumns } from './reading-columns.tsx';
import { ReadingPage } from './reading-page.tsx';
import { readingPaths } from './reading-paths.ts';
import { progress, toRead } from './to-read.ts';

const PATH = '/organisations/:organisation/people/reading';
const NOT_FOUND: Answer = { show: 'not-found' };
const TITLE = 'Choose what staff should read';
const MEANWHILE: FormMistake = { message: 'Somebody has changed these documents meanwhile. Look again, then choose' };

/** Which documents staff are asked to read, and who has read them. */
export function readingRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today } = services;

  async function found({ seat: { organisation } }: Pick<SeatedVisit, 'seat'>) {
    const [record, result] = await Promise.all([records.open(organisation), standings.on(organisation, today())]);
    if (!record) return undefined;
    const documents = toRead(record.holdings, today(), result.ok ? result.standing : undefined);
    return { documents, how: progress(record.holdings, today(), documents) };
  }

  async function choosePage(
    { seat }: SeatedVisit,
    form: Form | undefined,
    mistakes: readonly FormMistake[],
    status: number,
  ): Promise<Answer> {
    const result = await standings.on(seat.organisation, today());
    if (!result.ok) return noStanding(seat, result.problem.message);
    const title = `${mistakes.length > 0 ? 'Error: ' : ''}${TITLE}`;
    return page(title, <ChoosePage {...{ seat, form, mistakes }} all={choosable(result.standing)} />, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: async (visit) => {
        const here = await found(visit);
        if (!here) return NOT_FOUND;
        const { seat, query } = visit;
        return page('What staff read', <ReadingPage {...{ seat, query }} {...here} />);
      },
    },
    ...tableRoutes(`${PATH}/documents`, 'read-registers', async (visit) => {
      const here = await found(visit);
      if (!here) return NOT_FOUND;
      const table = tableOf(documentReadColumns(visit.seat), here.how.documents);
      return { name: `what staff read ${today()}`, ...table };
    }),
    ...tableRoutes(`${PATH}/who`, 'read-registers', async (visit) => {
      const here = await found(visit);
      if (!here) return NOT_FOUND;
      const table = tableOf(personReadColumns(visit.seat, here.documents), here.how.people);
      return { name: `who has read what ${today()}`, ...table };
    }),
    {
      method: 'GET',
      path: `${PATH}/choose`,
      needs: 'write-registers',
      answer: (visit) => choosePage(visit, undefined, [], 200),
    },
    {
      method: 'POST',
      path: `${PATH}/choose`,
      needs: 'write-registers',
      // Every document of a large record, by its id.
      bodyBytes: 3_000_000,
      answer: async (visit) => {
        const { seat, form } = visit;
        const [ticked, was] = [new Set(form.all('read')), new Set(form.all('was'))];
        // What was left as it was shown is not asked for: somebody may have chosen it meanwhile.
        const asked = new Map(
          form.all('shown').flatMap((id) => (ticked.has(id) === was.has(id) ? [] : [[id, ticked.has(id)] as const])),
        );
        const done = await sendOnce(
          records,
          visit,
          (holdings) => choiceCommand(holdings, asked),
          ({ changes }) =>
            withDone(readingPaths.reading(seat.organisation), changes.length === 0 ? 'unchanged' : 'saved'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) =>
            choosePage(
              visit,
              form,
              problems.map(({ message }) => ({ message })),
              status,
            ),
          conflict: () => choosePage(visit, form, [MEANWHILE], 409),
        });
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/documents/:id/staff-read',
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form, params } = visit;
        const id = params.id ?? '';
        const said = form.text('read');
        const record = await records.open(seat.organisation);
        const one = record && findOf(record.holdings, document, id);
        if (!one || isHeld(one) || isWithdrawn(one, today()) || !['yes', 'no'].includes(said)) return NOT_FOUND;
        const asked = new Map([[id, said === 'yes']]);
        const done = await sendOnce(
          records,
          visit,
          (holdings) => choiceCommand(holdings, asked),
          withDone(paths.document(seat.organisation, id), said === 'yes' ? 'staff-read' : 'staff-read-no-more'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) =>
            showDocument(
              services,
              visit,
              id,
              problems.map(({ message }) => ({ message })),
              status,
            ),
          conflict: () => showDocument(services, visit, id, [MEANWHILE], 409),
        });
      },
    },
  ];

  /** Only what is chosen otherwise than before; what is gone or no longer in use is passed over. */
  function choiceCommand(holdings: Holdings, asked: ReadonlyMap<string, boolean>): Command {
    const commands = [...asked].flatMap(([id, read]): readonly Command[] => {
      const one = findOf(holdings, document, id);
      if (!one || isHeld(one) || isWithdrawn(one, today()) || (one.data.staffRead === true) === read) return [];
      const { staffRead: _, ...rest } = one.data;
      const data = read ? { ...rest, staffRead: true } : rest;
      return [{ do: 'change', kind: document.name, id, seen: one.revision, data }];
    });
    return { do: 'together', commands };
  }
}
