import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
});
afterEach(() => server.stop());

async function keep(kind: string, data: unknown, id?: string) {
  const command = { do: 'add' as const, kind, data, ...(id !== undefined && { id }) };
  const done = await server.installation.records.perform(server.organisation, 'system', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
const ann = () => keep('person', { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'director' }, 'ann');
const answered = (said: string) =>
  keep('answer', { edition: 'v8', item: '1.1.5', said, words: 'We have none.', answeredOn: '2026-11-20' });
/** From now on the item counts. */
const settled = () =>
  keep('answer', {
    edition: 'v8',
    item: '1.1.5',
    said: 'not-applicable',
    words: 'We have none.',
    answeredOn: '2026-11-20',
    approvedBy: 'Ben Hart',
    approvedOn: '2026-11-20',
  });
const look = async (browsing = server.owner) => (await browsing.get(home)).body;

describe('the page that a day starts with', () => {
  test('leads somebody new to the first hour', async () => {
    expect(await look()).toContain('Begin with the first hour');
  });

  test('calls an organisation by its whole name, though it begins as that of the example does', async () => {
    const record = await server.installation.records.open(server.organisation);
    const [own] = record?.holdings.of.get('organisation')?.values() ?? [];
    if (!own) throw new Error('The organisation says nothing of itself');
    const data = { ...Object(own.data), name: 'Example: Makers Ltd' };
    const change = { do: 'change' as const, kind: 'organisation', id: own.id, seen: own.revision, data };
    await server.installation.records.perform(server.organisation, 'system', change);
    expect(await look()).toContain('<title>Where Example: Makers Ltd stands');
  });

  test('says nothing of a last visit at the first one', async () => {
    expect(await look()).not.toContain('Since your last visit');
  });

  test('says what changed since the last visit and who changed it', async () => {
    await look();
    await answered('yes');
    server.clock.at = '2026-11-20T14:30:00.000Z';
    const body = await look();
    expect(
      [
        'You last looked on',
        '1 change to the record',
        'Perennial itself (1)',
        '>1.1.5</a>',
        'changed otherwise',
      ].filter((words) => !body.includes(words)),
    ).toEqual([]);
  });

  test('tells somebody apart what they did themselves', async () => {
    await look();
    await server.owner.post(`${home}/registers/suppliers/add`, { name: 'Northgate', handlesPersonalData: 'yes' });
    server.clock.at = '2026-11-20T14:30:00.000Z';
    const body = await look();
    expect(body).toContain('Nobody else has changed the record since.');
    expect(body).toMatch(/You have made <a [^>]*>1 change<\/a> yourself\./);
  });

  test('is each person’s own', async () => {
    const reader = await server.join('Rita Reed', 'reader');
    await look();
    server.clock.at = '2026-11-20T14:30:00.000Z';
    expect([
      (await look()).includes('Since your last visit'),
      (await look(reader)).includes('Since your last visit'),
    ]).toEqual([true, false]);
  });

  test('begins with an incident whose hours are counted, for those who may see it', async () => {
    const found = { severity: 'undecided', foundAt: '2026-11-18T09:30:00.000Z', personalData: true };
    await keep('incident', { ...found, title: 'A laptop was left on a train' });
    await keep('incident', { ...found, title: 'Somebody was rude', personalData: false });
    const said = async (by = server.owner) => {
      const body = await look(by);
      return ['A laptop was left', '24 hours left', 'Somebody was rude'].map((words) => body.includes(words));
    };
    expect(await said()).toEqual([true, true, false]);
    await keep('incident', { ...found, title: 'A letter went astray', foundAt: '2026-11-16T09:30:00.000Z' });
    expect(await look()).toContain('24 hours over');
  });

  test('has what waits for whoever looks', async () => {
    await ann();
    await keep('action', { what: 'Test a restore', owner: 'ann', due: '2026-11-10' });
    await keep('action', { what: 'Somebody else’s' });
    await keep('responsibility', { item: '7.3.4', owner: 'ann' });
    await answered('not-applicable');
    const body = await look();
    expect(
      [
        'Test a restore',
        '<strong>overdue</strong>',
        'You look after 1 item that does not count yet',
        'waits for an approval',
      ].filter((words) => !body.includes(words)),
    ).toEqual([]);
    expect(body).not.toContain('Somebody else’s');
  });

  test('is there with a slash at the end of its address too', async () => {
    expect((await server.owner.get(`${home}/`)).statusCode).toBe(200);
  });

  test('asks nobody to approve what they said themselves', async () => {
    const item = `${home}/items/1.1.5/answer`;
    await server.owner.post(item, { seen: '', said: 'not-applicable', words: 'We have none.' });
    const aled = await server.join('Aled Approver', 'approver');
    expect([
      (await look()).includes('waits for an approval'),
      (await look(aled)).includes('waits for an approval'),
    ]).toEqual([false, true]);
  });

  test('asks whoever else may to confirm what one person told, and not that person', async () => {
    const { body } = await server.owner.get(`${home}/first-hour/facts`);
    const [, seen = ''] = /name="seen" value="(\d+)"/.exec(body) ?? [];
    await server.owner.post(`${home}/first-hour/facts`, { seen, 'has-paper-records': 'no' });
    const aled = await server.join('Aled Approver', 'approver');
    const rita = await server.join('Rita Reed', 'reader');
    const asked = '1 statement about your organisation to confirm';
    const theirs = await look(aled);
    expect([
      (await look()).includes(asked),
      theirs.includes(asked),
      theirs.includes('“We have no paper records”'),
      (await look(rita)).includes(asked),
    ]).toEqual([false, true, true, false]);
  });

  test('offers a reader nothing to approve', async () => {
    await answered('not-applicable');
    const reader = await server.join('Rita Reed', 'reader');
    expect(await look(reader)).not.toContain('waits for an approval');
  });

  test('says when nobody in the record is whoever looks', async () => {
    expect(await look()).toContain('Nobody in your list of people has your email address');
    await ann();
    expect(await look()).not.toContain('has your email address');
  });

  test('draws the past and the forecast, with every number as text', async () => {
    server.clock.at = '2026-11-24T09:30:00.000Z';
    const body = await look(await server.join('Rita Reed', 'reader'));
    expect(body.match(/<svg[^>]*role="img"[^>]*aria-label="[^"]*mandatory items[^"]*"/g)?.length).toBeGreaterThan(0);
    expect(
      ['20 November 2026', '23 November 2026', 'Today, 24 November 2026'].filter((day) => !body.includes(`${day}<`)),
    ).toEqual([]);
  });

  test('of a past day holds nothing that is only true of today', async () => {
    await ann();
    server.clock.at = '2026-11-24T09:30:00.000Z';
    const contributor = await server.join('Cara Moss', 'contributor');
    const { body, statusCode } = await contributor.get(`${home}?at=2026-11-22`);
    expect(statusCode).toBe(200);
    expect(
      ['For you to do', 'Since your last visit', 'Past and forecast'].filter((words) => body.includes(words)),
    ).toEqual([]);
  });

  test('shows who has each of the first steps and by when', async () => {
    await ann();
    const before = await look();
    const [, ref = ''] = /Give it to somebody<span[^>]*>: (?:<!-- -->)?([\d.]+)</.exec(before) ?? [];
    await keep('action', { what: 'Do it', items: [ref], owner: 'ann', due: '2026-12-18' });
    const after = await look();
    expect(after).toMatch(/Ann Okafor<span[^>]*>: the action for/);
    expect(after).toContain('18 December 2026');
  });

  test('offers to close actions whose items count, closes only what is chosen, and notes what shows them', async () => {
    await keep('action', { what: 'Name one', items: ['1.1.5'] }, 'finished');
    await keep('action', { what: 'Test a restore', items: ['1.1.5', '7.3.4'] }, 'open');
    server.clock.at = '2026-11-20T14:30:00.000Z';
    await settled();
    const body = await look();
    expect(body).toMatch(/1 action(?:<!-- -->)? (?:<!-- -->)?looks(?:<!-- -->)? done/);
    const [, chosen = ''] =
      /name="close" type="checkbox" value="([^"]+)"|value="(finished \d+)"/.exec(body)?.filter(Boolean) ?? [];
    expect(body).not.toMatch(/<input(?=[^>]*name="close")[^>]*checked/);
    const close = (fields: Readonly<Record<string, string>>) => server.owner.post(`${home}/plan/actions/close`, fields);
    expect((await close({})).statusCode).toBe(422);
    expect((await close({ close: 'open 1' })).statusCode).toBe(409);
    expect((await close({ close: chosen })).statusCode).toBe(303);
    const record = await server.installation.records.open(server.organisation);
    const actions = record?.holdings.of.get('action');
    expect(actions?.get('finished')?.data).toMatchObject({
      doneOn: '2026-11-20',
      notes: expect.stringContaining('1.1.5: We have none. (approved by Ben Hart)'),
    });
    expect(actions?.get('open')?.data).not.toHaveProperty('doneOn');
    expect(await look()).not.toContain('looks done');
  });

  test('does not say of an action that it looks done because its items counted when it was added', async () => {
    await settled();
    server.clock.at = '2026-11-20T14:30:00.000Z';
    await keep('action', { what: 'Ask again next year', items: ['1.1.5'] }, 'early');
    expect(await look()).not.toContain('looks done');
    expect((await server.owner.get(`${home}/plan/actions`)).body).not.toContain('looks done');
  });

  test('names members whose last day has passed to whoever may remove them, and so does the list of members', async () => {
    await ann();
    const ben = await server.join('Ben Hart', 'contributor');
    await keep('person', {
      name: 'Ben Hart',
      email: 'Ben.Hart@larkmoor.example',
      employment: 'staff',
      leftOn: '2026-11-19',
    });
    const { account } = ben.visitor;
    const remove = `${home}/members/${account.id}#remove`;
    const members = async () => (await server.owner.get(`${home}/members`)).body;
    expect([(await look()).includes(remove), (await look(ben)).includes('can still sign in')]).toEqual([true, false]);
    expect(await look()).toMatch(/Ben Hart(?:<!-- -->)? left on (?:<!-- -->)?19 November 2026/);
    expect([(await members()).includes(remove), (await members()).includes('can still sign in')]).toEqual([true, true]);
    expect((await server.owner.get(`${home}/members/${account.id}`)).body).toContain('left on 19 November 2026');
    server.clock.at = '2026-11-19T09:30:00.000Z';
    expect([(await look()).includes(remove), (await members()).includes(remove)]).toEqual([false, false]);
  });

  test('does not ask an adviser to add themselves', async () => {
    const adviser = await server.join('Vera Voss', 'adviser');
    expect(await look(adviser)).not.toContain('Add yourself');
  });
});
