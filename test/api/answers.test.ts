import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from './api-server.ts';

const NONE_YET = { 'if-none-match': '*' };

describe('the answer to an item', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const put = (ref: string, payload: object, headers: Readonly<Record<string, string>>) =>
    api.call({ method: 'PUT', url: `/api/v1/items/${ref}/answer`, payload, headers });
  const get = (ref: string) => api.call({ url: `/api/v1/items/${ref}/answer` });

  test('is added, read, changed, and moves the standing', async () => {
    const standing = async () => (await api.call({ url: '/api/v1/items/7.3.4' })).body.item.standing;
    const before = [await standing(), (await get('7.3.4')).status];
    const added = await put('7.3.4', { said: 'no' }, NONE_YET);
    const gap = await standing();
    const changed = await put('7.3.4', { said: 'yes' }, { 'if-match': String(added.headers.etag) });
    expect([before, added.status, added.body.data, gap, changed.status, await standing()]).toEqual([
      ['unanswered', 404],
      201,
      { said: 'no', answeredOn: '2026-11-20', edition: 'v8', item: '7.3.4' },
      'gap',
      200,
      'claimed',
    ]);
    expect((await get('7.3.4')).body).toEqual(changed.body);
  });

  test('that somebody gave meanwhile is not overwritten, and is shown', async () => {
    const first = await put('1.1.1', { said: 'yes' }, NONE_YET);
    const again = await put('1.1.1', { said: 'no' }, NONE_YET);
    const stale = await put('1.1.1', { said: 'no' }, { 'if-match': '"1"' });
    expect([again.status, again.body.current, stale.status, (await get('1.1.1')).body]).toEqual([
      412,
      first.body,
      412,
      first.body,
    ]);
  });

  test('needs to say what was seen', async () => {
    expect((await put('1.1.2', { said: 'yes' }, {})).status).toBe(428);
  });

  test('to an item that the edition does not have is 404', async () => {
    expect([(await put('99.9.9', { said: 'yes' }, NONE_YET)).status, (await get('99.9.9')).status]).toEqual([404, 404]);
  });

  test('cannot be approved with a token', async () => {
    const called = await put('1.1.2', { said: 'not-applicable', words: 'None here', approvedBy: 'Me' }, NONE_YET);
    expect([called.status, called.body.errors]).toEqual([
      422,
      [{ detail: 'There is no field "approvedBy"', pointer: '#/approvedBy' }],
    ]);
  });

  test('cannot be sent back with a token', async () => {
    const sent = { sentBackBecause: 'Look again', sentBackBy: 'Me', sentBackOn: '2026-11-20' };
    const called = await put('1.1.2', { said: 'not-applicable', words: 'None here', ...sent }, NONE_YET);
    expect([called.status, called.body.errors?.length]).toEqual([422, 3]);
  });

  test('that is safe to send again gives the same answer twice', async () => {
    const headers = { ...NONE_YET, 'idempotency-key': 'first-answer' };
    const [one, two] = [await put('1.1.3', { said: 'yes' }, headers), await put('1.1.3', { said: 'yes' }, headers)];
    expect([one.status, two.status, two.text]).toEqual([201, 201, one.text]);
  });

  test('is in the list', async () => {
    const { body } = await api.call({ url: '/api/v1/answers' });
    expect(body.list.map(({ data }: { data: { item: string } }) => data.item)).toContain('7.3.4');
  });
});

describe('the standing', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  test('has both outcomes on a day', async () => {
    const { body } = await api.call({ url: '/api/v1/standing?on=2026-12-01' });
    expect([body.on, body.outcome.claimed.met, body.outcome.defensible.counting]).toEqual(['2026-12-01', false, 0]);
  });

  test('is not sent again while it holds', async () => {
    const first = await api.call({ url: '/api/v1/standing' });
    const headers = { 'if-none-match': String(first.headers.etag) };
    const again = await api.call({ url: '/api/v1/standing', headers });
    const otherDay = await api.call({ url: '/api/v1/standing?on=2026-12-01', headers });
    expect([again.status, again.text, otherDay.status]).toEqual([304, '', 200]);
  });

  test.each([
    ['on=2026-02-30', 'on'],
    ['on=tomorrow', 'on'],
    ['at=2026-11-20', 'at'],
    ['at=2026-11-20T09:30:00%2B01:00', 'at'],
    ['on=2026-11-20&at=2026-11-20T09:30:00Z', 'at'],
    ['day=2026-11-20', 'day'],
  ])('%s is refused, naming the parameter', async (query, parameter) => {
    const { status, body } = await api.call({ url: `/api/v1/standing?${query}` });
    expect([status, body.errors[0].parameter]).toEqual([400, parameter]);
  });
});
