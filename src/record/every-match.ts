const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global expression in a text, as `text.matchAll(pattern)` finds them. That makes a new expression at each
 * call, which costs more than the search itself where most texts hold no match; this uses the one it is given.
 */
export function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}
