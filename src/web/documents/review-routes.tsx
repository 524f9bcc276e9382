import { counted } from '../../report/counted.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner, withDone } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { AcceptSure } from './after-upload.tsx';
import {
  AS_LEFT,
  broughtIn,
  broughtInBy,
  hashOfPairs,
  ON_A_PAGE,
  reviewable,
  reviewPath,
  type Span,
  spanIn,
  surePairs,
  toLookThrough,
} from './brought-in.ts';
import { decisionCommands } from './document-decisions.ts';
import { UploadedReview } from './uploaded-review.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TICKED: Form = { text: () => '', all: () => [] };
const TITLE = 'What your documents show';
const MEANWHILE: FormMistake = {
  message: 'What is suggested has changed since you looked, so nothing was accepted. Look again, then decide',
};

/** Looking through a large upload, or through all that waits, page by page, and accepting all that is sure of it at once. */
export function reviewRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, entriesBefore, today, now } = services;

  /** Without a span it is about all that waits, whoever brought it in. */
  type Found = {
    readonly span: Span | undefined;
    readonly standing: Standing;
    readonly rows: ReturnType<typeof broughtIn>;
  };
  async function found({ seat, visitor }: SeatedVisit, asked: Form): Promise<Found | undefined> {
    const span = spanIn(asked);
    const result = await standings.on(seat.organisation, today());
    if (!result.ok) return undefined;
    const { standing } = result;
    if (!span) return { span, standing, rows: toLookThrough(standing) };
    const ids = await broughtInBy(entriesBefore, seat.organisation, actorOf({ visitor }), span.from);
    return { span, standing, rows: reviewable(standing, broughtIn(standing, span, ids)) };
  }

  function reviewPage(visit: SeatedVisit, { span, standing, rows }: Found, mistakes: readonly FormMistake[]): Answer {
    const { seat, query } = visit;
    const shown = paged(rows, query, ON_A_PAGE);
    const href = reviewPath(seat.organisation, span);
    const body = (
      <>
        <BackLink href={paths.documents(seat.organisation)}>Documents</BackLink>
        <DoneBanner query={query} />
        <Mistakes mistakes={mistakes} />
        <h1>{TITLE}</h1>
        {rows.length === 0 ? (
          <p>
            There is nothing left to look through. <a href={paths.documents(seat.organisation)}>Go to your documents</a>
          </p>
        ) : (
          <p>
            {counted(rows.length, 'document')}
            {!span && ' to look through'}
            {shown.pages > 1 && `, page ${shown.page} of ${shown.pages}`}.
          </p>
        )}
        <AcceptSure {...{ seat, span }} pairs={surePairs(standing, rows)} />
        <UploadedReview
          {...{ seat, standing }}
          of={shown.rows.map(({ document }) => document.id)}
          back={{ ...(span && { span }), page: shown.page }}
          form={query.text('ticks') === AS_LEFT.ticks ? NOTHING_TICKED : undefined}
        />
        {shown.pages > 1 && may(seat.role, 'write-answers') && (
          <p>Keep what is ticked here before you go to another page.</p>
        )}
        <PageLinks {...shown} href={href} />
      </>
    );
    return page(mistakes.length > 0 ? `Error: ${TITLE}` : TITLE, body, { status: mistakes.length > 0 ? 409 : 200 });
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/documents/review',
      needs: 'read-standing',
      answer: async (visit) => {
        const here = await found(visit, visit.query);
        return here ? reviewPage(visit, here, []) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/documents/review/accept',
      needs: 'write-answers',
      answer: async (visit) => {
        const { seat, form, visitor } = visit;
        const here = await found(visit, form);
        if (!here) return NOT_FOUND;
        const { span, standing, rows } = here;
        const pairs = surePairs(standing, rows);
        if (form.text('sure') !== hashOfPairs(pairs)) return reviewPage(visit, here, [MEANWHILE]);
        const made = decisionCommands(
          { verdict: 'shows', pairs, places: [], others: [], of: [] },
          {
            holdings: standing.holdings,
            refs: new Set(standing.check.catalogue.items.map(({ ref }) => ref)),
            now: now(),
            today: today(),
            collector: visitor.account.name,
          },
        );
        if (!made.ok) return reviewPage(visit, here, [MEANWHILE]);
        const to = withDone(
          recordPaths.review(seat.organisation),
          'decided',
          span && { since: span.from, until: span.until },
        );
        const done = await sendOnce(records, visit, { do: 'together', commands: made.commands }, to);
        if (done.ok) return redirect(done.to);
        const again = async () => {
          const then = await found(visit, form);
          return then ? reviewPage(visit, then, [MEANWHILE]) : NOT_FOUND;
        };
        return problemAnswer(done.problem, { again, conflict: again });
      },
    },
  ];
}
