import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCatalogue, aDocument, aFact, anItem, aRecord, aRule, on } from '../../test/support/record-builder.ts';
import type { Condition } from '../catalogue/catalogue.ts';
import { dayAfter } from '../record/day.ts';
import type { Answer, RecordedDocument } from '../record/record.ts';
import { assess } from './assess.ts';
import type { Standing } from './assessment.ts';
import { forecast } from './forecast.ts';

const TODAY = '2026-11-20';
const conditions: Condition[] = [
  { is: 'activity', activity: 'restore-test', outcome: 'success', within: 'P12M' },
  { is: 'document', kinds: ['policy'], about: 'backup', within: 'P36M', names: [] },
  { is: 'measure', measure: 'training-completion', atLeast: 0.95, within: 'P12M', of: 'staff' },
  { is: 'certificate', certificate: 'cyber-essentials-plus', scope: 'everything' },
];
const catalogue = aCatalogue([
  anItem('7.3.1', { rule: aRule('7.3.1', [[conditions[1] as Condition]]) }), // conditions are the literal list above
  anItem('7.3.4', {
    rule: aRule('7.3.4', [[conditions[0] as Condition, conditions[1] as Condition], [conditions[3] as Condition]]),
  }),
  anItem('3.2.1', { rule: aRule('3.2.1', [[conditions[2] as Condition]]) }),
]);

const day = fc
  .integer({ min: -1500, max: 500 })
  .map((days) => dayAfter(TODAY, `${days < 0 ? '-' : ''}P${Math.abs(days)}D`));
const name = fc.constantFrom('Ash', 'Bo', 'Cy', 'Di');
const document = fc.oneof(
  day.map((when) =>
    aDocument(`log-${when}.md`, {
      kind: 'log',
      speaksTo: ['7.3.4'],
      facts: [aFact('restore-test', { asOf: on(when), parts: { result: 'success' } })],
    }),
  ),
  day.map((when) =>
    aDocument(`policy-${when}.md`, { title: 'Backup policy', dates: { approved: when }, speaksTo: ['7.3.1', '7.3.4'] }),
  ),
  fc.tuple(day, name).map(([when, who]) =>
    aDocument(`training-${who}-${when}.csv`, {
      kind: 'register',
      speaksTo: ['3.2.1'],
      facts: [aFact('training-completion', { subject: who, asOf: on(when) })],
    }),
  ),
  day.map((when) =>
    aDocument(`certificate-${when}.md`, {
      text: 'Fernhill Software Ltd',
      kind: 'certificate',
      facts: [aFact('certificate', { subject: 'cyber-essentials-plus', parts: { expires: when } })],
    }),
  ),
);
const ourRecord = (list: readonly RecordedDocument[], given: readonly Answer[] = []) =>
  aRecord(list, { organisation: { name: 'Fernhill Software Ltd', facts: {} }, answers: given });
const answers = fc.array(
  fc.record({
    ref: fc.constantFrom('7.3.1', '7.3.4', '3.2.1'),
    said: fc.constantFrom<Answer['said']>('yes', 'no', 'in-progress', 'unknown'),
    answeredOn: day,
  }),
  { maxLength: 4 },
);
const documents = fc.uniqueArray(document, { selector: ({ path }) => path, maxLength: 12 });

/** How good a standing is: only what counts, what is at least said, and what is not even that. */
const rank = (standing: Standing): number =>
  ['proven', 'exempt', 'not-applicable'].includes(standing)
    ? 2
    : ['claimed', 'stale', 'carried'].includes(standing)
      ? 1
      : 0;

const standings = (list: readonly RecordedDocument[], when: string) =>
  assess(catalogue, ourRecord(list), when).items.map(({ standing }) => standing);

describe('assessment', () => {
  it('does not depend on the order of the documents', () => {
    fc.assert(
      fc.property(fc.tuple(documents, fc.infiniteStream(fc.nat())), ([list, salts]) => {
        const shuffled = list
          .map((one) => ({ one, salt: salts.next().value ?? 0 }))
          .sort((a, b) => a.salt - b.salt)
          .map(({ one }) => one);
        const strip = (l: readonly RecordedDocument[]) =>
          assess(catalogue, ourRecord(l), TODAY).items.map(({ standing, until }) => ({ standing, until }));
        expect(strip(shuffled)).toEqual(strip(list));
      }),
    );
  });

  it('agrees with the forecast on every day that the forecast names, and on the day before', () => {
    fc.assert(
      fc.property(documents, answers, (list, given) => {
        const record = ourRecord(list, given);
        const steps = forecast(catalogue, record, TODAY, dayAfter(TODAY, 'P400D'));
        let known = assess(catalogue, record, TODAY).items.map(({ standing }) => standing);
        for (const step of steps) {
          expect(assess(catalogue, record, dayAfter(step.on, '-P1D')).items.map(({ standing }) => standing)).toEqual(
            known,
          );
          const now = assess(catalogue, record, step.on);
          known = now.items.map(({ standing }) => standing);
          for (const change of step.changes)
            expect(now.items.find(({ item }) => item.ref === change.ref)?.standing).toBe(change.to);
          expect(now.outcome.defensible.counting).toBe(step.counting);
        }
      }),
    );
  });

  it('misses no change between two days that the forecast names', () => {
    fc.assert(
      fc.property(documents, answers, fc.integer({ min: 1, max: 400 }), (list, given, days) => {
        const record = ourRecord(list, given);
        const then = dayAfter(TODAY, `P${days}D`);
        const after = new Map(assess(catalogue, record, TODAY).items.map(({ item, standing }) => [item.ref, standing]));
        for (const step of forecast(catalogue, record, TODAY, then))
          for (const { ref, to } of step.changes) after.set(ref, to);
        expect([...after.values()]).toEqual(assess(catalogue, record, then).items.map(({ standing }) => standing));
      }),
    );
  });

  it('never gets better when evidence is taken away', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (list, index) => {
        // A person who leaves the training rows is not evidence taken away: it changes who is counted.
        const evidence = list.filter(({ path }) => !path.startsWith('training'));
        if (evidence.length === 0) return;
        const fewer = evidence.filter((_, i) => i !== index % evidence.length);
        const [before, after] = [standings(evidence, TODAY), standings(fewer, TODAY)];
        before.forEach((standing, i) => {
          expect(rank(after[i] ?? 'unanswered')).toBeLessThanOrEqual(rank(standing));
        });
      }),
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(documents, (list) => {
        expect(assess(catalogue, ourRecord(list), TODAY)).toEqual(assess(catalogue, ourRecord([...list]), TODAY));
      }),
    );
  });
});
