import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { leaveNothingToDo } from '../support/nothing-left.ts';
import { faultsOf } from '../support/usable-page.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const executable = findBrowser();

const POLICY = `# Backup policy

Owner: Ann Okafor
Approved by: Board, 2 March 2026
Next review: 1 March 2027

Backups of the patient database run every night. Restores are tested every quarter.
`;
const REFERRAL = '# Referral\n\nNHS number: 943 476 5919\nPatient: Mary Jones, date of birth 3 May 1961\n';

describe.skipIf(executable === undefined)('the pages of a record in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: OwnedServer;
  let home: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    server = await startOwned();
    home = `${await server.listen()}/organisations/${server.organisation}`;
    await server.owner.upload(`/organisations/${server.organisation}/documents`, [
      { name: 'documents', filename: 'policies/backup policy.md', value: POLICY },
      { name: 'documents', filename: 'referral.md', value: REFERRAL },
    ]);
    await keep('person', { name: 'Bryn Howells', employment: 'staff' });
    const owner = (await firstOf('person'))[0];
    await keep('action', { what: 'Test a restore', items: ['7.3.4'], owner, due: '2026-11-02' }, 'late');
    await keep('action', { what: 'List what is kept', items: ['1.1.2'], owner, doneOn: '2026-11-02' }, 'done');
    await keep('supplier', { name: 'Northgate Hosting', handlesPersonalData: true, assurances: [{ kind: 'dspt' }] });
    await keep('activity', { kind: 'spot-check', doneOn: '2026-10-02', result: 'passed', system: 'Office' });
    await keep('activity', { kind: 'access-review', doneOn: '2025-03-02', result: 'partly', by: 'Northgate Hosting' });
    await keep('answer', {
      edition: 'v8',
      item: '1.1.5',
      said: 'not-applicable',
      words: 'We have none.',
      answeredOn: '2026-11-02',
    });
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function keep(kind: string, data: unknown, id?: string): Promise<void> {
    const command = { do: 'add' as const, kind, data, ...(id !== undefined && { id }) };
    const done = await server.installation.records.perform(server.organisation, 'system', command);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }

  async function open(path: string, options: { javaScriptEnabled: boolean; width?: number }): Promise<Page> {
    const { javaScriptEnabled, width = 1280 } = options;
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'perennial', value: server.owner.token, url: home }]);
    const page = await context.newPage();
    await page.goto(`${home}${path}`);
    return page;
  }

  const firstOf = async (kind: string) => {
    const record = await server.installation.records.open(server.organisation);
    return [...(record?.holdings.of.get(kind)?.keys() ?? [])];
  };

  const PAGES: readonly (readonly [name: string, path: () => Promise<string>])[] = [
    ['home', async () => ''],
    ['items', async () => '/items'],
    ['item', async () => '/items/7.3.4'],
    ['item that waits for approval', async () => '/items/1.1.5?done=answered'],
    ['item on a past day', async () => '/items/7.3.4?at=2026-01-01'],
    ['item on no day', async () => '/items/7.3.4?at=2026-02-30'],
    ['documents', async () => '/documents'],
    ['document', async () => `/documents/${(await firstOf('document'))[0]}`],
    ['held document', async () => `/documents/${(await firstOf('document'))[1]}`],
    ['erasing a document', async () => `/documents/${(await firstOf('document'))[0]}/erase`],
    ['what is asked of oneself', async () => '/mine'],
    ['people', async () => '/people'],
    ['person', async () => `/people/${(await firstOf('person'))[0]}`],
    ['registers', async () => '/registers'],
    ['register', async () => '/registers/suppliers'],
    ['entry', async () => `/registers/suppliers/${(await firstOf('supplier'))[0]}`],
    ['new entry', async () => '/registers/activities/add'],
    ['plan', async () => '/plan'],
    ['plan with no step that fits', async () => '/plan?whose=mine&state=overdue'],
    ['plan with a step that was given', async () => '/plan?done=given'],
    ['actions', async () => '/plan/actions'],
    ['open action', async () => '/plan/actions/late'],
    ['done action', async () => '/plan/actions/done?done=action-done'],
    ['activities', async () => `/activities?recorded=${(await firstOf('activity'))[0]}`],
    ['recording an activity', async () => '/activities/restore-test'],
    ['settings', async () => '/settings'],
    ['journal', async () => '/journal'],
    ['narrowed journal', async () => '/journal?kind=person&from=2026-11-01'],
    ['journal from no day', async () => '/journal?from-day=31&from-month=2&from-year=2026'],
    ['items nobody looks after', async () => '/items?owner=nobody&mandatory=yes'],
    ['items of which there are none', async () => '/items?standing=exempt&standard=1'],
    ['register in another order', async () => '/registers/people?find=bryn&by=employment&order=down'],
    ['register with nothing found', async () => '/registers/people?find=nobody'],
    ['register after a removal', async () => '/registers/people?done=removed&entry=x'],
    ['importing a spreadsheet', async () => '/registers/suppliers/import'],
    ['first hour', async () => '/first-hour'],
    ['first hour: category', async () => '/first-hour/category'],
    ['first hour: facts', async () => '/first-hour/facts'],
    ['first hour: people', async () => '/first-hour/people'],
    ['search', async () => '/search?q=backup'],
    ['scope', async () => '/scope'],
    ['suppliers', async () => '/suppliers'],
  ];

  test.each(PAGES)('%s has no fault of accessibility and fits a phone', async (_, path) => {
    const page = await open(await path(), { javaScriptEnabled: true });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  test.each([
    ['information-assets', false],
    ['digital-assets', true],
  ] as const)(
    'a spreadsheet becomes the register of %s after what was wrong was put right, JavaScript: %s',
    async (register, javaScriptEnabled) => {
      const page = await open(`/registers/${register}/import`, { javaScriptEnabled });
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('link', { name: 'Select a file, or paste a table' }).waitFor();
      const kinds = {
        'information-assets': ['Special', 'Personal data'],
        'digital-assets': ['Laptop', 'Type'],
      } as const;
      const [good, field] = kinds[register];
      const buffer = Buffer.from(`Name,What it is\nLT-1,${good}\nLT-2,Abacus\n`);
      await page
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'assets.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('What it is means').selectOption(field);
      await page.getByRole('button', { name: 'See what the import would do' }).click();
      await page.getByText('1 row left out').waitFor();
      if (javaScriptEnabled) {
        expect(await faultsOf(page)).toEqual([]);
      }
      await page.getByRole('button', { name: 'Import 1 entry' }).click();
      await page.getByRole('link', { name: 'See the register' }).click();
      await page.getByRole('link', { name: 'LT-1' }).waitFor();
    },
  );

  test('a step is given to somebody and marked as done without JavaScript, after what was missing is mended', async () => {
    const page = await open('/plan', { javaScriptEnabled: false });
    await page.getByText('Give it to somebody').first().click();
    await page
      .getByRole('button', { name: /^Give it to them/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Select who does it' }).click();
    await page.getByLabel('Who does it').locator('visible=true').selectOption('Bryn Howells');
    for (const [part, typed] of [
      ['Day', '18'],
      ['Month', '12'],
      ['Year', '2026'],
    ] as const)
      await page.getByLabel(part, { exact: true }).locator('visible=true').fill(typed);
    await page
      .getByRole('button', { name: /^Give it to them/ })
      .locator('visible=true')
      .click();
    await page.getByText('Given. The plan and the list of actions show who has it and by when.').waitFor();
    await page
      .getByRole('link', { name: /^Mark as done/ })
      .last()
      .click();
    await page.getByLabel('Document that shows it').selectOption('No document');
    await page.getByLabel('Day', { exact: true }).fill('19');
    await page.getByLabel('Month', { exact: true }).fill('11');
    await page.getByLabel('Year', { exact: true }).fill('2026');
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('the record still does not show').waitFor();
  });

  test.each([
    ['plan', '/plan', 'Give it to them'],
    ['action', '/plan/actions/late', 'Mark as done'],
  ])('%s with mistakes has no fault of accessibility', async (_, path, button) => {
    const page = await open(path, { javaScriptEnabled: true });
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await page
      .getByRole('button', { name: new RegExp(`^${button}`) })
      .first()
      .click();
    await page.getByText('There is a problem').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('an answer is given without JavaScript, after what was missing is mended', async () => {
    const page = await open('/items/7.3.1', { javaScriptEnabled: false });
    await page.getByLabel('In your words (optional)').fill('We restore a backup every quarter.');
    await page.getByRole('button', { name: 'Save your answer' }).click();
    await page.getByRole('link', { name: 'Select an answer' }).click();
    expect(new URL(page.url()).hash).toBe('#said-1');
    await page.getByLabel('Yes, we do this').check();
    await page.getByRole('button', { name: 'Save your answer' }).click();
    await page.getByText('Saved your answer.').waitFor();
    await page.getByRole('blockquote').getByText('We restore a backup every quarter.').waitFor();
  });

  test('the plan with no step left has no fault of accessibility', async () => {
    const other = await startOwned();
    try {
      await leaveNothingToDo(other);
      const url = `${await other.listen()}/organisations/${other.organisation}/plan`;
      context = await browser.newContext();
      await context.addCookies([{ name: 'perennial', value: other.owner.token, url }]);
      const page = await context.newPage();
      await page.goto(url);
      await page.getByText('the plan has no steps').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  test('a document is sent and accepted for an item without JavaScript', async () => {
    const page = await open('/documents', { javaScriptEnabled: false });
    const buffer = Buffer.from('# Notes\n\nNothing in particular.\n');
    const notes = { name: 'some notes.md', mimeType: 'text/markdown', buffer };
    await page.getByLabel('Files, or one ZIP').setInputFiles(notes);
    await page.getByRole('button', { name: 'Add the documents' }).click();
    await page.getByRole('heading', { name: '1 document kept' }).waitFor();
    await page.goto(`${home}/items/7.3.4`);
    await page.getByLabel('Another document shows this').selectOption('some notes.md');
    await page.getByRole('button', { name: 'Add the document' }).click();
    await page.getByText('The document is accepted for this item.').waitFor();
  });

  test('an entry is added, changed and removed without JavaScript', async () => {
    const page = await open('/registers/people/add', { javaScriptEnabled: false });
    await page.getByLabel('Name', { exact: true }).fill('Cai Rees');
    await page.getByLabel('Employee').check();
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Cai Rees' }).click();
    await page.getByLabel('Job title (optional)').fill('Engineer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Job title: Engineer').waitFor();
    await page.getByRole('button', { name: 'Remove Cai Rees' }).click();
    await page.getByText('Removed from the register.').waitFor();
  });
});
