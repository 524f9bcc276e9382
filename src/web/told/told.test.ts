import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { organisation } from '../../record/kinds/organisation.ts';

let server: OwnedServer;
let home: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  server.clock.at = '2026-11-20T09:30:00.000Z';
});
afterEach(() => server.stop());

const text = (body: string) =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1');
async function say(facts: Record<string, string | readonly string[]>) {
  const { body } = await server.owner.get(`${home}/first-hour/facts`);
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(body) ?? [];
  await server.owner.post(`${home}/first-hour/facts`, { seen, ...facts });
}
const told = async (by = server.owner) => (await by.get(`${home}/what-you-told-us`)).body;
const seenIn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';

describe('what was told', () => {
  test('takes nothing off when nothing was told', async () => {
    expect(text(await told())).toContain('Nothing you told us takes an evidence item off your list.');
  });

  test('says who told it, when, and that nobody else has confirmed it', async () => {
    await say({ 'has-paper-records': 'no' });
    const body = text(await told());
    expect(
      ['We have no paper records', 'Ann Okafor', '20 November 2026', 'Nobody else has confirmed this'].filter(
        (words) => !body.includes(words),
      ),
    ).toEqual([]);
  });

  test('stands beside what documents and lists say of it, which whoever confirms it should read', async () => {
    await say({ 'has-paper-records': 'no', 'destroys-records-by-third-party': 'no' });
    const none = text(await told());
    expect([none.includes('Nothing that we found'), none.includes('Read this first')]).toEqual([true, false]);
    const value =
      '# Records policy\n\nWe hold no paper records at home.\n\nPaper records are kept in a locked cabinet.\n';
    await server.owner.upload(`${home}/documents`, [{ name: 'documents', filename: 'records.md', value }]);
    const supplier = { name: 'Fernside', handlesPersonalData: false, service: 'Confidential waste' };
    const add = { do: 'add' as const, kind: 'supplier', data: supplier };
    await server.installation.records.perform(server.organisation, 'system', add);
    const body = text(await told());
    expect(
      ['records.md:5', 'Paper records are kept in a locked cabinet', 'Confidential waste'].filter(
        (words) => !body.includes(words),
      ),
    ).toEqual([]);
  });

  test('no breach with a high risk is spoken against by an incident that nobody has weighed yet', async () => {
    await say({ 'had-high-risk-breach-in-last-12-months': 'no' });
    const incident = {
      title: 'Letter to a wrong address',
      severity: 'undecided',
      happenedOn: '2026-11-03',
      foundAt: '2026-11-03T09:00:00.000Z',
      personalData: true,
    };
    const add = { do: 'add' as const, kind: 'incident', data: incident };
    expect((await server.installation.records.perform(server.organisation, 'system', add)).ok).toBe(true);
    expect(text(await told())).toContain('“Letter to a wrong address” of 3 November 2026 may have been one');
  });

  test('is confirmed by somebody else with one press, and not by whoever told it', async () => {
    await say({ 'has-paper-records': 'no' });
    expect(await told()).not.toContain('Confirm it');
    const ben = await server.join('Ben Hart', 'contributor');
    const seen = seenIn(await told(ben));
    const own = await server.owner.post(`${home}/what-you-told-us/confirm`, { fact: 'has-paper-records', seen });
    expect(own.statusCode).toBe(422);
    const { statusCode } = await ben.post(`${home}/what-you-told-us/confirm`, { fact: 'has-paper-records', seen });
    expect(statusCode).toBe(303);
    expect(text(await told())).toContain('Ben Hart on 20 November 2026');
    expect(text((await server.owner.get(`${home}/journal`)).body)).toContain(
      'Added the confirmation “We have no paper records”',
    );
  });

  test('needs another confirmation once it was told otherwise in between', async () => {
    await say({ 'has-paper-records': 'no' });
    const ben = await server.join('Ben Hart', 'contributor');
    const confirm = async () =>
      ben.post(`${home}/what-you-told-us/confirm`, { fact: 'has-paper-records', seen: seenIn(await told(ben)) });
    await confirm();
    await say({ 'has-paper-records': 'yes' });
    await say({ 'has-paper-records': 'no' });
    expect(text(await told())).toContain('Nobody else has confirmed this');
    await confirm();
    expect(text(await told())).toContain('Ben Hart on 20 November 2026');
  });

  test('is not confirmed as something that was told otherwise meanwhile', async () => {
    await say({ 'has-paper-records': 'no' });
    const ben = await server.join('Ben Hart', 'contributor');
    const seen = seenIn(await told(ben));
    await say({ 'has-paper-records': 'yes' });
    const late = await ben.post(`${home}/what-you-told-us/confirm`, { fact: 'has-paper-records', seen });
    expect(late.statusCode).toBe(409);
  });

  test('is not confirmed by whoever tells it otherwise and back while their confirmation is on its way', async () => {
    await say({ 'has-paper-records': 'no' });
    const ben = await server.join('Ben Hart', 'owner');
    const { records } = server.installation;
    const { perform } = records;
    const tell = (value: boolean) =>
      perform(server.organisation, `account:${ben.visitor.account.id}`, (now) => {
        const [own] = listOf(now, organisation);
        if (!own) return [];
        const data = { ...own.data, facts: { ...own.data.facts, 'has-paper-records': value } };
        return { do: 'change', kind: own.kind, id: own.id, seen: own.revision, data };
      });
    const seen = seenIn(await told(ben));
    vi.spyOn(records, 'perform').mockImplementationOnce(async (...asked) => {
      await tell(true);
      await tell(false);
      return perform(...asked);
    });
    const late = await ben.post(`${home}/what-you-told-us/confirm`, { fact: 'has-paper-records', seen });
    expect([late.statusCode, text(late.body).includes('Somebody has told us something else meanwhile')]).toEqual([
      422,
      true,
    ]);
    expect(text((await server.owner.get(home)).body)).toMatch(/will be defensible once somebody else confirms/);
  });

  test('stands on the page of today and of the item', async () => {
    await say({ 'has-paper-records': 'no', 'uses-byod': 'no' });
    const body = text((await server.owner.get(home)).body);
    expect(body).toMatch(/\d+ items will be defensible once somebody else confirms what you told us\./);
    expect(text((await server.owner.get(`${home}/plan`)).body)).toContain(
      'Ask somebody else to confirm what you told us: “',
    );
    const [, ref = ''] = /items\/([\d.]+)"/.exec(await told()) ?? [];
    expect(text((await server.owner.get(`${home}/items/${ref}`)).body)).toContain(
      'Said not to apply: Ann Okafor said on 20 November 2026:',
    );
  });

  test('is one step of the plan, which names all its items and is given to somebody for all of them', async () => {
    await say({ 'has-paper-records': 'no', 'uses-byod': 'no' });
    const { organisation, installation, owner } = server;
    const ben = { name: 'Ben Hart', employment: 'staff' };
    await installation.records.perform(organisation, 'system', { do: 'add', kind: 'person', id: 'ben', data: ben });
    const found = await installation.standings.on(organisation, '2026-11-20');
    const [step] = found.ok ? found.standing.check.plan.actions.filter(({ alsoFor }) => alsoFor.length > 0) : [];
    const refs = [step?.ref ?? '', ...(step?.alsoFor ?? [])];
    expect(text((await owner.get(`${home}/plan`)).body)).toContain(`For items ${refs.join(', ')}.`);
    expect((await owner.get(`${home}/plan/export.csv`)).body).toContain(`,${refs.join('; ')},`);
    const form = refs[0]?.replaceAll('.', '-') ?? '';
    const due = { [`due-${form}-day`]: '18', [`due-${form}-month`]: '12', [`due-${form}-year`]: '2026' };
    const given = { [`refs-${form}`]: refs[0] ?? '', [`what-${form}`]: 'Look it over', [`owner-${form}`]: 'ben' };
    await owner.post(`${home}/plan/give`, { form, ...given, ...due });
    const record = await installation.records.open(organisation);
    const actions = [...(record?.holdings.of.get('action')?.values() ?? [])];
    expect(actions.map(({ data }) => data)).toMatchObject([{ what: 'Look it over', items: refs, owner: 'ben' }]);
  });

  test('counts as defensible once somebody else has confirmed it', async () => {
    await say({ 'has-paper-records': 'no' });
    const [, ref = ''] = /items\/([\d.]+)"/.exec(await told()) ?? [];
    const ben = await server.join('Ben Hart', 'contributor');
    await ben.post(`${home}/what-you-told-us/confirm`, { fact: 'has-paper-records', seen: seenIn(await told(ben)) });
    expect(text((await server.owner.get(home)).body)).toMatch(
      /Of the defensible items, \d+ items? (?:does|do) not apply because of what you told us\./,
    );
    expect(text((await server.owner.get(`${home}/items/${ref}`)).body)).toContain(
      'Does not apply: Ann Okafor said on 20 November 2026:',
    );
  });

  test('asks whoever is alone to invite a colleague', async () => {
    await say({ 'has-paper-records': 'no' });
    expect(await told()).toContain('>invite a colleague</a>');
    await server.join('Ben Hart', 'contributor');
    expect(await told()).not.toContain('>invite a colleague</a>');
  });

  test('asks whoever is alone but for an adviser whose time is over to invite a colleague', async () => {
    await say({ 'has-paper-records': 'no' });
    const adviser = await server.join('Cara Finch', 'adviser');
    const { memberships } = server.installation.accounts;
    const until = '2026-11-19';
    server.clock.at = `${until}T23:30:00.000Z`;
    await memberships.change(server.organisation, 'system', adviser.visitor.account.id, { role: 'adviser', until });
    expect(await told()).not.toContain('>invite a colleague</a>');
    server.clock.at = '2026-11-20T00:30:00.000Z';
    expect(await told()).toContain('>invite a colleague</a>');
  });

  test('is shown as contradicted, and takes nothing off, once something in the record speaks against it', async () => {
    await say({ 'had-incident-in-last-12-months': 'no' });
    const [, ref = ''] = /items\/([\d.]+)"/.exec(await told()) ?? [];
    const ben = await server.join('Ben Hart', 'contributor');
    const seen = seenIn(await told(ben));
    expect(text((await server.owner.get(home)).body)).toContain('once somebody else confirms');
    await server.installation.records.perform(server.organisation, 'system', {
      do: 'add',
      kind: 'incident',
      data: {
        title: 'Laptop left on a train',
        severity: 'minor',
        happenedOn: '2026-11-18',
        foundAt: '2026-11-18T10:00:00.000Z',
        personalData: false,
      },
    });
    const page = text(await told(ben));
    expect(
      [
        'Your record says otherwise than 1 thing that you told us.',
        'None: these stay on your list.',
        'Contradicted “Laptop left on a train” is recorded on 18 November 2026',
      ].filter((words) => !page.includes(words)),
    ).toEqual([]);
    expect([page.includes('because of what somebody here told us'), page.includes('Confirm it')]).toEqual([
      false,
      false,
    ]);
    const confirmed = await ben.post(`${home}/what-you-told-us/confirm`, {
      fact: 'had-incident-in-last-12-months',
      seen,
    });
    expect(confirmed.statusCode).toBe(422);
    const item = text((await server.owner.get(`${home}/items/${ref}`)).body);
    expect([item.includes('Said not to apply, and contradicted:'), item.includes('Does not apply:')]).toEqual([
      true,
      false,
    ]);
    expect(text((await server.owner.get(home)).body)).not.toContain('Of the defensible items,');
    const { body: saved } = await server.owner.get(`${home}/what-you-told-us/export.csv`);
    expect(saved).toContain('Laptop left on a train');
  });

  test('can be saved as a table', async () => {
    await say({ 'has-paper-records': 'no' });
    const { statusCode, body } = await server.owner.get(`${home}/what-you-told-us/export.csv`);
    expect([statusCode, body.includes('We have no paper records')]).toEqual([200, true]);
  });

  test('says of a certificate that is told and not on file what would prove it', async () => {
    const { body } = await server.owner.get(`${home}/first-hour/facts`);
    const [, certificate = ''] = /name="certificates"[^>]*value="([a-z0-9-]+)"/.exec(body) ?? [];
    await say({ certificates: [certificate] });
    const facts = text((await server.owner.get(`${home}/first-hour/facts`)).body);
    expect(facts).toContain('We found no valid certificate for it among your documents');
    expect(text((await server.owner.get(`${home}/first-hour`)).body)).toContain('and no certificate is on file');
  });
});
