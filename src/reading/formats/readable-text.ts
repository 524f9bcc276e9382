// Soft hyphens, zero-width characters, byte-order marks and direction overrides: nobody sees them, and they split words for a search.
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;
const PLAIN = /^[\x20-\x7E]*$/;

/** Text as a person reads it: one space between words, no control or invisible characters, no broken surrogates. */
export function readableText(text: string): string {
  if (PLAIN.test(text)) return text.includes('  ') ? text.replace(/ +/g, ' ').trim() : text.trim();
  return text.toWellFormed().replace(UNSEEN, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
}

/** The same with its line ends kept, also one at its end: in a list of one they say that it is a list. */
export function readableLines(text: string): string {
  if (!/[\r\n]/.test(text) || text.trim() === '') return readableText(text);
  return text
    .split(/\r\n?|\n/)
    .map(readableText)
    .join('\n');
}

/** Code as written, without trailing space and without characters that nobody sees. */
export function readableCode(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(CONTROL, '').trimEnd();
}

/** The text in pieces no longer than `length`, cut between words where there is a space to cut at. */
export function piecesOf(text: string, length: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > length) {
    const piece = text.slice(start, start + length + 1);
    const space = piece.lastIndexOf(' ');
    const end = space > 0 ? space : length;
    pieces.push(piece.slice(0, end));
    start += space > 0 ? end + 1 : end;
  }
  pieces.push(text.slice(start));
  return pieces;
}

const TICK_BOX = /^(?:\[([ xX])\](?=\s|$)|([\u2610\u2611\u2612\u25A1\u2705]))\s*/;
const ANY_BOX = /\[[ xX]\](?=\s|$)|[\u2610\u2611\u2612\u25A1\u2705]/g;

/**
 * The box and the words of a line that begins with a tick box. Undefined when there is none, and when a line holds several
 * ("☐ Yes ☒ No"): there the boxes are answers and stay in the text.
 */
export function tickBox(text: string): { readonly ticked: boolean; readonly text: string } | undefined {
  const found = TICK_BOX.exec(text);
  if (!found || (text.match(ANY_BOX)?.length ?? 0) > 1) return undefined;
  const mark = found[1] ?? found[2] ?? '';
  return { ticked: !(mark === ' ' || mark === '\u2610' || mark === '\u25A1'), text: text.slice(found[0].length) };
}
