import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { expectUsable } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

describe.skipIf(executable === undefined)('the glossary in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let site: string;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    server = await startOwned();
    site = await server.listen();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each([360, 1280])('can be used at a width of %i', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(`${site}/glossary`);
      await expectUsable(page, true);
    } finally {
      await context.close();
    }
  });

  test('explains a term of a page without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
    try {
      await context.addCookies([{ name: 'perennial', value: server.owner.token, url: site }]);
      const page = await context.newPage();
      await page.goto(`${site}/organisations/${server.organisation}/people`);
      await page.getByRole('link', { name: 'Caldicott Guardian (what this means)' }).click();
      await page.locator('#caldicott-guardian:target').waitFor();
      expect(await page.locator('#caldicott-guardian').innerText()).toContain('confidential');
    } finally {
      await context.close();
    }
  });
});
