export type Sentence = { readonly text: string; readonly index: number };

/** Sentences of a text with where each begins. A full stop inside a number, a file name or "e.g." ends none. */
export function sentencesOf(text: string): readonly Sentence[] {
  if (text.length < 60 || !/[.;!?]\s/.test(text)) return [{ text, index: 0 }];
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { index } of text.matchAll(
    /(?<!\b(?:e\.g|i\.e|[Nn]o|[Rr]ef|vs|etc|Dr|Mr|Mrs|Ms|Ltd|St|Inc|approx|cf|para))[.;!?](?=\s+["“([]?[A-Z0-9–-])/g,
  )) {
    sentences.push({ text: text.slice(from, index + 1), index: from });
    from = index + 1;
  }
  if (from < text.length) sentences.push({ text: text.slice(from), index: from });
  return sentences;
}

/** The sentence that holds the character at `index`. */
export function sentenceAt(text: string, index: number): Sentence {
  const all = sentencesOf(text);
  return all.find((sentence) => index < sentence.index + sentence.text.length) ?? { text, index: 0 };
}
