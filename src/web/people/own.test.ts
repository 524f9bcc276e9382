import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

const POLICY =
  '# Backup policy\n\nVersion 2. Approved by Ann Okafor.\n\n## Purpose\n\nThis policy says how we back up.\n';

let server: OwnedServer;
let home: string;
let rhys: Browsing;
let bryn: Browsing;
let policy: string;
let log: string;

beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  rhys = await server.join('Rhys Alderton', 'staff');
  bryn = await server.join('Bryn Howells', 'staff');
  await keep('person', { name: 'Rhys Alderton', email: 'Rhys.Alderton@larkmoor.example', employment: 'staff' }, 'rhys');
  await keep('person', { name: 'Cai Rees', email: 'cai@larkmoor.example', employment: 'staff' }, 'cai');
  await keep('training-record', { person: 'cai', course: 'Lone working', kind: 'other', completedOn: '2026-03-02' });
  await server.owner.upload(`${home}/documents`, [
    { name: 'documents', filename: 'policies/backup policy.md', value: POLICY },
    { name: 'documents', filename: 'logs/incidents.csv', value: 'Date,Incident\n2026-03-01,Lost laptop\n' },
  ]);
  policy = await idOf('policies/backup policy.md');
  log = await idOf('logs/incidents.csv');
  await server.owner.post(`${home}/documents/${policy}/staff-read`, { read: 'yes' });
});
afterAll(() => server.stop());

async function keep(kind: string, data: unknown, id: string = crypto.randomUUID()): Promise<void> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, data, id });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
async function idOf(path: string): Promise<string> {
  const record = await server.installation.records.open(server.organisation);
  const documents = [...(record?.holdings.of.get('document')?.values() ?? [])];
  return documents.findLast(({ data }) => Object(data).path === path)?.id ?? '';
}
async function recorded(): Promise<readonly unknown[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('training-record')?.values() ?? [])].map(({ data }) => data);
}

const COURSE = {
  course: 'Data security awareness',
  kind: 'data-security',
  'completedOn-day': '2',
  'completedOn-month': '3',
  'completedOn-year': '2026',
};

describe('somebody on the staff', () => {
  test('lands on the page of what is asked of them, and is offered no other', async () => {
    const { headers } = await rhys.get('/');
    const { body } = await rhys.get(`${home}/mine`);
    expect([headers.location, /href="[^"]*\/(?:registers|items|documents|journal)"/.test(body)]).toEqual([
      `${home}/mine`,
      false,
    ]);
  });

  test('sees which policies to read and whether their training is taken, and nobody else’s', async () => {
    const { body } = await rhys.get(`${home}/mine`);
    expect(['Backup policy', 'Not taken', 'Lone working', 'incidents'].map((words) => body.includes(words))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('reads a policy here, takes the file, and sees no other document', async () => {
    const { body } = await rhys.get(`${home}/mine/policies/${policy}`);
    const file = await rhys.get(`${home}/mine/policies/${policy}/content`);
    expect([body.includes('This policy says how we back up.'), file.statusCode, file.body]).toEqual([
      true,
      200,
      POLICY,
    ]);
    for (const path of [`/mine/policies/${log}`, `/mine/policies/${log}/content`])
      expect((await rhys.get(`${home}${path}`)).statusCode).toBe(404);
    expect((await rhys.post(`${home}/mine/policies/${log}`, {})).statusCode).toBe(404);
  });

  test('says once to have read a policy, however often it is sent, and is asked no more', async () => {
    const before = (await recorded()).length;
    for (const _ of [1, 2])
      expect((await rhys.post(`${home}/mine/policies/${policy}`, {})).headers.location).toBe(
        `${home}/mine?done=policy-read`,
      );
    const { body } = await rhys.get(`${home}/mine`);
    expect([
      (await recorded()).length - before,
      (await recorded()).at(-1),
      body.includes('You have read what you were asked to'),
    ]).toEqual([
      1,
      {
        person: 'rhys',
        course: 'Read: Backup policy',
        kind: 'policy',
        completedOn: server.clock.at.slice(0, 10),
        document: policy,
      },
      true,
    ]);
  });

  test('says once to have read a policy when both are sent at once', async () => {
    await keep('person', { name: 'Eira Vaughan', email: 'eira.vaughan@larkmoor.example', employment: 'staff' }, 'eira');
    const eira = await server.join('Eira Vaughan', 'staff');
    const before = (await recorded()).length;
    const sent = await Promise.all([1, 2].map(() => eira.post(`${home}/mine/policies/${policy}`, {})));
    expect([sent.map(({ statusCode }) => statusCode), (await recorded()).length]).toEqual([[303, 303], before + 1]);
  });

  test('has taken no training by reading a policy', async () => {
    expect((await rhys.get(`${home}/mine`)).body).toContain('Not taken');
  });

  test.each([
    ['without a day', { ...COURSE, 'completedOn-day': '', 'completedOn-month': '', 'completedOn-year': '' }],
    ['on a day to come', { ...COURSE, 'completedOn-year': '2027' }],
    ['without a kind', { ...COURSE, kind: '' }],
    ['as a policy', { ...COURSE, kind: 'policy' }],
  ])('is asked again for a course %s, with what was typed', async (_, typed) => {
    const before = (await recorded()).length;
    const { statusCode, body } = await rhys.post(`${home}/mine/training`, typed);
    expect([statusCode, body.includes('There is a problem'), body.includes('value="Data security awareness"')]).toEqual(
      [422, true, true],
    );
    expect(await recorded()).toHaveLength(before);
  });

  test('records a course of their own, whoever’s name is sent along', async () => {
    const done = await rhys.post(`${home}/mine/training`, { ...COURSE, person: 'cai' });
    expect([done.headers.location, (await recorded()).at(-1)]).toEqual([
      `${home}/mine?done=trained`,
      { person: 'rhys', course: 'Data security awareness', kind: 'data-security', completedOn: '2026-03-02' },
    ]);
    expect((await rhys.get(`${home}/mine`)).body).toContain('counts until 2 March 2027');
  });

  test('is told that a course is recorded already', async () => {
    const before = (await recorded()).length;
    const { statusCode, body } = await rhys.post(`${home}/mine/training`, COURSE);
    expect([statusCode, body.includes('This course is recorded already'), (await recorded()).length]).toEqual([
      422,
      true,
      before,
    ]);
  });

  test('is told what to do when the staff list does not have them, and writes nothing', async () => {
    const before = (await recorded()).length;
    const { body } = await bryn.get(`${home}/mine`);
    expect([
      body.includes('nobody with the email address bryn.howells@larkmoor.example'),
      body.includes('Record the course'),
    ]).toEqual([true, false]);
    expect((await bryn.post(`${home}/mine/training`, COURSE)).statusCode).toBe(422);
    expect((await bryn.post(`${home}/mine/policies/${policy}`, {})).statusCode).toBe(422);
    expect(await recorded()).toHaveLength(before);
  });

  test('sees and changes nothing of anybody else', async () => {
    for (const path of ['/people', '/people/cai', '/people/join', '/people/training', '/people/cai/move'])
      expect((await rhys.get(`${home}${path}`)).statusCode).toBe(403);
    for (const path of ['/people/join', '/people/training', '/people/cai/move', '/people/cai/access-removed'])
      expect((await rhys.post(`${home}${path}`, {})).statusCode).toBe(403);
  });

  test('does not keep a policy from being erased by having read it', async () => {
    const why = { reason: 'By mistake', basis: 'UK GDPR article 17' };
    await server.owner.upload(`${home}/documents`, [
      { name: 'documents', filename: 'policies/old policy.md', value: POLICY.replace('Backup', 'Old') },
    ]);
    const old = await idOf('policies/old policy.md');
    await server.owner.post(`${home}/documents/${old}/staff-read`, { read: 'yes' });
    await rhys.post(`${home}/mine/policies/${old}`, {});
    const done = await server.owner.post(`${home}/documents/${old}/erase`, why);
    expect([done.headers.location, (await rhys.get(`${home}/mine`)).body.includes('Read: Old policy')]).toEqual([
      `${home}/documents?done=erased`,
      true,
    ]);
  });

  test('is asked again once there is a new version of a policy', async () => {
    await server.owner.upload(`${home}/documents`, [
      { name: 'documents', filename: 'policies/backup policy.md', value: `${POLICY}\nKeep three copies.\n` },
    ]);
    expect((await rhys.get(`${home}/mine`)).body).toContain('1 document to read');
  });
});
