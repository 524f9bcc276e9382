import { valueIn } from '../../record/kinds/kind.ts';
import type { ApiTokens } from '../accounts/api-tokens.ts';
import type { HistoryStep } from './standing.ts';

/**
 * Who said what an answer says now, as the journal names people: the last to change the answer or its words. An approval
 * changes neither, and what somebody has a program say, they say themselves.
 */
export async function authorOf(
  tokens: Pick<ApiTokens, 'personBehind'>,
  organisation: string,
  steps: readonly HistoryStep[],
): Promise<string | undefined> {
  const actor = lastToSay(steps);
  return actor === undefined ? undefined : tokens.personBehind(organisation, actor);
}

function lastToSay(steps: readonly HistoryStep[]): string | undefined {
  let author: string | undefined;
  let before: string | undefined;
  for (const { entry, data } of steps) {
    const said = JSON.stringify([valueIn(data, 'said'), valueIn(data, 'words')]);
    if (said !== before) author = entry.actor;
    before = said;
  }
  return author;
}
