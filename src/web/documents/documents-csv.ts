import { csvOf } from '../../exchange/csv.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { DocumentRow } from '../../workspace/documents/document-rows.ts';
import { SCANS } from '../record/document-state.tsx';
import { KIND_WORDS, STATE_WORDS } from './document-words.ts';

const COLUMNS = [
  'File',
  'Title',
  'State',
  'Kind',
  'Version',
  'Owner',
  'Approved by',
  'Received at',
  'Dated',
  'Next review',
  'Review overdue',
  'Counts for',
  'Faults',
  'Malware scan',
  'Withdrawn on',
  'Size in bytes',
  'SHA-256',
];

/** The documents as CSV, one a row. Days are ISO 8601; a date that is less exact stands as it was written. */
export function documentsCsv(rows: readonly DocumentRow[]): string {
  return csvOf(
    COLUMNS,
    rows.map(({ document: { data }, state, read, dated, nextReview, overdue, items, faults }) => [
      neutralised(data.path),
      neutralised(read?.profile.title ?? ''),
      STATE_WORDS[state],
      read ? KIND_WORDS[read.profile.kind] : '',
      neutralised(read?.profile.version ?? ''),
      neutralised(read?.profile.owner ?? ''),
      neutralised(read?.profile.approver ?? ''),
      data.receivedAt,
      dated ? (dated.date.precision === 'day' ? dated.date.from : neutralised(dated.date.text)) : '',
      nextReview ?? '',
      read ? (overdue ? 'yes' : 'no') : '',
      items.join('; '),
      read ? String(faults.length) : '',
      SCANS[data.scan],
      data.withdrawnOn ?? '',
      String(data.bytes),
      data.sha256,
    ]),
  );
}
