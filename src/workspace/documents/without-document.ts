import { assess } from '../../readiness/assess.ts';
import { type ItemAssessment, STANDINGS } from '../../readiness/assessment.ts';
import type { Standing } from '../standing/standing.ts';

/** An evidence item that would stand lower, as it stands and as it would. */
export type Fall = { readonly now: ItemAssessment; readonly without: ItemAssessment };

/** The items whose standing would fall on the day if a document no longer counted, and what is inside it, in the catalogue's order. */
export function fallsWithout({ check, on }: Standing, path: string): readonly Fall[] {
  const documents = check.record.documents.filter((one) => one.path !== path && !one.path.startsWith(`${path}/`));
  if (documents.length === check.record.documents.length) return [];
  const without = assess(check.catalogue, { ...check.record, documents }, on);
  const standings = new Map(without.items.map((one) => [one.item.ref, one]));
  return check.assessment.items.flatMap((now): readonly Fall[] => {
    const after = standings.get(now.item.ref);
    return after && STANDINGS.indexOf(after.standing) > STANDINGS.indexOf(now.standing)
      ? [{ now, without: after }]
      : [];
  });
}
