/** One expression for many plain words: a single pass over a text finds which of them stand in it. */
export function anyOf(words: Iterable<string>): RegExp {
  const escaped = [...new Set(words)]
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'g');
}
