import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { organisation } from '../../record/kinds/organisation.ts';

let server: OwnedServer;
let home: string;
beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
});
afterAll(() => server.stop());

const TOPICS = ['backup', 'password', 'incident', 'retention', 'privacy', 'training'];
/** One policy a topic, each with a first line. */
function bring(folder: string, line: (at: number) => string) {
  server.clock.at = new Date(Date.parse(server.clock.at) + 60_000).toISOString();
  const parts = TOPICS.map((topic, at) => ({
    name: 'documents',
    filename: `${folder}/${topic}.md`,
    value: `# ${topic} policy\n\n${line(at)}\n\nThis is about ${folder}.\n`,
  }));
  return server.owner.upload(`${home}/documents`, parts);
}
async function holdings() {
  const record = await server.installation.records.open(server.organisation);
  if (!record) throw new Error('no record');
  return record.holdings;
}
const ASKED = 'Are these documents yours?';
const form = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/name="(since|until)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

test('nothing is asked of documents that name us, or nobody, or several others', async () => {
  const own = await bring('own', () => 'All staff of Larkmoor Health Software Ltd. We buy from Fenwick Digital Ltd.');
  const nobody = await bring('nobody', () => 'All staff keep to this.');
  const others = await bring('others', (at) => `A contract with ${['Alder', 'Birch', 'Cedar'][at % 3]} Systems Ltd.`);
  const field = await bring('field', () => 'What NHS Digital’s guidance says. NHS Digital is the source.');
  expect([own, nobody, others, field].map(({ body }) => body.includes(ASKED))).toEqual([false, false, false, false]);
});

test('an upload of which most names another is asked about, and is withdrawn whole', async () => {
  const before = listOf(await holdings(), document).filter(({ data }) => data.withdrawnOn === undefined).length;
  const { body } = await bring('theirs', (at) => (at === 0 ? 'All staff.' : 'All staff of Fenwick Digital Ltd.'));
  expect([body.includes(ASKED), body.includes('Most of these documents name Fenwick Digital, not Larkmoor')]).toEqual([
    true,
    true,
  ]);
  expect(body).toContain('stands in 5 of 6 documents');
  const done = await server.owner.post(`${home}/documents/withdraw-upload`, form(body));
  expect(done.headers.location).toBe(`${home}/documents?done=upload-withdrawn`);
  const again = await server.owner.post(`${home}/documents/withdraw-upload`, form(body));
  expect(again.headers.location).toBe(`${home}/documents?done=none-withdrawn`);
  expect((await server.owner.get(`${home}/documents?done=none-withdrawn`)).body).toContain('Nothing changed: ');
  const after = listOf(await holdings(), document).filter(({ data }) => data.withdrawnOn === undefined);
  expect([after.length, after.some(({ data }) => data.path.startsWith('theirs/'))]).toEqual([before, false]);
});

test('what an upload took the place of is in use again once it is withdrawn', async () => {
  await bring('ours', () => 'All staff keep to this.');
  const { body } = await bring('ours', () => 'All staff of Fenwick Digital Ltd.');
  await server.owner.post(`${home}/documents/withdraw-upload`, form(body));
  const inUse = listOf(await holdings(), document).filter(
    ({ data }) => data.path.startsWith('ours/') && data.withdrawnOn === undefined,
  );
  expect(inUse).toHaveLength(TOPICS.length);
});

test('nobody withdraws what somebody else added', async () => {
  const { body } = await bring('mine', () => 'All staff of Fenwick Digital Ltd.');
  const ben = await server.join('Ben Hart', 'contributor');
  const done = await ben.post(`${home}/documents/withdraw-upload`, form(body));
  expect(done.headers.location).toBe(`${home}/documents?done=none-withdrawn`);
  const mine = listOf(await holdings(), document).filter(({ data }) => data.path.startsWith('mine/'));
  expect(mine.map(({ data }) => data.withdrawnOn)).toEqual(TOPICS.map(() => undefined));
  expect((await ben.post(`${home}/documents/own-name`, { name: 'Fenwick Digital' })).statusCode).toBe(403);
});

test('a name that is said to be ours is kept once and asked about no more', async () => {
  for (const _ of [1, 2]) {
    const done = await server.owner.post(`${home}/documents/own-name`, { name: 'Fenwick Digital Ltd' });
    expect(done.headers.location).toBe(`${home}/documents?done=own-name-kept`);
  }
  expect(listOf(await holdings(), organisation)[0]?.data.tradingNames).toEqual(['Fenwick Digital']);
  expect((await server.owner.post(`${home}/documents/own-name`, { name: '&' })).statusCode).toBe(404);
  const { body } = await bring('again', () => 'All staff of Fenwick Digital Ltd.');
  expect(body).not.toContain(ASKED);
});
