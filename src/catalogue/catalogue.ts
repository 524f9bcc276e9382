import type { Day, Period } from '../record/day.ts';
import type { DocumentKind } from '../record/document.ts';

export type Confidence = 'high' | 'medium' | 'low';

/** Categories the catalogue knows. Category 1 moved to the CAF-aligned toolkit and is not assessed here. */
export const CATEGORIES = [2, 3, 4] as const;
export type Category = (typeof CATEGORIES)[number];

/** The category a person or a file name says by its number; undefined when it is none that the catalogue knows. */
export function parseCategory(text: string): Category | undefined {
  return CATEGORIES.find((category) => String(category) === text);
}

export const CERTIFICATES = ['cyber-essentials-plus', 'iso-27001', 'nhsmail', 'psn'] as const;
export type CertificateKind = (typeof CERTIFICATES)[number];

export const CERTIFICATE_NAMES: Readonly<Record<CertificateKind, string>> = {
  'cyber-essentials-plus': 'Cyber Essentials Plus',
  'iso-27001': 'ISO/IEC 27001:2022',
  nhsmail: 'NHSmail',
  psn: 'PSN',
};

/**
 * What an edition changed about an item it shares with the edition `from`. `meaning`: the number is another question now.
 * `status`: became mandatory or optional. `wording`: asked in other words. `guidance`: only the guidance moved.
 */
export type ItemChange = {
  readonly from: string;
  readonly kind: 'new' | 'status' | 'meaning' | 'wording' | 'guidance';
  readonly what: string;
};

/** Counts published for an edition and category, to hold ours against; `null` where none was found. */
export type OfficialCounts = {
  readonly items: number | null;
  readonly mandatory: number | null;
  readonly approaching: number | null;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
};

export type Source = { readonly url: string; readonly readOn: Day; readonly gives?: string };

/**
 * One thing the Toolkit asks for. `requirement` is our wording, never the official text; `official` is filled from the
 * user's own import only. `null` means not known, which is never the same as false.
 */
export type EvidenceItem = {
  /** Number in the Toolkit, such as `7.3.4`. Only unique within one edition and category. */
  readonly ref: string;
  readonly standard: string;
  readonly assertion: string;
  readonly requirement: string;
  readonly official?: { readonly text: string; readonly tooltip?: string };
  readonly answerType: 'yes_no' | 'text' | 'document' | 'number' | 'date' | null;
  readonly mandatory: boolean | null;
  readonly approaching: boolean | null;
  readonly exemptBy: readonly CertificateKind[];
  /** Set when exemptions were not collected: then an empty `exemptBy` says nothing. */
  readonly exemptionsKnown?: false;
  /** How sure we are of `answerType`. */
  readonly answerConfidence?: Confidence;
  /** How the portal lets one answer "not applicable", where it does. */
  readonly notApplicableRoute?: string;
  /** Categories of the same edition in which this number is another question. */
  readonly differsIn?: readonly Category[];
  readonly change?: ItemChange;
  readonly typicalEvidence: readonly string[];
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
  /** Status in earlier editions, by edition name. */
  readonly editions?: Readonly<Record<string, string>>;
  /** Remarks on wording or status that a user should see. */
  readonly notes?: string;
  /** How the item is proven; absent where we have no reviewed rule for this edition and category. */
  readonly rule?: ProofRule;
};

export type Assertion = { readonly id: string; readonly title: string };
export type Standard = { readonly id: string; readonly title: string; readonly assertions: readonly Assertion[] };

/** An edition in force that is later than the one it is told of; `edition` is its short name, such as `v9`. */
export type LaterInForce = { readonly edition: string; readonly confidence: Confidence };

/** One edition of the Toolkit for one category. Items stand in portal order. */
export type Catalogue = {
  /** Short name: `v8`. */
  readonly edition: string;
  /** `2025-26`. */
  readonly years: string;
  readonly category: Category;
  readonly title: string;
  readonly deadline: Day | null;
  readonly officialCounts?: OfficialCounts;
  /** What a user must know about this edition, one sentence each: how it was put together, that a later one is in force. */
  readonly caveats: readonly string[];
  /** The later edition that is in force, where there is one. */
  readonly laterInForce?: LaterInForce;
  readonly standards: readonly Standard[];
  readonly items: readonly EvidenceItem[];
  /** Shipped with the product, or imported by the user from the official workbook. */
  readonly origin: 'shipped' | 'imported';
};

/** Who in the organisation the work falls to. */
export const FUNCTIONS = ['leadership', 'information-governance', 'people', 'it', 'operations', 'procurement'] as const;
export type OrganisationFunction = (typeof FUNCTIONS)[number];

/** How an evidence item is proven, what unproves it and what it costs. Everything here is judgement unless `basis` says otherwise. */
export type ProofRule = {
  readonly ref: string;
  readonly ask: string;
  readonly why: string;
  readonly firstStep: string;
  readonly function: OrganisationFunction;
  readonly effortHours: number;
  readonly leadTimeDays: number;
  readonly risk: 'high' | 'medium' | 'low';
  readonly quickWin: boolean;
  /** A fact about the organisation; when it is false the item is not applicable. */
  readonly appliesWhen?: string;
  /** Alternatives, strongest first. One with all its conditions met proves the item. */
  readonly proofs: readonly (readonly Condition[])[];
  readonly breaksWhen: readonly string[];
  readonly fallsStale: readonly string[];
  readonly vocabulary: readonly string[];
  readonly notThis: readonly { readonly what: string; readonly ref: string }[];
  readonly sharesProofWith: readonly string[];
  readonly basis: string;
};

/** What a list of people says of each of them. */
export const PERSON_DETAILS = ['role', 'started'] as const;
export type PersonDetail = (typeof PERSON_DETAILS)[number];

/** What rows tell that may not have happened: somebody joined or left; any incident with near misses, without, or a breach. */
export const ROW_EVENTS = ['joined', 'left', 'incident-or-near-miss', 'incident', 'breach'] as const;
export type RowEvent = (typeof ROW_EVENTS)[number];

/** What at least one row of a register must tell, lest the register be about something else. */
export const ROW_TELLINGS = ['personal-data'] as const;
export type RowTelling = (typeof ROW_TELLINGS)[number];

/** What a document can be asked to state in a way that can be read. */
export const STATED = ['retention-periods'] as const;
export type Stated = (typeof STATED)[number];

/** What each row of a register is asked to tell, and is counted by the headings of its columns. */
export const ROW_DETAILS = [
  'access-signed',
  'assurance',
  'assurance-expiry',
  'cause',
  'completed',
  'contact',
  'data-handled',
  'dependencies',
  'from',
  'holder',
  'identifier',
  'importance',
  'lawful-basis',
  'location',
  'management-told',
  'method',
  'owner',
  'people-concerned',
  'processor-terms',
  'purpose',
  'recipients',
  'result',
  'retention',
  'service',
  'support-end',
  'to',
  'version',
] as const;
export type RowDetail = (typeof ROW_DETAILS)[number];

export type Condition =
  | { readonly is: 'fact'; readonly fact: string }
  | {
      readonly is: 'document';
      readonly kinds: readonly DocumentKind[];
      readonly about: string;
      readonly within?: Period;
      readonly approved?: true;
      readonly names: readonly string[];
      /** It is issued to the organisation, and so must name it. */
      readonly namesUs?: true;
      readonly states?: Stated;
      /** What is said of every person in it. */
      readonly everyone?: readonly PersonDetail[];
    }
  | {
      readonly is: 'register';
      readonly register: string;
      readonly condition: string;
      /** What is said of every person in it. */
      readonly everyone?: readonly PersonDetail[];
      /** What each of its rows tells; where `some` is asked too, each of those rows. */
      readonly each?: readonly RowDetail[];
      /** What at least one of its rows tells. */
      readonly some?: RowTelling;
      /** What no row of any document tells from so long before the day on. */
      readonly none?: { readonly of: RowEvent; readonly within: Period };
      readonly within?: Period;
    }
  | {
      readonly is: 'activity';
      readonly activity: string;
      readonly outcome: 'success' | 'recorded';
      readonly within: Period;
    }
  | {
      readonly is: 'measure';
      readonly measure: string;
      readonly atLeast: number;
      readonly within?: Period;
      readonly of: string;
    }
  | { readonly is: 'certificate'; readonly certificate: CertificateKind; readonly scope: string }
  | { readonly is: 'attested'; readonly by: string; readonly within?: Period };
