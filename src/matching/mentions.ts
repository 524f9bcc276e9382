import type { LineRole } from '../record/document.ts';
import { type MatchedDocument, nameOf } from './fields.ts';
import { stems } from './stems.ts';
import type { TermIndex, TermNode } from './terms.ts';

/** How often and where a document uses one phrase of the catalogue. */
export type Mention = {
  /** Uses, each weighed by the part of the document it stands in. */
  weight: number;
  /** Where each use stands: the index of its line, -1 in the title, -2 in the name of a column. */
  readonly lines: number[];
};

export type Mentions = {
  readonly byTerm: ReadonlyMap<number, Mention> /** Content words read. */;
  readonly length: number;
};

const IN_TITLE = -1;
const IN_COLUMN = -2;

const BY_ROLE: Readonly<Record<LineRole, number>> = {
  heading: 2.2,
  text: 1,
  item: 1,
  row: 0.8,
  code: 0.3,
  quote: 0.7,
  furniture: 0,
};
const LEAD_WORDS = 80;
const LEAD = 1.8;
const TITLE = 3;
const COLUMN = 2.2;

/** Counts the phrases of the catalogue in a document, in one pass over its words. */
export function mentionsIn(index: TermIndex, { path, content, profile }: MatchedDocument): Mentions {
  const byTerm = new Map<number, Mention>();
  const read = (words: readonly string[], weight: number, line: number): void => {
    for (let i = 0; i < words.length; i += 1) {
      let node: TermNode | undefined = index.root;
      for (let j = i; j < words.length; j += 1) {
        node = node.next.get(words[j] ?? '');
        if (!node) break;
        if (node.term < 0) continue;
        let mention = byTerm.get(node.term);
        if (!mention) {
          mention = { weight: 0, lines: [] };
          byTerm.set(node.term, mention);
        }
        mention.weight += weight;
        mention.lines.push(line);
      }
    }
  };
  read(stems(`${profile.title} ; ${nameOf(path)}`), TITLE, IN_TITLE);
  for (const { columns } of content.tables) for (const text of columns) read(stems(text), COLUMN, IN_COLUMN);
  let length = 0;
  for (const [at, line] of content.lines.entries()) {
    const weight = BY_ROLE[line.role];
    if (weight === 0) continue;
    const words = stems(line.text);
    const lead = length < LEAD_WORDS && line.role !== 'row' ? LEAD : 1;
    read(words, weight * lead, at);
    length += words.length;
  }
  return { byTerm, length };
}
