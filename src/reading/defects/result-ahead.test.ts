import { describe, expect, test } from 'vitest';
import { found, linesOf } from '../../../test/support/made-document.ts';

const future = (source: string, path = 'reports/Continuity exercise report.md') =>
  linesOf('future-dated-claim', source, path);

describe('a result whose day has not come', () => {
  test.each([
    ['in the next sentence', '# Exercise\n\nScheduled for 14 January 2027. Outcome: passed.', 3],
    ['straight after the day', '# Tests\n\nRestore test R2, 12 December 2026: successful.', 3],
    ['in capitals after the day', '# Planned work\n\nFirewall renewal   12 December 2026   PASSED', 3],
    [
      'under a heading with the day',
      '# Tests\n\n## Restore test, 3 December 2026\n\nAll four systems were restored.',
      3,
    ],
  ])('is found %s', (_, source, line) => {
    expect(future(source)).toEqual([line]);
  });

  test('does not become true by itself when the day comes: it was written before', () => {
    const [defect] = found('future-dated-claim', '# Tests\n\nRestore test, 12 December 2026: successful.', 'log.md');
    expect([defect?.code, defect?.until]).toEqual(['future-dated-claim', undefined]);
  });

  test.each([
    'Outcome: passed. Next exercise 14 January 2027.',
    'The next test is due on 12 December 2026: complete the form first.',
    'The certificate is valid until 12 December 2026. Result: pass.',
    'Planned for 12 December 2026.',
  ])('is not seen in: %s', (sentence) => {
    expect(future(`# Exercise\n\n${sentence}`)).toEqual([]);
  });
});

describe('ticks ahead of time', () => {
  test('are found in a list for a coming period', () => {
    const source = '# Plan\n\n**Medium-term** (6-12 months):\n\n- ✅ Audit passed\n- ✅ Register complete\n';
    expect(future(source)).toEqual([5, 6]);
  });

  test('are found beside what is still to be written', () => {
    expect(future('# Status\n\n- ✅ Risk register\n- ✅ Statement of applicability - to be developed\n')).toEqual([4]);
  });

  test('are fine for what is done', () => {
    expect(future('# Status\n\nCompleted so far:\n\n- ✅ Risk register\n- ✅ Asset list\n')).toEqual([]);
  });
});
