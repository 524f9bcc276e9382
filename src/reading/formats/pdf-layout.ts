import { readingParts } from './pdf-columns.ts';

/** A run of text as the PDF places it. Points from the bottom left; `size` is the height of the type. */
export type PdfItem = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

/** Runs that stand together on a line; a wide gap begins another segment, as between the columns of a table. */
export type Segment = { readonly text: string; readonly x: number; readonly end: number };

export type PdfRow = {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
  readonly page: number;
  /** Line on the page, from 1. */
  readonly line: number;
};

// Symbol-font characters that office programs leave in a PDF's text, as what they show.
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF0D8': '•',
  '\uF02D': '-',
  '\uF06F': '☐',
  '\uF0A8': '☐',
  '\uF071': '☐',
  '\uF0FE': '☑',
  '\uF0FC': '☑',
  '\uF052': '☑',
  '\uF0FD': '☒',
  '\uF078': '☒',
  '\uF053': '☒',
  '\uF0FB': '☒',
};

/** Puts the runs of a page into lines in reading order and each line into segments from left to right. */
export function pdfRows(items: readonly PdfItem[], page: number): PdfRow[] {
  return readingParts(items.filter(({ text }) => text.trim() !== ''))
    .flatMap(baselines)
    .map(({ y, size, items: found }, at) => ({ y, size, segments: segmentsOf(found, size), page, line: at + 1 }));
}

function baselines(items: readonly PdfItem[]): { y: number; size: number; items: PdfItem[] }[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    // Superscripts and mixed sizes sit a little off the baseline but belong to the same line.
    if (row && row.y - item.y < Math.max(row.size, item.size) * 0.45) {
      row.items.push(item);
      row.size = Math.max(row.size, item.size);
    } else {
      rows.push({ y: item.y, size: item.size, items: [item] });
    }
  }
  return rows;
}

function segmentsOf(items: PdfItem[], size: number): Segment[] {
  const segments: { text: string; x: number; end: number }[] = [];
  for (const item of items.sort((a, b) => a.x - b.x)) {
    const text = item.text.replace(/[\uF000-\uF0FF]/g, (symbol) => SYMBOLS[symbol] ?? symbol);
    const last = segments.at(-1);
    const gap = last ? item.x - last.end : 0;
    const bullet = last !== undefined && /^[•‣▪◦●○–☐☑☒-]$/.test(last.text);
    if (last && (gap < size * 1.1 || (bullet && gap < size * 4))) {
      const space = gap > size * 0.15 && !last.text.endsWith(' ') && !text.startsWith(' ');
      last.text += space || bullet ? ` ${text}` : text;
      last.end = Math.max(last.end, item.x + item.width);
    } else {
      segments.push({ text, x: item.x, end: item.x + item.width });
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() }));
}

/** The size most of the text is set in. */
export function bodySize(rows: readonly PdfRow[]): number {
  const characters = new Map<number, number>();
  for (const { size, segments } of rows) {
    const key = Math.round(size * 2) / 2;
    characters.set(key, (characters.get(key) ?? 0) + segments.reduce((sum, { text }) => sum + text.length, 0));
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The height of a page in points and its lines from top to bottom. */
export type PdfPageRows = { readonly height: number; readonly rows: readonly PdfRow[] };

/**
 * Lines in the top or bottom margin that come back on at least half of the pages, page numbers aside: running headers and
 * footers. With few pages only the outer tenth counts as margin, since text of the body repeats by chance.
 */
export function furnitureRows(pages: readonly PdfPageRows[]): Set<PdfRow> {
  const seen = new Map<string, PdfRow[]>();
  const margin = pages.length < 4 ? 0.1 : 0.14;
  for (const { height, rows } of pages) {
    for (const row of rows) {
      if (row.y < height * (1 - margin) && row.y > height * margin) continue;
      const key = `${textOf(row).replace(/\d+/g, '#')}@${Math.round(row.y / 6)}`;
      const same = seen.get(key);
      if (same) same.push(row);
      else seen.set(key, [row]);
    }
  }
  const least = Math.max(2, Math.ceil(pages.length / 2));
  return new Set([...seen.values()].filter((rows) => rows.length >= least).flat());
}

export function textOf(row: PdfRow): string {
  return row.segments.map(({ text }) => text).join(' ');
}
