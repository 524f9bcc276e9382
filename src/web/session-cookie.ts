import type { CookieSerializeOptions } from '@fastify/cookie';

/** How the session cookie is called and set. Over HTTPS its name makes browsers refuse it from anywhere else. */
export type SessionCookie = { readonly name: string; readonly options: CookieSerializeOptions };

export function sessionCookie(site: string): SessionCookie {
  const secure = site.startsWith('https:');
  return {
    name: secure ? '__Host-perennial' : 'perennial',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}

/** The cookie by which a browser is known again: it signs nobody in, and only keeps its owner from being shut out by others. */
export function deviceCookie(site: string): SessionCookie {
  const { name, options } = sessionCookie(site);
  return { name: `${name}-device`, options: { ...options, maxAge: 365 * 24 * 60 * 60 } };
}
