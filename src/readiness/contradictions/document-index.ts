import type { ReadDocument } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { remembered } from '../../record/remembered.ts';
import { groupBy, listed } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay, isHistorical, placeOf } from './evidence.ts';
import { samePerson } from './same-person.ts';

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
    const wrong = group.flatMap((one) => (isOutdated(one, target, evidence) ? [] : difference(one, target)));
    const [one] = wrong;
    if (one === undefined) continue;
    yield {
      code: 'contradiction',
      severity: wrong.some(({ part }) => part === 'version' || part === 'status') ? 'medium' : 'low',
      refs: ['1.3.1'],
      subject: `document-index: ${target.path}`,
      seen: [placeOf(one.entry), { file: target.path, line: one.line }],
      message: `${first.fact.parts?.mention === 'true' ? '' : 'The index '}${first.document.path} and ${target.path} disagree on ${listed(wrong.map(({ part, index, own }) => `the ${part} (${index} against ${own})`))}.`,
      next: 'Correct the list, or the document, so that both give the same.',
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

/** Minutes and reports that name an older version spoke of their own day. */
function isOutdated({ fact, document }: Sighting, target: ReadDocument, { on }: Evidence): boolean {
  if (!isHistorical(document)) return false;
  const [said, approved] = [documentDay(document, on), documentDay(target, on)];
  const older = versionKey(String(fact.value)) < versionKey(target.profile.version ?? '');
  return older && (said === undefined || approved === undefined || said <= approved);
}

/** The line on which a document states its own version or owner. */
function lineOf({ content }: ReadDocument, label: RegExp, value: string): number {
  const own = content.lines.find(({ text }) => label.test(text) && text.includes(value));
  return own?.where.line ?? 1;
}

function difference(entry: Sighting, target: ReadDocument): Difference[] {
  const { profile } = target;
  const { scope = '', value, asOf, parts } = entry.fact;
  const index = parts?.shown ?? String(value);
  const as = (part: string, own: string, line: number): Difference[] => [{ part, index, own, entry, line }];
  if (scope === 'version') {
    const [a, b] = [versionKey(index), versionKey(profile.version ?? '')];
    return a !== '' && b !== '' && a !== b
      ? as('version', profile.version ?? '', lineOf(target, /\b(?:version|issue|revision|v)\b/i, b))
      : [];
  }
  if (scope === 'status')
    return /^approved\b/i.test(index) && profile.status === 'draft'
      ? as('status', 'draft', lineOf(target, /\bstatus\b/i, ''))
      : [];
  if (scope === 'owner') {
    const own = target.facts.find(({ type }) => type === 'own-owner');
    return parts?.key === undefined || own === undefined || samePerson(parts.key, String(own.value))
      ? []
      : as('owner', own.parts?.person ?? '', own.where.line ?? 1);
  }
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

const nameKey = remembered((text): string =>
  text
    .slice(text.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/\.(?:md|docx?|pdf|xlsx?|csv|html?|txt)\b/g, '')
    .replace(/\bv\d+(?:\.\d+)*\b/g, '')
    .replace(/^\d+[\s._-]+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:final|draft|and|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);
