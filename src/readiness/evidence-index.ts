import type { DocumentKind } from '../record/document.ts';
import { shareOfStems } from '../record/words.ts';
import type { DocumentEvidence } from './document-evidence.ts';
import { registersIn } from './registers.ts';

/**
 * The documents of a record, found by what conditions look for: no condition has to go through all of them. Every list is in
 * the order of the record.
 */
export type EvidenceIndex = {
  /** Those with a fact of at least one of these types. */
  readonly withFact: (...types: readonly string[]) => readonly DocumentEvidence[];
  /** Those that hold a register of the proof rules. */
  readonly withRegister: (register: string) => readonly DocumentEvidence[];
  readonly ofKind: (...kinds: readonly DocumentKind[]) => readonly DocumentEvidence[];
  /** Those of the kinds in whose title all of the stems stand. */
  readonly titled: (kinds: readonly DocumentKind[], stems: ReadonlySet<string>) => readonly DocumentEvidence[];
};

export function indexEvidence(all: readonly DocumentEvidence[]): EvidenceIndex {
  const places = new Map<string, number[]>();
  all.forEach((evidence, at) => {
    for (const key of keysOf(evidence)) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  });
  const under = (key: string): readonly number[] => places.get(key) ?? [];
  const underAny = (keys: readonly string[]): readonly number[] =>
    keys.length === 1 ? under(keys[0] ?? '') : [...new Set(keys.flatMap(under))].sort((a, b) => a - b);
  const found = (at: readonly number[]) => at.flatMap((one) => all[one] ?? []);
  return {
    withFact: (...types) => found(underAny(types.map(factKey))),
    withRegister: (register) => found(under(registerKey(register))),
    ofKind: (...kinds) => found(underAny(kinds.map(kindKey))),
    titled: (kinds, stems) => {
      // The rarest word leaves the fewest to look at.
      const rarest = [...stems].map((one) => under(stemKey(one))).sort((a, b) => a.length - b.length)[0];
      return found(rarest ?? underAny(kinds.map(kindKey))).filter(
        ({ document, titleStems }) => kinds.includes(document.profile.kind) && shareOfStems(stems, titleStems) === 1,
      );
    },
  };
}

/** The same documents, found in the same way, each as `seen` has it. */
export function indexAs(index: EvidenceIndex, seen: (one: DocumentEvidence) => DocumentEvidence): EvidenceIndex {
  return {
    withFact: (...types) => index.withFact(...types).map(seen),
    withRegister: (register) => index.withRegister(register).map(seen),
    ofKind: (...kinds) => index.ofKind(...kinds).map(seen),
    titled: (kinds, stems) => index.titled(kinds, stems).map(seen),
  };
}

const factKey = (type: string) => `fact ${type}`;
const registerKey = (register: string) => `register ${register}`;
const kindKey = (kind: DocumentKind) => `kind ${kind}`;
const stemKey = (stem: string) => `stem ${stem}`;

const known = new WeakMap<DocumentEvidence, readonly string[]>();

/** What a document is found by. It is worked out once, since documents outlive the records that hold them. */
function keysOf(evidence: DocumentEvidence): readonly string[] {
  const before = known.get(evidence);
  if (before) return before;
  const { document, titleStems } = evidence;
  const keys = [
    kindKey(document.profile.kind),
    ...new Set(document.facts.map(({ type }) => factKey(type))),
    ...registersIn(document).map(({ register }) => registerKey(register)),
    ...[...titleStems].map(stemKey),
  ];
  known.set(evidence, keys);
  return keys;
}
