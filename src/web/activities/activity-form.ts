import type { Day } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { ACTIVITY_TEMPLATES, type TemplateKind } from '../../report/activity-templates.ts';
import { documentsInUse } from '../../workspace/documents/kept-document.ts';
import type { Target } from '../record/entity-form.tsx';
import { dataOfForm } from '../record/entity-form-values.ts';
import { targetsIn } from '../record/register-kinds.ts';
import type { Form } from '../route.ts';

/** Fields of the form that the kind does not have: who of the record did it, and what was looked at by its number. */
export const DONE_BY = 'done-by';
export const LOOKED_AT = 'looked-at';

const FIELDS = fieldsOf(activity);
/** Shown behind "More fields". */
export const MORE: readonly Field[] = pick(['document', 'people', 'scope', 'minutesTaken']);

function pick(names: readonly string[]): readonly Field[] {
  return names.flatMap((name) => FIELDS.filter((field) => field.name === name));
}

/** A field of the kind with the words of a template. */
export function fieldNamed(name: string, words: Partial<Pick<Field, 'label' | 'hint'>> = {}): readonly Field[] {
  return pick([name]).map((field) => ({ ...field, ...words }));
}

/** What the form says, as the kind's schema is to judge it. */
export function activityTyped(kind: TemplateKind, form: Form): Record<string, unknown> {
  const typed = dataOfForm(FIELDS, form);
  const chosen = form.text(DONE_BY);
  const people = [...new Set([...(chosen === '' ? [] : [chosen]), ...form.all('people')])].filter((id) => id !== '');
  const looked = form.all(LOOKED_AT).flatMap((at) => ACTIVITY_TEMPLATES[kind].look[Number(at) - 1]?.covers ?? []);
  const scope = [...(looked.length > 0 ? [`Looked at: ${looked.join(', ')}`] : []), ...textIn(typed.scope)].join('. ');
  return { ...typed, kind, ...(people.length > 0 && { people }), ...(scope !== '' && { scope }) };
}

function textIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}

/** What the references of the form lead to: documents in use, and people who had not left. */
export function activityTargets(holdings: Holdings, on: Day): (kind: string) => readonly Target[] {
  const left = new Set(listOf(holdings, person).flatMap(({ id, data }) => ((data.leftOn ?? on) < on ? [id] : [])));
  const inUse = new Set(documentsInUse(holdings, on).map(({ id }) => id));
  return (kind) => targetsIn(holdings)(kind).filter(({ id }) => (kind === 'document' ? inUse.has(id) : !left.has(id)));
}
