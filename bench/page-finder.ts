import type { FoundRoute } from '../test/support/web-server.ts';
import type { Browser } from './page-client.ts';

/** A page to be measured: a route with real ids in its parameters, and those parts of the query that a page led to. */
export type FoundPage = {
  readonly route: FoundRoute;
  /** Its route with the names of registers filled in, and whether something is asked of it. */
  readonly name: string;
  readonly address: string;
  /** False for a file that is handed out. */
  readonly isPage: boolean;
  /** Shown as it was on a past day. */
  readonly isPast: boolean;
};

const MOST = 600;

/** The pages of an organisation among all routes. */
export function pageRoutes(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  return routes.filter(({ method, url }) => method === 'GET' && url.startsWith('/organisations/:organisation'));
}

/**
 * Follows the links from the pages without a parameter as the owner would, and keeps the first address of each kind: so every route that a
 * page leads to is found with ids that are there, and a new one without anybody adding it here. Pages that can be shown as
 * they were on a past day are found so, too.
 */
export async function findPages(
  routes: readonly FoundRoute[],
  { organisation, pastDay, browser }: { organisation: string; pastDay: string; browser: (n: number) => Browser },
): Promise<readonly FoundPage[]> {
  const wanted = pageRoutes(routes).map((route) => ({ route, pattern: patternOf(route.url) }));
  const found = new Map<string, FoundPage>();
  const waiting = wanted
    .map(({ route }) => route.url.replace(':organisation', organisation))
    .filter((address) => !address.includes(':'));
  const linked = new Set<string>();
  const look = (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://page');
    // A route of words stands before one with a parameter in the same place, as the router has it.
    const matches = wanted.filter(({ pattern }) => pattern.test(pathname));
    const best = matches.sort((a, b) => parameters(a.route.url) - parameters(b.route.url))[0];
    if (!best) return undefined;
    // What narrows or sorts a list is looked at once; a past day is another thing.
    const asked = searchParams.has('at') ? '?at' : searchParams.size > 0 ? '?…' : '';
    const name = `${nameOf(best.route.url, pathname) || '/'}${asked}`;
    return found.has(name) ? undefined : { route: best.route, name, address };
  };
  for (let next = waiting.shift(); next !== undefined && found.size < MOST; next = waiting.shift()) {
    const page = look(next);
    if (!page) continue;
    const { status, type, body } = await browser(found.size).get(next);
    // Some pages are only there for some organisations; what a page leads to must be there.
    if (status === 404 && !linked.has(next)) continue;
    if (status !== 200) throw new Error(`${next}: ${status}`);
    const isPage = type.startsWith('text/html');
    found.set(page.name, { ...page, isPage, isPast: next.includes('?at=') });
    if (!isPage) continue;
    const html = body.toString();
    const links = [...html.matchAll(/ href="(\/organisations\/[^"#]*)/g)];
    const leadsTo = links.map(([, link = '']) => link.replaceAll('&amp;', '&')).filter((link) => look(link));
    for (const link of leadsTo) linked.add(link);
    waiting.push(...leadsTo);
    if (html.includes('name="at-day"') && !next.includes('?')) waiting.push(`${next}?at=${pastDay}`);
  }
  return [...found.values()];
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`);
}

function parameters(url: string): number {
  return url.split(':').length;
}

/** What stands in the place of a parameter is an id when it is called so or has a digit; otherwise a word, such as the name of a register. */
function nameOf(url: string, pathname: string): string {
  const is = pathname.split('/');
  return url
    .split('/')
    .map((part, i) => (part.startsWith(':') && part !== ':id' && !/\d/.test(is[i] ?? '') ? (is[i] ?? part) : part))
    .join('/')
    .replace('/organisations/:organisation', '');
}
