import { createServer } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type OidcServer, startOidcServer } from '../support/oidc-server.ts';
import { expectUsable, openMenu } from '../support/usable-page.ts';
import { startWeb, type TestServer } from '../support/web-server.ts';

const executable = findBrowser();
const PASSWORD = 'correct horse battery staple';
const POLICY = `# Backup policy

Owner: Ann Okafor
Approved by: Board, 2 March 2026
Next review: 1 March 2027

Backups of the patient database run every night. Restores are tested every quarter.
`;
const SCREENS = process.env.SCREENS;

describe.skipIf(executable === undefined)('people in a browser', { timeout: 240_000 }, () => {
  let browser: Browser;
  let provider: OidcServer;
  let port: number;
  let site: string;
  let server: TestServer;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(executable ?? '');
    port = await freePort();
    site = `http://localhost:${port}`;
    provider = await startOidcServer(`${site}/sign-in/provider/back`);
  });
  beforeEach(async () => {
    const { issuer, clientId, clientSecret } = provider;
    server = await startWeb({
      site,
      origin: site,
      env: { ORIGIN: site, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret },
      providerName: 'Larkmoor accounts',
    });
    await server.app.listen({ port, host: 'localhost' });
  });
  afterEach(async () => {
    await context?.close();
    await server.stop();
  });
  afterAll(async () => {
    await browser?.close();
    await provider?.stop();
  });

  async function open(options: { readonly javaScriptEnabled: boolean; readonly width?: number }): Promise<Page> {
    const { javaScriptEnabled, width = 1280 } = options;
    context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    return context.newPage();
  }

  async function setUp(page: Page): Promise<void> {
    const token = await server.installation.accounts.settingUp.setUpToken();
    await page.goto(`${site}/set-up?token=${token}`);
    await page.getByLabel('Name of your organisation').fill('Larkmoor Health Software Ltd');
    await page.getByLabel('Your name').fill('Ann Okafor');
    await page.getByLabel('Your email address').fill('ann@larkmoor.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('heading', { name: 'The first hour' }).waitFor();
    await openMenu(page);
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('heading', { name: 'Where Larkmoor Health Software Ltd stands' }).waitFor();
  }

  async function signOut(page: Page): Promise<void> {
    await openMenu(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
  }

  async function givePassword(page: Page): Promise<void> {
    await page.getByLabel('Email address').fill('ann@larkmoor.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** What an authenticator app shows; half a minute passes, because no code counts twice. */
  function code(key: string): string {
    const at = Date.parse(server.clock.at) + 30_000;
    server.clock.at = new Date(at).toISOString();
    return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at });
  }

  async function withPasskeyDevice(page: Page): Promise<void> {
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
  }

  async function addSecondFactor(page: Page): Promise<{ readonly key: string; readonly recovery: string }> {
    await openMenu(page);
    await page.getByRole('link', { name: 'Ann Okafor' }).click();
    await page.getByRole('link', { name: 'Add a second factor' }).click();
    const key = ((await page.locator('.app-code').textContent()) ?? '').replace(/\s/g, '');
    await page.getByLabel('Code').fill(code(key));
    await page.getByRole('button', { name: 'Add' }).click();
    const [recovery = ''] = await page.locator('.app-codes .app-code').allTextContents();
    await page.getByRole('link', { name: 'I have kept them. Go on' }).click();
    return { key, recovery };
  }

  test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    'from the set-up link to an answer with its history, JavaScript: $javaScriptEnabled',
    async (mode) => {
      const page = await open(mode);
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await setUp(page);
      const { key } = await addSecondFactor(page);
      await signOut(page);
      await givePassword(page);
      await page.getByLabel('Code').fill(code(key));
      await page.getByRole('button', { name: 'Go on' }).click();

      await page.getByRole('link', { name: 'Documents' }).first().click();
      const buffer = Buffer.from(POLICY);
      await page
        .getByLabel('Files, or one ZIP')
        .setInputFiles({ name: 'backup policy.md', mimeType: 'text/markdown', buffer });
      await page.getByRole('button', { name: 'Add the documents' }).click();
      await page.getByRole('heading', { name: '1 document kept' }).waitFor();

      await page.getByRole('link', { name: 'Evidence items' }).first().click();
      await page.locator('.app-items li', { hasText: '7.3.4' }).getByRole('link').click();
      await page.getByRole('link', { name: 'backup policy.md' }).waitFor();
      await page.getByLabel('Yes, we do this').check();
      await page.getByLabel('In your words (optional)').fill('We restore a backup every quarter.');
      await page.getByRole('button', { name: 'Save your answer' }).click();
      await page.getByText('Saved your answer.').waitFor();
      await page.getByRole('heading', { name: 'History' }).waitFor();
      await page.getByText('Added by Ann Okafor').waitFor();

      await page.getByRole('link', { name: 'Journal' }).first().click();
      await page.getByRole('link', { name: 'Added the answer to 7.3.4' }).waitFor();
      expect(complaints).toEqual([]);
    },
  );

  test('a recovery code lets somebody in once whose phone is not there', async () => {
    const page = await open({ javaScriptEnabled: false });
    await setUp(page);
    const { recovery } = await addSecondFactor(page);
    await signOut(page);
    await givePassword(page);
    await page.getByLabel('Code').fill(recovery);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('link', { name: 'Ann Okafor' }).click();
    await page.getByText('You have 9 recovery codes left.').waitFor();
  });

  test('whoever was invited joins, and sees what their role may see', async () => {
    const page = await open({ javaScriptEnabled: false });
    await setUp(page);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByLabel('Email address').fill('rhys@larkmoor.example');
    await page.getByLabel('Staff').check();
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    const link = (await page.locator('.app-code').textContent()) ?? '';
    await context?.clearCookies();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Rhys Alderton');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'What is asked of you' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents()).toEqual([
      'What is asked of you',
      'Tell us something went wrong',
      'Rhys Alderton',
    ]);
  });

  test('a passkey is added on a device and signs its owner in', async () => {
    const page = await open({ javaScriptEnabled: true });
    await withPasskeyDevice(page);
    await setUp(page);
    await page.getByRole('link', { name: 'Ann Okafor' }).click();
    await page.getByLabel('Name of the passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Work laptop, since').waitFor();
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Where Larkmoor Health Software Ltd stands' }).waitFor();
  });

  test('a passkey is offered in the place of a code', async () => {
    const page = await open({ javaScriptEnabled: true });
    await withPasskeyDevice(page);
    await setUp(page);
    await addSecondFactor(page);
    await page.goto(`${site}/account`);
    await page.getByLabel('Name of the passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Work laptop, since').waitFor();
    await expectUsable(page, true);
    await signOut(page);
    await givePassword(page);
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    await expectUsable(page, true);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Where Larkmoor Health Software Ltd stands' }).waitFor();
  });

  test('a passkey is given another name, JavaScript or not', async () => {
    const page = await open({ javaScriptEnabled: true });
    await withPasskeyDevice(page);
    await setUp(page);
    await page.goto(`${site}/account`);
    await page.getByLabel('Name of the passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Rename the passkey Work laptop').first().click();
    await page.getByLabel('New name').fill('');
    await page.getByRole('button', { name: 'Rename the passkey Work laptop' }).click();
    await page.getByText('Enter a name for the passkey').first().waitFor();
    await expectUsable(page, true);
    await page.getByLabel('New name').fill('Old laptop');
    await page.getByRole('button', { name: 'Rename the passkey Work laptop' }).click();
    await page.getByText('Old laptop, since').waitFor();
  });

  test('a page says that passkeys need JavaScript where there is none', async () => {
    const page = await open({ javaScriptEnabled: false });
    await setUp(page);
    await page.goto(`${site}/account`);
    await page.getByText('need JavaScript and a browser that knows them').waitFor();
    expect(await page.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false);
  });

  test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    'a provider signs somebody in, JavaScript: $javaScriptEnabled',
    async (mode) => {
      const page = await open(mode);
      await setUp(page);
      await signOut(page);
      provider.knows({ subject: 'ann-7', email: 'ann@larkmoor.example' });
      await page.getByRole('link', { name: 'Sign in with Larkmoor accounts' }).click();
      await page.locator('input[name=login]').fill('ann-7');
      await page.locator('input[name=password]').fill('any');
      await page.locator('button[type=submit]').click();
      await page.locator('button[type=submit]').click();
      await page.getByRole('heading', { name: 'Where Larkmoor Health Software Ltd stands' }).waitFor();
    },
  );

  test('a folder is checked and kept, with progress', async () => {
    const page = await open({ javaScriptEnabled: true });
    await setUp(page);
    await page.goto(`${site}/check`);
    await page.getByLabel('Check them and keep them in Larkmoor Health Software Ltd').check();
    const buffer = Buffer.from(POLICY);
    await page
      .getByLabel('Files, or one ZIP')
      .setInputFiles({ name: 'backup policy.md', mimeType: 'text/markdown', buffer });
    await page.getByRole('button', { name: 'Check my documents' }).click();
    await page.getByRole('heading', { name: '1 document kept' }).waitFor();
    await page.getByRole('link', { name: 'See where Larkmoor Health Software Ltd stands' }).click();
    await page.getByRole('heading', { name: 'Where Larkmoor Health Software Ltd stands' }).waitFor();
  });

  test.each([
    { width: 375, javaScriptEnabled: true },
    { width: 1280, javaScriptEnabled: true },
    { width: 375, javaScriptEnabled: false },
  ])('every page of accounts is usable: $width pixels, JavaScript: $javaScriptEnabled', async (mode) => {
    const page = await open(mode);
    const look = async (name: string) => {
      await expectUsable(page, mode.javaScriptEnabled);
      if (SCREENS !== undefined && mode.javaScriptEnabled)
        await page.screenshot({ path: `${SCREENS}/${name}-${mode.width}.png`, fullPage: true });
    };
    const token = await server.installation.accounts.settingUp.setUpToken();
    await page.goto(site);
    await look('start');
    await page.goto(`${site}/set-up?token=${token}`);
    await page.getByRole('button', { name: 'Set up' }).click();
    await look('set-up-again');
    await setUp(page);
    await look('home');
    const organisation = new URL(page.url()).pathname;
    await page.goto(`${site}/account/second-factor`);
    await look('enrol');
    await page.getByRole('button', { name: 'Add' }).click();
    await look('enrol-again');
    await page.goto(site);
    const { key } = await addSecondFactor(page);
    for (const path of [
      '/account',
      '/account/password',
      '/account/security-log',
      '/organisations',
      '/check',
      '/confirm',
    ]) {
      await page.goto(`${site}${path}`);
      await look(path.slice(1).replaceAll('/', '-'));
    }
    await page.goto(`${site}${organisation}/members`);
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    await look('members-again');
    await page.getByLabel('Email address').fill('rhys@larkmoor.example');
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    await look('invitation-made');
    const link = (await page.locator('.app-code').textContent()) ?? '';
    await page.goto(`${site}${organisation}/members`);
    await look('members');
    await openMenu(page);
    await page.getByRole('link', { name: 'Ann Okafor' }).first().click();
    await look('member');
    await page.goto(`${site}${organisation}/tokens`);
    await page.getByRole('button', { name: 'Make a token' }).click();
    await look('tokens-again');
    await page.getByLabel('What it is for').fill('Continuous integration');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await look('token-made');
    await page.goto(`${site}${organisation}/tokens`);
    await look('tokens');
    await page.goto(`${site}${organisation}/nowhere`);
    await look('not-found');
    await page.goto(link);
    await look('invitation-signed-in');
    await page.goto(site);
    await signOut(page);
    await look('sign-in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await look('sign-in-again');
    await givePassword(page);
    await look('second-factor');
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Go on' }).click();
    await look('second-factor-again');
    await page.getByLabel('Code').fill(code(key));
    await context?.clearCookies();
    await page.goto(link);
    await look('invitation');
    await page.goto(`${site}/invitations/nothing`);
    await look('invitation-gone');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  await new Promise((done) => server.close(done));
  // Listening on a port, it has one.
  return typeof address === 'object' && address !== null ? address.port : 0;
}
