import type { Answer } from './answer.ts';
import { nextPage, type PageQuery, type Position, pageAfter } from './paging.ts';
import { unlessKnown } from './preconditions.ts';
import type { Answered, Call } from './route.ts';

/** One page of a list, with the address of the next. */
export function listAnswer<One>(
  { query, url, ifNoneMatch }: Call<unknown, PageQuery, unknown>,
  tag: string,
  all: readonly One[],
  positionOf: (one: One) => Position,
  jsonOf: (one: One) => unknown,
): Answer {
  const page = pageAfter(all, positionOf, query);
  if (!page.ok) return page.answer;
  const { next, headers } = nextPage(url, page.next);
  const answer = unlessKnown(ifNoneMatch, tag, () => ({ list: page.list.map(jsonOf), ...(next && { next }) }));
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

export function listAnswers(schema: NonNullable<Answered['schema']>, description: string) {
  return {
    200: { description, schema, headers: ['ETag', 'Link'] },
    304: { description: 'Nothing has changed since the ETag sent in If-None-Match', headers: ['ETag'] },
  } as const satisfies Readonly<Record<number, Answered>>;
}

export function oneAnswers(schema: NonNullable<Answered['schema']>, description: string) {
  return {
    200: { description, schema, headers: ['ETag'] },
    304: { description: 'Nothing has changed since the ETag sent in If-None-Match', headers: ['ETag'] },
  } as const satisfies Readonly<Record<number, Answered>>;
}
