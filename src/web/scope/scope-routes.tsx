import type { FindingCode } from '../../record/finding.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { hasProcessorTerms } from '../../record/kinds/supplier.ts';
import { downloadHeaders } from '../../workspace/documents/download.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { type Answer, page, type Route, type SeatedVisit } from '../route.ts';
import { tableRoutes } from '../tables/table-routes.ts';
import { entryFindings, NO_FINDINGS } from './entry-findings.ts';
import { flowMapFile } from './flow-map-file.tsx';
import { flowsTable } from './flows-file.ts';
import { foundToday } from './found-today.ts';
import { drawnFlow, scopeOf } from './scope.ts';
import { scopeGaps } from './scope-gaps.ts';
import { ScopePage } from './scope-page.tsx';

const PATH = '/organisations/:organisation/scope';
const NOT_FOUND: Answer = { show: 'not-found' };
const DEVICE_CODES: readonly FindingCode[] = ['unsupported-asset', 'unencrypted-device'];

/** What data there is, where it goes and who touches it: the page, its table and its map to save. */
export function scopeRoutes(services: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>): readonly Route[] {
  async function here({ seat, query }: SeatedVisit) {
    const found = await foundToday(services, seat.organisation);
    if (!found) return undefined;
    const { holdings, standing, on, why } = found;
    const scope = scopeOf(holdings, on);
    const withoutTerms = scope.suppliers.filter(({ data }) => data.handlesPersonalData && !hasProcessorTerms(data));
    const deviceFindings = standing ? entryFindings(standing, digitalAsset, DEVICE_CODES) : NO_FINDINGS;
    return {
      seat,
      query,
      scope,
      gaps: scopeGaps(scope, new Set(withoutTerms.map(({ id }) => id))),
      deviceFindings,
      holdings,
      on,
      why,
    };
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: async (visit) => {
        const model = await here(visit);
        return model ? page('Scope', <ScopePage {...model} />) : NOT_FOUND;
      },
    },
    ...tableRoutes(`${PATH}/flows`, 'read-registers', async (visit) => {
      const model = await here(visit);
      if (!model) return NOT_FOUND;
      return { name: `data flows ${model.on}`, ...flowsTable(model.scope, model.gaps) };
    }),
    {
      method: 'GET',
      path: `${PATH}/map.svg`,
      needs: 'read-registers',
      answer: async (visit) => {
        const model = await here(visit);
        if (!model) return NOT_FOUND;
        const { seat, scope, on } = model;
        const file = Buffer.from(flowMapFile(seat.organisationName, on, scope.flows.map(drawnFlow)));
        visit.reply.headers(downloadHeaders(`data flows ${on}.svg`, file.length)).send(file);
        return { show: 'sent' };
      },
    },
  ];
}
