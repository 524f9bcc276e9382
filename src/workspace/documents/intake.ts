import type { Readable } from 'node:stream';
import type { Transaction } from 'kysely';
import type { Day } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import { type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { DataOf } from '../../record/kinds/kind.ts';
import type { FileStore, StoredFile } from '../../storage/file-store.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import type { Tables } from '../../storage/tables.ts';
import type { KeptRecords } from '../kept-records.ts';
import { type Arrival, arrivalOf, bytesOf } from './arrival.ts';
import { type DocumentProblem, problemOfPerform } from './document-problem.ts';
import type { DocumentReadings, ReadingOfFiles } from './document-readings.ts';
import { inPlaceOf, isHeld, isWithdrawn, type KeptDocument } from './kept-document.ts';
import type { Scan, Scanner } from './malware-scan.ts';
import { isProgram, mediaTypeOf, nameDisagreement } from './media-type.ts';
import type { oneAtATime } from './one-at-a-time.ts';
import { type PatientWarning, patientDetailsIn, withoutNumbers } from './patient-details.ts';
import { removeUnreferred } from './still-referred.ts';
import { uploadPath } from './upload-path.ts';

type DocumentData = DataOf<typeof document>;

/** A file that somebody wants kept. */
export type Incoming = {
  /** As it was sent: it is made harmless here. */
  readonly path: string;
  readonly stream: Readable;
  readonly source: DocumentData['source'];
  /** Who collected it, for people to read. */
  readonly collector?: string;
  /** Tells files of one upload apart that have one path: those of two archives too. The path above is apart already. */
  readonly apart?: (path: string) => string;
  /** Taken in whoever it is from: nobody has been let into the organisation yet. */
  readonly beforeAnybody?: true;
};

/** What became of one file. */
export type Kept =
  | {
      readonly ok: true;
      readonly path: string;
      readonly id: string;
      /** `there-already`: the same bytes under the same path; nothing was added. `replaced`: an older one was withdrawn for it. */
      readonly became: 'kept' | 'replaced' | 'there-already';
      readonly scan: Scan | undefined;
      /** Set when it is held back. */
      readonly warning?: PatientWarning;
      /** What a person should know of it besides, as sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly path: string; readonly problem: DocumentProblem };

/** Whether whoever sends a file may do so in this very moment; within a transaction, in the step that adds the document. */
export type MayUpload = (organisation: string, actor: string, transaction?: Transaction<Tables>) => Promise<boolean>;

export type IntakeServices = {
  readonly files: FileStore;
  readonly records: KeptRecords;
  readonly journal: Pick<JournalStore, 'entriesAfter' | 'whileNobodyAppends'>;
  readonly readings: DocumentReadings;
  readonly scanner: Scanner;
  readonly mayUpload: MayUpload;
  readonly now: () => Instant;
  readonly today: () => Day;
  /** Size of the largest file, in bytes. */
  readonly most: number;
  /** Short steps on one organisation's documents, so that a file is not erased between its writing and its entry. */
  readonly inTurn: ReturnType<typeof oneAtATime>;
};

/**
 * Takes in one upload: a file, or the files of a ZIP archive. Of each the bytes are stored first and then looked at: what it
 * is, whether malware is in it, whether it speaks of patients; then the document is added to the record. A file whose
 * entry fails stays behind unreferenced, harms nobody and is named by `verify`.
 */
export async function takeIn(
  services: IntakeServices,
  organisation: string,
  actor: string,
  incoming: Incoming,
): Promise<readonly Kept[]> {
  const path = uploadPath(incoming.path);
  if (!(await services.records.open(organisation))) {
    incoming.stream.resume();
    return [{ ok: false, path, problem: problemOfPerform({ type: 'no-organisation' }) }];
  }
  const chunks = bytesOf(incoming.stream);
  try {
    const arrived = await arrivalOf(path, chunks, services.most);
    if (!arrived.ok) return [{ ok: false, path, problem: arrived.problem }];
    const kept: Kept[] = [];
    for (const arrival of arrived.arrivals) {
      const own = arrival.path === path ? path : (incoming.apart?.(arrival.path) ?? arrival.path);
      kept.push(await takeInOne(services, organisation, actor, incoming, { ...arrival, path: own }));
    }
    return [...kept, ...arrived.refused.map((one) => ({ ok: false as const, ...one }))];
  } finally {
    // What is left of a refused upload is read and dropped, so that the next part of the form can be.
    void chunks
      .return()
      .catch(() => {})
      .then(() => incoming.stream.resume());
  }
}

async function takeInOne(
  services: IntakeServices,
  organisation: string,
  actor: string,
  incoming: Incoming,
  { path: sent, stream, head }: Arrival,
): Promise<Kept> {
  const refused = (problem: DocumentProblem): Kept => ({ ok: false, path: sent, problem });
  if (await isProgram(sent, head))
    return refused({ type: 'program', message: `${quoted(sent)} is a program, and no program is kept` });
  const put = await services.files.put(organisation, stream, services.most);
  stream.destroy();
  if (!put.ok) return refused({ ...put.problem, message: `${quoted(sent)}: ${put.problem.message}` });
  const { file } = put;
  const discard = () => discardFile(services, organisation, file.sha256);
  // Multipart readers end the stream of a file past their own limit as if it were whole.
  if (Reflect.get(incoming.stream, 'truncated') === true) {
    await discard();
    return refused({ type: 'too-large', message: `${quoted(sent)} was cut off because it is too large` });
  }
  const scan = await scanStored(services, organisation, file);
  if (scan.result === 'infected') {
    await discard();
    const message = `${quoted(sent)} was not kept: the malware scanner found ${scan.name} in it. Do not open your copy`;
    return refused({ type: 'infected', message });
  }
  const looked = await lookAt(services, organisation, sent, file, head);
  const { path } = looked;
  const added = await services.inTurn(organisation, () =>
    addDocument(services, organisation, actor, incoming, file, {
      path,
      sha256: file.sha256,
      bytes: file.bytes,
      mediaType: looked.mediaType,
      receivedAt: services.now(),
      source: incoming.source,
      ...(incoming.collector !== undefined && { collector: incoming.collector }),
      hold: looked.warning ? 'patient-identifiable' : 'none',
      scan: scan.result,
    }),
  );
  if (!added.ok) {
    // Nobody asks for the file of an organisation that is gone, or of somebody who was let out.
    if (['not-any-more', 'no-organisation'].includes(added.problem.type)) await discard();
    return refused(added.problem);
  }
  const { warning, reading, notes } = looked;
  if (!warning) await services.readings.remember(organisation, { path, ...file }, reading);
  return { ok: true, path, ...added.added, scan, notes, ...(warning && added.held && { warning }) };
}

/** Takes a stored file away again, unless a document rests on it. */
async function discardFile({ files, journal, inTurn }: IntakeServices, organisation: string, sha256: string) {
  await inTurn(organisation, () => removeUnreferred({ files, journal }, organisation, sha256));
}

async function scanStored({ files, scanner }: IntakeServices, organisation: string, file: StoredFile): Promise<Scan> {
  const stream = await files.open(organisation, file.sha256);
  return stream ? scanner(stream) : { result: 'not-scanned', reason: 'it was gone before it could be' };
}

type Looked = {
  /** The path, without the number of a patient that may have stood in it. */
  readonly path: string;
  readonly mediaType: string;
  readonly reading: ReadingOfFiles;
  readonly warning: PatientWarning | undefined;
  readonly notes: readonly string[];
};

/** What the file is, what stands in it, and what a person should know of that. */
async function lookAt(
  { readings, today }: IntakeServices,
  organisation: string,
  path: string,
  file: StoredFile,
  head: Uint8Array,
): Promise<Looked> {
  const reading = await readings.readAnew(organisation, { path, ...file });
  const [own] = reading.files;
  const mediaType = await mediaTypeOf(path, head, own?.path === path ? own.content.format : undefined);
  const warning = patientDetailsIn(path, reading.files, today());
  const cleared = warning ? withoutNumbers : (text: string) => text;
  const disagreement = nameDisagreement(path, mediaType);
  const notes = [
    ...(disagreement === undefined ? [] : [`${disagreement}.`]),
    ...reading.unreadable.map(
      (one) => `${quoted(one.path)} was not read, nor looked through for patients: ${one.unreadable.reason}`,
    ),
    ...reading.files.flatMap((one) =>
      one.content.marks.cutShort === undefined
        ? []
        : [`${quoted(one.path)} was read in part: ${one.content.marks.cutShort}`],
    ),
  ];
  return { path: cleared(path), mediaType, reading, warning, notes: notes.map(cleared) };
}

type Added =
  | {
      readonly ok: true;
      readonly added: { readonly id: string; readonly became: 'kept' | 'replaced' | 'there-already' };
      readonly held: boolean;
    }
  | { readonly ok: false; readonly problem: DocumentProblem };

const ATTEMPTS = 5;

/** Thrown inside the transaction so that it is rolled back. */
class FileGone extends Error {}
class NotAnyMore extends Error {}

/** Adds the document as the record stands by then. Somebody else's change in between means looking again. */
async function addDocument(
  { files, records, today, mayUpload }: IntakeServices,
  organisation: string,
  actor: string,
  { beforeAnybody }: Incoming,
  file: StoredFile,
  data: DocumentData,
): Promise<Added> {
  const message = `${quoted(data.path)} was not kept: you may not upload documents here any more`;
  const notAnyMore: Added = { ok: false, problem: { type: 'not-any-more', message } };
  for (let attempt = 1; ; attempt += 1) {
    const record = await records.open(organisation);
    if (!record) return { ok: false, problem: problemOfPerform({ type: 'no-organisation' }) };
    const known = sameDocument(record.holdings, data, today());
    // Nothing is told of what is kept to somebody who was let out.
    if (known && beforeAnybody !== true && !(await mayUpload(organisation, actor))) return notAnyMore;
    if (known) return { ok: true, added: { id: known.id, became: 'there-already' }, held: isHeld(known) };
    const older = isHeld({ data })
      ? []
      : documentsAt(record.holdings, data.path, today()).filter((one) => !isHeld(one));
    const together: Command = {
      do: 'together',
      commands: [
        ...older.map((one) => withdrawal(one, today())),
        { do: 'add', kind: document.name, data: inPlaceOf(older, data) },
      ],
    };
    // In the same step as the entry: somebody may have erased the same bytes since they were written, in another process too.
    const stillThere = async (transaction: Transaction<Tables>) => {
      if (beforeAnybody !== true && !(await mayUpload(organisation, actor, transaction))) throw new NotAnyMore();
      if ((await files.size(organisation, file.sha256)) !== file.bytes) throw new FileGone();
    };
    const performed = await records
      .perform(organisation, actor, together, () => ({ also: stillThere }))
      .catch((error: unknown) => {
        if (error instanceof FileGone || error instanceof NotAnyMore) return error;
        throw error;
      });
    if (performed instanceof NotAnyMore) return notAnyMore;
    if (performed instanceof FileGone)
      return { ok: false, problem: { type: 'failed', message: `${quoted(data.path)} was not kept. Upload it again` } };
    if (performed.ok)
      return {
        ok: true,
        added: { id: performed.ids.at(-1) ?? '', became: older.length > 0 ? 'replaced' : 'kept' },
        held: isHeld({ data }),
      };
    if (attempt >= ATTEMPTS || !['changed-meanwhile', 'invalid', 'not-found'].includes(performed.problem.type))
      return { ok: false, problem: problemOfPerform(performed.problem) };
  }
}

/** Documents under a path that are not withdrawn, held ones among them. */
export function documentsAt(holdings: Holdings, path: string, on: Day): readonly KeptDocument[] {
  return listOf(holdings, document).filter((one) => one.data.path === path && !isWithdrawn(one, on));
}

function sameDocument(holdings: Holdings, { path, sha256 }: DocumentData, on: Day): KeptDocument | undefined {
  return documentsAt(holdings, path, on).find(({ data }) => data.sha256 === sha256);
}

export function withdrawal({ id, revision, data }: KeptDocument, on: Day): Command {
  return { do: 'change', kind: document.name, id, seen: revision, data: { ...data, withdrawnOn: on } };
}

/** What puts a withdrawn document back into use. */
export function puttingBack({ id, revision, data: { withdrawnOn: _, ...data } }: KeptDocument): Command {
  return { do: 'change', kind: document.name, id, seen: revision, data };
}

function quoted(path: string): string {
  return `“${path}”`;
}
