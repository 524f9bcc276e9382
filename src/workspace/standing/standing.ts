import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ItemAssessment } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import type { Day } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import type { Holdings, HoldingsByKind, Instant } from '../../record/holdings.ts';
import type { JournalEntry } from '../../record/journal.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import type { observation } from '../../record/kinds/observation.ts';
import type { KeptAction } from '../../record/open-actions.ts';

/** Where an organisation stands on a day, with everything it rests on. */
export type Standing = {
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly on: Day;
};

export type StandingProblem = {
  readonly type: 'no-organisation' | 'no-catalogue';
  /** One sentence for a person. */
  readonly message: string;
};
export type StandingResult =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly problem: StandingProblem };

/** One evidence item with all that the record knows of it. */
export type ItemView = {
  readonly standing: Standing;
  readonly assessed: ItemAssessment;
  readonly findings: readonly Finding[];
  readonly answer: Entity | undefined;
  readonly observations: readonly Entity<DataOf<typeof observation>>[];
  /** Documents that speak to it, surest first, with why; `verdict` once a person has accepted or rejected one. */
  readonly documents: readonly SpeakingDocument[];
  readonly responsibility: Entity | undefined;
};

export type SpeakingDocument = {
  readonly id: string;
  readonly path: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
  readonly verdict?: 'shows' | 'does-not-show';
  /** Revision of that decision. */
  readonly decided?: number;
};

/** A step in the life of one thing in the record. */
export type HistoryStep = {
  readonly entry: JournalEntry;
  /** What it was after the step; undefined after a removal, and where it has been erased since. */
  readonly data: unknown;
  readonly erased: boolean;
};

/** How many mandatory items counted at the end of a past day. */
export type PastPoint = {
  readonly on: Day;
  readonly claimed: number;
  readonly defensible: number;
  readonly mandatory: number;
};

/** Days of the past, the oldest first. Not complete while some of them are still being worked out. */
export type PastLine = { readonly points: readonly PastPoint[]; readonly complete: boolean };

/** Standing is a pure function of what is kept and the day; this brings the two together. */
export type Standings = {
  readonly on: (organisation: string, day: Day) => Promise<StandingResult>;
  /** As it was at a past instant: what was kept then, judged on that day. */
  readonly at: (organisation: string, instant: Instant) => Promise<StandingResult>;
  readonly item: (
    organisation: string,
    ref: string,
    when: { readonly on: Day } | { readonly at: Instant },
  ) => Promise<ItemView | undefined>;
  readonly pastLine: (organisation: string) => Promise<PastLine>;
  /**
   * By the id of an action: those of its evidence items that counted when it was added. An action of which that is not worked out
   * yet is left out.
   */
  readonly countedWhenAdded: (
    organisation: string,
    actions: readonly KeptAction[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** What the organisation is judged by; undefined where nothing is known of its edition. */
  readonly catalogueBy: (holdings: HoldingsByKind) => Promise<Catalogue | undefined>;
  /** Editions by which something can be judged, the newest first. */
  readonly editions: () => Promise<readonly string[]>;
  /** Why nothing can be judged by an edition, in a sentence; undefined when it can. */
  readonly whyNotBy: (edition: string, category: string) => Promise<string | undefined>;
  /** Everything that happened to one thing, oldest first. */
  readonly history: (organisation: string, kind: string, id: string) => Promise<readonly HistoryStep[]>;
  /** One thing as it was at a past instant. */
  readonly entityAt: (organisation: string, kind: string, id: string, instant: Instant) => Promise<Entity | undefined>;
  /** The holdings as they were at a past instant. */
  readonly holdingsAt: (organisation: string, instant: Instant) => Promise<Holdings | undefined>;
};
