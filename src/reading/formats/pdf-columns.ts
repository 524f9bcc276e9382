import type { PdfItem } from './pdf-layout.ts';

/** Width of the strips in which a page is searched for a gutter, in points. */
const STRIP = 2;
const NARROWEST_GUTTER = 10;
const FEWEST_LINES = 5;

/**
 * Parts of a page in reading order: one for a page set across its width; for a page in two columns the left before the right,
 * with what runs across both (a title, say) dividing them from top to bottom. A table also has gutters, but its cells are short
 * or its rows begin at the same height on both sides.
 */
export function readingParts(items: readonly PdfItem[]): PdfItem[][] {
  const gutter = gutterOf(items);
  if (gutter === undefined) return [[...items]];
  const left = items.filter(({ x, width }) => x + width <= gutter);
  const right = items.filter(({ x }) => x >= gutter);
  const across = items.filter(({ x, width }) => x < gutter && x + width > gutter);
  if (!isColumn(left) || !isColumn(right) || haveRowsInCommon(left, right)) return [[...items]];
  const breaks = [...across].sort((a, b) => b.y - a.y);
  const bandOf = ({ y, size }: PdfItem) => breaks.filter((one) => one.y > y + size * 0.3).length;
  const bands = new Map<number, [PdfItem[], PdfItem[], PdfItem[]]>();
  [across, left, right].forEach((side, at) => {
    for (const item of side) {
      const band = bands.get(bandOf(item)) ?? [[], [], []];
      band[at]?.push(item);
      bands.set(bandOf(item), band);
    }
  });
  return [...bands].sort(([a], [b]) => a - b).flatMap(([, parts]) => parts.filter((part) => part.length > 0));
}

/** The middle of the widest strip near the middle of the page that next to no text crosses. */
function gutterOf(items: readonly PdfItem[]): number | undefined {
  const start = items.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const end = items.reduce((most, { x, width }) => Math.max(most, x + width), 0);
  const strips = Math.ceil((end - start) / STRIP);
  if (items.length < FEWEST_LINES * 2 || !(strips > 50 && strips < 5_000)) return undefined;
  const crossed = new Array<number>(strips + 1).fill(0);
  for (const { x, width } of items) {
    const last = Math.min(strips, Math.floor((x + width - start) / STRIP));
    for (let strip = Math.floor((x - start) / STRIP); strip <= last; strip++)
      crossed[strip] = (crossed[strip] ?? 0) + 1;
  }
  const allowed = items.length * 0.04;
  let best = { from: 0, length: 0 };
  let from = Math.floor(strips * 0.35);
  for (let strip = from; strip <= strips * 0.65; strip++) {
    if ((crossed[strip] ?? 0) > allowed) from = strip + 1;
    else if (strip + 1 - from > best.length) best = { from, length: strip + 1 - from };
  }
  return best.length * STRIP < NARROWEST_GUTTER ? undefined : start + (best.from + best.length / 2) * STRIP;
}

type Side = { readonly y: number; readonly x: number; readonly end: number; readonly size: number };

function sideLines(items: readonly PdfItem[]): Side[] {
  const lines: { y: number; x: number; end: number; size: number }[] = [];
  for (const { x, y, width, size } of [...items].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - y < size * 0.45) {
      line.x = Math.min(line.x, x);
      line.end = Math.max(line.end, x + width);
    } else {
      lines.push({ y, x, end: x + width, size });
    }
  }
  return lines;
}

/** Running text: many lines, most of which fill the column. */
function isColumn(items: readonly PdfItem[]): boolean {
  const lines = sideLines(items);
  const start = lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const end = lines.reduce((most, line) => Math.max(most, line.end), 0);
  const full = lines.filter((line) => line.end - line.x > (end - start) * 0.65).length;
  return lines.length >= FEWEST_LINES && full >= lines.length * 0.55;
}

/** Whether most gaps between paragraphs stand at the same height on both sides, as the rows of a table do. */
function haveRowsInCommon(left: readonly PdfItem[], right: readonly PdfItem[]): boolean {
  const [ours, theirs] = [gapsOf(sideLines(left)), gapsOf(sideLines(right))];
  const matched = ours.filter((y) => theirs.some((other) => Math.abs(other - y) < 3)).length;
  return matched >= 2 && matched >= ours.length * 0.6;
}

function gapsOf(lines: readonly Side[]): number[] {
  return lines.filter((line, at) => at > 0 && (lines[at - 1]?.y ?? 0) - line.y > line.size * 1.5).map(({ y }) => y);
}
