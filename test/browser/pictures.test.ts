import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();
const ROOT = resolve(import.meta.dirname, '..', '..');

/** The pages that the README shows: the example organisation as somebody sees it who has just loaded it. */
const PICTURES = [
  { name: 'today', path: '', width: 1280, height: 1150 },
  { name: 'plan', path: '/plan', width: 1280, height: 1000 },
  { name: 'item', path: '/items/7.3.4', width: 1280, height: 1000 },
  { name: 'scope', path: '/scope', width: 1280, height: 1100 },
] as const;

// With PICTURES=1 they go into docs/images; otherwise it is only seen that they can be taken.
const into = process.env.PICTURES === '1' ? join(ROOT, 'docs/images') : undefined;

describe.skipIf(executable === undefined)('pictures of the main pages', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let site: string;
  let example: string;
  const folder = into ?? mkdtempSync(join(tmpdir(), 'perennial-pictures-'));

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(executable ?? ''), startOwned()]);
    site = await server.listen();
    const loaded = await server.installation.examples.load(server.owner.visitor.account);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    example = `/organisations/${loaded.organisation}`;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (!into) rmSync(folder, { recursive: true });
  });

  test.each(PICTURES)('$name', async ({ name, path, width, height }) => {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1 });
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: site }]);
    const page = await context.newPage();
    const answer = await page.goto(`${site}${example}${path}`);
    expect(answer?.status()).toBe(200);
    await page.getByText('Nothing in it is real').waitFor();
    // As somebody sees it who has put away what is said once.
    const known = page.getByRole('button', { name: 'I know' });
    if ((await known.count()) > 0) await known.click();
    const file = join(folder, `${name}.png`);
    writeFileSync(file, await page.screenshot());
    await context.close();
    // A blank page of this size takes a few kilobytes.
    expect(statSync(file).size).toBeGreaterThan(20_000);
  });
});
