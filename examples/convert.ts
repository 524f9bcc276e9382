import { docxOf } from './conversion/blocks-to-docx.ts';
import { htmlOf } from './conversion/blocks-to-html.ts';
import { pdfOf } from './conversion/blocks-to-pdf.ts';
import { blocksOf } from './conversion/markdown-blocks.ts';

/**
 * Turns Markdown into the same document in another format, with the headings, lists, tick boxes, tables, bold labels and
 * links that a person using that format would have made. The same Markdown always gives the same bytes.
 */
export async function convertMarkdown(markdown: string, to: 'docx' | 'pdf' | 'html'): Promise<Uint8Array> {
  const document = blocksOf(markdown);
  switch (to) {
    case 'docx':
      return docxOf(document);
    case 'pdf':
      return pdfOf(document);
    case 'html':
      return htmlOf(document);
    default:
      return to satisfies never;
  }
}
