import type { Day } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import { findOf, type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { document } from '../../record/kinds/document.ts';
import { observation } from '../../record/kinds/observation.ts';
import { person } from '../../record/kinds/person.ts';
import type { KeptAction } from '../../record/open-actions.ts';
import { listed } from '../../report/counted.ts';
import { decisionsIn } from '../../workspace/documents/decisions.ts';
import { isHeld } from '../../workspace/documents/kept-document.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { dayTyped } from '../record/entity-form-values.ts';
import { seenIn } from '../record/record-visit.ts';
import type { Form } from '../route.ts';

/** Chosen in place of a document when there is none. */
export const NO_DOCUMENT = 'none';
/** Where a document is uploaded. */
export const DONE_FILE = 'document-file';

export type DoneAsked =
  /** `shows` is true when a document is kept as showing something. */
  | { readonly ok: true; readonly command: Command; readonly shows: boolean }
  | { readonly ok: false; readonly mistakes: readonly FormMistake[] };

/** Documents that can show something: none that is held back or withdrawn. */
export function documentsThatCount(holdings: Holdings) {
  return listOf(holdings, document)
    .filter((one) => !isHeld(one) && one.data.withdrawnOn === undefined)
    .toSorted((a, b) => a.data.path.localeCompare(b.data.path, 'en-GB'));
}

/** Documents that count and of which somebody decided that they show an item. */
export function shownBy(holdings: Holdings, ref: string) {
  const decisions = decisionsIn(holdings);
  return documentsThatCount(holdings).filter(
    ({ data }) => decisions.get(data.path)?.get(ref)?.data.verdict === 'shows',
  );
}

/** The id of the document that was accepted last for one of the items; of several the one that came last. */
export function latestShown(holdings: Holdings, refs: readonly string[]): string | undefined {
  const decisions = decisionsIn(holdings);
  const shown = refs.flatMap((ref) =>
    shownBy(holdings, ref).map(({ id, data }) => {
      const accepted = decisions.get(data.path)?.get(ref)?.data.receivedAt ?? '';
      return { id, at: `${accepted > data.receivedAt ? accepted : data.receivedAt} ${data.receivedAt}` };
    }),
  );
  return shown.reduce<(typeof shown)[number] | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined)?.id;
}

/** Marks an action done and, in the same step, keeps the document that shows its items. */
export function doneCommand(
  form: Form,
  holdings: Holdings,
  done: KeptAction,
  by: { readonly receivedAt: Instant; readonly collector: string; readonly effectiveOn?: Day },
): DoneAsked {
  const items = done.data.items ?? [];
  const doneOn: Day = dayTyped(form, 'doneOn');
  const chosen = form.text('document');
  const refs = items.filter((ref) => form.all('shows').includes(ref));
  const mistakes: FormMistake[] = [];
  if (doneOn === '') mistakes.push({ field: 'doneOn-day', message: 'Enter the day it was done' });
  if (items.length > 0 && chosen === '')
    mistakes.push({ field: 'document', message: 'Select the document that shows it, or that there is none' });
  const withDocument = items.length > 0 && chosen !== '' && chosen !== NO_DOCUMENT;
  if (withDocument && !documentsThatCount(holdings).some(({ id }) => id === chosen))
    mistakes.push({ field: 'document', message: 'Select a document that counts. This one is held back or withdrawn' });
  if (withDocument && refs.length === 0)
    mistakes.push({ field: 'shows-1', message: 'Select the evidence items that the document shows' });
  const path = withDocument ? findOf(holdings, document, chosen)?.data.path : undefined;
  const decided = path === undefined ? undefined : decisionsIn(holdings).get(path);
  const judged = (verdict: string) => refs.filter((ref) => decided?.get(ref)?.data.verdict === verdict);
  const rejected = judged('does-not-show');
  if (rejected.length > 0)
    mistakes.push({
      field: 'document',
      message: `Select another document: somebody decided that this one does not show ${listed(rejected)}. That can be changed on the item's page`,
    });
  if (mistakes.length > 0) return { ok: false, mistakes };

  const change: Command = {
    do: 'change',
    kind: action.name,
    id: done.id,
    seen: seenIn(form),
    data: { ...done.data, doneOn },
  };
  const shown = judged('shows');
  const fresh = refs.filter((ref) => !shown.includes(ref));
  if (!withDocument || fresh.length === 0) return { ok: true, command: change, shows: false };
  const data = { items: fresh, kind: 'document', verdict: 'shows', document: chosen, ...by };
  const command: Command = { do: 'together', commands: [change, { do: 'add', kind: observation.name, data }] };
  return { ok: true, command, shows: true };
}

/** Somebody who has left looks after nothing that is open. */
export function ownerHasLeft(holdings: Holdings, { data }: KeptAction): string | undefined {
  const owner = data.owner === undefined ? undefined : findOf(holdings, person, data.owner)?.data;
  return owner?.leftOn === undefined ? undefined : owner.name;
}

/** Opens a done action again. What was kept as showing its items stays kept. */
export function undoCommand(form: Form, holdings: Holdings, done: KeptAction): Command {
  const { doneOn: _, owner, ...rest } = done.data;
  const stays = owner !== undefined && ownerHasLeft(holdings, done) === undefined;
  return {
    do: 'change',
    kind: action.name,
    id: done.id,
    seen: seenIn(form),
    data: { ...rest, ...(stays && { owner }) },
  };
}
