/** Where a command writes. Tests give one that remembers; only `main` makes the real one. */
export type Output = {
  /** For results: a report, JSON. */
  readonly out: (text: string) => void;
  /** For everything else: progress and problems. */
  readonly err: (text: string) => void;
  /** Columns of the terminal results go to; undefined for a pipe or file. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** True when `err` reaches a terminal, so that a progress bar makes sense. */
  readonly showProgress: boolean;
};

/** 0: done. 1: done, and it found what `--fail-on` asks about. 2: could not be done. */
export type ExitCode = 0 | 1 | 2;

/** Says in one sentence why something could not be done. */
export function cannot(output: Output, sentence: string): ExitCode {
  output.err(`${sentence}\n`);
  return 2;
}
