import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { faultsOf } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

const policy = (title: string) =>
  `# ${title}\n\nOwner: Ann Okafor\nApproved by: Board, 2 March 2026\n\n## Purpose\n\nThis policy says what we do.\n`;

describe.skipIf(executable === undefined)('the pages of people in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let full: OwnedServer;
  let empty: OwnedServer;
  let staff: string;
  let sites: { readonly full: string; readonly empty: string };
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    [full, empty] = await Promise.all([startOwned(), startOwned()]);
    const homeOf = async (one: OwnedServer) => `${await one.listen()}/organisations/${one.organisation}`;
    sites = { full: await homeOf(full), empty: await homeOf(empty) };
    staff = (await full.join('Ben Hart', 'staff')).token;
    await full.owner.upload(
      `/organisations/${full.organisation}/documents`,
      ['Backup policy', 'Information security policy'].map((title) => ({
        name: 'documents',
        filename: `policies/${title}.md`,
        value: policy(title),
      })),
    );
    await fill(full);
    const record = await full.installation.records.open(full.organisation);
    for (const id of record?.holdings.of.get('document')?.keys() ?? [])
      await full.owner.post(`/organisations/${full.organisation}/documents/${id}/staff-read`, { read: 'yes' });
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await Promise.all([full?.stop(), empty?.stop()]);
  });

  async function open(
    where: 'full' | 'empty',
    path: string,
    { width = 1280, as }: { readonly width?: number; readonly as?: string } = {},
  ): Promise<Page> {
    context = await browser.newContext({ javaScriptEnabled: as === undefined, viewport: { width, height: 900 } });
    const token = as ?? (where === 'full' ? full : empty).owner.token;
    await context.addCookies([{ name: 'perennial', value: token, url: sites[where] }]);
    const page = await context.newPage();
    await page.goto(`${sites[where]}${path}`);
    return page;
  }

  /** Presses a button; what comes back is the page with what is wrong. */
  const pressed = (name: string) => async (page: Page) => {
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  };
  const cleared = (button: string, label: string) => async (page: Page) => {
    await page.getByLabel(label, { exact: true }).first().fill('');
    await pressed(button)(page);
  };

  type Case = readonly [name: string, where: 'full' | 'empty', path: string, act: (page: Page) => Promise<void>];
  const looked = async () => {};
  const PAGES: readonly Case[] = [
    ['people', 'full', '/people?done=trained', looked],
    ['everyone ever', 'full', '/people?show=all&sort=training', looked],
    ['people, while there are none', 'empty', '/people', looked],
    ['people, with a day that is none', 'full', '/people', cleared('Access removed', 'Month')],
    ['what rests on one', 'full', '/people/rests-on', looked],
    ['what rests on one, while there are none', 'empty', '/people/rests-on', looked],
    ['a person', 'full', '/people/cara?done=joined', looked],
    ['a joiner', 'full', '/people/join', looked],
    ['a joiner with mistakes', 'full', '/people/join', pressed('Add them')],
    ['a mover', 'full', '/people/cara/move', looked],
    [
      'a mover with mistakes',
      'full',
      '/people/cara/move',
      async (page) => {
        await page.getByLabel('Information governance lead, since').check();
        await pressed('Save the new job')(page);
      },
    ],
    ['training', 'full', '/people/training', looked],
    ['training, while there is nobody', 'empty', '/people/training', looked],
    ['training with mistakes', 'full', '/people/training', pressed('Record the training')],
    ['what is asked of oneself', 'full', '/mine', looked],
    ['what is asked of nobody', 'empty', '/mine', looked],
    ['what is asked of oneself, with mistakes', 'full', '/mine', pressed('Record the course')],
    ['a policy to read', 'full', '/mine', (page) => page.getByRole('link', { name: 'Backup policy' }).click()],
  ];

  test.each(PAGES)('%s has no fault of accessibility and fits a phone', async (_, where, path, act) => {
    const page = await open(where, path);
    await act(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  test('somebody on the staff reads two policies and records a course on a phone, without JavaScript', async () => {
    const page = await open('full', '/mine', { width: 320, as: staff });
    for (const title of ['Backup policy', 'Information security policy']) {
      await page.getByRole('link', { name: title, exact: true }).click();
      await page.getByText('This policy says what we do.').waitFor();
      await page.getByRole('button', { name: 'I have read this' }).click();
      await page.getByText('Saved that you have read this document.').waitFor();
    }
    await page.getByText('You have read them all.').waitFor();
    await page.getByLabel('Course').fill('Data security awareness');
    await page.getByLabel('Data security and protection, yearly').check();
    await page.getByLabel('Day').fill('2');
    await page.getByLabel('Month').fill('11');
    await page.getByLabel('Year', { exact: true }).fill('2026');
    await page.getByRole('button', { name: 'Record the course' }).click();
    await page.getByText('counts until 2 November 2027').waitFor();
  });
});

async function fill({ installation, organisation }: OwnedServer): Promise<void> {
  const add = (kind: string, data: unknown, id?: string) => ({
    do: 'add' as const,
    kind,
    data,
    ...(id !== undefined && { id }),
  });
  const course = { course: 'Awareness', kind: 'data-security' };
  const done = await installation.records.perform(organisation, 'system', {
    do: 'together',
    commands: [
      add('person', { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'director' }, 'ann'),
      add('person', { name: 'Ben Hart', email: 'ben.hart@larkmoor.example', employment: 'staff' }, 'ben'),
      add('person', { name: 'Cara Moss', jobTitle: 'Engineer', employment: 'staff' }, 'cara'),
      add('person', { name: 'Dev Patel', employment: 'contractor', leftOn: '2026-10-31' }),
      add('person', { name: 'Ema Reyes', employment: 'staff', leftOn: '2026-12-31' }),
      add('appointment', { role: 'siro', person: 'ann', deputy: 'cara', appointedOn: '2025-01-06' }),
      add('appointment', { role: 'ig-lead', person: 'cara', appointedOn: '2025-01-06' }),
      add('appointment', { role: 'dpo', person: 'ben', appointedOn: '2027-01-06' }),
      add('absence', { person: 'ann', from: '2026-11-01', until: '2027-02-01' }),
      add('admin-agreement', { person: 'cara', system: 'Microsoft 365' }),
      add('action', { what: 'Write the restore procedure', owner: 'cara' }),
      add('training-record', { ...course, person: 'ann', completedOn: '2026-03-02' }),
      add('training-record', { ...course, person: 'cara', completedOn: '2025-03-02' }),
      add('digital-asset', { name: 'LT-1', type: 'laptop', holder: 'ann' }),
    ],
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
