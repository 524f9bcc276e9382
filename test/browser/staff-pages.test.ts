import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listOf } from '../../src/record/holdings.ts';
import { document } from '../../src/record/kinds/document.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { expectUsable } from '../support/usable-page.ts';
import { type Browsing, type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();
const TITLES = [
  'Acceptable Use Policy',
  'Data Protection Policy',
  'Remote Working Policy',
  'Backup Policy',
  'Expenses Policy',
  `${'Pneumonoultramicroscopic'.repeat(5)} Password Policy`,
];

describe.skipIf(executable === undefined)('the pages of staff in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let staff: Browsing;
  let home: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    server = await startOwned();
    home = `${await server.listen()}/organisations/${server.organisation}`;
    staff = await server.join('Rhys Alderton', 'staff');
    const commands = ['Rhys Alderton', 'Cai Rees', 'Ann Okafor'].map((name) => ({
      do: 'add' as const,
      kind: 'person',
      data: { name, email: `${name.toLowerCase().replace(' ', '.')}@larkmoor.example`, employment: 'staff' },
    }));
    await server.installation.records.perform(server.organisation, 'system', { do: 'together', commands });
    await server.owner.upload(
      `/organisations/${server.organisation}/documents`,
      TITLES.map((title, at) => ({
        name: 'documents',
        filename: `policies/${at} ${title.slice(-20)}.md`,
        value: `# ${title}\n\nVersion 2. Approved by Ann Okafor.\n\nWe keep personal data and passwords safe.\n`,
      })),
    );
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(path: string, as: Browsing, javaScriptEnabled: boolean, width: number): Promise<Page> {
    await context?.close();
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'perennial', value: as.token, url: home }]);
    const page = await context.newPage();
    await page.goto(`${home}${path}`);
    return page;
  }
  async function usable(path: string, as: Browsing): Promise<void> {
    for (const width of [320, 1280]) await expectUsable(await open(path, as, true, width), true);
  }
  async function chosen(): Promise<number> {
    const record = await server.installation.records.open(server.organisation);
    return record ? listOf(record.holdings, document).filter(({ data }) => data.staffRead === true).length : 0;
  }

  test('before anything is chosen, the pages can be used', async () => {
    await usable('/mine', staff);
    await usable('/people/reading', server.owner);
    await usable('/people/reading/choose', server.owner);
  });

  test('what staff read is chosen without JavaScript on a phone, and read there', async () => {
    const page = await open('/people', server.owner, false, 360);
    await page.getByRole('link', { name: 'Choose what staff should read' }).click();
    await page.getByLabel('Acceptable Use Policy').check();
    await page.getByLabel('Data Protection Policy').check();
    await page.getByRole('button', { name: 'Save what staff read' }).click();
    await page.getByText('Staff are asked to read 2 documents.').waitFor();
    expect(await chosen()).toBe(2);
    const theirs = await open('/mine', staff, false, 360);
    await theirs.getByRole('link', { name: 'Acceptable Use Policy' }).click();
    await theirs.getByRole('button', { name: 'I have read this' }).click();
    await theirs.getByText('You have 1 document to read.').waitFor();
    await usable('/people/reading', server.owner);
    await usable('/people/reading/choose', server.owner);
    await usable('/mine', staff);
  });

  test('something that went wrong is told on a phone without JavaScript, after a mistake', async () => {
    const page = await open('/mine', staff, false, 360);
    await page.getByRole('main').getByRole('link', { name: 'Tell us something went wrong' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('link', { name: 'Enter what happened' }).waitFor();
    await expectUsable(page, false);
    await page.getByLabel('What happened?').fill('I left my laptop on the train.\nIt was locked.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('We have received it.').waitFor();
    await usable('/tell', staff);
    await usable('/tell/received', staff);
  });

  test('what waits is looked through, one document refused and the rest kept', async () => {
    await usable('/documents/review', server.owner);
    await usable('/documents', server.owner);
    const page = await open('', server.owner, false, 360);
    await page.getByRole('link', { name: /\d documents? to look through/ }).click();
    const before = await page.locator('.app-reviewed').count();
    await page
      .getByRole('button', { name: /It shows none of these/ })
      .first()
      .click();
    await page.getByText('What you decided is kept.').waitFor();
    expect(await page.locator('.app-reviewed').count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Keep what is ticked, refuse the rest' }).click();
    await page.getByText('There is nothing left to look through.').waitFor();
  });
});
