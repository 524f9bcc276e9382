import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listOf } from '../../src/record/holdings.ts';
import { document } from '../../src/record/kinds/document.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { expectUsable } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

const LONG = `${'a-very-long-folder-name-without-any-blank/'.repeat(4)}${'policy'.repeat(20)} v1.md`;
const POLICY = `# Backup policy

Version: 1.0
Owner: Ann Okafor
Approved by: Board, 2 March 2026
Next review: 1 March 2026

Backups of the patient database run every night. Restores are tested every quarter.
`;
const NEWER = POLICY.replace('1.0', '2.0');

describe.skipIf(executable === undefined)('the pages of documents in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let full: OwnedServer;
  let empty: OwnedServer;
  const addresses = new Map<OwnedServer, string>();
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    full = await startOwned();
    empty = await startOwned();
    for (const server of [full, empty])
      addresses.set(server, `${await server.listen()}/organisations/${server.organisation}`);
    await full.owner.upload(`/organisations/${full.organisation}/documents`, [
      { name: 'documents', filename: 'policies/backup policy.md', value: POLICY },
      { name: 'documents', filename: LONG, value: POLICY.replaceAll('Backup policy', 'Word'.repeat(60)) },
      { name: 'documents', filename: 'gone.md', value: '# Gone\n\nWords.\n' },
    ]);
    await full.installation.documents.withdraw(full.organisation, 'system', await idOf('gone.md'));
    full.clock.at = '2026-11-20T11:00:00.000Z';
    await full.owner.upload(`/organisations/${full.organisation}/documents`, [
      { name: 'documents', filename: 'policies/backup policy v2.md', value: NEWER },
    ]);
    const id = await idOf('policies/backup policy.md');
    await full.owner.post(`/organisations/${full.organisation}/documents/decide`, { of: id, pair: `${id}/7.3.1/` });
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await full?.stop();
    await empty?.stop();
  });

  async function idOf(path: string): Promise<string> {
    const record = await full.installation.records.open(full.organisation);
    return (record && listOf(record.holdings, document).find(({ data }) => data.path === path)?.id) ?? '';
  }

  async function open(server: OwnedServer, path: string, javaScriptEnabled: boolean, width: number): Promise<Page> {
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    const home = addresses.get(server) ?? '';
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: home }]);
    const page = await context.newPage();
    await page.goto(`${home}${path}`);
    return page;
  }

  const PAGES: readonly (readonly [name: string, server: () => OwnedServer, path: () => Promise<string>])[] = [
    ['an empty list', () => empty, async () => '/documents'],
    ['a full list', () => full, async () => '/documents'],
    ['a list of nothing', () => full, async () => '/documents?find=zzzz'],
    ['a document with a decision', () => full, async () => `/documents/${await idOf('policies/backup policy.md')}`],
    ['a newer version', () => full, async () => `/documents/${await idOf('policies/backup policy v2.md')}`],
    ['a document with a long name', () => full, async () => `/documents/${await idOf(LONG)}`],
    ['a withdrawn document', () => full, async () => `/documents/${await idOf('gone.md')}`],
    ['withdrawing', () => full, async () => `/documents/${await idOf('policies/backup policy v2.md')}/withdraw`],
    ['withdrawing what has a long name', () => full, async () => `/documents/${await idOf(LONG)}/withdraw`],
    ['searching for nothing', () => empty, async () => '/search'],
    ['a search', () => full, async () => '/search?q=backup'],
    ['a search that finds a long name', () => full, async () => '/search?q=blank'],
    ['a search in vain', () => full, async () => `/search?q=${'z'.repeat(200)}`],
  ];

  test.each(PAGES)('%s can be used on a phone and on a desktop', async (_, server, path) => {
    const page = await open(server(), await path(), true, 320);
    await expectUsable(page, true);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectUsable(page, true);
  });

  test('what was uploaded is accepted without JavaScript, after a choice that cannot be', async () => {
    const page = await open(full, '/documents', false, 320);
    const file = (name: string, value: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(value) });
    await page
      .getByLabel('Files, or one ZIP')
      .setInputFiles([
        file('backup policy v3.md', `${POLICY.replace('1.0', '3.0')}\nMore.\n`),
        file('again.md', NEWER),
      ]);
    await page.getByRole('button', { name: 'Add the documents' }).click();
    await page.getByRole('heading', { name: 'What they seem to show' }).waitFor();
    await expectUsable(page, false);
    await page.getByLabel('Withdraw policies/backup policy v2.md').check();
    await page.getByRole('button', { name: 'Keep what is ticked', exact: true }).click();
    await page.getByText('What you decided is kept.').waitFor();
    await page.getByRole('link', { name: 'again.md' }).click();
    await page.getByText('It shows this').first().waitFor();
  });

  test('the form of an upload is free of faults when something in it is wrong', async () => {
    const page = await open(full, `/documents/${await idOf(LONG)}`, true, 320);
    await page.getByRole('button', { name: 'It shows what is ticked' }).click();
    await page.getByRole('link', { name: 'Select at least one evidence item' }).click();
    expect(new URL(page.url()).hash).toBe('#pair-1');
    await expectUsable(page, true);
  });

  test('the page after an upload can be used', async () => {
    const page = await open(empty, '/documents', true, 1280);
    await page.getByLabel('Files, or one ZIP').setInputFiles([
      { name: 'backup policy.md', mimeType: 'text/markdown', buffer: Buffer.from(POLICY) },
      { name: `${'long'.repeat(40)}.md`, mimeType: 'text/markdown', buffer: Buffer.from(POLICY) },
    ]);
    await page.getByRole('button', { name: 'Add the documents' }).click();
    await page.getByRole('heading', { name: 'What they seem to show' }).waitFor();
    await expectUsable(page, true);
    await page.setViewportSize({ width: 320, height: 900 });
    await expectUsable(page, true);
  });
});
