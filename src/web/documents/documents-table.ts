import type { Table } from '../../exchange/table-file.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { DocumentRow } from '../../workspace/documents/document-rows.ts';
import { SCANS } from '../record/document-state.tsx';
import { type Column, tableOf } from '../tables/columns-table.tsx';
import { KIND_WORDS, STATE_WORDS } from './document-words.ts';

const COLUMNS: readonly Column<DocumentRow>[] = [
  { name: 'File', text: ({ document }) => neutralised(document.data.path) },
  { name: 'Title', text: ({ read }) => neutralised(read?.profile.title ?? '') },
  { name: 'State', text: ({ state }) => STATE_WORDS[state] },
  { name: 'Kind', text: ({ read }) => (read ? KIND_WORDS[read.profile.kind] : '') },
  { name: 'Version', text: ({ read }) => neutralised(read?.profile.version ?? '') },
  { name: 'Owner', text: ({ read }) => neutralised(read?.profile.owner ?? '') },
  { name: 'Approved by', text: ({ read }) => neutralised(read?.profile.approver ?? '') },
  { name: 'Received at', text: ({ document }) => document.data.receivedAt },
  {
    name: 'Dated',
    is: 'day',
    text: ({ dated }) =>
      dated ? (dated.date.precision === 'day' ? dated.date.from : neutralised(dated.date.text)) : '',
  },
  { name: 'Next review', is: 'day', text: ({ nextReview }) => nextReview ?? '' },
  { name: 'Review overdue', text: ({ read, overdue }) => (read ? (overdue ? 'yes' : 'no') : '') },
  { name: 'Counts for', text: ({ acceptedFor }) => acceptedFor.join('; ') },
  {
    name: 'Seems to fit, not looked through yet',
    text: ({ seemsToFit }) => seemsToFit.map(({ ref }) => ref).join('; '),
  },
  { name: 'Faults', is: 'number', text: ({ read, faults }) => (read ? String(faults.length) : '') },
  { name: 'Malware scan', text: ({ document }) => SCANS[document.data.scan] },
  { name: 'Withdrawn on', is: 'day', text: ({ document }) => document.data.withdrawnOn ?? '' },
  { name: 'Size in bytes', is: 'number', text: ({ document }) => String(document.data.bytes) },
  { name: 'SHA-256', text: ({ document }) => document.data.sha256 },
];

/** The documents, one a row. Days are ISO 8601; a date that is less exact stands as it was written. */
export function documentsTable(rows: readonly DocumentRow[]): Table {
  return tableOf(COLUMNS, rows);
}
