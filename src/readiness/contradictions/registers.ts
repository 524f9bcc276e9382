import type { ReadDocument } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy, listed } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { placeOf } from './evidence.ts';

/** Certificates said to be held in one place and not held in another, or with two numbers or expiry dates. */
export function* certificateContradictions(evidence: Evidence): Iterable<Finding> {
  for (const [slug, all] of groupBy(evidence.of('certificate', 0.7), ({ fact }) => fact.subject)) {
    const scheme = all[0]?.fact.parts?.scheme ?? slug;
    const held = all.filter(({ fact }) => fact.value === 'held');
    const not = all.filter(({ fact }) => fact.value === 'not held');
    if (held.length > 0 && not.length > 0) {
      yield findingOf(
        {
          severity: 'high',
          refs: ['9.2.1', '10.2.1'],
          subject: `certificate: ${slug}`,
          claim: `${scheme} is said to be held and not to be held`,
          next: 'Look for the certificate itself; without one, take the claim out everywhere.',
        },
        [
          { value: 'held', sightings: held },
          { value: 'not held', sightings: not },
        ],
        evidence.on,
      );
      continue;
    }
    for (const part of ['number', 'expires'] as const) {
      const sides = [
        ...groupBy(
          held.filter(({ fact }) => fact.parts?.[part] !== undefined),
          ({ fact }) => fact.parts?.[part] ?? '',
        ),
      ];
      if (sides.length < 2 || (part === 'expires' && sides.some(([day]) => day < evidence.on))) continue;
      yield findingOf(
        {
          severity: 'medium',
          refs: ['9.2.1'],
          subject: `certificate: ${slug} ${part}`,
          claim: `Two ${part === 'number' ? 'certificate numbers' : 'expiry dates'} for ${scheme}`,
          next: 'Copy the value from the certificate itself.',
        },
        sides.map(([value, sightings]) => ({ value, sightings })),
        evidence.on,
      );
    }
  }
}

/** A sub-processor that the supplier register does not know, when the two lists otherwise speak of the same firms. */
export function* supplierListContradictions(evidence: Evidence): Iterable<Finding> {
  const all = evidence.of('supplier').filter(({ fact }) => fact.value === 'current');
  const register = all.filter(({ fact }) => fact.scope === 'suppliers');
  const known = new Set(register.map(({ fact }) => fact.subject));
  if (known.size < 3) return;
  for (const list of groupBy(
    all.filter(
      ({ fact, document }) => fact.scope === 'sub-processors' && !register.some((one) => one.document === document),
    ),
    ({ document }) => document.path,
  ).values()) {
    const missing = list.filter(({ fact }) => !isKnown(fact.subject, known));
    const shared = list.length - missing.length;
    const first = register[0];
    if (missing.length === 0 || shared === 0 || first === undefined) continue;
    yield findingOf(
      {
        severity: 'medium',
        refs: ['10.1.2'],
        subject: `supplier: missing from the register (${list[0]?.document.path})`,
        claim: `${listed(missing.map(({ fact }) => fact.parts?.name ?? fact.subject))} ${missing.length === 1 ? 'is' : 'are'} listed as sub-processor and missing from the supplier register`,
        next: 'Add the firm to the supplier register with its contract and assurance, or take it off the list.',
      },
      [
        { value: 'listed', sightings: missing },
        { value: 'the register', sightings: [first] },
      ],
      evidence.on,
    );
  }
}

function isKnown(firm: string, known: ReadonlySet<string>): boolean {
  if (known.has(firm)) return true;
  const [first = ''] = firm.split(' ');
  return [...known].some((other) => other.split(' ')[0] === first && first.length > 2);
}

/** What an index says about a document against what the document says about itself. One finding a document. */
export function* indexContradictions(evidence: Evidence): Iterable<Finding> {
  const entries = [
    ...evidence.of('document-version'),
    ...evidence.of('document-owner'),
    ...evidence.of('document-dates'),
  ];
  const byName = titles(evidence.documents);
  for (const group of groupBy(entries, ({ fact, document }) => `${document.path}|${fact.subject}`).values()) {
    const first = group[0];
    if (first === undefined) continue;
    const target = byName.get(nameKey(first.fact.parts?.file ?? '')) ?? byName.get(nameKey(first.fact.subject));
    if (target === undefined || target === first.document || target.profile.kind === 'template') continue;
    const wrong = group.flatMap((one) => difference(one, target));
    const [one] = wrong;
    if (one === undefined) continue;
    yield {
      code: 'contradiction',
      severity: wrong.some(({ part }) => part === 'version' || part === 'status') ? 'medium' : 'low',
      refs: ['1.3.1'],
      subject: `document-index: ${target.path}`,
      seen: [placeOf(one.entry), { file: target.path, line: one.line }],
      message: `The index ${first.document.path} and ${target.path} disagree on ${listed(wrong.map(({ part, index, own }) => `the ${part} (${index} against ${own})`))}.`,
      next: 'Correct the index, or the document, so that both give the same.',
    };
  }
}

type Difference = {
  readonly part: string;
  readonly index: string;
  readonly own: string;
  readonly entry: Sighting;
  readonly line: number;
};

function difference(entry: Sighting, { profile }: ReadDocument): Difference[] {
  const { scope = '', value, asOf, parts } = entry.fact;
  const index = parts?.shown ?? String(value);
  const as = (part: string, own: string, line = 1): Difference[] => [{ part, index, own, entry, line }];
  if (scope === 'version') {
    const [a, b] = [versionKey(index), versionKey(profile.version ?? '')];
    return a !== '' && b !== '' && a !== b ? as('version', profile.version ?? '') : [];
  }
  if (scope === 'status') return /^approved\b/i.test(index) && profile.status === 'draft' ? as('status', 'draft') : [];
  if (scope === 'approved' || scope === 'reviewed' || scope === 'next-review') {
    const own = profile.dates.filter(({ meaning }) => meaning === scope);
    const other = own[0];
    if (
      other === undefined ||
      asOf === undefined ||
      own.some(({ date }) => date.from <= asOf.to && asOf.from <= date.to)
    )
      return [];
    return as(
      scope === 'next-review' ? 'next review' : scope === 'reviewed' ? 'last review' : 'approval date',
      other.date.text,
      other.where.line ?? 1,
    );
  }
  return [];
}

function versionKey(text: string): string {
  return /\d+(?:\.\d+)*/.exec(text)?.[0].replace(/(?:\.0)+$/, '') ?? '';
}

function titles(documents: readonly ReadDocument[]): Map<string, ReadDocument> {
  const byName = new Map<string, ReadDocument>();
  const twice = new Set<string>();
  const add = (name: string, document: ReadDocument) => {
    const key = nameKey(name);
    if (key === '') return;
    const other = byName.get(key);
    if (other !== undefined && other !== document) twice.add(key);
    byName.set(key, document);
  };
  for (const document of documents) {
    add(document.profile.title, document);
    add(document.path.slice(document.path.lastIndexOf('/') + 1), document);
  }
  for (const key of twice) byName.delete(key);
  return byName;
}

function nameKey(text: string): string {
  return text
    .slice(text.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/\.(?:md|docx?|pdf|xlsx?|csv|html?|txt)\b/g, '')
    .replace(/\bv\d+(?:\.\d+)*\b/g, '')
    .replace(/^\d+[\s._-]+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:final|draft|and|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
