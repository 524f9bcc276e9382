import { CATEGORY_FACTS, KIND_NOT_KNOWN, REASONS_TO_NEED_IT } from '../../catalogue/category-facts.ts';
import { ORGANISATION_KINDS } from '../../catalogue/decide-category.ts';
import { NOT_KNOWN } from '../../record/fact-words.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import type { Form } from '../route.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The values of a form that shows what is known. */
export function formOfFacts(facts: Facts): Form {
  const words = (name: string): string => {
    const value = facts[name];
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return value === undefined ? '' : String(value);
  };
  return { text: words, all: (name) => [words(name)] };
}

/** The facts that a form says; what was left open is undefined, which takes away what was known. */
export function factsTyped(form: Form): {
  readonly facts: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly mistakes: readonly FormMistake[];
} {
  const mistakes: FormMistake[] = [];
  const number = (field: string, message: string): number | undefined => {
    const typed = form.text(field).trim().replace(/^£/, '').replaceAll(/[\s,]/g, '');
    if (typed === '') return undefined;
    if (/^\d{1,12}$/.test(typed)) return Number(typed);
    mistakes.push({ field, message });
    return undefined;
  };
  const chosen = form.text(CATEGORY_FACTS.kind);
  const kind = [...ORGANISATION_KINDS, KIND_NOT_KNOWN].find((one) => one === chosen);
  const facts = {
    ...Object.fromEntries(REASONS_TO_NEED_IT.map((name) => [name, answerIn(form.text(name))])),
    [CATEGORY_FACTS.kind]: kind,
    [CATEGORY_FACTS.staff]: number(
      CATEGORY_FACTS.staff,
      'How many people work for you must be a whole number, such as 12',
    ),
    [CATEGORY_FACTS.turnoverGbp]: number(
      CATEGORY_FACTS.turnoverGbp,
      'Turnover must be a whole number of pounds, such as 850,000',
    ),
    [CATEGORY_FACTS.digital]: answerIn(form.text(CATEGORY_FACTS.digital)),
  };
  return { facts, mistakes };
}

/** What was chosen; undefined when nothing was. */
export function answerIn(text: string): boolean | typeof NOT_KNOWN | undefined {
  return text === 'yes' ? true : text === 'no' ? false : text === NOT_KNOWN ? NOT_KNOWN : undefined;
}

/** Facts with those of a form put in; an undefined one is taken out. */
export function mergedFacts(known: Facts, typed: Facts): Record<string, unknown> {
  const merged = { ...known, ...typed };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}
