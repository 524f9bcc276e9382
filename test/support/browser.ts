import { type Browser, chromium } from 'playwright-core';
// @ts-expect-error: a build script in plain JavaScript, which has no types.
import { findBrowser as findChromium } from '../../scripts/browser.mjs';

/** Path of a Chromium to test with; undefined when this computer has none. */
export function findBrowser(): string | undefined {
  const found: string | undefined = findChromium();
  if (found === undefined)
    process.stderr.write('No Chromium here: the browser tests are left out. Set CHROMIUM_PATH.\n');
  return found;
}

/** Starts a browser that talks to nobody but the page under test. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
