import { choice, day, instant, number, references, text, yesNo } from './field.ts';
import { defineKind } from './kind.ts';

/** A file the organisation has put into its record. The bytes lie in the file store under their SHA-256. */
export const document = defineKind({
  name: 'document',
  plural: 'documents',
  label: { one: 'Document', many: 'Documents' },
  purpose: 'Policies, logs, certificates and other files that show what you do.',
  fields: {
    path: text('File name', { longest: 1_000, hint: 'With its folders, as it was uploaded.' }),
    sha256: text('SHA-256', { longest: 64 }),
    bytes: number('Size in bytes'),
    mediaType: text('Media type', { longest: 100 }),
    /** When it came in; never changed by hand. */
    receivedAt: instant('Received at'),
    source: choice('How it came in', {
      upload: 'Uploaded',
      'gap-check': 'Kept from a gap check',
      api: 'Sent through the API',
      import: 'Imported',
    }),
    collector: text('Collected by', { personal: true }).optional(),
    /** Nobody may rely on a held document until someone has decided. */
    hold: choice('Held back', {
      none: 'No',
      'patient-identifiable': 'It seems to hold patient-identifiable data',
      malware: 'The malware scanner found something',
      released: 'Held back once, then released by a person',
    }),
    scan: choice('Malware scan', {
      clean: 'Scanned, nothing found',
      infected: 'Scanned, something found',
      'not-scanned': 'Not scanned',
    }),
    releasedBy: text('Released by', { personal: true }).optional(),
    withdrawnOn: day('Withdrawn on', { hint: 'From this day on it no longer counts as proof.' }).optional(),
    /** Somebody said that these are other documents, and not versions or copies of it. */
    otherThan: references('Not a version of', 'document').optional(),
    /** Somebody chose it; whatever takes its place is to be read too. */
    staffRead: yesNo('Staff are asked to read it').optional(),
  },
  titleOf: ({ path }) => path,
  immutable: ['path', 'sha256', 'bytes', 'receivedAt'],
  // One file counts under a path at a time; one that is held back waits beside it.
  keyOf: ({ path, sha256, hold, withdrawnOn }) =>
    withdrawnOn !== undefined ? undefined : hold === 'none' || hold === 'released' ? path : `${path}\n${sha256}`,
  invariants: [
    ({ data }) =>
      /^[0-9a-f]{64}$/.test(data.sha256)
        ? undefined
        : { field: 'sha256', message: 'SHA-256 must be 64 hexadecimal digits' },
    ({ data }) =>
      data.hold === 'released' && !data.releasedBy
        ? { field: 'releasedBy', message: 'Enter who released it' }
        : undefined,
  ],
});
