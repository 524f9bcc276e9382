import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildGapCheck } from '../../../test/support/gap-check-builder.ts';
import { GAP_CHECKS, halfWay, hostileNames, manyFindings } from '../../../test/support/gap-check-examples.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { displayWidth } from './display-text.ts';
import { terminalReport } from './terminal-report.ts';

function report(check: GapCheck, columns: number | undefined = 80, colour = false): string {
  return terminalReport(check, { folder: './policies', columns, colour });
}

describe('the report for a terminal', () => {
  describe.each(Object.entries(GAP_CHECKS))('of %s', (_name, example) => {
    test.each([60, 80, 120])('fits %i columns', (columns) => {
      const widest = Math.max(...report(example(), columns).split('\n').map(displayWidth));
      expect(widest).toBeLessThanOrEqual(columns);
    });
  });

  test('is written for 80 columns when nobody knows the width', () => {
    expect(report(halfWay(), undefined)).toBe(report(halfWay(), 80));
  });

  test('holds no escape sequence when there is no colour, whatever the files are called', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(report(hostileNames())).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('says the same in colour', () => {
    expect(stripVTControlCharacters(report(halfWay(), 80, true))).toBe(report(halfWay()));
  });

  test('opens with both outcomes and the distance between them', () => {
    expect(report(halfWay())).toMatch(/Claimed +39 of 45.*Defensible +20 of 45.*Between the two lie 19 items/s);
  });

  test('shows where a finding was seen as file:line with the words there', () => {
    expect(report(halfWay())).toContain('registers/roles.md:7  “SIRO | Nadia Okonjo”');
  });

  test('stays short with four hundred findings and counts the rest', () => {
    const text = report(manyFindings());
    expect([text.split('\n').length < 320, /and \d+ more:/.test(text)]).toEqual([true, true]);
  });

  test('puts high findings before medium and low ones', () => {
    const text = report(halfWay());
    expect([text.indexOf('HIGH:') < text.indexOf('MEDIUM:'), text.indexOf('MEDIUM:') < text.indexOf('LOW:')]).toEqual([
      true,
      true,
    ]);
  });

  test('says what counts but is still to be checked by a person', () => {
    expect(report(halfWay(), 120)).toMatch(
      /Found, for you to check .*\n(?:.*\n)?.*approved on 2 March 2026; check that its scope covers the whole organisation\./,
    );
  });

  test('names the files that were not taken into account, with the reason', () => {
    expect(report(halfWay())).toMatch(/registers\/staff\.xlsx\n {2}The workbook is locked/);
  });

  test('does not repeat an item number that the sentence holds already', () => {
    const finding = buildFinding({ refs: ['7.3.4'], message: 'Nothing was found for 7.3.4.' });
    expect(report(buildGapCheck({ findings: [finding] }))).toContain('- Nothing was found for 7.3.4.\n');
  });

  test('says where the full report is', () => {
    const text = terminalReport(halfWay(), { folder: 'x', columns: 80, colour: false, htmlFile: 'report.html' });
    expect(text.endsWith('The full report: report.html\n')).toBe(true);
  });
});
