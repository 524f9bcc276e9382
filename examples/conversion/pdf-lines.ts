import type { Run } from './blocks.ts';

/** The four faces a page is set in: the fonts every PDF reader has, so that nothing need be embedded. */
export type Face = 'Helvetica' | 'Helvetica-Bold' | 'Helvetica-Oblique' | 'Courier';

/** A piece of one line in one face, as wide as it is printed. */
export type Piece = { readonly text: string; readonly face: Face; readonly width: number; readonly link?: string };
export type PrintedLine = readonly Piece[];

/** Width of a text in points. */
export type Measure = (text: string, face: Face) => number;

/** Breaks runs into lines no wider than `width` points. A word wider than that is broken where it must be. */
export function wrap(
  runs: readonly Run[],
  width: number,
  measure: Measure,
  emphasis: 'plain' | 'bold' = 'plain',
): PrintedLine[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  const newLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const run of runs) {
    const face = faceOf(run, emphasis);
    for (const [at, part] of run.text.split('\n').entries()) {
      if (at > 0) newLine();
      for (const word of printable(part).match(/\s+|\S+/g) ?? []) {
        for (const bit of fitting(word, width, face, measure)) {
          const bitWidth = measure(bit, face);
          if (used + bitWidth > width && used > 0) newLine();
          if (used === 0 && /^\s/.test(bit)) continue;
          place(lines, { text: bit, face, width: bitWidth, ...(run.link !== undefined && { link: run.link }) });
          used += bitWidth;
        }
      }
    }
  }
  return lines;
}

function faceOf({ bold, italic, code }: Run, emphasis: 'plain' | 'bold'): Face {
  if (code) return 'Courier';
  if (bold || emphasis === 'bold') return 'Helvetica-Bold';
  return italic ? 'Helvetica-Oblique' : 'Helvetica';
}

function fitting(word: string, width: number, face: Face, measure: Measure): string[] {
  if (measure(word, face) <= width) return [word];
  const bits: string[] = [];
  let bit = '';
  for (const letter of word) {
    if (bit !== '' && measure(bit + letter, face) > width) {
      bits.push(bit);
      bit = '';
    }
    bit += letter;
  }
  return [...bits, bit];
}

function place(lines: Piece[][], piece: Piece): void {
  const line = lines.at(-1);
  const last = line?.at(-1);
  if (line && last && last.face === piece.face && last.link === piece.link) {
    line[line.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
  } else line?.push(piece);
}

const STAND_INS: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '≈': '~',
  '−': '-',
  '‑': '-',
  '✓': '[x]',
  '✔': '[x]',
  '✅': '[x]',
  '☑': '[x]',
  '☒': '[x]',
  '☐': '[ ]',
  '✗': 'No',
  '✘': 'No',
  '❌': 'No',
  '●': '•',
  '▪': '•',
  '■': '•',
  '\u00a0': ' ',
  '\u202f': ' ',
};
const WINDOWS_LETTERS = new Set([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ']);

/** The text in letters the standard fonts have; others get a stand-in, their base letter, or nothing. */
function printable(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const stand = STAND_INS[letter];
      if (stand !== undefined) return stand;
      const code = letter.codePointAt(0) ?? 0;
      if ((code >= 0x20 && code < 0x7f) || (code >= 0xa1 && code <= 0xff) || WINDOWS_LETTERS.has(letter)) return letter;
      if (letter === '\t') return '    ';
      const base = letter.normalize('NFKD').replace(/[^ -~]/g, '');
      return base;
    })
    .join('');
}
