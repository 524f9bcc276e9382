import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { CUT_OFF, NAMELESS, TOO_SMALL } from '../support/page-checks.ts';
import { expectUsable } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();
const PAGES = [
  '',
  '/plan',
  '/items',
  '/documents',
  '/scope',
  '/suppliers',
  '/people',
  '/activities',
  '/incidents',
  '/risks',
  '/registers',
  '/journal',
  '/settings',
];

describe.skipIf(executable === undefined)('the header of the pages of the workspace', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let home: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(executable ?? ''), startOwned()]);
    home = `${await server.listen()}/organisations/${server.organisation}`;
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(viewport: { width: number; height: number }, javaScriptEnabled = false): Promise<Page> {
    context = await browser.newContext({ javaScriptEnabled, viewport });
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: home }]);
    const page = await context.newPage();
    await page.goto(home);
    return page;
  }

  const heightOf = async (page: Page) => (await page.locator('.app-header').boundingBox())?.height ?? Number.NaN;

  test('takes at most a sixth of a phone, and names the organisation', async () => {
    const page = await open({ width: 360, height: 800 });
    expect(await heightOf(page)).toBeLessThanOrEqual(800 / 6);
    expect(await page.locator('.app-header').getByText('Larkmoor Health Software Ltd').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Plan', exact: true }).isVisible()).toBe(false);
  });

  test('takes no more than that of a desk at 400 per cent than its name and the menu need', async () => {
    const page = await open({ width: 320, height: 256 });
    expect(await heightOf(page)).toBeLessThanOrEqual(256 / 3);
  });

  test('has a menu on a phone that unfolds without a script and leads to the pages, the search and the account', async () => {
    const page = await open({ width: 360, height: 800 });
    const menu = page.getByRole('navigation', { name: 'Main' });
    await menu.getByText('Menu', { exact: true }).click();
    for (const name of ['Search', 'Today', 'Registers', 'Settings', 'Ann Okafor'])
      expect(await menu.getByRole('link', { name, exact: true }).isVisible()).toBe(true);
    expect(await menu.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
    await menu.getByRole('link', { name: 'Plan', exact: true }).click();
    await page.getByRole('heading', { name: 'Plan to Standards Met' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Plan', exact: true }).isVisible()).toBe(false);
  });

  test('has no fault with the menu unfolded', async () => {
    const page = await open({ width: 320, height: 800 }, true);
    await page.getByRole('navigation', { name: 'Main' }).getByText('Menu', { exact: true }).click();
    await expectUsable(page, true);
    for (const check of [CUT_OFF, TOO_SMALL, NAMELESS]) expect(await page.evaluate(check)).toEqual([]);
  });

  test('is as high on every page of a desk, with the menu unfolded', async () => {
    const page = await open({ width: 1280, height: 900 });
    const menu = page.getByRole('navigation', { name: 'Main' });
    const heights = new Map<string, number>();
    for (const path of PAGES) {
      await page.goto(`${home}${path}`);
      heights.set(path, await heightOf(page));
      expect(await menu.getByRole('link', { name: 'Registers' }).isVisible()).toBe(true);
    }
    expect([...new Set(heights.values())]).toHaveLength(1);
    expect(await menu.getByText('Menu', { exact: true }).isVisible()).toBe(false);
  });
});
