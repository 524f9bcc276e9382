import { answer } from '../../record/kinds/answer.ts';
import { authorOf } from '../../workspace/standing/answer-author.ts';
import { paths } from '../paths.ts';
import { type DoneCode, withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf, seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Route, redirect, type SeatedVisit } from '../route.ts';
import { itemShower } from './show-item.tsx';

const ITEM = '/organisations/:organisation/items/:ref';
const NOT_YOUR_OWN = { message: 'Somebody else must approve what you said yourself, or send it back' };
const NOTHING_WAITS = { message: 'This answer does not wait for an approval' };
const NOT_WHAT_YOU_SAW = {
  message: 'The answer has been changed since you looked at it. Read it again, then decide about it',
};

/** Approving what somebody else said of an item, or sending it back with the reason. */
export function approvalRoutes(services: RecordRouteServices): readonly Route[] {
  const { accounts, records, standings, today } = services;
  const { now: itemNow, show } = itemShower(services);

  async function decide(
    visit: SeatedVisit,
    done: DoneCode,
    decision: Readonly<Record<string, string>>,
    reason?: string,
  ): Promise<Answer> {
    const view = await itemNow(visit);
    if (!view?.answer) return { show: 'not-found' };
    const { seat, form } = visit;
    const more = reason === undefined ? undefined : { sendBack: { typed: reason, error: '' } };
    const steps = await standings.history(seat.organisation, answer.name, view.answer.id);
    const author = await authorOf(accounts.tokens, seat.organisation, steps);
    const {
      approvedBy,
      approvedOn: _on,
      sentBackBecause,
      sentBackBy: _from,
      sentBackOn: _when,
      ...said
    } = answer.schema.parse(view.answer.data);
    const waits = said.said === 'not-applicable' && approvedBy === undefined && sentBackBecause === undefined;
    if (!waits && seenIn(form) === view.answer.revision)
      return show(visit, view, { problems: [NOTHING_WAITS], status: 422 });
    if (author === actorOf(visit)) return show(visit, view, { problems: [NOT_YOUR_OWN], status: 422 });
    if (reason === '') {
      const error = 'Enter why the answer goes back';
      return show(visit, view, { more: { sendBack: { typed: reason, error } }, status: 422 });
    }
    const command = {
      do: 'change' as const,
      kind: answer.name,
      id: view.answer.id,
      seen: seenIn(form),
      data: { ...said, ...decision },
    };
    const to = withDone(paths.item(seat.organisation, view.assessed.item.ref), done);
    const sent = await sendOnce(records, visit, command, to);
    if (sent.ok) return redirect(sent.to);
    return problemAnswer(sent.problem, {
      again: (problems, status) => {
        const [about] = problems.filter(({ field }) => field === 'sentBackBecause');
        return about && more
          ? show(visit, view, { more: { sendBack: { ...more.sendBack, error: about.message } }, status })
          : show(visit, view, { problems, ...(more && { more }), status });
      },
      conflict: () => show(visit, view, { problems: [NOT_WHAT_YOU_SAW], ...(more && { more }), status: 409 }),
    });
  }

  return [
    {
      method: 'POST',
      path: `${ITEM}/answer/approve`,
      needs: 'approve-answers',
      answer: (visit) => decide(visit, 'approved', { approvedBy: visit.visitor.account.name, approvedOn: today() }),
    },
    {
      method: 'POST',
      path: `${ITEM}/answer/send-back`,
      needs: 'approve-answers',
      answer: (visit) => {
        const reason = visit.form.text('reason').replace(/\r\n?/g, '\n').trim();
        const decision = {
          sentBackBecause: reason,
          sentBackBy: visit.visitor.account.name,
          sentBackOn: today(),
        };
        return decide(visit, 'sent-back', decision, reason);
      },
    },
  ];
}
