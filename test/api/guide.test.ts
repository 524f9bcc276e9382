import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../src/api/problem.ts';
import { SCOPES } from '../../src/workspace/accounts/api-tokens.ts';
import { startApi } from './api-server.ts';

const guide = readFileSync(resolve(import.meta.dirname, '..', '..', 'docs', 'api.md'), 'utf8');
const examples = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
const hasCurl = ['/usr/bin/curl', '/bin/curl', '/usr/local/bin/curl', '/opt/homebrew/bin/curl'].some(existsSync);

describe('docs/api.md', () => {
  test.skipIf(!hasCurl)('has examples that work as they stand', async () => {
    const api = await startApi();
    const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
    const folder = mkdtempSync(join(tmpdir(), 'perennial-guide-'));
    try {
      const ran = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', examples.join('\n')], {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, PERENNIAL: address, TOKEN: api.token },
      }).then(
        () => 'all of them',
        (error: unknown) => String(error),
      );
      const { body } = await api.call({ url: '/api/v1/items/7.3.4' });
      expect([ran, examples.length > 6, body.answer.data.said, body.observations.length]).toEqual([
        'all of them',
        true,
        'yes',
        1,
      ]);
    } finally {
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('names only scopes and problems that there are', () => {
    const scopes = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, scope]) => scope);
    const problems = [...guide.matchAll(/problems\/([a-z-]+)/g)].map(([, name]) => name);
    expect([
      scopes.filter((scope) => !SCOPES.some((one) => one === scope)),
      problems.filter((name) => name !== undefined && !(name in PROBLEMS)),
    ]).toEqual([[], []]);
  });
});
