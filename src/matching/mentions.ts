import type { LineRole } from '../record/document.ts';
import { type MatchedDocument, nameOf } from './fields.ts';
import { stems } from './stems.ts';
import type { TermIndex, TermNode } from './terms.ts';

/** How often and where a document uses one phrase of the catalogue. */
export type Mention = {
  /** Uses, each weighed by the part of the document it stands in. */
  weight: number;
  count: number;
  /** Uses by the line index of the heading above; -1 before the first. */
  readonly sections: Map<number, number>;
};

export type Mentions = { readonly byTerm: ReadonlyMap<number, Mention>; /** Content words read. */ readonly length: number };

const BY_ROLE: Readonly<Record<LineRole, number>> = { heading: 2.2, text: 1, item: 1, row: 0.8, code: 0.3, quote: 0.7, furniture: 0 };
const LEAD_WORDS = 80;
const LEAD = 1.8;
const TITLE = 3;
const COLUMN = 2.2;

/** Counts the phrases of the catalogue in a document, in one pass over its words. */
export function mentionsIn(index: TermIndex, { path, content, profile }: MatchedDocument): Mentions {
  const byTerm = new Map<number, Mention>();
  const read = (words: readonly string[], weight: number, section: number): void => {
    for (let i = 0; i < words.length; i += 1) {
      let node: TermNode | undefined = index.root;
      for (let j = i; j < words.length; j += 1) {
        node = node.next.get(words[j] ?? '');
        if (!node) break;
        if (node.term < 0) continue;
        let mention = byTerm.get(node.term);
        if (!mention) {
          mention = { weight: 0, count: 0, sections: new Map() };
          byTerm.set(node.term, mention);
        }
        mention.weight += weight;
        mention.count += 1;
        mention.sections.set(section, (mention.sections.get(section) ?? 0) + 1);
      }
    }
  };
  read(stems(`${profile.title} ; ${nameOf(path)}`), TITLE, -1);
  for (const { columns } of content.tables) for (const text of columns) read(stems(text), COLUMN, -1);
  let length = 0;
  for (const [at, line] of content.lines.entries()) {
    const weight = BY_ROLE[line.role];
    if (weight === 0) continue;
    const words = stems(line.text);
    const lead = length < LEAD_WORDS && line.role !== 'row' ? LEAD : 1;
    read(words, weight * lead, line.role === 'heading' ? at : line.section);
    length += words.length;
  }
  return { byTerm, length };
}
