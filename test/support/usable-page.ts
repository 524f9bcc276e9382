import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } as const;
/** Only what breaks a rule is written out: what passes is most of the work, and nobody asks for it. */
const FAULTS = `axe.run(document, ${JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] })}).then(
  ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))`;

/** The rules of WCAG 2.2 AA, of those a program can test, that a page breaks; each with the first element that does. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // Run in the page itself: the checker's own way through Playwright opens a second page each time. None has frames.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source);
  return page.evaluate(FAULTS);
}

/** Fits the window and, where scripts run, which the checker itself needs, breaks no rule of WCAG 2.2 AA it can test. */
export async function expectUsable(page: Page, javaScriptEnabled: boolean): Promise<void> {
  await page.waitForLoadState('load');
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
}

/** On a narrow screen the links of the navigation are behind a word. */
export async function openMenu(page: Page): Promise<void> {
  // Before its styles have come a page shows the word at every width.
  await page.waitForLoadState('load');
  const menu = page.getByRole('navigation', { name: 'Main' }).getByText('Menu', { exact: true });
  if (await menu.isVisible()) await menu.click();
}
