import type { Route } from './route.ts';

/**
 * The page at which a form sent to `url` began: that of the same address, or else the nearest one above it.
 * `path` is the pattern of the route that the form was sent to.
 */
export function pageAbove(routes: readonly Route[], path: string, url: string): string | undefined {
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map((route) => route.path));
  const steps = url.replace(/[?#].*$/s, '').split('/');
  const pattern = path.split('/');
  for (let length = pattern.length; length > 1; length -= 1)
    if (pages.has(pattern.slice(0, length).join('/'))) return steps.slice(0, length).join('/');
  return undefined;
}
