import { listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { document } from '../../record/kinds/document.ts';
import { decisionsIn } from '../../workspace/documents/decisions.ts';
import { isHeld } from '../../workspace/documents/kept-document.ts';
import type { ItemView } from '../../workspace/standing/standing.ts';
import { ANSWER_FIELDS, AnswerForm } from '../items/answer-part.tsx';
import { itemsAsked, itemsWanted, ownersOf } from '../items/items-asked.ts';
import { ItemsPage } from '../items/items-page.tsx';
import { itemsTable } from '../items/items-table.ts';
import { itemShower } from '../items/show-item.tsx';
import { paths } from '../paths.ts';
import { type Answer, page, type Route, redirect } from '../route.ts';
import { tableRoutes } from '../tables/table-routes.ts';
import { ConflictPage } from './conflict-page.tsx';
import { withDone } from './done-banner.tsx';
import { noStanding } from './no-standing.tsx';
import { observationCommand } from './observation-command.ts';
import { problemAnswer } from './problem-answer.ts';
import { recordPaths } from './record-paths.ts';
import type { RecordRouteServices } from './record-services.ts';
import { seenIn } from './record-visit.ts';
import { sendOnce } from './send-once.ts';
import { type WhenAsked, whenAsked } from './when-asked.ts';

const NOT_FOUND: Answer = { show: 'not-found' };
const ITEM = '/organisations/:organisation/items/:ref';

/** Where an organisation stands: the whole, its items, and what people say to each. */
export function standingRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today, now } = services;
  const { now: itemNow, show } = itemShower(services);

  function standingAsked(organisation: string, { when }: WhenAsked) {
    return 'on' in when ? standings.on(organisation, when.on) : standings.at(organisation, when.at);
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/items',
      needs: 'read-standing',
      answer: async (visit) => {
        const { seat, query } = visit;
        const asked = whenAsked(query, today());
        const result = await standingAsked(seat.organisation, asked);
        if (!result.ok) return noStanding(seat, result.problem.message);
        const body = <ItemsPage {...{ seat, query, asked }} {...result.standing} />;
        return asked.problem === undefined
          ? page('Evidence items', body)
          : page('Error: Evidence items', body, { status: 422 });
      },
    },
    ...tableRoutes('/organisations/:organisation/items/export', 'read-standing', async ({ seat, query }) => {
      const asked = whenAsked(query, today());
      const result = await standingAsked(seat.organisation, asked);
      if (!result.ok) return noStanding(seat, result.problem.message);
      const { check, holdings } = result.standing;
      const items = itemsWanted(check.assessment.items, itemsAsked(query, check), ownersOf(holdings));
      return { name: `evidence items ${asked.past ?? today()}`, ...itemsTable(check, holdings, items) };
    }),
    {
      method: 'GET',
      path: ITEM,
      needs: 'read-standing',
      answer: async (visit) => {
        const { seat, params, query } = visit;
        const { when } = whenAsked(query, today());
        const view = await standings.item(seat.organisation, params.ref ?? '', when);
        return view ? show(visit, view) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: `${ITEM}/answer`,
      needs: 'write-answers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        if (!view) return NOT_FOUND;
        const { seat, visitor, form } = visit;
        const { ref } = view.assessed.item;
        const back = paths.item(seat.organisation, ref);
        const before = view.answer && answer.schema.parse(view.answer.data);
        const typed = { said: form.text('said'), words: form.text('words').replace(/\r\n?/g, '\n').trim() };
        const same = before?.said === typed.said && (before.words ?? '') === typed.words;
        const data = {
          edition: view.standing.check.catalogue.edition,
          item: ref,
          ...(typed.said !== '' && { said: typed.said }),
          ...(typed.words !== '' && { words: typed.words }),
          answeredOn: today(),
          by: visitor.account.name,
          // What was approved is what was said then: other words need approval anew.
          ...(same && before.approvedBy !== undefined && { approvedBy: before.approvedBy }),
          ...(same && before.approvedOn !== undefined && { approvedOn: before.approvedOn }),
        };
        const conflict = (now: NonNullable<ItemView['answer']>, yours: unknown) =>
          page(
            `Changed meanwhile: your answer to ${ref}`,
            <ConflictPage
              title={`Your answer to ${ref}`}
              fields={ANSWER_FIELDS}
              yours={yours}
              now={now.data}
              holdings={view.standing.holdings}
              back={back}
            >
              <AnswerForm
                action={recordPaths.answer(seat.organisation, ref)}
                form={form}
                problems={[]}
                seen={now.revision}
                button="Save mine in its place"
              />
            </ConflictPage>,
            { status: 409 },
          );
        // Somebody else answered first while this form was still empty.
        if (view.answer && form.text('seen') === '') return conflict(view.answer, data);
        const command = view.answer
          ? { do: 'change' as const, kind: answer.name, id: view.answer.id, seen: seenIn(form), data }
          : { do: 'add' as const, kind: answer.name, data };
        const done = await sendOnce(records, visit, command, ({ changes }) =>
          withDone(back, changes.length > 0 ? 'answered' : 'unchanged'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => show(visit, view, { form, problems, status }),
          conflict,
        });
      },
    },
    {
      method: 'POST',
      path: `${ITEM}/observations`,
      needs: 'write-answers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        if (!view) return NOT_FOUND;
        const { seat, visitor, form } = visit;
        const { ref } = view.assessed.item;
        const { holdings } = view.standing;
        const back = paths.item(seat.organisation, ref);
        const again = (message: string, status: number, field?: string) =>
          show(visit, view, { problems: [{ message, ...(field !== undefined && { field }) }], status });
        const verdict = form.text('verdict');
        const id = form.text('document');
        if (id === '') return again('Select a document', 422);
        const chosen = listOf(holdings, document).find((one) => one.id === id && !isHeld(one));
        if (!chosen || (verdict !== 'shows' && verdict !== 'does-not-show')) return NOT_FOUND;
        const decided = observationCommand(decisionsIn(holdings).get(chosen.data.path)?.get(ref), {
          ref,
          document: id,
          verdict,
          seen: form.text('seen'),
          receivedAt: now(),
          collector: visitor.account.name,
        });
        if (decided === 'changed-meanwhile') return again(DECIDED_MEANWHILE, 409);
        if (decided === 'as-it-is') return redirect(withDone(back, 'unchanged'));
        const done = await sendOnce(
          records,
          visit,
          decided,
          withDone(back, verdict === 'shows' ? 'accepted' : 'rejected'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => show(visit, view, { problems, status }),
          conflict: () => again(DECIDED_MEANWHILE, 409),
        });
      },
    },
  ];
}

const DECIDED_MEANWHILE = 'Somebody else has decided about this document meanwhile. Look again, then decide';
