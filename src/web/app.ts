import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyRequest, type RouteOptions } from 'fastify';
import { apiRoutes, isApiAddress, refuseBadAddress } from '../api/api-routes.ts';
import type { ApiServices } from '../api/api-services.ts';
import type { ServerConfig } from '../config.ts';
import { type Instant, listOf } from '../record/holdings.ts';
import { organisation } from '../record/kinds/organisation.ts';
import type { Examples } from '../workspace/example/examples.ts';
import { answeredIn } from '../workspace/kept-records.ts';
import { importsEnding } from '../workspace/registers/take-back.ts';
import { accountRoutes } from './accounts/account-routes.tsx';
import { linkRoutes } from './accounts/link-routes.tsx';
import { memberRoutes } from './accounts/member-routes.tsx';
import { organisationsRoutes } from './accounts/organisations-routes.tsx';
import { signInRoutes } from './accounts/sign-in-routes.tsx';
import { type CheckRouteServices, checkRoutes } from './check-routes.tsx';
import { exampleRoutes } from './example/example-routes.tsx';
import { firstHourReminder } from './first-hour/first-hour-reminder.tsx';
import { glossaryRoutes } from './glossary/glossary-routes.tsx';
import { answerNotFound, answerProblem, refuse } from './problem-answers.tsx';
import { type RecordRouteServices, recordRoutes } from './record/record-routes.ts';
import { isOwnHost, isSameOrigin } from './same-origin.ts';
import { leadsTo } from './sent-before.ts';
import { serveRoutes } from './serve-routes.tsx';
import { sessionCookie } from './session-cookie.ts';
import { startRoutes } from './start-routes.tsx';

/** What is kept, as the pages and the API use it. */
export type InstallationServices = Pick<
  RecordRouteServices,
  'accounts' | 'records' | 'documents' | 'standings' | 'visits' | 'notices' | 'readTables'
> & {
  readonly examples: Examples;
  readonly journal: ApiServices['journal'] &
    Pick<RecordRouteServices, 'entriesBefore' | 'dataBefore' | 'actorsAfter'> &
    Parameters<typeof importsEnding>[0];
};

/** Size of the largest form that a route takes which does not say otherwise. */
const FORM_BYTES = 1_000_000;

/** A route as it was added, with the size of the largest form that it takes, in bytes. */
export type AddedRoute = {
  readonly method: string;
  readonly url: string;
  readonly needs: string;
  readonly bodyBytes: number;
};

export type WebServices = CheckRouteServices &
  InstallationServices & {
    /** Folder of the built stylesheets and scripts. */
    readonly assets: string;
    readonly now: () => Instant;
    /** Size of the largest file that may be kept, in bytes. */
    readonly uploadBytes: number;
    /** What the sign-in provider is called; undefined when there is none. */
    readonly providerName?: string | undefined;
    /** Told of every route as it is added. */
    readonly onRoute?: (route: AddedRoute) => void;
  };

/** What of the settings decides how requests are met. */
export type AppConfig = Omit<ServerConfig, 'port'> & {
  /** Scheme, host and port at which people reach the pages. */
  readonly site: string;
};

/** The web front door, in the order in which a request meets its parts. */
export async function createApp(services: WebServices, config: AppConfig): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: config.trustProxy,
    bodyLimit: FORM_BYTES,
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be decoded never reaches the parts below, and so brings its own headers.
    frameworkErrors: (_error, request, reply) =>
      void (isApiAddress(request.url)
        ? refuseBadAddress(reply)
        : refuse(reply.headers(BARE_HEADERS), services.version, 'not-found')),
  });
  const { version, accounts } = services;
  const { site } = config;
  app.addHook('onRoute', (route) => {
    const needs = needsOf(route);
    for (const method of [route.method].flat())
      if (method !== 'HEAD')
        services.onRoute?.({ method, url: route.url, needs, bodyBytes: route.bodyLimit ?? FORM_BYTES });
  });

  app.setErrorHandler(answerProblem(version, services.complain));
  app.setNotFoundHandler(
    answerNotFound(version, async ({ url, cookies }) => {
      const token = url.startsWith('/assets/') ? undefined : cookies[sessionCookie(site).name];
      return token === undefined ? undefined : accounts.sessions.visitorOf(token);
    }),
  );
  await app.register(helmet, securityHeaders(config));
  app.addHook('onRequest', async (request, reply) => {
    // Stylesheets and scripts say nothing of anybody: a browser keeps them, and asks whether they are still the same.
    reply.header('cache-control', request.url.startsWith('/assets/') ? 'no-cache' : 'no-store');
    // The API goes by its tokens alone, and answers in JSON.
    if (isApiAddress(request.url)) return;
    if (!isOwnHost(request, config.host, config.origin)) return refuse(reply, version, 'host');
    if (!isSameOrigin(request, config.origin)) return refuse(reply, version, 'cross-site');
  });
  // Before the limits and parsers of the pages: it has its own.
  await apiRoutes(app, { ...services, tokenOf: accounts.tokens.holderOf, secure: site.startsWith('https:') });
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute' });
  await app.register(cookie);
  await app.register(multipart);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
  );
  await app.register(fastifyStatic, {
    root: services.assets,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    preCompressed: true,
  });

  app.get('/health', { config: { needs: 'anyone' } }, async () => ({ status: 'ok', version }));
  const wayBack = firstHourReminder(services);
  serveRoutes(
    app,
    [
      ...checkRoutes(services, config),
      ...startRoutes({ accounts, openCheck: config.openCheck }),
      ...glossaryRoutes,
      ...linkRoutes(accounts),
      ...signInRoutes({
        accounts,
        providerName: services.providerName,
        providerCookie: 'perennial-provider',
        site,
      }),
      ...accountRoutes({ accounts, now: services.now }),
      ...organisationsRoutes(services),
      ...exampleRoutes(services),
      ...memberRoutes({ accounts, records: services.records, site, today: services.today }),
      ...recordRoutes({
        ...services,
        entriesBefore: services.journal.entriesBefore,
        dataBefore: services.journal.dataBefore,
        importsEnding: (organisation, seqs) => importsEnding(services.journal, organisation, seqs, services.now()),
        actorsAfter: services.journal.actorsAfter,
      }),
    ],
    {
      version,
      site,
      now: services.now,
      today: services.today,
      visitorOf: accounts.sessions.visitorOf,
      sentBefore: async (organisation, key) => {
        const before = await services.journal.remembered(organisation, key, services.now());
        const record = before && (await services.records.open(organisation));
        return record && leadsTo(answeredIn(before.body), record.head.seq);
      },
      around: async (seat, account, url) => {
        const record = await services.records.open(seat.organisation);
        const own = record && listOf(record.holdings, organisation)[0]?.data;
        return {
          above: record && (await wayBack(seat, account, url, record.holdings)),
          edition: own && `NHS DSPT ${own.edition}, category ${own.category}`,
        };
      },
    },
  );
  return app;
}

/** Every route says what it needs of whoever asks; one that does not stops the start. */
function needsOf({ config, url }: RouteOptions): string {
  const needs: unknown = typeof config === 'object' && config !== null ? Reflect.get(config, 'needs') : undefined;
  if (typeof needs === 'string') return needs;
  if (url.startsWith('/assets/')) return 'anyone';
  throw new Error(`The route ${url} does not say what it needs`);
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
