import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { ROUTES } from '../../api/routes/all-routes.ts';
import { listOf } from '../../record/holdings.ts';
import { incident } from '../../record/kinds/incident.ts';
import { SCOPES } from '../../workspace/accounts/api-tokens.ts';
import { isDeed, may } from '../../workspace/may.ts';

let server: OwnedServer;
let home: string;
let rhys: Browsing;
let bryn: Browsing;
let reader: Browsing;

beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  rhys = await server.join('Rhys Alderton', 'staff');
  bryn = await server.join('Bryn Howells', 'staff');
  reader = await server.join('Rita Ames', 'reader');
  await keep('incident', 'theirs', {
    title: 'A laptop left on a train',
    severity: 'minor',
    personalData: false,
    foundAt: '2026-03-01T09:00:00.000Z',
  });
});
afterAll(() => server.stop());

async function keep(kind: string, id: string, data: unknown): Promise<void> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, id, data });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
async function incidents() {
  const record = await server.installation.records.open(server.organisation);
  return record ? listOf(record.holdings, incident) : [];
}
/** What is typed, noticed an hour before the clock of the test. */
function typed(over: Readonly<Record<string, string>> = {}) {
  const at = new Date(Date.parse(server.clock.at) - 3_600_000).toISOString();
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  return {
    what: 'I sent the clinic list to the wrong firm. They rang and said so.',
    'found-day': day,
    'found-month': month,
    'found-year': year,
    'found-time': '01:00',
    concerned: 'About 20 people',
    'told-whom': 'Sam, this morning',
    ...over,
  };
}

describe('somebody on the staff', () => {
  test('finds the way on their own page and in the menu', async () => {
    const { body } = await rhys.get(`${home}/mine`);
    expect(body.split(`href="${home}/tell"`)).toHaveLength(3);
    expect((await rhys.get(`${home}/tell`)).body).toContain('Do not write a patient’s name');
  });

  test('tells what happened, once however often it is sent, and it stands in the register undecided', async () => {
    const before = (await incidents()).length;
    const form = { ...typed(), 'form-id': crypto.randomUUID() };
    const sent = [await rhys.post(`${home}/tell`, form), await rhys.post(`${home}/tell`, form)];
    expect(sent[0]?.headers.location).toBe(`${home}/tell/received?done=told`);
    const after = await incidents();
    expect(after.slice(before).map(({ data }) => data)).toEqual([
      {
        title: 'I sent the clinic list to the wrong firm.',
        details:
          'I sent the clinic list to the wrong firm. They rang and said so.\n\nWhose information: About 20 people\n\nTold already: Sam, this morning',
        reportedBy: 'Rhys Alderton',
        severity: 'undecided',
        personalData: true,
        foundAt: `${server.clock.at.slice(0, 10)}T01:00:00.000Z`,
      },
    ]);
  });

  test('is on the page of today of those who keep the record, with its hours', async () => {
    const today = (await server.owner.get(home)).body;
    expect(today).toContain('I sent the clinic list to the wrong firm.');
    expect(today).toMatch(/\d+ hours[^<]* left/);
    const [one] = (await incidents()).filter(({ data }) => data.reportedBy !== undefined);
    const page = (await server.owner.get(`${home}/incidents/${one?.id}`)).body;
    expect(['Reported by Rhys Alderton', 'Told already: Sam'].map((words) => page.includes(words))).toEqual([
      true,
      true,
    ]);
  });

  test('sees that it was received, and nothing that anybody else told', async () => {
    const own = (await rhys.get(`${home}/tell/received?done=told`)).body;
    expect(
      ['We have received it', 'wrong firm', 'It is open', 'laptop', `${home}/incidents`].map((words) =>
        own.includes(words),
      ),
    ).toEqual([true, true, true, false, false]);
    const others = (await bryn.get(`${home}/tell/received`)).body;
    expect([others.includes('wrong firm'), others.includes('You have not told us of anything yet')]).toEqual([
      false,
      true,
    ]);
  });

  test('sees what they wrote, not what others made of it', async () => {
    const one = (await incidents()).find(({ data }) => data.reportedBy === 'Rhys Alderton');
    const data = { ...one?.data, title: 'Misdirected list', lessons: 'Lessons for us', severity: 'minor' };
    const change = { do: 'change' as const, kind: 'incident', id: one?.id ?? '', seen: one?.revision ?? 0, data };
    await server.installation.records.perform(server.organisation, 'system', change);
    const { body } = await rhys.get(`${home}/tell/received`);
    expect(['wrong firm', 'Misdirected', 'Lessons'].map((words) => body.includes(words))).toEqual([true, false, false]);
  });

  test('may do nothing else with incidents, whatever the address', async () => {
    const done: string[] = [];
    for (const { method, url, needs } of server.routes) {
      if (!/incident|registers/.test(url) || url.startsWith('/api/')) continue;
      expect(isDeed(needs) && !may('staff', needs), `${method} ${url}`).toBe(true);
      const path = url
        .replace(':organisation', server.organisation)
        .replace(':register', 'incidents')
        .replace(':id', 'theirs');
      const { statusCode } = method === 'POST' ? await rhys.post(path, typed()) : await rhys.get(path);
      expect(statusCode, `${method} ${url}`).toBe(403);
      done.push(url);
    }
    expect(done.length).toBeGreaterThan(15);
  });

  test('reaches nothing of it through the API, where nobody tells in their own name', () => {
    const ofIncidents = ROUTES.filter(({ path }) => path.includes('incident'));
    expect(ofIncidents.length).toBeGreaterThan(3);
    expect(ofIncidents.filter(({ scope }) => scope === 'anyone' || may('staff', scope))).toEqual([]);
    expect([SCOPES.includes('report-incidents'), may('staff', 'manage-tokens')]).toEqual([false, false]);
  });

  test.each([
    ['nothing', { what: ' ' }, 'Enter what happened'],
    ['nothing that anybody sees', { what: '\u200b \ufeff\u3164' }, 'Enter what happened'],
    ['a number of a patient', { what: 'The letter of 943 476 5919 went astray' }, 'This looks like an NHS number'],
    ['a day to come', { 'found-year': '2099' }, 'The time you noticed it must be in the past'],
    ['no day', { 'found-day': '', 'found-month': '', 'found-year': '' }, 'Enter the day it was found'],
    ['no real time', { 'found-time': 'noon' }, 'Enter the time it was found'],
  ])('is asked again for %s, with what was typed', async (_, over, message) => {
    const before = (await incidents()).length;
    const { statusCode, body } = await rhys.post(`${home}/tell`, typed(over));
    expect([statusCode, body.includes(message), body.includes('value="Sam, this morning"')]).toEqual([422, true, true]);
    expect(await incidents()).toHaveLength(before);
  });

  test('may write at length: the list shows how it begins', async () => {
    await bryn.post(`${home}/tell`, typed({ what: `${'very long words '.repeat(40)}\nand more` }));
    const last = (await incidents()).at(-1)?.data;
    expect([(last?.title.length ?? 0) <= 122, last?.title.endsWith(' …'), last?.details?.includes('and more')]).toEqual(
      [true, true, true],
    );
  });
});

test('whoever may read the register but not write in it tells of an incident the same way', async () => {
  expect((await reader.get(`${home}/incidents`)).body).toContain(`href="${home}/tell"`);
  expect((await reader.post(`${home}/tell`, typed({ what: 'A door stood open' }))).statusCode).toBe(303);
});

describe('who looks after incidents', () => {
  test('is named, and whether they see it here', async () => {
    expect((await rhys.get(`${home}/tell/received`)).body).toContain('Everybody who keeps the record here sees it');
    await keep('person', 'ravi', { name: 'Ravi Sethi', email: 'ravi.sethi@larkmoor.example', employment: 'staff' });
    await keep('appointment', 'ig', { role: 'ig-lead', person: 'ravi', appointedOn: '2025-01-01' });
    expect((await rhys.get(`${home}/tell/received`)).body).toContain('but does not see here what you told us');
    await server.join('Ravi Sethi', 'contributor');
    expect((await rhys.get(`${home}/tell/received`)).body).toContain(
      'Ravi Sethi (Information governance lead) looks after incidents and sees it on Today.',
    );
  });
});
