import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import { problem } from './problem.ts';

/** Which state a caller has seen. A tag that was never ours matches nothing, and so counts as an old one. */
export type Seen = { readonly ok: true; readonly revision: number } | { readonly ok: false; readonly answer: Answer };

/** The revision named in `If-Match`. */
export function seenRevision(ifMatch: string | undefined): Seen {
  if (ifMatch === undefined) {
    const detail =
      'Nothing was changed. Send If-Match with the ETag you got when you read it, so that nobody is overwritten.';
    return { ok: false, answer: problem('precondition-missing', { detail }) };
  }
  const tag = /^"([\x21\x23-\x7e]{1,200})"$/.exec(ifMatch.trim())?.[1];
  if (tag === undefined) {
    const detail =
      'If-Match must be one ETag in quotation marks, such as "17". Lists, "*" and weak tags are not taken.';
    return { ok: false, answer: problem('malformed-request', { detail }) };
  }
  return { ok: true, revision: /^[1-9]\d{0,14}$/.test(tag) ? Number(tag) : 0 };
}

/** An entity tag for what a record says at one head: the same parts give the same tag. */
export function tagOf(...parts: readonly string[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)}"`;
}

/** The answer to a read: `304` without a body for a caller who has it already. */
export function unlessKnown(ifNoneMatch: string | undefined, tag: string, body: () => unknown): Answer {
  const headers = { etag: tag, 'cache-control': 'private, no-cache' };
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known?.some((one) => one === tag || one === '*')
    ? { status: 304, headers }
    : { status: 200, headers, body: body() };
}
