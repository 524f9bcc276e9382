import { valueIn } from '../../record/kinds/kind.ts';
import type { HistoryStep } from './standing.ts';

/** Who said what an answer says now, as the journal names them: the last to change the answer or its words. An approval changes neither. */
export function authorOf(steps: readonly HistoryStep[]): string | undefined {
  let author: string | undefined;
  let before: string | undefined;
  for (const { entry, data } of steps) {
    const said = JSON.stringify([valueIn(data, 'said'), valueIn(data, 'words')]);
    if (said !== before) author = entry.actor;
    before = said;
  }
  return author;
}
