import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** True for an address that only this computer can reach. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}

/**
 * Whether a request was sent by a page of ours, or by no page at all. Browsers say so in `Sec-Fetch-Site`, and where they
 * do not (plain HTTP on another computer) in `Origin`; a request with neither does not come from a browser's page.
 */
export function isSameOrigin(request: FastifyRequest, ownOrigin: string | undefined): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === (ownOrigin ?? `http://${request.headers.host}`);
}

/**
 * Whether a request names a host we answer to. A server on the loopback answers to no other name, so that a page elsewhere
 * whose name is made to point at this computer cannot talk to it.
 */
export function isOwnHost(request: FastifyRequest, host: string, ownOrigin: string | undefined): boolean {
  const named = request.headers.host ?? '';
  if (ownOrigin !== undefined && named === new URL(ownOrigin).host) return true;
  return !isLoopback(host) || LOOPBACK.test(named.replace(/:\d+$/, ''));
}

/** Whether a browser says that one of our own pages sent the request: stricter, for requests that carry a session. */
export function cameFromOwnPage(request: FastifyRequest, site: string): boolean {
  const fetchSite = request.headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  return request.headers.origin === new URL(site).origin;
}
