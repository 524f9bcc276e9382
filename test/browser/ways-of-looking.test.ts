import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import {
  CUT_OFF,
  FOCUS_WRONG,
  LOST_IN_FORCED_COLOURS,
  MOVES,
  NAMELESS,
  SPACE_BACK,
  SPACE_OUT,
  STICKS,
  TOO_SMALL,
  WATCH_FOCUS,
} from '../support/page-checks.ts';
import { expectUsable } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';
import { FILLED_PAGES, fillWithExamples, STANDING_PAGES } from '../support/workspace-pages.ts';

const executable = findBrowser();
const SCREENS = process.env.SCREENS;
/** 1280 by 1024 pixels at 400 per cent. */
const ZOOMED = { width: 320, height: 256 };
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 800 };

describe.skipIf(executable === undefined)('ways of looking at the pages of the workspace', { timeout: 120_000 }, () => {
  let browser: Browser;
  let full: OwnedServer;
  let empty: OwnedServer;
  const homes = { full: '', empty: '' };
  const contexts: BrowserContext[] = [];
  let pages: { readonly full: Page; readonly empty: Page };

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    [full, empty] = await Promise.all([startOwned(), startOwned()]);
    homes.full = `${await full.listen()}/organisations/${full.organisation}`;
    homes.empty = `${await empty.listen()}/organisations/${empty.organisation}`;
    await full.owner.upload(`/organisations/${full.organisation}/documents`, [
      { name: 'documents', filename: 'policies/backup policy.md', value: '# Backup policy\n\nOwner: Ann Okafor\n' },
      { name: 'documents', filename: `${'longname'.repeat(20)}.md`, value: '# Notes\n' },
      {
        name: 'documents',
        filename: 'referral.md',
        value: 'NHS number: 943 476 5919\nPatient: Mary Jones, born 3 May 1961\n',
      },
    ]);
    await fillWithExamples(full.installation, full.organisation);
    pages = { full: await open('full'), empty: await open('empty') };
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await Promise.all([full?.stop(), empty?.stop()]);
  });

  async function open(where: 'full' | 'empty'): Promise<Page> {
    const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce' });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    await context.addCookies([
      { name: 'perennial', value: (where === 'full' ? full : empty).owner.token, url: homes[where] },
    ]);
    return context.newPage();
  }

  /** Keeps how the page looks, where SCREENS names a folder for it. */
  async function screen(page: Page, name: string): Promise<void> {
    if (SCREENS === undefined) return;
    await page.screenshot({ path: `${SCREENS}/${name.replaceAll(/[^\w.]+/g, '-')}.png`, fullPage: true });
  }

  /** What the checks find, by what was looked for. */
  async function found(page: Page, checks: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(checks)) {
      const wrong: readonly unknown[] = await page.evaluate(check);
      if (wrong.length > 0) all[name] = wrong.slice(0, 5);
    }
    return all;
  }

  const EVERY = [
    ...[...STANDING_PAGES, ...FILLED_PAGES].map((path) => ['full', path] as const),
    ...STANDING_PAGES.map((path) => ['empty', path] as const),
  ];

  test.each(EVERY)(
    '%s: %s has no fault, and can be zoomed, spaced, walked by keyboard and told apart',
    async (where, path) => {
      const page = pages[where];
      await page.setViewportSize(ZOOMED);
      const answer = await page.goto(`${homes[where]}${path}`);
      expect(answer?.status()).toBe(200);
      const zoomed = { zoomed: CUT_OFF, sticks: STICKS, small: TOO_SMALL, nameless: NAMELESS, moves: MOVES };
      const wrong: Record<string, unknown> = await found(page, zoomed);
      // Read in from outside: the page's own security policy lets no style in.
      await page.evaluate(SPACE_OUT);
      Object.assign(wrong, await found(page, { spaced: CUT_OFF }));
      await page.evaluate(SPACE_BACK);
      await page.setViewportSize(PHONE);
      await expectUsable(page, true);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ forcedColors: 'active', colorScheme });
        Object.assign(wrong, await found(page, { [`forced ${colorScheme}`]: LOST_IN_FORCED_COLOURS }));
        await screen(page, `${colorScheme}-${where}${path}`);
      }
      await page.setViewportSize(DESK);
      // The focus is seen in colours of the reader's own, too: on the pages with nothing on them.
      if (where === 'full') await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
      const stops: number = await page.evaluate(WATCH_FOCUS);
      for (let i = 0; i < stops; i += 1) await page.keyboard.press('Tab');
      Object.assign(wrong, await found(page, { focus: FOCUS_WRONG, 'on a desk': CUT_OFF }));
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
      await screen(page, `desk-${where}${path}`);
      expect(wrong).toEqual({});
    },
  );

  const FORMS: readonly (readonly [path: string, button: string])[] = [
    ['/items/7.3.1', 'Save your answer'],
    ['/items/7.3.1', 'Add the comment'],
    ['/items/7.3.1', 'Upload and accept it'],
    ['/documents', 'Add the documents'],
    ['/first-hour/people', 'Add these people'],
    ['/people/join', 'Add them'],
    ['/people/training', 'Record the training'],
    ['/mine', 'Record the course'],
    ['/suppliers/supplier/toolkit', 'I have checked it today'],
    ['/activities/restore-test', 'Record it'],
    ['/registers/activities/add', 'Add'],
    ['/registers/risks/import', 'Continue'],
    ['/plan/actions/action', 'Mark as done'],
    ['/members', 'Make an invitation link'],
    ['/tokens', 'Make a token'],
  ];

  test.each(FORMS)('what is wrong at %s after “%s” has the focus and no fault of accessibility', async (path, name) => {
    const page = pages.full;
    await page.setViewportSize(PHONE);
    await page.goto(`${homes.full}${path}`);
    const button = page.getByRole('button', { name, exact: true }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    await expectUsable(page, true);
    expect(await found(page, { cut: CUT_OFF, small: TOO_SMALL, nameless: NAMELESS })).toEqual({});
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const led: string = await page.evaluate('location.hash.slice(1)');
    expect(led).not.toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe(led);
  });

  test('an item is answered, and an entry added after a mistake is mended, by keyboard alone', async () => {
    const page = pages.full;
    await page.setViewportSize(DESK);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Tabs on until whatever has this name has the focus. */
    const tabTo = async (name: string) => {
      for (let i = 0; i < 150; i += 1) {
        await press('Tab');
        const here: string = await page.evaluate(
          "[document.activeElement.labels?.[0]?.textContent, document.activeElement.getAttribute('aria-label'), document.activeElement.textContent].find((one) => one)?.trim() ?? ''",
        );
        if (here === name) return;
      }
      throw new Error(`The keyboard never came to ${name}`);
    };
    await page.goto(`${homes.full}/items/7.3.2`);
    await press('Tab', 'Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('maincontent');
    await tabTo('Say who looks after it');
    await press('Enter');
    await page.getByLabel('Who looks after it').waitFor();
    await press('Space');
    await page.getByLabel('Who looks after it').waitFor({ state: 'hidden' });
    await tabTo('Yes, we do this');
    await press('Space');
    await tabTo('In your words (optional)');
    await page.keyboard.type('We restore a backup every quarter.');
    await tabTo('Save your answer');
    await press('Enter');
    await page.getByText('Saved your answer.').waitFor();

    await page.goto(`${homes.full}/registers/people/add`);
    await tabTo('Employee');
    await press('Space', 'Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    // The browser moves the focus there a moment after the page is shown.
    await page.locator('#error-summary:focus').waitFor();
    await press('Tab');
    await press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('name');
    await page.keyboard.type('Cai Rees');
    await press('Enter');
    await page.getByText('Added to the record.').waitFor();
    await page.getByRole('link', { name: 'Cai Rees' }).waitFor();
  });
});
