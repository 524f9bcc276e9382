import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';
import { FILLED_PAGES, fillWithExamples, STANDING_PAGES } from '../support/workspace-pages.ts';

const executable = findBrowser();
/** What A4 leaves between margins, in the pixels of CSS. */
const SHEET = { width: 680, height: 960 };
const PRESSED = 'button, input:not([type=hidden]), select, textarea, nav, [role=navigation], .nhsuk-button';

describe.skipIf(executable === undefined)('the pages of the workspace on paper', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let home: string;
  let page: Page;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(executable ?? ''), startOwned()]);
    home = `${await server.listen()}/organisations/${server.organisation}`;
    await server.owner.post(`/organisations/${server.organisation}/settings`, SETTINGS);
    await fillWithExamples(server.installation, server.organisation);
    const context = await browser.newContext({ viewport: SHEET });
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: home }]);
    page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each([...STANDING_PAGES, ...FILLED_PAGES])(
    '%s says whose it is, of which day and by which edition, with nothing to press',
    async (path) => {
      await page.goto(`${home}${path}`);
      const words = await page.locator('body').innerText();
      expect(words.trim().split('\n')[0]).toBe(
        'Larkmoor Health Software Ltd. Printed 20 November 2026. NHS DSPT v8, category 3.',
      );
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.locator(PRESSED).locator('visible=true').count()).toBe(0);
      expect(words).not.toMatch(/https?:|Link: |Download this table|What these words mean|Skip to main/);
      expect(await page.evaluate(WRONG_ON_PAPER)).toEqual([]);
    },
  );

  test('a table that goes on says its columns again on the next sheet, and what is folded away is unfolded', async () => {
    await page.goto(`${home}/incidents`);
    const looks: unknown = await page.evaluate(LOOKS);
    expect(looks).toEqual({ heads: ['table-header-group'], rows: ['avoid'], folded: [] });
  });
});

const SETTINGS = { name: 'Larkmoor Health Software Ltd', edition: 'v8', category: '3' };

/** Wider than the sheet; a heading above nothing. */
const WRONG_ON_PAPER = `(() => {
  const shown = (el) => el.checkVisibility() && el.getClientRects().length > 0;
  const wide = document.documentElement.scrollWidth > window.innerWidth ? ['wider than the sheet'] : [];
  const headings = [...document.querySelectorAll('main :is(h2, h3, h4)')].filter(shown);
  const level = (el) => Number(el.tagName.slice(1));
  const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const filled = new Set();
  let last;
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if (headings.includes(node)) {
      if (last && level(node) > level(last)) filled.add(last);
      last = node;
    } else if (last && !last.contains(node) && (node instanceof SVGElement ? node.tagName === 'svg' : node.nodeType === 3 && node.data.trim() !== '')) {
      const el = node.nodeType === 3 ? node.parentElement : node;
      if (shown(el) && !el.closest('[class*=visually-hidden]')) filled.add(last);
    }
  }
  return [...wide, ...headings.filter((el) => !filled.has(el)).map((el) => 'above nothing: ' + el.textContent)];
})()`;

const LOOKS = `(() => {
  const shown = (el) => el.checkVisibility() && el.getClientRects().length > 0;
  const of = (selector, property) => [...new Set([...document.querySelectorAll(selector)].filter(shown).map((el) => getComputedStyle(el)[property]))];
  return {
    heads: of('main thead', 'display'),
    rows: of('main tr', 'breakInside'),
    folded: [...document.querySelectorAll('main details')].filter((el) => shown(el) && ![...el.children].slice(1).every(shown)).map((el) => el.textContent.slice(0, 60)),
  };
})()`;
