import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

const policy = (title: string, more = '') =>
  `# ${title}\n\nVersion 2. Approved by Ann Okafor.\n\n## Purpose\n\nThis policy says what staff do. ${more}\n`;

let server: OwnedServer;
let home: string;
let staff: Browsing;
let hr: Browsing;
let reader: Browsing;

beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  staff = await server.join('Rhys Alderton', 'staff');
  hr = await server.join('Hana Reyes', 'contributor');
  reader = await server.join('Rita Ames', 'reader');
  await keep('person', { name: 'Rhys Alderton', email: 'rhys.alderton@larkmoor.example', employment: 'staff' }, 'rhys');
  await keep('person', { name: 'Cai Rees', employment: 'contractor' }, 'cai');
  await keep('person', { name: 'Sue Supply', employment: 'supplier' }, 'sue');
  await keep('person', { name: 'Len Left', employment: 'staff', leftOn: '2025-01-31' }, 'len');
  await upload({
    'policies/acceptable use.md': policy('Acceptable Use Policy'),
    'policies/copy of it.md': policy('Acceptable Use Policy'),
    'policies/confidentiality.md': policy('Confidentiality Policy'),
    'policies/remote v1.md': policy('Remote Working Policy').replace('Version 2', 'Version 1'),
    'policies/remote v3.md': policy('Remote Working Policy', 'Newer.').replace('Version 2', 'Version 3'),
    'policies/passwords DRAFT.md': policy('Password Policy'),
    'policies/expenses.md': policy('Expenses Policy'),
    'policies/supplier security.md': policy('Supplier Information Security Policy'),
    'logs/incidents.csv': 'Date,Incident\n2026-03-01,Lost laptop\n',
  });
});
afterAll(() => server.stop());

async function keep(kind: string, data: unknown, id: string): Promise<void> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, data, id });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
function upload(files: Readonly<Record<string, string>>) {
  const parts = Object.entries(files).map(([filename, value]) => ({ name: 'documents', filename, value }));
  return server.owner.upload(`${home}/documents`, parts);
}
async function idOf(path: string): Promise<string> {
  const record = await server.installation.records.open(server.organisation);
  const documents = [...(record?.holdings.of.get('document')?.values() ?? [])];
  return documents.findLast(({ data }) => Object(data).path === path)?.id ?? '';
}
/** The titles of the boxes under a heading of the page where documents are chosen. */
async function boxes(idPrefix: string): Promise<readonly string[]> {
  const { body } = await hr.get(`${home}/people/reading/choose`);
  return [...body.matchAll(new RegExp(`<label[^>]*for="${idPrefix}-\\d+"[^>]*>([^<]*)`, 'g'))].map(
    ([, title = '']) => title,
  );
}

describe('before anybody has chosen', () => {
  test('staff see nothing to read, and whoever manages is asked to choose', async () => {
    expect((await staff.get(`${home}/mine`)).body).toContain('There is nothing for you to read.');
    for (const page of ['/mine', '/people', '/people/reading'])
      expect((await hr.get(`${home}${page}`)).body, page).toContain('Choose what staff should read');
    expect((await reader.get(`${home}/people`)).body).not.toContain('Choose what staff should read');
  });

  test('what staff have to keep to is proposed first, without copies, drafts and older versions, and nothing is ticked', async () => {
    expect(await boxes('proposed')).toEqual([
      'Acceptable Use Policy',
      'Confidentiality Policy',
      'Remote Working Policy',
    ]);
    expect(await boxes('others')).toEqual(['Expenses Policy', 'Supplier Information Security Policy']);
    expect((await hr.get(`${home}/people/reading/choose`)).body).not.toContain('checked');
  });
});

describe('once some are chosen', () => {
  let use: string;
  let expenses: string;
  beforeAll(async () => {
    use = await idOf('policies/acceptable use.md');
    expenses = await idOf('policies/expenses.md');
    const done = await hr.post(`${home}/people/reading/choose`, { shown: [use, expenses], read: [use, expenses] });
    if (done.headers.location !== `${home}/people/reading?done=saved`) throw new Error(done.body);
  });

  test('staff are asked to read these and no others', async () => {
    const { body } = await staff.get(`${home}/mine`);
    expect(
      ['2 documents to read', 'Acceptable Use Policy', 'Expenses Policy', 'Confidentiality'].map((words) =>
        body.includes(words),
      ),
    ).toEqual([true, true, true, false]);
    const other = await idOf('policies/confidentiality.md');
    expect((await staff.get(`${home}/mine/policies/${other}`)).statusCode).toBe(404);
  });

  test('who has read what is shown and saved, of those who work here', async () => {
    await staff.post(`${home}/mine/policies/${use}`, {});
    const { body } = await reader.get(`${home}/people/reading`);
    expect(
      ['1 of 2', '0 of 2', 'Rhys Alderton', 'Cai Rees', 'Sue Supply', 'Len Left'].map((words) => body.includes(words)),
    ).toEqual([true, true, true, true, false, false]);
    const on = server.clock.at.slice(0, 10);
    expect((await reader.get(`${home}/people/reading/who.csv`)).body.trim().split('\r\n').slice(1)).toEqual([
      'Cai Rees,0 of 2,,',
      `Rhys Alderton,1 of 2,${on},`,
    ]);
    expect((await reader.get(`${home}/people/reading/documents.csv`)).body).toContain(
      'Acceptable Use Policy,1 of 2,Cai Rees',
    );
  });

  test('what somebody else has chosen meanwhile stays chosen', async () => {
    const { body } = await hr.get(`${home}/people/reading/choose`);
    const hidden = (name: string) =>
      [...body.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map(([, value = '']) => value);
    const expenses = await idOf('policies/expenses.md');
    await server.owner.post(`${home}/documents/${expenses}/staff-read`, { read: 'yes' });
    const sent = { shown: hidden('shown'), was: hidden('was'), read: hidden('was') };
    const done = await hr.post(`${home}/people/reading/choose`, sent);
    expect(done.headers.location).toBe(`${home}/people/reading?done=unchanged`);
    expect(await boxes('chosen')).toContain('Expenses Policy');
    await server.owner.post(`${home}/documents/${expenses}/staff-read`, { read: 'no' });
  });

  test('a document says on its page whether staff read it, and is chosen or let go there', async () => {
    expect((await hr.get(`${home}/documents/${use}`)).body).toContain('1 of 2 people have read it');
    await hr.post(`${home}/documents/${expenses}/staff-read`, { read: 'no' });
    expect((await staff.get(`${home}/mine`)).body).not.toContain('Expenses Policy');
    expect((await hr.get(`${home}/documents/${expenses}`)).body).toContain('Ask staff to read it');
  });

  test('a new version is to be read again', async () => {
    expect((await staff.get(`${home}/mine`)).body).toContain('You have read what you were asked to');
    await upload({ 'policies/acceptable use.md': policy('Acceptable Use Policy', 'And lock your screen.') });
    expect((await staff.get(`${home}/mine`)).body).toContain('1 document to read');
  });

  test('a document that takes the place of a chosen one is to be read in its stead', async () => {
    const newer = await idOf('policies/remote v3.md');
    const older = await idOf('policies/remote v1.md');
    await hr.post(`${home}/documents/${older}/staff-read`, { read: 'yes' });
    const { body } = await hr.get(`${home}/documents/${newer}`);
    const place = new RegExp(`name="place-${newer}" value="([^"]*)"`).exec(body)?.[1] ?? '';
    await hr.post(`${home}/documents/decide`, { of: newer, from: 'document', [`place-${newer}`]: place });
    const mine = (await staff.get(`${home}/mine`)).body;
    expect([mine.includes(`policies/${newer}"`), mine.includes(`policies/${older}"`)]).toEqual([true, false]);
  });

  test('nothing is chosen by whoever may not, and what is not in use cannot be', async () => {
    for (const who of [staff, reader]) {
      expect((await who.get(`${home}/people/reading/choose`)).statusCode).toBe(403);
      expect((await who.post(`${home}/people/reading/choose`, { shown: use })).statusCode).toBe(403);
      expect((await who.post(`${home}/documents/${use}/staff-read`, { read: 'no' })).statusCode).toBe(403);
    }
    expect((await staff.get(`${home}/people/reading`)).statusCode).toBe(403);
    // The version before.
    expect((await hr.post(`${home}/documents/${use}/staff-read`, { read: 'yes' })).statusCode).toBe(404);
  });
});
