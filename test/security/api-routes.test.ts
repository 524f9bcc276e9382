import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiRoute } from '../../src/api/route.ts';
import { ROUTES } from '../../src/api/routes/all-routes.ts';
import { SCOPES } from '../../src/workspace/accounts/api-tokens.ts';
import { type Asked, type Called, startApi, type TestApi } from '../api/api-server.ts';
import { disagreement } from '../api/described.ts';
import { goodRequest, keepOneOfEach } from '../api/good-requests.ts';

const table = (routes: readonly ApiRoute[]) => routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const CLOSED = ROUTES.filter(({ scope }) => scope !== 'anyone');
const WITH_BODY = CLOSED.filter(({ body, form }) => body || form);
const JSON_BODY = CLOSED.filter(({ body }) => body);
const LISTS = CLOSED.filter(({ query }) => query && 'cursor' in query.shape);

describe('on every route of the API', () => {
  let api: TestApi;
  let document: string;
  beforeAll(async () => {
    api = await startApi();
    document = await keepOneOfEach(api);
  });
  afterAll(() => api.stop());

  /** What was answered, and whether anything changed and the description has been kept to. */
  async function refused(route: ApiRoute, change: (good: Asked) => Asked | Promise<Asked>) {
    const good = await goodRequest(api, route, document);
    const before = await head();
    const called = await api.call(await change(good));
    return {
      status: called.status,
      changed: (await head()) !== before,
      wrong: [...disagreement(route.method, route.path, called), ...unsafe(called)],
      called,
    };
  }
  const head = async () => (await api.all.records.open(api.organisation))?.head.hash;
  const unsafe = ({ headers, text }: Called) => [
    ...(/<html|<!doctype/i.test(text) ? ['HTML'] : []),
    ...(headers['access-control-allow-origin'] !== undefined ? ['CORS'] : []),
    ...(headers['set-cookie'] !== undefined ? ['cookie'] : []),
    ...(headers['x-content-type-options'] !== 'nosniff' ? ['sniffing'] : []),
  ];
  const but = (status: number) => ({ status, changed: false, wrong: [] });
  const with_ = (headers: Readonly<Record<string, string>>) => (good: Asked) => ({
    ...good,
    headers: { ...good.headers, ...headers },
  });

  describe.each(table(CLOSED))('%s', (_name, route) => {
    test('no token is 401 with the way to be let in', async () => {
      const { called, ...rest } = await refused(route, (good) => ({ ...good, bearer: null }));
      expect([rest, called.headers['www-authenticate']]).toEqual([but(401), 'Bearer realm="Perennial"']);
    });

    test.each(['pnl_unknown', 'unknown', '', "' or 1=1 --", 'x'.repeat(4_000)])(
      'token "%.12s" is 401',
      async (bearer) => {
        const { called: _, ...rest } = await refused(route, (good) => ({ ...good, bearer }));
        expect(rest).toEqual(but(401));
      },
    );

    test('a session cookie, or a token in the address, is not a token', async () => {
      const cookie = { cookie: `session=${api.token}; __Host-session=${api.token}` };
      const asked = await refused(route, (good) => ({ ...with_(cookie)(good), bearer: null }));
      const inQuery = await refused(route, (good) => ({
        ...good,
        url: `${String(good.url)}?access_token=${api.token}`,
        bearer: null,
      }));
      expect([asked.status, asked.changed, inQuery.status, inQuery.changed]).toEqual([401, false, 401, false]);
    });

    test('a token for everything else is 403 and says which scope it lacks', async () => {
      const bearer = await api.tokenWith(...SCOPES.filter((scope) => scope !== route.scope));
      const { called, ...rest } = await refused(route, (good) => ({ ...good, bearer }));
      expect([rest, String(called.headers['www-authenticate']).includes(`scope="${route.scope}"`)]).toEqual([
        but(403),
        true,
      ]);
    });

    test('a parameter that is not known is 400', async () => {
      const { called: _, ...rest } = await refused(route, (good) => ({ ...good, url: `${String(good.url)}?limt=1` }));
      expect(rest).toEqual(but(400));
    });

    test('a browser on another site gets no leave to read or to send', async () => {
      const preflight = await api.call({
        method: 'OPTIONS',
        url: String((await goodRequest(api, route, document)).url),
        bearer: null,
        headers: { origin: 'https://evil.example', 'access-control-request-method': route.method },
      });
      const { called, ...rest } = await refused(route, (good) => ({
        ...with_({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })(good),
        bearer: null,
      }));
      expect([preflight.status, unsafe(preflight), rest, unsafe(called)]).toEqual([405, [], but(401), []]);
    });
  });

  describe.each(table(CLOSED.filter(({ params }) => params && 'id' in params.shape)))('%s', (_name, route) => {
    test.each(['gone', 'a.b', '..%2f..%2fetc%2fpasswd', '%00', "1' or '1'='1", 'x'.repeat(90), '__proto__'])(
      'id "%.20s" is 404',
      async (id) => {
        const { called: _, ...rest } = await refused(route, (good) => ({
          ...good,
          url: `/api/v1${route.path.replace('{id}', id)}`,
        }));
        expect(rest).toEqual(but(404));
      },
    );
  });

  describe.each(table(WITH_BODY))('%s', (_name, route) => {
    test('a body that is too large is 413', async () => {
      const { called: _, ...rest } = await refused(route, (good) =>
        route.body
          ? {
              ...good,
              payload: `{"words":"${'x'.repeat(1_000_001)}"}`,
              headers: { ...good.headers, 'content-type': 'application/json' },
            }
          : { ...good, payload: form('x'.repeat(200_000)).payload, headers: { ...good.headers, ...form('').headers } },
      );
      expect(rest).toEqual(but(413));
    });

    test.each([
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'text/html',
      'application/jsonp',
      'multipart/mixed; boundary=x',
    ])('%s is 415', async (type) => {
      const { called: _, ...rest } = await refused(route, ({ payload: __, ...good }) => ({
        ...with_({ 'content-type': type })(good),
        payload: 'a=b',
      }));
      expect(rest).toEqual(but(415));
    });
  });

  describe.each(table(JSON_BODY))('%s', (_name, route) => {
    test.each([
      ['', 400],
      ['{', 400],
      ['nonsense', 400],
      ['{"a":1,"a":2}', 400],
      ['{"__proto__":{"data":1}}', 400],
      [`${'['.repeat(40)}${']'.repeat(40)}`, 400],
      ['"\ud800"', 422],
      ['[]', 422],
      ['null', 422],
      ['{"constructor":{"prototype":{"polluted":true}}}', 422],
    ])('the body %.20s is %i', async (payload, status) => {
      const { called: _, ...rest } = await refused(route, (good) => ({
        ...with_({ 'content-type': 'application/json' })(good),
        payload,
      }));
      expect([rest, Reflect.get({}, 'polluted')]).toEqual([but(status), undefined]);
    });

    test('a body that is not UTF-8 is 400', async () => {
      const { called: _, ...rest } = await refused(route, (good) => ({
        ...with_({ 'content-type': 'application/json' })(good),
        payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      }));
      expect(rest).toEqual(but(400));
    });
  });

  describe.each(table(LISTS))('%s', (_name, route) => {
    test.each([
      '!!!',
      'e30',
      'bnVsbA',
      'W10',
      Buffer.from('["__proto__",{"a":1}]').toString('base64url'),
      Buffer.from('[1e999]').toString('base64url'),
      Buffer.from(JSON.stringify(['x'.repeat(700)])).toString('base64url'),
      'A'.repeat(900),
      'A'.repeat(2_000),
      '%00',
      "' or 1=1 --",
    ])('cursor %.20s is 400', async (cursor) => {
      const { called: _, ...rest } = await refused(route, (good) => ({
        ...good,
        url: `${String(good.url)}?cursor=${encodeURIComponent(cursor)}`,
      }));
      expect(rest).toEqual(but(400));
    });

    test.each(['0', '201', '-1', '1.5', 'ten', '', '1e2', '007'])('limit "%s" is 400', async (limit) => {
      const { called: _, ...rest } = await refused(route, (good) => ({
        ...good,
        url: `${String(good.url)}?limit=${limit}`,
      }));
      expect(rest).toEqual(but(400));
    });

    test('a parameter given twice is 400', async () => {
      const { called: _, ...rest } = await refused(route, (good) => ({
        ...good,
        url: `${String(good.url)}?limit=1&limit=2`,
      }));
      expect(rest).toEqual(but(400));
    });
  });
});

function form(value: string) {
  return {
    payload: `--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n${value}\r\n--x--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  };
}
