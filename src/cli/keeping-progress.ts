import type { OnKeepingProgress } from '../workspace/keeping/keeping-problem.ts';
import type { Output } from './output.ts';

const CLEAR_LINE = '\r\u001b[2K';
/** Work that is done sooner needs no line. */
const SILENT_MILLISECONDS = 500;

/** How far a long piece of work has come, on one line of a terminal that is finally wiped. Elsewhere it shows nothing. */
export function keepingProgress(
  output: Output,
  milliseconds: () => number,
): { readonly show: OnKeepingProgress; readonly clear: () => void } {
  if (!output.showProgress) return { show: () => {}, clear: () => {} };
  let drawnAt = milliseconds() + SILENT_MILLISECONDS - 100;
  let isDrawn = false;
  return {
    show: ({ what, done, total }) => {
      const at = milliseconds();
      if (at - drawnAt < 100) return;
      drawnAt = at;
      isDrawn = true;
      const of = total === undefined ? '' : ` of ${total.toLocaleString('en-GB')}`;
      output.err(`${CLEAR_LINE}${what}: ${done.toLocaleString('en-GB')}${of}`);
    },
    clear: () => {
      if (isDrawn) output.err(CLEAR_LINE);
    },
  };
}
