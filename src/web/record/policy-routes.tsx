import { documentsInUse, type KeptDocument } from '../../workspace/documents/kept-document.ts';
import { type Answer, page, type Route } from '../route.ts';
import { PoliciesPage } from './document-pages.tsx';
import type { RecordRouteServices } from './record-services.ts';

const NOT_FOUND: Answer = { show: 'not-found' };

/** The policies, for those who see nothing else. */
export function policyRoutes({ documents, records, standings, today }: RecordRouteServices): readonly Route[] {
  /** Documents in use that look like a policy, by path. */
  async function policiesOf(organisation: string): Promise<readonly KeptDocument[]> {
    const [record, result] = await Promise.all([records.open(organisation), standings.on(organisation, today())]);
    if (!record || !result.ok) return [];
    const read = result.standing.check.record.documents;
    const named = new Set(read.filter(({ profile }) => profile.kind === 'policy').map(({ path }) => path));
    return documentsInUse(record.holdings, today())
      .filter(({ data }) => named.has(data.path))
      .toSorted((a, b) => a.data.path.localeCompare(b.data.path, 'en-GB', { numeric: true }));
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/policies',
      needs: 'read-policies',
      answer: async ({ seat }) =>
        page('Policies', <PoliciesPage seat={seat} policies={await policiesOf(seat.organisation)} />),
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/policies/:id',
      needs: 'read-policies',
      answer: async ({ seat, params, reply }) => {
        const policy = (await policiesOf(seat.organisation)).find(({ id }) => id === params.id);
        const opened = policy && (await documents.open(seat.organisation, policy.id));
        if (!opened?.ok) return NOT_FOUND;
        reply.headers(opened.download.headers).send(opened.download.stream);
        return { show: 'sent' };
      },
    },
  ];
}
