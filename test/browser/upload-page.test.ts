import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { expectUsable } from '../support/usable-page.ts';
import { startWeb, type TestServer } from '../support/web-server.ts';

const executable = findBrowser();

const POLICY = `# Backup policy

Owner: Nadia Okonjo
Approved by: Board, 2 March 2026
Next review: 1 March 2027

Backups of the patient database run every night. Restores are tested every quarter.
`;

describe.skipIf(executable === undefined)('the upload page in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: TestServer;
  let address: string;
  let folder: string;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    server = await startWeb();
    address = await server.listen();
    folder = await mkdtemp(join(tmpdir(), 'perennial-upload-'));
    await mkdir(join(folder, 'documents', 'policies'), { recursive: true });
    await writeFile(join(folder, 'documents', 'policies', 'backup-policy.md'), POLICY);
    await writeFile(join(folder, 'documents', 'staff-list.csv'), 'Name,Role\nRhys Alderton,IT lead\n');
  });

  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(options: { readonly javaScriptEnabled: boolean; readonly width?: number }): Promise<Page> {
    const { javaScriptEnabled, width = 1280 } = options;
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${address}/check`);
    return page;
  }

  const policyFile = () => join(folder, 'documents', 'policies', 'backup-policy.md');
  // The form's own heading holds the same words; the outcome stands in the report alone.
  const report = (page: Page) => page.getByRole('region', { name: 'Outcome' }).waitFor();
  const submit = (page: Page) => page.getByRole('button', { name: 'Check my documents' }).click();

  describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    'with JavaScript: $javaScriptEnabled',
    (mode) => {
      test('files become a report', async () => {
        const page = await open(mode);
        await page.getByLabel('Files, or one ZIP').setInputFiles(policyFile());
        await submit(page);
        await report(page);
        expect(await page.getByText('backup-policy.md').count()).toBeGreaterThan(0);
      });

      test('a folder keeps the paths inside it', async () => {
        const page = await open(mode);
        await page.getByLabel('Or a whole folder').setInputFiles(join(folder, 'documents'));
        await submit(page);
        await report(page);
        expect(await page.getByText('policies/backup-policy.md', { exact: true }).count()).toBeGreaterThan(0);
      });

      test('sending nothing shows what is missing and keeps what was typed', async () => {
        const page = await open(mode);
        await page.getByLabel('Name of your organisation').fill('Larkfield Health Software Ltd');
        await page.getByLabel('Month').fill('13');
        await submit(page);
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
        await page.getByRole('link', { name: 'Date must be a real date, such as 20 11 2026' }).waitFor();
        expect(await page.getByLabel('Name of your organisation').inputValue()).toBe('Larkfield Health Software Ltd');
        expect(await page.getByLabel('Month').inputValue()).toBe('13');
      });

      test.each([375, 1280])('every state is accessible and fits at %i pixels', async (width) => {
        const page = await open({ ...mode, width });
        await expectUsable(page, mode.javaScriptEnabled);
        await submit(page);
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
        await expectUsable(page, mode.javaScriptEnabled);
        await page.getByLabel('Or a whole folder').setInputFiles(join(folder, 'documents'));
        await submit(page);
        await report(page);
        await expectUsable(page, mode.javaScriptEnabled);
      });
    },
  );

  test('without a script the report can be downloaded by the second button', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.getByLabel('Files, or one ZIP').setInputFiles(policyFile());
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Check and download the report' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('perennial-report-2026-11-20.html');
  });

  test('with a script the report on the page can be downloaded whole', async () => {
    const page = await open({ javaScriptEnabled: true });
    await page.getByLabel('Files, or one ZIP').setInputFiles(policyFile());
    await submit(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download this report' }).click();
    const path = await (await downloading).path();
    const html = await readFile(path, 'utf8');
    expect(html.startsWith('<!DOCTYPE html>') && html.includes('backup-policy.md') && html.endsWith('</html>\n')).toBe(
      true,
    );
  });

  test('with a script a dropped file is chosen', async () => {
    const page = await open({ javaScriptEnabled: true });
    // As text, because these tests are checked without the types of a browser.
    const data = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File(['# Policy'], 'dropped-policy.md')); return data; })()`,
    );
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: data });
    await page.getByText('Chosen: dropped-policy.md').waitFor();
  });

  test('links inside the report stay in the report', async () => {
    const page = await open({ javaScriptEnabled: true });
    await page.locator('#files').setInputFiles(policyFile());
    await submit(page);
    await report(page);
    await page.getByRole('link', { name: 'What to fix first' }).click();
    await page.locator('a[href^="#item-"]').first().click();
    await page.goBack();
    await report(page);
    expect(new URL(page.url()).hash).not.toBe('');
  });

  test('going back from the report leads to the form', async () => {
    const page = await open({ javaScriptEnabled: true });
    await page.getByLabel('Files, or one ZIP').setInputFiles(policyFile());
    await submit(page);
    await page.getByRole('link', { name: 'Download this report' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'See where you stand on the DSPT' }).waitFor();
  });

  test('a script says when the server is gone', async () => {
    const page = await open({ javaScriptEnabled: true });
    await page.route('**/check', (route) => route.abort());
    await page.getByLabel('Files, or one ZIP').setInputFiles(policyFile());
    await submit(page);
    await page.getByText('The connection broke.').waitFor();
  });

  test('nothing the page does is stopped by its own security policy', async () => {
    const page = await open({ javaScriptEnabled: true });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.getByLabel('Files, or one ZIP').setInputFiles(policyFile());
    await submit(page);
    await page.getByRole('link', { name: 'Download this report' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
