import { choice, day, instant, items, longText, period, reference, text } from './field.ts';
import { type DataOf, defineKind, endsBefore } from './kind.ts';

/** That a person looked and found what an item asks for, and nothing more: what no reading can tell counts by it. */
export function isPersonsCheck(data: DataOf<typeof observation>): boolean {
  const { kind, verdict, result, document, words, source, sha256 } = data;
  const says = [document, words, source, sha256].some((one) => one !== undefined);
  return kind === 'check' && verdict === 'shows' && result === 'passed' && !says;
}

/**
 * Something that shows, or was judged not to show, what evidence items ask for. When it came in, what day it speaks of, which
 * time it covers and who collected it are kept apart.
 */
export const observation = defineKind({
  name: 'observation',
  plural: 'observations',
  label: { one: 'Observation', many: 'Observations' },
  purpose: 'What shows each evidence item: a document, a check, a certificate or something you did.',
  fields: {
    items: items('Evidence items'),
    kind: choice('Kind', {
      document: 'A document',
      activity: 'Something that was done',
      check: "A check's result",
      certificate: 'A certificate',
      statement: 'A statement by a responsible person',
    }),
    verdict: choice('Verdict', { shows: 'It shows this', 'does-not-show': 'It does not show this' }),
    document: reference('Document', 'document').optional(),
    receivedAt: instant('Received at'),
    effectiveOn: day('Dated', { hint: 'The day it speaks of, not the day it was uploaded.' }).optional(),
    coversFrom: day('Covers from').optional(),
    coversUntil: day('Covers until').optional(),
    source: text('Source', { hint: 'Where it comes from, such as the name of a system.' }).optional(),
    collector: text('Collected by', { personal: true }).optional(),
    sha256: text('SHA-256', { longest: 64, hint: 'Of the file, when it is kept elsewhere.' }).optional(),
    result: choice('Result', { passed: 'Passed', partly: 'Partly', failed: 'Failed' }).optional(),
    words: longText('What it shows').optional(),
    validFor: period('Counts for', { hint: 'Only when longer than the Toolkit allows; needs a reason.' }).optional(),
    windowReason: longText('Why it counts for longer').optional(),
  },
  titleOf: ({ items: refs, kind }) => `${kind} for ${refs.join(', ')}`,
  immutable: ['receivedAt', 'document', 'sha256'],
  invariants: [
    ({ data }) =>
      data.items.length === 0 ? { field: 'items', message: 'Enter at least one evidence item' } : undefined,
    ({ data }) =>
      data.validFor && !data.windowReason
        ? { field: 'windowReason', message: 'Enter why it counts for longer than the Toolkit allows' }
        : undefined,
    ({ data }) =>
      data.kind === 'document' && !data.document && !data.sha256
        ? { field: 'document', message: 'Select the document' }
        : undefined,
    ({ data }) => endsBefore(data.coversFrom, data.coversUntil, 'coversUntil', 'Covers until', 'the first day covered'),
    ({ data }) =>
      data.sha256 === undefined || /^[0-9a-f]{64}$/.test(data.sha256)
        ? undefined
        : { field: 'sha256', message: 'SHA-256 must be 64 hexadecimal digits' },
  ],
});
