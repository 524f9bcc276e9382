import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, type TestPlace } from '../support/databases.ts';
import { type Asked, startApi, type TestApi } from './api-server.ts';
import { fileForm } from './good-requests.ts';

const RISKS = '/api/v1/registers/risks';
const RISK = { title: 'Loss of the host', likelihood: 1, impact: 1, treatment: 'treat' };
const OBSERVATION = { items: ['7.3.4'], kind: 'document', verdict: 'shows' };

describe.each(databases())('an idempotency key on $kind', ({ make }) => {
  let place: TestPlace;
  let api: TestApi;
  beforeAll(async () => {
    place = await make();
    api = await startApi({}, place);
  });
  afterAll(async () => {
    await api.stop();
    await place.remove();
  });

  const post = (key: string, payload: object = RISK, more: Partial<Asked> = {}) =>
    api.call({ method: 'POST', url: RISKS, payload, ...more, headers: { 'idempotency-key': key } });
  const count = async () => (await api.all.records.open(api.organisation))?.holdings.of.get('risk')?.size ?? 0;
  const seq = async () => (await api.all.records.open(api.organisation))?.head.seq;

  test('gives the same answer to the same request, and changes things once', async () => {
    const key = randomUUID();
    const first = await post(key);
    const before = await seq();
    const second = await post(key);
    expect([second.status, second.text, second.headers.location, second.headers.etag, await seq()]).toEqual([
      201,
      first.text,
      first.headers.location,
      first.headers.etag,
      before,
    ]);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
  });

  test('is refused for another request', async () => {
    const key = randomUUID();
    await post(key);
    const before = await seq();
    const other = await post(key, { ...RISK, title: 'Another' });
    const elsewhere = await post(key, { what: 'Restore' }, { url: '/api/v1/registers/actions' });
    expect([other.status, other.body.type, elsewhere.status, await seq()]).toEqual([
      422,
      '/api/v1/problems/key-reused',
      422,
      before,
    ]);
  });

  test('of many sent at once lets one through, and gives all of them its answer', async () => {
    const key = randomUUID();
    const before = await count();
    const all = await Promise.all(Array.from({ length: 12 }, () => post(key)));
    expect([new Set(all.map(({ text }) => text)).size, all.map(({ status }) => status), await count()]).toEqual([
      1,
      Array(12).fill(201),
      before + 1,
    ]);
  });

  test('gives the same answer to a removal that is sent twice at once', async () => {
    const made = await post(randomUUID());
    const headers = { 'idempotency-key': randomUUID(), 'if-match': String(made.headers.etag) };
    const remove = () => api.call({ method: 'DELETE', url: `${RISKS}/${made.body.id}`, headers });
    const both = await Promise.all([remove(), remove(), remove()]);
    expect(both.map(({ status }) => status)).toEqual([204, 204, 204]);
  });

  test('holds across processes that share the database', async () => {
    const other = await api.another();
    const key = randomUUID();
    const before = await count();
    const asked = { method: 'POST', url: RISKS, payload: RISK, headers: { 'idempotency-key': key } } as const;
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? api.call(asked) : other.call(asked))),
    );
    expect([new Set(all.map(({ text }) => text)).size, await count()]).toEqual([1, before + 1]);
    await other.stop();
  });

  test('goes on working while others write', async () => {
    const before = await count();
    const all = await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? post(randomUUID()) : plain())));
    expect([all.filter(({ status }) => status !== 201).map(({ text }) => text), await count()]).toEqual([
      [],
      before + 30,
    ]);
  });
  const plain = () => api.call({ method: 'POST', url: RISKS, payload: RISK });

  test('belongs to its token', async () => {
    const key = randomUUID();
    const other = await api.tokenWith('write-registers', 'read-registers');
    const [mine, theirs] = [await post(key), await post(key, RISK, { bearer: other })];
    expect([theirs.status, theirs.body.id === mine.body.id]).toEqual([201, false]);
  });

  test('may be used again for what was refused and put right', async () => {
    const key = randomUUID();
    const wrong = await post(key, { ...RISK, title: '' });
    const right = await post(key);
    expect([wrong.status, right.status]).toEqual([422, 201]);
  });

  test('is forgotten after a day', async () => {
    const key = randomUUID();
    const first = await post(key);
    api.all.clock.pass(24 * 60 + 1);
    const second = await post(key);
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
  });

  test('makes a change and a removal safe to send again', async () => {
    const { body, headers } = await post(randomUUID());
    const url = `${RISKS}/${body.id}`;
    const change = () =>
      api.call({
        method: 'PUT',
        url,
        payload: { ...RISK, impact: 2 },
        headers: { 'if-match': String(headers.etag), 'idempotency-key': `change-${body.id}` },
      });
    const changed = await change();
    const remove = () =>
      api.call({
        method: 'DELETE',
        url,
        headers: { 'if-match': String(changed.headers.etag), 'idempotency-key': `remove-${body.id}` },
      });
    expect([changed.status, (await change()).text, (await remove()).status, (await remove()).status]).toEqual([
      200,
      changed.text,
      204,
      204,
    ]);
  });

  test('covers an observation with its file', async () => {
    const key = randomUUID();
    const send = (content: string) =>
      api.call({
        method: 'POST',
        url: '/api/v1/observations',
        payload: fileForm(`${key}.md`, content, OBSERVATION).payload,
        headers: { ...fileForm('', '').headers, 'idempotency-key': key },
      });
    const first = await send('# Restored\n');
    const second = await send('# Restored\n');
    const before = await seq();
    const other = await send('# Something else\n');
    expect([first.status, second.text, other.status, await seq()]).toEqual([201, first.text, 422, before]);
  });

  test.each(['', ' ', 'a b', 'é', 'x'.repeat(201)])('"%.20s" is not taken for one', async (key) => {
    expect((await post(key)).status).toBe(400);
  });
});
