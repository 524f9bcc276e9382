import type { Head } from '../../record/journal.ts';
import type { AnyKind, Entity } from '../../record/kinds/kind.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import type { BrokenEntry } from '../../record/verify-journal.ts';
import { adoptJournal } from '../../storage/adopt-journal.ts';
import type { StoredEntry } from '../../storage/journal-store.ts';
import { exampleOf, isExample } from '../example/example-id.ts';
import { type ArchiveReader, openArchive } from './archive-reader.ts';
import {
  EXPORT_NAMES,
  type ExportManifest,
  exportedFile,
  JOURNAL,
  KIND_SCHEMAS,
  MANIFEST,
  MOST_MANIFEST_BYTES,
  parseExportLine,
  parseExportManifest,
} from './export-format.ts';
import { checkJournal, keyOf } from './journal-check.ts';
import { KeepingRefusal, type Kept, keptOrRefused, type OnKeepingProgress } from './keeping-problem.ts';
import { inPlace, type KeepingSettings, type KeptPlace } from './kept-place.ts';
import { collectFiles, type ReferredFile } from './referred-files.ts';
import { type Verification, verifyPlace } from './verify.ts';

/** Whoever is to own the organisation that came in; made by the accounts of this installation. */
export type OwnerHook = {
  /** Looked at before anything is written; a sentence when it cannot be. */
  readonly check: (place: KeptPlace) => Promise<string | undefined>;
  /** Makes the organisation known to the accounts, in the same database. Answers with a sentence for whoever runs it, such as where an invitation leads. */
  readonly settle: (place: KeptPlace, organisation: string) => Promise<string>;
};

export type ImportOptions = {
  /** Takes it in under a new id: the chain does not hold the id, so that its hashes stay. */
  readonly asNew?: boolean;
  readonly owner?: OwnerHook;
  readonly onProgress?: OnKeepingProgress;
};

export type Imported = {
  readonly organisation: string;
  readonly manifest: ExportManifest;
  /** Whole only when its chain also goes through the head that the export ends at. */
  readonly verification: Verification;
  /** What the owner hook answered. */
  readonly said: string | undefined;
};

/** Takes in one organisation. All of it is checked first, chain and data and files; then all of it is written, or nothing. */
export function importOrganisation(
  settings: KeepingSettings,
  file: string,
  { asNew = false, owner, onProgress = () => {} }: ImportOptions = {},
): Promise<Kept<Imported>> {
  return keptOrRefused(async () => {
    const archive = await openArchive(file, EXPORT_NAMES);
    try {
      const manifest = parseExportManifest(file, await archive.text(MANIFEST, MOST_MANIFEST_BYTES));
      const checked = await checkExport(settings, { file, archive, manifest, onProgress });
      return await inPlace(settings, { make: true }, async (place) => {
        const { id } = manifest.organisation;
        const fresh = () => (isExample(id) ? exampleOf(settings.newId()) : settings.newId());
        const organisation = asNew ? fresh() : id;
        if (await place.journal.head(organisation)) throw exists(organisation);
        const objection = await owner?.check(place);
        if (objection !== undefined) throw new KeepingRefusal('no-account', objection);
        await takeIn(settings, place, { file, archive, manifest, onProgress }, organisation, checked);
        const said = await owner?.settle(place, organisation);
        const verification = await verifyPlace(place, settings.hash, {
          organisation,
          expected: [checked.head.hash],
          onProgress,
        });
        return { organisation, manifest, verification, said };
      });
    } finally {
      archive.close();
    }
  });
}

type Incoming = {
  readonly file: string;
  readonly archive: ArchiveReader;
  readonly manifest: ExportManifest;
  readonly onProgress: OnKeepingProgress;
};

type Checked = {
  readonly head: Head;
  readonly files: readonly ReferredFile[];
  /** What the journal makes the record hold, each with the number of the entry that added it. */
  readonly entities: readonly (Entity & { readonly added: number })[];
};

async function checkExport({ hash }: KeepingSettings, incoming: Incoming): Promise<Checked> {
  const { file, archive, manifest, onProgress } = incoming;
  const damaged = (what: string) => new KeepingRefusal('damaged', `${file}: ${what}`);
  for (const [done, part] of manifest.parts.entries()) {
    onProgress({ what: 'parts checked', done, total: manifest.parts.length });
    await archive.check(part);
  }
  const check = checkJournal(hash);
  const entities = new Map<string, Entity & { readonly added: number }>();
  const files = new Map<string, ReferredFile>();
  for await (const stored of entriesOf(incoming)) {
    const wrong = check.take(stored) ?? wrongData(stored);
    if (wrong) throw damaged(`entry ${wrong.seq} of the journal is broken: ${wrong.why}`);
    fold(entities, stored);
    collectFiles(files, stored);
  }
  const head = check.head();
  const wrong = check.end(head, entities.values());
  if (wrong) throw damaged(`entry ${wrong.seq} of the journal is broken: ${wrong.why}`);
  if (head.hash !== manifest.journal.head || head.seq !== manifest.journal.entries)
    throw damaged('the journal does not end where the manifest says it does');
  refuseOtherParts(incoming, files);
  const there = [...files.values()].filter(({ sha256 }) => archive.names.has(exportedFile(sha256)));
  return { head, files: there, entities: [...entities.values()] };
}

function fold(entities: Map<string, Entity & { readonly added: number }>, { entry, payload }: StoredEntry): void {
  const { action, kind, id, seq, at } = entry;
  const key = keyOf(entry);
  if (action === 'remove' || action === 'erase') entities.delete(key);
  // Without payload: a later entry erases it, or the check has already refused the journal at its end.
  else {
    const added = entities.get(key)?.added ?? seq;
    entities.set(key, { kind, id, revision: seq, revisedAt: at, added, data: payload?.data ?? null });
  }
}

/** Data that this version's kinds would not have let in, or not in this form. */
function wrongData({ entry, payload }: StoredEntry): BrokenEntry | undefined {
  if (payload === undefined) return undefined;
  const { seq, kind: name, action } = entry;
  if (!isKindName(name)) return { seq, why: `there is no kind of record called "${name}"` };
  if (action === 'remove') return payload.data === null ? undefined : { seq, why: 'a removal says nothing' };
  if (action === 'erase') {
    const { data } = payload;
    const said = (field: string) =>
      typeof data === 'object' && data !== null && typeof Reflect.get(data, field) === 'string';
    return said('reason') && said('basis') ? undefined : { seq, why: 'an erasure must keep its reason' };
  }
  const kind: AnyKind = KINDS[name];
  const read = kind.schema.safeParse(payload.data);
  if (read.success) return undefined;
  const [issue] = read.error.issues;
  const where = `${name} ${issue?.path.join('.') ?? ''}`.trim();
  return { seq, why: `${where}: ${issue?.message ?? 'it is not as it should be'}` };
}

/** Every file that a document refers to must be in the archive or be named as missing, and nothing else may. */
function refuseOtherParts({ file, archive, manifest }: Incoming, files: ReadonlyMap<string, ReferredFile>): void {
  const listed = new Map(manifest.parts.map((part) => [part.name, part]));
  const missing = new Set(manifest.missing.map(({ sha256 }) => exportedFile(sha256)));
  for (const name of [JOURNAL, KIND_SCHEMAS])
    if (!listed.has(name)) throw new KeepingRefusal('damaged', `${file}: ${MANIFEST} does not speak of ${name}`);
  for (const { sha256, bytes, seq } of files.values()) {
    const part = listed.get(exportedFile(sha256));
    if (!part && !missing.has(exportedFile(sha256)))
      throw new KeepingRefusal('damaged', `${file}: the file that entry ${seq} refers to is missing (${sha256})`);
    if (part && (part.sha256 !== sha256 || part.bytes !== bytes))
      throw new KeepingRefusal('damaged', `${file}: the file that entry ${seq} refers to is another one (${sha256})`);
  }
  for (const name of archive.names) {
    const known = name === MANIFEST || listed.has(name) || missing.has(name);
    const referred = !name.startsWith('files/') || files.has(name.slice('files/'.length));
    if (!known || !referred)
      throw new KeepingRefusal(
        'damaged',
        `${file} holds the part ${JSON.stringify(name)}, to which nothing in it refers`,
      );
  }
}

async function takeIn(
  { now }: KeepingSettings,
  place: KeptPlace,
  incoming: Incoming,
  organisation: string,
  { head, files, entities }: Checked,
): Promise<void> {
  const { file, archive, onProgress } = incoming;
  const put: string[] = [];
  try {
    const missing = new Set(incoming.manifest.missing.map(({ sha256 }) => sha256));
    for (const { sha256, bytes } of files) {
      if (missing.has(sha256)) continue;
      onProgress({ what: 'files', done: put.length, total: files.length });
      const before = await place.files.size(organisation, sha256);
      const stored = await place.files.put(organisation, await archive.open(exportedFile(sha256)), bytes);
      if (!stored.ok)
        throw new KeepingRefusal(
          stored.problem.type === 'no-space' ? 'no-room' : 'cannot-write',
          stored.problem.message,
        );
      if (before === undefined) put.push(stored.file.sha256);
      if (stored.file.sha256 !== sha256) throw new KeepingRefusal('damaged', `${file} changed while it was read`);
    }
    const adopted = await adoptJournal(place.database, {
      organisation,
      at: now(),
      head,
      entries: entriesOf(incoming),
      entities,
    });
    if (!adopted.ok) throw exists(organisation);
  } catch (error) {
    // Nobody else has been told of the organisation yet, unless it came into being meanwhile.
    if (!(await place.journal.head(organisation)))
      for (const sha256 of put) await place.files.remove(organisation, sha256);
    throw error;
  }
}

async function* entriesOf({ file, archive }: Incoming): AsyncGenerator<StoredEntry> {
  for await (const { line, value } of archive.lines(JOURNAL)) yield parseExportLine(file, line, value);
}

function exists(organisation: string): KeepingRefusal {
  return new KeepingRefusal(
    'exists',
    `The organisation ${organisation} is here already, and nothing was changed; give --as-new to take it in a second time under a new id`,
  );
}
