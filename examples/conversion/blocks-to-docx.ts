import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, BlockDocument, Cell, Run } from './blocks.ts';
import { fixedZip, mapParts, withFixedCoreDates } from './fixed-zip.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
const PAGE_WIDTH_TWIPS = 9026;
const MAX_DEPTH = 4;

/** Writes the document as Word would save it: heading styles, numbered and bulleted lists, tables, page header and footer. */
export async function docxOf({ title, blocks }: BlockDocument): Promise<Uint8Array> {
  const document = new Document({
    ...(title && { title }),
    creator: 'Shared drive',
    lastModifiedBy: 'Shared drive',
    styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
    numbering: numberingFor(blocks),
    sections: [
      {
        headers: {
          default: new Header({
            children: title ? [new Paragraph({ children: [new TextRun({ text: title, size: 16 })] })] : [],
          }),
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: blocks.flatMap(childrenOf),
      },
    ],
  });
  return fixedZip(await Packer.toBuffer(document), (parts) => withFixedRelationships(withFixedCoreDates(parts)));
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ size: 16, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });
}

/** One numbering definition for the bullets and one for each number that a list begins with. */
function numberingFor(blocks: readonly Block[]): INumberingOptions {
  const starts = new Set(
    blocks.flatMap((block) => (block.is === 'item' && block.mark.is === 'number' ? [block.mark.start] : [])),
  );
  const level = (depth: number) => ({
    level: depth,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 480 * (depth + 1), hanging: 360 } } },
  });
  const depths = [...Array(MAX_DEPTH + 1).keys()];
  return {
    config: [
      {
        reference: 'bullets',
        levels: depths.map((depth) => ({ ...level(depth), format: LevelFormat.BULLET, text: '•' })),
      },
      ...[...starts].map((start) => ({
        reference: `numbers-from-${start}`,
        levels: depths.map((depth) => ({
          ...level(depth),
          format: LevelFormat.DECIMAL,
          text: `%${depth + 1}.`,
          start,
        })),
      })),
    ],
  };
}

function childrenOf(block: Block): (Paragraph | Table)[] {
  switch (block.is) {
    case 'heading': {
      const heading = HEADINGS[block.level - 1];
      return [new Paragraph({ ...(heading && { heading }), children: childrenOfRuns(block.runs) })];
    }
    case 'paragraph':
      return [
        new Paragraph({
          spacing: { after: 120 },
          indent: { left: 480 * block.depth + (block.quoted ? 480 : 0) },
          children: childrenOfRuns(block.runs),
        }),
      ];
    case 'item':
      return [itemParagraph(block)];
    case 'table':
      // Word needs a paragraph between two tables, or it joins them.
      return [tableOf(block.header, block.rows), new Paragraph({ children: [] })];
    case 'code':
      return block.text
        .split('\n')
        .map((text) => new Paragraph({ children: [new TextRun({ text, font: 'Courier New', size: 18 })] }));
    case 'rule':
      return [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '999999' } }, children: [] }),
      ];
    default:
      return block satisfies never;
  }
}

function itemParagraph({ depth, mark, runs }: Extract<Block, { is: 'item' }>): Paragraph {
  const level = Math.min(depth, MAX_DEPTH);
  if (mark.is === 'box') {
    return new Paragraph({
      indent: { left: 480 * (level + 1), hanging: 360 },
      children: [new TextRun({ text: mark.ticked ? '☒ ' : '☐ ' }), ...childrenOfRuns(runs)],
    });
  }
  const numbering =
    mark.is === 'bullet'
      ? { reference: 'bullets', level }
      : { reference: `numbers-from-${mark.start}`, level, instance: mark.list };
  return new Paragraph({ numbering, children: childrenOfRuns(runs) });
}

function tableOf(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Table {
  const columns = Math.max(header.length, ...rows.map((row) => row.length), 1);
  const width = { size: Math.floor(PAGE_WIDTH_TWIPS / columns), type: WidthType.DXA };
  const row = (cells: readonly Cell[], heading: boolean) =>
    new TableRow({
      ...(heading && { tableHeader: true }),
      children: cells.map(
        (cell) =>
          new TableCell({
            width,
            children: [
              new Paragraph({ children: childrenOfRuns(heading ? cell.map((run) => ({ ...run, bold: true })) : cell) }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: PAGE_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: Array<number>(columns).fill(width.size),
    rows: [...(header.length > 0 ? [row(header, true)] : []), ...rows.map((cells) => row(cells, false))],
  });
}

function childrenOfRuns(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const text = textRuns(run);
    return run.link ? [new ExternalHyperlink({ link: run.link, children: text })] : text;
  });
}

function textRuns({ text, bold, italic, code, link }: Run): TextRun[] {
  const style = {
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(code && { font: 'Courier New' }),
    ...(link && { style: 'Hyperlink' }),
  };
  return text.split('\n').map((line, at) => new TextRun({ text: line, ...style, ...(at > 0 && { break: 1 }) }));
}

/** Names the relationships of links by their order; the library names them at random. */
function withFixedRelationships(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const names = new Map<string, string>();
  const document = parts.get('word/document.xml')?.toString('utf8') ?? '';
  for (const [, id] of document.matchAll(/<w:hyperlink\b[^>]*r:id="([^"]+)"/g)) {
    if (id !== undefined && !names.has(id)) names.set(id, `rIdLink${names.size + 1}`);
  }
  return mapParts(parts, (_, xml) =>
    xml.replace(/(r:id|Id)="(rId[^"]+)"/g, (whole, attribute: string, id: string) =>
      names.has(id) ? `${attribute}="${names.get(id)}"` : whole,
    ),
  );
}
