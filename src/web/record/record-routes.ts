import type { Route } from '../route.ts';
import type { RecordRouteServices } from './record-services.ts';
import { registerRoutes } from './register-routes.tsx';
import { standingRoutes } from './standing-routes.tsx';

export type { RecordRouteServices };

/** The record of an organisation: where it stands, its items, documents, registers and journal. */
export function recordRoutes(services: RecordRouteServices): readonly Route[] {
  return [...standingRoutes(services), ...registerRoutes(services)];
}
