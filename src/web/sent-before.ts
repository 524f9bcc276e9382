import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { v5 as uuid } from 'uuid';
import type { Answered } from '../workspace/kept-records.ts';
import type { DoneCode } from './record/done-banner.tsx';
import type { Answer, Visit } from './route.ts';

/** The hidden field that tells one showing of a form from another; see `FormId`. */
export const FORM_ID = 'form-id';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[47][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/**
 * What tells a form that was sent from all others: who sent it, where to, and everything in it. Going back and changing a word
 * makes another form of it. It is the id of nothing that is kept, so a made-up one reaches only its maker's own forms.
 * Undefined for a form that brings no id of ours.
 */
export function sentKey({ request, visitor }: { readonly request: FastifyRequest } & Pick<Visit, 'visitor'>) {
  const { body, url } = request;
  if (!(body instanceof URLSearchParams) || !UUID.test(body.get(FORM_ID) ?? '')) return undefined;
  const sent = JSON.stringify([visitor.account.id, url, [...body]]);
  return `form:${createHash('sha256').update(sent).digest('hex')}`;
}

/** A UUID for what such a form begins, the same however often it is sent; undefined for a form that brings no id of ours. */
export function idOfSent(visit: Parameters<typeof sentKey>[0]): string | undefined {
  const key = sentKey(visit);
  return key && uuid(key, uuid.URL);
}

/**
 * Where a form leads that was sent before: where it led then, or, when the record has changed since, to the same page, which
 * says so. What was done may have been undone by now.
 */
export function leadsTo({ to, seq }: Answered, head: number): string {
  if (seq === head) return to;
  const { pathname, searchParams, hash } = new URL(to, 'http://page');
  if (!searchParams.has('done')) return to;
  searchParams.set('done', 'sent-before' satisfies DoneCode);
  // Nothing can be taken back any more from there.
  for (const name of ['entry', 'seen']) searchParams.delete(name);
  return `${pathname}?${searchParams}${hash}`;
}

/** Where a form leads that was sent before; undefined when it was not. */
export type SentBefore = (organisation: string, key: string) => Promise<string | undefined>;

/** Answers a form as it was answered the first time: by then what it asks for is there already, and would be refused. */
export async function answeredOnce(
  key: string | undefined,
  organisation: string,
  sentBefore: SentBefore,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  if (key === undefined) return answer();
  const before = await sentBefore(organisation, key);
  if (before !== undefined) return { show: 'redirect', to: before };
  const answered = await answer();
  if (answered.show === 'redirect' || (answered.show === 'page' && answered.done)) return answered;
  // Sent twice at once: the other may have been done while this one was looked at.
  const meanwhile = await sentBefore(organisation, key);
  return meanwhile === undefined ? answered : { show: 'redirect', to: meanwhile };
}
