import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { fillScope } from '../support/scope-example.ts';
import { faultsOf } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

describe.skipIf(executable === undefined)('scope and suppliers in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  const servers = new Map<string, { readonly server: OwnedServer; readonly home: string }>();
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    for (const [name, flows] of [
      ['empty', 0],
      ['full', 60],
    ] as const) {
      const server = await startOwned();
      await fillScope(server.installation, server.organisation, flows);
      servers.set(name, { server, home: `${await server.listen()}/organisations/${server.organisation}` });
    }
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    for (const { server } of servers.values()) await server.stop();
  });

  async function open(record: string, path: string, width = 1280, javaScriptEnabled = true): Promise<Page> {
    const at = servers.get(record);
    if (!at) throw new Error(`no record ${record}`);
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'perennial', value: at.server.owner.token, url: at.home }]);
    const page = await context.newPage();
    await page.goto(`${at.home}${path}`);
    return page;
  }

  const PAGES = [
    ['empty', '/scope'],
    ['full', '/scope'],
    ['empty', '/suppliers'],
    ['full', '/suppliers'],
    ['full', '/suppliers?show=terms&done=looked-up'],
    ['full', '/suppliers/s0/toolkit'],
    ['full', '/suppliers/s3/toolkit'],
  ] as const;

  test.each(PAGES)('a record that is %s at %s has no fault of accessibility and fits a phone', async (record, path) => {
    const page = await open(record, path);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  test('what was seen in the Toolkit is kept without JavaScript, after what was missing is mended', async () => {
    const page = await open('full', '/suppliers', 1280, false);
    await page.getByRole('link', { name: /Record what the Toolkit shows.*Corvane Cloud/ }).click();
    await page.getByRole('button', { name: 'I have checked it today' }).click();
    await page.getByRole('link', { name: 'Enter their ODS code' }).click();
    await page.getByLabel('ODS code').fill('8JX41');
    await page.getByLabel('Published: Standards Met').check();
    await page.getByRole('button', { name: 'I have checked it today' }).click();
    await page.getByText('In the Toolkit on 20 November 2026').waitFor();
  });

  test('mistakes in what was seen have no fault of accessibility', async () => {
    const page = await open('full', '/suppliers/s3/toolkit');
    await page.getByRole('button', { name: 'I have checked it today' }).click();
    await page.getByText('There is a problem').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('on paper there are the map and its table with their headings, and nothing to click', async () => {
    // What A4 leaves between margins, in the pixels of CSS.
    const page = await open('full', '/scope', 718);
    await page.emulateMedia({ media: 'print' });
    const shown = (selector: string) => page.locator(selector).first().isVisible();
    expect([
      await shown('.app-flow-map svg'),
      await page.getByRole('columnheader', { name: 'Missing' }).isVisible(),
      await shown('.app-header'),
      await shown('.app-ways'),
      await page.getByRole('heading', { name: 'What is missing' }).isVisible(),
      await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'),
    ]).toEqual([true, true, false, false, false, true]);
  });
});
