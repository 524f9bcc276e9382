import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SETTINGS } from '../src/settings.ts';

const page = readFileSync(resolve(import.meta.dirname, '..', 'docs', 'operations.md'), 'utf8');

test('docs/operations.md lists every setting there is, in the words of the program', () => {
  const table = page.slice(page.indexOf('<!-- settings:'), page.indexOf('<!-- end of settings -->'));
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(
    Object.entries(SETTINGS).map(
      ([name, setting]) =>
        `| \`${name}\`${'secret' in setting ? ' (secret)' : ''} | ${setting.about} | ${setting.otherwise || 'not set'} |`,
    ),
  );
});
