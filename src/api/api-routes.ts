import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { ApiServices } from './api-services.ts';
import { callersOf } from './caller.ts';
import { mountRoute } from './mount-route.ts';
import { API_PREFIX, API_ROOT } from './places.ts';
import { ROUTES } from './routes/all-routes.ts';
import { answerNothingHere, answerThrown } from './send-answer.ts';

/** Size of a JSON body, in bytes. */
const BODY_BYTES = 1_000_000;
const REQUESTS_PER_MINUTE = 600;

const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * The REST API as a plugin with its own parsers, limits and error answers. To be registered before the parsers and
 * limits of the pages; a hook of theirs that answers requests has to leave alone those of which `isApiAddress` holds.
 */
export async function apiRoutes(app: FastifyInstance, services: ApiServices): Promise<void> {
  await app.register(
    async (api) => {
      const { secure = false } = services;
      const callers = callersOf(services);
      api.setErrorHandler(answerThrown(services.complain));
      api.removeContentTypeParser(['application/json', 'text/plain']);
      api.addContentTypeParser(
        'application/json',
        { parseAs: 'buffer', bodyLimit: BODY_BYTES },
        (_request, bytes, done) =>
          // Read by the route, which has to know the bytes as well as what they say.
          done(null, bytes),
      );
      if (!api.hasRequestDecorator('parts')) await api.register(multipart);
      api.addHook('onRequest', async (request, reply) => {
        reply.headers(secure ? { ...SAFE, 'strict-transport-security': 'max-age=31536000' } : SAFE);
        await callers.learn(request);
      });
      await api.register(rateLimit, {
        max: services.requestsPerMinute ?? REQUESTS_PER_MINUTE,
        timeWindow: '1 minute',
        enableDraftSpec: true,
        addHeadersOnExceeding: {},
        keyGenerator: (request) => {
          const caller = callers.of(request);
          return caller ? `token:${caller.id}` : `address:${request.ip}`;
        },
      });
      api.setNotFoundHandler({ preHandler: api.rateLimit() }, answerNothingHere(ROUTES, API_PREFIX));
      for (const route of ROUTES) mountRoute(api, route, services, callers);
    },
    { prefix: API_ROOT },
  );
}

export { isApiAddress } from './places.ts';
export { refuseBadAddress } from './send-answer.ts';
export type { ApiServices };
