import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/api/routes/all-routes.ts';
import type { Command } from '../../src/record/decide.ts';
import type { KindName } from '../../src/record/kinds/kinds.ts';
import { startApi, type TestApi } from '../api/api-server.ts';
import { disagreement } from '../api/described.ts';
import { fileForm, goodRequest, keepOneOfEach } from '../api/good-requests.ts';
import { KEPT_EXAMPLES } from '../support/kept-examples.ts';

const OTHER = 'other-organisation';

describe('what belongs to another organisation', () => {
  let api: TestApi;
  let document: string;
  beforeAll(async () => {
    api = await startApi();
    document = await keepOneOfEach(api);
    await api.all.journal.create(OTHER, api.all.clock.at);
    // The same things under other ids; references among them led to the first ones' names.
    const kinds = Object.keys(KEPT_EXAMPLES) as KindName[];
    const commands = kinds.map((kind): Command => {
      const text = kinds.reduce(
        (so, name) => so.replaceAll(`:"${name}"`, `:"theirs-${name}"`).replaceAll(`["${name}"]`, `["theirs-${name}"]`),
        JSON.stringify(KEPT_EXAMPLES[kind]),
      );
      const data: unknown = JSON.parse(
        kind === 'observation' || kind === 'responsibility'
          ? text.replace('"kind":"theirs-document"', '"kind":"document"')
          : text,
      );
      return { do: 'add', kind, id: `theirs-${kind}`, data };
    });
    const performed = await api.all.records.perform(OTHER, 'system', { do: 'together', commands });
    if (!performed.ok) throw new Error(JSON.stringify(performed.problem));
  });
  afterAll(() => api.stop());

  const theirs = async () => (await api.all.records.open(OTHER))?.head;
  const named = ROUTES.filter(({ params }) => params && 'id' in params.shape);

  test.each(named.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s does not see it',
    async (_name, route) => {
      const before = await theirs();
      const good = await goodRequest(api, route, document);
      const kind = [...(await kindsOf())].find((one) => route.path.includes(one.plural))?.name ?? '';
      const url = `/api/v1${route.path.replace('{id}', `theirs-${kind}`)}`;
      const called = await api.call({ ...good, url });
      expect([called.status, disagreement(route.method, route.path, called), await theirs()]).toEqual([
        404,
        [],
        before,
      ]);
    },
  );

  test('is in no list', async () => {
    const lists = ROUTES.filter(({ method, params, scope }) => method === 'GET' && !params && scope !== 'anyone');
    const texts = await Promise.all(lists.map(async ({ path }) => (await api.call({ url: `/api/v1${path}` })).text));
    expect(lists.filter((_, n) => texts[n]?.includes('theirs-')).map(({ path }) => path)).toEqual([]);
  });

  test('cannot be referred to', async () => {
    const called = await api.call({
      method: 'POST',
      url: '/api/v1/registers/absences',
      payload: { person: 'theirs-person', from: '2026-11-20' },
    });
    expect(called.status).toBe(422);
  });

  async function kindsOf() {
    const { KINDS } = await import('../../src/record/kinds/kinds.ts');
    return Object.values(KINDS);
  }
});

describe('a token', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());
  const status = async (bearer: string) => (await api.call({ url: '/api/v1/organisation', bearer })).status;

  test('that was withdrawn is 401 at once', async () => {
    const bearer = await api.tokenWith('read-standing');
    const before = await status(bearer);
    const [last] = (await api.all.accounts.tokens.list(api.organisation)).slice(-1);
    await api.all.accounts.tokens.revoke(api.organisation, 'account:x', last?.id ?? '');
    expect([before, await status(bearer)]).toEqual([200, 401]);
  });

  test('that has expired is 401', async () => {
    const bearer = await api.tokenWith('read-standing');
    const before = await status(bearer);
    const at = api.all.clock.at;
    api.all.clock.at = '2027-02-01T00:00:00.000Z';
    const after = await status(bearer);
    api.all.clock.at = at;
    expect([before, after]).toEqual([200, 401]);
  });

  test('is answered the same way whether it is unknown, expired or withdrawn', async () => {
    const bearer = await api.tokenWith('read-standing');
    const [last] = (await api.all.accounts.tokens.list(api.organisation)).slice(-1);
    await api.all.accounts.tokens.revoke(api.organisation, 'account:x', last?.id ?? '');
    const texts = await Promise.all(
      [bearer, 'pnl_never', 'nonsense'].map(
        async (one) => (await api.call({ url: '/api/v1/items', bearer: one })).text,
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test.each(['Basic YTpi', 'bearer', 'Bearer a b', 'Token x', 'Bearer \t', 'Bearer ,Bearer x'])(
    'is not what "%s" says',
    async (authorization) => {
      const called = await api.call({ url: '/api/v1/organisation', bearer: null, headers: { authorization } });
      expect([called.status, called.body.status]).toEqual([401, 401]);
    },
  );

  test('never stands in an answer or a complaint', async () => {
    const broken = await startApi({
      standings: {
        on: () => Promise.reject(new Error('out of order')),
        at: () => Promise.reject(new Error('out of order')),
      },
    });
    const called = await broken.call({ url: '/api/v1/standing' });
    expect([called.status, called.body.detail.includes('out of order'), broken.complaints.length]).toEqual([
      500,
      false,
      1,
    ]);
    expect(`${called.text}${broken.complaints.join()}`).not.toContain(broken.token);
    await broken.stop();
  });
});

describe('the number of requests', () => {
  test('of one token is limited, and told in headers; other tokens go on', async () => {
    const api = await startApi({ requestsPerMinute: 3 });
    const other = await api.tokenWith('read-standing');
    const url = '/api/v1/organisation';
    const all = [];
    for (let n = 0; n < 5; n += 1) all.push(await api.call({ url }));
    expect([
      all.map(({ status }) => status),
      all.map(({ headers }) => headers['ratelimit-remaining']).slice(0, 3),
      all[4]?.headers['content-type'],
      Number(all[4]?.headers['retry-after']) > 0,
      (await api.call({ url, bearer: other })).status,
    ]).toEqual([[200, 200, 200, 429, 429], ['2', '1', '0'], 'application/problem+json; charset=utf-8', true, 200]);
    expect(disagreement('GET', '/organisation', all[4] ?? all[0] ?? never())).toEqual([]);
    await api.stop();
  });

  test('without a token is limited by address, so that guessing ends', async () => {
    const api = await startApi({ requestsPerMinute: 3 });
    const statuses = [];
    for (let n = 0; n < 5; n += 1)
      statuses.push((await api.call({ url: '/api/v1/organisation', bearer: `pnl_${n}` })).status);
    const elsewhere = await api.call({ url: '/api/v1/nothing', bearer: 'pnl_x' });
    expect([statuses, elsewhere.status]).toEqual([[401, 401, 401, 429, 429], 429]);
    await api.stop();
  });
});

describe('a held document', () => {
  test('is handed to no program, whatever its token may do', async () => {
    const api = await startApi();
    const log = '# Incident log\n\nReading filed under the wrong patient, NHS number 943 476 5919.\n';
    const kept = await api.call({ method: 'POST', url: '/api/v1/documents', ...fileForm('log.md', log) });
    const [file] = kept.body.files;
    const url = `/api/v1/documents/${file.id}/content`;
    const refused = await api.call({ url });
    expect([file.held, kept.text.includes('943 476'), refused.status, refused.text.includes('943')]).toEqual([
      true,
      false,
      403,
      false,
    ]);
    await api.stop();
  });
});

describe('a document', () => {
  test('is never shown, only saved', async () => {
    const api = await startApi();
    const page = '<!doctype html><script>alert(1)</script>';
    const { body } = await api.call({
      method: 'POST',
      url: '/api/v1/documents',
      ...fileForm('../../x/pa"ge\r\n.html', page),
    });
    const called = await api.call({ url: `/api/v1/documents/${body.files[0].id}/content` });
    expect([
      called.status,
      called.headers['content-type'],
      called.headers['x-content-type-options'],
      /^attachment; filename="[\w .-]+"/.test(String(called.headers['content-disposition'])),
      String(called.headers['content-security-policy']).includes('sandbox'),
      createHash('sha256').update(called.text).digest('hex'),
    ]).toEqual([
      200,
      'application/octet-stream',
      'nosniff',
      true,
      true,
      createHash('sha256').update(page).digest('hex'),
    ]);
    await api.stop();
  });
});

function never(): never {
  throw new Error('there was no answer');
}
