import { expect, test } from 'vitest';
import { readText } from './text.ts';

const roles = (source: string) => readText(source).lines.map(({ role, text }) => [role, text]);

test('underlined, numbered and capital lines standing alone are headings', () => {
  expect(
    roles('Access policy\n=============\n\n1. Purpose\n\nText.\n\nSCOPE\nAll staff.')
      .filter(([role]) => role === 'heading')
      .map(([, text]) => text),
  ).toEqual(['Access policy', '1. Purpose', 'SCOPE']);
});

test('a numbered list is not a row of headings', () => {
  expect(roles('Steps:\n1. Call the lead\n2. Write it down').map(([role]) => role)).toEqual(['text', 'item', 'item']);
});

test('a capital placeholder is not a heading', () => {
  expect(roles('\n[INSERT NAME]\n')).toEqual([['text', '[INSERT NAME]']]);
});

test('a table drawn with bars and crosses is a table', () => {
  const { tables } = readText(
    '+------+-------+\n| Name | Owner |\n+------+-------+\n| Desk | Jane  |\n+------+-------+',
  );
  expect(tables.map(({ columns, rows }) => [columns, rows.map(({ where }) => where)])).toEqual([
    [['Name', 'Owner'], [{ line: 4 }]],
  ]);
});

test('tick boxes say whether they are ticked', () => {
  expect(readText('[x] Done\n☐ Open').lines.map(({ ticked }) => ticked)).toEqual([true, false]);
});

test('a numbered list with blank lines between its items has no headings', () => {
  const steps = '1. Call the lead\n\n2. Write it down\n\n3. Tell the client\n\nThen rest.';
  expect(roles(steps).map(([role]) => role)).toEqual(['item', 'item', 'item', 'text']);
});
