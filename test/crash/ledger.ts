import type { KeptPlace } from '../../src/workspace/keeping/kept-place.ts';
import { verifyPlace } from '../../src/workspace/keeping/verify.ts';
import { sha256 } from '../support/kept-place.ts';
import type { WriterLine } from './writer.ts';

/** What has been acknowledged to the writers, kept apart from the store, and what must hold of the store because of it. */
export type Ledger = {
  readonly note: (lines: readonly WriterLine[]) => void;
  readonly acknowledged: () => number;
  readonly failures: () => readonly string[];
  /** Everything that is not as it should be, in words; empty when nothing was lost and nothing is half-written. */
  readonly wrongIn: (place: KeptPlace) => Promise<readonly string[]>;
};

type Acknowledged = { readonly seq: number; readonly hash: string; readonly file: string | undefined };

export function keepLedger(organisation: string): Ledger {
  const acknowledged: Acknowledged[] = [];
  const failures: string[] = [];
  /** Where the journal was known to end for certain, and how many entries were on their way upon it when the writer ended. */
  let certain = 0;
  let underway: { readonly at: number; readonly entries: number } | undefined;

  function note(lines: readonly WriterLine[]): void {
    underway = undefined;
    for (const line of lines) {
      if ('begin' in line) underway = line;
      else if ('done' in line) {
        acknowledged.push({ seq: line.seq, hash: line.hash, file: line.file });
        certain = line.seq;
        underway = undefined;
      } else failures.push(line.message);
    }
  }

  async function wrongIn(place: KeptPlace): Promise<readonly string[]> {
    const wrong: string[] = [];
    const head = await place.journal.head(organisation);
    const possible = [certain, ...(underway ? [underway.at, underway.at + underway.entries] : [])];
    if (head === undefined || !possible.includes(head.seq))
      wrong.push(`the journal ends at ${head?.seq}, and it may only end at ${possible.join(' or ')}`);
    certain = head?.seq ?? certain;
    const hashes = new Map<number, string>();
    for (let seq = 0; ; ) {
      const batch = await place.journal.entriesAfter(organisation, seq, 5_000);
      for (const { entry } of batch) hashes.set(entry.seq, entry.hash);
      seq = batch.at(-1)?.entry.seq ?? seq;
      if (batch.length < 5_000) break;
    }
    for (const { seq, hash, file } of acknowledged) {
      if (hashes.get(seq) !== hash)
        wrong.push(`entry ${seq} was acknowledged with the hash ${hash}, and has ${hashes.get(seq)}`);
      if (file !== undefined && (await place.files.size(organisation, file)) === undefined)
        wrong.push(`the file ${file} of entry ${seq} was acknowledged, and is missing`);
    }
    const { organisations } = await verifyPlace(place, sha256, { organisation });
    for (const { broken, brokenFiles } of organisations) {
      if (broken) wrong.push(`entry ${broken.seq}: ${broken.why}`);
      for (const { sha256: name, why } of brokenFiles) wrong.push(`file ${name}: ${why}`);
    }
    return wrong;
  }

  return { note, acknowledged: () => acknowledged.length, failures: () => failures, wrongIn };
}
