import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ON } from '../../test/support/gap-check-builder.ts';
import { halfWay, hostileNames } from '../../test/support/gap-check-examples.ts';
import { multipartBody, type Part } from '../../test/support/multipart.ts';
import { startWeb, type TestServer } from '../../test/support/web-server.ts';
import type { CheckOptions } from '../workspace/check-folder.ts';
import type { UploadedFile } from './upload/receive-upload.ts';

const POLICY: Part = { name: 'documents', filename: 'policy.md', value: '# Backup policy\n\nRestores are tested.\n' };

describe('the web front door', () => {
  let server: TestServer;
  const asked: { files: readonly UploadedFile[]; options: CheckOptions }[] = [];

  beforeAll(async () => {
    server = await startWeb({
      checkFiles: async (files, options, onProgress) => {
        asked.push({ files, options });
        onProgress({ done: 1, total: files.length, path: files[0]?.path ?? '' });
        return { ok: true, check: options.organisation.name === 'hostile' ? hostileNames() : halfWay() };
      },
    });
  });
  afterAll(() => server.stop());

  const send = (parts: readonly Part[], headers: Record<string, string> = {}) => {
    const body = multipartBody(parts);
    return server.app.inject({
      method: 'POST',
      url: '/check',
      payload: body.payload,
      headers: { host: 'localhost', ...body.headers, ...headers },
    });
  };
  const get = (url: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url, headers: { host: 'localhost', ...headers } });

  describe('every answer', () => {
    test.each(['/', '/check', '/health', '/nowhere', '/%', '/assets/pages.css', '/assets/../../package.json'])(
      '%s carries a strict policy',
      async (url) => {
        const policy = (await get(url)).headers['content-security-policy'];
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toContain('unsafe');
      },
    );

    test.each(['/', '/health', '/nowhere'])('%s sets no cookie and is not kept by browsers', async (url) => {
      const { headers } = await get(url);
      expect([headers['set-cookie'], headers['cache-control']]).toEqual([undefined, 'no-store']);
    });
  });

  test('the form opens with today and category 3', async () => {
    const { body } = await get('/check');
    expect([/name="on-day" value="20"/.test(body), /checked="" value="3"/.test(body)]).toEqual([true, true]);
  });

  test('an address that is not there is a page that says so', async () => {
    const { statusCode, body } = await get('/nowhere');
    expect([statusCode, body.includes('<h1>Page not found</h1>')]).toEqual([404, true]);
  });

  test.each(['pages.css', 'report.css', 'upload.js'])('serves %s', async (name) => {
    expect((await get(`/assets/${name}`)).statusCode).toBe(200);
  });

  test('does not send a stylesheet again that a browser has', async () => {
    const { etag = '', ...headers } = (await get('/assets/pages.css')).headers;
    const again = await get('/assets/pages.css', { 'if-none-match': etag });
    expect([headers['cache-control'], again.statusCode, again.body]).toEqual(['no-cache', 304, '']);
  });

  test('sends a stylesheet small to a browser that takes it so', async () => {
    const whole = await get('/assets/pages.css');
    const small = await get('/assets/pages.css', { 'accept-encoding': 'gzip, br' });
    expect([small.statusCode, small.headers['content-encoding'], small.headers['content-type']]).toEqual([
      200,
      'br',
      'text/css; charset=utf-8',
    ]);
    expect(small.rawPayload.length).toBeLessThan(whole.rawPayload.length / 4);
  });

  describe('a check', () => {
    test('answers with the report', async () => {
      const { statusCode, body } = await send([POLICY]);
      expect([statusCode, body.includes('Where Larkfield Health Software Ltd stands')]).toEqual([200, true]);
    });

    test('uses what was chosen on the form', async () => {
      const fields = { category: '4', 'on-day': '3', 'on-month': '4', 'on-year': '2027', name: ' Larkfield ' };
      await send([...Object.entries(fields).map(([name, value]) => ({ name, value })), POLICY]);
      expect(asked.at(-1)?.options).toEqual({
        category: 4,
        on: '2027-04-03',
        edition: 'v8',
        organisation: { name: 'Larkfield', facts: {} },
      });
    });

    test('judges on today when no date was typed', async () => {
      await send([
        { name: 'on-day', value: '' },
        { name: 'on-month', value: '' },
        { name: 'on-year', value: '' },
        POLICY,
      ]);
      expect(asked.at(-1)?.options.on).toBe(ON);
    });

    test('keeps the bytes of a file exactly', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
      await send([{ ...POLICY, value: bytes }]);
      expect(Buffer.from(asked.at(-1)?.files[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
    });

    test('takes the paths of a folder from the list the script sends', async () => {
      const paths = JSON.stringify(['docs/policies/a.md', 'docs/b.md']);
      await send([
        { name: 'paths', value: paths },
        { ...POLICY, filename: 'a.md' },
        { ...POLICY, filename: 'b.md' },
      ]);
      expect(asked.at(-1)?.files.map((file) => file.path)).toEqual(['policies/a.md', 'b.md']);
    });

    test('takes the paths of a folder from the names of files without a script', async () => {
      await send([
        { ...POLICY, filename: 'docs/policies/a.md' },
        { ...POLICY, filename: 'docs/b.md' },
      ]);
      expect(asked.at(-1)?.files.map((file) => file.path)).toEqual(['policies/a.md', 'b.md']);
    });

    test('leaves out the input that was not used', async () => {
      await send([POLICY, { ...POLICY, filename: '', value: '' }]);
      expect(asked.at(-1)?.files).toHaveLength(1);
    });

    test('gives the report as a file when asked to', async () => {
      const { headers, body } = await send([{ name: 'then', value: 'download' }, POLICY]);
      expect([headers['content-disposition'], body.includes('<style>')]).toEqual([
        'attachment; filename="perennial-report-2026-11-20.html"',
        true,
      ]);
    });

    test('tells a script how far it has come and sends the report last', async () => {
      const { body } = await send([POLICY], { accept: 'application/x-ndjson, text/html' });
      const lines: { step: string; name?: string }[] = body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect([lines[0], lines.at(-1)?.step, lines.at(-1)?.name]).toEqual([
        { step: 'reading', done: 1, total: 1, path: 'policy.md' },
        'report',
        'perennial-report-2026-11-20.html',
      ]);
    });

    test('escapes whatever names and quotes hold', async () => {
      const { body } = await send([{ name: 'name', value: 'hostile' }, POLICY]);
      expect([body.includes('<script>alert'), body.includes('<img'), body.includes('onerror=alert(1)&gt;')]).toEqual([
        false,
        false,
        true,
      ]);
    });
  });

  describe('a form that cannot be used', () => {
    test('comes back with what is missing, in the pattern of NHS.UK', async () => {
      const { statusCode, body } = await send([{ name: 'category', value: '3' }]);
      expect([
        statusCode,
        body.includes('<title>Error: '),
        body.includes('<a href="#files">Select the documents to check, or a folder</a>'),
      ]).toEqual([422, true, true]);
    });

    test('keeps what was typed', async () => {
      const { body } = await send([
        { name: 'on-day', value: '31' },
        { name: 'on-month', value: '2' },
        { name: 'name', value: 'Lark "&" Co' },
      ]);
      expect([body.includes('value="Lark &quot;&amp;&quot; Co"'), body.includes('name="on-day" value="31"')]).toEqual([
        true,
        true,
      ]);
    });

    test('says when every file is empty', async () => {
      const { statusCode, body } = await send([{ ...POLICY, value: '' }]);
      expect([statusCode, body.includes('The 1 file you selected must not be empty')]).toEqual([422, true]);
    });

    test('says which file is too large', async () => {
      const { statusCode, body } = await send([{ ...POLICY, filename: 'big.pdf', value: Buffer.alloc(50_000_001) }]);
      expect([statusCode, body.includes('big.pdf must be smaller than 50\u00a0MB')]).toEqual([413, true]);
    });

    test('says when there are too many files', async () => {
      const { statusCode, body } = await send(Array.from({ length: 2_001 }, () => ({ ...POLICY, value: 'x' })));
      expect([statusCode, body.includes('Choose at most 2,000 files')]).toEqual([413, true]);
    });

    test('is refused when it is no upload at all', async () => {
      const { statusCode } = await server.app.inject({
        method: 'POST',
        url: '/check',
        headers: { host: 'localhost', 'content-type': 'application/json' },
        payload: '{}',
      });
      expect(statusCode).toBeGreaterThanOrEqual(400);
    });

    test.each([
      ['without a boundary', 'multipart/form-data', 'x'],
      ['with a boundary beyond all measure', `multipart/form-data; boundary=${'x'.repeat(300)}`, 'x'],
      ['with a body that holds no part', 'multipart/form-data; boundary=x', 'hello'],
    ])('is refused as not understood %s', async (_, type, payload) => {
      const { statusCode } = await server.app.inject({
        method: 'POST',
        url: '/check',
        headers: { host: 'localhost', 'content-type': type },
        payload,
      });
      expect(statusCode).toBe(400);
    });

    test('is refused when it breaks off', async () => {
      const { payload, headers } = multipartBody([POLICY]);
      const { statusCode } = await server.app.inject({
        method: 'POST',
        url: '/check',
        headers: { host: 'localhost', ...headers },
        payload: payload.subarray(0, -30),
      });
      expect(statusCode).toBe(400);
    });
  });

  describe('a request from elsewhere', () => {
    test.each([
      [{ 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'sec-fetch-site': 'same-site' }, 403],
      [{ 'sec-fetch-site': 'same-origin' }, 200],
      [{ origin: 'http://evil.example' }, 403],
      [{ origin: 'null' }, 403],
      [{ origin: 'http://localhost' }, 200],
      [{}, 200],
      [{ host: 'evil.example' }, 421],
    ])('with %o gets %i', async (headers, status) => {
      expect((await send([POLICY], headers as Record<string, string>)).statusCode).toBe(status);
    });

    test('gets an answer that is not kept either', async () => {
      const { headers } = await send([POLICY], { origin: 'http://evil.example' });
      expect(headers['cache-control']).toBe('no-store');
    });

    test('may read the form, which holds nothing', async () => {
      expect((await get('/', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(200);
    });
  });
});

describe('the web front door in trouble', () => {
  test('says which problem the check met', async () => {
    const problem = { type: 'nothing-to-read', message: 'There are no documents in it.' } as const;
    const server = await startWeb({ checkFiles: async () => ({ ok: false, problem }) });
    const { payload, headers } = multipartBody([POLICY]);
    const { statusCode, body } = await server.app.inject({
      method: 'POST',
      url: '/check',
      payload,
      headers: { host: 'localhost', ...headers },
    });
    await server.stop();
    expect([statusCode, body.includes('There are no documents in it.')]).toEqual([422, true]);
  });

  test('shows a page without details when it fails itself', async () => {
    const told: string[] = [];
    const server = await startWeb({
      checkFiles: () => Promise.reject(new Error('a secret detail')),
      complain: (text) => told.push(text),
    });
    const { payload, headers } = multipartBody([POLICY]);
    const { statusCode, body } = await server.app.inject({
      method: 'POST',
      url: '/check',
      payload,
      headers: { host: 'localhost', ...headers },
    });
    await server.stop();
    expect([statusCode, body.includes('secret'), told.join().includes('secret')]).toEqual([500, false, true]);
  });

  test('turns a third check away while two are running', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let bothRunning = () => {};
    const two = new Promise<void>((done) => {
      bothRunning = done;
    });
    let calls = 0;
    const checkFiles = () => {
      calls += 1;
      if (calls === 2) bothRunning();
      return held.then(() => ({ ok: true as const, check: halfWay() }));
    };
    const server = await startWeb({ checkFiles });
    const { payload, headers } = multipartBody([POLICY]);
    const send = () =>
      server.app.inject({ method: 'POST', url: '/check', payload, headers: { host: 'localhost', ...headers } });
    const running = [send(), send()];
    await two;
    const third = await send();
    release();
    const [first] = await Promise.all(running);
    await server.stop();
    expect([third.statusCode, first?.statusCode]).toEqual([503, 200]);
  });
});
