import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { multipartBody } from '../../../test/support/multipart.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
beforeEach(async () => {
  server = await startOwned();
});
afterEach(() => server.stop());

const POLICY = `# Backup policy\n\nOwner: Ann Okafor\n${'Backups run every night.\n'.repeat(200)}`;

/** An upload that stops in the middle of its file until something has been done. */
function stalled(name: string, meanwhile: () => Promise<unknown>) {
  const { payload, headers } = multipartBody([{ name, filename: 'backup policy.md', value: POLICY }]);
  async function* bytes() {
    yield payload.subarray(0, 1_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await meanwhile();
    yield payload.subarray(1_000);
  }
  return { payload: Readable.from(bytes(), { objectMode: false }), headers };
}

async function keptNow() {
  const record = await server.installation.records.open(server.organisation);
  return record?.holdings.of.get('document')?.size ?? 0;
}

const memberships = () => server.installation.accounts.memberships;
const owner = () => `account:${server.owner.visitor.account.id}`;

describe('an upload that began while somebody was in the organisation', () => {
  const pages = [
    ['documents', 'documents'],
    ['items/7.3.4/upload', 'document'],
  ] as const;
  const ends = [
    ['was taken out of it', (account: string) => memberships().remove(server.organisation, owner(), account)],
    [
      'may only read by now',
      (account: string) => memberships().change(server.organisation, owner(), account, { role: 'reader' }),
    ],
  ] as const;

  test.each(pages.flatMap(([page, field]) => ends.map(([what, end]) => [page, what, field, end] as const)))(
    'at %s is not kept once they were let out: who sent it %s',
    async (page, _, field, end) => {
      const guest = await server.join('Bryn Howells', 'contributor');
      const sent = stalled(field, () => end(guest.visitor.account.id));
      const { statusCode, body } = await server.app.inject({
        method: 'POST',
        url: `/organisations/${server.organisation}/${page}`,
        payload: sent.payload,
        headers: {
          ...sent.headers,
          host: 'localhost',
          cookie: `perennial=${guest.token}`,
          'sec-fetch-site': 'same-origin',
        },
      });
      expect([statusCode, body.includes('may not upload documents here any more'), await keptNow()]).toEqual([
        422,
        true,
        0,
      ]);
    },
  );

  test('is told nothing of the same file being there already once they were let out', async () => {
    await server.owner.upload(`/organisations/${server.organisation}/documents`, [
      { name: 'documents', filename: 'backup policy.md', value: POLICY },
    ]);
    const guest = await server.join('Bryn Howells', 'contributor');
    const sent = stalled('documents', () =>
      memberships().remove(server.organisation, owner(), guest.visitor.account.id),
    );
    const { statusCode, body } = await server.app.inject({
      method: 'POST',
      url: `/organisations/${server.organisation}/documents`,
      payload: sent.payload,
      headers: {
        ...sent.headers,
        host: 'localhost',
        cookie: `perennial=${guest.token}`,
        'sec-fetch-site': 'same-origin',
      },
    });
    expect([statusCode, body.includes('any more'), body.includes('there already'), await keptNow()]).toEqual([
      422,
      true,
      false,
      1,
    ]);
  });

  test('through the API is not kept once its token was withdrawn', async () => {
    const { tokens } = server.installation.accounts;
    const made = await tokens.create(server.organisation, server.owner.visitor, {
      name: 'Test',
      scopes: ['upload-documents'],
      expiresOn: '2027-01-31',
    });
    if (!made.ok) throw new Error(made.problem.message);
    const [token] = await tokens.list(server.organisation);
    const sent = stalled('file', () => tokens.revoke(server.organisation, owner(), token?.id ?? ''));
    const { statusCode, body } = await server.app.inject({
      method: 'POST',
      url: '/api/v1/documents',
      payload: sent.payload,
      headers: { ...sent.headers, authorization: `Bearer ${made.token}` },
    });
    expect([statusCode, body.includes('any more'), await keptNow()]).toEqual([422, true, 0]);
  });

  test('is kept when they are still in it', async () => {
    const guest = await server.join('Bryn Howells', 'contributor');
    const sent = stalled('documents', async () => {});
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: `/organisations/${server.organisation}/documents`,
      payload: sent.payload,
      headers: {
        ...sent.headers,
        host: 'localhost',
        cookie: `perennial=${guest.token}`,
        'sec-fetch-site': 'same-origin',
      },
    });
    expect([statusCode, await keptNow()]).toEqual([200, 1]);
  });
});
