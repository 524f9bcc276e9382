import { findOf, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { comment } from '../../record/kinds/comment.ts';
import { person } from '../../record/kinds/person.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import { peopleMentioned } from '../../record/mentions.ts';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf, seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Route, redirect } from '../route.ts';
import { earlierAnswer } from './earlier-answer.tsx';
import { itemShower } from './show-item.tsx';

const ITEM = '/organisations/:organisation/items/:ref';
const NOT_FOUND: Answer = { show: 'not-found' };
const CHANGED = 'Somebody changed this since you looked at it. Look again, then decide';

/** What people do on the page of an evidence item besides answering it: who looks after it, and what they say to each other. */
export function itemRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, now, today } = services;
  const { now: itemNow, show } = itemShower(services);
  return [
    {
      method: 'POST',
      path: `${ITEM}/responsibility`,
      needs: 'write-registers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        if (!view) return NOT_FOUND;
        const { seat, form } = visit;
        const { ref } = view.assessed.item;
        const current = listOf(view.standing.holdings, responsibility).find(({ data }) => data.item === ref);
        const [owner, deputy] = [form.text('owner'), form.text('deputy')];
        const data = { item: ref, ...(owner !== '' && { owner }), ...(deputy !== '' && { deputy }) };
        const kind = responsibility.name;
        const again = (problems: readonly { readonly field?: string; readonly message: string }[], status: number) =>
          show(visit, view, { more: { owner: { form, problems } }, status });
        if (form.text('seen') !== String(current?.revision ?? '')) return again([{ message: CHANGED }], 409);
        const back = paths.item(seat.organisation, ref);
        // Nobody at all: the entry goes, because one without an owner says nothing.
        const nobody = owner === '' && deputy === '';
        if (nobody && !current) return redirect(withDone(back, 'unchanged'));
        const command =
          current && nobody
            ? { do: 'remove' as const, kind, id: current.id, seen: current.revision }
            : current
              ? { do: 'change' as const, kind, id: current.id, seen: current.revision, data }
              : { do: 'add' as const, kind, data };
        const done = await sendOnce(records, visit, command, ({ changes }) =>
          withDone(back, changes.length > 0 ? 'looked-after' : 'unchanged'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, { again, conflict: () => again([{ message: CHANGED }], 409) });
      },
    },
    {
      method: 'POST',
      path: `${ITEM}/answer/carry-over`,
      needs: 'write-answers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        if (!view) return NOT_FOUND;
        const { seat, visitor } = visit;
        const { check, holdings } = view.standing;
        const { ref } = view.assessed.item;
        const { edition } = check.catalogue;
        const earlier = earlierAnswer(holdings, ref, edition);
        const back = `${withDone(paths.item(seat.organisation, ref), 'carried')}#answer`;
        if (!earlier) return NOT_FOUND;
        const again = (message: string, status: number) => show(visit, view, { problems: [{ message }], status });
        // Somebody has answered meanwhile: that stands.
        if (view.answer) return again('There is an answer for this year already', 409);
        const { said, words } = earlier.data;
        const data = {
          edition,
          item: ref,
          said,
          ...(words !== undefined && { words }),
          answeredOn: today(),
          by: visitor.account.name,
          carriedFrom: earlier.data.edition,
        };
        const done = await sendOnce(records, visit, { do: 'add', kind: answer.name, data }, back);
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: ([problem], status) => again(problem?.message ?? CHANGED, status),
          conflict: () => again(CHANGED, 409),
        });
      },
    },
    {
      method: 'POST',
      path: `${ITEM}/comments`,
      needs: 'write-answers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        if (!view) return NOT_FOUND;
        const { seat, form, visitor } = visit;
        const { ref } = view.assessed.item;
        const typed = form.text('comment').replace(/\r\n?/g, '\n').trim();
        const again = (error: string, status: number) =>
          show(visit, view, { more: { comment: { typed, error } }, status });
        const mentions = peopleMentioned(typed, listOf(view.standing.holdings, person));
        const data = {
          item: ref,
          words: typed,
          by: visitor.account.name,
          author: actorOf(visit),
          saidAt: now(),
          ...(mentions.length > 0 && { mentions }),
        };
        const done = await sendOnce(
          records,
          visit,
          { do: 'add', kind: comment.name, data },
          `${withDone(paths.item(seat.organisation, ref), 'commented')}#comments`,
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: ([problem], status) => again(problem?.message ?? CHANGED, status),
          conflict: () => again(CHANGED, 409),
        });
      },
    },
    {
      method: 'POST',
      path: `${ITEM}/comments/remove`,
      needs: 'write-answers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        const id = visit.form.text('comment');
        const said = view && findOf(view.standing.holdings, comment, id);
        if (!view || said?.data.item !== view.assessed.item.ref) return NOT_FOUND;
        const { seat, form } = visit;
        const again = (error: string, status: number) =>
          show(visit, view, { more: { comment: { typed: '', error } }, status });
        if (said.data.author !== actorOf(visit)) return again('Only whoever wrote a comment can take it back', 422);
        const command = { do: 'remove' as const, kind: comment.name, id, seen: seenIn(form) };
        const done = await sendOnce(
          records,
          visit,
          command,
          `${withDone(paths.item(seat.organisation, said.data.item), 'taken-back')}#comments`,
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: ([problem], status) => again(problem?.message ?? CHANGED, status),
          conflict: () => again(CHANGED, 409),
        });
      },
    },
  ];
}
