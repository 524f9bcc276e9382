import { createHash } from 'node:crypto';
import { GENESIS, type Hash, type Head } from '../../record/journal.ts';
import type { BrokenEntry } from '../../record/verify-journal.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { checkJournal } from './journal-check.ts';
import { errorCode, KeepingRefusal, type Kept, keptOrRefused, type OnKeepingProgress } from './keeping-problem.ts';
import { inPlace, type KeepingSettings, type KeptPlace } from './kept-place.ts';
import { collectFiles, type ReferredFile } from './referred-files.ts';

/** A file that is not as the record says. */
export type BrokenFile = ReferredFile & { readonly why: string };

export type VerifiedOrganisation = {
  readonly organisation: string;
  readonly head: Head;
  /** Entries whose payload was lawfully erased. */
  readonly erased: number;
  /** Things the organisation holds now. */
  readonly holds: number;
  readonly files: { readonly whole: number; readonly bytes: number; readonly unreferenced: number };
  /** The first thing wrong with the journal or the rows; files are looked at all the same. */
  readonly broken?: BrokenEntry;
  readonly brokenFiles: readonly BrokenFile[];
  /** Of the hashes that were noted down elsewhere, those that are those of its entries. */
  readonly found: readonly string[];
};

export type Verification = {
  readonly whole: boolean;
  readonly organisations: readonly VerifiedOrganisation[];
  /** Hashes noted down elsewhere that no journal holds: one was cut off or exchanged. */
  readonly missing: readonly string[];
  /** What is wrong with the database itself: pages, indexes, also of accounts. */
  readonly faults: readonly string[];
};

export type VerifyOptions = {
  /** All of them when left out. */
  readonly organisation?: string;
  /** Heads that were noted down elsewhere earlier: each must be the hash of an entry. */
  readonly expected?: readonly string[];
  readonly onProgress?: OnKeepingProgress;
};

/** Proves journals, current rows and files of an installation. A server may go on writing meanwhile. */
export function verify(
  settings: KeepingSettings,
  options: VerifyOptions = {},
): Promise<Kept<{ readonly verification: Verification }>> {
  return keptOrRefused(() =>
    inPlace(settings, {}, async (place) => ({ verification: await verifyPlace(place, settings.hash, options) })),
  );
}

export async function verifyPlace(
  place: KeptPlace,
  hash: Hash,
  { organisation, expected = [], onProgress = () => {} }: VerifyOptions = {},
): Promise<Verification> {
  const known = await place.journal.listOrganisations();
  if (organisation !== undefined && !known.includes(organisation))
    throw new KeepingRefusal('no-organisation', `There is no organisation ${JSON.stringify(organisation)}`);
  const faults = await readOrBroken(() => place.database.faults());
  const organisations: VerifiedOrganisation[] = [];
  for (const one of organisation === undefined ? known : [organisation])
    organisations.push(await verifyOrganisation(place, one, { hash, expected, onProgress }));
  const found = new Set(organisations.flatMap((one) => one.found));
  const missing = expected.filter((one) => !found.has(one));
  const told = faults instanceof Unreadable ? [faults.message] : faults;
  const whole =
    told.length === 0 &&
    missing.length === 0 &&
    organisations.every((one) => !one.broken && one.brokenFiles.length === 0);
  return { whole, organisations, missing, faults: told };
}

type VerifyContext = {
  readonly hash: Hash;
  readonly expected: readonly string[];
  readonly onProgress: OnKeepingProgress;
};

/** An erasure while the journal is read takes payloads away that were not erased yet: then it is read again. */
const ATTEMPTS = 3;

async function verifyOrganisation(
  place: KeptPlace,
  organisation: string,
  context: VerifyContext,
): Promise<VerifiedOrganisation> {
  let verified = await verifyOnce(place, organisation, context);
  for (let attempt = 1; attempt < ATTEMPTS && (verified.broken || verified.brokenFiles.length > 0); attempt += 1) {
    const head = await place.journal.head(organisation);
    if (head?.hash === verified.head.hash) break;
    verified = await verifyOnce(place, organisation, context);
  }
  return verified;
}

const BATCH = 2_000;

async function verifyOnce(
  { journal, files }: KeptPlace,
  organisation: string,
  { hash, expected, onProgress }: VerifyContext,
): Promise<VerifiedOrganisation> {
  // The rows first: the journal only grows, so that it holds everything they stand on.
  const current = await readOrBroken(() => journal.current(organisation));
  if (current instanceof Unreadable) return unreadableRows(journal, organisation, current);
  if (!current)
    throw new KeepingRefusal('no-organisation', `The organisation ${organisation} was taken away meanwhile`);
  const check = checkJournal(hash);
  const referred = new Map<string, ReferredFile>();
  const found = new Set<string>();
  let broken: BrokenEntry | undefined;
  while (!broken && check.head().seq < current.head.seq) {
    const { seq } = check.head();
    onProgress({ what: 'journal entries', done: seq, total: current.head.seq });
    const batch = await entriesAfter(journal, organisation, seq, Math.min(BATCH, current.head.seq - seq));
    if (batch instanceof Unreadable) broken = { seq: seq + 1, why: batch.message };
    else if (batch.length === 0)
      broken = { seq: seq + 1, why: `it is missing, and the journal is said to end at entry ${current.head.seq}` };
    for (const stored of batch instanceof Unreadable ? [] : batch) {
      collectFiles(referred, stored);
      broken = check.take(stored);
      if (broken) break;
      if (expected.includes(stored.entry.hash)) found.add(stored.entry.hash);
    }
  }
  broken ??= check.end(current.head, current.entities) ?? (await beyondTheEnd(journal, organisation, current.head));
  const read = await verifyFiles(files, organisation, referred, onProgress);
  return {
    organisation,
    head: current.head,
    erased: check.erased(),
    holds: current.entities.length,
    found: [...found],
    ...read,
    ...(broken && { broken }),
  };
}

/** An entry that stands after the end. One that was appended meanwhile has moved the head in the same transaction. */
async function beyondTheEnd(
  journal: JournalStore,
  organisation: string,
  { seq }: Head,
): Promise<BrokenEntry | undefined> {
  const [next] = await journal.entriesAfter(organisation, seq, 1);
  const head = await journal.head(organisation);
  return next && head && next.entry.seq > head.seq
    ? { seq: next.entry.seq, why: `it is there, although the journal is said to end at entry ${head.seq}` }
    : undefined;
}

/** What the database would not give back, or gave back as no JSON. */
class Unreadable {
  readonly message: string;
  constructor(error: unknown) {
    this.message =
      error instanceof SyntaxError
        ? 'what stands there is no JSON'
        : `the database could not read it (${error instanceof Error ? error.message : String(error)})`;
  }
}

async function readOrBroken<Read>(read: () => Promise<Read>): Promise<Read | Unreadable> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SyntaxError || /^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/.test(errorCode(error) ?? ''))
      return new Unreadable(error);
    throw error;
  }
}

/** A batch, or, where one of its entries cannot be read, those before it: the next call then begins with the one that is broken. */
async function entriesAfter(journal: JournalStore, organisation: string, seq: number, limit: number) {
  let most = limit;
  for (;;) {
    const batch = await readOrBroken(() => journal.entriesAfter(organisation, seq, most));
    if (!(batch instanceof Unreadable) || most === 1) return batch;
    most = Math.ceil(most / 2);
  }
}

/** Without the rows there is nothing to compare: the head alone is told. */
async function unreadableRows(
  journal: JournalStore,
  organisation: string,
  { message }: Unreadable,
): Promise<VerifiedOrganisation> {
  const head = (await journal.head(organisation)) ?? { seq: 0, hash: GENESIS };
  return {
    organisation,
    head,
    erased: 0,
    holds: 0,
    found: [],
    files: { whole: 0, bytes: 0, unreferenced: 0 },
    brokenFiles: [],
    broken: { seq: head.seq, why: `the current rows beside it: ${message}` },
  };
}

async function verifyFiles(
  files: FileStore,
  organisation: string,
  referred: ReadonlyMap<string, ReferredFile>,
  onProgress: OnKeepingProgress,
): Promise<Pick<VerifiedOrganisation, 'files' | 'brokenFiles'>> {
  const brokenFiles: BrokenFile[] = [];
  let whole = 0;
  let bytes = 0;
  let done = 0;
  for (const file of [...referred.values()].sort((a, b) => a.seq - b.seq)) {
    onProgress({ what: 'files', done, total: referred.size });
    done += 1;
    const why = await whyNotWhole(files, organisation, file);
    if (why !== undefined) brokenFiles.push({ ...file, why });
    else {
      whole += 1;
      bytes += file.bytes;
    }
  }
  let unreferenced = 0;
  for await (const { sha256 } of files.list(organisation)) if (!referred.has(sha256)) unreferenced += 1;
  return { files: { whole, bytes, unreferenced }, brokenFiles };
}

async function whyNotWhole(
  files: FileStore,
  organisation: string,
  { sha256, bytes }: ReferredFile,
): Promise<string | undefined> {
  try {
    const stream = await files.open(organisation, sha256);
    if (!stream) return 'it is missing';
    const hash = createHash('sha256');
    let read = 0;
    // A stream of bytes without encoding yields buffers.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      read += chunk.length;
    }
    if (read !== bytes) return `it has ${read} bytes, and the record says ${bytes}`;
    return hash.digest('hex') === sha256 ? undefined : 'its bytes were changed: they no longer have its SHA-256';
  } catch (error) {
    return `it could not be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
