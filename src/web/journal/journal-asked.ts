import { type Day, dayBefore, isDay } from '../../record/day.ts';
import { isKindName } from '../../record/kinds/kinds.ts';
import { dayTyped } from '../record/entity-form-values.ts';
import type { JournalOnly } from '../record/record-services.ts';
import { endOfDay } from '../record/typed-time.ts';
import type { Form } from '../route.ts';

export const ACTIONS = ['add', 'change', 'remove', 'erase'] as const;

/** Which entries somebody wants to see. */
export type JournalAsked = {
  readonly only: JournalOnly;
  /** The same as it stands in an address. */
  readonly query: URLSearchParams;
  /** Days that are none, with their fields. */
  readonly mistakes: readonly { readonly field: string; readonly message: string }[];
};

/** Reads what an address or the form above the journal asks for; what cannot be asked is left out. */
export function journalAsked(form: Form): JournalAsked {
  const query = new URLSearchParams();
  const mistakes: { field: string; message: string }[] = [];
  const kept = (name: string, is: (text: string) => boolean): string | undefined => {
    const text = form.text(name);
    if (text === '' || !is(text)) return undefined;
    query.set(name, text);
    return text;
  };
  const kind = kept('kind', isKindName);
  const action = kept('action', (text) => ACTIONS.some((one) => one === text));
  const actor = kept('actor', (text) => /^[\w:-]{1,100}$/.test(text));
  const since = kept('since', (text) => /^\d{1,15}$/.test(text));
  const day = (name: string, label: string): Day | undefined => {
    const typed = form.text(name) || dayTyped(form, name);
    if (typed === '') return undefined;
    if (!isDay(typed)) {
      mistakes.push({ field: `${name}-day`, message: `${label} must be a real date, such as 20 11 2026` });
      return undefined;
    }
    query.set(name, typed);
    return typed;
  };
  const [from, to] = [day('from', 'From'), day('to', 'To')];
  const only = {
    ...(kind !== undefined && { kind }),
    ...(action !== undefined && { action }),
    ...(actor !== undefined && { actor }),
    ...(since !== undefined && { after: Number(since) }),
    ...(from !== undefined && { from: startOfDay(from) }),
    ...(to !== undefined && { before: startOfDay(to, 1) }),
  };
  return { only, query, mistakes };
}

/** The first moment in Britain of a day, or of the one after it. */
function startOfDay(day: Day, later: 0 | 1 = 0): string {
  const before = later === 1 ? day : dayBefore(day, 'P1D');
  return new Date(Date.parse(endOfDay(before)) + 1).toISOString();
}

/** The address of the same entries with something besides. */
export function withJournalAsked(path: string, { query }: JournalAsked, more: Readonly<Record<string, string>> = {}) {
  const all = new URLSearchParams([...query, ...Object.entries(more)]);
  return all.size === 0 ? path : `${path}?${all}`;
}
