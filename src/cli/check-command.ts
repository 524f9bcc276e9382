import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { checkJson } from '../exchange/check-json.ts';
import { checkSarif } from '../exchange/sarif.ts';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { Day } from '../record/day.ts';
import { type Finding, SEVERITIES, type Severity } from '../record/finding.ts';
import type { Organisation } from '../record/record.ts';
import { neutralised } from '../report/neutralised.ts';
import type { CheckOptions, GapCheckResult, OnProgress } from '../workspace/check-folder.ts';
import { type CheckArguments, parseCheckArguments } from './check-arguments.ts';
import { helpFor } from './help.ts';
import { parseOrganisationFile } from './organisation-file.ts';
import { cannot, type ExitCode, type Output } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { shortReport, terminalReport } from './terminal/terminal-report.ts';

/** What `check` and `demo` need from the rest of the product. */
export type CheckServices = {
  readonly version: string;
  readonly today: () => Day;
  /** Milliseconds from any fixed start, for the pace of the progress bar. */
  readonly now: () => number;
  readonly checkFolder: (folder: string, options: CheckOptions, onProgress: OnProgress) => Promise<GapCheckResult>;
  /** The report as one self-contained HTML file. */
  readonly htmlReport: (check: GapCheck) => Promise<string>;
  /** What `demo` checks, and the day its documents were written for. */
  readonly example: { readonly folder: string; readonly profileFile: string; readonly on: Day };
};

/** `perennial check FOLDER` and `perennial demo`. */
export async function checkCommand(
  command: 'check' | 'demo',
  args: readonly string[],
  output: Output,
  services: CheckServices,
): Promise<ExitCode> {
  const parsed = parseCheckArguments(command, args);
  if (!parsed.ok) return cannot(output, parsed.problem.message);
  if (parsed.value.help) {
    output.out(helpFor(command));
    return 0;
  }
  const example = command === 'demo' ? services.example : undefined;
  const organisation = await readOrganisation(parsed.value.profileFile ?? example?.profileFile);
  if (!organisation.ok) return cannot(output, organisation.problem.message);

  const folder = example?.folder ?? parsed.value.folder;
  if (folder === undefined) throw new Error('check was let through without a folder');
  const options: CheckOptions = {
    on: parsed.value.on ?? example?.on ?? services.today(),
    category: parsed.value.category,
    edition: parsed.value.edition,
    organisation: organisation.organisation,
  };
  const bar = progressBar(output, services.now);
  const result = await services.checkFolder(folder, options, bar.show).finally(bar.clear);
  if (!result.ok) return cannot(output, neutralised(result.problem.message));
  return tell(result.check, folder, parsed.value, output, services);
}

async function tell(
  check: GapCheck,
  folder: string,
  wanted: CheckArguments,
  output: Output,
  services: CheckServices,
): Promise<ExitCode> {
  const files: ReadonlyArray<readonly [string | undefined, () => Promise<string> | string]> = [
    [wanted.htmlFile, () => services.htmlReport(check)],
    [wanted.sarifFile, () => `${JSON.stringify(checkSarif(check, services.version), null, 2)}\n`],
  ];
  for (const [file, make] of files) {
    if (file === undefined) continue;
    const problem = await write(file, await make());
    if (problem !== undefined) return cannot(output, problem);
  }
  const options = {
    folder,
    columns: output.columns,
    colour: output.colour,
    ...(wanted.htmlFile === undefined ? {} : { htmlFile: wanted.htmlFile }),
  };
  if (wanted.json) output.out(`${JSON.stringify(checkJson(check, services.version), null, 2)}\n`);
  else output.out(wanted.quiet ? shortReport(check, options) : terminalReport(check, options));
  return reaches(check.assessment.findings, wanted.failOn) ? 1 : 0;
}

function reaches(findings: readonly Finding[], failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.some((finding) => counted.includes(finding.severity));
}

type Read =
  | { readonly ok: true; readonly organisation: Organisation }
  | { readonly ok: false; readonly problem: { readonly message: string } };

async function readOrganisation(file: string | undefined): Promise<Read> {
  if (file === undefined) return { ok: true, organisation: { facts: {} } };
  try {
    return parseOrganisationFile(file, await readFile(file, 'utf8'));
  } catch (error) {
    const message = `The profile ${neutralised(file)} could not be read: ${reason(error)}.`;
    return { ok: false, problem: { message } };
  }
}

/** Writes beside the target first, so that an interrupted run never leaves half a report. Resolves to the problem, if any. */
async function write(file: string, text: string): Promise<string | undefined> {
  const unfinished = `${file}.unfinished`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
    return undefined;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    return `${neutralised(file)} could not be written: ${reason(error)}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is a file, not a folder',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

function reason(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  const known = typeof code === 'string' ? REASONS[code] : undefined;
  return known ?? (error instanceof Error ? neutralised(error.message) : String(error));
}
