import type { Catalogue, Condition, EvidenceItem, ProofRule } from '../../src/catalogue/catalogue.ts';
import type { Day, StatedDate } from '../../src/record/day.ts';
import type { DateMeaning, Defect, Fact, Profile } from '../../src/record/document.ts';
import type { OrganisationRecord, RecordedDocument } from '../../src/record/record.ts';

/** Small catalogues and records for tests of the pure rooms. Every builder takes overrides; nothing is random. */

export function aRule(
  ref: string,
  proofs: readonly (readonly Condition[])[],
  overrides: Partial<ProofRule> = {},
): ProofRule {
  return {
    ref,
    ask: `Do we do ${ref}?`,
    why: 'Because a buyer asks.',
    firstStep: `Begin ${ref}.`,
    function: 'it',
    effortHours: 4,
    leadTimeDays: 2,
    risk: 'medium',
    quickWin: false,
    proofs,
    breaksWhen: [],
    fallsStale: [],
    vocabulary: [],
    notThis: [],
    sharesProofWith: [],
    basis: 'Made for a test.',
    ...overrides,
  };
}

export function anItem(ref: string, overrides: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    ref,
    standard: ref.split('.')[0] ?? ref,
    assertion: ref.split('.').slice(0, 2).join('.'),
    requirement: `Requirement ${ref}`,
    answerType: 'text',
    mandatory: true,
    approaching: null,
    exemptBy: [],
    typicalEvidence: [],
    confidence: 'high',
    sources: [],
    ...overrides,
  };
}

export function aCatalogue(items: readonly EvidenceItem[], overrides: Partial<Catalogue> = {}): Catalogue {
  return {
    edition: 'v8',
    years: '2025-26',
    category: 3,
    title: 'Test',
    deadline: '2026-06-30',
    caveats: [],
    standards: [],
    items,
    origin: 'shipped',
    ...overrides,
  };
}

export function on(day: Day): StatedDate {
  return { from: day, to: day, precision: 'day', text: day };
}

type DocumentParts = {
  readonly text?: string;
  readonly kind?: Profile['kind'];
  readonly title?: string;
  readonly dates?: Readonly<Partial<Record<DateMeaning, Day>>>;
  readonly speaksTo?: readonly string[];
  readonly profile?: Partial<Profile>;
  readonly facts?: readonly Fact[];
  readonly defects?: readonly Defect[];
};

/** A document as read: one line of text, a kind, dates by meaning, and the items it speaks to most surely. */
export function aDocument(path: string, parts: DocumentParts = {}): RecordedDocument {
  const {
    text = '',
    kind = 'policy',
    title = path,
    dates = {},
    speaksTo = [],
    profile = {},
    facts = [],
    defects = [],
  } = parts;
  return {
    path,
    bytes: text.length,
    sha256: path,
    content: {
      format: 'markdown',
      lines: text ? [{ text, where: { line: 1 }, role: 'text', section: -1, block: 0 }] : [],
      tables: [],
      links: [],
      properties: {},
      marks: {},
    },
    profile: {
      kind,
      kindReason: 'Made for a test.',
      title,
      dates: Object.entries(dates).map(([meaning, day]) => ({
        meaning: meaning as DateMeaning,
        date: on(day),
        where: { line: 2 },
      })), // keys of a Record<DateMeaning, …>
      ...profile,
    },
    facts,
    defects,
    suggestions: speaksTo.map((ref) => ({ ref, score: 0.9, reasons: [] })),
  };
}

export function aRecord(
  documents: readonly RecordedDocument[],
  overrides: Partial<OrganisationRecord> = {},
): OrganisationRecord {
  return { readOn: '2026-11-20', organisation: { facts: {} }, documents, unreadable: [], answers: [], ...overrides };
}

export function aFact(type: string, overrides: Partial<Fact> = {}): Fact {
  return {
    type,
    subject: type,
    value: true,
    words: type,
    strength: 'recorded',
    confidence: 1,
    where: { line: 3 },
    ...overrides,
  };
}
