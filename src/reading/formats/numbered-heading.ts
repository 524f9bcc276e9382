const NUMBERED =
  /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?|[A-Z]\.|(?:Appendix|Annex|Section|Part) [A-Z\d]{1,2}[:.]?)\s+\p{Lu}/u;

/** How deep a line such as "4.2 Access reviews" or "Appendix A: Terms" is numbered, 1 for the top; undefined for other lines. */
export function numberedDepth(text: string): number | undefined {
  const found = NUMBERED.exec(text);
  return found ? (found[1] ?? '').split('.').length : undefined;
}

/**
 * Whether a line standing alone is a numbered heading. `above` and `below` are the nearest lines with words: when either has a
 * number of the same depth the two are items of a list, since a heading has something under it.
 */
export function isNumberedHeading(text: string, above: string, below: string): boolean {
  const depth = numberedDepth(text);
  if (depth === undefined || text.length > 80 || /[.;:,?!]$/.test(text)) return false;
  return numberedDepth(above) !== depth && numberedDepth(below) !== depth;
}
