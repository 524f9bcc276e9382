/** Marks that turn the direction of writing, so that a name reads as another. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text as it is but for such marks: for a file, whose cells come back as they were. */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, '\ufffd');
}

/**
 * Text from files made safe to show: control characters, escape sequences and marks that turn the direction of writing are
 * replaced, so that a file name can neither move a terminal's cursor nor hide what it is.
 */
export function neutralised(text: string): string {
  return text
    .replace(/[\t\n\r\f\v\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu, '\ufffd')
    .toWellFormed();
}
