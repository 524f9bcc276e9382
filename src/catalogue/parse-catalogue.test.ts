import { describe, expect, it } from 'vitest';
import { parseCatalogue, parseEdition, parseProofRules } from './parse-catalogue.ts';

const GOOD = `
edition: v1
years: 2030-31
category: 3
title: A small catalogue
deadline: 2031-06-30
read-on: 2030-09-01
official-counts: {items: null, mandatory: null, approaching: null, confidence: low, sources: [list]}
caveats: []
sources:
  list: {url: "https://example.org/list", read-on: 2030-09-01}
standards:
  - id: "7"
    title: Continuity
    assertions:
      - id: "7.3"
        title: Recovery
        items:
          - ref: "7.3.4"
            requirement: Backups are tested.
            answer: yes_no
            mandatory: true
            approaching: null
            exempt-by: []
            evidence: []
            editions: {v1: mandatory}
            confidence: high
            sources: [list]
`;

function faults(text: string) {
  const parsed = parseCatalogue({ name: 'small.yaml', text });
  return parsed.ok ? [] : parsed.problem.faults;
}

describe('parsing a catalogue', () => {
  it('keeps unknown apart from false', () => {
    const parsed = parseCatalogue({ name: 'small.yaml', text: GOOD });
    expect(parsed.ok && parsed.value.items[0]?.approaching).toBeNull();
  });

  it('puts the sources an item names beside the item', () => {
    const parsed = parseCatalogue({ name: 'small.yaml', text: GOOD });
    expect(parsed.ok && parsed.value.items[0]?.sources).toEqual([
      { url: 'https://example.org/list', readOn: '2030-09-01' },
    ]);
  });

  it('marks exemptions that were not collected', () => {
    const parsed = parseCatalogue({ name: 'small.yaml', text: GOOD.replace('exempt-by: []', 'exempt-by: null') });
    expect(parsed.ok && parsed.value.items[0]).toMatchObject({ exemptBy: [], exemptionsKnown: false });
  });

  it('says where a wrong value stands, in which item, and what was found', () => {
    expect(faults(GOOD.replace('mandatory: true\n            app', 'mandatory: maybe\n            app'))).toEqual([
      {
        path: 'standards[0].assertions[0].items[0].mandatory',
        ref: '7.3.4',
        message: expect.stringMatching(/expected boolean.*; found "maybe"/),
      },
    ]);
  });

  it('refuses a misspelt key', () => {
    expect(faults(GOOD.replace('exempt-by', 'exemptby'))).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('exemptby') }),
    );
  });

  it('refuses a number that YAML would read as a decimal', () => {
    expect(faults(GOOD.replace('ref: "7.3.4"', 'ref: 7.3'))[0]?.path).toBe('standards[0].assertions[0].items[0].ref');
  });

  it('refuses a doubled number', () => {
    const item = GOOD.slice(GOOD.indexOf('          - ref'));
    expect(faults(GOOD + item)).toContainEqual({
      path: 'ref',
      ref: '7.3.4',
      message: 'stands twice in this catalogue: "7.3.4"',
    });
  });

  it('refuses an item under the wrong assertion', () => {
    expect(faults(GOOD.replace('"7.3.4"', '"8.3.4"'))).toContainEqual(
      expect.objectContaining({ ref: '8.3.4', path: 'ref' }),
    );
  });

  it('refuses a source that is not in the table', () => {
    expect(faults(GOOD.replaceAll('sources: [list]', 'sources: [lost]'))).toHaveLength(2);
  });

  it('refuses a day that does not exist', () => {
    expect(faults(GOOD.replace('2031-06-30', '2031-06-31'))[0]).toMatchObject({
      path: 'deadline',
      message: expect.stringContaining('real day'),
    });
  });

  it('gives line and column of broken YAML', () => {
    expect(faults('edition: [v1\nyears: x')[0]?.path).toMatch(/^line 2, column/);
  });

  it('refuses a text that is no catalogue at all', () => {
    expect(faults('just words')[0]?.path).toBe('the whole file');
  });
});

const RULE = `
- ref: "7.3.4"
  ask: Do backups restore?
  why: Because.
  first-step: Try one.
  function: it
  effort-hours: 2
  lead-time-days: 1
  risk: high
  quick-win: true
  proofs:
    - - {activity: restore-test, outcome: success, within: P12M}
      - {document: [report], about: "restore test", dated-within: P12M}
  breaks-when: []
  falls-stale: []
  vocabulary: [restore]
  not-this: ["backup job log (7.3.4)"]
  shares-proof-with: []
  basis: judgement
`;

describe('parsing proof rules', () => {
  it('takes the number out of what is easily mistaken for proof', () => {
    const parsed = parseProofRules({ name: 'rules.yaml', text: RULE });
    expect(parsed.ok && parsed.value[0]?.notThis).toEqual([{ what: 'backup job log', ref: '7.3.4' }]);
  });

  it('names the faulty part of a condition, not only the condition', () => {
    const parsed = parseProofRules({ name: 'rules.yaml', text: RULE.replace('[report]', '[reprot]') });
    expect(parsed.ok ? [] : parsed.problem.faults).toEqual([
      expect.objectContaining({ ref: '7.3.4', path: '[0].proofs[0][1].document[0]' }),
    ]);
  });

  it('refuses a reference to a rule that does not exist', () => {
    const parsed = parseProofRules({
      name: 'rules.yaml',
      text: RULE.replace('shares-proof-with: []', 'shares-proof-with: ["9.9.9"]'),
    });
    expect(parsed.ok ? [] : parsed.problem.faults[0]?.message).toBe('points to "9.9.9", which has no rule');
  });

  it('refuses a window that is no period', () => {
    expect(parseProofRules({ name: 'rules.yaml', text: RULE.replace('within: P12M}', 'within: yearly}') }).ok).toBe(
      false,
    );
  });
});

describe('parsing an edition', () => {
  it('takes a source whose address was not kept', () => {
    const text = `edition: v9
years: 2026-27
released-on: 2026-09-01
in-force: false
deadline: null
deadline-basis: by-pattern
contents: unknown
caveat: null
confidence: low
read-on: 2026-11-20
sources: {trace: {url: null, read-on: 2026-11-20}}`;
    const parsed = parseEdition({ name: 'edition.yaml', text });
    expect(parsed.ok && parsed.value.sources).toEqual([{ url: null, readOn: '2026-11-20' }]);
  });
});
