import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

const POLICY = `# Backup policy

Owner: Ann Okafor
Approved by: Board, 2 March 2026
Next review: 1 March 2027

Backups of the patient database run every night. Restores are tested every quarter.
`;
const REFERRAL = '# Referral\n\nNHS number: 943 476 5919\nPatient: Mary Jones, date of birth 3 May 1961\n';

describe.skipIf(executable === undefined)('the pages of a record in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let home: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    server = await startOwned();
    home = `${await server.listen()}/organisations/${server.organisation}`;
    await server.owner.upload(`/organisations/${server.organisation}/documents`, [
      { name: 'documents', filename: 'policies/backup policy.md', value: POLICY },
      { name: 'documents', filename: 'referral.md', value: REFERRAL },
    ]);
    await keep('person', { name: 'Bryn Howells', employment: 'staff' });
    await keep('supplier', { name: 'Northgate Hosting', handlesPersonalData: true, assurances: [{ kind: 'dspt' }] });
    await keep('answer', {
      edition: 'v8',
      item: '1.1.5',
      said: 'not-applicable',
      words: 'We have none.',
      answeredOn: '2026-11-02',
    });
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function keep(kind: string, data: unknown): Promise<void> {
    const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, data });
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }

  async function open(path: string, options: { javaScriptEnabled: boolean; width?: number }): Promise<Page> {
    const { javaScriptEnabled, width = 1280 } = options;
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: home }]);
    const page = await context.newPage();
    await page.goto(`${home}${path}`);
    return page;
  }

  const firstOf = async (kind: string) => {
    const record = await server.installation.records.open(server.organisation);
    return [...(record?.holdings.of.get(kind)?.keys() ?? [])];
  };

  const PAGES: readonly (readonly [name: string, path: () => Promise<string>])[] = [
    ['home', async () => ''],
    ['items', async () => '/items'],
    ['item', async () => '/items/7.3.4'],
    ['item that waits for approval', async () => '/items/1.1.5?done=answered'],
    ['item on a past day', async () => '/items/7.3.4?at=2026-01-01'],
    ['item on no day', async () => '/items/7.3.4?at=2026-02-30'],
    ['documents', async () => '/documents'],
    ['document', async () => `/documents/${(await firstOf('document'))[0]}`],
    ['held document', async () => `/documents/${(await firstOf('document'))[1]}`],
    ['erasing a document', async () => `/documents/${(await firstOf('document'))[0]}/erase`],
    ['policies', async () => '/policies'],
    ['registers', async () => '/registers'],
    ['register', async () => '/registers/suppliers'],
    ['entry', async () => `/registers/suppliers/${(await firstOf('supplier'))[0]}`],
    ['new entry', async () => '/registers/activities/add'],
    ['settings', async () => '/settings'],
    ['journal', async () => '/journal'],
  ];

  test.each(PAGES)('%s has no fault of accessibility', async (_, path) => {
    const page = await open(await path(), { javaScriptEnabled: true });
    const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test.each(PAGES)('%s fits a phone', async (_, path) => {
    const page = await open(await path(), { javaScriptEnabled: true, width: 320 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  test('an answer is given without JavaScript, after what was missing is mended', async () => {
    const page = await open('/items/7.3.1', { javaScriptEnabled: false });
    await page.getByLabel('In your words (optional)').fill('We restore a backup every quarter.');
    await page.getByRole('button', { name: 'Save your answer' }).click();
    await page.getByRole('link', { name: 'Select answer' }).click();
    expect(new URL(page.url()).hash).toBe('#said-1');
    await page.getByLabel('Yes, we do this').check();
    await page.getByRole('button', { name: 'Save your answer' }).click();
    await page.getByText('Your answer is kept.').waitFor();
    await page.getByRole('blockquote').getByText('We restore a backup every quarter.').waitFor();
  });

  test('a document is sent and accepted for an item without JavaScript', async () => {
    const page = await open('/documents', { javaScriptEnabled: false });
    const buffer = Buffer.from('# Notes\n\nNothing in particular.\n');
    const notes = { name: 'some notes.md', mimeType: 'text/markdown', buffer };
    await page.getByLabel('Files, or one ZIP').setInputFiles(notes);
    await page.getByRole('button', { name: 'Add the documents' }).click();
    await page.getByRole('heading', { name: '1 document kept' }).waitFor();
    await page.goto(`${home}/items/7.3.4`);
    await page.getByLabel('Another document shows this').selectOption('some notes.md');
    await page.getByRole('button', { name: 'Add the document' }).click();
    await page.getByText('The document counts for this item.').waitFor();
  });

  test('an entry is added, changed and removed without JavaScript', async () => {
    const page = await open('/registers/people/add', { javaScriptEnabled: false });
    await page.getByLabel('Name', { exact: true }).fill('Cai Rees');
    await page.getByLabel('Employee').check();
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Cai Rees' }).click();
    await page.getByLabel('Job title (optional)').fill('Engineer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Job title: Engineer').waitFor();
    await page.getByRole('button', { name: 'Remove Cai Rees' }).click();
    await page.getByText('Removed from the register.').waitFor();
  });
});
