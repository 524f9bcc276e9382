import { describe, expect, test } from 'vitest';
import { footersIn, isFooter } from './footer-rows.ts';

describe('a row of a table that is no entry of it', () => {
  test.each([
    [['Total', '', '']],
    [['Total: 12', '', '']],
    [['Total', '12', '']],
    [['', 'Grand total:', '£3,400.00']],
    [['Sub-total', '', '7']],
    [['Total employees: 45', '', '']],
    [['Total staff:', '12', '']],
    [['Total headcount', '', '12']],
    [['Total staff', '12', '']],
    [['Headcount', '12', '']],
    [['Count', '', '']],
    [['Count', '12', '']],
    [['Number of suppliers: 8', '', '']],
    [['12 records found', '', '']],
    [['*** End of report ***', '', '']],
    [['End of list.', '', '']],
    [['Page 1 of 2', '', '']],
    [['Page', '1 of 2', '']],
    [['Page 3/4', '', '']],
    [['Printed on 12/03/2026 10:31', '', '']],
    [['Report generated 2026-03-12 by payroll', '', '']],
    [['Exported by', 'Ann Lee', '12/03/2026']],
  ])('is told by what it says: %j', (cells) => {
    expect(isFooter(cells, cells.length)).toBe(true);
  });

  test.each([
    [['Total Energies', '', '']],
    [['Total', 'Fuel cards', 'yes']],
    [['Total People Ltd', '', '']],
    [['Count Basie', 'Employee', '']],
    [['Ann Page', '', '']],
    [['Ann Page', '12', '3']],
    [['Endsleigh', '', '']],
    [['Printed Matter Ltd', '', '']],
    [['Page 1 Books', '', '']],
    [['', '', '']],
    [['12', '', '']],
    [['Total', 'Fuel cards', '2026']],
    [['Total People Ltd', '1,200', '']],
    [['Total Systems plc', '12', '']],
    [['Printed.com', '01/02/2026', '']],
    [['Printed Cup Company', '1 Jan 2026', '']],
    [['Created Ltd', '12 Jan 2026', 'London']],
    [['Generated Power', '2026-01-31', '']],
  ])('is not somebody or something that is called alike: %j', (cells) => {
    expect(isFooter(cells, cells.length)).toBe(false);
  });

  test.each([
    ['-'.repeat(50_000) + 'x'.repeat(50_000)],
    [`x${'- '.repeat(50_000)}x`],
    [`total ${'a '.repeat(50_000)}`],
  ])('is told at once of a cell of many thousand signs', (cell) => {
    const began = performance.now();
    expect(isFooter([cell, cell, cell], 3)).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('in a list of one column is one only where it cannot be a name', () => {
    const rows = ['Ann Lee', 'Total', 'Total: 2', 'End of report'].map((cell, at) => ({
      cells: [cell],
      place: `line ${at + 2}`,
    }));
    expect([...footersIn({ columns: ['Name'], rows })]).toEqual([2, 3]);
  });
});
