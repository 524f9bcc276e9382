import type { Day } from '../../record/day.ts';
import { dayAfter, daysBetween } from '../../record/day.ts';
import { findOf, type Holdings, listOf } from '../../record/holdings.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { risk } from '../../record/kinds/risk.ts';
import { addressOf, type ListAsked, listAsked, NOTHING_SAID, narrowed } from '../registers/narrowed-list.ts';
import type { Form } from '../route.ts';

type RiskData = DataOf<typeof risk>;
export type Risk = Entity<RiskData>;

/** Likelihoods and impacts there are. */
export const GRADES = [1, 2, 3, 4, 5] as const;

/** Scores by how much they matter: our own bands, for neither the Toolkit nor the law sets any. */
export const BANDS = [
  { band: 'low', label: 'Low', from: 1, to: 4 },
  { band: 'medium', label: 'Medium', from: 5, to: 9 },
  { band: 'high', label: 'High', from: 10, to: 14 },
  { band: 'very-high', label: 'Very high', from: 15, to: 25 },
] as const;
export type Band = (typeof BANDS)[number];

export function bandOf(score: number): Band {
  return BANDS.find(({ to }) => score <= to) ?? BANDS[3];
}

export type RiskRow = {
  readonly one: Risk;
  readonly score: number;
  readonly band: Band;
  readonly owner: Holder;
  readonly acceptedBy: Holder;
  /** - `never`: neither reviewed nor planned to be. */
  readonly review: 'overdue' | 'planned' | 'unplanned' | 'never';
};

/** Somebody of the staff list in relation to a risk; `left` when they no longer work there. */
export type Holder = { readonly id: string; readonly name: string; readonly left: boolean } | undefined;

function riskRow(one: Risk, holdings: Holdings, on: Day): RiskRow {
  const { data } = one;
  const score = data.likelihood * data.impact;
  return {
    one,
    score,
    band: bandOf(score),
    owner: holder(data.owner, holdings, on),
    acceptedBy: holder(data.acceptedBy, holdings, on),
    review:
      data.reviewOn === undefined
        ? data.reviewedOn === undefined
          ? 'never'
          : 'unplanned'
        : data.reviewOn < on
          ? 'overdue'
          : 'planned',
  };
}

function holder(id: string | undefined, holdings: Holdings, on: Day): Holder {
  const found = id === undefined ? undefined : findOf(holdings, person, id);
  return found && { id: found.id, name: found.data.name, left: (found.data.leftOn ?? on) < on };
}

const byTitle = new Intl.Collator('en-GB', { numeric: true });

/** All risks: the open ones before the closed, each by score, the highest first; of equal scores the greater impact first. */
export function riskRows(holdings: Holdings, on: Day): readonly RiskRow[] {
  const closed = ({ one }: RiskRow) => (one.data.closedOn === undefined ? 0 : 1);
  return listOf(holdings, risk)
    .map((one) => riskRow(one, holdings, on))
    .sort(
      (a, b) =>
        closed(a) - closed(b) ||
        b.score - a.score ||
        b.one.data.impact - a.one.data.impact ||
        byTitle.compare(a.one.data.title, b.one.data.title),
    );
}

export function isOpen({ one }: RiskRow): boolean {
  return one.data.closedOn === undefined;
}

/** What open risks can lack, by the word in the address. */
export const LACKS = [
  { lack: 'review', words: 'Review overdue', has: ({ review }: RiskRow) => review === 'overdue' },
  {
    lack: 'planned',
    words: 'No review planned',
    has: ({ review }: RiskRow) => review === 'never' || review === 'unplanned',
  },
  { lack: 'owner', words: 'Nobody owns it', has: ({ owner }: RiskRow) => owner === undefined || owner.left },
  {
    lack: 'accepter',
    words: 'Accepted, but nobody who works here has approved that',
    has: ({ one, acceptedBy }: RiskRow) =>
      one.data.treatment === 'tolerate' && (acceptedBy === undefined || acceptedBy.left),
  },
] as const;

/** What somebody wants of the list. Undefined asks for everything. */
export type RisksAsked = {
  readonly list: ListAsked;
  readonly state: 'open' | 'closed' | 'all';
  /** Id of a person, or `none` for risks without an owner. */
  readonly owner: string | undefined;
  readonly band: Band['band'] | undefined;
  readonly likelihood: number | undefined;
  readonly impact: number | undefined;
  readonly lack: (typeof LACKS)[number]['lack'] | undefined;
};

export function risksAsked(query: Form): RisksAsked {
  const state = query.text('state');
  const step = (name: string) => GRADES.find((one) => String(one) === query.text(name));
  return {
    list: listAsked(risk, query),
    state: state === 'closed' || state === 'all' ? state : 'open',
    owner: query.text('owner') || undefined,
    band: BANDS.find(({ band }) => band === query.text('band'))?.band,
    likelihood: step('likelihood'),
    impact: step('impact'),
    lack: LACKS.find(({ lack }) => lack === query.text('lack'))?.lack,
  };
}

/** The address of the list as it is asked for. */
export function risksAddress(path: string, asked: Partial<RisksAsked>): string {
  const { list = { find: '', only: new Map(), by: undefined, down: false }, state = 'open', ...others } = asked;
  const query = new URLSearchParams(addressOf('', list));
  if (state !== 'open') query.set('state', state);
  for (const [name, value] of Object.entries(others)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The risks that are asked for, in the order of all. */
export function keptRisks(rows: readonly RiskRow[], holdings: Holdings, asked: RisksAsked): readonly RiskRow[] {
  const { list, state, owner, band, likelihood, impact, lack } = asked;
  const worded =
    list.find === '' && list.only.size === 0
      ? undefined
      : new Set(narrowed(risk, holdings, list).map(({ entity }) => entity.id));
  const lacking = LACKS.find((one) => one.lack === lack);
  return rows.filter(
    (row) =>
      (state === 'all' || isOpen(row) === (state === 'open')) &&
      (worded === undefined || worded.has(row.one.id)) &&
      (owner === undefined || (row.owner?.id ?? NOTHING_SAID) === owner) &&
      (band === undefined || row.band.band === band) &&
      (likelihood === undefined || row.one.data.likelihood === likelihood) &&
      (impact === undefined || row.one.data.impact === impact) &&
      (lacking === undefined || (isOpen(row) && lacking.has(row))),
  );
}

/** How many open risks there are of each likelihood and impact: `counts[likelihood - 1][impact - 1]`. */
export function riskMatrix(rows: readonly RiskRow[]): readonly (readonly number[])[] {
  const counts = GRADES.map(() => GRADES.map(() => 0));
  for (const row of rows) {
    if (!isOpen(row)) continue;
    const { likelihood, impact } = row.one.data;
    const line = counts[likelihood - 1];
    if (line) line[impact - 1] = (line[impact - 1] ?? 0) + 1;
  }
  return counts;
}

/** The day to look at a risk again, as long from today as from the last review to the one after; undefined when neither says. */
export function nextReview({ reviewedOn, reviewOn }: RiskData, on: Day): Day | undefined {
  if (reviewedOn === undefined || reviewOn === undefined) return undefined;
  const days = daysBetween(reviewedOn, reviewOn);
  return days > 0 && days < 2_000 ? dayAfter(on, `P${days}D`) : undefined;
}
