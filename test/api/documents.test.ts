import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { multipartBody } from '../support/multipart.ts';
import { startApi, type TestApi } from './api-server.ts';
import { disagreement } from './described.ts';
import { fileForm } from './good-requests.ts';

const OBSERVATION = { items: ['7.3.4'], kind: 'document', verdict: 'shows', effectiveOn: '2026-10-02' };

describe('a file sent to the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const upload = (filename: string, content: string | Uint8Array) =>
    api.call({ method: 'POST', url: '/api/v1/documents', ...fileForm(filename, content) });
  const observe = (parts: Parameters<typeof multipartBody>[0]) =>
    api.call({ method: 'POST', url: '/api/v1/observations', ...multipartBody(parts) });
  const observation = (value: unknown) => ({
    name: 'observation',
    value: typeof value === 'string' ? value : JSON.stringify(value),
  });
  const file = (value: string | Uint8Array = '# Log\n') => ({ name: 'file', filename: 'logs/restore.md', value });
  const documents = async () => (await api.call({ url: '/api/v1/documents?limit=200' })).body.list;

  test('is kept once, however often it is sent, and comes back as it was', async () => {
    const first = await upload('policies/backup policy.md', '# Backup\n');
    const second = await upload('policies/backup policy.md', '# Backup\n');
    const [one, two] = [first.body.files[0], second.body.files[0]];
    expect([first.status, one.became, second.status, two.became, two.id]).toEqual([
      201,
      'kept',
      200,
      'there-already',
      one.id,
    ]);
    const read = await api.call({ url: `/api/v1/documents/${one.id}` });
    const content = await api.call({ url: `/api/v1/documents/${one.id}/content` });
    expect([read.body.data.path, read.body.data.source, content.text]).toEqual([
      'policies/backup policy.md',
      'api',
      '# Backup\n',
    ]);
  });

  test('that is empty, too large or a program is refused with a sentence', async () => {
    const all = [
      await upload('empty.md', ''),
      await upload('large.md', 'x'.repeat(100_001)),
      await upload('tool.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04')),
    ];
    expect([
      all.map(({ status }) => status),
      all.flatMap((one) => disagreement('POST', '/documents', one)),
      all.every(({ body }) => /\.$/.test(body.detail)),
    ]).toEqual([[422, 413, 422], [], true]);
  });

  test('may be larger than a JSON body', async () => {
    const roomy = await startApi({ uploadBytes: 5_000_000 });
    const form = fileForm('log.md', `# Log\n${'A line of a long log.\n'.repeat(100_000)}`);
    const { status } = await roomy.call({ method: 'POST', url: '/api/v1/documents', ...form });
    expect(status).toBe(201);
    await roomy.stop();
  });

  test('beside a bad one is kept, and the bad one is told', async () => {
    const { status, body } = await api.call({
      method: 'POST',
      url: '/api/v1/documents',
      ...multipartBody([
        { name: 'file', filename: 'a.md', value: '# A\n' },
        { name: 'file', filename: 'b.md', value: '' },
        { name: 'note', value: 'not ours' },
      ]),
    });
    expect([status, body.files.map(({ kept }: { kept: boolean }) => kept)]).toEqual([201, [true, false]]);
  });

  test.each([
    ['no parts', multipartBody([])],
    ['only fields', multipartBody([{ name: 'file', value: 'x' }])],
    ['another name', multipartBody([{ name: 'upload', filename: 'a.md', value: 'x' }])],
    ['a body that breaks off', { ...multipartBody([]), payload: '------perennial-test-boundary\r\nContent-Disp' }],
  ])('in a form with %s is 400', async (_name, form) => {
    const called = await api.call({ method: 'POST', url: '/api/v1/documents', ...form });
    expect([called.status, disagreement('POST', '/documents', called)]).toEqual([400, []]);
  });

  test('with an observation is kept, and the observation leads to it', async () => {
    const added = await observe([observation(OBSERVATION), file()]);
    const document = await api.call({ url: `/api/v1/documents/${added.body.data.document}` });
    const item = await api.call({ url: '/api/v1/items/7.3.4' });
    expect([
      added.status,
      added.body.data.receivedAt,
      document.body.data.path,
      item.body.observations.map(({ id }: { id: string }) => id),
    ]).toEqual([201, api.all.clock.at, 'logs/restore.md', [added.body.id]]);
  });

  test.each([
    ['after the file', [file('# After\n'), observation(OBSERVATION)], 400],
    ['without a file', [observation(OBSERVATION)], 400],
    ['without an observation', [file('# Without\n')], 400],
    ['that is no JSON', [observation('{'), file('# No JSON\n')], 400],
    ['with a document of its own', [observation({ ...OBSERVATION, document: 'x' }), file('# Own\n')], 422],
    ['that says when it came in', [observation({ ...OBSERVATION, receivedAt: '2020-01-01T00:00:00Z' }), file()], 422],
    ['for no item', [observation({ ...OBSERVATION, items: [] }), file('# None\n')], 422],
    ['that is not right', [observation({ ...OBSERVATION, effectiveOn: 'soon' }), file('# Soon\n')], 422],
  ])('an observation %s keeps nothing', async (_name, parts, status) => {
    const before = await documents();
    const called = await observe(parts);
    expect([called.status, disagreement('POST', '/observations', called), await documents()]).toEqual([
      status,
      [],
      before,
    ]);
  });

  test('an observation may lead to a document that is there, and to no other', async () => {
    const { body } = await upload('there.md', '# There\n');
    const post = (document: string) =>
      api.call({ method: 'POST', url: '/api/v1/observations', payload: { ...OBSERVATION, document } });
    expect([(await post(body.files[0].id)).status, (await post('nowhere')).status]).toEqual([201, 422]);
  });

  test('over a real connection is refused before all of it is sent', async () => {
    const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
    const form = fileForm('a.md', 'x'.repeat(5_000_000));
    const answered = await fetch(`${address}/api/v1/documents`, {
      method: 'POST',
      body: new Uint8Array(form.payload),
      headers: form.headers,
    }).then(
      async (response) => [response.status, JSON.parse(await response.text()).status],
      // The connection may be closed while the rest is still being sent.
      () => [401, 401],
    );
    expect(answered).toEqual([401, 401]);
  });
});
