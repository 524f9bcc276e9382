import { neutralised } from '../report/neutralised.ts';
import { backUp } from '../workspace/keeping/backup.ts';
import { exportOrganisation } from '../workspace/keeping/export-organisation.ts';
import { importOrganisation } from '../workspace/keeping/import-organisation.ts';
import { type ImportOwnerSettings, importOwner } from '../workspace/keeping/import-owner.ts';
import type { Kept, OnKeepingProgress } from '../workspace/keeping/keeping-problem.ts';
import type { KeepingSettings } from '../workspace/keeping/kept-place.ts';
import { type LetInSettings, letIn } from '../workspace/keeping/let-in.ts';
import { restore } from '../workspace/keeping/restore.ts';
import { verify } from '../workspace/keeping/verify.ts';
import { diskProblem } from './disk-problem.ts';
import { KEEPING_HELP, type KeepingCommandName } from './keeping-help.ts';
import { backupLines, exportLines, verificationLines } from './keeping-pages.ts';
import { keepingProgress } from './keeping-progress.ts';
import { cannot, type ExitCode, type Output } from './output.ts';
import { type OptionShapes, type ReadOptions, readOptions } from './read-options.ts';

export type KeepingCommandServices = {
  readonly settings: KeepingSettings;
  /** Milliseconds from any fixed start, for the pace of the progress line. */
  readonly milliseconds: () => number;
  /** For the owner of an organisation that comes in. */
  readonly owner: ImportOwnerSettings;
  /** For somebody who lost their password. */
  readonly lettingIn: LetInSettings;
};

const SHAPES: Readonly<Record<KeepingCommandName, OptionShapes>> = {
  verify: { organisation: { takes: 'value' }, expect: { takes: 'value' } },
  backup: { force: { takes: 'nothing' } },
  restore: {},
  export: { organisation: { takes: 'value' }, force: { takes: 'nothing' } },
  import: { owner: { takes: 'value' }, 'as-new': { takes: 'nothing' } },
  'let-in': { 'without-second-factor': { takes: 'nothing' } },
};

/** `perennial verify`, `backup`, `restore`, `export`, `import` and `let-in`. */
export async function runKeepingCommand(
  command: KeepingCommandName,
  args: readonly string[],
  output: Output,
  services: KeepingCommandServices,
): Promise<ExitCode> {
  const read = readOptions(command, args, SHAPES[command]);
  if (!read.ok) return cannot(output, read.problem.message);
  const { options } = read;
  if (options.given.has('help')) {
    output.out(KEEPING_HELP[command]);
    return 0;
  }
  const words = wrongWords(command, options.words);
  if (words !== undefined) return cannot(output, words);
  const progress = keepingProgress(output, services.milliseconds);
  const told = await run(command, options, services, progress.show).finally(progress.clear);
  if (!told.ok) return cannot(output, told.sentence);
  output.out(`${told.lines.join('\n')}\n`);
  return told.exitCode;
}

type Told =
  | { readonly ok: true; readonly lines: readonly string[]; readonly exitCode: 0 | 1 }
  | { readonly ok: false; readonly sentence: string };

async function run(
  command: KeepingCommandName,
  { words, given, values }: ReadOptions,
  { settings, owner, lettingIn }: KeepingCommandServices,
  onProgress: OnKeepingProgress,
): Promise<Told> {
  const [file = ''] = words;
  const organisation = values.get('organisation');
  const chosen = { onProgress, force: given.has('force'), ...(organisation !== undefined && { organisation }) };
  switch (command) {
    case 'verify': {
      const expected = (values.get('expect') ?? '').split(/[\s,]+/).filter((hash) => hash !== '');
      const strange = expected.find((hash) => !/^[0-9a-f]{64}$/.test(hash));
      if (strange !== undefined)
        return {
          ok: false,
          sentence: `--expect takes heads as verify prints them, 64 digits and letters from a to f; "${neutralised(strange)}" is none.`,
        };
      return tell(await verify(settings, { ...chosen, expected }), ({ verification }) => ({
        lines: verificationLines(verification),
        whole: verification.whole,
      }));
    }
    case 'backup':
      return tell(await backUp(settings, file, chosen), (backedUp) => ({
        lines: backupLines(file, backedUp),
        whole: backedUp.manifest.missing.length === 0,
      }));
    case 'restore':
      return tell(await restore(settings, file, { onProgress }), ({ manifest, verification, sameHeads, key }) => ({
        lines: [
          ...verificationLines(verification),
          `Restored from the backup of ${manifest.madeAt}.`,
          sameHeads ? 'Every journal ends where it ended then.' : 'NOT every journal ends where it ended then.',
          ...(key === 'outside' ? ['No secret key was restored: SECRET_KEY must be the one used then.'] : []),
        ],
        whole: sameHeads && verification.whole,
      }));
    case 'export':
      return tell(await exportOrganisation(settings, file, chosen), ({ manifest }) => ({
        lines: exportLines(file, manifest),
        whole: manifest.missing.length === 0,
      }));
    case 'import': {
      const email = values.get('owner');
      if (email === undefined)
        return {
          ok: false,
          sentence: 'perennial import needs --owner EMAIL: who owns the organisation here, with an account or without.',
        };
      const imported = await importOrganisation(settings, file, {
        asNew: given.has('as-new'),
        owner: importOwner(email, settings, owner),
        onProgress,
      });
      return tell(imported, ({ verification, said, organisation: id }) => ({
        lines: [
          ...verificationLines(verification),
          `Imported as organisation ${id}.`,
          ...(said === undefined ? [] : [said]),
        ],
        whole: verification.whole,
      }));
    }
    case 'let-in': {
      const withoutSecondFactor = given.has('without-second-factor');
      return tell(await letIn(settings, file, { withoutSecondFactor }, lettingIn), ({ link, email }) => ({
        lines: [`By this link ${email} chooses a new password, once and within an hour:`, link],
        whole: true,
      }));
    }
    default:
      return command satisfies never;
  }
}

function tell<Value>(
  kept: Kept<Value>,
  page: (value: Value) => { readonly lines: readonly string[]; readonly whole: boolean },
): Told {
  if (!kept.ok) {
    const { message, cause } = kept.problem;
    return { ok: false, sentence: neutralised(`${message}${cause === undefined ? '' : `: ${diskProblem(cause)}`}.`) };
  }
  const { lines, whole } = page(kept);
  return { ok: true, lines, exitCode: whole ? 0 : 1 };
}

function wrongWords(command: KeepingCommandName, words: readonly string[]): string | undefined {
  const wanted = command === 'verify' ? 0 : 1;
  const surplus = words[wanted];
  const what = command === 'let-in' ? 'an email address' : 'the name of a file';
  if (words.length < wanted) return `perennial ${command} needs ${what}. See perennial ${command} --help.`;
  if (surplus === undefined) return undefined;
  return `"${neutralised(surplus)}" is one word too many for perennial ${command}. See perennial ${command} --help.`;
}
