import { describe, expect, test } from 'vitest';
import type { Form } from '../route.ts';
import { paged } from './paging.tsx';

const asking = (page: string): Form => ({ text: (name) => (name === 'page' ? page : ''), all: () => [] });
const rows = Array.from({ length: 250 }, (_, index) => index);

describe('a long list', () => {
  test('starts with its first hundred rows', () => {
    expect(paged(rows, asking(''))).toEqual({ rows: rows.slice(0, 100), page: 1, pages: 3 });
  });

  test('ends with what is left over', () => {
    expect(paged(rows, asking('3'))).toEqual({ rows: rows.slice(200), page: 3, pages: 3 });
  });

  test('shows its last page for one beyond it', () => {
    expect(paged(rows, asking('99')).page).toBe(3);
  });

  test.each(['0', '-1', '1.5', 'x', '9'.repeat(40)])('shows its first page for %s', (page) => {
    expect(paged(rows, asking(page)).page).toBe(1);
  });

  test('without a row has one page', () => {
    expect(paged([], asking('2'))).toEqual({ rows: [], page: 1, pages: 1 });
  });
});
