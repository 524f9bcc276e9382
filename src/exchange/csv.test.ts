import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvOf, guarded, unguarded } from './csv.ts';

describe('a table as CSV', () => {
  test.each(['plain', 'a, b', 'say "so"', 'two\nlines', ' blank before', '', 'Zoë'])('keeps %j', (text) => {
    const [, row] = parse(csvOf(['Name', 'Next'], [[text, 'x']]), { bom: true }) as string[][];
    expect(row).toEqual([text, 'x']);
  });

  test.each(['=1+1', '+44 20 7946 0000 ext', '-cmd', '@SUM(A1)', '\t=1', ' =1', '|calc', '＝1', '\r=1', '-1+1'])(
    'does not let %j run in a spreadsheet',
    (text) => {
      const [, row] = parse(csvOf(['Name'], [[text]]), { bom: true }) as string[][];
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  test('shows where a text turns the direction of writing, and keeps what belongs to a script', () => {
    const [, row] = parse(csvOf(['Name'], [['invoice\u202egpj.exe', 'שלום\u200f', 'two\nlines']]), {
      bom: true,
      relax_column_count: true,
    }) as string[][];
    expect(row).toEqual(['invoice\ufffdgpj.exe', 'שלום\u200f', 'two\nlines']);
  });

  test.each(['-5', '+3.2', '-1,200', '95%', '2026-11-20', "O'Neill"])('leaves %j alone', (text) => {
    expect(guarded(text)).toBe(text);
  });

  test.each(['=1+1', "'=1", 'plain', "'tis", '-5', ''])('gives %j back when it is read again', (text) => {
    expect(unguarded(guarded(text))).toBe(text);
  });
});
