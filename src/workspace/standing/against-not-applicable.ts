import { prepareRecord } from '../../readiness/assess.ts';
import type { Check } from '../../readiness/assessment.ts';
import { standingOf } from '../../readiness/standing.ts';
import { factsTold } from '../../record/facts-told.ts';
import type { ItemView, SpeakingDocument } from './standing.ts';

/** What the record holds of an item that somebody says does not apply. */
type AgainstNotApplicable = {
  /** The fact that switches the item on, when the organisation says that it is so. */
  readonly fact: string | undefined;
  /** What is shown already of what the item asks. */
  readonly shown: readonly Check[];
  /** Documents that speak to it, surest first; those that somebody refused are not among them. */
  readonly documents: readonly SpeakingDocument[];
};

/** The facts that speak against an answer that an item does not apply: as if nobody had answered it. */
export function againstNotApplicable({ standing, assessed, documents }: ItemView): AgainstNotApplicable {
  const { check, holdings, on } = standing;
  const { ref, rule } = assessed.item;
  const switchedBy = rule?.appliesWhen;
  const facts = factsTold(holdings);
  const prepared = prepareRecord(check.catalogue, check.record).items.find(({ item }) => item.ref === ref);
  const unanswered = { ...check.record, answers: [], organisation: { ...check.record.organisation, facts: {} } };
  return {
    fact: switchedBy !== undefined && facts[switchedBy] === true ? switchedBy : undefined,
    shown: prepared ? standingOf(prepared, unanswered, [], on).checks.filter(({ met }) => met === 'yes') : [],
    documents: documents.filter(({ verdict }) => verdict !== 'does-not-show'),
  };
}
