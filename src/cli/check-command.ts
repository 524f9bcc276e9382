import { checkJson } from '../exchange/check-json.ts';
import { checkSarif } from '../exchange/sarif.ts';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { Day } from '../record/day.ts';
import { type Finding, SEVERITIES, type Severity } from '../record/finding.ts';
import type { Organisation } from '../record/record.ts';
import { neutralised } from '../report/neutralised.ts';
import type { CheckOptions, GapCheckResult, OnProgress } from '../workspace/check-folder.ts';
import { type CheckArguments, parseCheckArguments } from './check-arguments.ts';
import { diskProblem } from './disk-problem.ts';
import { helpFor } from './help.ts';
import { parseOrganisationFile } from './organisation-file.ts';
import { cannot, type ExitCode, type Output } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { readInputFile } from './read-input-file.ts';
import { shortReport, terminalReport } from './terminal/terminal-report.ts';
import { samePlace, wouldDestroy, writeReport } from './write-report.ts';

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
  const clash = clashOf(parsed.value);
  if (clash !== undefined) return cannot(output, clash);
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

/** What is wrong when two options name one file: the later one would destroy what the earlier one is for. */
function clashOf({ htmlFile, sarifFile, profileFile }: CheckArguments): string | undefined {
  if (samePlace(htmlFile, sarifFile)) return '--html and --sarif name the same file. Give each its own.';
  if (samePlace(htmlFile, profileFile))
    return '--html names the profile, which it would overwrite. Give it another file.';
  if (samePlace(sarifFile, profileFile))
    return '--sarif names the profile, which it would overwrite. Give it another file.';
  return undefined;
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
    const problem = (await wouldDestroy(file, folder, check)) ?? (await writeReport(file, await make()));
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

/** Far beyond any list of facts. */
const MAX_PROFILE_BYTES = 1_000_000;

type Read =
  | { readonly ok: true; readonly organisation: Organisation }
  | { readonly ok: false; readonly problem: { readonly message: string } };

async function readOrganisation(file: string | undefined): Promise<Read> {
  if (file === undefined) return { ok: true, organisation: { facts: {} } };
  try {
    const { bytes } = await readInputFile(file, MAX_PROFILE_BYTES);
    return parseOrganisationFile(file, new TextDecoder().decode(bytes));
  } catch (error) {
    const message = `The profile ${neutralised(file)} could not be read: ${diskProblem(error)}.`;
    return { ok: false, problem: { message } };
  }
}
