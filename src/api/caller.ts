import type { FastifyRequest } from 'fastify';
import type { Deed } from '../workspace/may.ts';
import type { Answer } from './answer.ts';
import type { ApiServices, Caller } from './api-services.ts';
import { problem } from './problem.ts';

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,500})$/i;

/** Who asked each request that is under way. A cookie never counts here. */
export type Callers = {
  /** Looks the token up, once a request. */
  readonly learn: (request: FastifyRequest) => Promise<void>;
  readonly of: (request: FastifyRequest) => Caller | undefined;
};

export function callersOf({ tokenOf }: Pick<ApiServices, 'tokenOf'>): Callers {
  const known = new WeakMap<FastifyRequest, Caller>();
  return {
    learn: async (request) => {
      const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
      const caller = bearer === undefined ? undefined : await tokenOf(bearer);
      if (caller) known.set(request, caller);
    },
    of: (request) => known.get(request),
  };
}

/** Why a caller may not do a deed; undefined when they may. */
export function refusal(
  caller: Caller | undefined,
  scope: Deed,
  authorization: string | undefined,
): Answer | undefined {
  if (caller?.scopes.includes(scope)) return undefined;
  if (caller) {
    return problem('missing-scope', {
      detail: `The token lacks the scope "${scope}". Ask an owner of your organisation for a token that has it.`,
      headers: { 'www-authenticate': `Bearer realm="Perennial", error="insufficient_scope", scope="${scope}"` },
    });
  }
  if (authorization === undefined) {
    return problem('no-token', {
      detail: 'Send a token: "Authorization: Bearer …". Owners make tokens on the page "API tokens".',
      headers: { 'www-authenticate': 'Bearer realm="Perennial"' },
    });
  }
  return problem('bad-token', {
    detail: 'The token is not known, has expired or was withdrawn. Ask an owner of your organisation for a new one.',
    headers: { 'www-authenticate': 'Bearer realm="Perennial", error="invalid_token"' },
  });
}
