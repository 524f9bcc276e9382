import { Button, Checkboxes } from 'nhsuk-react-components';
import { askOf } from '../../catalogue/ask-of.ts';
import type { ItemAssessment } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import type { Holdings } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { type KeptAction, openActions } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Standing, Standings } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import type { Form } from '../route.ts';
import { planPaths } from './plan-paths.ts';
import { personName } from './plan-words.ts';

/** An open action all of whose evidence items count by now, with those items. */
export type Finished = { readonly action: KeptAction; readonly items: readonly ItemAssessment[] };

/** Open actions that look done: each is for evidence items, and all of them count today. */
function actionsThatLookDone({ assessment }: GapCheck, holdings: Holdings): readonly Finished[] {
  const counting = new Map(
    assessment.items.filter(({ standing }) => DEFENSIBLE.has(standing)).map((one) => [one.item.ref, one]),
  );
  return openActions(holdings).flatMap((one): readonly Finished[] => {
    const refs = one.data.items ?? [];
    const items = refs.flatMap((ref) => counting.get(ref) ?? []);
    return refs.length > 0 && items.length === refs.length ? [{ action: one, items }] : [];
  });
}

/**
 * Those that are offered: one of their items at least did not count yet when the action was added. Somebody who adds an action
 * for items that count already means something that the record does not see. Where it is not known yet, nothing is offered.
 */
export async function actionsToClose(
  standings: Standings,
  organisation: string,
  { check, holdings }: Standing,
): Promise<readonly Finished[]> {
  const finished = actionsThatLookDone(check, holdings);
  const before = await standings.countedWhenAdded(
    organisation,
    finished.map(({ action: one }) => one),
  );
  return finished.filter(({ action: { id }, items }) => {
    const counted = before.get(id);
    return counted !== undefined && counted.length < items.length;
  });
}

/** Offers to close the actions that look done. Nothing is closed by itself, nor ticked beforehand. */
export function LooksDone({
  organisation,
  holdings,
  finished,
}: {
  readonly organisation: string;
  readonly holdings: Holdings;
  readonly finished: readonly Finished[];
}) {
  const [first] = finished;
  if (!first) return null;
  const one = finished.length === 1 && first.items.length === 1;
  return (
    <section aria-labelledby="looks-done" className="app-looks-done">
      <h2 id="looks-done">
        {counted(finished.length, 'action')} {finished.length === 1 ? 'looks' : 'look'} done
      </h2>
      <p>
        {one
          ? 'The evidence item it is for has come to count since the action was added.'
          : 'All the evidence items they are for have come to count since the actions were added.'}{' '}
        Tick what is really done. We note in the action what shows it.
      </p>
      <form method="post" action={planPaths.close(organisation)}>
        <FormId />
        <Checkboxes id="close" name="close" idPrefix="close" legend="Which to close" legendProps={{ size: 's' }} small>
          {finished.map(({ action: { id, revision, data }, items }) => (
            <Checkboxes.Item
              key={id}
              value={`${id} ${revision}`}
              hint={`${personName(holdings, data.owner)}. ${items.map(({ item }) => `${item.ref} ${askOf(item)}`).join(' ')}`}
            >
              {neutralised(data.what)}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
        <Button secondary small>
          Close what is ticked
        </Button>
      </form>
    </section>
  );
}

const LONGEST_NOTES = 20_000;

/**
 * Closes the actions that a form names, with what shows them among their notes; undefined when one of them is not open, was
 * changed, or does not look done any more.
 */
export function closeCommand(form: Form, check: GapCheck, holdings: Holdings, today: Day): Command | undefined {
  const asked = new Set(form.all('close'));
  const finished = actionsThatLookDone(check, holdings).filter(({ action: one }) =>
    asked.has(`${one.id} ${one.revision}`),
  );
  if (asked.size === 0 || finished.length < asked.size) return undefined;
  const commands = finished.map(({ action: one, items }) => {
    const shown = items.map(({ item, reasons }) => `${item.ref}: ${reasons.join(' ')}`);
    const note = `Closed on ${dayInWords(today)} because its evidence items count. ${shown.join(' ')}`;
    const notes = [one.data.notes, note].filter((text) => text !== undefined).join('\n\n');
    const fits = notes.length <= LONGEST_NOTES;
    const data = { ...one.data, doneOn: today, ...(fits && { notes }) };
    return { do: 'change' as const, kind: action.name, id: one.id, seen: one.revision, data };
  });
  return { do: 'together', commands };
}
