import type { Catalogue, Category, EvidenceItem, Standard } from '../catalogue/catalogue.ts';
import { compareEditions, type EditionComparison } from '../catalogue/compare-editions.ts';
import { byRef } from '../catalogue/find-item.ts';
import { questionMatcher } from '../catalogue/same-question.ts';
import type { Day } from '../record/day.ts';
import type { UnderstoodCategory, WorkbookItem } from './official-workbook.ts';

/** Whether the proof rule of an item came along, and why not. */
export type RuleCarriage = {
  /** Numbers whose rule was carried over because number and meaning agree, or because a person confirmed them. */
  readonly carried: readonly string[];
  /** Numbers we have a rule for, of which we cannot tell that they still ask the same. They have no rule until confirmed. */
  readonly needsConfirming: readonly { readonly ref: string; readonly because: string }[];
  /** Numbers we have no rule for. */
  readonly without: readonly string[];
};

export type Adopted = {
  readonly catalogue: Catalogue;
  readonly rules: RuleCarriage;
  readonly comparison?: EditionComparison;
};

export type Adoption = {
  readonly understood: UnderstoodCategory & { readonly category: Category };
  readonly edition: { readonly edition: string; readonly years: string; readonly deadline: Day | null };
  /** Name of the workbook and the day its file is dated: the source of every item. */
  readonly file: { readonly name: string; readonly datedOn: Day };
  /** What we ship for this category; its rules and our wording are carried over where the question is the same. */
  readonly shipped?: Catalogue;
  /** Numbers a person has confirmed to ask the same as the shipped item. */
  readonly confirmed?: readonly string[];
};

/** Turns what was understood of a workbook into a catalogue with the official words, our own words and rules where they fit. */
export function adoptWorkbook(adoption: Adoption): Adopted {
  const { understood, shipped, edition } = adoption;
  const ours = new Map(shipped?.items.map((item) => [item.ref, item]));
  const match = questionMatcher(shipped?.items ?? []);
  const confirmed = new Set(adoption.confirmed);
  const carried: string[] = [];
  const without: string[] = [];
  const needsConfirming: { readonly ref: string; readonly because: string }[] = [];
  const items = understood.items.map((theirs): EvidenceItem => {
    const own = ours.get(theirs.ref);
    const sameness = own ? match(own, theirs) : undefined;
    const same = own !== undefined && (sameness?.verdict === 'same' || confirmed.has(theirs.ref));
    if (!own?.rule) without.push(theirs.ref);
    else if (same) carried.push(theirs.ref);
    else needsConfirming.push({ ref: theirs.ref, because: sameness?.because ?? '' });
    return officialItem(theirs, same ? own : undefined, adoption);
  });
  const catalogue: Catalogue = {
    edition: edition.edition,
    years: edition.years,
    category: understood.category,
    title: `DSPT ${edition.edition.replace(/^v/, 'version ')} (${edition.years}), category ${understood.category}, from ${adoption.file.name}`,
    deadline: edition.deadline,
    caveats: [
      `Imported from "${adoption.file.name}", sheet "${understood.sheet}".`,
      ...(needsConfirming.length > 0
        ? [
            `${needsConfirming.length} items have no proof rule until someone confirms that their question has not changed.`,
          ]
        : []),
      ...understood.remarks,
    ],
    standards: standardsOf(understood.items, shipped),
    items: items.toSorted((a, b) => byRef(a.ref, b.ref)),
    origin: 'imported',
  };
  const rules = { carried, needsConfirming, without };
  return shipped ? { catalogue, rules, comparison: compareEditions(shipped, catalogue) } : { catalogue, rules };
}

function officialItem(theirs: WorkbookItem, own: EvidenceItem | undefined, { edition, file }: Adoption): EvidenceItem {
  const [standard = '', assertion = ''] = theirs.ref.split('.');
  const status = theirs.mandatory === null ? 'not known' : theirs.mandatory ? 'mandatory' : 'optional';
  return {
    ref: theirs.ref,
    standard,
    assertion: `${standard}.${assertion}`,
    requirement: own?.requirement ?? 'See the official wording; we have no wording of our own for this question yet.',
    official: { text: theirs.text, ...(theirs.tooltip ? { tooltip: theirs.tooltip } : {}) },
    answerType: own?.answerType ?? null,
    mandatory: theirs.mandatory,
    approaching: theirs.approaching,
    exemptBy: theirs.exemptBy ?? [],
    ...(theirs.exemptBy === null ? { exemptionsKnown: false } : {}),
    ...(own?.notApplicableRoute ? { notApplicableRoute: own.notApplicableRoute } : {}),
    typicalEvidence: own?.typicalEvidence ?? [],
    confidence: 'high',
    sources: [{ url: file.name, readOn: file.datedOn, gives: `Cell ${theirs.cell}` }],
    editions: { ...own?.editions, [edition.edition]: status },
    ...(theirs.change ? { notes: theirs.change } : {}),
    ...(own?.rule ? { rule: own.rule } : {}),
  };
}

/** Standards and assertions of the items present: our titles where we have them, else the workbook's own. */
function standardsOf(items: readonly WorkbookItem[], shipped: Catalogue | undefined): readonly Standard[] {
  const ourStandards = new Map(shipped?.standards.map((standard) => [standard.id, standard]));
  const standards = new Map<string, Map<string, string>>();
  for (const { ref, assertionTitle } of items.toSorted((a, b) => byRef(a.ref, b.ref))) {
    const [standard = '', number = ''] = ref.split('.');
    const id = `${standard}.${number}`;
    const assertions = standards.get(standard) ?? new Map<string, string>();
    const ours = ourStandards.get(standard)?.assertions.find((assertion) => assertion.id === id)?.title;
    assertions.set(id, ours ?? assertions.get(id) ?? assertionTitle ?? `Assertion ${id}`);
    standards.set(standard, assertions);
  }
  return [...standards].map(([id, assertions]) => ({
    id,
    title: ourStandards.get(id)?.title ?? `Standard ${id}`,
    assertions: [...assertions].map(([assertion, title]) => ({ id: assertion, title })),
  }));
}
