import { afterAll, beforeAll, expect, test } from 'vitest';
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

test.each(['//evil.example/x', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
  'a waiting form never goes to %s',
  async (then) => {
    const visitor = await server.join(`Guest ${then.length}`, 'reader');
    const { body, statusCode } = await visitor.post('/confirm', { then, password: 'correct horse battery staple' });
    expect([statusCode, body.includes('evil'), body.includes('javascript')]).toEqual([303, false, false]);
  },
);
