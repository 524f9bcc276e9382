import { setFlagsFromString } from 'node:v8';
import { runCommandLine } from './cli/command-line.ts';
import { diskProblem } from './cli/disk-problem.ts';
import type { Output } from './cli/output.ts';
import { wantsColour } from './config.ts';
import { createServices } from './services.ts';

// Each of the thousand expressions is tried on every line, so being compiled twice, first for an interpreter, costs a tenth of a check.
setFlagsFromString('--no-regexp-tier-up');

/** The one place that reads the environment and the command line, and decides the exit code. */
const args = process.argv.slice(2);
const stop = new AbortController();
const output: Output = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  columns: process.stdout.columns,
  colour: wantsColour(process.env, process.stdout.isTTY === true),
  showProgress: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
};

for (const stream of [process.stdout, process.stderr]) stream.on('error', outputFailed);
// Only a server listens to these: a handler waits for its turn, and a check that is busy would not end when told to.
if (args[0] === 'serve') {
  process.on('SIGINT', () => interrupted(130));
  process.on('SIGTERM', () => interrupted(143));
}

try {
  process.exitCode = await runCommandLine(args, output, createServices({ env: process.env, stop: stop.signal }));
} catch (error) {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `Perennial stopped because of a fault of its own. Please report it with these lines:\n${what}\n`,
  );
  process.exitCode = 2;
}

/** `perennial check | head` closes the pipe early; that is no fault. Anything else, such as a full disk, left half a report. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The output could not be written: ${diskProblem(error)}.\n`);
  process.exit(2);
}

/** A server finishes what it is doing; told twice, it ends at once. */
function interrupted(exitCode: number): void {
  if (stop.signal.aborted) process.exit(exitCode);
  stop.abort();
}
