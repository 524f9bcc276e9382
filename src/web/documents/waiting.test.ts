import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { observation } from '../../record/kinds/observation.ts';

const FILES = {
  'backup policy.md': '# Backup Policy\n\nWe back up every system each night and test a restore each quarter.\n',
  'password policy.md': '# Password Policy\n\nPasswords are long. Nobody shares a password.\n',
  'privacy notice.md': '# Privacy Notice\n\nHow we use your personal data, and your rights.\n',
  'training policy.md': '# Training Policy\n\nAll staff complete data security training each year.\n',
  'asset register.csv': 'Asset,Owner,Serial\nLaptop,Ann,1\n',
};

let server: OwnedServer;
let home: string;
let ben: Browsing;
let reader: Browsing;

beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  ben = await server.join('Ben Hart', 'contributor');
  reader = await server.join('Rita Ames', 'reader');
  // Several uploads.
  for (const [filename, value] of Object.entries(FILES))
    await server.owner.upload(`${home}/documents`, [{ name: 'documents', filename, value }]);
});
afterAll(() => server.stop());

async function waiting(): Promise<number> {
  const { body } = await ben.get(`${home}/documents/review`);
  return Number(/(\d+) documents? to look through/.exec(body)?.[1] ?? 0);
}
/** The form of the review as a browser would send it, with everything unticked. */
async function form() {
  const { body } = await ben.get(`${home}/documents/review`);
  const all = (name: string) =>
    [...body.matchAll(new RegExp(`name="${name}"[^>]*value="([^"]+)"`, 'g'))].map(([, value = '']) => value);
  return { of: all('of'), offered: all('offered'), pair: all('pair'), from: 'waiting', page: '1' };
}
async function said(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const record = await server.installation.records.open(server.organisation);
  return record ? listOf(record.holdings, observation).map(({ data }) => [data.verdict, data.items]) : [];
}

describe('suggestions that nobody has decided about', () => {
  test('are found again from Today and from the documents, by whoever may decide', async () => {
    const count = await waiting();
    expect(count).toBeGreaterThanOrEqual(3);
    for (const page of [home, `${home}/documents`]) {
      const { body } = await ben.get(page);
      expect([body.includes(`${count} documents to look through`), body.includes(`${home}/documents/review`)]).toEqual([
        true,
        true,
      ]);
      expect((await reader.get(page)).body).not.toContain('to look through');
    }
  });

  test('are on one page whatever upload they came with, the weaker ones behind a link and never offered', async () => {
    const { body } = await ben.get(`${home}/documents/review`);
    for (const name of ['backup policy.md', 'password policy.md', 'privacy notice.md']) expect(body).toContain(name);
    const { offered, pair } = await form();
    const [, weak = ''] = /(<details(?:(?!<details).)*?weaker suggestion.*?<\/details>)/s.exec(body) ?? [];
    expect(weak).toContain('Most of these are wrong');
    expect(pair.length).toBeGreaterThan(offered.length);
    const scores = [...body.replaceAll(/<details.*?<\/details>/gs, '').matchAll(/(\d+)% sure/g)].map(([, one]) =>
      Number(one),
    );
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(50);
    const weaker = [...weak.matchAll(/(\d+)% sure/g)].map(([, one]) => Number(one));
    expect(Math.max(...weaker)).toBeLessThanOrEqual(50);
  });

  test('are refused for one document, the weak ones too, and every other box of the page stays as it was left', async () => {
    const sent = await form();
    const before = await waiting();
    const [none = '', next = ''] = sent.of;
    const { body } = await ben.get(`${home}/documents/review`);
    expect(body).toContain(`formAction="${home}/documents/decide#document-${next}"`);
    const [kept = ''] = sent.pair.filter((pair) => pair.startsWith(`${next}/`)).slice(-1);
    const done = await ben.post(`${home}/documents/decide`, {
      ...sent,
      pair: [kept],
      none,
      'form-id': crypto.randomUUID(),
    });
    const ticked = [...done.body.matchAll(/<input[^>]*name="pair"[^>]*>/g)].filter(([box]) => box.includes('checked'));
    expect([done.statusCode, ticked.length, ticked[0]?.[0].includes(kept)]).toEqual([200, 1, true]);
    expect([done.body.includes(`id="document-${next}"`), done.body.includes(`id="document-${none}"`)]).toEqual([
      true,
      false,
    ]);
    const suggested = sent.pair.filter((pair) => pair.startsWith(`${none}/`)).map((pair) => pair.split('/')[1] ?? '');
    const [[verdict, items] = ['', []], ...more] = await said();
    expect([verdict, more, suggested.filter((ref) => !items.includes(ref))]).toEqual(['does-not-show', [], []]);
    expect(await waiting()).toBe(before - 1);
    const list = (await ben.get(`${home}/documents?find=${encodeURIComponent('backup')}`)).body;
    expect([list.includes('Counts for 7'), list.includes('Seems to fit')]).toEqual([false, false]);
  });

  test('stay unticked after the ticked ones are kept', async () => {
    const sent = await form();
    const [one = '', ...others] = sent.offered;
    const done = await ben.post(`${home}/documents/decide`, { ...sent, pair: [one] });
    expect([done.statusCode, others.length > 0]).toEqual([303, true]);
    const { body } = await ben.get(done.headers.location ?? '');
    expect([
      body.includes('name="pair"'),
      / checked=""[^>]*name="pair"|name="pair"[^>]* checked=""/.test(body),
    ]).toEqual([true, false]);
  });

  test('are kept where ticked, and the rest is refused when asked for', async () => {
    const sent = await form();
    const before = (await said()).length;
    const [one = ''] = sent.offered;
    const [document = '', ref = ''] = one.split('/');
    const done = await ben.post(`${home}/documents/decide`, { ...sent, pair: [one], rest: 'refuse' });
    expect(done.statusCode).toBe(303);
    const after = (await said()).slice(before);
    expect(after[0]).toEqual(['shows', [ref]]);
    expect(after.flatMap(([verdict, items]) => (verdict === 'does-not-show' ? items : []))).toHaveLength(
      sent.offered.length - 1,
    );
    expect([document !== '', await waiting()]).toEqual([true, 0]);
  });

  test('wait no more once all is decided', async () => {
    expect((await ben.get(`${home}/documents/review`)).body).toContain('There is nothing left to look through');
    for (const page of [home, `${home}/documents`]) expect((await ben.get(page)).body).not.toContain('to look through');
  });
});
