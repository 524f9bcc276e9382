import type { Condition } from '../../catalogue/catalogue.ts';
import { dayInWords, periodInWords } from '../../record/day.ts';
import { type DocumentEvidence, freshnessOf, placeIn } from '../document-evidence.ts';
import type { PreparedCondition } from '../witness.ts';

type AttestedCondition = Extract<Condition, { is: 'attested' }>;

/** A dated statement by a named person: the weakest proof, shown as "stated, not shown". */
export function prepareAttested(
  condition: AttestedCondition,
  candidates: readonly DocumentEvidence[],
): PreparedCondition {
  const witnesses = candidates.flatMap((evidence) => {
    const { document, proofDate, blocked } = evidence;
    const { kind, author, owner, approver } = document.profile;
    const by = approver ?? author ?? owner;
    if (blocked || !proofDate || !by || !['statement', 'email', 'report', 'form'].includes(kind)) return [];
    const fresh = freshnessOf(evidence, proofDate.date, condition.within);
    const because = `stated by ${by} on ${dayInWords(proofDate.date.from)} (${document.path}); stated, not shown${fresh.because}`;
    return [
      {
        interval: fresh.interval,
        because,
        places: [placeIn(document, proofDate.where, proofDate.date.text)],
      },
    ];
  });
  const within = condition.within ? ` within ${periodInWords(condition.within)}` : '';
  return {
    condition,
    asks: `a dated statement by the ${condition.by}${within}`,
    todo: `Ask the ${condition.by} to state this in writing, with the date.`,
    witnesses,
    otherwise: { met: 'no', because: 'we found no such statement' },
  };
}
