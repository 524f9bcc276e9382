import { opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import { findCatalogueDirectory } from '../catalogue/load-catalogue.ts';
import { prepareMatcher } from '../matching/matcher.ts';
import { matchDocument } from '../matching/suggest.ts';
import { type GapCheck, gapCheck } from '../readiness/gap-check.ts';
import { analyseDocuments } from '../reading/analyse-documents.ts';
import { type FolderReading, readFiles, readFolder } from '../reading/read-folder.ts';
import type { FileEntry } from '../reading/read-one.ts';
import type { Day } from '../record/day.ts';
import type { ReadDocument } from '../record/document.ts';
import type { Organisation, RecordedDocument } from '../record/record.ts';
import { openCatalogue } from './open-catalogue.ts';

export type CheckOptions = {
  /** The judgement day. */
  readonly on: Day;
  readonly category: Category;
  /** Edition name, such as `v8`. */
  readonly edition: string;
  readonly organisation: Organisation;
  /** Folder of the user's own data, where an imported official catalogue lies. Left out: only what ships is used. */
  readonly dataDir?: string;
};

/** Files done, files in all, and the path of the one just read. */
export type CheckProgress = { readonly done: number; readonly total: number; readonly path: string };
export type OnProgress = (progress: CheckProgress) => void;

export type CheckProblem =
  | { readonly type: 'no-folder' | 'not-a-folder' | 'no-catalogue'; readonly message: string }
  | { readonly type: 'nothing-to-read' | 'given-up'; readonly message: string };

export type GapCheckResult =
  | { readonly ok: true; readonly check: GapCheck }
  | { readonly ok: false; readonly problem: CheckProblem };

/** The gap check of a folder: every document read, matched to the catalogue and judged on the day. Changes nothing in the folder. */
export async function checkFolder(
  folder: string,
  options: CheckOptions,
  onProgress: OnProgress = ignore,
): Promise<GapCheckResult> {
  const closed = whyClosed(folder);
  if (closed) return { ok: false, problem: closed };
  return check(
    () => readFolder(folder, { onProgress: (done, total, path) => onProgress({ done, total, path }) }),
    options,
  );
}

/** The same for files already in memory, such as an upload. Their bytes are handed over; nothing is written to disk. */
export async function checkFiles(
  files: readonly FileEntry[],
  options: CheckOptions,
  onProgress: OnProgress = ignore,
): Promise<GapCheckResult> {
  return check(
    () => readFiles(files, { onProgress: (done, total, path) => onProgress({ done, total, path }) }),
    options,
  );
}

async function check(read: () => Promise<FolderReading>, options: CheckOptions): Promise<GapCheckResult> {
  const directory = findCatalogueDirectory(import.meta.url);
  if (!directory) return failed('no-catalogue', 'The catalogue folder is missing from this installation of Perennial.');
  const places = {
    catalogueDir: directory,
    ...(options.dataDir !== undefined && { dataDir: options.dataDir }),
    compiledDir: join(directory, '..', 'dist', 'catalogue'),
  };
  const [opened, reading] = await Promise.all([openCatalogue(options.edition, options.category, places), read()]);
  if (!opened.ok) return failed('no-catalogue', opened.message);
  const { catalogue } = opened;
  const { documents, unreadable } = reading;
  if (documents.length === 0 && unreadable.every(({ unreadable: why }) => why.type === 'unsupported'))
    return failed(
      'nothing-to-read',
      'There are no documents in it: no Markdown, Word, PDF, spreadsheet, mail, web page, picture or ZIP file was found.',
    );
  const analysed = analyseDocuments(documents, options.on, options.organisation);
  const record = {
    readOn: options.on,
    organisation: analysed.organisation,
    documents: match(analysed.documents, catalogue),
    unreadable: [...unreadable, ...analysed.unreadable],
    answers: [],
  };
  return { ok: true, check: gapCheck(catalogue, record, options.on) };
}

function match(documents: readonly ReadDocument[], catalogue: Catalogue): RecordedDocument[] {
  const matcher = prepareMatcher(catalogue);
  return documents.map((document) => ({ ...document, ...matchDocument(matcher, document) }));
}

/** Why a folder cannot be opened; undefined when it can. */
function whyClosed(folder: string): CheckProblem | undefined {
  try {
    opendirSync(folder).closeSync();
    return undefined;
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    switch (code) {
      case 'ENOENT':
        return { type: 'no-folder', message: `There is no folder "${folder}".` };
      case 'ENOTDIR':
        return {
          type: 'not-a-folder',
          message: `"${folder}" is a file, not a folder. Give the folder that holds the documents.`,
        };
      case 'EACCES':
      case 'EPERM':
        return {
          type: 'no-folder',
          message: `The folder "${folder}" may not be opened: the account that runs this program lacks the permission.`,
        };
      default:
        return { type: 'no-folder', message: `The folder "${folder}" could not be opened (${String(code)}).` };
    }
  }
}

function failed(type: CheckProblem['type'], message: string): GapCheckResult {
  return { ok: false, problem: { type, message } };
}

/** For a caller that does not show progress. */
export function ignore(): void {}
