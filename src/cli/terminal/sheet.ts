import { displayWidth, padded, wrapped } from './display-text.ts';
import type { Paint, Style } from './paint.ts';

/** The sheet a report is written on: `width` columns inside the margin. */
export type Sheet = { readonly width: number; readonly paint: Paint };

const NARROWEST = 60;
const WIDEST = 120;
/** For a pipe or file, whose width nobody knows. */
const USUAL = 80;

/** Columns to write in, for a terminal that says it has `columns`. */
export function sheetWidth(columns: number | undefined): number {
  if (columns === undefined || columns <= 0) return USUAL;
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

/** A section heading with a rule to the right edge. */
export function heading(sheet: Sheet, title: string, aside = ''): string[] {
  const tail = aside === '' ? '' : ` ${aside} `;
  const rule = '─'.repeat(Math.max(2, sheet.width - displayWidth(title) - displayWidth(tail) - 1));
  return ['', `${sheet.paint('strong', title)} ${sheet.paint('faint', `${rule}${tail}`.trimEnd())}`, ''];
}

export type Indented = {
  readonly first?: string;
  /** Columns the lines after the first start at; the width of `first` when left out. */
  readonly indent?: number;
  readonly style?: Style;
};

/** Text wrapped under a first-line prefix, later lines aligned behind it. */
export function paragraph(sheet: Sheet, text: string, { first = '', indent, style }: Indented = {}): string[] {
  const margin = indent ?? displayWidth(first);
  const lines = wrapped(text, sheet.width - Math.max(margin, displayWidth(first)));
  return lines.map((line, position) => {
    const lead = position === 0 ? padded(first, margin) : ' '.repeat(margin);
    return lead + (style === undefined ? line : sheet.paint(style, line));
  });
}
