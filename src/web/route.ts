import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Origin, Seat, Visitor } from '../workspace/accounts/accounts.ts';
import type { Deed } from '../workspace/may.ts';

/**
 * What a route needs of whoever asks. `half-way` is somebody who has given a password and still owes a second factor; a deed
 * needs a place in the organisation of the address with a role that may do it. A `fresh` route needs a proof of who they are
 * from the last quarter of an hour.
 */
export type Needs = 'anyone' | 'half-way' | 'signed-in' | Deed;

/** What a form sent. A field that is missing is an empty text; nothing is trimmed. */
export type Form = { readonly text: (name: string) => string; readonly all: (name: string) => readonly string[] };

export type OpenVisit = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly form: Form;
  readonly query: Form;
  readonly params: Readonly<Record<string, string>>;
  readonly origin: Origin;
  /** Somebody who is signed in may open these too. */
  readonly visitor: Visitor | undefined;
};
export type Visit = OpenVisit & { readonly visitor: Visitor };
export type SeatedVisit = Visit & { readonly seat: Seat };

/** What a route answers. `session` sets the session cookie, or takes it away when it is null. */
export type Answer =
  | {
      readonly show: 'page';
      readonly title: string;
      readonly body: ReactNode;
      readonly status?: number;
      readonly session?: string | null;
      /** Scripts of ours that make the page more pleasant. */
      readonly scripts?: readonly string[];
      /** What the form asked for is done, and this says what could not be: it is shown in place of the page to go on to. */
      readonly done?: true;
    }
  | { readonly show: 'redirect'; readonly to: string; readonly session?: string | null }
  | { readonly show: 'not-found' }
  | { readonly show: 'forbidden' }
  /** A file to be saved; a stream of it ends when whoever asked goes away. */
  | {
      readonly show: 'file';
      readonly name: string;
      readonly type: string;
      readonly content: string | Buffer | Readable;
    }
  /** The route has answered by itself, as with a stream. */
  | { readonly show: 'sent' };

type Common = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Something that matters: whoever signed in long ago proves who they are again first. */
  readonly fresh?: true;
  /** Files come with it; the route reads them itself. */
  readonly upload?: true;
  /** Size of the largest form that is taken, in bytes; otherwise 1 MB. */
  readonly bodyBytes?: number;
  /** Times a minute that one address may ask for it; otherwise as often as for any page. */
  readonly mostAMinute?: number;
};
export type Route =
  | (Common & { readonly needs: 'anyone'; readonly answer: (visit: OpenVisit) => Promise<Answer> })
  | (Common & { readonly needs: 'half-way' | 'signed-in'; readonly answer: (visit: Visit) => Promise<Answer> })
  | (Common & { readonly needs: Deed; readonly answer: (visit: SeatedVisit) => Promise<Answer> });

export function page(
  title: string,
  body: ReactNode,
  more: {
    readonly status?: number;
    readonly session?: string | null;
    readonly scripts?: readonly string[];
    readonly done?: true;
  } = {},
): Answer {
  return { show: 'page', title, body, ...more };
}

/** The form again, with what is wrong said first. */
export function pageAgain(title: string, body: ReactNode, scripts: readonly string[] = []): Answer {
  return { show: 'page', title: `Error: ${title}`, body, status: 422, scripts };
}

export function redirect(to: string, session?: string | null): Answer {
  return { show: 'redirect', to, ...(session !== undefined && { session }) };
}
