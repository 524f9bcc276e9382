import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Visitor } from '../workspace/accounts/accounts.ts';
import { isOutOfRoom } from '../workspace/out-of-room.ts';
import { ProblemPage } from './pages/problem-page.tsx';
import { type PageOptions, renderPage } from './pages/render-page.tsx';

type Answer = { readonly status: number; readonly title: string; readonly words: string };

const ANSWERS = {
  'not-found': { status: 404, title: 'Page not found', words: 'If you typed the address, check it is correct.' },
  forbidden: {
    status: 403,
    title: 'You may not do this here',
    words: 'Your role in this organisation does not include it. An owner can change that.',
  },
  'cross-site': {
    status: 403,
    title: 'This came from another website',
    words: 'Forms are only taken from our own pages. Go to the start page and try again.',
  },
  host: {
    status: 421,
    title: 'This address is not ours',
    words: 'Perennial only answers to the address it was started on.',
  },
  busy: {
    status: 503,
    title: 'Too many checks at once',
    words: 'Other checks are running on this computer. Try again in a minute; nothing was kept.',
  },
  'too-often': {
    status: 429,
    title: 'Too many requests',
    words: 'Wait a minute, then try again.',
  },
  'too-large': {
    status: 413,
    title: 'That is too much at once',
    words: 'Send fewer or smaller files.',
  },
  'not-understood': {
    status: 400,
    title: 'We did not understand that',
    words: 'The upload broke off or was not sent by our form. Try again from the start page.',
  },
  'no-room': {
    status: 507,
    title: 'There is no room left on this computer',
    words: 'Nothing was kept. Tell whoever runs this installation that its disk is full, then try again.',
  },
  fault: {
    status: 500,
    title: 'Sorry, there is a problem with Perennial',
    words: 'Nothing was kept. Try again; if it happens again, please report it with what the terminal says.',
  },
} as const satisfies Readonly<Record<string, Answer>>;

export type AnswerName = keyof typeof ANSWERS;

/** Ends a request with one of the plain pages, with the menu of whoever asks where that is known. */
export function refuse(
  reply: FastifyReply,
  version: string,
  name: AnswerName,
  whose: Pick<PageOptions, 'visitor' | 'seat'> = {},
): FastifyReply {
  const { status, title, words } = ANSWERS[name];
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderPage({ title, version, ...whose }, <ProblemPage title={title}>{words}</ProblemPage>));
}

export function answerNotFound(version: string, visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const visitor = await visitorOf(request);
    const here = organisationIn(request.url);
    const seat = visitor?.needs === undefined ? visitor?.seats.find((one) => one.organisation === here) : undefined;
    return refuse(reply, version, 'not-found', { visitor, seat });
  };
}

function organisationIn(url: string): string | undefined {
  return /^\/organisations\/([^/?]+)/.exec(url)?.[1];
}

/** Turns what was thrown into a page. Faults of ours are told to `complain` too, without anything a person sent. */
export function answerProblem(version: string, complain: (text: string) => void) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500;
    if (status === 429) return refuse(reply, version, 'too-often');
    if (status === 413) return refuse(reply, version, 'too-large');
    if (status >= 400 && status < 500) return refuse(reply, version, 'not-understood');
    complain(
      `${request.method} ${request.routeOptions.url ?? 'unknown page'} failed: ${error.stack ?? error.message}\n`,
    );
    return refuse(reply, version, isOutOfRoom(error) ? 'no-room' : 'fault');
  };
}
