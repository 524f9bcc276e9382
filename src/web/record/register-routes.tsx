import { type AnyKind, type Entity, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { withArticle } from '../../record/words.ts';
import type { KeptRecord } from '../../workspace/kept-records.ts';
import { paths } from '../paths.ts';
import { RegisterPage } from '../registers/register-list.tsx';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { actorWords } from './actor-words.ts';
import { ConflictPage } from './conflict-page.tsx';
import { withDone } from './done-banner.tsx';
import { dataOfForm, formOfData, withUsual } from './entity-form-values.ts';
import { eraseRoutes } from './erase-routes.tsx';
import { titleOf } from './field-words.ts';
import { PastEntityPage } from './past-entity-page.tsx';
import { problemAnswer } from './problem-answer.ts';
import type { RecordRouteServices } from './record-services.ts';
import { seenIn } from './record-visit.ts';
import { registerFiles } from './register-files.ts';
import { registerBy } from './register-kinds.ts';
import { AddPage, EntityForm, EntityPage, NotRestoredPage, RegistersPage, RemovedPage } from './register-pages.tsx';
import { sendOnce } from './send-once.ts';

import { whenAsked } from './when-asked.ts';

const NOT_FOUND: Answer = { show: 'not-found' };

/** The registers that are filled in by hand: lists, one entry, adding, changing, removing, erasing. */
export function registerRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today } = services;

  type Opened = { readonly kind: AnyKind; readonly record: KeptRecord };
  /** The register of an address in the record as it stands; undefined when there is no such register. */
  async function opened({ seat, params }: SeatedVisit): Promise<Opened | undefined> {
    const kind = registerBy(params.register ?? '');
    const record = kind && (await records.open(seat.organisation));
    return record && { kind, record };
  }

  async function entityPage(
    { seat, query }: SeatedVisit,
    { kind, record }: Opened,
    entity: Entity,
    form: Form,
    problems: readonly FieldProblem[],
  ) {
    const { holdings } = record;
    const [steps, who] = await Promise.all([
      standings.history(seat.organisation, kind.name, entity.id),
      actorWords(services, seat.organisation, holdings),
    ]);
    const asked = whenAsked(query, today());
    return <EntityPage {...{ seat, query, kind, entity, holdings, form, problems, steps, who, asked }} />;
  }

  /** The page of an entry, with what is wrong said first. */
  async function entityAgain(
    visit: SeatedVisit,
    id: string,
    form: Form | undefined,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const here = await opened(visit);
    const entity = here?.record.holdings.of.get(here.kind.name)?.get(id);
    if (!here || !entity) return NOT_FOUND;
    const shown = form ?? formOfData(fieldsOf(here.kind), entity.data);
    const title = titleOf(here.kind, entity.data);
    return page(`Error: ${title}`, await entityPage(visit, here, entity, shown, problems), { status });
  }

  return [
    ...registerFiles(services),
    {
      method: 'GET',
      path: '/organisations/:organisation/registers',
      needs: 'read-registers',
      answer: async ({ seat }) => {
        const record = await records.open(seat.organisation);
        return record
          ? page('Registers', <RegistersPage seat={seat} holdings={record.holdings} on={today()} />)
          : NOT_FOUND;
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/registers/:register',
      needs: 'read-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { kind, record } = here;
        return page(
          kind.label.many,
          <RegisterPage seat={visit.seat} kind={kind} holdings={record.holdings} query={visit.query} on={today()} />,
        );
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/registers/:register/add',
      needs: 'write-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { kind, record } = here;
        return page(
          `Add ${withArticle(kind.label.one.toLowerCase())}`,
          // A link may fill in what is known already.
          <AddPage
            seat={visit.seat}
            kind={kind}
            holdings={record.holdings}
            form={withUsual(kind, visit.query)}
            problems={[]}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/registers/:register/add',
      needs: 'write-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { seat, form } = visit;
        const { kind, record } = here;
        const data = dataOfForm(fieldsOf(kind), form);
        const done = await sendOnce(
          records,
          visit,
          { do: 'add', kind: kind.name, data },
          withDone(paths.register(seat.organisation, kind.plural), 'added'),
        );
        if (done.ok) return redirect(done.to);
        const again = (problems: readonly FieldProblem[], status: number) =>
          page(
            `Error: Add ${withArticle(kind.label.one.toLowerCase())}`,
            <AddPage {...{ seat, kind, holdings: record.holdings, form, problems }} />,
            { status },
          );
        return problemAnswer(done.problem, { again, conflict: () => NOT_FOUND });
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/registers/:register/:id',
      needs: 'read-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { seat, params, query } = visit;
        const { kind, record } = here;
        const id = params.id ?? '';
        const asked = whenAsked(query, today());
        if ('at' in asked.when) {
          const then = await standings.holdingsAt(seat.organisation, asked.when.at);
          if (!then) return NOT_FOUND;
          const body = <PastEntityPage {...{ seat, kind, id, then, asked }} entity={then.of.get(kind.name)?.get(id)} />;
          return page(`${kind.label.one} as it was`, body);
        }
        const entity = record.holdings.of.get(kind.name)?.get(id);
        if (entity) {
          const form = formOfData(fieldsOf(kind), entity.data);
          return page(titleOf(kind, entity.data), await entityPage(visit, here, entity, form, []));
        }
        const steps = await standings.history(seat.organisation, kind.name, id);
        if (steps.length === 0) return NOT_FOUND;
        const { holdings } = record;
        const who = await actorWords(services, seat.organisation, holdings);
        return page(kind.label.one, <RemovedPage {...{ seat, kind, id, holdings, steps, who }} />);
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/registers/:register/:id',
      needs: 'write-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { seat, params, form } = visit;
        const { kind } = here;
        const id = params.id ?? '';
        const action = paths.entity(seat.organisation, kind.plural, id);
        const data = dataOfForm(fieldsOf(kind), form);
        const command = { do: 'change' as const, kind: kind.name, id, seen: seenIn(form), data };
        const done = await sendOnce(records, visit, command, ({ changes }) =>
          withDone(action, changes.length > 0 ? 'saved' : 'unchanged'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => entityAgain(visit, id, form, problems, status),
          conflict: (now, yours) => {
            const { holdings } = here.record;
            const title = titleOf(kind, now.data);
            const body = (
              <ConflictPage {...{ title, fields: fieldsOf(kind), yours, now: now.data, holdings, back: action }}>
                <EntityForm
                  {...{ holdings, form, action }}
                  fields={fieldsOf(kind)}
                  problems={[]}
                  seen={now.revision}
                  button="Save mine in its place"
                />
              </ConflictPage>
            );
            return page(`Changed meanwhile: ${title}`, body, { status: 409 });
          },
        });
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/registers/:register/:id/remove',
      needs: 'write-registers',
      answer: async (visit) => {
        const kind = registerBy(visit.params.register ?? '');
        if (!kind) return NOT_FOUND;
        const { seat, params, form } = visit;
        const id = params.id ?? '';
        const command = { do: 'remove' as const, kind: kind.name, id, seen: seenIn(form) };
        const done = await sendOnce(
          records,
          visit,
          command,
          withDone(paths.register(seat.organisation, kind.plural), 'removed', { entry: id }),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => entityAgain(visit, id, undefined, problems, status),
          conflict: () => entityAgain(visit, id, undefined, [CHANGED_MEANWHILE], 409),
        });
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/registers/:register/:id/restore',
      needs: 'write-registers',
      answer: async (visit) => {
        const here = await opened(visit);
        if (!here) return NOT_FOUND;
        const { seat, params } = visit;
        const { kind } = here;
        const id = params.id ?? '';
        const back = paths.entity(seat.organisation, kind.plural, id);
        // Sent twice, or somebody else was quicker.
        if (here.record.holdings.of.get(kind.name)?.has(id)) return redirect(back);
        const steps = await standings.history(seat.organisation, kind.name, id);
        const last = steps.at(-1)?.entry.action === 'remove' && steps.findLast(({ data }) => data !== undefined);
        if (!last) return NOT_FOUND;
        const command = { do: 'add' as const, kind: kind.name, id, data: last.data };
        const done = await sendOnce(records, visit, command, withDone(back, 'restored'));
        if (done.ok) return redirect(done.to);
        const again = (problems: readonly FieldProblem[], status: number) =>
          page('Error: It cannot be put back', <NotRestoredPage {...{ seat, kind, id, problems }} />, { status });
        return problemAnswer(done.problem, { again, conflict: () => redirect(back) });
      },
    },
    ...eraseRoutes(services),
  ];
}

const CHANGED_MEANWHILE = { message: 'Somebody else changed this since you looked at it. Look again, then decide' };
