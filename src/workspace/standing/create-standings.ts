import { type Catalogue, type Category, parseCategory } from '../../catalogue/catalogue.ts';
import { DEFAULT_EDITION } from '../../catalogue/shipped-catalogues.ts';
import { type GapCheck, gapCheck } from '../../readiness/gap-check.ts';
import { type Day, dayInBritain } from '../../record/day.ts';
import { type Holdings, type HoldingsByKind, type Instant, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { observation } from '../../record/kinds/observation.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { decisionsIn, type Observed } from '../documents/decisions.ts';
import { mayPass } from '../documents/document-readings.ts';
import type { Documents } from '../documents/documents.ts';
import { documentsInUse } from '../documents/kept-document.ts';
import type { KeptRecords } from '../kept-records.ts';
import type { OpenedCatalogue } from '../open-catalogue.ts';
import { recentlyUsed } from '../recently-used.ts';
import { createCountedWhenAdded } from './counted-when-added.ts';
import { createPastHoldings } from './past-holdings.ts';
import { createPastLine } from './past-line.ts';
import { recordOf } from './record-of.ts';
import type { ItemView, SpeakingDocument, Standing, StandingProblem, StandingResult, Standings } from './standing.ts';
import { type Looked, sameIn, watchedHoldings } from './watched-holdings.ts';

export type StandingsServices = {
  readonly records: KeptRecords;
  readonly journal: JournalStore;
  readonly documents: Pick<Documents, 'readAll'>;
  readonly catalogue: (edition: string, category: Category) => Promise<OpenedCatalogue>;
  readonly editions: Standings['editions'];
  readonly today: () => Day;
};

/** Standings remembered: those of today and a few others that somebody is looking at. */
const KEPT = 50;

export function createStandings(services: StandingsServices): Standings {
  const { records, journal, documents, catalogue, today } = services;
  /**
   * By organisation, catalogue, the day judged and the day known, with the state of the journal: the same five always give the
   * same standing. The journal goes on, and nobody asks for what was before: the next one takes its place.
   */
  const kept = recentlyUsed<Remembered>(KEPT);
  const lastJudged = recentlyUsed<Judged>(KEPT);
  const numberOf = numbered<Catalogue>();
  const past = createPastHoldings(journal);

  function remembered(key: string, state: string, work: () => Promise<StandingResult>): Promise<StandingResult> {
    const known = kept.get(key);
    if (known?.state === state) return known.result;
    const mine = { state, result: work() };
    kept.put(key, mine, 1);
    // What could not be judged may be another time.
    const forget = () => {
      if (kept.get(key) === mine) kept.drop(key);
    };
    mine.result.then(({ ok }) => ok || forget(), forget);
    return mine.result;
  }

  /** Of a day to come, too, nothing is known but what stands in the record today. */
  function knownOn(day: Day): Day {
    return day < today() ? day : today();
  }

  function catalogueFor(holdings: HoldingsByKind): Promise<OpenedCatalogue> {
    const own = listOf(holdings, organisation)[0]?.data;
    return catalogueOf(own?.edition ?? DEFAULT_EDITION, own?.category ?? '3');
  }

  function catalogueOf(edition: string, category: string): Promise<OpenedCatalogue> {
    return catalogue(edition, parseCategory(category) ?? 3);
  }

  async function judged(organisationId: string, holdings: Holdings, on: Day): Promise<StandingResult> {
    const opened = await catalogueFor(holdings);
    if (!opened.ok) return refused('no-catalogue', opened.message);
    const check = await judgedBy(opened.catalogue, organisationId, holdings, on);
    return { ok: true, standing: { check, holdings, on } };
  }

  async function judgedBy(by: Catalogue, organisationId: string, holdings: HoldingsByKind, on: Day): Promise<GapCheck> {
    const readings = await documents.readAll(organisationId, documentsInUse(holdings, on));
    return gapCheck(by, await recordOf(holdings, readings, by, knownOn(on)), on);
  }

  /** What was judged last still holds if nothing changed but kinds that were not looked at then, such as comments. */
  async function judgedAgain(by: Catalogue, id: string, holdings: Holdings, on: Day): Promise<StandingResult> {
    const key = `${id} ${numberOf(by)} ${on} ${knownOn(on)}`;
    const last = lastJudged.get(key);
    if (last && sameIn(holdings, last.looked)) return { ok: true, standing: { check: last.check, holdings, on } };
    const { watched, looked } = watchedHoldings(holdings);
    const check = await judgedBy(by, id, watched, on);
    // A file that was not there for a moment is looked for again at the next change.
    if (!check.record.unreadable.some(mayPass)) lastJudged.put(key, { check, looked }, 1);
    return { ok: true, standing: { check, holdings, on } };
  }

  async function on(id: string, day: Day): Promise<StandingResult> {
    const record = await records.open(id);
    if (!record) return refused('no-organisation', 'There is no such organisation.');
    const opened = await catalogueFor(record.holdings);
    if (!opened.ok) return refused('no-catalogue', opened.message);
    const key = `${id} ${numberOf(opened.catalogue)} ${day} ${knownOn(day)} now`;
    return remembered(key, record.head.hash, () => judgedAgain(opened.catalogue, id, record.holdings, day));
  }

  async function at(id: string, instant: Instant): Promise<StandingResult> {
    const then = await past.at(id, instant);
    if (!then) return refused('no-organisation', 'There is no such organisation.');
    const { holdings, era } = then;
    const day = dayInBritain(instant);
    const opened = await catalogueFor(holdings);
    if (!opened.ok) return refused('no-catalogue', opened.message);
    const key = `${id} ${numberOf(opened.catalogue)} ${day} ${knownOn(day)} ${holdings.seq} then`;
    return remembered(key, era, () => judged(id, holdings, day));
  }

  return {
    on,
    at,
    item: async (id, ref, when) => {
      const result = 'on' in when ? await on(id, when.on) : await at(id, when.at);
      return result.ok ? itemView(result.standing, ref) : undefined;
    },
    pastLine: createPastLine({ journal, era: past.era, judged, today }),
    countedWhenAdded: createCountedWhenAdded({ journal, era: past.era, judged }),
    catalogueBy: async (holdings) => {
      const opened = await catalogueFor(holdings);
      return opened.ok ? opened.catalogue : undefined;
    },
    editions: services.editions,
    whyNotBy: async (edition, category) => {
      const opened = await catalogueOf(edition, category);
      return opened.ok ? undefined : opened.message;
    },
    history: async (id, kind, entity) => {
      const entries = await journal.history(id, kind, entity);
      return entries.map(({ entry, payload }) => ({
        entry,
        data: entry.action === 'remove' ? undefined : payload?.data,
        erased: payload === undefined,
      }));
    },
    entityAt: async (id, kind, entity, instant) => (await past.at(id, instant))?.holdings.of.get(kind)?.get(entity),
    holdingsAt: async (id, instant) => (await past.at(id, instant))?.holdings,
  };
}

type Remembered = { readonly state: string; readonly result: Promise<StandingResult> };
type Judged = { readonly check: GapCheck; readonly looked: Looked };

/** A number for each value that is asked about, the same for the same. */
function numbered<Value extends object>(): (value: Value) => number {
  const numbers = new WeakMap<Value, number>();
  let next = 0;
  return (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, next);
    return next++;
  };
}

function itemView(standing: Standing, ref: string): ItemView | undefined {
  const { check, holdings } = standing;
  const assessed = check.assessment.items.find(({ item }) => item.ref === ref);
  if (!assessed) return undefined;
  const { edition }: Catalogue = check.catalogue;
  const observations = listOf(holdings, observation).filter(({ data }) => data.items.includes(ref));
  const inUse = new Map(documentsInUse(holdings, standing.on).map(({ id, data }) => [data.path, id]));
  const decisions = decisionsIn(holdings);
  const decisionOn = (path: string) => decisions.get(path)?.get(ref);
  const suggested = check.record.documents.flatMap(({ path, suggestions }): SpeakingDocument[] => {
    const found = suggestions.find((one) => one.ref === ref);
    const id = inUse.get(path);
    const decided = decisionOn(path);
    if (!found || id === undefined || decided?.data.verdict === 'does-not-show') return [];
    return [{ id, path, score: found.score, reasons: found.reasons, ...decisionOf(decided) }];
  });
  const rejected = [...decisions.keys()].flatMap((path): SpeakingDocument[] => {
    const decided = decisionOn(path);
    const id = inUse.get(path);
    if (decided?.data.verdict !== 'does-not-show' || id === undefined) return [];
    return [{ id, path, score: 0, reasons: [], ...decisionOf(decided) }];
  });
  return {
    standing,
    assessed,
    findings: check.assessment.findings.filter(({ refs }) => refs.includes(ref)),
    answer: listOf(holdings, answer).find(({ data }) => data.edition === edition && data.item === ref),
    observations,
    documents: [...suggested.sort((a, b) => b.score - a.score), ...rejected],
    responsibility: listOf(holdings, responsibility).find(({ data }) => data.item === ref),
  };
}

function decisionOf(decided: Observed | undefined): Pick<SpeakingDocument, 'verdict' | 'decided'> {
  return decided ? { verdict: decided.data.verdict, decided: decided.revision } : {};
}

function refused(type: StandingProblem['type'], message: string): StandingResult {
  return { ok: false, problem: { type, message } };
}
