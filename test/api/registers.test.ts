import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from './api-server.ts';

const SUPPLIERS = '/api/v1/registers/suppliers';

describe('a register', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const add = (name: string, more: object = {}) =>
    api.call({ method: 'POST', url: SUPPLIERS, payload: { name, handlesPersonalData: true, ...more } });
  const put = (id: string, ifMatch: string | undefined, payload: object) =>
    api.call({
      method: 'PUT',
      url: `${SUPPLIERS}/${id}`,
      payload,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });

  test('gives back what was added, where it is and its state', async () => {
    const added = await add('Hosting Ltd');
    expect([added.status, added.headers.location, added.headers.etag, added.body.data]).toEqual([
      201,
      `${SUPPLIERS}/${added.body.id}`,
      `"${added.body.revision}"`,
      { name: 'Hosting Ltd', handlesPersonalData: true },
    ]);
    const read = await api.call({ url: String(added.headers.location) });
    expect([read.status, read.body, read.headers.etag]).toEqual([200, added.body, added.headers.etag]);
  });

  test('names the token in the journal as who did it', async () => {
    const { body } = await add('Journalled');
    const entries = await api.all.journal.history(api.organisation, 'supplier', body.id);
    const [token] = await api.all.accounts.tokens.list(api.organisation);
    expect(entries.map(({ entry }) => entry.actor)).toEqual([`token:${token?.id}`]);
  });

  test('changes only what the caller has seen', async () => {
    const { body, headers } = await add('Careful');
    const first = await put(body.id, String(headers.etag), { name: 'Careful', handlesPersonalData: false });
    const second = await put(body.id, String(headers.etag), { name: 'Overwritten', handlesPersonalData: false });
    expect([first.status, second.status, second.body.current]).toEqual([200, 412, first.body]);
    const third = await put(body.id, `"${second.body.current.revision}"`, { name: 'Seen', handlesPersonalData: false });
    expect([third.status, third.body.data.name]).toEqual([200, 'Seen']);
  });

  test.each([
    [undefined, 428],
    ['*', 400],
    ['W/"1"', 400],
    ['"1", "2"', 400],
    ['1', 400],
    ['"abc"', 412],
    ['"99999999999999999999"', 412],
    ['"-1"', 412],
  ])('If-Match %s is answered with %i and changes nothing', async (ifMatch, status) => {
    const { body } = await add(`Match ${ifMatch}`);
    const called = await put(body.id, ifMatch, { name: 'Gone', handlesPersonalData: false });
    const now = await api.call({ url: `${SUPPLIERS}/${body.id}` });
    expect([called.status, now.body]).toEqual([status, body]);
  });

  test('stays as it is when a change says what stands there already', async () => {
    const { body, headers } = await add('Unmoved');
    const same = await put(body.id, String(headers.etag), body.data);
    expect([same.status, same.body]).toEqual([200, body]);
  });

  test('of what was removed says that it is not there', async () => {
    const { body, headers } = await add('Short-lived');
    const remove = () =>
      api.call({ method: 'DELETE', url: `${SUPPLIERS}/${body.id}`, headers: { 'if-match': String(headers.etag) } });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  });

  test('tells every mistake at once, each where it stands', async () => {
    const called = await add('', { assurances: [{ kind: 'iso' }], contractFrom: '2026-02-30', nonsense: 1 });
    expect([called.status, called.headers['content-type'], called.body.errors]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
      [
        { detail: 'Enter name', pointer: '#/name' },
        { detail: 'Contract from must be a real date', pointer: '#/contractFrom' },
        { detail: 'Select kind', pointer: '#/assurances/0/kind' },
        { detail: 'There is no field "nonsense"', pointer: '#/nonsense' },
      ],
    ]);
  });

  test('tells what the record as a whole does not allow', async () => {
    await add('Only one');
    const twice = await add('only ONE');
    const unknown = await api.call({
      method: 'POST',
      url: '/api/v1/registers/absences',
      payload: { person: 'nobody', from: '2026-11-20' },
    });
    expect([twice.status, unknown.status, unknown.body.errors[0].pointer]).toEqual([422, 422, '#/person']);
  });

  test('answers 304 to who has it, until it changes', async () => {
    const list = () => api.call({ url: SUPPLIERS });
    const { etag } = (await list()).headers;
    const again = (headers: object) => api.call({ url: SUPPLIERS, headers: { ...headers } });
    const known = await again({ 'if-none-match': `"other", W/${String(etag)}` });
    await add('Something new');
    const changed = await again({ 'if-none-match': String(etag) });
    expect([known.status, known.text, known.headers.etag, changed.status]).toEqual([304, '', etag, 200]);
  });

  test('that is only read says how', async () => {
    const called = await api.call({ method: 'POST', url: '/api/v1/registers/submissions', payload: {} });
    expect([called.status, called.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test.each(['documents', 'answers', 'shares', 'grants', 'organisation', '__proto__', 'constructor'])(
    'called %s is none here',
    async (name) => {
      expect((await api.call({ url: `/api/v1/registers/${name}` })).status).toBe(404);
    },
  );
});
