import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Called, startApi, type TestApi } from './api-server.ts';

const RISKS = '/api/v1/registers/risks';

describe('a list', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    for (let n = 0; n < 23; n += 1) await add(`Risk ${n}`);
  });
  afterAll(() => api.stop());

  const add = (title: string) =>
    api.call({
      method: 'POST',
      url: RISKS,
      payload: { title, likelihood: 1, impact: 1, treatment: 'treat' },
    });

  /** Every page, following `next`, with something done between them. */
  async function walk(url: string, between: (page: number) => Promise<unknown> = async () => {}): Promise<Called[]> {
    const pages: Called[] = [];
    for (let next: string | undefined = url; next !== undefined && pages.length < 100; ) {
      const page = await api.call({ url: next });
      pages.push(page);
      await between(pages.length);
      next = page.body.next;
    }
    return pages;
  }
  const ids = (pages: readonly Called[]) => pages.flatMap(({ body }) => body.list.map(({ id }: { id: string }) => id));

  test('comes in pages that together are the whole, each thing once', async () => {
    const pages = await walk(`${RISKS}?limit=7`);
    const whole = await api.call({ url: `${RISKS}?limit=200` });
    expect([pages.map(({ body }) => body.list.length), ids(pages)]).toEqual([[7, 7, 7, 2], ids([whole])]);
  });

  test('says in its Link header what it says in next', async () => {
    const { body, headers } = await api.call({ url: `${RISKS}?limit=5` });
    const last = await api.call({ url: `${RISKS}?limit=200` });
    expect([headers.link, last.headers.link, last.body.next]).toEqual([
      `<${body.next}>; rel="next"`,
      undefined,
      undefined,
    ]);
  });

  test('loses nothing and shows nothing twice while things are added and removed', async () => {
    const before = ids([await api.call({ url: `${RISKS}?limit=200` })]);
    const removed: string[] = [];
    const pages = await walk(`${RISKS}?limit=4`, async (page) => {
      await add(`Meanwhile ${page}`);
      // One that was shown already, the very last one of its page.
      const [id] = before.slice(page * 4 - 1, page * 4);
      const entity = id === undefined || page > 3 ? undefined : await api.call({ url: `${RISKS}/${id}` });
      if (!entity || id === undefined) return;
      await api.call({ method: 'DELETE', url: `${RISKS}/${id}`, headers: { 'if-match': String(entity.headers.etag) } });
      removed.push(id);
    });
    const seen = ids(pages);
    expect([new Set(seen).size, before.filter((id) => !seen.includes(id)), removed.length]).toEqual([
      seen.length,
      [],
      3,
    ]);
  });

  test.each(['/api/v1/items?limit=40', '/api/v1/findings?limit=3', '/api/v1/journal?limit=9'])(
    '%s comes in pages, too',
    async (url) => {
      const pages = await walk(url);
      const all = pages.flatMap(({ body }) => body.list);
      const whole = await walk(url.replace(/limit=\d+/, 'limit=200'));
      expect([pages.every(({ status }) => status === 200), all]).toEqual([
        true,
        whole.flatMap(({ body }) => body.list),
      ]);
    },
  );

  test('of items stands in portal order, findings with the weightiest first', async () => {
    const items = (await walk('/api/v1/items?limit=11')).flatMap(({ body }) =>
      body.list.map(({ ref }: { ref: string }) => ref),
    );
    const weights = (await walk('/api/v1/findings?limit=11')).flatMap(({ body }) =>
      body.list.map(({ severity }: { severity: string }) => ['high', 'medium', 'low'].indexOf(severity)),
    );
    expect([items[0], items.length > 40, weights]).toEqual(['1.1.1', true, [...weights].sort()]);
  });

  test('of the journal begins with the first entry, without what was said', async () => {
    const { body } = await api.call({ url: '/api/v1/journal?limit=3' });
    expect([body.list.map(({ seq }: { seq: number }) => seq), Object.keys(body.list[0]).sort()]).toEqual([
      [1, 2, 3],
      ['action', 'actor', 'at', 'dataHash', 'hash', 'id', 'kind', 'previous', 'seq'],
    ]);
  });
});
