import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../test/support/web-visitors.ts';
import { decideCategory } from '../catalogue/decide-category.ts';
import { dayTyped } from './record/entity-form-values.ts';

let server: OwnedServer;
let home: string;
beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
});
afterAll(() => server.stop());

const MENU = 'aria-label="Main"';

describe('a page that is not there', () => {
  test('has the menu of whoever is signed in, and of the organisation they are in', async () => {
    for (const path of ['/nope', '/items/99.9.9', '/plan/actions/none']) {
      const { statusCode, body } = await server.owner.get(`${home}${path}`);
      expect([statusCode, body.includes(MENU), body.includes(`${home}/plan"`)]).toEqual([404, true, true]);
    }
    const { statusCode, body } = await server.owner.get('/nope');
    expect([statusCode, body.includes(MENU)]).toEqual([404, true]);
  });

  test('has none for somebody who is not', async () => {
    const { statusCode, body } = await server.app.inject({ url: `${home}/nope`, headers: { host: 'localhost' } });
    expect([statusCode, body.includes(MENU)]).toEqual([404, false]);
  });
});

test.each([
  ['12', '2026-12-04'],
  ['dec', '2026-12-04'],
  ['December', '2026-12-04'],
  ['SEPT', '2026-SEPT-04'],
  ['June', '2026-06-04'],
])('a month typed as “%s” makes %s', (month, made) => {
  const parts: Readonly<Record<string, string>> = { 'on-day': '4', 'on-month': month, 'on-year': '2026' };
  expect(dayTyped({ text: (name) => parts[name] ?? '', all: () => [] }, 'on')).toBe(made);
});

test('whoever is not in category 2 is told what all three of its thresholds are', () => {
  const { reasons } = decideCategory({ kind: 'it-supplier', staff: 12, turnoverGbp: 900_000 });
  const told = reasons.join(' ');
  expect(
    ['fewer than 50', 'at least 50 staff', 'at least £10 million', 'digital goods or services'].filter(
      (words) => !told.includes(words),
    ),
  ).toEqual([]);
  expect(told.split('Category 2 needs all three')).toHaveLength(2);
});

test('the search calls a check by what it is', async () => {
  const done = await server.installation.records.perform(server.organisation, 'system', {
    do: 'add',
    kind: 'observation',
    data: {
      items: ['7.3.4'],
      kind: 'check',
      verdict: 'shows',
      receivedAt: '2026-11-19T09:30:00.000Z',
      source: 'Quillfeather backup check',
    },
  });
  expect(done.ok).toBe(true);
  const { body } = await server.owner.get(`${home}/search?q=quillfeather`);
  expect([/A check(?:'|&#x27;)s result/.test(body), body.includes('>Observation<')]).toEqual([true, false]);
});
