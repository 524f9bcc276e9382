/** Longer texts hardly ever come twice. */
const LONGEST = 160;
const KEPT = 10_000;

/**
 * The same function of a text, remembering its answers: names, dates, titles and cells come over and over in a folder. Only
 * for functions that depend on the text alone and whose answers nobody changes.
 */
export function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    const known = answers.get(text);
    if (known !== undefined) return known.answer;
    const answer = work(text);
    if (answers.size >= KEPT) answers.clear();
    answers.set(text, { answer });
    return answer;
  };
}
