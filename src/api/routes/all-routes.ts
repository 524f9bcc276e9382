import { openapiDocument } from '../openapi.ts';
import type { ApiRoute } from '../route.ts';
import { answerRoutes } from './answers.ts';
import { descriptionRoutes } from './description.ts';
import { documentRoutes } from './documents.ts';
import { itemRoutes } from './items.ts';
import { observationRoutes } from './observations.ts';
import { recordRoutes } from './record.ts';
import { registerRoutes } from './registers.ts';
import { standingRoutes } from './standing.ts';

/** Everything the API answers to, in the order of its description. */
export const ROUTES: readonly ApiRoute[] = [
  ...standingRoutes,
  ...itemRoutes,
  ...answerRoutes,
  ...observationRoutes,
  ...documentRoutes,
  ...registerRoutes,
  ...recordRoutes,
  ...descriptionRoutes(() => described()),
];

let made: unknown;

/** Made when it is first asked for: it is long, and most processes never are asked. */
function described(): unknown {
  made ??= openapiDocument(ROUTES);
  return made;
}
