import { may } from '../../workspace/may.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect } from '../route.ts';
import { AS_LEFT, spanIn, suggestedOf } from './brought-in.ts';
import { decisionCommands, decisionsAsked, type Pair } from './document-decisions.ts';
import { showDocument } from './show-document.tsx';
import { FIRST_PAIR } from './suggested-items.tsx';
import { ReviewPage } from './uploaded-review.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };

/** Deciding which items documents show, of one document or of a whole upload, as one step of the record. */
export function decideRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today, now } = services;
  return [
    {
      method: 'POST',
      path: '/organisations/:organisation/documents/decide',
      needs: 'write-answers',
      // Every file of the largest upload with what is ticked of it.
      bodyBytes: 3_000_000,
      answer: async (visit) => {
        const { seat, form, visitor } = visit;
        const { organisation } = seat;
        const sent = decisionsAsked(form);
        const none = form.text('none');
        if (sent.places.length + sent.others.length > 0 && !may(seat.role, 'upload-documents'))
          return { show: 'forbidden' };
        const result = await standings.on(organisation, today());
        if (!result.ok) return NOT_FOUND;
        const { standing } = result;
        const asked = none === '' ? sent : { ...sent, refused: withAll(sent.refused, suggestedOf(standing, none)) };
        const [one] = asked.of;
        const ofOne = form.text('from') === 'document' && one !== undefined;
        const span = spanIn(form);
        const waits = form.text('from') === 'waiting';
        const wasOn = form.text('page');
        const back = (span || waits) && { back: { ...(span && { span }), page: Number(wasOn) || 1 } };
        const again = (mistake: FormMistake, status: number): Answer | Promise<Answer> => {
          if (ofOne) return showDocument(services, visit, one, [mistake], status);
          const body = (
            <ReviewPage
              {...{ seat, standing, form }}
              {...back}
              of={asked.of}
              mistakes={[mistake]}
              query={visit.query}
            />
          );
          return page(`Error: ${TITLE}`, body, { status });
        };
        if (asked.pairs.length + (asked.refused?.length ?? 0) + asked.places.length + asked.others.length === 0)
          return asked.of.length === 0 ? NOT_FOUND : again(ofOne ? NOTHING_TICKED : NOTHING_CHOSEN, 422);
        const made = decisionCommands(asked, {
          holdings: standing.holdings,
          refs: new Set(standing.check.catalogue.items.map(({ ref }) => ref)),
          now: now(),
          today: today(),
          collector: visitor.account.name,
        });
        if (!made.ok) {
          if (made.problem === 'not-there') return NOT_FOUND;
          return made.problem === 'none-stays' ? again(NONE_STAYS, 422) : again(MEANWHILE, 409);
        }
        const done = await sendOnce(records, visit, { do: 'together', commands: made.commands }, ({ changes }) =>
          withDone(
            span || waits
              ? recordPaths.review(organisation)
              : ofOne
                ? paths.document(organisation, one)
                : paths.documents(organisation),
            changes.length === 0 ? 'unchanged' : asked.places.length > 0 && ofOne ? 'took-place' : 'decided',
            span || waits ? { ...(span && { since: span.from, until: span.until }), page: wasOn, ...AS_LEFT } : {},
          ),
        );
        if (done.ok && none !== '') {
          // The other boxes of the page are not decided yet: they stand in the answer as they were left.
          const left = waits ? asked.of.filter((id) => id !== none) : asked.of;
          const after = await standings.on(organisation, today());
          if (!after.ok || left.length === 0) return redirect(done.to);
          const body = (
            <ReviewPage
              {...{ seat, form }}
              {...back}
              standing={after.standing}
              of={left}
              mistakes={[]}
              query={DECIDED}
            />
          );
          return page(TITLE, body, { done: true });
        }
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => again({ message: problems.map(({ message }) => message).join('. ') }, status),
          conflict: () => again(MEANWHILE, 409),
        });
      },
    },
  ];
}

/** What is refused, with what was suggested beside it. */
function withAll(refused: readonly Pair[] = [], all: readonly Pair[]): readonly Pair[] {
  const refs = new Set(refused.map(({ ref }) => ref));
  return [...refused, ...all.filter(({ ref }) => !refs.has(ref))];
}

const TITLE = 'What your documents show';
const DECIDED: Form = { text: (name) => (name === 'done' ? 'decided' : ''), all: () => [] };
const NOTHING_TICKED: FormMistake = { field: FIRST_PAIR, message: 'Select at least one evidence item' };
const NOTHING_CHOSEN: FormMistake = { message: 'Select at least one thing to keep' };
const NONE_STAYS: FormMistake = {
  message: 'Select only one of two documents to withdraw, so that the other stays',
};
const MEANWHILE: FormMistake = {
  message: 'Somebody else has decided about this meanwhile, so nothing of yours was kept. Look again, then decide',
};
