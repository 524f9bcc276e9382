import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @ts-expect-error: a build script in plain JavaScript, which has no types.
import { buildAssets } from '../../scripts/assets.mjs';
import type { GapCheck } from '../../src/readiness/gap-check.ts';
import { standaloneReport } from '../../src/web/report/standalone-report.tsx';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { GAP_CHECKS, halfWay } from '../support/gap-check-examples.ts';
import { faultsOf } from '../support/usable-page.ts';

const executable = findBrowser();

describe.skipIf(executable === undefined)('the report file in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let folder: string;
  let css: string;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    folder = await mkdtemp(join(tmpdir(), 'perennial-report-'));
    await buildAssets(fileURLToPath(new URL('../..', import.meta.url)), folder);
    css = await readFile(join(folder, 'assets', 'report.css'), 'utf8');
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(
    check: GapCheck,
    width: number,
  ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const file = join(folder, 'report.html');
    await writeFile(file, standaloneReport(check, { css, version: '0.0.0' }));
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`a request to ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return { page, complaints };
  }

  describe.each(Object.entries(GAP_CHECKS))('%s', (_name, example) => {
    test.each([375, 1280])('fits and asks nothing of the network at %i pixels', async (width) => {
      const { page, complaints } = await open(example(), width);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  test.each([
    { name: 'halfWay', width: 375 },
    { name: 'halfWay', width: 1280 },
    { name: 'nothingFound', width: 1280 },
  ] as const)('$name is accessible at $width pixels, folded', async ({ name, width }) => {
    const { page } = await open(GAP_CHECKS[name](), width);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('selecting a tile unfolds its item', async () => {
    const { page } = await open(halfWay(), 1280);
    await page.locator('a.app-tile', { hasText: '7.3.4' }).click();
    expect(await page.locator('#item-7-3-4').isVisible()).toBe(true);
    await page.context().close();
  });

  test('an unfolded report is accessible too', async () => {
    const { page } = await open(halfWay(), 1280);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('on paper the folded items are unfolded', async () => {
    const { page } = await open(halfWay(), 1280);
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('#item-7-3-4').boundingBox();
    expect(box?.height).toBeGreaterThan(50);
    await page.context().close();
  });
});
