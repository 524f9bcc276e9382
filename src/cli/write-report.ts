import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { GapCheck } from '../readiness/gap-check.ts';
import { neutralised } from '../report/neutralised.ts';
import { diskProblem } from './disk-problem.ts';

/**
 * Writes beside the target first, so that an interrupted run never leaves half a report. A link is followed to its file; a
 * pipe or a device is written to as it stands, since a file put in its place would destroy it. Resolves to the problem, if any.
 */
export async function writeReport(file: string, text: string): Promise<string | undefined> {
  let unfinished: string | undefined;
  try {
    const there = await stat(file).catch(() => undefined);
    if (there !== undefined && !there.isFile()) {
      await writeFile(file, text);
      return undefined;
    }
    const target = there === undefined ? file : await realpath(file);
    const beside = `${target}.${process.pid}.unfinished`;
    await writeFile(beside, text, { flag: 'wx' }).catch(async (error: unknown) => {
      if (!isTaken(error)) unfinished = beside;
      throw error;
    });
    unfinished = beside;
    await rename(beside, target);
    return undefined;
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { force: true }).catch(() => {});
    return `${neutralised(file)} could not be written: ${diskProblem(error)}.`;
  }
}

/** Why a report may not go to `file`: it is one of the documents that were checked, which it would destroy. */
export async function wouldDestroy(file: string, folder: string, { record }: GapCheck): Promise<string | undefined> {
  const [target, root] = await Promise.all([realpath(file), realpath(folder)]).catch(() => []);
  if (target === undefined || root === undefined || !target.startsWith(root + sep)) return undefined;
  const path = relative(root, target).replaceAll(sep, '/').normalize('NFC');
  const checked = [...record.documents, ...record.unreadable].some((one) => one.path === path);
  return checked
    ? `${neutralised(file)} is one of the documents that were checked; a report in its place would destroy it. Choose another name.`
    : undefined;
}

/** Two names for one place, as far as the names tell. */
export function samePlace(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && resolve(one) === resolve(other);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'EEXIST';
}
