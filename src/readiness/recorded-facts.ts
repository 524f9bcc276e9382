import type { Fact } from '../record/document.ts';
import type { DocumentEvidence } from './document-evidence.ts';
import type { EvidenceIndex } from './evidence-index.ts';

/** A fact with the document it stands in. */
export type Located = { readonly fact: Fact; readonly evidence: DocumentEvidence };

/** The rows of a type that tell of something as it is, in documents that count. */
export function factsOfType(type: string, all: EvidenceIndex): Located[] {
  return all
    .withFact(type)
    .filter(({ blocked }) => blocked === undefined)
    .flatMap((evidence) =>
      evidence.document.facts
        .filter((fact) => fact.type === type && (fact.strength === 'recorded' || fact.strength === 'configured'))
        .map((fact) => ({ fact, evidence })),
    );
}
