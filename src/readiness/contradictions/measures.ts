import type { Finding } from '../../record/finding.ts';
import { contentStems } from '../../record/words.ts';
import { findingOf, sidesBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { isAboutSupplier, variantOf } from './evidence.ts';
import { compatible } from './settings.ts';

/** The share of the shorter rule's weight that must stand in the other one as well. */
const ALIKE = 0.6;
const LEAST_SHARED = 3;
/** How many of the shared words must say more than that something is looked at or managed. */
const LEAST_OWN = 2;
const GENERAL = new Set(
  contentStems(
    'review reviews audit check test update report manage management compliance security information data risk policy document lead director meeting ' +
      'progress result frequency comprehensive trend analysis conduct perform system service control metric performance operation monitor staff',
  ),
);
/** Words that make two rules different when only one of them has them. */
const QUALIFIERS =
  /^(?:critical|high|medium|low|major|minor|sever|urgent|emergency|privileg|admin|administrator|supplier|customer|client|child|extern|intern|remot|temporary|mov|join|leav|level|tier|priority|standard|initial|final|first|second|full|person|visitor|contractor|not|near)$/;

/** Facts of these types are compared by their own rules. */
const OWN_RULES: readonly string[] = [
  'recovery-target',
  'retention-period',
  'backup-rule',
  'breach-notice-hours',
  'patch-target',
  'password-rule',
  'leaver-access',
  'session-timeout',
  'review-cycle',
];

/** Two rules in nearly the same words with two times, where no family knows the subject. */
export function* measureContradictions(evidence: Evidence): Iterable<Finding> {
  const known = new Set(OWN_RULES.flatMap((type) => evidence.of(type, 0.5).map(spot)));
  const rules = evidence
    .of('measure')
    .filter((one) => !known.has(spot(one)) && !isAboutSupplier(one.document))
    .map((sighting) => ({ sighting, stems: new Set((sighting.fact.parts?.stems ?? '').split(' ')) }));
  const count = new Map<string, number>();
  for (const { stems } of rules) for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1);
  const weight = (stem: string) => Math.log(1 + rules.length / (count.get(stem) ?? 1));
  const done = new Set<Sighting>();
  const sharing = later(rules, (stem) => (count.get(stem) ?? 0) < 2 || GENERAL.has(stem));
  for (const a of rules) {
    if (done.has(a.sighting)) continue;
    const opposed = (sharing.get(a) ?? []).filter(
      (b) => areOpposed(a.sighting, b.sighting) && isSameRule(a.stems, b.stems, weight),
    );
    if (opposed.length === 0) continue;
    const all = [a, ...opposed].map(({ sighting }) => sighting);
    for (const one of all) done.add(one);
    yield findingOf(
      {
        severity: 'low',
        refs: [],
        subject: `same-measure: ${a.sighting.fact.parts?.stems}`,
        claim: 'Two times for what seems to be one rule',
        next: 'Read both sentences; where they are one rule, decide which time applies and correct the other.',
      },
      sidesBy(
        all,
        ({ fact }) => String(fact.value),
        ({ fact }) => fact.parts?.shown ?? String(fact.value),
      ),
      evidence.on,
    );
  }
}

type Rule = { readonly sighting: Sighting; readonly stems: ReadonlySet<string> };

/** For each rule the later ones that share enough words of their own with it, so that not every pair need be weighed. */
function later(rules: readonly Rule[], isIdle: (stem: string) => boolean): Map<Rule, Rule[]> {
  const holders = new Map<string, Rule[]>();
  const found = new Map<Rule, Rule[]>();
  for (const rule of [...rules].reverse()) {
    const shared = new Map<Rule, number>();
    for (const stem of rule.stems) {
      if (isIdle(stem)) continue;
      const others = holders.get(stem);
      if (others === undefined) holders.set(stem, [rule]);
      else {
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
        others.push(rule);
      }
    }
    found.set(
      rule,
      [...shared].filter(([, times]) => times >= LEAST_OWN).map(([other]) => other),
    );
  }
  return found;
}

function spot({ fact, document }: Sighting): string {
  return `${document.path}|${fact.where.page ?? ''}|${fact.where.line ?? ''}|${fact.where.cell ?? ''}`;
}

function areOpposed(a: Sighting, b: Sighting): boolean {
  return (
    spot(a) !== spot(b) &&
    a.fact.subject === b.fact.subject &&
    variantOf(a.document) === variantOf(b.document) &&
    !compatible(a.fact, b.fact)
  );
}

function isSameRule(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (stem: string) => number): boolean {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  if (more.size > less.size * 2.5) return false;
  let shared = 0;
  let own = 0;
  let sharedWeight = 0;
  let whole = 0;
  for (const stem of less) {
    const w = weight(stem);
    whole += w;
    if (more.has(stem)) {
      shared += 1;
      if (!GENERAL.has(stem)) own += 1;
      sharedWeight += w;
    } else if (QUALIFIERS.test(stem)) return false;
  }
  if (shared < LEAST_SHARED || own < LEAST_OWN || sharedWeight < ALIKE * whole) return false;
  for (const stem of more) if (!less.has(stem) && QUALIFIERS.test(stem)) return false;
  return true;
}
