import { csvOf } from '../../exchange/csv.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { entryInWords, type JournalRow } from './journal-page.tsx';

/** Entries of the journal as CSV, in the order given. What has been removed or erased is named by its kind and id alone. */
export function journalCsv(rows: readonly JournalRow[], who: ActorWords): string {
  return csvOf(
    ['Entry', 'When (UTC)', 'Who', 'What', 'Action', 'Kind', 'Id', 'Hash'],
    rows.map((row) => {
      const { seq, at, actor, action, kind, id, hash } = row.entry;
      return [String(seq), at, who(actor), entryInWords(row), action, kind, id, hash];
    }),
  );
}
