import { neutralised } from '../report/neutralised.ts';
import { type CheckServices, checkCommand } from './check-command.ts';
import { COMMANDS, type CommandName, helpFor } from './help.ts';
import type { KeepingCommandName } from './keeping-help.ts';
import { didYouMean } from './nearest.ts';
import { cannot, type ExitCode, type Output } from './output.ts';
import { readOptions } from './read-options.ts';

export type CommandServices = CheckServices & {
  /** Runs the web page until the process is told to stop. */
  readonly serve: (output: Output) => Promise<ExitCode>;
  readonly catalogue: (args: readonly string[], output: Output) => Promise<ExitCode>;
  /** What looks after everything that is kept: `verify`, `backup`, `restore`, `export` and `import`. */
  readonly keeping: (command: KeepingCommandName, args: readonly string[], output: Output) => Promise<ExitCode>;
};

/** Runs one command line, `args` being what follows the program's name. */
export async function runCommandLine(
  args: readonly string[],
  output: Output,
  services: CommandServices,
): Promise<ExitCode> {
  const [first, ...rest] = args;
  switch (first) {
    case undefined:
    case '--help':
    case '-h':
      output.out(helpFor());
      return 0;
    case '--version':
    case '-v':
      output.out(`${services.version}\n`);
      return 0;
    case 'help':
      return help(rest, output);
    case 'check':
    case 'demo':
      return checkCommand(first, rest, output, services);
    case 'serve':
      return serve(rest, output, services);
    case 'catalogue':
      return services.catalogue(rest, output);
    case 'verify':
    case 'backup':
    case 'restore':
    case 'export':
    case 'import':
    case 'let-in':
      return services.keeping(first, rest, output);
    default: {
      const said = neutralised(first);
      const what = first.startsWith('-') ? `"${said}" is not an option of perennial.` : `"${said}" is not a command.`;
      const known = first.startsWith('-') ? ['--help', '--version'] : COMMANDS;
      return cannot(output, `${what}${didYouMean(first, known)} See perennial --help.`);
    }
  }
}

function help(words: readonly string[], output: Output): ExitCode {
  const [wanted] = words;
  const command = COMMANDS.find((name): name is CommandName => name === wanted);
  if (wanted !== undefined && command === undefined) {
    return cannot(
      output,
      `"${neutralised(wanted)}" is not a command.${didYouMean(wanted, COMMANDS)} See perennial --help.`,
    );
  }
  output.out(helpFor(command));
  return 0;
}

async function serve(args: readonly string[], output: Output, services: CommandServices): Promise<ExitCode> {
  const read = readOptions('serve', args, {});
  if (!read.ok) return cannot(output, read.problem.message);
  const [surplus] = read.options.words;
  if (surplus !== undefined)
    return cannot(output, `perennial serve takes nothing after it; "${neutralised(surplus)}" was given.`);
  if (read.options.given.has('help')) {
    output.out(helpFor('serve'));
    return 0;
  }
  return services.serve(output);
}
