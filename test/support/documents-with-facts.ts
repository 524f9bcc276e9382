import type { StatedDate } from '../../src/record/day.ts';
import type { DocumentKind, Fact, Profile, ReadDocument } from '../../src/record/document.ts';

type FactOverrides = Partial<Fact> & Pick<Fact, 'subject' | 'value'>;

/** A document that says nothing but the facts given. */
export function aDocument(path: string, facts: readonly Fact[], profile: Partial<Profile> = {}): ReadDocument {
  return {
    path,
    bytes: 100,
    sha256: path,
    content: { format: 'markdown', lines: [], tables: [], links: [], properties: {}, marks: {} },
    profile: { kind: 'policy', kindReason: 'for the test', title: path, dates: [], ...profile },
    facts,
    defects: [],
  };
}

/** A document of one day, such as minutes. */
export function dated(kind: DocumentKind, day: string): Partial<Profile> {
  return { kind, dates: [{ meaning: 'event', date: on(day), where: { line: 1 } }] };
}

export function aFact(type: string, overrides: FactOverrides): Fact {
  return {
    type,
    words: `${overrides.subject}: ${overrides.value}`,
    strength: 'stated',
    confidence: 0.9,
    where: { line: 7 },
    ...overrides,
  };
}

export function on(day: string): StatedDate {
  return { from: day, to: day, precision: 'day', text: day };
}
