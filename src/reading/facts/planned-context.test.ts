import { describe, expect, test } from 'vitest';
import { factsIn } from '../../../test/support/facts-of-text.ts';

const strengths = (type: string, source: string) =>
  factsIn(type, `# Security policy\n\n${source}`).map(({ strength }) => strength);
const CERTIFIED = '- ISO 27001 certificate obtained\n';

describe('what stands under a coming time is planned', () => {
  test.each([
    '## Long-Term (Next 12 Months)\n\n',
    '## Roadmap\n\n',
    '## Milestones\n\n',
    '## Next steps\n\n',
    '## Success criteria\n\n',
    '## Key performance indicators\n\n',
    '## Phase 2\n\n',
    '## Goals for the spring\n\n',
    '## Months 6-12\n\n',
    '**Medium-term** (6 to 12 months):\n',
  ])('in “%s”', (above) => {
    expect(strengths('certificate', above + CERTIFIED)).toEqual(['planned']);
  });

  test.each([
    '## Where we are\n\n',
    '## Milestones reached\n\n',
    '## Goals met last year\n\n',
    '## Long-term storage\n\n',
    '## Phase 3: recovery\n\n',
  ])('but not in “%s”', (above) => {
    expect(strengths('certificate', above + CERTIFIED)).toEqual(['stated']);
  });

  test('for every family of facts', () => {
    const under = (text: string) => `## Milestones\n\n${text}\n`;
    expect(strengths('mfa-state', under('Two-factor authentication is enforced for all users.'))).toEqual(['planned']);
    expect(strengths('control-state', under('DNS filtering is in place on all laptops.'))).toEqual(['planned']);
    expect(strengths('incident', under('No security incidents in the last 12 months.'))).toEqual(['planned']);
    expect(strengths('recovery-target', under('The RTO for the platform is 2 hours.'))).toEqual(['planned']);
  });

  test('in the column of targets of a table', () => {
    const table =
      '| Area | Today | Target |\n|---|---|---|\n| Assurance | Reviewed in May | We are ISO 27001 certified |';
    expect(strengths('certificate', table)).toEqual(['planned']);
  });
});

test('a rule that is called a target holds', () => {
  expect(strengths('patch-target', '## Targets\n\nCritical patches are applied within 14 days.')).toEqual(['stated']);
  expect(strengths('recovery-target', '## Targets\n\nThe RTO for the platform is 4 hours.')).toEqual(['stated']);
});

test('that something is not there yet is true today, wherever it stands', () => {
  expect(strengths('certificate', '## Roadmap\n\nWe are working towards ISO 27001 certification.')).toEqual(['stated']);
});
