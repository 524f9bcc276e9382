import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { observation } from '../../record/kinds/observation.ts';

/** More than are looked through on one page, and than are listed one by one. */
const FILES = 120;
const MOST_BYTES = 200_000;

let server: OwnedServer;
let home: string;
let uploaded: Awaited<ReturnType<OwnedServer['owner']['upload']>>;
beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  const policies = Array.from({ length: FILES }, (_, at) => ({ name: 'documents', ...policyOf(String(at)) }));
  const program = { name: 'documents', filename: 'zz/setup.exe', value: 'MZ and so on' };
  uploaded = await server.owner.upload(`${home}/documents`, [...policies, program]);
}, 120_000);
afterAll(() => server.stop());

const policyOf = (site: string) => ({
  filename: `policies/site ${site}/backup policy.md`,
  value: `# Backup policy of site ${site}\n\nOwner: Ann Okafor\nApproved by: Board, 2 March 2026\nNext review: 1 March 2027\n\nBackups run every night. Restores are tested every quarter.\n`,
});
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const review = () => /href="([^"]*documents\/review\?[^"]*)"/.exec(uploaded.body)?.[1]?.replaceAll('&amp;', '&') ?? '';

function formTo(address: string, body: string): Record<string, string> {
  const form = body.split(`action="${home}${address}"`)[1]?.split('</form>')[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden"[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

async function accepted(): Promise<number> {
  const record = await server.installation.records.open(server.organisation);
  return record ? listOf(record.holdings, observation).length : -1;
}

describe('after an upload of many files', () => {
  test('the answer tells how many came to which end, then what is wrong, and stays small', () => {
    const words = text(uploaded.body);
    expect([uploaded.statusCode, Buffer.byteLength(uploaded.body) < MOST_BYTES]).toEqual([200, true]);
    expect(words).toContain(`${FILES} files: Kept.`);
    expect(words).toContain('1 file was not kept.');
    expect(words.indexOf('setup.exe') < words.indexOf('What they seem to show')).toBe(true);
    expect(words.indexOf('What they seem to show') < words.indexOf(`${FILES} files kept`)).toBe(true);
    expect(words).toContain('setup.exe');
    expect(words).not.toContain('site 7/backup policy.md');
  });

  test('what they show is looked through page by page, each small, every document once', async () => {
    const seen: string[] = [];
    for (const page of [1, 2, 3]) {
      const { body, statusCode } = await server.owner.get(`${review()}&page=${page}`);
      expect([statusCode, Buffer.byteLength(body) < MOST_BYTES]).toEqual([200, true]);
      seen.push(...[...body.matchAll(/name="of" value="([^"]+)"/g)].map(([, id = '']) => id));
    }
    expect([seen.length, new Set(seen).size]).toEqual([FILES, FILES]);
  });

  test('what is kept of one page leads back to that page', async () => {
    const page = await server.owner.get(`${review()}&page=2`);
    const hidden = formTo('/documents/decide', page.body);
    const pair = /type="checkbox"[^>]*value="([^"]+\/)"/.exec(page.body)?.[1] ?? '';
    const done = await server.owner.post(`${home}/documents/decide`, { ...hidden, pair, verdict: 'shows' });
    const to = new URL(String(done.headers.location), 'http://localhost');
    expect([done.statusCode, to.pathname, to.searchParams.get('page'), await accepted()]).toEqual([
      303,
      `${home}/documents/review`,
      '2',
      1,
    ]);
    expect(text((await server.owner.get(String(done.headers.location))).body)).toContain('page 2 of 3');
  });

  test('nothing is accepted when something else is sure by now than what was shown', async () => {
    const page = await server.owner.get(review());
    const hidden = formTo('/documents/review/accept', page.body);
    expect(hidden.sure).toMatch(/^[\da-f]{64}$/);
    const before = await accepted();
    const late = await server.owner.post(`${home}/documents/review/accept`, { ...hidden, sure: 'f0' });
    expect([late.statusCode, await accepted()]).toEqual([409, before]);
  });

  test('all that is sure is accepted in one step, of every page', async () => {
    const page = await server.owner.get(review());
    const hidden = formTo('/documents/review/accept', page.body);
    const seq = (await server.installation.records.open(server.organisation))?.head.seq ?? 0;
    const done = await server.owner.post(`${home}/documents/review/accept`, hidden);
    const after = (await server.installation.records.open(server.organisation))?.head.seq ?? 0;
    expect([done.statusCode, after - seq >= FILES - 1]).toEqual([303, true]);
    expect(formTo('/documents/review/accept', (await server.owner.get(review())).body)).toEqual({});
  });

  test('is nobody else’s to look through by the same address', async () => {
    const other = await server.join('Bryn Howells', 'contributor');
    const { body } = await other.get(review());
    expect(text(body)).toContain('There is nothing left to look through.');
    expect(body).not.toContain('backup policy.md');
    expect((await server.owner.get(review())).body).toContain('backup policy.md');
  });

  test('is not looked through by somebody else of the same name', async () => {
    const namesake = await server.join('Ann Okafor', 'contributor');
    expect((await namesake.get(review())).body).not.toContain('backup policy.md');
  });

  test('nothing is accepted when as many are sure as were shown, but others', async () => {
    const fiona = await server.join('Fiona Baird', 'contributor');
    const all = `${home}/documents/review?since=1970-01-01T00:00:00Z&until=9999-12-31T23:59:59Z`;
    const bring = (site: string) => fiona.upload(`${home}/documents`, [{ name: 'documents', ...policyOf(site) }]);
    const suresIn = (body: string) => /Accept (it|all \d+)</.exec(body)?.[1];
    await bring('north');
    const shown = (await fiona.get(all)).body;
    const hidden = formTo('/documents/review/accept', shown);
    const [, pair = ''] = /type="checkbox"[^>]*value="([^"]+\/)"/.exec(shown) ?? [];
    await fiona.post(`${home}/documents/decide`, {
      ...formTo('/documents/decide', shown),
      pair,
      verdict: 'does-not-show',
    });
    await bring('south');
    const now = (await fiona.get(all)).body;
    expect([suresIn(now), suresIn(now) === suresIn(shown)]).toEqual([expect.any(String), true]);
    const before = await accepted();
    const late = await fiona.post(`${home}/documents/review/accept`, hidden);
    expect([late.statusCode, text(late.body).includes('has changed since you looked'), await accepted()]).toEqual([
      409,
      true,
      before,
    ]);
  });
});
