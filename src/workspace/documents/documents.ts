import type { Day } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import type { Where } from '../../record/document.ts';
import { findOf, type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import type { ReadingStore } from '../../storage/reading-store.ts';
import type { KeptRecord, KeptRecords } from '../kept-records.ts';
import { type DocumentProblem, problemOfPerform } from './document-problem.ts';
import { createDocumentReadings, type DocumentReadings } from './document-readings.ts';
import { type Download, downloadHeaders } from './download.ts';
import { documentsAt, type Incoming, type Kept, type MayUpload, puttingBack, takeIn, withdrawal } from './intake.ts';
import { inPlaceOf, isHeld, isWithdrawn, type KeptDocument } from './kept-document.ts';
import { noScanner, type Scanner } from './malware-scan.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type PatientWarning, patientDetailsIn } from './patient-details.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';
import { removeUnreferred } from './still-referred.ts';

export type DocumentsServices = {
  readonly files: FileStore;
  readonly records: KeptRecords;
  readonly journal: Pick<JournalStore, 'entriesAfter' | 'whileNobodyAppends'>;
  readonly readings: ReadingStore;
  /** Left out: nothing is scanned, and every document says so. */
  readonly scanner?: Scanner;
  readonly mayUpload: MayUpload;
  readonly now: () => Instant;
  readonly today: () => Day;
  /** Size of the largest file that is kept, in bytes. */
  readonly uploadBytes: number;
  /** Version of the program: readings of another one are made anew. */
  readonly readerVersion: string;
  readonly room?: ReadingRoom;
};

export type Result<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: DocumentProblem };

/** The lines of a document as they were read, to be shown as text, and where each stands in it. */
export type Preview = {
  readonly lines: readonly { readonly text: string; readonly where: Where }[];
  /** Whether there is more than is shown. */
  readonly more: boolean;
  /** Why it could not be read; then there are no lines. */
  readonly unreadable?: string;
};

/** Whether the one who asks may decide about held documents: nobody else gets to see one. Undefined is no. */
export type Sight = { readonly evenHeld?: boolean };

/**
 * The documents of organisations: taking them in, deciding about those held back, handing them out, reading them. Who may do
 * which is asked by the front doors, before.
 */
export type Documents = {
  /** One upload: a file, or all files of a ZIP archive. Of a stream that is refused the rest is read and dropped. */
  readonly keep: (organisation: string, actor: string, incoming: Incoming) => Promise<readonly Kept[]>;
  /** Lets a held document be read and relied on. `releasedBy` is the name of who decided it. */
  readonly release: (
    organisation: string,
    actor: string,
    id: string,
    releasedBy: string,
  ) => Promise<Result<{ readonly document: KeptDocument }>>;
  /** From today on it no longer counts as proof. It stays readable. */
  readonly withdraw: (
    organisation: string,
    actor: string,
    id: string,
  ) => Promise<Result<{ readonly document: KeptDocument }>>;
  /** Takes a withdrawal back, unless another file has the path by now. */
  readonly putBack: (
    organisation: string,
    actor: string,
    id: string,
  ) => Promise<Result<{ readonly document: KeptDocument }>>;
  /** Lawful erasure: its entries' payloads go, its file and its readings too, unless another document is the same file. */
  readonly erase: (
    organisation: string,
    actor: string,
    id: string,
    why: { readonly reason: string; readonly basis: string },
  ) => Promise<Result<{ readonly fileRemoved: boolean }>>;
  readonly open: (organisation: string, id: string, sight?: Sight) => Promise<Result<{ readonly download: Download }>>;
  readonly preview: (
    organisation: string,
    id: string,
    lines: number,
    sight?: Sight,
  ) => Promise<Result<{ readonly preview: Preview }>>;
  /** Why a document is held back, found anew, since nothing of it is kept. Undefined when nothing is found any more. */
  readonly warningOf: (organisation: string, document: KeptDocument) => Promise<PatientWarning | undefined>;
  readonly close: () => Promise<void>;
} & Pick<DocumentReadings, 'readingOf' | 'readAll'>;

export function createDocuments(services: DocumentsServices): Documents {
  const { files, records, journal, readings: cache, now, today, uploadBytes, readerVersion } = services;
  const { scanner = noScanner, mayUpload, room = openReadingRoom() } = services;
  const readings = createDocumentReadings({ files, cache, room, readerVersion });
  const inTurn = oneAtATime();

  async function find(organisation: string, id: string, sight: Sight = { evenHeld: true }): Promise<Result<Found>> {
    const record = await records.open(organisation);
    const found = record && findOf(record.holdings, document, id);
    if (!found) return notFound();
    if (isHeld(found) && sight.evenHeld !== true)
      return problem('held', 'This document is held back until someone who may has decided about it');
    return { ok: true, record, found };
  }

  async function release(organisation: string, actor: string, id: string, releasedBy: string) {
    return inTurn(organisation, async () => {
      const looked = await find(organisation, id);
      if (!looked.ok) return looked;
      const { record, found } = looked;
      if (found.data.hold !== 'patient-identifiable')
        return problem('not-held', 'This document is not waiting for a decision');
      const others = documentsAt(record.holdings, found.data.path, today()).filter(
        (one) => one.id !== id && !isHeld(one),
      );
      // A copy that came in later, such as one without the details, stays the one that counts.
      const overtaken = others.some(({ data }) => data.receivedAt > found.data.receivedAt);
      const data = {
        ...inPlaceOf(overtaken ? [] : others, found.data),
        hold: 'released',
        releasedBy,
        ...(overtaken && { withdrawnOn: today() }),
      };
      const performed = await records.perform(organisation, actor, {
        do: 'together',
        commands: [
          ...(overtaken ? [] : others.map((one) => withdrawal(one, today()))),
          { do: 'change', kind: document.name, id, seen: found.revision, data },
        ],
      });
      return performed.ok ? documentIn(performed.record, id) : refused(performed.problem);
    });
  }

  async function withdraw(organisation: string, actor: string, id: string) {
    const looked = await find(organisation, id);
    if (!looked.ok) return looked;
    if (isWithdrawn(looked.found, today())) return { ok: true as const, document: looked.found };
    const performed = await records.perform(organisation, actor, withdrawal(looked.found, today()));
    return performed.ok ? documentIn(performed.record, id) : refused(performed.problem);
  }

  async function putBack(organisation: string, actor: string, id: string) {
    const looked = await find(organisation, id);
    if (!looked.ok) return looked;
    const { record, found } = looked;
    const { withdrawnOn, path } = found.data;
    if (withdrawnOn === undefined) return problem('not-withdrawn', 'This document is not withdrawn');
    if (documentsAt(record.holdings, path, today()).some((one) => one.id !== id && !isHeld(one)))
      return problem('path-taken', 'Another file has its name now. Withdraw that one first');
    const performed = await records.perform(organisation, actor, puttingBack(found));
    return performed.ok ? documentIn(performed.record, id) : refused(performed.problem);
  }

  async function erase(organisation: string, actor: string, id: string, why: { reason: string; basis: string }) {
    return inTurn(organisation, async () => {
      const looked = await find(organisation, id);
      if (!looked.ok) return looked;
      const { sha256 } = looked.found.data;
      const performed = await records.perform(organisation, actor, {
        do: 'together',
        commands: [...lettingGo(looked.record.holdings, id), { do: 'erase', kind: document.name, id, ...why }],
      });
      if (!performed.ok) return refused(performed.problem);
      await readings.forget(organisation, sha256);
      try {
        const fileRemoved = await removeUnreferred({ files, journal }, organisation, sha256);
        return { ok: true as const, fileRemoved };
      } catch {
        return problem(
          'file-left',
          'The document was erased, but its file could not be removed. Tell whoever runs this installation: “perennial verify” names it',
        );
      }
    });
  }

  async function open(organisation: string, id: string, sight: Sight = {}): Promise<Result<{ download: Download }>> {
    const looked = await find(organisation, id, sight);
    if (!looked.ok) return looked;
    const { path, sha256 } = looked.found.data;
    const bytes = await files.size(organisation, sha256);
    const stream = bytes === undefined ? undefined : await files.open(organisation, sha256);
    if (bytes === undefined || stream === undefined)
      return problem('file-missing', 'The file of this document is missing. Tell whoever runs this installation');
    return { ok: true, download: { stream, bytes, headers: downloadHeaders(path, bytes) } };
  }

  async function preview(organisation: string, id: string, lines: number, sight: Sight = {}) {
    const looked = await find(organisation, id, sight);
    if (!looked.ok) return looked;
    const { found } = looked;
    const reading = isHeld(found)
      ? await readings.readAnew(organisation, found.data)
      : await readings.readingOf(organisation, found);
    return { ok: true as const, preview: previewOf(reading, lines) };
  }

  async function warningOf(organisation: string, { data }: KeptDocument): Promise<PatientWarning | undefined> {
    return patientDetailsIn(data.path, (await readings.readAnew(organisation, data)).files, today());
  }

  const intake = { files, records, journal, readings, scanner, mayUpload, now, today, most: uploadBytes, inTurn };
  return {
    keep: (organisation, actor, incoming) => takeIn(intake, organisation, actor, incoming),
    release,
    withdraw,
    putBack,
    erase,
    open,
    preview,
    warningOf,
    readingOf: readings.readingOf,
    readAll: readings.readAll,
    close: room.close,
  };
}

type Found = { readonly record: KeptRecord; readonly found: KeptDocument };

function documentIn(record: KeptRecord, id: string): Result<{ document: KeptDocument }> {
  const found = findOf(record.holdings, document, id);
  return found ? { ok: true, document: found } : notFound();
}

/**
 * Lets go of a document in what tells that people read it, and that others are different ones: however many they are, they do not
 * keep it from being erased.
 */
function lettingGo(holdings: Holdings, id: string): readonly Command[] {
  const apart = listOf(holdings, document).flatMap((one): readonly Command[] => {
    const { otherThan, ...rest } = one.data;
    if (one.id === id || !otherThan?.includes(id)) return [];
    const left = otherThan.filter((other) => other !== id);
    const data = { ...rest, ...(left.length > 0 && { otherThan: left }) };
    return [{ do: 'change', kind: one.kind, id: one.id, seen: one.revision, data }];
  });
  const readings = listOf(holdings, trainingRecord).flatMap((one): readonly Command[] => {
    const { document: read, ...rest } = one.data;
    if (one.data.kind !== POLICY_READ || read !== id) return [];
    return [{ do: 'change', kind: one.kind, id: one.id, seen: one.revision, data: rest }];
  });
  return [...apart, ...readings];
}

function previewOf({ files, unreadable }: Awaited<ReturnType<DocumentReadings['readingOf']>>, most: number): Preview {
  const [why] = unreadable;
  if (files.length === 0) return { lines: [], more: false, ...(why && { unreadable: why.unreadable.reason }) };
  const lines = files.flatMap(({ content }) => content.lines.map(({ text, where }) => ({ text, where })));
  return { lines: lines.slice(0, most), more: lines.length > most };
}

function problem(type: DocumentProblem['type'], message: string): { ok: false; problem: DocumentProblem } {
  return { ok: false, problem: { type, message } };
}

function notFound() {
  return problem('not-found', 'There is no such document');
}

function refused(found: Parameters<typeof problemOfPerform>[0]): { ok: false; problem: DocumentProblem } {
  return { ok: false, problem: problemOfPerform(found) };
}

export type { Incoming, Kept };
