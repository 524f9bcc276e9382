const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** Columns the text takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const point of text) width += ZERO_WIDTH.test(point) ? 0 : WIDE.test(point) ? 2 : 1;
  return width;
}

/** The text cut at the end to fit `width` columns, with "…" for what is left out. */
export function fitted(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${leading(text, width - 1).trimEnd()}…`;
}

/** A path cut in the middle of its folders: the file's name and place at the end matter most. */
export function fittedPath(path: string, width: number): string {
  if (displayWidth(path) <= width) return path;
  const reversed = [...path].toReversed().join('');
  return `…${[...leading(reversed, width - 1)].toReversed().join('')}`;
}

/** The text padded with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The text in lines of at most `width` columns, broken between words; a word longer than a line is cut into pieces. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((whole) => pieces(whole, width))) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const part = leading(rest, width);
    if (part === '') break;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return rest === '' ? parts : [...parts, rest];
}

function leading(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const point of text) {
    used += displayWidth(point);
    if (used > width) break;
    taken += point;
  }
  return taken;
}
