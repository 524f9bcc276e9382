import { csvLine, UTF8_MARK } from '../../exchange/csv.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { changesInWords, entryInWords, type JournalRow } from './journal-page.tsx';

const COLUMNS = ['Entry', 'When (UTC)', 'Who', 'What', 'Action', 'Kind', 'Id', 'Hash'];

/**
 * Entries of the journal as CSV, in the order given and a piece for each batch of them, so that a long journal is never in
 * memory as a whole. What has been erased is named by its kind and id alone.
 */
export async function* journalCsv(
  batches: AsyncIterable<readonly JournalRow[]>,
  who: ActorWords,
  holdings: Holdings,
): AsyncGenerator<string> {
  yield `${UTF8_MARK}${csvLine(COLUMNS)}`;
  for await (const rows of batches) {
    const lines = rows.map((row) => {
      const { seq, at, actor, action, kind, id, hash } = row.entry;
      return csvLine([String(seq), at, who(actor), told(row, holdings), action, kind, id, hash]);
    });
    yield lines.join('');
  }
}

function told(row: JournalRow, holdings: Holdings): string {
  const changes = changesInWords(row, holdings);
  return changes.length === 0 ? entryInWords(row) : `${entryInWords(row)}. ${changes.join('; ')}`;
}
