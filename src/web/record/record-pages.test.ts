import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { KINDS, type KindName } from '../../record/kinds/kinds.ts';

let server: OwnedServer;
let owner: Browsing;
let home: string;

beforeAll(async () => {
  server = await startOwned();
  owner = server.owner;
  home = `/organisations/${server.organisation}`;
});
afterAll(() => server.stop());

const text = (html: string) =>
  html
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const says = async (by: Browsing, path: string) => text((await by.get(path)).body);

async function kept(kind: AnyKind) {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get(kind.name)?.values() ?? [])];
}

async function keep(kind: KindName, data: Readonly<Record<string, unknown>>): Promise<string> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, data });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.ids[0] ?? '';
}

const revisionOf = async (kind: AnyKind, id: string) =>
  String((await kept(kind)).find((one) => one.id === id)?.revision);

async function put(path: string, content: string, by = owner): Promise<string> {
  await by.upload(`${home}/documents`, [{ name: 'documents', filename: path, value: content }]);
  const found = (await kept(KINDS.document)).findLast(({ data }) => Reflect.get(data as object, 'path') === path);
  return found?.id ?? '';
}

describe('the registers', () => {
  test('list what can be kept, and nothing that has pages of its own', async () => {
    const page = await says(owner, `${home}/registers`);
    expect([page.includes('Suppliers'), page.includes('Observations'), page.includes('Grants')]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await owner.get(`${home}/registers/answers`)).statusCode).toBe(404);
  });

  test('take in what was typed and lead back to the list', async () => {
    const { statusCode, headers } = await owner.post(`${home}/registers/people/add`, {
      name: ' Bryn Howells ',
      employment: 'staff',
      'startedOn-day': '4',
      'startedOn-month': '3',
      'startedOn-year': '2024',
    });
    expect([statusCode, headers.location]).toEqual([303, `${home}/registers/people?done=added`]);
    const page = await says(owner, String(headers.location));
    expect(page).toContain('Added to the record.');
    expect(page).toContain('Bryn Howells');
    expect((await kept(KINDS.person)).map(({ data }) => data)).toContainEqual({
      name: 'Bryn Howells',
      employment: 'staff',
      startedOn: '2024-03-04',
    });
  });

  test('say what is wrong, keep what was typed and change nothing', async () => {
    const before = await kept(KINDS.person);
    const { statusCode, body } = await owner.post(`${home}/registers/people/add`, {
      name: '',
      jobTitle: 'Head of <things>',
      'startedOn-day': '31',
      'startedOn-month': '2',
      'startedOn-year': '2026',
    });
    expect(statusCode).toBe(422);
    expect(text(body)).toContain('There is a problem');
    for (const message of ['Enter name', 'Select how they work for you', 'Started on must be a real date'])
      expect(text(body)).toContain(message);
    expect(body).toContain('href="#startedOn-day"');
    expect(body).toContain('value="Head of &lt;things&gt;"');
    expect(body).toContain('value="31"');
    expect(await kept(KINDS.person)).toEqual(before);
  });

  test('change an entry, and make no entry in the journal when nothing is different', async () => {
    const id = await keep('supplier', { name: 'Northgate Hosting', handlesPersonalData: true });
    const path = `${home}/registers/suppliers/${id}`;
    const seen = await revisionOf(KINDS.supplier, id);
    const same = await owner.post(path, { seen, name: 'Northgate Hosting', handlesPersonalData: 'yes' });
    expect(same.headers.location).toBe(`${path}?done=unchanged`);
    const changed = await owner.post(path, {
      seen,
      name: 'Northgate Cloud',
      handlesPersonalData: 'yes',
      critical: 'no',
    });
    expect(changed.headers.location).toBe(`${path}?done=saved`);
    const page = await says(owner, path);
    expect(page).toContain('Northgate Cloud');
    expect(page).toContain('Changed by Ann Okafor');
  });

  test('show both versions when somebody else was quicker, and take yours when you insist', async () => {
    const id = await keep('risk', { title: 'Loss of power', likelihood: 2, impact: 3, treatment: 'treat' });
    const path = `${home}/registers/risks/${id}`;
    const seen = await revisionOf(KINDS.risk, id);
    const typed = { title: 'Loss of all power', likelihood: '2', impact: '4', treatment: 'treat' };
    await owner.post(path, { ...typed, title: 'Loss of mains power', impact: '5', seen });
    const { statusCode, body } = await owner.post(path, { ...typed, seen });
    expect(statusCode).toBe(409);
    for (const words of ['Loss of all power', 'Loss of mains power', 'Different']) expect(text(body)).toContain(words);
    expect(body).toContain('value="Loss of all power"');
    const now = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
    expect(now).toBe(await revisionOf(KINDS.risk, id));
    expect((await owner.post(path, { ...typed, seen: now })).statusCode).toBe(303);
    expect((await kept(KINDS.risk)).find((one) => one.id === id)?.data).toMatchObject({ title: 'Loss of all power' });
  });

  test.each(['', 'x', '-1', '1e9', '99999999999999999999'])(
    'take a form that saw the revision “%s” for an old one',
    async (seen) => {
      const id = await keep('action', { what: 'Write the plan' });
      const { statusCode } = await owner.post(`${home}/registers/actions/${id}`, { seen, what: 'Burn the plan' });
      expect(statusCode).toBe(409);
    },
  );

  test('remove an entry and keep its history, which can then be erased for good', async () => {
    const id = await keep('absence', { person: await keep('person', PERSON), from: '2026-08-03' });
    const path = `${home}/registers/absences/${id}`;
    const seen = await revisionOf(KINDS.absence, id);
    expect((await owner.post(`${path}/remove`, { seen })).headers.location).toContain('?done=removed');
    expect(await says(owner, path)).toContain('This has been removed');
    const empty = await owner.post(`${path}/erase`, { reason: 'She asked', basis: ' ' });
    expect([empty.statusCode, text(empty.body).includes('Enter the legal basis of the erasure')]).toEqual([422, true]);
    expect(empty.body).toContain('She asked');
    const done = await owner.post(`${path}/erase`, { reason: 'She asked', basis: 'UK GDPR article 17' });
    expect(done.headers.location).toContain('?done=erased');
    const page = await says(owner, path);
    expect(page).toContain('This has been erased.');
    expect(page).not.toContain('3 August 2026');
    expect((await owner.get(`${path}/erase`)).statusCode).toBe(404);
  });

  test('do not remove what something else still needs, and say what', async () => {
    const person = await keep('person', { ...PERSON, name: 'Dev Patel' });
    await keep('action', { what: 'Test the restore', owner: person });
    const { statusCode, body } = await owner.post(`${home}/registers/people/${person}/remove`, {
      seen: await revisionOf(KINDS.person, person),
    });
    expect([statusCode, text(body).includes('Something still refers to it: Action "Test the restore"')]).toEqual([
      422,
      true,
    ]);
  });

  test('are read without forms by a reader', async () => {
    const reader = await server.join('Rhian Reader', 'reader');
    const id = await keep('supplier', { name: 'Fernside IT', handlesPersonalData: false });
    const { body } = await reader.get(`${home}/registers/suppliers/${id}`);
    expect([text(body).includes('Fernside IT'), body.includes('name="handlesPersonalData"')]).toEqual([true, false]);
  });
});

const PERSON = { name: 'Cai Rees', employment: 'staff' };

describe('an item', () => {
  const answer = (ref: string) => `${home}/items/${ref}/answer`;
  const answerTo = async (ref: string) =>
    (await kept(KINDS.answer)).find(({ data }) => Reflect.get(data as object, 'item') === ref);

  test('takes an answer, with who gave it and when', async () => {
    const { headers } = await owner.post(answer('7.3.4'), { seen: '', said: 'yes', words: 'Every quarter.\r\n' });
    expect(headers.location).toBe(`${home}/items/7.3.4?done=answered`);
    expect((await answerTo('7.3.4'))?.data).toEqual({
      edition: 'v8',
      item: '7.3.4',
      said: 'yes',
      words: 'Every quarter.',
      answeredOn: '2026-11-20',
      by: 'Ann Okafor',
    });
    const page = await says(owner, `${home}/items/7.3.4`);
    expect(page).toContain('Yes, we do this Ann Okafor, 20 November 2026');
  });

  test('asks for what is missing', async () => {
    const nothing = await owner.post(answer('1.1.1'), { seen: '', words: 'Something' });
    expect([nothing.statusCode, text(nothing.body).includes('Select an answer')]).toEqual([422, true]);
    expect(nothing.body).toContain('>Something</textarea>');
    const reasonless = await owner.post(answer('1.1.1'), { seen: '', said: 'not-applicable' });
    expect(text(reasonless.body)).toContain('Enter the reason it does not apply to you');
  });

  test('is not answered over somebody else’s answer', async () => {
    await owner.post(answer('1.1.2'), { seen: '', said: 'yes', words: 'Theirs' });
    const { statusCode, body } = await owner.post(answer('1.1.2'), { seen: '', said: 'no', words: 'Mine' });
    expect(statusCode).toBe(409);
    expect(text(body)).toContain('Theirs');
    expect(body).toContain('>Mine</textarea>');
    const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
    expect((await owner.post(answer('1.1.2'), { seen, said: 'no', words: 'Mine' })).statusCode).toBe(303);
    expect((await answerTo('1.1.2'))?.data).toMatchObject({ said: 'no', words: 'Mine' });
  });

  test('counts as not applicable once somebody who may has approved it, and only for those words', async () => {
    const contributor = await server.join('Caryl Contributor', 'contributor');
    const approver = await server.join('Aled Approver', 'approver');
    await contributor.post(answer('1.1.5'), { seen: '', said: 'not-applicable', words: 'We have none.' });
    const path = `${home}/items/1.1.5`;
    expect(await says(contributor, path)).toMatch(/That can be Ann Okafor or Aled Approver\./);
    expect(await says(approver, path)).toContain('That can be you.');
    expect((await contributor.get(path)).body).not.toContain('/answer/approve');
    const seen = String((await answerTo('1.1.5'))?.revision);
    expect((await approver.post(`${path}/answer/approve`, { seen: '1' })).statusCode).toBe(409);
    expect((await approver.post(`${path}/answer/approve`, { seen })).headers.location).toBe(`${path}?done=approved`);
    expect((await answerTo('1.1.5'))?.data).toMatchObject({ approvedBy: 'Aled Approver', approvedOn: '2026-11-20' });
    const again = String((await answerTo('1.1.5'))?.revision);
    await contributor.post(answer('1.1.5'), { seen: again, said: 'not-applicable', words: 'We never had any.' });
    expect((await answerTo('1.1.5'))?.data).not.toHaveProperty('approvedBy');
  });

  test('that is not there is not found', async () => {
    expect((await owner.get(`${home}/items/99.9.9`)).statusCode).toBe(404);
    expect((await owner.post(answer('99.9.9'), { said: 'yes' })).statusCode).toBe(404);
  });

  test('accepts a document, and rejects it again', async () => {
    const id = await put(
      'logs/restore.md',
      '# Restore test log\n\nA backup was restored on 2 October 2026 and it worked.\n',
    );
    const path = `${home}/items/7.3.2/observations`;
    const first = await owner.post(path, { document: id, verdict: 'shows', seen: '' });
    expect(first.headers.location).toBe(`${home}/items/7.3.2?done=accepted`);
    const [observed] = await kept(KINDS.observation);
    expect(observed?.data).toEqual({
      items: ['7.3.2'],
      kind: 'document',
      verdict: 'shows',
      document: id,
      receivedAt: server.clock.at,
      collector: 'Ann Okafor',
    });
    const page = await owner.get(`${home}/items/7.3.2`);
    expect(text(page.body)).toContain('Accepted');
    expect((await owner.post(path, { document: id, verdict: 'does-not-show', seen: '' })).statusCode).toBe(409);
    const seen = String(observed?.revision);
    const second = await owner.post(path, { document: id, verdict: 'does-not-show', seen });
    expect(second.headers.location).toBe(`${home}/items/7.3.2?done=rejected`);
    expect(await says(owner, `${home}/documents/${id}`)).toContain('It does not show this');
  });

  test('asks which document', async () => {
    const { statusCode, body } = await owner.post(`${home}/items/7.3.1/observations`, {
      document: '',
      verdict: 'shows',
    });
    expect([statusCode, text(body).includes('Select a document')]).toEqual([422, true]);
  });
});

describe('the standing', () => {
  test('shows both outcomes, the first steps and what lapses', async () => {
    const page = await says(owner, home);
    for (const words of ['Claimed', 'Defensible', 'What to do first', 'What changes next'])
      expect(page).toContain(words);
  });

  test('lists the items, all or some', async () => {
    const { body } = await owner.get(`${home}/items?standard=7`);
    const refs = [...body.matchAll(/items\/([\d.]+)"/g)].map(([, ref]) => ref);
    expect(refs.length).toBeGreaterThan(3);
    expect(refs.filter((ref) => !ref?.startsWith('7.'))).toEqual([]);
    expect(await says(owner, `${home}/items?standing=proven&standard=7`)).toMatch(/\d+ of \d+ items/);
  });

  test('can be seen as it was on a past day', async () => {
    const other = await startOwned();
    try {
      other.clock.at = '2026-12-01T09:30:00.000Z';
      const later = await other.join('Dewi December', 'contributor');
      const items = `/organisations/${other.organisation}/items`;
      await later.post(`${items}/7.3.4/answer`, { seen: '', said: 'yes', words: 'Since December.' });
      expect(await says(later, `${items}/7.3.4`)).toContain('Since December.');
      const then = await later.get(`${items}/7.3.4?at=2026-11-30`);
      expect(text(then.body)).toContain('This is how it was at the end of 30 November 2026.');
      expect(text(then.body)).toContain('Nobody has answered this item yet.');
      expect(then.body).not.toContain('/items/7.3.4/answer');
      const home = await later.get(`/organisations/${other.organisation}?at=2026-11-30`);
      expect(text(home.body)).toContain('This is how it was at the end of 30 November 2026.');
      const list = await later.get(`${items}?at-day=30&at-month=11&at-year=2026`);
      expect(list.body).toContain('/items/7.3.4?at=2026-11-30"');
    } finally {
      await other.stop();
    }
  });

  test.each(['2026-02-30', '2027-01-01', 'yesterday'])('says that %s is no past day', async (day) => {
    for (const path of ['', '/items', '/items/7.3.4']) {
      const { statusCode, body } = await owner.get(`${home}${path}?at=${day}`);
      expect([statusCode, /Day must be/.test(body)]).toEqual([422, true]);
    }
  });

  test('shows an entry of a register as it stood, without anything to change', async () => {
    const other = await startOwned();
    try {
      const people = `/organisations/${other.organisation}/registers/people`;
      await other.owner.post(`${people}/add`, { name: 'Rhys Owen', employment: 'staff' });
      const list = await other.owner.get(people);
      const address = /href="([^"]*registers\/people\/[^"]{20,})"/.exec(list.body)?.[1] ?? '';
      const [, , seen = ''] = /name="(seen)" value="(\d+)"/.exec((await other.owner.get(address)).body) ?? [];
      other.clock.at = '2026-11-21T09:30:00.000Z';
      const later = await other.join('Dewi December', 'contributor');
      const changed = await later.post(address, { seen, name: 'Rhys Reyes', employment: 'staff' });
      const then = await later.get(`${address}?at=2026-11-20`);
      const before = await later.get(`${address}?at=2026-11-19`);
      expect([changed.statusCode, then.body.includes('Rhys Owen'), then.body.includes('name="seen"')]).toEqual([
        303,
        true,
        false,
      ]);
      expect(text(before.body)).toContain('It was not in the record then');
    } finally {
      await other.stop();
    }
  });

  test('of a day before anything was kept is empty and no fault', async () => {
    for (const path of ['items', 'items/7.3.4'])
      expect((await owner.get(`${home}/${path}?at=2001-01-01`)).statusCode).toBe(200);
  });
});

describe('documents', () => {
  const NUMBER = '943 476 5919';
  const SECRET = `# Referrals\n\nNHS number: ${NUMBER}\nPatient: Mary Jones, date of birth 3 May 1961\n`;

  test('are kept one after the other, with a line for each file', async () => {
    const { statusCode, body } = await owner.upload(`${home}/documents`, [
      { name: 'documents', filename: 'one.md', value: '# One\n' },
      { name: 'documents', filename: 'empty.md', value: '' },
      { name: 'other', filename: 'ignored.md', value: '# Ignored\n' },
      { name: 'documents', filename: 'policies/two.md', value: '# Two\n' },
    ]);
    expect(statusCode).toBe(200);
    const page = text(body);
    expect(page).toContain('2 documents kept');
    expect(page).toContain('Not kept: “empty.md” is empty.');
    expect(page).toContain('We did not scan them for malware');
    expect(page).not.toContain('ignored.md');
    expect(await says(owner, `${home}/documents`)).toContain('two.md');
  });

  test.each([[[]], [[{ name: 'documents', filename: '', value: '' }]]])(
    'asks for a file when %j is sent',
    async (parts) => {
      const { statusCode, body } = await owner.upload(`${home}/documents`, parts);
      expect([statusCode, text(body).includes('Select the documents to add, or a folder')]).toEqual([422, true]);
    },
  );

  test('are refused when they are one byte too large, and those after them are kept', async () => {
    const { body, statusCode } = await owner.upload(`${home}/documents`, [
      { name: 'documents', filename: 'large.md', value: Buffer.alloc(50_000_001, 'a') },
      { name: 'documents', filename: 'fits.md', value: '# Fits\n' },
    ]);
    expect(statusCode).toBe(200);
    expect(text(body)).toContain('1 document kept');
    expect(text(body)).toMatch(/Not kept: “large\.md”/);
  });

  test('are handed out as files to save', async () => {
    const id = await put('evil.html', '<script>alert(1)</script><p>Hello there</p>');
    const { headers, body } = await owner.get(`${home}/documents/${id}/content`);
    expect(body).toContain('<script>alert(1)</script>');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="evil\.html"/);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await owner.get(`${home}/documents/${id}`)).body).not.toContain('<script>alert');
  });

  test('with details of patients are shown to nobody before somebody who may has decided', async () => {
    const contributor = await server.join('Cerys Contributor', 'contributor');
    const uploaded = await contributor.upload(`${home}/documents`, [
      { name: 'documents', filename: 'referrals.md', value: SECRET },
    ]);
    expect(text(uploaded.body)).toContain('held back until somebody decides');
    const [held] = (await kept(KINDS.document)).filter(
      ({ data }) => Reflect.get(data as object, 'path') === 'referrals.md',
    );
    const path = `${home}/documents/${held?.id}`;
    const list = await says(owner, `${home}/documents`);
    expect(list.indexOf('referrals.md')).toBeLessThan(list.indexOf('one.md'));
    for (const by of [contributor, await server.join('Rhys Reader', 'reader')]) {
      const page = await by.get(path);
      expect([page.statusCode, page.body.includes('Mary Jones'), page.body.includes(NUMBER)]).toEqual([
        200,
        false,
        false,
      ]);
      expect((await by.get(`${path}/content`)).statusCode).toBe(403);
    }
    expect((await contributor.post(`${path}/release`, {})).statusCode).toBe(403);
    expect(await says(owner, path)).toContain('Mary Jones');
    expect((await owner.post(`${path}/release`, {})).headers.location).toBe(`${path}?done=released`);
    expect(await says(contributor, path)).toContain('Mary Jones');
    const twice = await owner.post(`${path}/release`, {});
    expect([twice.statusCode, text(twice.body).includes('This document is not waiting for a decision')]).toEqual([
      422,
      true,
    ]);
  });

  test('can be withdrawn, and erased for good', async () => {
    const id = await put('old plan.md', '# An old plan\n');
    const path = `${home}/documents/${id}`;
    expect((await owner.post(`${path}/withdraw`, {})).headers.location).toBe(`${path}?done=withdrawn`);
    expect(await says(owner, path)).toContain('Withdrawn');
    expect((await owner.post(`${path}/erase`, { reason: '', basis: '' })).statusCode).toBe(422);
    const done = await owner.post(`${path}/erase`, { reason: 'By mistake', basis: 'UK GDPR article 17' });
    expect(done.headers.location).toBe(`${home}/documents?done=erased`);
    expect((await owner.get(path)).statusCode).toBe(404);
    expect((await owner.get(`${path}/content`)).statusCode).toBe(404);
  });
});

describe('the settings', () => {
  test('keep what the organisation says of itself, and which facts decide', async () => {
    const [own] = await kept(KINDS.organisation);
    const { body } = await owner.get(`${home}/settings`);
    expect(text(body)).toContain('People use their own devices for work');
    const done = await owner.post(`${home}/settings`, {
      seen: String(own?.revision),
      name: 'Larkmoor Health Software Ltd',
      category: '3',
      edition: 'v8',
      odsCode: '8JX41',
      'facts-yes-no': ['uses-byod', 'has-paper-records'],
      'facts-uses-byod': 'no',
      'facts-has-paper-records': '',
    });
    expect(done.headers.location).toBe(`${home}/settings?done=saved`);
    expect((await kept(KINDS.organisation))[0]?.data).toMatchObject({
      odsCode: '8JX41',
      facts: { 'uses-byod': false },
    });
  });

  test('offer the editions of which something is known', async () => {
    const { body } = await owner.get(`${home}/settings`);
    const offered = [...body.matchAll(/name="edition"[^>]*value="(v\d+)"|value="(v\d+)"[^>]*name="edition"/g)];
    expect(offered.map(([, one, other]) => one ?? other)).toEqual(['v8', 'v7']);
  });

  test('ask about no fact that there are no words for, and leave it as it is', async () => {
    const form = { name: 'Larkmoor Health Software Ltd', category: '3', edition: 'v8' };
    const before = (await kept(KINDS.organisation))[0];
    const facts = { 'uses-byod': false, 'once-put-aside': true };
    await owner.post(`${home}/settings`, {
      seen: String(before?.revision),
      ...form,
      'facts-yes-no': Object.keys(facts),
      'facts-uses-byod': 'no',
      'facts-once-put-aside': 'yes',
    });
    const { body } = await owner.get(`${home}/settings`);
    expect(text(body)).not.toMatch(/put aside/i);
    expect(body).toContain('name="facts-once-put-aside" value="yes"');
    expect((await kept(KINDS.organisation))[0]?.data).toMatchObject({ facts });
  });

  test('take no edition of which nothing is known, and say why', async () => {
    const [own] = await kept(KINDS.organisation);
    const { statusCode, body } = await owner.post(`${home}/settings`, {
      seen: String(own?.revision),
      name: 'Larkmoor Health Software Ltd',
      category: '3',
      edition: 'v9',
    });
    expect([statusCode, text(body).includes('To bring the official workbook')]).toEqual([422, true]);
    expect((await kept(KINDS.organisation))[0]?.data).toMatchObject({ edition: 'v8' });
  });

  test('show both versions when two change them', async () => {
    const { statusCode, body } = await owner.post(`${home}/settings`, {
      seen: '1',
      name: 'Larkmoor Ltd',
      category: '3',
      edition: 'v8',
    });
    expect([statusCode, text(body).includes('Larkmoor Ltd')]).toEqual([409, true]);
  });

  test('say so when there is no such edition, and lead back here', async () => {
    const other = await startOwned();
    try {
      const at = `/organisations/${other.organisation}`;
      const record = await other.installation.records.open(other.organisation);
      const [own] = [...(record?.holdings.of.get('organisation')?.values() ?? [])];
      await other.owner.post(`${at}/settings`, {
        seen: String(own?.revision),
        name: 'Larkmoor',
        category: '3',
        edition: 'v99',
      });
      const page = await other.owner.get(at);
      expect([page.statusCode, page.body.includes(`${at}/settings`)]).toEqual([200, true]);
    } finally {
      await other.stop();
    }
  });

  test('require a second factor of everyone', async () => {
    const { memberships } = server.installation.accounts;
    try {
      const done = await owner.post(`${home}/settings/second-factor`, { required: 'yes' });
      expect(done.headers.location).toBe(`${home}/settings?done=factor-required`);
      expect(await memberships.requiresSecondFactor(server.organisation)).toBe(true);
    } finally {
      await memberships.requireSecondFactor(server.organisation, 'system', false);
    }
  });
});

describe('the journal', () => {
  test('says who did what in words, the newest first', async () => {
    const id = await keep('supplier', { name: 'Westgate Print', handlesPersonalData: false });
    await owner.post(`${home}/registers/suppliers/${id}/remove`, { seen: await revisionOf(KINDS.supplier, id) });
    const page = await says(owner, `${home}/journal`);
    expect(page).toContain('Ann Okafor What Removed the supplier Westgate Print');
    expect(page).toContain('Perennial itself What Added the supplier Westgate Print');
    expect(page.indexOf('Removed the supplier Westgate')).toBeLessThan(page.indexOf('Added the supplier Westgate'));
  });

  test('is read page by page, each entry once', async () => {
    for (let n = 0; n < 60; n += 1) await keep('action', { what: `Step ${n}` });
    const seen: string[] = [];
    for (let next: string | undefined = `${home}/journal`; next !== undefined; ) {
      const { body } = await owner.get(next);
      seen.push(...[...body.matchAll(/<code class="app-hash" title="(\w+)"/g)].map(([, hash = '']) => hash));
      next = /href="([^"]*\?before=\d+)"/.exec(body)?.[1];
    }
    const record = await server.installation.records.open(server.organisation);
    expect([seen.length, new Set(seen).size]).toEqual([record?.head.seq, record?.head.seq]);
  });

  test.each(['x', '-5', '1e5', '0'])('shows a page for an entry number “%s”', async (before) => {
    expect((await owner.get(`${home}/journal?before=${before}`)).statusCode).toBe(200);
  });
});

describe('every page', () => {
  test('has its ids once, a label for each input and one main heading', async () => {
    const person = await keep('person', { name: 'Eira\u202eEvans', employment: 'contractor' });
    const document = await put('plans/continuity.md', '# Continuity plan\n\nTested on 1 June 2026.\n');
    const pages = [
      '',
      '/items',
      '/items/7.3.4',
      '/documents',
      `/documents/${document}`,
      `/documents/${document}/erase`,
      '/mine',
      '/people',
      '/people/join',
      '/people/training',
      '/people/rests-on',
      `/people/${person}`,
      `/people/${person}/move`,
      '/registers',
      '/registers/people',
      ...['people', 'suppliers', 'incidents', 'activities', 'data-flows'].map((one) => `/registers/${one}/add`),
      `/registers/people/${person}?done=saved`,
      `/registers/people/${person}/erase`,
      '/settings',
      '/journal',
    ];
    for (const path of pages) {
      const { body, statusCode } = await owner.get(`${home}${path}`);
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      const labels = new Set([...body.matchAll(/ for="([^"]*)"/g)].map(([, id]) => id));
      const inputs = [...body.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*? id="([^"]*)"/g)];
      expect({
        path,
        statusCode,
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        unlabelled: inputs.flatMap(([, id]) => (labels.has(id) ? [] : [id])),
        headings: body.match(/<h1/g)?.length,
        turned: text(body).includes('\u202e'),
      }).toEqual({ path, statusCode: 200, twice: [], unlabelled: [], headings: 1, turned: false });
    }
  });

  test('says nothing was done for a code that is none', async () => {
    expect(await says(owner, `${home}/registers/people?done=constructor`)).not.toContain('Done');
  });
});
