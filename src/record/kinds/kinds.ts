import { answer } from './answer.ts';
import { document } from './document.ts';
import type { AnyKind } from './kind.ts';
import { person } from './person.ts';

/** Every kind of thing an organisation keeps, in the order in which a person would fill them in. */
export const KINDS = { person, document, answer } as const satisfies Readonly<Record<string, AnyKind>>;

export type KindName = keyof typeof KINDS;

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

/** The kind whose plural stands in an address. */
export function kindByPlural(plural: string): AnyKind | undefined {
  return Object.values(KINDS).find((kind) => kind.plural === plural);
}
