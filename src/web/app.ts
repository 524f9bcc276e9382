import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ServerConfig } from '../config.ts';
import { type CheckRouteServices, checkRoutes } from './check-routes.tsx';
import { answerNotFound, answerProblem, refuse } from './problem-answers.tsx';
import { isOwnHost, isSameOrigin } from './same-origin.ts';

export type WebServices = CheckRouteServices & {
  /** Folder of the built stylesheets and script. */
  readonly assets: string;
};

/** What of the settings decides how requests are met. */
export type AppConfig = Omit<ServerConfig, 'port'>;

/** The web front door, in the order in which a request meets its parts. */
export async function createApp(services: WebServices, config: AppConfig): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: config.trustProxy,
    bodyLimit: 1_000_000,
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded never reaches the parts below, and so brings its own headers.
    frameworkErrors: (_error, _request, reply) =>
      void refuse(reply.headers(BARE_HEADERS), services.version, 'not-found'),
  });
  const { version } = services;

  app.setErrorHandler(answerProblem(version, services.complain));
  app.setNotFoundHandler(answerNotFound(version));
  await app.register(helmet, securityHeaders(config));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isOwnHost(request, config.host, config.origin)) return refuse(reply, version, 'host');
    if (!isSameOrigin(request, config.origin)) return refuse(reply, version, 'cross-site');
  });
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute' });
  await app.register(multipart);
  await app.register(fastifyStatic, { root: services.assets, prefix: '/assets/', index: false, cacheControl: false });

  app.get('/health', async () => ({ status: 'ok', version }));
  checkRoutes(app, services, config);
  return app;
}

const BARE_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

function securityHeaders(config: AppConfig) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // "no-referrer" would make browsers send "Origin: null" with our own form.
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: config.origin?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' as const },
  };
}
