import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { isKindName, KINDS, kindByPlural } from '../../record/kinds/kinds.ts';
import type { Target } from './entity-form.tsx';
import { titleOf } from './field-words.ts';

/** Kinds with pages of their own, or that only the program writes. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'document',
  'answer',
  'comment',
  'confirmation',
  'observation',
  'organisation',
  'grant',
  'share',
  'submission',
]);

/** The registers that people fill in by hand, in the order in which they would. */
export const REGISTERS: readonly AnyKind[] = Object.values(KINDS).filter(({ name }) => !ELSEWHERE.has(name));

/** The register that an address names; undefined when there is none. */
export function registerBy(plural: string): AnyKind | undefined {
  const kind = kindByPlural(plural);
  return kind && !ELSEWHERE.has(kind.name) ? kind : undefined;
}

/** What a reference can lead to, by title. */
export function targetsIn(holdings: Holdings): (kind: string) => readonly Target[] {
  return (name) =>
    isKindName(name)
      ? [...(holdings.of.get(name)?.values() ?? [])]
          .map(({ id, data }) => ({ id, title: titleOf(KINDS[name], data) }))
          .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
      : [];
}
