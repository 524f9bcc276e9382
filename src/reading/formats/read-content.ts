import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { readCsv } from './csv.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { readMarkdown } from './markdown.ts';
import { type Sniffed, sniffFormat } from './sniff-format.ts';
import { readCode, readText } from './text.ts';
import { UnreadableError } from './unreadable-error.ts';

/** Files found inside a file: the entries of a ZIP, the attachments of a mail. */
export type Inside = readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];

/** Reads one file that is not an archive. Attachments of a mail are left out. Throws `UnreadableError`. */
export async function readContent(name: string, bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Content> {
  const format = await sniffFormat(name, bytes, limits);
  if (format === 'zip')
    throw new UnreadableError('unsupported', 'It is an archive: its files are read one by one, not as one text.');
  return (await readAs(format, bytes, limits)).content;
}

/** Reads bytes as a format that `sniffFormat` found. Readers with large parsers behind them are loaded when first needed. */
export async function readAs(
  format: Exclude<Sniffed, 'zip'>,
  bytes: Uint8Array,
  limits: Limits,
): Promise<{ content: Content; inside: Inside }> {
  if (format === 'eml') {
    const { content, attachments } = await (await import('./eml.ts')).readMail(bytes, limits);
    return { content: withText(content), inside: attachments };
  }
  return { content: withText(await contentOf(format, bytes, limits)), inside: [] };
}

async function contentOf(format: Exclude<Sniffed, 'zip' | 'eml'>, bytes: Uint8Array, limits: Limits): Promise<Content> {
  switch (format) {
    case 'markdown':
      return fromText(bytes, (text) => readMarkdown(text, limits));
    case 'text':
      return fromText(bytes, (text) => readText(text, limits));
    case 'code':
      return fromText(bytes, (text) => readCode(text, limits));
    case 'csv':
      return fromText(bytes, (text) => readCsv(text, limits));
    case 'html': {
      const { readHtml } = await import('./html.ts');
      return fromText(bytes, (text) => readHtml(text, limits));
    }
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes, limits);
    case 'xlsx':
      return (await import('./xlsx.ts')).readXlsx(bytes, limits);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, limits);
    case 'image':
      return (await import('./image.ts')).readImage(bytes, limits);
  }
}

/** Reads decoded text and notes an encoding that is not UTF-8, or bytes that mean nothing in it. */
function fromText(bytes: Uint8Array, read: (text: string) => Content): Content {
  const decoded = decodeText(bytes);
  const content = read(decoded.text);
  const note = encodingNote(decoded);
  return note === undefined ? content : { ...content, properties: { ...content.properties, encoding: note } };
}

function encodingNote({ encoding, badBytes }: DecodedText): string | undefined {
  if (badBytes > 0)
    return `${encoding}, with ${badBytes} ${badBytes === 1 ? 'character' : 'characters'} that could not be read`;
  return encoding === 'utf-8' ? undefined : encoding;
}

function withText(content: Content): Content {
  if (content.lines.length > 0 || content.format === 'image') return content;
  if (content.format === 'docx')
    throw new UnreadableError('no-text', 'It holds no text: only pictures, or nothing at all.');
  throw new UnreadableError('empty', 'It holds no text.');
}
