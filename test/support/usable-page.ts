import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fits the window and, where scripts run, which the checker itself needs, breaks no rule of WCAG 2.2 AA it can test. */
export async function expectUsable(page: Page, javaScriptEnabled: boolean): Promise<void> {
  await page.waitForLoadState('load');
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  if (!javaScriptEnabled) return;
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
