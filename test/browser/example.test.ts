import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { expectUsable, openMenu } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

describe.skipIf(executable === undefined)('the example organisation in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let site: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(executable ?? ''), startOwned()]);
    site = await server.listen();
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(path: string, width: number, javaScriptEnabled: boolean): Promise<Page> {
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: site }]);
    const page = await context.newPage();
    await page.goto(`${site}${path}`);
    return page;
  }

  test.each([
    [360, false],
    [360, true],
    [1280, true],
  ])(
    'is loaded from the first hour and removed again, %i pixels wide, with scripts: %s',
    async (width, javaScriptEnabled) => {
      const page = await open(`/organisations/${server.organisation}/first-hour`, width, javaScriptEnabled);
      await expectUsable(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'Load the example' }).click();
      // The page that tells how far it is goes on by itself.
      await page.getByRole('heading', { name: 'About this example' }).waitFor({ timeout: 60_000 });
      await page.getByText('This is an example organisation. Nothing in it is real.').waitFor();
      await expectUsable(page, javaScriptEnabled);
      for (const name of ['Today', 'People', 'Documents']) {
        await openMenu(page);
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
        await expectUsable(page, javaScriptEnabled);
      }
      await page.getByRole('link', { name: 'What to look at, and how to remove it' }).click();
      await page.getByRole('button', { name: 'Remove the example' }).click();
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      await expectUsable(page, javaScriptEnabled);
      await page.getByLabel('Yes, remove the example with everything in it').check();
      await page.getByRole('button', { name: 'Remove the example' }).click();
      await page.getByText('The example is removed').waitFor();
      await expectUsable(page, javaScriptEnabled);
    },
  );

  test('stands in the list of organisations, marked', async () => {
    const page = await open('/organisations', 1280, true);
    await page.getByRole('button', { name: 'Load the example' }).click();
    await page.getByRole('heading', { name: 'About this example' }).waitFor({ timeout: 60_000 });
    await expectUsable(page, true);
    await page.getByRole('link', { name: 'Other organisations' }).click();
    await page.getByText('Not real').waitFor();
    await expectUsable(page, true);
  });
});
