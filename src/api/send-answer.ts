import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isOutOfRoom } from '../workspace/out-of-room.ts';
import type { Answer } from './answer.ts';
import { problem } from './problem.ts';
import type { ApiRoute } from './route.ts';

export function sendAnswer(reply: FastifyReply, { status, headers, body, stream }: Answer): FastifyReply {
  reply.code(status).headers({ ...headers });
  if (stream) return reply.send(stream);
  if (body === undefined) return reply.send();
  const type = headers?.['content-type'] ?? 'application/json';
  return reply.type(`${type}; charset=utf-8`).send(JSON.stringify(body));
}

/** For an address that cannot even be decoded, which no route gets to see. */
export function refuseBadAddress(reply: FastifyReply): FastifyReply {
  return sendAnswer(
    reply,
    problem('not-found', { detail: 'The address cannot be read.', headers: { 'x-content-type-options': 'nosniff' } }),
  );
}

/** Turns what was thrown into a problem. Faults of ours are told to `complain`, without anything a caller sent. */
export function answerThrown(complain: (text: string) => void) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return sendAnswer(reply, thrownByRequest(status));
    complain(
      `${request.method} ${request.routeOptions.url ?? 'an API address'} failed: ${error.stack ?? error.message}\n`,
    );
    if (isOutOfRoom(error))
      return sendAnswer(
        reply,
        problem('no-space', { detail: 'Nothing was changed. The disk of this installation is full.' }),
      );
    const detail =
      'Nothing was changed, as far as we know. Try again; if it happens again, tell whoever runs this installation.';
    return sendAnswer(reply, problem('fault', { detail }));
  };
}

function thrownByRequest(status: number): Answer {
  switch (status) {
    case 413:
      return problem('too-large', { detail: 'Nothing was changed. Send less at once; docs/api.md says how much.' });
    case 415:
    case 406:
      return problem('wrong-media-type', { detail: 'Send the body in one of the types that the route takes.' });
    case 429:
      return problem('too-many-requests', { detail: 'Wait as long as Retry-After says, then go on more slowly.' });
    default:
      return problem('malformed-request', { detail: 'The request broke off or could not be read. Send it again.' });
  }
}

/** For an address without a route: says which methods there are, when the address is right and only the method is not. */
export function answerNothingHere(routes: readonly ApiRoute[], prefix: string) {
  const places = routes.map(({ method, path }) => ({ method, pattern: patternOf(`${prefix}${path}`) }));
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const [path = ''] = request.url.split('?');
    const methods = places.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0)
      return sendAnswer(
        reply,
        problem('not-found', {
          detail: `There is nothing at this address. ${prefix}/openapi.json names all there are.`,
        }),
      );
    const allow = [...new Set(methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])))].join(', ');
    return sendAnswer(reply, problem('method-not-allowed', { detail: `Use ${allow} here.`, headers: { allow } }));
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
}
