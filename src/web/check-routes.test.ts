import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { multipartBody, type Part } from '../../test/support/multipart.ts';
import { type Browsing, type OwnedServer, startOwned } from '../../test/support/web-visitors.ts';
import { listOf } from '../record/holdings.ts';
import { document } from '../record/kinds/document.ts';

const POLICY: Part = {
  name: 'documents',
  filename: 'Our documents/policies/backup.md',
  value: '# Backup policy\n\nRestores are tested.\n',
};
const REFERRAL: Part = {
  name: 'documents',
  filename: 'Our documents/referral.md',
  value: '# Referral\n\nNHS number: 943 476 5919\nPatient: Mary Jones, date of birth 3 May 1961\n',
};

let server: OwnedServer;
let reader: Browsing;

beforeAll(async () => {
  server = await startOwned();
  reader = await server.join('Rhys Alderton', 'reader');
});
afterAll(() => server.stop());

const kept = async () => {
  const record = await server.installation.records.open(server.organisation);
  return record ? listOf(record.holdings, document).map(({ data }) => data) : [];
};
const keepIn = (organisation: string): Part => ({ name: 'keepIn', value: organisation });

test('the check offers to keep the documents to those who may, and to nobody else', async () => {
  const signedOut = await server.app.inject({ url: '/check', headers: { host: 'localhost' } });
  const bodies = [await server.owner.get('/check'), await reader.get('/check'), signedOut].map(({ body }) => body);
  expect(bodies.map((body) => body.includes('keep them in Larkmoor Health Software Ltd'))).toEqual([
    true,
    false,
    false,
  ]);
});

describe('documents that are checked and kept', () => {
  test('only when that was chosen', async () => {
    await server.owner.upload('/check', [keepIn(''), POLICY]);
    expect(await kept()).toEqual([]);
  });

  test('are documents of the record from then on, under the paths inside their folder', async () => {
    const { statusCode, body } = await server.owner.upload('/check', [keepIn(server.organisation), POLICY, REFERRAL]);
    expect([statusCode, body.includes('2 documents kept'), body.includes('1 file is held back')]).toEqual([
      200,
      true,
      true,
    ]);
    // The same review that follows any other upload.
    expect([body.includes('What they seem to show'), body.includes('name="pair"')]).toEqual([true, true]);
    expect((await kept()).map(({ path, source, collector }) => [path, source, collector])).toEqual([
      ['policies/backup.md', 'gap-check', 'Ann Okafor'],
      ['referral.md', 'gap-check', 'Ann Okafor'],
    ]);
  });

  test('are told to the page’s script one by one, with the page to show at last', async () => {
    const { payload, headers } = multipartBody([keepIn(server.organisation), { ...POLICY, filename: 'other.md' }]);
    const { body } = await server.app.inject({
      method: 'POST',
      url: '/check',
      payload,
      headers: {
        host: 'localhost',
        cookie: `perennial=${server.owner.token}`,
        'sec-fetch-site': 'same-origin',
        accept: 'application/x-ndjson, text/html',
        ...headers,
      },
    });
    const lines: { step: string; page?: string }[] = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([lines.map(({ step }) => step), lines.at(-1)?.page?.includes('1 document kept')]).toEqual([
      ['reading', 'page'],
      true,
    ]);
  });
});

describe('nothing is kept', () => {
  const attempt = async (by: Browsing | undefined, organisation: string, extra: Record<string, string> = {}) => {
    const before = (await kept()).length;
    const { payload, headers } = multipartBody([keepIn(organisation), { ...POLICY, filename: 'attempt.md' }]);
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: '/check',
      payload,
      headers: { host: 'localhost', ...(by && { cookie: `perennial=${by.token}` }), ...headers, ...extra },
    });
    return [statusCode, (await kept()).length - before];
  };
  const OWN = { 'sec-fetch-site': 'same-origin' };

  test('for somebody who is signed out', async () => {
    expect(await attempt(undefined, server.organisation, OWN)).toEqual([422, 0]);
  });

  test('for a member whose role does not include it', async () => {
    expect(await attempt(reader, server.organisation, OWN)).toEqual([422, 0]);
  });

  test('in an organisation that somebody does not belong to', async () => {
    expect(await attempt(server.owner, 'elsewhere', OWN)).toEqual([422, 0]);
  });

  test('for a form with a session that does not say where it comes from', async () => {
    expect(await attempt(server.owner, server.organisation)).toEqual([403, 0]);
  });
});

test('where the check is not open, it asks who you are first', async () => {
  const closed = await startOwned({ openCheck: false });
  const signedOut = await closed.app.inject({ url: '/check', headers: { host: 'localhost' } });
  const owner = await closed.owner.get('/check');
  await closed.stop();
  expect([signedOut.statusCode, signedOut.headers.location, owner.statusCode]).toEqual([
    303,
    '/sign-in?next=%2Fcheck',
    200,
  ]);
});
