import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const text = readFileSync(resolve(ROOT, 'docs/security.md'), 'utf8');
const STATES = ['Shown', 'By design', 'Operator', 'Not applicable', 'Gap'];

const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [id = '', asks = '', state = '', where = ''] = line
      .split(' | ')
      .map((cell) => cell.replace(/^\| | \|$/g, ''));
    return { id, asks, state, where };
  });
const PATH = /`((?:src|test|docs|scripts|public|deploy)\/[\w./-]*|package-lock\.json)`/g;

/** The titles that stand in double quotes after the path of a test. */
function namedTests(where: string): readonly { readonly path: string; readonly title: string }[] {
  return [...where.matchAll(/`([^`]+\.test\.tsx?)`([^`]*)/g)].flatMap(([, path = '', after = '']) =>
    [...after.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ path, title })),
  );
}

test('docs/security.md answers every chapter, each point once and in one of five ways', () => {
  const twice = rows.filter(({ id }, i) => rows.findIndex((other) => other.id === id) !== i);
  const chapters = new Set(rows.map(({ id }) => Number(id.split('.')[0])));
  expect([twice, rows.filter(({ state }) => !STATES.includes(state)), chapters.size]).toEqual([[], [], 17]);
});

test('it names only files that there are', () => {
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !existsSync(resolve(ROOT, path)))).toEqual([]);
});

test('what it calls shown names a test, and every test it names is there under that title', () => {
  const shown = rows.filter(({ state }) => state === 'Shown');
  expect(shown.filter(({ where }) => !/`[^`]+\.test\.tsx?`/.test(where))).toEqual([]);
  const missing = rows
    .flatMap(({ where }) => namedTests(where))
    .filter(({ path, title }) => !readFileSync(resolve(ROOT, path), 'utf8').includes(title));
  expect(missing).toEqual([]);
});

test('its list of what is missing is all that is missing', () => {
  const gaps = rows.filter(({ state }) => state === 'Gap').map(({ id }) => id);
  const listed = [...text.matchAll(/^- \*\*([\d.]+)\*\*/gm)].map(([, id = '']) => id);
  expect(listed.toSorted()).toEqual(gaps.toSorted());
});
