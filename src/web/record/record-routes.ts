import { activityRoutes } from '../activities/activity-routes.tsx';
import { decideRoutes } from '../documents/decide-routes.tsx';
import { otherNameRoutes } from '../documents/other-name-routes.tsx';
import { reviewRoutes } from '../documents/review-routes.tsx';
import { showItemRoutes } from '../documents/show-item-routes.tsx';
import { withdrawRoutes } from '../documents/withdraw-routes.tsx';
import { firstHourRoutes } from '../first-hour/first-hour-routes.tsx';
import { incidentRoutes } from '../incidents/incident-routes.tsx';
import { tellRoutes } from '../incidents/tell-routes.tsx';
import { approvalRoutes } from '../items/approval-routes.ts';
import { checkedRoutes } from '../items/checked-routes.ts';
import { itemRoutes } from '../items/item-routes.tsx';
import { journalRoutes } from '../journal/journal-routes.tsx';
import { peopleRoutes } from '../people/people-routes.tsx';
import { planRoutes } from '../plan/plan-routes.tsx';
import { readingRoutes } from '../reading/reading-routes.tsx';
import { importRoutes } from '../registers/import-routes.tsx';
import { riskRoutes } from '../risks/risk-routes.tsx';
import type { Route } from '../route.ts';
import { scopeRoutes } from '../scope/scope-routes.tsx';
import { searchRoutes } from '../search/search-routes.tsx';
import { supplierRoutes } from '../suppliers/supplier-routes.tsx';
import { todayRoutes } from '../today/today-routes.tsx';
import { toldRoutes } from '../told/told-routes.tsx';
import { documentRoutes } from './document-routes.tsx';
import { handOverRoutes } from './hand-over-routes.tsx';
import type { RecordRouteServices } from './record-services.ts';
import { registerRoutes } from './register-routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { standingRoutes } from './standing-routes.tsx';

export type { RecordRouteServices };

/** The record of an organisation: where it stands, its items, documents, registers and journal. */
export function recordRoutes(services: RecordRouteServices): readonly Route[] {
  return [
    ...todayRoutes(services),
    ...firstHourRoutes(services),
    ...toldRoutes(services),
    ...standingRoutes(services),
    ...itemRoutes(services),
    ...approvalRoutes(services),
    ...checkedRoutes(services),
    ...documentRoutes(services),
    ...readingRoutes(services),
    ...peopleRoutes(services),
    ...otherNameRoutes(services),
    ...reviewRoutes(services),
    ...decideRoutes(services),
    ...withdrawRoutes(services),
    ...showItemRoutes(services),
    ...searchRoutes(services),
    ...handOverRoutes(services),
    ...planRoutes(services),
    ...activityRoutes(services),
    ...scopeRoutes(services),
    ...supplierRoutes(services),
    ...incidentRoutes(services),
    ...tellRoutes(services),
    ...riskRoutes(services),
    ...registerRoutes(services),
    ...importRoutes(services),
    ...settingsRoutes(services),
    ...journalRoutes(services),
  ];
}
