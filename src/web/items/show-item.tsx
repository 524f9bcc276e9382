import { factBehind } from '../../readiness/taken-off.ts';
import { answer } from '../../record/kinds/answer.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { may } from '../../workspace/may.ts';
import { authorOf } from '../../workspace/standing/answer-author.ts';
import type { ItemView } from '../../workspace/standing/standing.ts';
import { toldFacts } from '../../workspace/standing/told-facts.ts';
import { actorWords } from '../record/actor-words.ts';
import { formOfData } from '../record/entity-form-values.ts';
import { ItemPage, type ItemPageProps } from '../record/item-page.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { whenAsked } from '../record/when-asked.ts';
import { type Answer, type Form, page, type SeatedVisit } from '../route.ts';
import { ANSWER_FIELDS } from './answer-part.tsx';

/** What a form of the page could not keep, for the page to be shown again with it. */
export type ItemAgain = {
  /** What was typed as the answer; otherwise the answer as it is. */
  readonly form?: Form;
  readonly problems?: readonly FieldProblem[];
  readonly more?: ItemPageProps['more'];
  readonly status?: number;
};

/** The page of an evidence item, for the routes that show it. */
export function itemShower({ accounts, standings, today }: RecordRouteServices) {
  return {
    /** The item of an address as it stands today. */
    now: ({ seat, params }: SeatedVisit): Promise<ItemView | undefined> =>
      standings.item(seat.organisation, params.ref ?? '', { on: today() }),

    show: async (visit: SeatedVisit, view: ItemView, again: ItemAgain = {}): Promise<Answer> => {
      const { seat, query } = visit;
      const { holdings } = view.standing;
      const behind = factBehind(view.standing.check, view.assessed.item.ref);
      const [steps, who, members, [told]] = await Promise.all([
        view.answer ? standings.history(seat.organisation, answer.name, view.answer.id) : [],
        actorWords({ accounts }, seat.organisation, holdings),
        accounts.memberships.list(seat.organisation),
        behind ? toldFacts(standings, accounts.tokens, seat.organisation, holdings, [behind.fact]) : [],
      ]);
      const author = await authorOf(accounts.tokens, seat.organisation, steps);
      const approvers = members
        .filter(({ account, role }) => may(role, 'approve-answers') && `account:${account}` !== author)
        .map(({ name }) => name);
      const asked = whenAsked(query, today());
      const { problems = [], more, status = 200 } = again;
      const wrong = problems.length > 0 || more !== undefined || asked.problem !== undefined;
      const title = `${wrong ? 'Error: ' : ''}Item ${view.assessed.item.ref}`;
      const form = again.form ?? formOfData(ANSWER_FIELDS, view.answer?.data);
      const body = (
        <ItemPage
          {...{ seat, query, view, asked, form, problems, steps, who, approvers }}
          isAuthor={author === actorOf(visit)}
          actor={actorOf(visit)}
          {...(more && { more })}
          {...(told && { told: { ...told, against: behind?.against } })}
        />
      );
      return page(title, body, { status: asked.problem === undefined ? status : 422 });
    },
  };
}
