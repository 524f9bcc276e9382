import { itemsOf } from '../../readiness/plan.ts';
import type { PlanStep } from '../../readiness/plan-steps.ts';
import { type Day, isDay } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import type { KeptAction } from '../../record/open-actions.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { dayTyped } from '../record/entity-form-values.ts';
import type { Form } from '../route.ts';

/** The form that gives several steps at once; every other is named after its step. */
export const SEVERAL = 'several';

/** What the form of a step is called in the names of its fields: there are many on one page. */
export function formOf({ ref }: Pick<PlanStep, 'ref'>): string {
  return ref.replaceAll('.', '-');
}

/** Names of the fields of a form, which are their ids too. */
export function giveFields(form: string) {
  return {
    refs: `refs-${form}`,
    what: `what-${form}`,
    owner: `owner-${form}`,
    due: `due-${form}`,
    /** Actions that are there for the step already, and that whoever sends the form was shown. */
    seen: `seen-${form}`,
  } as const;
}

const LONGEST = 300;

/** What is to be done for a step, as an action says it. */
export function whatOf({ step }: Pick<PlanStep, 'step'>): string {
  const words = neutralised(step).trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).toWellFormed()}…` : words;
}

export type Giving =
  | { readonly ok: true; readonly command: Command; readonly name: string }
  | { readonly ok: false; readonly status: 409 | 422; readonly mistakes: readonly FormMistake[] };

/** The actions that a form asks for: one for each step that was chosen. */
export function giveCommand(form: Form, steps: readonly PlanStep[], holdings: Holdings, today: Day): Giving {
  const name = form.text('form');
  const fields = giveFields(name);
  const refs = form.all(fields.refs);
  const chosen = steps.filter(({ ref }) => refs.includes(ref));
  const first = name === SEVERAL ? `${fields.refs}-1` : undefined;
  const refused = (status: 409 | 422, mistakes: readonly FormMistake[]): Giving => ({ ok: false, status, mistakes });

  if (refs.length === 0) return refused(422, [{ field: first, message: 'Select at least one step' }]);
  if (chosen.length < new Set(refs).size)
    return refused(409, [{ message: 'A step is not part of the plan any more. Look the plan over and choose again' }]);
  const seen = form.all(fields.seen);
  const taken = chosen.flatMap(({ ref, given }) => {
    const unseen = given.filter(({ id }) => !seen.includes(id));
    return unseen.length === 0 ? [] : [`${ref} to ${listed(unseen.map((one) => ownerOf(holdings, one)))}`];
  });
  if (taken.length > 0)
    return refused(409, [
      { message: `Somebody has given ${listed(taken)} meanwhile, so nothing of yours was kept. Look again` },
    ]);

  const owner = form.text(fields.owner);
  const due = dayTyped(form, fields.due);
  const mistakes: FormMistake[] = [];
  if (owner === '') mistakes.push({ field: fields.owner, message: 'Select who does it' });
  if (due === '') mistakes.push({ field: `${fields.due}-day`, message: 'Enter the day it is due' });
  else if (isDay(due) && due < today)
    mistakes.push({ field: `${fields.due}-day`, message: 'The day it is due must be today or in the future' });
  const typed = form.text(fields.what).replace(/\s+/g, ' ').trim();
  if (name !== SEVERAL && typed === '') mistakes.push({ field: fields.what, message: 'Enter what is to be done' });
  if (mistakes.length > 0) return refused(422, mistakes);

  const commands = chosen.map((step) => ({
    do: 'add' as const,
    kind: action.name,
    data: { what: name === SEVERAL ? whatOf(step) : typed, items: itemsOf(step), owner, due },
  }));
  return { ok: true, name, command: { do: 'together', commands } };
}

function ownerOf(holdings: Holdings, { data }: KeptAction): string {
  const owner = data.owner === undefined ? undefined : findOf(holdings, person, data.owner);
  return owner ? neutralised(owner.data.name) : 'nobody yet';
}

/** What the record had against the actions, once each, beside the fields of the form. */
export function giveMistakes(name: string, problems: readonly FieldProblem[]): readonly FormMistake[] {
  const fields = giveFields(name);
  const anchors: Readonly<Record<string, string>> = {
    what: fields.what,
    owner: fields.owner,
    due: `${fields.due}-day`,
  };
  const mistakes = new Map(
    problems.map(({ field = '', message }) => [`${field} ${message}`, { field: anchors[field], message }]),
  );
  return [...mistakes.values()];
}
