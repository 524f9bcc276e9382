import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';

const POLICY = '# Backup Policy\n\nWe back up every system each night and test a restore each quarter.\n';

let server: OwnedServer;
let home: string;

beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
});
afterAll(() => server.stop());

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const upload = async (filename: string, value: string) =>
  (await server.owner.upload(`${home}/documents`, [{ name: 'documents', filename, value }])).body;
async function idOf(path: string): Promise<string> {
  const record = await server.installation.records.open(server.organisation);
  return (record && listOf(record.holdings, document).findLast(({ data }) => data.path === path)?.id) ?? '';
}
const list = async (find: string) => textOf((await server.owner.get(`${home}/documents?find=${find}`)).body);

test('a document that only seems to fit is told apart from one that somebody accepted', async () => {
  await upload('backup policy.md', POLICY);
  expect(await list('backup')).toMatch(/Seems to fit [\d., and]+, not looked through yet/);
  const id = await idOf('backup policy.md');
  await server.owner.post(`${home}/documents/decide`, { of: id, pair: `${id}/7.3.1/`, verdict: 'shows' });
  expect(await list('backup')).toContain('Counts for 7.3.1');
  const page = (await server.owner.get(`${home}/documents/${id}`)).body;
  expect(textOf(page.replaceAll(/<details.*?<\/details>/gs, ''))).not.toMatch(/\b[1-4]?\d% sure/);
});

test('a README and a blank template seem to fit nothing, and nothing of them is ticked', async () => {
  await upload('README.md', `${POLICY}Read this first.\n`);
  const template = await upload(
    'blank/backup policy template.md',
    `${POLICY.replace('Policy', 'Policy template')}Form.\n`,
  );
  for (const name of ['README', 'template']) expect(await list(name)).not.toMatch(/Seems to fit \d|Counts for \d/);
  expect(template).not.toMatch(/name="pair"[^>]* checked=""| checked=""[^>]*name="pair"/);
});

test('an acceptance says by whom and when, and that it has gone over only to a newer version', async () => {
  const again = textOf(await upload('again.md', POLICY));
  expect(again).not.toContain('Accepted for');
  expect(textOf(await upload('backup policy.md', POLICY))).toMatch(/Accepted for 7\.3\.1 by .+ on 20 November 2026\./);
  const newer = textOf(await upload('backup policy.md', `${POLICY}Version: 2.0\n`));
  expect(newer).toContain('An older version was accepted for 7.3.1. The acceptance has gone over.');
  expect(newer).not.toContain('Accepted for 7.3.1');
});
