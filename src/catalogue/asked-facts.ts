import { NOT_KNOWN } from '../record/fact-words.ts';
import type { FactsTold } from '../record/facts-told.ts';
import type { Catalogue, CertificateKind, EvidenceItem } from './catalogue.ts';

/** A fact that decides about evidence items, with those that a "no" takes out. */
export type AskedFact = { readonly fact: string; readonly items: readonly EvidenceItem[] };

/** The facts that a catalogue asks for, in the order in which it needs them. */
export function askedFacts({ items }: Pick<Catalogue, 'items'>): readonly AskedFact[] {
  const byFact = new Map<string, EvidenceItem[]>();
  for (const item of items) {
    const fact = item.rule?.appliesWhen;
    if (fact === undefined) continue;
    byFact.set(fact, [...(byFact.get(fact) ?? []), item]);
  }
  return [...byFact].map(([fact, all]) => ({ fact, items: all }));
}

/** Facts that somebody was asked about and does not know yet, of those that decide about evidence items. */
export function factsToFindOut(catalogue: Pick<Catalogue, 'items'>, told: FactsTold): readonly string[] {
  return askedFacts(catalogue)
    .map(({ fact }) => fact)
    .filter((fact) => told[fact] === NOT_KNOWN);
}

/** Certificates that stand in for evidence items, with how many each may stand in for. */
export function certificatesOf({ items }: Pick<Catalogue, 'items'>): readonly (readonly [CertificateKind, number])[] {
  const counts = new Map<CertificateKind, number>();
  for (const { exemptBy } of items) for (const one of exemptBy) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts];
}
