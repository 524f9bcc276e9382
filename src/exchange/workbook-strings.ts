import { unescaped } from '../record/workbook-text.ts';
import { parseXml } from './workbook-xml.ts';

/** The shared strings of a workbook in order, rich text joined; a run in a symbol font that is one tick or cross becomes ✓ or ✗. */
export function readSharedStrings(xml: Buffer | undefined): readonly string[] {
  if (!xml) return [];
  const strings: string[] = [];
  let whole = '';
  let run = '';
  let font = '';
  let collecting = false;
  let phonetic = false;
  parseXml(xml, 'sharedStrings.xml', {
    open: (tag, attribute) => {
      if (tag === 'si') whole = '';
      else if (tag === 'r') font = '';
      else if (tag === 'rFont') font = attribute('val') ?? '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') {
        collecting = !phonetic;
        run = '';
      }
    },
    text: (piece) => {
      if (collecting) run += piece;
    },
    close: (tag) => {
      if (tag === 't' && collecting) {
        const text = unescaped(run);
        whole += tickOf(text, font) ?? text;
        collecting = false;
      } else if (tag === 'rPh') phonetic = false;
      else if (tag === 'r') font = '';
      else if (tag === 'si') strings.push(whole);
    },
  });
  return strings;
}

/** Cell styles whose font is a symbol font, by style number. */
export function readDingbatStyles(xml: Buffer | undefined): ReadonlyMap<number, string> {
  const styles = new Map<number, string>();
  if (!xml) return styles;
  const fonts: string[] = [];
  let within = '';
  let position = 0;
  parseXml(xml, 'styles.xml', {
    open: (tag, attribute) => {
      if (tag === 'fonts' || tag === 'cellXfs') within = tag;
      else if (tag === 'font' && within === 'fonts') fonts.push('');
      else if (tag === 'name' && within === 'fonts') fonts[fonts.length - 1] = attribute('val') ?? '';
      else if (tag === 'xf' && within === 'cellXfs') {
        const font = fonts[Number(attribute('fontId') ?? -1)];
        if (font !== undefined && isSymbolFont(font)) styles.set(position, font);
        position += 1;
      }
    },
    close: (tag) => {
      if (tag === within) within = '';
    },
  });
  return styles;
}

function isSymbolFont(font: string): boolean {
  return /^(wingdings|webdings)/i.test(font);
}

/** Letters that a symbol font shows as a tick or a cross, by lower-case font name. */
const SYMBOLS: Readonly<Record<string, { readonly ticks: string; readonly crosses: string }>> = {
  wingdings: { ticks: '\u00fc\u00fe', crosses: '\u00fb\u00fd' },
  'wingdings 2': { ticks: 'PR', crosses: 'OQST' },
  webdings: { ticks: 'a', crosses: 'r' },
};

/** ✓ or ✗ when `text` is one letter that the font shows as such; undefined otherwise. Private-use twins of the letters count. */
export function tickOf(text: string, font: string): '✓' | '✗' | undefined {
  const symbols = SYMBOLS[font.trim().toLowerCase()];
  const letter = text.trim();
  if (!symbols || letter.length !== 1) return undefined;
  const code = letter.charCodeAt(0);
  const plain = code >= 0xf000 && code <= 0xf0ff ? String.fromCharCode(code - 0xf000) : letter;
  if (symbols.ticks.includes(plain)) return '✓';
  return symbols.crosses.includes(plain) ? '✗' : undefined;
}
