import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Day } from '../record/day.ts';
import type { Origin, Seat, Visitor } from '../workspace/accounts/accounts.ts';
import { isFresh } from '../workspace/accounts/signing-in.ts';
import { contentDisposition } from '../workspace/documents/download.ts';
import { isDeed, may } from '../workspace/may.ts';
import { confirmPage } from './accounts/confirm-page.tsx';
import { signInToGoOn } from './accounts/sign-in-pages.tsx';
import { pageAbove } from './page-above.ts';
import { renderPage } from './pages/render-page.tsx';
import { ownPath, paths } from './paths.ts';
import { refuse } from './problem-answers.tsx';
import { type Answer, type Form, type OpenVisit, type Route, redirect } from './route.ts';
import { cameFromOwnPage } from './same-origin.ts';
import { answeredOnce, type SentBefore, sentKey } from './sent-before.ts';
import { deviceCookie, sessionCookie } from './session-cookie.ts';
import { formToWait } from './waiting-form.tsx';
import { wayIn } from './way-in.ts';

export type RouteServices = {
  readonly version: string;
  readonly now: () => string;
  readonly today: () => Day;
  /** Scheme, host and port at which people reach the pages. */
  readonly site: string;
  readonly visitorOf: (token: string) => Promise<Visitor | undefined>;
  readonly sentBefore: SentBefore;
  /** What stands around a page of an organisation for an account, by the address that was asked for. */
  readonly around: (seat: Seat, account: string, url: string) => Promise<Around>;
};

type Around = {
  /** Between the navigation and the page. */
  readonly above?: ReactNode;
  /** By which edition of the Toolkit the organisation is judged, in words; undefined where nothing says so. */
  readonly edition?: string | undefined;
};

type Within = RouteServices & { readonly routes: readonly Route[] };

/** Puts routes into the application: who may comes first, then the form is read, then the route answers. */
export function serveRoutes(app: FastifyInstance, routes: readonly Route[], services: RouteServices): void {
  const cookie = sessionCookie(services.site);
  const device = deviceCookie(services.site);
  const visitors = new WeakMap<FastifyRequest, Visitor>();
  const within = { ...services, routes };

  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyBytes !== undefined && { bodyLimit: route.bodyBytes }),
      config: {
        needs: route.needs,
        ...(route.mostAMinute !== undefined && { rateLimit: { max: route.mostAMinute, timeWindow: '1 minute' } }),
      },
      onRequest: async (request, reply) => {
        // No name or id of ours has it, and PostgreSQL takes it in no text.
        if (/%00/.test(request.url)) return refuse(reply, services.version, 'not-found');
        const token = request.cookies[cookie.name];
        const unsafe = route.method === 'POST';
        // With a cookie somebody else's page could be sending; a browser always says where a form comes from.
        if (unsafe && token !== undefined && !cameFromOwnPage(request, services.site))
          return refuse(reply, services.version, 'cross-site');
        const visitor = token === undefined ? undefined : await services.visitorOf(token);
        if (visitor) visitors.set(request, visitor);
        return whyNot(route, visitor, request, reply, within);
      },
      handler: async (request, reply) => {
        const visitor = visitors.get(request);
        const open: OpenVisit = {
          request,
          reply,
          form: formOf(request.body),
          query: formOf(request.query),
          // The router gives every parameter of the path as text.
          params: request.params as Readonly<Record<string, string>>,
          origin: originOf(request, device.name),
          visitor,
        };
        const answer = await answerOf(route, open, within);
        return send(answer, open, reply, services, cookie);
      },
    });
  }
}

/** Ends the request when whoever asks may not; otherwise lets it go on. */
function whyNot(
  route: Route,
  visitor: Visitor | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  { version, now, routes }: Within,
): FastifyReply | undefined {
  if (route.needs === 'anyone') return undefined;
  const here = whereItBegan(route, request, routes);
  const back = `?next=${encodeURIComponent(here)}`;
  if (!visitor)
    return mayWait(route, request)
      ? undefined
      : reply.code(303).redirect(wayIn(here, bringsFiles(route, request) ? 'files' : undefined));
  if (route.needs === 'half-way') return undefined;
  if (visitor.needs === 'second-factor') return reply.code(303).redirect(`${paths.secondFactor}${back}`);
  if (visitor.needs === 'enrol') return reply.code(303).redirect(paths.enrol);
  if (isDeed(route.needs)) {
    const seat = seatOf(visitor, request.params);
    // To others an organisation is not there at all.
    if (!seat) return refuse(reply, version, 'not-found', { visitor });
    if (!may(seat.role, route.needs)) return refuse(reply, version, 'forbidden', { visitor, seat });
  }
  // A form is read first, so that it can wait with what was typed.
  if (mustConfirm(route, visitor, now()) && !isForm(request))
    return reply.code(303).redirect(`${paths.confirm}${back}`);
  return undefined;
}

/** What was typed into a form of an organisation waits for whoever is signed out meanwhile. Forms of an account hold passwords. */
function mayWait(route: Route, request: FastifyRequest): boolean {
  return route.method === 'POST' && isDeed(route.needs) && isForm(request);
}

function bringsFiles(route: Route, { headers }: FastifyRequest): boolean {
  return route.upload === true && headers['content-type']?.startsWith('multipart/form-data') === true;
}

/** The page that was asked for, or at which a form of an organisation stood. */
function whereItBegan(route: Route, { url }: FastifyRequest, routes: readonly Route[]): string {
  if (route.method === 'GET') return ownPath(url);
  return isDeed(route.needs) ? ownPath(pageAbove(routes, route.path, url) ?? paths.start) : paths.start;
}

function mustConfirm(route: Route, visitor: Visitor, now: string): boolean {
  return route.fresh === true && !isFresh(visitor, now);
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
}

async function answerOf(route: Route, open: OpenVisit, { now, sentBefore, routes }: Within): Promise<Answer> {
  const { visitor } = open;
  if (route.needs === 'anyone') return route.answer(open);
  if (!visitor) return signedOut(open, whereItBegan(route, open.request, routes));
  if (mustConfirm(route, visitor, now())) return confirmPage(paths.start, formToWait(open.request));
  const visit = { ...open, visitor };
  if (route.needs === 'half-way' || route.needs === 'signed-in') return route.answer(visit);
  const seat = seatOf(visitor, open.params);
  if (!seat) throw new Error('A route of an organisation was reached without a place in it');
  const key = route.method === 'POST' ? sentKey(visit) : undefined;
  return answeredOnce(key, seat.organisation, sentBefore, () => route.answer({ ...visit, seat }));
}

/** For whoever was signed out while they typed: the way in, with what they typed unless it is too large to wait there. */
function signedOut({ request }: OpenVisit, here: string): Answer {
  const waiting = formToWait(request);
  if (!waiting) return redirect(wayIn(here, 'too-large'));
  return waiting.fields.length > 0 ? signInToGoOn(waiting) : redirect(wayIn(here));
}

function seatOf(visitor: Visitor, params: unknown) {
  const organisation: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, 'organisation') : undefined;
  return visitor.seats.find((seat) => seat.organisation === organisation);
}

async function send(
  answer: Answer,
  { request, visitor, params }: OpenVisit,
  reply: FastifyReply,
  { version, today, around }: RouteServices,
  cookie: ReturnType<typeof sessionCookie>,
): Promise<FastifyReply> {
  // The other cookie stays: it signs nobody in, and keeps its owner from being shut out.
  if ('session' in answer && answer.session === null)
    reply.clearCookie(cookie.name, cookie.options).header('clear-site-data', '"cache", "storage"');
  else if ('session' in answer && answer.session !== undefined)
    reply.setCookie(cookie.name, answer.session, cookie.options);
  const seat = visitor && visitor.needs === undefined ? seatOf(visitor, params) : undefined;
  switch (answer.show) {
    case 'page': {
      const { title, body, scripts = [] } = answer;
      const { above, edition }: Around = visitor && seat ? await around(seat, visitor.account.id, request.url) : {};
      const printed = { on: today(), edition };
      return (
        reply
          .code(answer.status ?? 200)
          .type('text/html; charset=utf-8')
          // As bytes: a text would be copied to be measured, and again to be sent behind its headers.
          .send(
            Buffer.from(
              renderPage({ title, version, visitor, seat, here: request.url, above, scripts, printed }, body),
            ),
          )
      );
    }
    case 'redirect':
      return reply.code(303).redirect(answer.to);
    case 'file':
      return reply
        .headers({
          'content-disposition': contentDisposition(answer.name),
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .type(answer.type)
        .send(answer.content);
    case 'not-found':
      return refuse(reply, version, 'not-found', { visitor, seat });
    case 'forbidden':
      return refuse(reply, version, 'forbidden', { visitor, seat });
    case 'sent':
      return reply;
    default:
      return answer satisfies never;
  }
}

function originOf(request: FastifyRequest, deviceName: string): Origin {
  const device = request.cookies[deviceName];
  return {
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 500),
    ...(device !== undefined && device.length <= 100 && { device }),
  };
}

/** The fields of a form or address, each as the texts that were sent under its name. */
function formOf(fields: unknown): Form {
  // Looked through once: a form may have thousands of fields, each of which is asked for.
  const named =
    fields instanceof URLSearchParams ? Map.groupBy(fields, ([name]) => name) : new Map<string, [string, string][]>();
  const read = (name: string): readonly string[] => {
    if (fields instanceof URLSearchParams) return (named.get(name) ?? []).map(([, value]) => value);
    const value: unknown = typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string');
  };
  return { all: read, text: (name) => read(name)[0] ?? '' };
}
