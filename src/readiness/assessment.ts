import type { Category, EvidenceItem, OrganisationFunction } from '../catalogue/catalogue.ts';
import type { Day } from '../record/day.ts';
import type { Place } from '../record/document.ts';
import type { Finding } from '../record/finding.ts';

/**
 * Standing of one evidence item on a day.
 *
 * - `unanswered`: nobody has answered and no document speaks to it.
 * - `gap`: answered no.
 * - `in-progress`: answered so, or only plans and templates speak to it.
 * - `not-applicable`: does not concern this organisation, with a reason.
 * - `exempt`: a certificate valid on the day satisfies it (probably: our exemption data is by item number).
 * - `claimed`: a document or answer says so, and nothing shows it.
 * - `proven`: shown, in date, and nothing speaks against it.
 * - `stale`: shown once; the window has passed.
 * - `contradicted`: a high finding speaks against it.
 * - `carried`: copied from last year and not re-confirmed.
 */
export const STANDINGS = [
  'proven',
  'exempt',
  'not-applicable',
  'claimed',
  'carried',
  'stale',
  'contradicted',
  'in-progress',
  'gap',
  'unanswered',
] as const;
export type Standing = (typeof STANDINGS)[number];

export function isStanding(text: string): text is Standing {
  return STANDINGS.some((standing) => standing === text);
}

/** One condition of a proof rule, tested against the record. */
export type Check = {
  /** The condition in words: "a restore test record dated within 12 months". */
  readonly asks: string;
  /** What to do to meet it, one sentence. */
  readonly todo: string;
  readonly met: 'yes' | 'no' | 'lapsed' | 'unknown';
  /** Why, for a person. */
  readonly because: string;
  /**
   * What no reading can tell and a person must see for themselves; completes "check that ...". Of a condition that is not met it is
   * all that is lacking: it counts once somebody says that they checked it.
   */
  readonly toCheck?: string;
  readonly places: readonly Place[];
  /** Last day on which a met condition is still met, when it lapses at all. */
  readonly until?: Day;
};

export type ItemAssessment = {
  readonly item: EvidenceItem;
  readonly standing: Standing;
  /** Sentences for a person, the decisive one first. Says so when the standing comes from documents alone. */
  readonly reasons: readonly string[];
  /** Paths of the documents that speak to the item, strongest first. */
  readonly documents: readonly string[];
  /** The proof alternative closest to being met, condition by condition. */
  readonly checks: readonly Check[];
  /** The fact by which it would not apply, which nobody but whoever told it has confirmed. There is nothing else to show then. */
  readonly unconfirmed?: string;
  /** Last day on which a proven or exempt standing holds; absent when it does not lapse or is neither. */
  readonly until?: Day;
};

/** `standards-met` when every mandatory item counts; what is missing otherwise. */
export type Outcome = {
  readonly met: boolean;
  readonly level: 'Standards Met' | 'Standards Not Met';
  readonly mandatory: number;
  readonly counting: number;
  readonly missing: readonly string[];
};

export type Action = {
  readonly ref: string;
  /** Further items that the same step settles. */
  readonly alsoFor: readonly string[];
  /** It is to confirm what somebody told of the organisation. */
  readonly confirms?: true;
  readonly mandatory: boolean;
  /** What to do first, one sentence. */
  readonly step: string;
  /** The standing it mends. */
  readonly standing: Standing;
  /** What stands in the way, one sentence. */
  readonly because: string;
  readonly function: OrganisationFunction;
  readonly effortHours: number;
  readonly leadTimeDays: number;
  readonly risk: 'high' | 'medium' | 'low';
  readonly quickWin: boolean;
  /** Hours of work up to and including this action, and mandatory items counting after it. */
  readonly runningHours: number;
  readonly runningItems: number;
};

export type Plan = {
  readonly actions: readonly Action[];
  /** Hours to Standards Met, and the longest wait for others among those actions. */
  readonly hours: number;
  readonly longestLeadTimeDays: number;
  readonly longestLeadTimeRef?: string;
};

/** A day on which something changes if nobody acts, with the items that change and the outcome after it. */
export type ForecastStep = {
  readonly on: Day;
  readonly changes: readonly {
    readonly ref: string;
    readonly from: Standing;
    readonly to: Standing;
    readonly because: string;
  }[];
  /** Mandatory items that count from this day on. */
  readonly counting: number;
};

export type PersonLoad = {
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly places: readonly Place[] }[];
  /** Documents the person owns or approves. */
  readonly documents: readonly string[];
  /** Items that no longer count when the record is assessed without this person. */
  readonly falls: readonly string[];
};

/** The standing of one organisation in one edition and category on one day, explained. */
export type Assessment = {
  readonly edition: string;
  readonly category: Category;
  readonly on: Day;
  readonly items: readonly ItemAssessment[];
  readonly findings: readonly Finding[];
  readonly outcome: { readonly claimed: Outcome; readonly defensible: Outcome };
};
