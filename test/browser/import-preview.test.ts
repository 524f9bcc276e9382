import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { faultsOf } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

const STAFF = `Staff no,Surname,Forename,Employment,Email,Started
17,Lee,Ann,Employee,ann@larkmoor.example,1 May 2024
18,Ray,Ben,Temporary,ben@larkmoor.example,2 May 2024
19,Moss,Cara,,cara@larkmoor.example,3 May 2024
20,Hart,Dev,Director,dev@larkmoor,4 May 2024
`;

describe.skipIf(executable === undefined)('an import in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let people: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    server = await startOwned();
    people = `${await server.listen()}/organisations/${server.organisation}/registers/people`;
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function isSound(page: Page, name: string): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect([name, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([
        name,
        true,
      ]);
    }
  }

  test.each([false, true])(
    'keeps every choice of the preview and is taken back, JavaScript: %s',
    async (javaScriptEnabled) => {
      context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
      await context.addCookies([{ name: 'perennial', value: server.owner.token, url: people }]);
      const page = await context.newPage();
      const look = async (name: string) => {
        if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
        await isSound(page, name);
      };
      await page.goto(`${people}/import`);
      await page.getByLabel('Or paste the cells here').fill(STAFF);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('are taken together for the name, such as “Ann Lee”').waitFor();
      await look('columns');
      await page.getByLabel('Staff no means').selectOption('Leave out');
      await page.getByRole('button', { name: 'See what the import would do' }).click();
      await page.getByText('3 rows left out').waitFor();
      await look('preview');

      await page.getByLabel('Has access to personal data: where').selectOption('No');
      await page.getByLabel('Employment: for all rows, use').selectOption('Employee');
      await page.getByLabel('what does “Temporary” mean?').selectOption('Contractor');
      await page.getByRole('checkbox', { name: /^Without “Email address”/ }).check();
      await page.getByRole('button', { name: 'Import 1 entry' }).click();
      await page.getByText('You chose something after we read the rows').first().waitFor();
      await page.getByText('4 new entries').waitFor();
      await page.getByText('We add “Has access to personal data: No” to 3 new entries').waitFor();
      await look('chosen');

      await page.getByRole('button', { name: 'Import 4 entries' }).click();
      await page.getByText('The rows are in the register.').waitFor();
      await page.getByRole('link', { name: 'Dev Hart' }).waitFor();
      await look('imported');
      await page.getByRole('button', { name: 'Take the import back' }).click();
      await page.getByText('The import is taken back.').waitFor();
      expect(await page.getByRole('link', { name: 'Dev Hart' }).count()).toBe(0);
    },
  );
});
