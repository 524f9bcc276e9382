import { counted } from '../report/counted.ts';
import { neutralised } from '../report/neutralised.ts';
import type { CheckProgress } from '../workspace/check-folder.ts';
import type { Output } from './output.ts';
import { fittedPath, padded } from './terminal/display-text.ts';

const CLEAR_LINE = '\r\u001b[2K';

/** Shows how far the reading has come, on one line that is drawn again and again and finally wiped. */
export type ProgressBar = { readonly show: (progress: CheckProgress) => void; readonly clear: () => void };

/** A bar on `err` when that is a terminal; otherwise one that shows nothing. Draws at most every twentieth of a second. */
export function progressBar(output: Output, now: () => number): ProgressBar {
  if (!output.showProgress) return { show: () => {}, clear: () => {} };
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    show: ({ done, total, path }) => {
      const at = now();
      if (at - drawnAt < 50 && done < total) return;
      drawnAt = at;
      output.err(`${CLEAR_LINE}${barLine(done, total, path, output.columns ?? 80)}`);
    },
    clear: () => output.err(CLEAR_LINE),
  };
}

function barLine(done: number, total: number, path: string, columns: number): string {
  const room = 24;
  const filled = total === 0 ? 0 : Math.round((Math.min(done, total) / total) * room);
  const count = `${done} of ${counted(total, 'file')}`;
  const start = `${'█'.repeat(filled)}${'░'.repeat(room - filled)} ${padded(count, 18)}`;
  const left = columns - room - 21;
  return left < 12 ? start : `${start} ${fittedPath(neutralised(path), left)}`;
}
