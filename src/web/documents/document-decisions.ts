import type { Day } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import { findOf, type Holdings, type Instant } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { observation } from '../../record/kinds/observation.ts';
import { decisionsIn, type Observed } from '../../workspace/documents/decisions.ts';
import { withdrawal } from '../../workspace/documents/intake.ts';
import { inPlaceOf, isHeld, isWithdrawn, type KeptDocument } from '../../workspace/documents/kept-document.ts';
import type { Form } from '../route.ts';

const VERDICTS = ['shows', 'does-not-show', 'undo'] as const;
export type VerdictAsked = (typeof VERDICTS)[number];

/** A document, an item, and the revision of the decision that was there when somebody looked; none when there was none. */
export type Pair = { readonly document: string; readonly ref: string; readonly seen: string };

/** How a pair stands in a form. */
export function pairValue(holdings: Holdings, { id, data }: KeptDocument, ref: string): string {
  return `${id}/${ref}/${decisionsIn(holdings).get(data.path)?.get(ref)?.revision ?? ''}`;
}

/** What is to become of two documents that are versions or copies of one; both stay when nothing is said. */
export type Place = {
  /** The document that stays. */
  readonly stays: string;
  /** The document that is withdrawn, and its revision when somebody looked. */
  readonly goes: string;
  readonly seen: string;
};

/** How it stands in a form. */
export function placeValue(stays: string, { id, revision }: KeptDocument): string {
  return `${stays}/${id}/${revision}`;
}

/** Two documents that are versions or copies of nothing of each other, in a form. */
export function othersValue(id: string, other: KeptDocument): string {
  return `${id}/${other.id}/${OTHERS}`;
}

const OTHERS = 'others';

export type Asked = {
  readonly verdict: VerdictAsked;
  readonly pairs: readonly Pair[];
  /** What was offered and is refused in the same step. */
  readonly refused?: readonly Pair[];
  readonly places: readonly Place[];
  /** Documents that somebody says are different ones. */
  readonly others: readonly { readonly one: string; readonly other: string }[];
  /** Documents that the form is about. */
  readonly of: readonly string[];
};

/** What a form asks for. Whatever is no pair or place is left out. */
export function decisionsAsked(form: Form): Asked {
  const triple = (text: string) => {
    const [first = '', second = '', seen = '', more] = text.split('/');
    return first === '' || second === '' || more !== undefined ? [] : [[first, second, seen] as const];
  };
  const pairsOf = (name: string) =>
    [...new Set(form.all(name))].flatMap(triple).map(([id, ref, seen]): Pair => ({ document: id, ref, seen }));
  const of = [...new Set(form.all('of'))];
  const none = form.text('none');
  // The button of one document decides about nothing but that.
  if (none !== '') {
    const refused = pairsOf('offered').filter((pair) => pair.document === none);
    return { verdict: 'shows', pairs: [], refused, places: [], others: [], of };
  }
  const choices = of.flatMap((id) => triple(form.text(`place-${id}`)));
  const pairs = pairsOf('pair');
  const ticked = new Set(pairs.map(({ document: id, ref }) => `${id}/${ref}`));
  const rest = pairsOf('offered').filter(({ document: id, ref }) => !ticked.has(`${id}/${ref}`));
  return {
    verdict: VERDICTS.find((one) => one === form.text('verdict')) ?? 'shows',
    pairs,
    refused: form.text('rest') === 'refuse' ? rest : [],
    places: choices.flatMap(([stays, goes, seen]) => (seen === OTHERS ? [] : [{ stays, goes, seen }])),
    others: choices.flatMap(([one, other, seen]) => (seen === OTHERS ? [{ one, other }] : [])),
    of,
  };
}

export type DecisionServices = {
  readonly holdings: Holdings;
  /** Evidence items there are. */
  readonly refs: ReadonlySet<string>;
  readonly now: Instant;
  readonly today: Day;
  /** The name of whoever decides. */
  readonly collector: string;
  /** The day that a document is accepted as being dated; undefined leaves it to what is read in it. */
  readonly dated?: Day | undefined;
};

export type DecisionsMade =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly problem: 'not-there' | 'changed-meanwhile' | 'none-stays' };

/**
 * The changes that keep what was decided: one new observation for each document at most, and those that spoke of the same
 * document before are changed or divided. The items that a withdrawn document was accepted for go over to the one that stays.
 */
export function decisionCommands(asked: Asked, services: DecisionServices): DecisionsMade {
  const { holdings, refs, today } = services;
  const places = new Map(asked.places.map((place) => [place.goes, place]));
  const withdrawals: Command[] = [];
  const carried = new Map<string, string[]>();
  /** What of the documents themselves is otherwise afterwards. */
  const changed = new Map<string, KeptDocument['data']>();
  for (const { goes, seen } of places.values()) {
    const stays = lastOf(places, goes);
    if (stays === undefined) return { ok: false, problem: 'none-stays' };
    const [stay, go] = [findOf(holdings, document, stays), findOf(holdings, document, goes)];
    if (!stay || !go) return { ok: false, problem: 'not-there' };
    if (isWithdrawn(go, today) || seen !== String(go.revision)) return { ok: false, problem: 'changed-meanwhile' };
    withdrawals.push(withdrawal(go, today));
    if (go.data.staffRead === true && stay.data.staffRead !== true) changed.set(stays, inPlaceOf([go], stay.data));
    const decided = decisionsIn(holdings).get(stay.data.path);
    const accepted = [...(decisionsIn(holdings).get(go.data.path) ?? [])].filter(
      ([ref, { data }]) => data.verdict === 'shows' && !decided?.has(ref),
    );
    carried.set(stays, [...(carried.get(stays) ?? []), ...accepted.map(([ref]) => ref)]);
  }
  const byDocument = (all: readonly Pair[]) =>
    Map.groupBy(
      all.filter((pair) => !places.has(pair.document)),
      (pair) => pair.document,
    );
  const pairs = byDocument(asked.pairs);
  const refused = byDocument(asked.refused ?? []);
  const commands: Command[] = [];
  for (const id of new Set([...pairs.keys(), ...refused.keys(), ...carried.keys()])) {
    const one = findOf(holdings, document, id);
    const [own, not] = [pairs.get(id) ?? [], refused.get(id) ?? []];
    if (!one || [...own, ...not].some(({ ref }) => !refs.has(ref))) return { ok: false, problem: 'not-there' };
    if (isHeld(one) || isWithdrawn(one, today)) return { ok: false, problem: 'changed-meanwhile' };
    const over = (carried.get(id) ?? []).filter((ref) => !not.some((pair) => pair.ref === ref));
    for (const made of [
      verdictCommands(one, own, over, asked.verdict, services),
      verdictCommands(one, not, [], 'does-not-show', services),
    ]) {
      if (made === 'changed-meanwhile') return { ok: false, problem: made };
      commands.push(...made);
    }
  }
  for (const { one: id, other } of asked.others) {
    const one = findOf(holdings, document, id);
    if (!one || !findOf(holdings, document, other)) return { ok: false, problem: 'not-there' };
    const data = changed.get(id) ?? one.data;
    if (places.has(id) || data.otherThan?.includes(other)) continue;
    changed.set(id, { ...data, otherThan: [...(data.otherThan ?? []), other] });
  }
  for (const [id, data] of changed) {
    const seen = findOf(holdings, document, id)?.revision ?? 0;
    commands.push({ do: 'change', kind: document.name, id, seen, data });
  }
  return { ok: true, commands: [...withdrawals, ...commands] };
}

/** The document that stays in the end, of a chain of versions of which each takes the place of the one before. */
function lastOf(places: ReadonlyMap<string, Place>, goes: string): string | undefined {
  let stays = goes;
  for (let steps = 0; steps <= places.size; steps += 1) {
    const next = places.get(stays)?.stays;
    if (next === undefined) return stays;
    stays = next;
  }
  return undefined;
}

function verdictCommands(
  one: KeptDocument,
  pairs: readonly Pair[],
  carried: readonly string[],
  verdict: VerdictAsked,
  { holdings, now, collector, dated }: DecisionServices,
): readonly Command[] | 'changed-meanwhile' {
  const decided = decisionsIn(holdings).get(one.data.path);
  const fresh: string[] = [];
  const moved = new Map<Observed, string[]>();
  for (const { ref, seen } of pairs) {
    const before = decided?.get(ref);
    if (before ? before.data.verdict === verdict : verdict === 'undo') continue;
    if (seen !== String(before?.revision ?? '')) return 'changed-meanwhile';
    if (before) moved.set(before, [...(moved.get(before) ?? []), ref]);
    else fresh.push(ref);
  }
  const commands = [...moved].flatMap(([before, refs]) => reconsidered(before, refs, verdict, collector));
  const add = (items: readonly string[], said: string): Command => ({
    do: 'add',
    kind: observation.name,
    data: {
      items,
      kind: 'document',
      verdict: said,
      document: one.id,
      receivedAt: now,
      collector,
      ...(dated !== undefined && { effectiveOn: dated }),
    },
  });
  const over = carried.filter((ref) => !pairs.some((pair) => pair.ref === ref));
  if (verdict === 'shows') fresh.push(...new Set(over));
  else if (over.length > 0) commands.push(add([...new Set(over)], 'shows'));
  return fresh.length === 0 ? commands : [...commands, add(fresh, verdict)];
}

/** An observation of which some items are decided otherwise now. The other items keep it as it is. */
function reconsidered(
  { id, revision, data }: Observed,
  refs: readonly string[],
  verdict: VerdictAsked,
  collector: string,
): readonly Command[] {
  const kind = observation.name;
  const left = data.items.filter((ref) => !refs.includes(ref));
  const change = (changed: unknown): Command => ({ do: 'change', kind, id, seen: revision, data: changed });
  if (left.length === 0)
    return [verdict === 'undo' ? { do: 'remove', kind, id, seen: revision } : change({ ...data, verdict, collector })];
  return [
    change({ ...data, items: left }),
    ...(verdict === 'undo' ? [] : [{ do: 'add' as const, kind, data: { ...data, items: refs, verdict, collector } }]),
  ];
}
