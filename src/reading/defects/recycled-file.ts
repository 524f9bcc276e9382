import type { Defect } from '../../record/document.ts';
import { fileName } from '../profile/document-kind.ts';
import { type LocatedDefect, type ProfiledDocument, place } from './defect-rule.ts';

/** One content under two names, and two documents of one title that both count as current (fact types, D17 and D20). */
export function recycledFiles(documents: readonly ProfiledDocument[]): LocatedDefect[] {
  return [...sameContent(documents), ...twoCurrent(documents)];
}

function* sameContent(documents: readonly ProfiledDocument[]): Generator<LocatedDefect> {
  const byText = new Map<string, ProfiledDocument>();
  for (const document of documents) {
    const text = document.content.lines.map((line) => line.text).join('\n');
    if (text.length < 200) continue;
    const first = byText.get(text);
    if (first === undefined) {
      byText.set(text, document);
      continue;
    }
    yield {
      path: document.path,
      defect: defect(`It holds the same text as “${first.path}” under another name.`, document, first.path, 'medium'),
    };
  }
}

function* twoCurrent(documents: readonly ProfiledDocument[]): Generator<LocatedDefect> {
  const byTitle = new Map<string, ProfiledDocument>();
  for (const document of documents) {
    const { kind, status, title } = document.profile;
    if (!['policy', 'procedure', 'plan', 'notice'].includes(kind) || status === 'withdrawn' || status === 'draft')
      continue;
    const key = `${kind}: ${plainTitle(title)}`;
    const first = byTitle.get(key);
    if (first === undefined) {
      byTitle.set(key, document);
      continue;
    }
    const versions = [first, document].map(({ profile }) => profile.version ?? 'no version').join(' and ');
    if (/\b(?:archive|old|superseded|previous)\b/i.test(`${first.path} ${document.path}`)) continue;
    yield {
      path: document.path,
      defect: defect(
        `“${title}” stands twice as current (${versions}): here and as “${first.path}”.`,
        document,
        first.path,
        'low',
      ),
    };
  }
}

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:v(?:er(?:sion)?)?\.? ?\d[\d.]*|final|20\d\d)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

function defect(message: string, document: ProfiledDocument, subject: string, severity: Defect['severity']): Defect {
  const [first] = document.content.lines;
  return {
    code: 'recycled-file',
    severity,
    message,
    next: 'Keep one of them, and mark or move the other as withdrawn.',
    places: [first === undefined ? { text: fileName(document.path) } : place(first.where, first.text)],
    subject,
    effect: 'doubt',
  };
}
