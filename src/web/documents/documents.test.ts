import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { observation } from '../../record/kinds/observation.ts';
import type { KeptDocument } from '../../workspace/documents/kept-document.ts';

const POLICY = `# Backup policy

Version: 1.0
Owner: Ann Okafor
Approved by: Board, 2 March 2026
Next review: 1 March 2027

Backups of the patient database run every night. Restores are tested every quarter.
`;
const NEWER = POLICY.replace('1.0', '2.0').replace('2 March 2026', '9 November 2026');
const REFERRAL = '# Referral\n\nNHS number: 943 476 5919\nPatient: Mary Jones, date of birth 3 May 1961\n';
const HOSTILE = 'a<b onmouseover=x>\u202ecod.md';

let server: OwnedServer;
let owner: Browsing;
let home: string;
let count = 0;

beforeAll(async () => {
  server = await startOwned();
  owner = server.owner;
  home = `/organisations/${server.organisation}`;
});
afterAll(() => server.stop());
/** Every upload is later than the one before. */
beforeEach(() => {
  count += 1;
  server.clock.at = `2026-11-20T10:${String(count).padStart(2, '0')}:00.000Z`;
});

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ');
const says = async (path: string, by = owner) => text((await by.get(path)).body);

async function holdings() {
  const record = await server.installation.records.open(server.organisation);
  if (!record) throw new Error('no record');
  return record.holdings;
}
const documents = async () => listOf(await holdings(), document);
const at = async (path: string): Promise<KeptDocument> => {
  const found = (await documents()).findLast(({ data }) => data.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found;
};
const verdicts = async (id: string) =>
  listOf(await holdings(), observation)
    .filter(({ data }) => data.document === id)
    .map(({ data }) => [data.verdict, data.items]);
const steps = async () => (await holdings()).seq;

async function upload(...files: readonly (readonly [path: string, value: string])[]) {
  return owner.upload(
    `${home}/documents`,
    files.map(([filename, value]) => ({ name: 'documents', filename, value })),
  );
}
/** The values of the boxes of a page, by the item they are for. */
const pairs = (body: string, id = '') =>
  [...body.matchAll(/name="pair"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="pair"/g)]
    .map(([, one, other]) => one ?? other ?? '')
    .filter((value) => value.startsWith(id));
const ticked = (body: string) =>
  [...body.matchAll(/<input(?=[^>]*name="pair")(?=[^>]*checked)[^>]*value="([^"]+)"/g)].map(([, value]) => value);

describe('the page of a document', () => {
  test('shows what was read, each thing at its line, and what is wrong', async () => {
    await upload(['read/backup policy.md', POLICY.replace('2027', '2026')]);
    const { id } = await at('read/backup policy.md');
    const { body } = await owner.get(`${home}/documents/${id}`);
    const page = text(body);
    for (const words of [
      'Kind Policy',
      'Version 1.0',
      'Owner Ann Okafor',
      'Approved by Board',
      '1 March 2026',
      'Overdue',
    ])
      expect(page).toContain(words);
    expect(page).toContain('What is wrong in it');
    for (const [, anchor] of body.matchAll(/href="#((?:line|page|row)-[^"]+)"/g))
      expect(body).toContain(`id="${anchor}"`);
    expect(body).toMatch(/href="#line-6"/);
  });

  test('has suggestions accepted together as one step, shown as decided, and undone', async () => {
    await upload(['decide/backup policy.md', POLICY]);
    const { id } = await at('decide/backup policy.md');
    const path = `${home}/documents/${id}`;
    const open = pairs((await owner.get(path)).body, id).filter((value) => value.endsWith('/'));
    const chosen = open.slice(0, 2);
    const refs = chosen.map((value) => value.split('/')[1]);
    const before = await steps();
    const done = await owner.post(`${home}/documents/decide`, {
      of: id,
      from: 'document',
      pair: chosen,
      verdict: 'shows',
    });
    expect([done.statusCode, done.headers.location, await steps()]).toEqual([303, `${path}?done=decided`, before + 1]);
    expect(await verdicts(id)).toEqual([['shows', refs]]);
    const decided = await owner.get(path);
    expect(text(decided.body)).toContain('It shows this Decided by Ann Okafor');
    const undo = pairs(decided.body, `${id}/${refs[0]}/`)[0] ?? '';
    await owner.post(`${home}/documents/decide`, { of: id, from: 'document', pair: undo, verdict: 'undo' });
    expect(await verdicts(id)).toEqual([['shows', refs.slice(1)]]);
    const refuse = pairs((await owner.get(path)).body, `${id}/${refs[1]}/`)[0] ?? '';
    await owner.post(`${home}/documents/decide`, { of: id, from: 'document', pair: refuse, verdict: 'does-not-show' });
    expect(await verdicts(id)).toEqual([['does-not-show', refs.slice(1)]]);
  });

  test('refuses what was decided without the latest, and what asks for nothing', async () => {
    await upload(['stale/backup policy.md', POLICY]);
    const { id } = await at('stale/backup policy.md');
    const send = (pair: readonly string[], verdict: string) =>
      owner.post(`${home}/documents/decide`, { of: id, from: 'document', pair, verdict });
    await send([`${id}/7.3.1/`], 'shows');
    const late = await send([`${id}/7.3.1/`], 'does-not-show');
    const nothing = await send([], 'shows');
    const same = await send([`${id}/7.3.1/`], 'shows');
    expect([late.statusCode, nothing.statusCode, String(same.headers.location)]).toEqual([
      409,
      422,
      `${home}/documents/${id}?done=unchanged`,
    ]);
    expect(text(late.body)).toContain('Somebody else has decided about this meanwhile');
    expect(text(nothing.body)).toContain('Select at least one evidence item');
    expect(nothing.body).toContain('href="#pair-1"');
    expect(await verdicts(id)).toEqual([['shows', ['7.3.1']]]);
  });

  test('takes no item that is not there, no document of nobody, and nothing of one that is held back', async () => {
    await upload(['held.md', REFERRAL], ['odd.md', '# Odd\n\nWords.\n']);
    const [held, odd] = [await at('held.md'), await at('odd.md')];
    for (const pair of [`${odd.id}/99.9.9/`, 'nobody/7.3.1/', `${held.id}/7.3.1/`, 'x', '//'])
      expect((await owner.post(`${home}/documents/decide`, { of: 'x', pair, verdict: 'shows' })).statusCode).not.toBe(
        303,
      );
    expect([await verdicts(odd.id), await verdicts(held.id)]).toEqual([[], []]);
  });

  test('offers no decision to a reader', async () => {
    await upload(['plain/backup policy.md', POLICY]);
    const { id } = await at('plain/backup policy.md');
    const reader = await server.join('Rhys Vale', 'reader');
    const { body } = await reader.get(`${home}/documents/${id}`);
    expect([body.includes('/decide'), body.includes('/withdraw'), text(body).includes('7.3.1')]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await reader.post(`${home}/documents/decide`, { of: id, pair: `${id}/7.3.1/` })).statusCode).toBe(403);
  });
});

describe('after an upload', () => {
  test('the sure suggestions of all files are ticked, and kept in one step', async () => {
    const { body } = await upload(
      ['sure/backup policy.md', POLICY],
      [
        'sure/password policy.md',
        '# Password policy\n\nApproved by: Board, 3 March 2026\n\nPasswords must be strong and unique.\n',
      ],
    );
    expect(text(body)).toContain('Policy: Backup policy , dated 2 March 2026.');
    const sure = ticked(body).filter((value) => value !== undefined);
    expect(sure.length).toBeGreaterThan(0);
    const of = [...body.matchAll(/name="of" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    const seq = await steps();
    const done = await owner.post(`${home}/documents/decide`, { of, pair: sure, verdict: 'shows' });
    const withSure = new Set(sure.map((value) => value.split('/')[0]));
    expect([done.statusCode, await steps()]).toEqual([303, seq + withSure.size]);
  });

  test('what was ticked stands in the answer when somebody was faster', async () => {
    const { body } = await upload(['faster/backup policy.md', POLICY]);
    const { id } = await at('faster/backup policy.md');
    const [first = '', second = ''] = pairs(body, id);
    await owner.post(`${home}/documents/decide`, { of: id, pair: first, verdict: 'does-not-show' });
    const late = await owner.post(`${home}/documents/decide`, { of: id, pair: [first, second], verdict: 'shows' });
    expect([late.statusCode, ticked(late.body)]).toEqual([409, [second]]);
  });

  test('what somebody says is a different document is proposed no more, for a later file of that name either', async () => {
    const words = (version: string) => `# Parking policy\n\nVersion: ${version}\n\nVisitors use the yard.\n`;
    const proposed = 'It seems to be a newer version of apart/parking policy v1.md';
    await upload(['apart/parking policy v1.md', words('1')]);
    const before = await upload(['apart/parking policy v2.md', words('2')]);
    const [older, newer] = [await at('apart/parking policy v1.md'), await at('apart/parking policy v2.md')];
    expect(text(before.body)).toContain(proposed);
    const place = `${newer.id}/${older.id}/others`;
    const done = await owner.post(`${home}/documents/decide`, { of: newer.id, [`place-${newer.id}`]: place });
    expect([done.statusCode, (await at('apart/parking policy v1.md')).data.withdrawnOn]).toEqual([303, undefined]);
    expect(await says(`${home}/documents/${newer.id}`)).not.toContain('An older version');
    expect(text((await upload(['apart/parking policy v2.md', words('3')])).body)).not.toContain(proposed);
    const why = { reason: 'Asked for', basis: 'UK GDPR Article 17' };
    const { documents } = server.installation;
    expect(await documents.erase(server.organisation, 'account:x', older.id, why)).toMatchObject({ ok: true });
  });

  test('a newer version takes the place of the older one, with what that was accepted for', async () => {
    await upload(['versions/continuity policy.md', POLICY.replaceAll('Backup policy', 'Continuity policy')]);
    const older = await at('versions/continuity policy.md');
    await owner.post(`${home}/documents/decide`, {
      of: older.id,
      from: 'document',
      pair: [`${older.id}/7.3.1/`, `${older.id}/7.3.4/`],
      verdict: 'shows',
    });
    const { body } = await upload([
      'versions/continuity policy v2.md',
      NEWER.replaceAll('Backup policy', 'Continuity policy'),
    ]);
    const newer = await at('versions/continuity policy v2.md');
    expect(text(body)).toContain('It seems to be a newer version of versions/continuity policy.md');
    expect((await at('versions/continuity policy.md')).data.withdrawnOn).toBeUndefined();
    const place = `${newer.id}/${older.id}/${older.revision}`;
    const done = await owner.post(`${home}/documents/decide`, { of: newer.id, [`place-${newer.id}`]: place });
    expect(done.statusCode).toBe(303);
    expect([(await at('versions/continuity policy.md')).data.withdrawnOn, await verdicts(newer.id)]).toEqual([
      '2026-11-20',
      [['shows', ['7.3.1', '7.3.4']]],
    ]);
    const again = await owner.post(`${home}/documents/decide`, { of: newer.id, [`place-${newer.id}`]: place });
    expect(again.statusCode).toBe(409);
  });

  test('the same bytes under another name are told as a copy, and never both go', async () => {
    const words = '# Leaflet\n\nWe keep what you tell us to ourselves.\n';
    await upload(['copies/leaflet.md', words]);
    const { body } = await upload(['copies/other.md', words]);
    const [one, other] = [await at('copies/leaflet.md'), await at('copies/other.md')];
    expect(text(body)).toContain('It holds exactly the same as copies/leaflet.md');
    const both = await owner.post(`${home}/documents/decide`, {
      of: [one.id, other.id],
      [`place-${one.id}`]: `${one.id}/${other.id}/${other.revision}`,
      [`place-${other.id}`]: `${other.id}/${one.id}/${one.revision}`,
    });
    expect([both.statusCode, text(both.body).includes('so that the other stays')]).toEqual([422, true]);
    await owner.post(`${home}/documents/decide`, {
      of: [one.id, other.id],
      [`place-${other.id}`]: `${one.id}/${other.id}/${other.revision}`,
    });
    expect([(await at('copies/leaflet.md')).data.withdrawnOn, (await at('copies/other.md')).data.withdrawnOn]).toEqual([
      undefined,
      '2026-11-20',
    ]);
  });

  test('of three versions that each take the place of the one before, the last stays with what all were accepted for', async () => {
    const words = (version: string) => `# Fire policy\n\nVersion: ${version}\n\nWe keep the doors clear.\n`;
    await upload(
      ['chain/fire policy v1.md', words('1')],
      ['chain/fire policy v2.md', words('2')],
      ['chain/fire policy v3.md', words('3')],
    );
    const [v1, v2, v3] = [
      await at('chain/fire policy v1.md'),
      await at('chain/fire policy v2.md'),
      await at('chain/fire policy v3.md'),
    ];
    await owner.post(`${home}/documents/decide`, { of: v1.id, pair: `${v1.id}/1.1.1/`, verdict: 'shows' });
    await owner.post(`${home}/documents/decide`, {
      of: [v2.id, v3.id],
      [`place-${v2.id}`]: `${v2.id}/${v1.id}/${v1.revision}`,
      [`place-${v3.id}`]: `${v3.id}/${v2.id}/${v2.revision}`,
    });
    expect([await verdicts(v2.id), await verdicts(v3.id)]).toEqual([[], [['shows', ['1.1.1']]]]);
  });
});

describe('withdrawing', () => {
  test('says first what would stand lower, and can be taken back', async () => {
    const other = await startOwned();
    try {
      const own = `/organisations/${other.organisation}`;
      await other.owner.upload(`${own}/documents`, [
        { name: 'documents', filename: 'backup policy.md', value: POLICY },
      ]);
      const record = await other.installation.records.open(other.organisation);
      const id = record ? (listOf(record.holdings, document)[0]?.id ?? '') : '';
      const path = `${own}/documents/${id}`;
      const before = text((await other.owner.get(`${path}/withdraw`)).body);
      expect([/\d+ evidence items? would stand lower/.test(before), before.includes('7.3.1')]).toEqual([true, true]);
      await other.owner.post(`${path}/withdraw`, {});
      expect(text((await other.owner.get(path)).body)).toContain('Put it back');
      expect((await other.owner.get(`${path}/withdraw`)).statusCode).toBe(303);
      const back = await other.owner.post(`${path}/put-back`, {});
      expect([back.statusCode, back.headers.location]).toEqual([303, `${path}?done=put-back`]);
      expect((await other.owner.post(`${path}/put-back`, {})).statusCode).toBe(422);
      expect((await owner.get(`${home}/documents/${id}`)).statusCode).toBe(404);
      expect((await owner.post(`${home}/documents/${id}/withdraw`, {})).statusCode).toBe(404);
      expect((await owner.get(`${path}/withdraw`)).statusCode).toBe(404);
    } finally {
      await other.stop();
    }
  });

  test('is not taken back while another file has the name', async () => {
    await upload(['name.md', '# One\n\nFirst words.\n']);
    const first = await at('name.md');
    await upload(['name.md', '# Two\n\nOther words.\n']);
    expect(await says(`${home}/documents/${first.id}`)).toContain('another file has its name');
    const { statusCode, body } = await owner.post(`${home}/documents/${first.id}/put-back`, {});
    expect([statusCode, text(body).includes('Another file has its name now')]).toEqual([422, true]);
  });
});

describe('the list', () => {
  test('is found, narrowed and sorted', async () => {
    await upload([
      'list/zebra plan.md',
      '# Zebra plan\n\nApproved by: Board, 2 March 2020\nNext review: 1 March 2021\n\nWords.\n',
    ]);
    const rows = async (query: string) =>
      [...(await owner.get(`${home}/documents${query}`)).body.matchAll(/<bdi class="app-file">(.+?)<\/bdi>/g)].map(
        ([, path = '']) => path.replace(/<[^>]+>/g, ''),
      );
    expect(await rows('?find=ZEBRA')).toEqual(['list/zebra plan.md']);
    expect(await rows('?state=overdue&find=list')).toEqual(['list/zebra plan.md']);
    expect(await rows('?state=held')).toEqual(['held.md']);
    expect((await rows('?by=dated'))[0]).toBe('list/zebra plan.md');
    expect((await rows('?by=received&order=down'))[0]).toBe('list/zebra plan.md');
    expect(await rows('?kind=plan')).toEqual(['list/zebra plan.md']);
    expect(await rows('?item=7.3.1')).toContain('plain/backup policy.md');
    expect(await rows('?item=99.9.9')).toEqual([]);
    expect((await rows('?kind=nonsense&state=x&by=y')).length).toBe((await documents()).length);
    expect(await says(`${home}/documents?find=zebra`)).toContain('1 Mar 2021 Overdue');
  });

  test('comes as CSV, as it was narrowed, with names that are formulas made harmless', async () => {
    await upload(['=cmd|calc.md', '# Sums\n\nWords.\n']);
    const { body, headers } = await owner.get(`${home}/documents/export.csv?find=cmd`);
    const rows = parse(body, { bom: true }) as string[][];
    expect([headers['content-type'], rows.length, rows[1]?.[0]]).toEqual([
      'text/csv; charset=utf-8',
      2,
      "'=cmd|calc.md",
    ]);
  });

  test('shows hostile names as what they are', async () => {
    await upload([HOSTILE, '# <img src=x onerror=alert(1)>\n\nWords.\n']);
    const { id } = (await documents()).at(-1) ?? { id: '' };
    for (const path of [
      '/documents',
      `/documents/${id}`,
      `/documents/${id}/withdraw`,
      '/search?q=onmouseover',
      '/search?q=<b',
    ])
      expect((await owner.get(`${home}${path}`)).body).not.toMatch(/<b onmouseover|<img src=x|<b"|\u202e/);
  });
});

describe('a document uploaded for an item', () => {
  const send = (value: string, filename = 'for item.md', by = owner, ref = '7.3.4') =>
    by.upload(`${home}/items/${ref}/upload`, [{ name: 'document', filename, value }]);

  test('is kept and accepted, dated as it says', async () => {
    const { statusCode, headers } = await send(
      '# Restore report\n\nDate: 3 November 2026\n\nThe restore was successful.\n',
    );
    expect([statusCode, headers.location]).toEqual([303, `${home}/items/7.3.4?done=shown`]);
    const { id } = await at('for item.md');
    const [kept] = listOf(await holdings(), observation).filter(({ data }) => data.document === id);
    expect(kept?.data).toMatchObject({ items: ['7.3.4'], verdict: 'shows', effectiveOn: '2026-11-03' });
    expect(await says(`${home}/items/7.3.4`)).toContain('for item.md Accepted');
  });

  test('is said to be accepted, and whether the item counts by that', async () => {
    await send('# Notes\n\nNothing in particular.\n', 'notes.md');
    const short = await says(`${home}/items/7.3.4?done=shown`);
    expect(short).toContain(
      'The document is kept and accepted for this item. The item does not count yet. Still to show: a successful restore test',
    );
    await send(
      '# Restore test log\n\n| Date | System | Type | Result |\n|---|---|---|---|\n| 3 November 2026 | Files | Restore test | Successful |\n',
    );
    expect(await says(`${home}/items/7.3.4?done=shown`)).toContain('accepted for this item. The item counts now.');
  });

  test.each([
    ['nothing', '', '', 'Select the document that shows this', undefined],
    ['an empty file', '', 'nil.md', '“nil.md” is empty', undefined],
    ['details of patients', REFERRAL, 'mary.md', 'does not count for 7.3.4', 'mary.md'],
    ['what cannot be read', '%PDF-1.7\nbroken', 'broken.pdf', 'could not be read', 'broken.pdf'],
  ])('that is %s is not accepted, and it is said why', async (_, value, filename, message, path) => {
    const { statusCode, body } = await send(value, filename);
    expect([statusCode, text(body).includes(message)]).toEqual([422, true]);
    if (path !== undefined) expect(await verdicts((await at(path)).id)).toEqual([]);
  });

  test('needs an item that there is, and a role that may', async () => {
    const reader = await server.join('Ros Vale', 'reader');
    expect([
      (await send('# x', 'x.md', owner, '99.9.9')).statusCode,
      (await owner.upload(`${home}/items/99.9.9/upload`, [])).statusCode,
      (await owner.upload(`${home}/items/7.3.4/upload`, [])).statusCode,
      (await send('# x', 'x.md', reader)).statusCode,
      (await reader.get(`${home}/items/7.3.4`)).body.includes('/upload'),
    ]).toEqual([404, 404, 422, 403, false]);
  });
});

describe('the search', () => {
  test('finds items, documents at their lines and entries of registers', async () => {
    await server.installation.records.perform(server.organisation, 'system', {
      do: 'add',
      kind: 'supplier',
      data: { name: 'Quillfeather Hosting', handlesPersonalData: true },
    });
    await upload(['found.md', '# Notes\n\nNothing.\n\nAsk Quillfeather about the lamp.\n']);
    const { id } = await at('found.md');
    const { body } = await owner.get(`${home}/search?q=quillfeather`);
    const page = text(body);
    expect(body).toContain(`href="${home}/documents/${id}#line-5"`);
    expect([page.includes('Ask Quillfeather about the lamp.'), page.includes('Quillfeather Hosting')]).toEqual([
      true,
      true,
    ]);
    expect(await says(`${home}/search?q=7.3.4`)).toContain('Evidence items');
  });

  test('says when nothing was found, when there is more than it shows, and what it is for', async () => {
    expect(await says(`${home}/search?q=zzzz`)).toContain('Nothing was found for “ zzzz ”');
    expect(await says(`${home}/search?q=e`)).toContain('Show all');
    expect(await says(`${home}/search`)).toContain('Finds evidence items');
  });

  test('shows nothing of documents that are held back', async () => {
    expect(await says(`${home}/search?q=1961`)).toContain('Nothing was found');
  });
});
