import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillScope } from '../../../test/support/scope-example.ts';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import type { Entity } from '../../record/kinds/kind.ts';

let server: OwnedServer;
let owner: Browsing;
let home: string;

beforeEach(async () => {
  server = await startOwned();
  owner = server.owner;
  home = `/organisations/${server.organisation}`;
});
afterEach(() => server.stop());

async function keep(kind: string, id: string, data: unknown): Promise<void> {
  const command = { do: 'add' as const, kind, data, id };
  const done = await server.installation.records.perform(server.organisation, 'system', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

async function kept(id: string): Promise<Entity<Record<string, unknown>> | undefined> {
  const record = await server.installation.records.open(server.organisation);
  return record?.holdings.of.get('supplier')?.get(id) as Entity<Record<string, unknown>> | undefined;
}

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const says = async (path: string, by = owner) => text((await by.get(`${home}${path}`)).body);
const bodyOf = async (path: string, by = owner) => (await by.get(`${home}${path}`)).body;

describe('the scope', () => {
  test('of an empty record says what to do first, with the form and the spreadsheet of each register', async () => {
    const body = await bodyOf('/scope');
    for (const register of ['information-assets', 'data-flows', 'suppliers', 'digital-assets'])
      expect([
        body.includes(`${home}/registers/${register}/add"`),
        body.includes(`${home}/registers/${register}/import"`),
      ]).toEqual([true, true]);
    expect([body.includes('<svg viewBox="-1'), body.includes('map.svg')]).toEqual([false, false]);
  });

  test('offers a reader no form', async () => {
    const reader = await server.join('Rhys Vale', 'reader');
    const body = await bodyOf('/scope', reader);
    expect([body.includes('/add"'), body.includes('/import"'), body.includes('/registers/data-flows"')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('draws the flows and tells the same row by row, each with its entry', async () => {
    await fillScope(server.installation, server.organisation, 6);
    const body = await bodyOf('/scope');
    expect(body).toContain('6 flows of data: 3 of special category data, 2 to other countries.');
    for (let i = 0; i < 6; i += 1)
      expect(body).toMatch(new RegExp(`${i + 1}\\.(?:<!-- -->)? ?<a href="${home}/registers/data-flows/f${i}"`));
    const page = text(body);
    expect(page).toContain('United States (abroad)');
    expect(page).toContain('By the supplier register');
  });

  test('of very many flows has them page by page, and leads to the map and the table as files', async () => {
    await fillScope(server.installation, server.organisation, 250);
    const body = await bodyOf('/scope?page=2');
    const page = text(body);
    const linked = (i: number) => body.includes(`<a href="${home}/registers/data-flows/f${i}"`);
    expect([99, 100, 199, 200].map(linked)).toEqual([false, true, true, false]);
    expect([body.includes('<svg viewBox="-1'), body.includes(`href="${home}/scope?page=3"`)]).toEqual([false, true]);
    for (const file of ['map.svg', 'flows.csv', 'flows.xlsx']) expect(body).toContain(`href="${home}/scope/${file}"`);
    expect(page).toContain('250 flows are too many to draw on this page');
    expect(page).toContain('250 flows, as in the map, page 2 of 3');
    expect((await owner.get(`${home}/scope/flows.csv`)).body.trim().split('\n')).toHaveLength(251);
  });

  test('lists a hundred of what is missing, and says where the rest is', async () => {
    await fillScope(server.installation, server.organisation, 250);
    for (let i = 0; i < 110; i += 1)
      await keep('information-asset', `more${i}`, { name: `Asset ${i}`, personalData: 'none' });
    const body = await bodyOf('/scope');
    expect(text(body)).toMatch(
      /Flows of which nobody has said whether they are encrypted 124 .* 116 more .* And 24 more, in the table/,
    );
    expect(text(body)).toMatch(
      /Information assets without an owner 113 .* And 13 more, in the register of information/,
    );
    expect(body).toContain('href="#flows"');
  });

  test('of a hundred flows is still drawn on the page', async () => {
    await fillScope(server.installation, server.organisation, 100);
    const body = await bodyOf('/scope');
    expect([body.includes('<svg viewBox="-1'), body.includes('page=2')]).toEqual([true, false]);
  });

  test('says what is missing, with the field that mends it', async () => {
    await fillScope(server.installation, server.organisation, 6);
    const body = await bodyOf('/scope');
    for (const field of [
      'suppliers/s1#processorTermsOn-day',
      'data-flows/f2#transferMechanism',
      'data-flows/f2#encrypted-1',
      'data-flows/f2#informationAsset',
      'data-flows/f4#supplier',
      'information-assets/i1#owner',
      'information-assets/i1#lawfulBasis',
      'information-assets/i1#retention',
    ])
      expect(body).toContain(`href="${home}/registers/${field}"`);
    const page = text(body);
    expect(page).toContain('Information assets that no flow touches 1');
    expect(page).toContain('Suppliers that handle personal data and are in no flow 1');
  });

  test('counts devices by type and tells those past support, not encrypted, and long not looked at', async () => {
    await fillScope(server.installation, server.organisation, 1);
    await keep('digital-asset', 'old', {
      name: 'LT-77',
      type: 'laptop',
      encrypted: false,
      supportEndsOn: '2026-11-19',
      checkedOn: '2025-01-10',
    });
    await keep('digital-asset', 'gone', { name: 'LT-78', type: 'laptop', disposedOn: '2026-01-02' });
    const body = await bodyOf('/scope');
    const page = text(body);
    expect(body).toContain(`href="${home}/registers/digital-assets?type=laptop"`);
    for (const words of [
      'Laptop: 2',
      'LT-77 : ended on 19 November 2026',
      'LT-02 : ends on 1 February 2027',
      'LT-77 : not encrypted',
      'LT-01 : nobody has said',
      '1 not looked at for a year, 3 without the day of a review',
      'is our judgement',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('LT-78');
  });

  test('takes a no to encryption as an answer, and says what follows from it', async () => {
    await keep('data-flow', 'open', { name: 'Fax', from: 'A', to: 'B', direction: 'within', encrypted: false });
    await keep('data-flow', 'unsaid', { name: 'Post', from: 'A', to: 'B', direction: 'within' });
    await keep('digital-asset', 'bare', { name: 'LT-90', type: 'laptop', encrypted: false });
    await keep('digital-asset', 'unknown', { name: 'LT-91', type: 'laptop' });
    const page = text(await bodyOf('/scope'));
    expect(page).toMatch(/Flows that are not encrypted on the way 1 Turn encryption on\. .{0,120}1\. Fax: A to B/);
    expect(page).toMatch(/nobody has said whether they are encrypted 1 Ask whoever runs .{0,60}2\. Post: A to B/);
    expect(page).toMatch(/Devices that are not encrypted Turn encryption on\. .{0,120}LT-90 : not encrypted/);
    expect(page).toMatch(/nobody has said whether they are encrypted Ask whoever looks .{0,60}LT-91 : nobody has said/);
  });

  test('is told where the record does not say which questions are asked', async () => {
    await fillScope(server.installation, server.organisation, 3);
    const record = await server.installation.records.open(server.organisation);
    const [own] = [...(record?.holdings.of.get('organisation')?.values() ?? [])];
    if (!own) throw new Error('no organisation');
    const data = { ...(own.data as object), edition: 'v99' };
    const command = { do: 'change' as const, kind: 'organisation', id: own.id, seen: own.revision, data };
    await server.installation.records.perform(server.organisation, 'system', command);
    expect(await says('/scope')).toContain('Until then nobody can say which suppliers lack processing terms');
    expect(await says('/suppliers')).toContain('Until then nobody can say who lacks terms or assurance');
  });

  test('shows markup and marks that turn writing as the text they are', async () => {
    await keep('data-flow', 'f', { name: '<b>Bold</b>', from: 'a\u202eb', to: '<script>x</script>', direction: 'out' });
    const body = await bodyOf('/scope');
    expect([body.includes('<b>Bold'), body.includes('\u202e'), body.includes('<script>x')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the flows as CSV', () => {
  test('have the rows of the table, and run no formula', async () => {
    await fillScope(server.installation, server.organisation, 3);
    await keep('data-flow', 'formula', { name: '=1+1', from: 'A', to: 'B', direction: 'within' });
    const { headers, body } = await owner.get(`${home}/scope/flows.csv`);
    const rows: readonly Record<string, string>[] = parse(body, { bom: true, columns: true });
    expect(headers['content-disposition']).toContain('filename="data flows 2026-11-20.csv"');
    expect(rows.map((row) => [row.Number, row['What flows'], row.Data, row.Supplier])).toEqual([
      ['1', 'Referrals', 'Special category data', ''],
      ['2', 'Hosting', 'Special category data', 'Northgate Hosting'],
      ['3', 'Support', 'Not known', 'Corvane Cloud'],
      ['4', "'=1+1", 'Not known', ''],
    ]);
    expect(rows[2]?.Missing).toContain('Not said whether encrypted');
  });
});

describe('the map as a file', () => {
  test('is saved, never shown, and can run nothing', async () => {
    await fillScope(server.installation, server.organisation, 6);
    const { headers, body } = await owner.get(`${home}/scope/map.svg`);
    expect(headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment; filename="data flows 2026-11-20.svg"'),
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(body).toContain('Data flows of Larkmoor Health Software Ltd');
  });
});

describe('the suppliers', () => {
  test('are listed with what needs doing first, each lack a link to its field', async () => {
    await fillScope(server.installation, server.organisation, 1);
    await keep('supplier', 'ended', { name: 'Gone Ltd', handlesPersonalData: true, endedOn: '2026-01-01' });
    const body = await bodyOf('/suppliers');
    const places = ['suppliers/s3"', 'suppliers/s1"', 'suppliers/s2"', 'suppliers/s0"'].map((id) => body.indexOf(id));
    expect([places, places.includes(-1)]).toEqual([places.toSorted((a, b) => a - b), false]);
    for (const field of [
      's1#processorTermsOn-day',
      's1#assurances-0-kind',
      's3#breachNoticeHours',
      's2#reviewedOn-day',
    ])
      expect(body).toContain(`href="${home}/registers/suppliers/${field}"`);
    const page = text(body);
    expect(page).toContain('Cyber Essentials: expired on 31 March 2026');
    expect(page).toContain('ISO/IEC 27001 IS 1234: expires within 90 days, on 31 January 2027');
    expect(page).toContain('Subcontractors: Vault Tapes, Border Networks');
    expect(page).not.toContain('Gone Ltd');
  });

  test.each([
    ['personal', ['s0', 's1', 's3']],
    ['terms', ['s1', 's3']],
    ['assurance', ['s1', 's3']],
    ['review', ['s1', 's2', 's3']],
    ['nonsense', ['s0', 's1', 's2', 's3']],
  ])('are narrowed down to %s', async (show, ids) => {
    await fillScope(server.installation, server.organisation, 1);
    const body = await bodyOf(`/suppliers?show=${show}`);
    expect([...new Set(body.match(/(?<=registers\/suppliers\/)s\d(?=")/g))].toSorted()).toEqual(ids);
  });

  test('that nobody has listed yet are asked for', async () => {
    expect(await says('/suppliers')).toContain('No supplier is in the register yet');
  });

  test('are told from documents too, where these say what the register does not', async () => {
    await owner.upload(`${home}/documents`, [
      {
        name: 'documents',
        filename: 'supplier register.md',
        value:
          '# Supplier register\n\n| Supplier | Personal data | Data processing agreement | Assurance |\n| --- | --- | --- | --- |\n| Borealis Post | Yes | Missing | ISO 27001 |\n',
      },
    ]);
    const body = await bodyOf('/suppliers');
    expect(text(body)).toContain('What your documents say about suppliers');
    expect(text(body)).toContain('Borealis Post');
  });

  test('lead to the search of the Toolkit by a plain link, with the code beside it', async () => {
    await fillScope(server.installation, server.organisation, 1);
    const body = await bodyOf('/suppliers');
    expect(body).toContain('href="https://www.dsptoolkit.nhs.uk/OrganisationSearch" rel="external noreferrer"');
    expect(text(body)).toContain('for 8HX27');
    expect(text(body)).toContain('In the Toolkit on 2 November 2026: Published: Standards Met.');
  });
});

describe('looking a supplier up in the Toolkit', () => {
  const path = () => `${home}/suppliers/s1/toolkit`;
  beforeEach(() => fillScope(server.installation, server.organisation, 1));
  const sent = async (over: Readonly<Record<string, string>> = {}) => ({
    seen: String((await kept('s1'))?.revision),
    odsCode: '8JX41',
    dsptStatus: 'met',
    ...over,
  });

  test('keeps what was seen with today as the day, and counts as assurance', async () => {
    expect(await says('/suppliers?show=assurance')).toContain('Corvane Cloud');
    const { statusCode, headers } = await owner.post(path(), await sent());
    expect([statusCode, headers.location]).toEqual([303, `${home}/suppliers?done=looked-up`]);
    expect((await kept('s1'))?.data).toMatchObject({
      country: 'United States',
      odsCode: '8JX41',
      dsptStatus: 'met',
      dsptCheckedOn: '2026-11-20',
    });
    expect(await says('/suppliers?done=looked-up')).toContain('What the Toolkit showed is kept');
    expect(await says('/suppliers?show=assurance')).not.toContain('Corvane Cloud');
  });

  test('does not count where nothing good was seen', async () => {
    await owner.post(path(), await sent({ dsptStatus: 'not-met' }));
    expect(await says('/suppliers?show=assurance')).toContain('Corvane Cloud');
    expect(await says('/suppliers')).toContain('Does not meet the Toolkit’s standards');
  });

  test.each([
    ['no code', { odsCode: ' ' }, 'Enter their ODS code', '#odsCode'],
    ['a code that is none', { odsCode: 'no code' }, 'ODS code must be 3 to 10 letters and digits', '#odsCode'],
    ['no status', { dsptStatus: '' }, 'Select what the Toolkit showed of them', '#dsptStatus-1'],
    ['a status that is none', { dsptStatus: 'great' }, 'Select what the Toolkit showed of them', '#dsptStatus-1'],
  ])('is asked for again with %s, and keeps what was typed', async (_, over, message, anchor) => {
    const fields = await sent(over);
    const { statusCode, body } = await owner.post(path(), fields);
    expect([statusCode, text(body).includes(message), body.includes(`href="${anchor}"`)]).toEqual([422, true, true]);
    expect(body).toContain(`value="${fields.odsCode}"`);
    expect(body).toMatch(/<title>Error: /);
    expect((await kept('s1'))?.data.dsptCheckedOn).toBeUndefined();
  });

  test('is refused upon what somebody else has changed meanwhile, and done when sent again', async () => {
    const { statusCode, body } = await owner.post(path(), await sent({ seen: '1' }));
    expect([statusCode, text(body).includes('changed this supplier meanwhile')]).toEqual([409, true]);
    expect((await kept('s1'))?.data.dsptCheckedOn).toBeUndefined();
    const seen = body.match(/name="seen" value="(\d+)"/)?.[1] ?? '';
    expect((await owner.post(path(), await sent({ seen }))).statusCode).toBe(303);
  });

  test('is not for a reader, nor for a supplier that is not there', async () => {
    const reader = await server.join('Rhys Vale', 'reader');
    expect((await reader.post(path(), await sent())).statusCode).toBe(403);
    expect(await bodyOf('/suppliers', reader)).not.toContain('/toolkit"');
    expect((await owner.get(`${home}/suppliers/zoe/toolkit`)).statusCode).toBe(404);
    expect((await owner.post(`${home}/suppliers/zoe/toolkit`, await sent())).statusCode).toBe(404);
  });
});
