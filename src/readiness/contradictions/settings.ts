import type { Fact } from '../../record/document.ts';
import type { Finding, Severity } from '../../record/finding.ts';
import { findingOf, groupBy, sidesBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { isAboutSupplier, variantOf } from './evidence.ts';
import { byThing } from './same-thing.ts';
import { SETTINGS } from './setting-rules.ts';

export type SettingRule = {
  readonly type: string;
  /** What the values are values of, for the message: "recovery time objectives for the database". */
  readonly about: (fact: Fact) => string;
  readonly severity: (fact: Fact) => Severity;
  readonly refs: (fact: Fact) => readonly string[];
  readonly next: string;
  /** Two values inside one document disagree too; otherwise a document with several values is taken to speak of several things. */
  readonly inside: boolean | ((fact: Fact) => boolean);
  /** Facts of one document that only disagree with those of another kind in it: a row of a table with a sentence. */
  readonly alongside?: (fact: Fact) => boolean;
  /** Values that one line names side by side are of several sorts and never disagree: "daily and weekly". */
  readonly sorts?: boolean;
  readonly confidence?: number;
  /** A setting of our own: what a supplier's agreement or answers say about theirs is left out, unless it names what is ours. */
  readonly ours?: true | ((fact: Fact) => boolean);
  readonly skip?: (fact: Fact) => boolean;
};

/** Two values for one setting: same type, subject and scope, in two documents or, where the rule says so, in one. */
export function* settingContradictions(evidence: Evidence): Iterable<Finding> {
  for (const rule of SETTINGS) {
    const sightings = evidence
      .of(rule.type, rule.confidence)
      .filter((one) => !(rule.skip?.(one.fact) ?? false) && !(isOurs(rule, one.fact) && isAboutSupplier(one.document)));
    const kinds = groupBy(sightings, ({ fact, document }) => `${fact.subject}|${variantOf(document)}`);
    for (const group of [...kinds.values()].flatMap((kind) => byThing(kind, evidence.documents))) {
      const opposed = opposedIn(
        group,
        typeof rule.inside === 'boolean' ? rule.inside : group[0] !== undefined && rule.inside(group[0].fact),
        rule.alongside,
        rule.sorts === true ? sortsIn(group) : undefined,
      );
      const first = opposed[0];
      if (first === undefined) continue;
      const sides = sidesBy(
        opposed,
        ({ fact }) => sideKey(fact),
        ({ fact }) => fact.parts?.shown ?? String(fact.value),
      );
      const subject = `${rule.type}: ${first.fact.subject}${first.fact.scope ? ` / ${first.fact.scope}` : ''}${first.fact.parts?.name ? ` / ${first.fact.parts.name}` : ''}`;
      const count = sides.length === 2 ? 'Two' : `${sides.length} different`;
      yield findingOf(
        {
          severity: rule.severity(first.fact),
          refs: rule.refs(first.fact),
          subject,
          claim: `${count} ${rule.about(first.fact)}`,
          next: rule.next,
        },
        sides,
        evidence.on,
      );
    }
  }
}

function isOurs({ ours }: SettingRule, fact: Fact): boolean {
  return typeof ours === 'function' ? ours(fact) : ours === true && !fact.parts?.name;
}

/** The sightings of documents that cannot agree with another: no value of the one fits any value of the other. */
function opposedIn(
  sightings: readonly Sighting[],
  inside: boolean,
  alongside?: (fact: Fact) => boolean,
  sorts: ReadonlySet<string> = new Set(),
): Sighting[] {
  const agree = (a: Fact, b: Fact) => compatible(a, b) || sorts.has(`${a.value}|${b.value}`);
  const byDocument = [...groupBy(sightings, ({ document }) => document.path).values()];
  const involved = new Set<Sighting>();
  byDocument.forEach((own, at) => {
    if (!inside && alongside !== undefined) {
      const rows = own.filter(({ fact }) => alongside(fact));
      const said = own.filter(({ fact }) => !alongside(fact));
      if (rows.length > 0 && said.length > 0 && !rows.some((a) => said.some((b) => agree(a.fact, b.fact))))
        for (const one of own) involved.add(one);
    }
    if (inside) {
      for (const one of own)
        if (own.some((other) => !sameSpot(one.fact, other.fact) && !agree(one.fact, other.fact))) involved.add(one);
    }
    for (const other of byDocument.slice(at + 1)) {
      if (own.some((a) => other.some((b) => agree(a.fact, b.fact)))) continue;
      for (const one of [...own, ...other]) involved.add(one);
    }
  });
  // Those who agree with one of the sides belong to the picture.
  return sightings.filter(
    (one) =>
      involved.has(one) || (involved.size > 0 && [...involved].some((other) => one.fact.value === other.fact.value)),
  );
}

/** Pairs of values that stand on one line somewhere, in both orders. */
function sortsIn(group: readonly Sighting[]): ReadonlySet<string> {
  return new Set(
    group.flatMap((a) =>
      group
        .filter((b) => b !== a && b.document === a.document && sameSpot(a.fact, b.fact))
        .map((b) => `${a.fact.value}|${b.fact.value}`),
    ),
  );
}

/** "Nightly, and weekly in full" is one rule in two halves. */
function sameSpot(a: Fact, b: Fact): boolean {
  return a.where.line === b.where.line && a.where.cell === b.where.cell && a.where.page === b.where.page;
}

function sideKey(fact: Fact): string {
  return typeof fact.value === 'number' ? String(Math.round(fact.value * 10) / 10) : String(fact.value).toLowerCase();
}

/**
 * Whether two facts about one thing can both hold. "At least 6 years" allows 7; two different minimums do not agree, for
 * each is meant as the rule. Figures in different units agree within a tenth: a month is 30 or 31 days.
 */
export function compatible(a: Fact, b: Fact): boolean {
  if (typeof a.value !== 'number' || typeof b.value !== 'number')
    return String(a.value).toLowerCase() === String(b.value).toLowerCase();
  // Three working days are not 72 hours when a weekend lies between.
  if (a.parts?.counted !== b.parts?.counted && a.value >= 48 && b.value >= 48) return false;
  if (a.value === b.value || near(a, b) || apartByRule(a, b)) return true;
  const [boundA, boundB] = [a.parts?.bound ?? 'exact', b.parts?.bound ?? 'exact'];
  if (boundA === boundB) return false;
  // For a cycle the minimum is of how often, so that the figure may only be smaller.
  const often = a.type === 'review-cycle' || a.type === 'backup-rule';
  if (boundA === 'min' && boundB === 'exact') return often ? b.value < a.value : b.value > a.value;
  if (boundB === 'min' && boundA === 'exact') return often ? a.value < b.value : a.value > b.value;
  if (boundA === 'max' && boundB === 'exact') return a.type === 'retention-period' ? b.value < a.value : false;
  if (boundB === 'max' && boundA === 'exact') return a.type === 'retention-period' ? a.value < b.value : false;
  return boundA === 'min' ? a.value < b.value : b.value < a.value;
}

/** Periods that start at different events are different rules; "the same day" and "within 24 hours" are one promise to a leaver. */
function apartByRule(a: Fact, b: Fact): boolean {
  if (a.type === 'leaver-access') return Number(a.value) <= 24 && Number(b.value) <= 24;
  const [from, other] = [a.parts?.trigger, b.parts?.trigger];
  return a.type === 'retention-period' && from !== undefined && other !== undefined && from !== other;
}

function near(a: Fact, b: Fact): boolean {
  if (
    a.unit !== 'hours' ||
    typeof a.value !== 'number' ||
    typeof b.value !== 'number' ||
    a.value < 600 ||
    b.value < 600
  )
    return false;
  const calendar = (hours: number) => hours % 730.5 < 0.01 || 730.5 - (hours % 730.5) < 0.01;
  return calendar(a.value) !== calendar(b.value) && Math.abs(a.value - b.value) <= 0.035 * Math.max(a.value, b.value);
}
