import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { addMade, INCIDENTS_AND_RISKS } from '../support/incidents-and-risks.ts';
import { expectUsable } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

describe.skipIf(executable === undefined)('incidents and risks in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  const servers = new Map<string, { readonly server: OwnedServer; readonly home: string }>();
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    for (const name of ['empty', 'full']) {
      const server = await startOwned();
      if (name === 'full') await addMade(server.installation, server.organisation, INCIDENTS_AND_RISKS);
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

  const looked = async () => {};
  const pressed = (name: string) => async (page: Page) => {
    await page.getByRole('button', { name }).click();
    await page.getByText('There is a problem').waitFor();
  };
  const cleared = (button: string) => async (page: Page) => {
    await page.getByLabel('Year', { exact: true }).fill('');
    await pressed(button)(page);
  };

  const PAGES: readonly (readonly [record: string, path: string, act: (page: Page) => Promise<void>])[] = [
    ['empty', '/incidents', looked],
    ['full', '/incidents', looked],
    ['full', '/incidents?find=nothing-like-it', looked],
    ['empty', '/incidents/report', looked],
    ['empty', '/incidents/report', pressed('Report it')],
    ['empty', '/incidents/report', cleared('Report it')],
    ['full', '/incidents/running?done=step-kept&entry=running&seen=3', looked],
    ['full', '/incidents/over', looked],
    ['full', '/incidents/told', looked],
    ['empty', '/risks', looked],
    ['full', '/risks', looked],
    ['full', '/risks?likelihood=4&impact=5&done=reviewed&entry=ransom&seen=8', looked],
    ['full', '/risks/board', looked],
    ['empty', '/risks/board', looked],
    ['full', '/risks/server/review', looked],
    ['full', '/risks/server/review', pressed('Reviewed today')],
  ];

  for (const javaScript of [true, false]) {
    test.each(PAGES)(
      `a record that is %s at %s is usable on a phone and a desk, ${javaScript ? 'with' : 'without'} JavaScript`,
      async (record, path, act) => {
        const page = await open(record, path, 360, javaScript);
        await act(page);
        await expectUsable(page, javaScript);
        await page.setViewportSize({ width: 1280, height: 900 });
        await expectUsable(page, javaScript);
      },
    );
  }

  test('somebody reports an incident on a phone, tells management, and takes that back, without JavaScript', async () => {
    const page = await open('full', '/incidents', 360, false);
    await page.getByRole('button', { name: 'Report an incident or near miss' }).click();
    await page.getByLabel('What happened').fill('A screen was left unlocked');
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('Not decided yet').check();
    await page.getByRole('button', { name: 'Report it' }).click();
    await page.getByText('It is in the register.').waitFor();
    await page.getByText('72 hours left').waitFor();
    await page.getByRole('button', { name: 'Management told today' }).click();
    await page.getByText('Recorded.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Management told today' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    expect(await page.getByRole('button', { name: 'Management told today' }).count()).toBe(1);
  });

  test('somebody goes from a cell of the matrix to a risk and reviews it, without JavaScript', async () => {
    const page = await open('full', '/risks', 1280, false);
    await page.getByRole('link', { name: /of likelihood 4 and impact 5/ }).click();
    await page.getByRole('link', { name: /Review it.*Ransomware/ }).click();
    await page.getByRole('button', { name: 'Reviewed today' }).click();
    await page.getByText('The review is recorded.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
  });

  test('the page for the board prints without what is there to press', async () => {
    const page = await open('full', '/risks/board', 718);
    await page.emulateMedia({ media: 'print' });
    const shown = (selector: string) => page.locator(selector).first().isVisible();
    expect([
      await shown('.app-header'),
      await shown('.nhsuk-back-link'),
      await shown('.app-board__hint'),
      await shown('.app-matrix'),
      await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'),
    ]).toEqual([false, false, false, true, true]);
  });
});
