import { getDocumentProxy } from 'unpdf';
import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, draftContent } from './content-draft.ts';
import { headerRow } from './header-row.ts';
import { isNumberedHeading, numberedDepth } from './numbered-heading.ts';
import { bodySize, furnitureRows, type PdfItem, type PdfPageRows, type PdfRow, pdfRows, textOf } from './pdf-layout.ts';
import { type PdfTable, pdfTable } from './pdf-table.ts';
import { tickBox } from './readable-text.ts';
import { UnreadableError } from './unreadable-error.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type FormField = { readonly name: string; readonly value: string; readonly page: number };

/**
 * Reads a PDF from where its text stands on the page: lines, headings by size, tables by alignment, running headers and
 * footers by repetition. A place is the page and the line on it. Throws `UnreadableError`: encrypted, broken, or without text.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Content> {
  const draft = draftContent('pdf', limits);
  const pdf = await openPdf(bytes);
  try {
    await readInfo(pdf, draft);
    const pages: PdfPageRows[] = [];
    const rotated: { text: string; page: number }[] = [];
    const fields: FormField[] = [];
    const count = Math.min(pdf.numPages, limits.pages);
    if (pdf.numPages > count)
      draft.cutShort(
        `Only the first ${count.toLocaleString('en-GB')} of ${pdf.numPages.toLocaleString('en-GB')} pages were read.`,
      );
    let damaged = 0;
    for (let number = 1; number <= count; number++) {
      try {
        const page = await pdf.getPage(number);
        const { upright, turned } = await itemsOf(page);
        const [, bottom = 0, , top = 0] = page.view;
        pages.push({ height: top - bottom, rows: pdfRows(upright, number) });
        rotated.push(...turned.map((text) => ({ text, page: number })));
        fields.push(...(await readAnnotations(page, number, draft)));
        page.cleanup();
      } catch {
        damaged++;
        pages.push({ height: 0, rows: [] });
      }
    }
    if (damaged === count) throw new UnreadableError('broken', 'It is damaged: none of its pages could be read.');
    if (damaged > 0) draft.cutShort(`${damaged} of its ${count} pages are damaged and were left out.`);
    const empty = pages.flatMap(({ rows }, at) => (rows.length === 0 ? [at + 1] : []));
    if (empty.length === count && fields.length === 0) {
      throw new UnreadableError(
        'no-text',
        'It holds pictures of pages but no text, as a scan does. Run text recognition on it, or add the original.',
      );
    }
    if (empty.length > 0) draft.mark('emptyPages', empty);
    addPages(draft, pages, rotated);
    for (const { name, value, page } of fields) draft.line(`${name}: ${value}`, { page });
    return draft.finish();
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // The parser takes the bytes over, so it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new UnreadableError('encrypted', 'It is protected by a password. Save it without one and read it again.');
    }
    throw new UnreadableError('broken', 'It is damaged or cut off, so it cannot be opened as a PDF.', { cause: error });
  }
}

async function readInfo(pdf: PdfDocument, draft: ContentDraft): Promise<void> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  for (const [key, value] of Object.entries(info)) {
    if (typeof value !== 'string' || value === '') continue;
    if (key === 'Title') draft.title(value);
    const date = /^D:(\d{4})(\d{2})(\d{2})/.exec(value);
    if (key === 'CreationDate') draft.property('created', date ? date.slice(1, 4).join('-') : value);
    else if (key === 'ModDate') draft.property('modified', date ? date.slice(1, 4).join('-') : value);
    else if (/^(?:Title|Author|Subject|Keywords)$/.test(key)) draft.property(key, value);
  }
}

async function itemsOf(page: PdfPage): Promise<{ upright: PdfItem[]; turned: string[] }> {
  const { items } = await page.getTextContent();
  const upright: PdfItem[] = [];
  const turned: string[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
    // Text across the page is a watermark such as DRAFT; text turned upside down or sideways is in no line either.
    if (Math.abs(b) > Math.abs(a) * 0.1) turned.push(item.str);
    else upright.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height || 10 });
  }
  return { upright, turned };
}

/** Links and the values of form fields: both are annotations, not text. */
async function readAnnotations(page: PdfPage, number: number, draft: ContentDraft): Promise<FormField[]> {
  const fields: FormField[] = [];
  for (const annotation of await page.getAnnotations()) {
    if (typeof annotation.url === 'string') draft.link(annotation.url, annotation.url, { page: number });
    if (annotation.subtype !== 'Widget') continue;
    const name = String(annotation.alternativeText || annotation.fieldName || '');
    const { fieldValue: value } = annotation;
    if (annotation.checkBox === true)
      fields.push({ name, value: value === annotation.exportValue ? '[x]' : '[ ]', page: number });
    else if (typeof value === 'string' && value !== '') fields.push({ name, value, page: number });
  }
  return fields;
}

function addPages(
  draft: ContentDraft,
  pages: readonly PdfPageRows[],
  rotated: readonly { text: string; page: number }[],
): void {
  const furniture = furnitureRows(pages);
  const seen = new Set<string>();
  const addFurniture = (text: string, where: { page: number; line?: number }) => {
    const key = text.replace(/\d+/g, '#');
    if (!seen.has(key)) draft.line(text, where, { role: 'furniture' });
    seen.add(key);
  };
  for (const { text, page } of rotated) addFurniture(text, { page });
  for (const row of furniture) addFurniture(textOf(row), { page: row.page, line: row.line });
  const body = pages.map(({ rows }) => rows.filter((row) => !furniture.has(row)));
  new PdfFlow(draft, body.flat()).add();
}

/** The number of a list item, which stays in the text: other places may refer to it. */
const NUMBER = /^(?:\d{1,2}[.)]|\([a-z\d]{1,3}\)|[a-z]\))\s/;
const BULLET = /^(?:[•‣▪◦●○∙·*]|[-–](?=\s))\s*/;

/** Owns the lines of all pages in order while they are put together into paragraphs, headings and tables. */
class PdfFlow {
  readonly #draft: ContentDraft;
  readonly #rows: readonly PdfRow[];
  readonly #body: number;
  /** Sizes of headings, largest first. */
  readonly #sizes: readonly number[];
  /** Where the longest line of each page ends, in points. */
  readonly #margins = new Map<number, number>();

  constructor(draft: ContentDraft, rows: readonly PdfRow[]) {
    this.#draft = draft;
    this.#rows = rows;
    this.#body = bodySize(rows);
    for (const { page, segments } of rows)
      this.#margins.set(page, Math.max(this.#margins.get(page) ?? 0, segments.at(-1)?.end ?? 0));
    const larger = rows.filter(({ size }) => size > this.#body * 1.12).map(({ size }) => Math.round(size));
    this.#sizes = [...new Set(larger)].sort((a, b) => b - a).slice(0, 5);
  }

  add(): void {
    let block: number | undefined;
    let role: 'text' | 'item' = 'text';
    let carried = '';
    for (let at = 0; at < this.#rows.length && !this.#draft.full(); at++) {
      const row = this.#rows[at];
      if (!row) break;
      const table = this.#tableAt(at);
      if (table) {
        at += table - 1;
        block = undefined;
        continue;
      }
      const where = { page: row.page, line: row.line };
      const words = textOf(row);
      const level = this.#headingLevel(at, words);
      if (level !== undefined) {
        this.#draft.heading(words, level, where);
        block = undefined;
        continue;
      }
      const bullet = BULLET.exec(words);
      const begins = bullet !== null || NUMBER.test(words) || tickBox(words) !== undefined;
      if (begins || this.#beginsParagraph(at)) {
        block = undefined;
        role = bullet || NUMBER.test(words) ? 'item' : 'text';
      }
      block ??= this.#draft.newBlock();
      let text = bullet ? words.slice(bullet[0].length) : words;
      if (carried !== '' && text.startsWith(carried)) text = text.slice(carried.length);
      carried = this.#hyphenated(text, at);
      if (carried !== '') text = text.slice(0, -1) + carried;
      this.#draft.line(text, where, { role, block });
    }
  }

  /** The rest of a word divided at the end of the line: it is moved up, so that the word can be found. */
  #hyphenated(text: string, at: number): string {
    const next = this.#rows[at + 1];
    if (!next || !/\p{L}{2}-$/u.test(text) || next.page !== this.#rows[at]?.page) return '';
    return /^\p{Ll}+/u.exec(textOf(next))?.[0] ?? '';
  }

  #beginsParagraph(at: number): boolean {
    const row = this.#rows[at];
    const above = this.#rows[at - 1];
    if (!row || !above || row.page !== above.page) return true;
    // Higher than the line before: the next column.
    if (row.y > above.y || above.y - row.y > row.size * 1.6 || Math.abs(row.size - above.size) > 1) return true;
    // A sentence that ends well before the margin ends its paragraph; so does a step to the side.
    const [left, aboveLeft] = [row.segments[0]?.x ?? 0, above.segments[0]?.x ?? 0];
    const aboveEnd = above.segments.at(-1)?.end ?? 0;
    if (left - aboveLeft < -row.size || (left - aboveLeft > row.size * 2 && !BULLET.test(textOf(above)))) return true;
    return aboveEnd < (this.#margins.get(row.page) ?? 0) * 0.8 && /[.;:!?]$/.test(textOf(above));
  }

  #headingLevel(at: number, text: string): number | undefined {
    const row = this.#rows[at];
    if (!row || text.length > 120 || !/\p{L}/u.test(text)) return undefined;
    if (row.size > this.#body * 1.12) return this.#sizes.indexOf(Math.round(row.size)) + 1 || 6;
    const [above, below] = [this.#rows[at - 1], this.#rows[at + 1]];
    if (!this.#beginsParagraph(at) || !this.#beginsParagraph(at + 1)) return undefined;
    if (!isNumberedHeading(text, above ? textOf(above) : '', below ? textOf(below) : '')) return undefined;
    return Math.min(6, this.#sizes.length + (numberedDepth(text) ?? 1));
  }

  /** Adds the table that begins here, with its continuation on the following pages; returns how many lines it took. */
  #tableAt(at: number): number | undefined {
    const table = this.#onePageTable(at);
    if (!table) return undefined;
    const rows = [...table.rows];
    let taken = table.lines;
    for (;;) {
      const last = this.#rows[at + taken - 1];
      const next = this.#rows[at + taken];
      if (!last || !next || next.page === last.page) break;
      const more = this.#onePageTable(at + taken);
      if (!more || !sameColumns(table.columns, more.columns)) break;
      const repeats = more.rows[0]?.cells.join('|') === table.rows[0]?.cells.join('|');
      rows.push(...(repeats ? more.rows.slice(1) : more.rows));
      taken += more.lines;
    }
    const drafted = rows.map(({ cells, from }) => ({ cells, where: { page: from.page, line: from.line } }));
    const [head, ...rest] = drafted;
    const where = head?.where ?? {};
    if (head && headerRow(rows.map(({ cells }) => cells)) === 0) this.#draft.table({ head, rows: rest, where });
    else this.#draft.table({ rows: drafted, where });
    return taken;
  }

  #onePageTable(at: number): PdfTable | undefined {
    const first = this.#rows[at];
    if (!first || first.segments.length < 2) return undefined;
    let end = at;
    while (this.#rows[end]?.page === first.page) end++;
    return pdfTable(this.#rows.slice(at, end), 0);
  }
}

function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, at) => Math.abs(edge - (b[at] ?? 0)) < 12);
}
