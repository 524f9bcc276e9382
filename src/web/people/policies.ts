import type { Day } from '../../record/day.ts';
import { listOf } from '../../record/holdings.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';
import { documentsInUse } from '../../workspace/documents/kept-document.ts';
import type { Standing } from '../../workspace/standing/standing.ts';

/** A policy in use. A new version of it is another document, and is to be read again. */
export type Policy = { readonly id: string; readonly title: string };

/** Documents in use that look like a policy, by title. */
export function policiesIn({ check, holdings, on }: Standing): readonly Policy[] {
  const titles = new Map(
    check.record.documents
      .filter(({ profile }) => profile.kind === 'policy')
      .map(({ path, profile }) => [path, profile.title.trim() || path]),
  );
  return documentsInUse(holdings, on)
    .flatMap(({ id, data }) => {
      const title = titles.get(data.path);
      return title === undefined ? [] : [{ id, title }];
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }));
}

/** On which day somebody read which document. */
export function readBy({ holdings }: Pick<Standing, 'holdings'>, person: string): ReadonlyMap<string, Day> {
  return new Map(
    listOf(holdings, trainingRecord).flatMap(({ data }) =>
      data.kind === POLICY_READ && data.person === person && data.document !== undefined
        ? [[data.document, data.completedOn] as const]
        : [],
    ),
  );
}
