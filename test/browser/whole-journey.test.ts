import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { expectUsable } from '../support/usable-page.ts';
import { startWeb, type TestServer } from '../support/web-server.ts';
import { zipOf } from '../support/workbook-builder.ts';

const executable = findBrowser();
const PASSWORD = 'correct horse battery staple';
const NAME = 'Larkmoor Health Software Ltd';
const policy = (title: string, words: string) =>
  `# ${title}\n\nOwner: Ann Okafor\nApproved by: Board, 2 March 2026\nNext review: 1 March 2027\n\n${words}\n`;

const BACKUP = 'policies/backup policy.md';
const FOLDER = {
  [BACKUP]: policy('Backup policy', 'Backups of the patient database run every night.'),
  'policies/incident procedure.md': policy('Incident response procedure', 'Staff report incidents at once.'),
  'staff list.csv': 'Name,Role\nAnn Okafor,Director\nBen Hart,IT lead\n',
};
const RESTORES = `# Restore log\n\n| Date | System | Result |\n| --- | --- | --- |\n| 2 October 2026 | Patient database | Successful |\n`;
/** What the journal says at the end of the way. */
const TOLD = [
  'Changed the organisation’s own data',
  'Added the person Cara Moss',
  'Added the document policies/backup policy.md',
  'Added the observation A document for 7.3.1',
  'Removed the observation A document for 7.3.1',
  'Added the answer to 7.3.4',
  'Added the responsibility 7.3.4',
  'Added the action',
  'Added the document restore log.md',
  'Added the activity',
  'Let in Ben Hart, Approver',
  'Changed the answer to 1.1.5',
];

describe.skipIf(executable === undefined)('the whole way in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  let server: TestServer;
  let site: string;
  let folder: string;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    folder = await mkdtemp(join(tmpdir(), 'perennial-journey-'));
    for (const [path, words] of Object.entries(FOLDER)) {
      const file = join(folder, 'evidence', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, words);
    }
  });
  beforeEach(async () => {
    server = await startWeb();
    site = await server.listen();
    [contexts, complaints] = [[], []];
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    await server.stop();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Somebody with a browser of their own; what it complains of, such as what the security policy stops, is collected. */
  async function somebody(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    return page;
  }

  /** The page is usable on a phone, and then fits a desk. */
  async function look(page: Page, javaScriptEnabled: boolean): Promise<void> {
    await page.setViewportSize({ width: 360, height: 900 });
    await expectUsable(page, javaScriptEnabled);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectUsable(page, false);
  }

  function hoursPass(hours: number): void {
    server.clock.at = new Date(Date.parse(server.clock.at) + hours * 3_600_000).toISOString();
  }

  const outcomes = async (page: Page) => {
    const [claimed = '', defensible = ''] = await page.locator('.app-figure__count strong').allTextContents();
    return { claimed: Number(claimed), defensible: Number(defensible) };
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true');
  const menu = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
  const choose = (page: Page, question: string, answer: string) =>
    page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

  async function fillDay(page: Page, day: string, month: string, year: string): Promise<void> {
    for (const [part, typed] of [
      ['Day', day],
      ['Month', month],
      ['Year', year],
    ] as const)
      await page.getByLabel(part, { exact: true }).locator('visible=true').first().fill(typed);
  }

  test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    'a company goes from nothing to an approved answer, JavaScript: $javaScriptEnabled',
    async ({ javaScriptEnabled }) => {
      const ann = await somebody(javaScriptEnabled);
      const seen = () => look(ann, javaScriptEnabled);

      // First start.
      await ann.goto(`${site}/set-up?token=${await server.installation.accounts.settingUp.setUpToken()}`);
      await seen();
      await ann.getByLabel('Name of your organisation').fill(NAME);
      await ann.getByLabel('Your name').fill('Ann Okafor');
      await ann.getByLabel('Your email address').fill('ann@larkmoor.example');
      await ann.getByLabel('Password').fill(PASSWORD);
      await button(ann, 'Set up').click();

      // The first hour comes first, and Today leads back to it.
      await ann.getByRole('heading', { name: 'The first hour' }).waitFor();
      const home = ann.url().replace(/\/first-hour$/, '');
      await seen();
      await menu(ann, 'Today').click();
      await ann.getByRole('heading', { name: `Where ${NAME} stands` }).waitFor();
      await ann.getByRole('link', { name: 'Begin with the first hour: step 1 of 5' }).click();
      await ann.getByRole('link', { name: 'Start' }).click();
      await choose(ann, 'Do NHS organisations buy from you, or will they soon?', 'Yes');
      await ann
        .getByLabel('What kind of organisation are you?')
        .selectOption('Company that supplies IT to health and care');
      await ann.getByLabel('How many people work for you?').fill('12');
      await ann.getByLabel('What did you turn over last year, in pounds?').fill('850,000');
      await choose(ann, 'Do you supply software or other digital services to health and care?', 'Yes');
      await button(ann, 'Save and see the answer').click();
      await ann.getByRole('heading', { name: 'NHS buyers will ask you for the Toolkit' }).waitFor();
      await seen();
      await ann.goto(`${home}/first-hour/facts`);
      const questions = ann.getByRole('group').filter({ hasText: 'off your list' });
      await questions.first().getByLabel('No', { exact: true }).check();
      await questions.nth(1).getByLabel('Yes', { exact: true }).check();
      await seen();
      await button(ann, 'Save and continue').click();
      await ann.getByText('1 of 5 steps completed').waitFor();
      await ann.getByRole('link', { name: 'Say who works for you' }).click();
      await ann
        .getByLabel('Names, one on each line')
        .fill('Ann Okafor, Director, ann@larkmoor.example\nBen Hart, IT lead, ben@larkmoor.example\nCara Moss');
      await button(ann, 'Add these people').click();
      await ann.getByText('3 people in the staff list').waitFor();
      await ann.getByLabel('Senior information risk owner').selectOption('Ann Okafor');
      await button(ann, 'Save the roles').click();
      await seen();

      // A folder, or a ZIP where no script reads folders.
      await menu(ann, 'Documents').click();
      await seen();
      if (javaScriptEnabled) {
        // Held until the page has told how far it is, which is soon over in a test.
        await ann.route('**/documents', async (route) => {
          if (route.request().method() === 'POST') await ann.getByText('Sending your documents').waitFor();
          await route.continue();
        });
        await ann.getByLabel('Or a whole folder').setInputFiles(join(folder, 'evidence'));
        await ann.getByText('Chosen: 3 files').waitFor();
      } else {
        const zip = { name: 'evidence.zip', mimeType: 'application/zip', buffer: await zipOf(FOLDER) };
        await ann.getByLabel('Files, or one ZIP').setInputFiles(zip);
      }
      await button(ann, 'Add the documents').click();
      await ann.getByRole('heading', { name: '3 documents kept' }).waitFor();
      await ann.getByRole('link', { name: 'Back to the first hour' }).waitFor();
      await ann.unrouteAll({ behavior: 'wait' });

      // What is suggested is accepted together; then one of it is refused.
      await ann.getByRole('heading', { name: 'What they seem to show' }).waitFor();
      await seen();
      const ticks = ann.locator('.app-review').getByRole('checkbox');
      const offered = await ticks.count();
      expect(offered).toBeGreaterThan(1);
      for (let i = 0; i < offered; i += 1) await ticks.nth(i).check();
      await ann.getByRole('button', { name: 'Keep what is ticked', exact: true }).click();
      await ann.getByText('What you decided is kept.').waitFor();
      await ann.getByRole('link', { name: 'Back to the first hour' }).waitFor();
      await ann.getByRole('link', { name: 'backup policy.md' }).first().click();
      await seen();
      await button(ann, 'Undo').first().click();
      const refused = ann.locator('.app-decided li').first();
      await ann.getByRole('group', { name: 'Suggested from the words in it' }).getByRole('checkbox').first().check();
      await button(ann, 'It does not show what is ticked').click();
      await ann.locator('.app-decided').getByText('It does not show this', { exact: true }).waitFor();
      await refused.getByText('Decided by Ann Okafor').waitFor();

      // An item is answered, and given an owner and a deputy.
      await menu(ann, 'Evidence items').click();
      await seen();
      await ann.locator('.app-items li', { hasText: '7.3.4' }).getByRole('link').click();
      await ann.getByLabel('Yes, we do this').check();
      await ann.getByLabel('In your words (optional)').fill('We restore a backup every quarter.');
      await button(ann, 'Save your answer').click();
      await ann.getByText('Saved your answer.').waitFor();
      await ann.getByText('Say who looks after it').click();
      await ann.getByLabel('Who looks after it').selectOption('Ann Okafor');
      await ann.getByLabel('Who stands in (optional)').selectOption('Ben Hart');
      await button(ann, /^Save$/).click();
      await ann.getByText('Ann Okafor looks after it; Ben Hart stands in.').waitFor();
      await seen();
      await menu(ann, 'Today').click();
      const before = await outcomes(ann);

      // A step of the plan is given to somebody until a day.
      await menu(ann, 'Plan').click();
      await seen();
      await ann.getByText('Give it to somebody').first().click();
      await ann.getByLabel('Who does it').locator('visible=true').selectOption('Ben Hart');
      await fillDay(ann, '18', '12', '2026');
      await button(ann, /^Give it to them/).click();
      await ann.getByText('Given. The plan and the list of actions show who has it and by when.').waitFor();
      await ann.locator('.app-given', { hasText: 'Ben Hart' }).waitFor();

      // It is proven by a document in its place and by an activity.
      await ann.goto(`${home}/items/7.3.4`);
      const log = { name: 'restore log.md', mimeType: 'text/markdown', buffer: Buffer.from(RESTORES) };
      await ann.getByLabel('Upload a document that shows this').setInputFiles(log);
      await button(ann, 'Upload and accept it').click();
      await ann.getByText('The document is kept and accepted for this item.').waitFor();
      await menu(ann, 'Activities').click();
      await seen();
      await ann.goto(`${home}/activities/restore-test`);
      await fillDay(ann, '19', '11', '2026');
      await ann.getByLabel('What it was about').fill('Patient database');
      await ann.getByLabel('Passed', { exact: true }).check();
      await ann.locator('[name=by]').fill('Ben Hart');
      await ann.locator('[name=findings]').fill('All tables were there; the row counts were the same.');
      await seen();
      await button(ann, 'Record it').click();
      await ann.getByText('Recorded').first().waitFor();

      // "It does not apply to us" waits for somebody else.
      await ann.goto(`${home}/items/1.1.5`);
      await ann.getByLabel('It does not apply to us').check();
      await ann.getByLabel('In your words (optional)').fill('We have no such thing.');
      await button(ann, 'Save your answer').click();
      await ann.getByText('Nobody else here may approve it yet: invite an approver.').waitFor();
      await menu(ann, 'Settings').click();
      await ann.getByRole('link', { name: 'Members' }).click();
      await ann.getByLabel('Email address').fill('ben@larkmoor.example');
      await ann.getByLabel('Approver').check();
      await button(ann, 'Make an invitation link').click();
      const link = (await ann.locator('.app-code').textContent()) ?? '';
      await seen();
      hoursPass(2);
      await menu(ann, 'Today').click();
      await ann.getByRole('heading', { name: 'Since your last visit' }).waitFor();
      const waiting = await outcomes(ann);
      await seen();

      // Ben joins in his own browser and approves it.
      const ben = await somebody(javaScriptEnabled);
      await ben.goto(`${site}${new URL(link).pathname}`);
      await ben.getByLabel('Your name').fill('Ben Hart');
      await ben.getByLabel('Password').fill(PASSWORD);
      await button(ben, 'Join').click();
      await ben.getByRole('heading', { name: `Where ${NAME} stands` }).waitFor();
      const item = new URL(`${home}/items/1.1.5`).pathname;

      // Whoever said it is offered no way to approve it, and refused who tries all the same.
      await ann.goto(`${site}${item}`);
      await ann.getByText('That can be Ben Hart.').waitFor();
      expect(await button(ann, 'Approve this answer').count()).toBe(0);
      const headers = { 'sec-fetch-site': 'same-origin' };
      const refusal = await ann.request.post(`${site}${item}/answer/approve`, { form: { seen: '1' }, headers });
      expect([refusal.status(), await refusal.text()]).toEqual([422, expect.stringContaining('There is a problem')]);

      // Somebody else finds it among what waits for them, and approves it.
      await ben.getByRole('region', { name: 'For you to do' }).getByRole('link', { name: '1.1.5' }).click();
      await button(ben, 'Approve this answer').click();
      await ben.getByText('The answer is approved.').waitFor();
      await ben.getByText('approved by Ben Hart on 20 November 2026').waitFor();
      await look(ben, javaScriptEnabled);

      // The outcomes have changed, and whoever comes back is told who changed the record.
      hoursPass(2);
      await menu(ann, 'Today').click();
      const since = ann.getByRole('region', { name: 'Since your last visit' });
      await since.getByText('Ben Hart (3)').waitFor();
      await since.getByRole('link', { name: '1.1.5' }).waitFor();
      const after = await outcomes(ann);
      expect([waiting.defensible > before.defensible, after.claimed > waiting.claimed]).toEqual([true, true]);
      expect(after.defensible).toBe(waiting.defensible + 1);
      await since.getByRole('link', { name: '3 changes to the record' }).click();
      await ann.getByRole('link', { name: 'Changed the answer to 1.1.5' }).waitFor();

      // The journal has it all.
      await menu(ann, 'Journal').click();
      await seen();
      const journal = await ann.getByRole('table').innerText();
      for (const told of TOLD) expect(journal).toContain(told);
      expect(complaints).toEqual([]);
    },
  );
});
