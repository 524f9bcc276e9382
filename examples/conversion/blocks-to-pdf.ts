import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Block, BlockDocument, Cell } from './blocks.ts';
import { type Face, type PrintedLine, wrap } from './pdf-lines.ts';

const MARGIN = 60;
const TOP = 72;
const BOTTOM = 72;
const CELL_PADDING = 4;
const BODY_SIZE = 10.5;
const TABLE_SIZE = 9;
const HEADING_SIZES = [20, 15, 12.5, 11.5, 11, 10.5] as const;

/** Writes the document as a PDF on A4: drawn tables with wrapped cells, page breaks, a running header and page numbers. */
export async function pdfOf({ title, blocks }: BlockDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    // Text is placed by us, never flowed by the library, so its own margins must not start pages.
    margin: 0,
    bufferPages: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Author: 'Shared drive', CreationDate: new Date(Date.UTC(2026, 0, 1, 9)) },
  });
  const bytes = buffer(pdf);
  const sheet = new Sheet(pdf);
  for (const block of blocks) drawBlock(sheet, block);
  drawFurniture(pdf, title);
  pdf.end();
  return new Uint8Array(await bytes);
}

/** The pages being written: owns the pen's height on the current page. */
class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  y = TOP;

  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf;
  }

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN;
  }

  get room(): number {
    return this.pdf.page.height - BOTTOM - this.y;
  }

  get pageRoom(): number {
    return this.pdf.page.height - BOTTOM - TOP;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = TOP;
  }

  lines(runs: Cell, width: number, size: number, emphasis: 'plain' | 'bold' = 'plain'): PrintedLine[] {
    return wrap(runs, width, (text, face) => this.pdf.font(face).fontSize(size).widthOfString(text), emphasis);
  }

  print(line: PrintedLine, x: number, y: number, size: number): void {
    let at = x;
    for (const piece of line) {
      this.put(piece.text, piece.face, at, y, size);
      if (piece.link) this.pdf.link(at, y, piece.width, size, piece.link);
      at += piece.width;
    }
  }

  put(text: string, face: Face, x: number, y: number, size: number): void {
    this.pdf.font(face).fontSize(size).fillColor('#111111').text(text, x, y, { lineBreak: false });
  }
}

function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.is) {
    case 'heading': {
      const size = HEADING_SIZES[block.level - 1] ?? BODY_SIZE;
      sheet.y += size * 0.7;
      // A heading never stands alone at the foot of a page.
      if (sheet.room < size * 4) sheet.newPage();
      drawLines(sheet, sheet.lines(block.runs, sheet.width, size, 'bold'), MARGIN, size);
      sheet.y += size * 0.3;
      return;
    }
    case 'paragraph': {
      const indent = 18 * block.depth + (block.quoted ? 18 : 0);
      drawLines(sheet, sheet.lines(block.runs, sheet.width - indent, BODY_SIZE), MARGIN + indent, BODY_SIZE);
      sheet.y += BODY_SIZE * 0.6;
      return;
    }
    case 'item':
      drawItem(sheet, block);
      return;
    case 'table':
      drawTable(sheet, block.header, block.rows);
      return;
    case 'code':
      for (const text of block.text.split('\n'))
        drawLines(sheet, sheet.lines([{ text: text === '' ? ' ' : text, code: true }], sheet.width, 9), MARGIN, 9);
      sheet.y += BODY_SIZE * 0.6;
      return;
    case 'rule':
      sheet.y += 6;
      sheet.pdf
        .moveTo(MARGIN, sheet.y)
        .lineTo(MARGIN + sheet.width, sheet.y)
        .lineWidth(0.5)
        .stroke('#999999');
      sheet.y += 8;
      return;
    default:
      block satisfies never;
  }
}

function drawItem(sheet: Sheet, { depth, mark, runs }: Extract<Block, { is: 'item' }>): void {
  const label = mark.is === 'bullet' ? '•' : mark.is === 'number' ? `${mark.value}.` : mark.ticked ? '[x]' : '[ ]';
  const x = MARGIN + 18 * (depth + 1);
  const lines = sheet.lines(runs, sheet.width - 18 * (depth + 1), BODY_SIZE);
  if (sheet.room < leading(BODY_SIZE)) sheet.newPage();
  sheet.put(label, 'Helvetica', x - (mark.is === 'bullet' ? 10 : 17), sheet.y, BODY_SIZE);
  drawLines(sheet, lines, x, BODY_SIZE);
  sheet.y += 2;
}

function drawLines(sheet: Sheet, lines: readonly PrintedLine[], x: number, size: number): void {
  for (const line of lines) {
    if (sheet.room < leading(size)) sheet.newPage();
    sheet.print(line, x, sheet.y, size);
    sheet.y += leading(size);
  }
}

function drawTable(sheet: Sheet, header: readonly Cell[], rows: readonly (readonly Cell[])[]): void {
  const widths = columnWidths(sheet, header, rows);
  sheet.y += 2;
  if (header.length > 0) drawRow(sheet, header, widths, 'bold');
  for (const row of rows) drawRow(sheet, row, widths, 'plain');
  sheet.y += BODY_SIZE * 0.8;
}

/** Each column gets room in proportion to its longest text, within bounds, so that narrow columns stay narrow. */
function columnWidths(sheet: Sheet, header: readonly Cell[], rows: readonly (readonly Cell[])[]): number[] {
  const count = Math.max(header.length, ...rows.map((row) => row.length), 1);
  const wanted = [...Array(count).keys()].map((column) => {
    const lengths = [header, ...rows].map((row) => (row[column] ?? []).reduce((sum, run) => sum + run.text.length, 0));
    return Math.min(Math.max(...lengths, 6), 45);
  });
  const total = wanted.reduce((a, b) => a + b, 0);
  return wanted.map((one) => (sheet.width * one) / total);
}

/** A row that does not fit goes to the next page whole; one taller than a page runs on line by line. */
function drawRow(sheet: Sheet, cells: readonly Cell[], widths: readonly number[], emphasis: 'plain' | 'bold'): void {
  const columns = widths.map((width, at) =>
    sheet.lines(cells[at] ?? [], width - 2 * CELL_PADDING, TABLE_SIZE, emphasis),
  );
  const height = leading(TABLE_SIZE) * Math.max(...columns.map((lines) => lines.length)) + 2 * CELL_PADDING;
  if (height > sheet.room && height <= sheet.pageRoom) sheet.newPage();
  let from = 0;
  const count = Math.max(...columns.map((lines) => lines.length));
  while (from < count) {
    const fit = Math.max(1, Math.floor((sheet.room - 2 * CELL_PADDING) / leading(TABLE_SIZE)));
    const upTo = Math.min(count, from + fit);
    const part = leading(TABLE_SIZE) * (upTo - from) + 2 * CELL_PADDING;
    let x = MARGIN;
    for (const [at, width] of widths.entries()) {
      sheet.pdf.rect(x, sheet.y, width, part).lineWidth(0.5).stroke('#999999');
      for (const [row, line] of (columns[at] ?? []).slice(from, upTo).entries()) {
        sheet.print(line, x + CELL_PADDING, sheet.y + CELL_PADDING + row * leading(TABLE_SIZE), TABLE_SIZE);
      }
      x += width;
    }
    sheet.y += part;
    from = upTo;
    if (from < count) sheet.newPage();
  }
}

function leading(size: number): number {
  return size * 1.3;
}

function drawFurniture(pdf: PDFKit.PDFDocument, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(start + page);
    pdf.font('Helvetica').fontSize(8).fillColor('#555555');
    if (title) pdf.text(title, MARGIN, 36, { lineBreak: false });
    const number = `Page ${page + 1} of ${count}`;
    pdf.text(number, pdf.page.width - MARGIN - pdf.widthOfString(number), pdf.page.height - 44, { lineBreak: false });
  }
}
