import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { multipartBody } from '../../test/support/multipart.ts';
import { type OwnedServer, startOwned } from '../../test/support/web-visitors.ts';

const LATER = '2026-11-20T10:30:00.000Z';
const REASON = 'Asked for by "Mary" <Jones> & by her son';

let server: OwnedServer;
let members: string;

beforeAll(async () => {
  server = await startOwned();
  members = `/organisations/${server.organisation}/members`;
  server.clock.at = LATER;
});
afterAll(() => server.stop());

const typed = { email: 'rhys@larkmoor.example', role: 'reader', 'until-day': '', note: REASON };
const invited = () => server.installation.accounts.invitations.list(server.organisation);
/** The hidden fields of a page's form, as a browser would send them again. */
function hiddenIn(body: string): Record<string, string> {
  const inputs = body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, unescaped(value)]));
}
function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

test('a form that matters waits until whoever sent it has proved who they are, with all that was typed', async () => {
  const asked = await server.owner.post(`${members}/invite`, typed);
  expect([asked.statusCode, asked.body.includes('Confirm that it is you'), await invited()]).toEqual([200, true, []]);

  const wrong = await server.owner.post('/confirm', { ...hiddenIn(asked.body), password: 'not it' });
  expect([wrong.statusCode, wrong.body.includes('Password is not right')]).toEqual([422, true]);

  const right = await server.owner.post('/confirm', {
    ...hiddenIn(wrong.body),
    password: 'correct horse battery staple',
  });
  expect([right.statusCode, hiddenIn(right.body), await invited()]).toEqual([200, typed, []]);

  const cookie = String(right.headers['set-cookie']).split(';')[0] ?? '';
  const done = await server.app.inject({
    method: 'POST',
    url: /action="([^"]*invite)"/.exec(right.body)?.[1] ?? '',
    headers: {
      host: 'localhost',
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(hiddenIn(right.body)).toString(),
  });
  expect([done.statusCode, (await invited()).map(({ email }) => email)]).toEqual([200, ['rhys@larkmoor.example']]);
});

describe('a form that is sent when the session has ended', () => {
  const adding = () => `/organisations/${server.organisation}/registers/people/add`;
  const ADDED = { name: 'Rhys "the" <Owen>', employment: 'staff' };
  const send = (url: string, fields: Record<string, string>, cookie = '') =>
    server.app.inject({
      method: 'POST',
      url,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie && { cookie }),
      },
      payload: new URLSearchParams(fields).toString(),
    });

  test('waits at the sign-in page, goes through a mistake there, and is sent at last', async () => {
    const asked = await send(adding(), ADDED, 'perennial=a-session-that-has-ended');
    expect([asked.statusCode, asked.body.includes('have not lost')]).toEqual([403, true]);
    // The page has the form in it twice: within the sign-in, and to be sent by who signed in elsewhere.
    const signIn = asked.body.slice(
      asked.body.indexOf('action="/sign-in"'),
      asked.body.indexOf('action="/sign-in/passkey"'),
    );
    const wrong = await send('/sign-in', { ...hiddenIn(signIn), email: 'ann@larkmoor.example', password: 'not it' });
    expect(wrong.statusCode).toBe(422);
    const again = wrong.body.slice(
      wrong.body.indexOf('action="/sign-in"'),
      wrong.body.indexOf('action="/sign-in/passkey"'),
    );
    const right = await send('/sign-in', {
      ...hiddenIn(again),
      email: 'ann@larkmoor.example',
      password: 'correct horse battery staple',
    });
    expect([right.statusCode, hiddenIn(right.body)]).toEqual([200, ADDED]);
    const cookie = String(right.headers['set-cookie']).split(';')[0] ?? '';
    const done = await send(/action="([^"]*add)"/.exec(right.body)?.[1] ?? '', hiddenIn(right.body), cookie);
    const record = await server.installation.records.open(server.organisation);
    const people = [...(record?.holdings.of.get('person')?.values() ?? [])].map(({ data }) => data);
    expect([done.statusCode, people]).toEqual([303, [ADDED]]);
  });

  test('goes no further than the sign-in when it holds passwords', async () => {
    const asked = await send('/account/password', { current: 'old secret', next: 'new secret' });
    expect([asked.statusCode, asked.body]).toEqual([303, '']);
  });

  test('is refused when another site sent it', async () => {
    const asked = await server.app.inject({
      method: 'POST',
      url: adding(),
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'name=evil',
    });
    expect([asked.statusCode, asked.body.includes('evil')]).toEqual([403, false]);
  });
});

test('a form larger than any of ours waits nowhere: writing it out would cost more than sending it', async () => {
  const many = await server.app.inject({
    method: 'POST',
    url: `/organisations/${server.organisation}/registers/people/add`,
    headers: {
      host: 'localhost',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: '&a'.repeat(100_000),
  });
  expect([many.statusCode, many.body.length]).toEqual([303, 0]);
  const { location } = many.headers;
  expect(location).toBe(
    `/sign-in?next=${encodeURIComponent(`/organisations/${server.organisation}/registers/people/add`)}&unkept=too-large`,
  );
  const signIn = await server.app.inject({ url: String(location), headers: { host: 'localhost' } });
  expect(signIn.body).toContain('What you sent was too large to keep while you sign in. Sign in, then bring it again.');
});

test.each(['//evil.example/x', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
  'a waiting form never goes to %s',
  async (then) => {
    const visitor = await server.join(`Guest ${then.length}`, 'reader');
    const { body, statusCode } = await visitor.post('/confirm', { then, password: 'correct horse battery staple' });
    expect([statusCode, body.includes('evil'), body.includes('javascript')]).toEqual([303, false, false]);
  },
);

describe('an import whose session has ended meanwhile', () => {
  const suppliers = () => `/organisations/${server.organisation}/registers/suppliers`;
  const headers = { host: 'localhost', 'sec-fetch-site': 'same-origin', cookie: 'perennial=a-session-that-has-ended' };
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const send = (url: string, fields: Record<string, string>) =>
    server.app.inject({ method: 'POST', url, headers: form, payload: new URLSearchParams(fields).toString() });
  const table = (rows: number) =>
    JSON.stringify({
      columns: ['Vendor', 'Service'],
      rows: Array.from({ length: rows }, (_, i) => ({
        cells: [`Northgate Hosting & Sons ${i}`, 'Hosting of records, "backup" and support'],
        place: `line ${i + 2}`,
      })),
    });
  const signInTo = (next: string, unkept: string) => `/sign-in?next=${encodeURIComponent(next)}&unkept=${unkept}`;

  test.each(['preview', 'take'])('waits at the sign-in page with its 4,000 suppliers: %s', async (step) => {
    const fields = { table: table(4_000), 'column-0': 'name' };
    const asked = await send(`${suppliers()}/import/${step}`, fields);
    expect([asked.statusCode, asked.body.includes('have not lost')]).toEqual([403, true]);
    const signIn = asked.body.slice(
      asked.body.indexOf('action="/sign-in"'),
      asked.body.indexOf('action="/sign-in/passkey"'),
    );
    const right = await send('/sign-in', {
      ...hiddenIn(signIn),
      email: 'ann@larkmoor.example',
      password: 'correct horse battery staple',
    });
    expect(right.statusCode).toBe(200);
    expect(right.body).toContain(`action="${suppliers()}/import/${step}"`);
    expect(hiddenIn(right.body)).toEqual(fields);
  });

  test.each(['columns', 'preview', 'take'])('is said to be lost when it is too large to wait: %s', async (step) => {
    const asked = await send(`${suppliers()}/import/${step}?x=1`, { table: 'x'.repeat(2_100_000) });
    expect([asked.statusCode, asked.headers.location]).toEqual([303, signInTo(`${suppliers()}/import`, 'too-large')]);
  });

  test('is said to be lost when it is the file itself, which waits nowhere', async () => {
    const { payload, headers: type } = multipartBody([{ name: 'table', filename: 'a.csv', value: 'Name\nQuill\n' }]);
    const url = `${suppliers()}/import`;
    const asked = await server.app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload });
    expect([asked.statusCode, asked.headers.location]).toEqual([303, signInTo(url, 'files')]);
    const signIn = await server.app.inject({ url: signInTo(url, 'files'), headers: { host: 'localhost' } });
    expect(signIn.body).toContain('We cannot keep files while you sign in');
  });

  test('says nothing at the sign-in page that is not in our words', async () => {
    for (const unkept of ['toString', '<b>x']) {
      const { statusCode, body } = await server.app.inject({
        url: signInTo('/', encodeURIComponent(unkept)),
        headers: { host: 'localhost' },
      });
      expect([statusCode, body.includes('bring'), body.includes('<b>x')]).toEqual([200, false, false]);
    }
  });
});
