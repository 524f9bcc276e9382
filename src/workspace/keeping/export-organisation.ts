import { kindJsonSchema } from '../../record/kind-json-schema.ts';
import type { AnyKind, Entity } from '../../record/kinds/kind.ts';
import { KINDS } from '../../record/kinds/kinds.ts';
import type { BrokenEntry } from '../../record/verify-journal.ts';
import { type ArchivePart, writeArchive } from './archive-writer.ts';
import {
  type ExportManifest,
  exportedFile,
  JOURNAL,
  KIND_SCHEMAS,
  MANIFEST,
  README,
  README_TEXT,
} from './export-format.ts';
import { checkJournal } from './journal-check.ts';
import { KeepingRefusal, type Kept, keptOrRefused, type OnKeepingProgress } from './keeping-problem.ts';
import { inPlace, type KeepingSettings, type KeptPlace } from './kept-place.ts';
import { collectFiles, contentOf, type ReferredFile } from './referred-files.ts';

export type ExportOptions = {
  /** May be left out when there is only one. */
  readonly organisation?: string;
  readonly force?: boolean;
  readonly onProgress?: OnKeepingProgress;
};

/** Writes everything of one organisation in the open format of docs/export-format.md. */
export function exportOrganisation(
  settings: KeepingSettings,
  file: string,
  { organisation, force = false, onProgress = () => {} }: ExportOptions = {},
): Promise<Kept<{ readonly manifest: ExportManifest }>> {
  return keptOrRefused(() =>
    inPlace(settings, {}, async (place) => {
      const chosen = await choose(place, organisation);
      return writeArchive(file, { force, unfinishedName: settings.newId() }, async (archive) => {
        const parts: ArchivePart[] = [];
        parts.push(await archive.add(README, text(README_TEXT), 'squeeze'));
        parts.push(await archive.add(KIND_SCHEMAS, text(`${JSON.stringify(kindSchemas(), null, 2)}\n`), 'squeeze'));
        const journal = followedJournal(place, chosen, settings, onProgress);
        parts.push(await archive.add(JOURNAL, journal.lines(), 'squeeze'));
        const missing: ExportManifest['missing'] = [];
        const files: ArchivePart[] = [];
        for (const { sha256 } of journal.files()) {
          onProgress({ what: 'files', done: files.length, total: journal.files().length });
          const content = await contentOf(place.files, chosen, sha256);
          if (!content) {
            missing.push({ sha256, why: 'it was not there' });
            continue;
          }
          const part = await archive.add(exportedFile(sha256), content);
          if (part.sha256 === sha256) files.push(part);
          else missing.push({ sha256, why: 'its bytes no longer have its SHA-256' });
        }
        const manifest: ExportManifest = {
          format: 'perennial-organisation',
          version: 1,
          madeBy: `Perennial ${settings.version}`,
          madeAt: settings.now(),
          organisation: { id: chosen, ...journal.name() },
          journal: journal.summary(),
          files: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
          missing,
          parts: [...parts, ...files],
        };
        await archive.add(MANIFEST, text(`${JSON.stringify(manifest, null, 2)}\n`), 'squeeze');
        return { manifest };
      });
    }),
  );
}

async function choose({ journal }: KeptPlace, wanted: string | undefined): Promise<string> {
  const known = await journal.listOrganisations();
  const [only, ...others] = known;
  if (wanted !== undefined && !known.includes(wanted))
    throw new KeepingRefusal('no-organisation', `There is no organisation ${JSON.stringify(wanted)}`);
  if (wanted !== undefined) return wanted;
  if (only === undefined) throw new KeepingRefusal('no-organisation', 'There is no organisation here yet');
  if (others.length > 0)
    throw new KeepingRefusal(
      'no-organisation',
      `There are ${known.length} organisations here; say which one with --organisation: ${known.join(', ')}`,
    );
  return only;
}

const BATCH = 2_000;

/** The journal up to where it ends now, its chain followed on the way: a broken one could not be taken in anywhere. */
function followedJournal(
  { journal }: KeptPlace,
  organisation: string,
  { hash }: KeepingSettings,
  onProgress: OnKeepingProgress,
) {
  const check = checkJournal(hash);
  const files = new Map<string, ReferredFile>();
  let name: string | undefined;
  async function* lines() {
    const current = await journal.current(organisation);
    if (!current)
      throw new KeepingRefusal('no-organisation', `The organisation ${organisation} was taken away meanwhile`);
    const { head: end, entities } = current;
    name = nameIn(entities);
    while (check.head().seq < end.seq) {
      const { seq } = check.head();
      onProgress({ what: 'journal entries', done: seq, total: end.seq });
      const batch = await journal.entriesAfter(organisation, seq, Math.min(BATCH, end.seq - seq));
      if (batch.length === 0) throw broken({ seq: seq + 1, why: 'it is missing' });
      for (const stored of batch) {
        const wrong = check.take(stored);
        if (wrong) throw broken(wrong);
        collectFiles(files, stored);
        yield `${JSON.stringify({ entry: stored.entry, payload: stored.payload ?? null })}\n`;
      }
    }
    const wrong = check.end(end, entities);
    if (!wrong) return;
    const moved = (await journal.head(organisation))?.seq !== end.seq;
    throw moved
      ? new KeepingRefusal('cannot-read', 'Something was erased while the organisation was exported; try again')
      : broken(wrong);
  }
  return {
    lines,
    files: () => [...files.values()],
    name: () => (name === undefined ? {} : { name }),
    summary: () => ({ entries: check.head().seq, erased: check.erased(), head: check.head().hash }),
  };
}

/** What the organisation calls itself in its own record. */
function nameIn(entities: readonly Entity[]): string | undefined {
  const data = entities.find(({ kind }) => kind === 'organisation')?.data;
  const name: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}

function broken({ seq, why }: BrokenEntry): KeepingRefusal {
  return new KeepingRefusal(
    'damaged',
    `Entry ${seq} of the journal is broken: ${why}; perennial verify says more, and perennial backup takes everything as it is`,
  );
}

/** JSON Schema of the data of every kind, as the program that writes the export knows them. */
export function kindSchemas() {
  const kinds: readonly AnyKind[] = Object.values(KINDS);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Data of each kind in an export of Perennial',
    $defs: Object.fromEntries(kinds.map((kind) => [kind.name, kindJsonSchema(kind)])),
  };
}

async function* text(content: string) {
  yield content;
}
