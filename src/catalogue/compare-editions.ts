import type { Catalogue, EvidenceItem } from './catalogue.ts';
import { byRef } from './find-item.ts';
import { questionMatcher } from './same-question.ts';

/** One item that differs between two editions. `why` is a sentence for a person. */
export type ItemDifference = {
  readonly ref: string;
  readonly kind:
    | 'added'
    | 'removed'
    | 'became-mandatory'
    | 'became-optional'
    | 'mark-not-known'
    | 'changed-meaning'
    | 'perhaps-changed-meaning'
    | 'reworded'
    | 'guidance-changed';
  readonly why: string;
};

export type EditionComparison = {
  readonly from: { readonly edition: string; readonly years: string };
  readonly to: { readonly edition: string; readonly years: string };
  /** In portal order. One item may stand here twice, as a mark and a meaning can change together. */
  readonly differences: readonly ItemDifference[];
  /** Items of the later edition in which nothing is known to have changed. */
  readonly unchanged: readonly string[];
  /** Changes of meaning and wording rest on our reviewed remarks where there are any, else on comparing the words. */
  readonly wordingFrom: 'remarks' | 'words';
};

/** What changed from edition `a` to edition `b` of one category. */
export function compareEditions(a: Catalogue, b: Catalogue): EditionComparison {
  const before = new Map(a.items.map((item) => [item.ref, item]));
  const after = new Set(b.items.map((item) => item.ref));
  const remarked = a.edition !== b.edition && b.items.some((item) => item.change?.from === a.edition);
  const wording = remarked ? (_: EvidenceItem, now: EvidenceItem) => remarkedChange(now, a.edition) : wordChange(a);
  const differences: ItemDifference[] = [];
  const unchanged: string[] = [];
  for (const item of b.items) {
    const earlier = before.get(item.ref);
    const found = earlier
      ? [...markChange(earlier, item), ...wording(earlier, item)]
      : [{ ref: item.ref, kind: 'added' as const, why: `New in ${b.edition}${markOf(item)}: ${wordsOf(item)}` }];
    if (found.length === 0) unchanged.push(item.ref);
    differences.push(...found);
  }
  for (const item of a.items) {
    if (!after.has(item.ref))
      differences.push({
        ref: item.ref,
        kind: 'removed',
        why: `Not in ${b.edition}${markOf(item, 'was ')}: ${wordsOf(item)}`,
      });
  }
  return {
    from: { edition: a.edition, years: a.years },
    to: { edition: b.edition, years: b.years },
    differences: differences.toSorted((x, y) => byRef(x.ref, y.ref)),
    unchanged,
    wordingFrom: remarked ? 'remarks' : 'words',
  };
}

function wordsOf(item: EvidenceItem): string {
  return item.official?.text ?? item.requirement;
}

function markOf(item: EvidenceItem, verb = ''): string {
  if (item.mandatory === null) return '; whether it is mandatory is not known';
  return `, ${verb}${item.mandatory ? 'mandatory' : 'optional'}`;
}

function markChange(before: EvidenceItem, after: EvidenceItem): readonly ItemDifference[] {
  const { ref } = after;
  if (before.mandatory === after.mandatory) return [];
  if (before.mandatory === null || after.mandatory === null) {
    return [{ ref, kind: 'mark-not-known', why: 'Whether it is mandatory is known in one of the two editions only.' }];
  }
  return after.mandatory
    ? [{ ref, kind: 'became-mandatory', why: 'Optional before, mandatory now.' }]
    : [{ ref, kind: 'became-optional', why: 'Mandatory before, optional now.' }];
}

const KIND_OF_REMARK = { meaning: 'changed-meaning', wording: 'reworded', guidance: 'guidance-changed' } as const;

function remarkedChange(item: EvidenceItem, from: string): readonly ItemDifference[] {
  const { change } = item;
  if (!change || change.from !== from || change.kind === 'new' || change.kind === 'status') return [];
  return [{ ref: item.ref, kind: KIND_OF_REMARK[change.kind], why: sentence(change.what) }];
}

/** Compares official words where both editions have them, else ours. Different words alone are `reworded`, never more. */
function wordChange(a: Catalogue): (before: EvidenceItem, after: EvidenceItem) => readonly ItemDifference[] {
  const match = questionMatcher(a.items);
  return (before, after) => {
    const official = before.official !== undefined && after.official !== undefined;
    const then = official ? before.official.text : before.requirement;
    const now = after.official?.text ?? after.requirement;
    if (plain(then) === plain(now)) return [];
    const { verdict, because } = match(before, { ref: after.ref, text: now });
    if (verdict === 'other') return [{ ref: after.ref, kind: 'changed-meaning', why: sentence(because) }];
    if (verdict === 'unsure') return [{ ref: after.ref, kind: 'perhaps-changed-meaning', why: sentence(because) }];
    // Official words always differ from our own, so only words of one kind can be called reworded.
    const comparable = official || (before.official === undefined && after.official === undefined);
    return comparable
      ? [{ ref: after.ref, kind: 'reworded', why: 'The words changed; the question seems to be the same.' }]
      : [];
  };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\W+/g, ' ').trim();
}

/** Edition names such as "v8" keep their small letter. */
function sentence(text: string): string {
  const start = /^v\d/.test(text) ? text.charAt(0) : text.charAt(0).toUpperCase();
  return `${start}${text.slice(1).replace(/\.$/, '')}.`;
}
