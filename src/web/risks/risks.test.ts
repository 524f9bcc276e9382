import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMade, INCIDENTS_AND_RISKS } from '../../../test/support/incidents-and-risks.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;
let organisation: string;
beforeAll(async () => {
  server = await startOwned();
  organisation = server.organisation;
  home = `/organisations/${organisation}/risks`;
  await addMade(server.installation, organisation, INCIDENTS_AND_RISKS);
});
afterAll(() => server.stop());

const text = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const seenIn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
const kept = async (id: string) =>
  (await server.installation.records.open(organisation))?.holdings.of.get('risk')?.get(id)?.data;

describe('the page of risks', () => {
  test('leads from each cell of the matrix to the risks in it', async () => {
    const { body } = await server.owner.get(home);
    const [, cell = ''] = /href="([^"#]*likelihood=4[^"#]*)#risks"/.exec(body) ?? [];
    const narrowed = await server.owner.get(cell.replaceAll('&amp;', '&'));
    expect(text(narrowed.body)).toContain('1 risk, the highest score first');
    expect(narrowed.body).toContain('registers/risks/ransom"');
    expect(narrowed.body).not.toContain('registers/risks/paper"');
  });

  test('marks what is overdue, and what nobody here answers for', async () => {
    const words = text((await server.owner.get(home)).body);
    for (const expected of ['Review overdue: 1', 'No review planned: 2', 'Nobody owns it: 3', 'who has left'])
      expect(words).toContain(expected);
  });

  test('says nothing of risks that are not there', async () => {
    const { body } = await server.owner.get(`${home}?find=nothing-like-it`);
    expect(text(body)).toContain('0 risks');
  });
});

describe('a review', () => {
  test('is kept with today, the next one offered as far off as before, and can be taken back', async () => {
    const before = await kept('ransom');
    const form = (await server.owner.get(`${home}/ransom/review`)).body;
    expect(form).toMatch(/name="reviewOn-day"[^>]*value="23"/);
    const done = await server.owner.post(`${home}/ransom/review`, {
      seen: seenIn(form),
      likelihood: '3',
      impact: '5',
      measures: '',
      'reviewOn-day': '1',
      'reviewOn-month': '5',
      'reviewOn-year': '2027',
    });
    expect(await kept('ransom')).toEqual({
      title: 'Ransomware stops the hosting',
      likelihood: 3,
      impact: 5,
      treatment: 'treat',
      owner: 'ann',
      reviewedOn: '2026-11-20',
      reviewOn: '2027-05-01',
    });
    const { body } = await server.owner.get(String(done.headers.location));
    await server.owner.post(`${home}/ransom/undo`, { seen: seenIn(body) });
    expect(await kept('ransom')).toEqual(before);
  });

  test.each([
    ['without the day of the next one', {}, 422, 'Enter the day of the next review'],
    [
      'with a next one that has passed',
      { 'reviewOn-day': '1', 'reviewOn-month': '5', 'reviewOn-year': '2026' },
      422,
      'Next review on must be the same as or after the last review',
    ],
    [
      'of a risk that was changed meanwhile',
      { seen: '1', 'reviewOn-day': '1', 'reviewOn-month': '5', 'reviewOn-year': '2027' },
      409,
      'Somebody else changed this meanwhile',
    ],
  ])('%s is refused', async (_, over, status, words) => {
    const seen = seenIn((await server.owner.get(`${home}/paper/review`)).body);
    const { statusCode, body } = await server.owner.post(`${home}/paper/review`, {
      ...{ seen, likelihood: '2', impact: '2', measures: 'Typed' },
      ...over,
    });
    expect([statusCode, text(body).includes(words)]).toEqual([status, true]);
  });
});

test('the page for the board names the three highest open risks with owner, plan and day', async () => {
  const words = text((await server.owner.get(`${home}/board`)).body);
  for (const expected of [
    'Ransomware stops the hosting',
    'Owner: Ann Okafor',
    'Phishing training.',
    'What we do about it is not written down',
  ])
    expect(words).toContain(expected);
  expect(words).not.toContain('Paper notes');
  expect(words).not.toContain('The old file server');
});
