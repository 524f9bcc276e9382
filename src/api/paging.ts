import * as z from 'zod';
import type { Answer } from './answer.ts';
import { problem } from './problem.ts';

/** Parameters of every list. */
export const PAGE = {
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|1\d\d|200)$/, 'limit must be a whole number from 1 to 200')
    .optional()
    .meta({ description: 'How many at most, 1 to 200. Without it, 50.' }),
  cursor: z
    .string()
    .max(1_000, 'cursor must be one that a page gave')
    .optional()
    .meta({ description: 'Where to go on: from the address in `next`.' }),
};

export type PageQuery = { readonly limit?: string | undefined; readonly cursor?: string | undefined };

const LIMIT = 50;

/** Says where a thing stands in its list: keys that compare one after the other, for good and all. */
export type Position = readonly (string | number)[];

export type Page<One> =
  | { readonly ok: true; readonly list: readonly One[]; readonly next: string | undefined }
  | { readonly ok: false; readonly answer: Answer };

/**
 * The page after a cursor. A cursor names the position of the last thing seen and no count, so that what is added or
 * removed meanwhile neither shifts a thing out of sight nor shows it twice.
 */
export function pageAfter<One>(all: readonly One[], positionOf: (one: One) => Position, query: PageQuery): Page<One> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const limit = limitOf(query);
  if (after === null) return { ok: false, answer: badCursor() };
  const placed = all.map((one) => ({ one, at: positionOf(one) })).sort((a, b) => compare(a.at, b.at));
  if (after && placed[0] && !sameShape(placed[0].at, after)) return { ok: false, answer: badCursor() };
  const rest = after ? placed.filter(({ at }) => compare(at, after) > 0) : placed;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    ok: true,
    list: page.map(({ one }) => one),
    next: last && rest.length > limit ? writeCursor(last.at) : undefined,
  };
}

export function limitOf({ limit }: PageQuery): number {
  return limit === undefined ? LIMIT : Number(limit);
}

export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Null when it is none of ours. It says nothing but a position: a made-up one shows only what the caller may see anyway. */
export function readCursor(cursor: string): Position | null {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const position = z
      .array(z.union([z.string().max(600), z.int().min(0)]))
      .min(1)
      .max(5)
      .safeParse(read);
    return position.success ? position.data : null;
  } catch {
    return null;
  }
}

export function badCursor(): Answer {
  return problem('bad-cursor', { detail: 'Begin again without a cursor, and follow the "next" of each page.' });
}

/** Address and header of the next page: the same address with another cursor. */
export function nextPage(url: string, cursor: string | undefined): { next?: string; headers: Record<string, string> } {
  if (cursor === undefined) return { headers: {} };
  const address = new URL(url, 'http://localhost');
  address.searchParams.set('cursor', cursor);
  const next = `${address.pathname}${address.search}`;
  return { next, headers: { link: `<${next}>; rel="next"` } };
}

function compare(a: Position, b: Position): number {
  for (const [i, mine] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (mine === other) continue;
    return mine < other ? -1 : 1;
  }
  return a.length - b.length;
}

function sameShape(a: Position, b: Position): boolean {
  return a.length === b.length && a.every((one, i) => typeof one === typeof b[i]);
}
