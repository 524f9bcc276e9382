import type { Catalogue, Condition, EvidenceItem, ProofRule, Source } from './catalogue.ts';
import type { CatalogueFile, ConditionEntry, EditionFile, ItemEntry, ProofRuleEntry } from './catalogue-schema.ts';
import type { Edition } from './edition.ts';

/** A validated catalogue file and its rules as the catalogue the rest of the program knows. */
export function catalogueOf(file: CatalogueFile, rules: readonly ProofRule[]): Catalogue {
  const byRef = new Map(rules.map((rule) => [rule.ref, rule]));
  const sourcesOf = (keys: readonly string[]): readonly Source[] => keys.flatMap((key) => sourceOf(file.sources[key]));
  const own = file['proof-rules'] === 'own';
  const counts = file['official-counts'];
  return {
    edition: file.edition,
    years: file.years,
    category: file.category,
    title: file.title,
    deadline: file.deadline,
    officialCounts: { ...counts, sources: sourcesOf(counts.sources) },
    caveats: file.caveats,
    standards: file.standards.map(({ id, title, assertions }) => ({
      id,
      title,
      assertions: assertions.map((assertion) => ({ id: assertion.id, title: assertion.title })),
    })),
    items: file.standards.flatMap((standard) =>
      standard.assertions.flatMap((assertion) =>
        assertion.items.map((item) => {
          const rule = own || item.rule === 'lent' ? byRef.get(item.ref) : undefined;
          return {
            ...itemOf(item, standard.id, assertion.id),
            sources: sourcesOf(item.sources),
            ...(rule ? { rule } : {}),
          };
        }),
      ),
    ),
    origin: 'shipped',
  };
}

function itemOf(item: ItemEntry, standard: string, assertion: string): Omit<EvidenceItem, 'sources' | 'rule'> {
  return {
    ref: item.ref,
    standard,
    assertion,
    requirement: item.requirement,
    answerType: item.answer,
    mandatory: item.mandatory,
    approaching: item.approaching,
    exemptBy: item['exempt-by'] ?? [],
    ...(item['exempt-by'] === null ? { exemptionsKnown: false } : {}),
    ...(item['answer-confidence'] ? { answerConfidence: item['answer-confidence'] } : {}),
    ...(item['not-applicable'] ? { notApplicableRoute: item['not-applicable'] } : {}),
    ...(item['differs-in'] ? { differsIn: item['differs-in'] } : {}),
    ...(item.change ? { change: item.change } : {}),
    typicalEvidence: item.evidence,
    confidence: item.confidence,
    editions: item.editions,
    ...(item.notes ? { notes: item.notes } : {}),
  };
}

function sourceOf(source: CatalogueFile['sources'][string] | undefined): readonly Source[] {
  if (!source) return [];
  return [{ url: source.url, readOn: source['read-on'], ...(source.gives ? { gives: source.gives } : {}) }];
}

export function ruleOf(rule: ProofRuleEntry): ProofRule {
  return {
    ref: rule.ref,
    ask: rule.ask,
    why: rule.why,
    firstStep: rule['first-step'],
    function: rule.function,
    effortHours: rule['effort-hours'],
    leadTimeDays: rule['lead-time-days'],
    risk: rule.risk,
    quickWin: rule['quick-win'],
    ...(rule['applies-when'] ? { appliesWhen: rule['applies-when'] } : {}),
    proofs: rule.proofs.map((proof) => proof.map(conditionOf)),
    breaksWhen: rule['breaks-when'],
    fallsStale: rule['falls-stale'],
    vocabulary: rule.vocabulary,
    notThis: rule['not-this'].map(notThis),
    sharesProofWith: rule['shares-proof-with'],
    basis: rule.basis,
  };
}

function conditionOf(entry: ConditionEntry): Condition {
  if ('fact' in entry) return { is: 'fact', fact: entry.fact };
  if ('document' in entry) {
    return {
      is: 'document',
      kinds: entry.document,
      about: entry.about,
      ...within(entry['dated-within']),
      ...(entry.approved ? { approved: true } : {}),
      names: entry.names ?? [],
      ...(entry['names-us'] && { namesUs: true }),
      ...(entry.states && { states: entry.states }),
      ...(entry.everyone && { everyone: entry.everyone }),
    };
  }
  if ('register' in entry)
    return {
      is: 'register',
      register: entry.register,
      condition: entry.condition,
      ...(entry.everyone && { everyone: entry.everyone }),
      ...(entry.each && { each: entry.each }),
      ...(entry.some && { some: entry.some }),
      ...(entry.none && { none: entry.none }),
      ...within(entry['reviewed-within']),
    };
  if ('activity' in entry)
    return { is: 'activity', activity: entry.activity, outcome: entry.outcome, within: entry.within };
  if ('measure' in entry)
    return { is: 'measure', measure: entry.measure, atLeast: entry['at-least'], ...within(entry.window), of: entry.of };
  if ('certificate' in entry) return { is: 'certificate', certificate: entry.certificate, scope: entry.scope };
  return { is: 'attested', by: entry['attested-by'], ...within(entry.within) };
}

function within(period: string | undefined): { readonly within?: string } {
  return period === undefined ? {} : { within: period };
}

/** "how to complain to the ICO (1.1.3)" taken apart; the schema has proven the brackets. */
export function notThis(entry: string): { readonly what: string; readonly ref: string } {
  const open = entry.lastIndexOf(' (');
  return { what: entry.slice(0, open), ref: entry.slice(open + 2, -1) };
}

export function editionOf(file: EditionFile): Edition {
  return {
    edition: file.edition,
    years: file.years,
    releasedOn: file['released-on'],
    ...(file['released-basis'] ? { releasedBasis: file['released-basis'] } : {}),
    inForce: file['in-force'],
    deadline: file.deadline,
    deadlineBasis: file['deadline-basis'],
    contents: file.contents,
    caveat: file.caveat,
    confidence: file.confidence,
    sources: Object.values(file.sources).map((source) => ({
      url: source.url,
      readOn: source['read-on'],
      ...(source.gives ? { gives: source.gives } : {}),
    })),
  };
}
