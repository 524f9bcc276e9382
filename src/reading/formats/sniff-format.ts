import type { Format } from '../../record/document.ts';
import type { Limits } from '../limits.ts';
import { UnreadableError } from './unreadable-error.ts';
import { openZip } from './zip-archive.ts';

/** What a file is by its contents. `code` is text for machines, such as JSON or Terraform. */
export type Sniffed = Format | 'zip' | 'code';

const TEXT_FORMATS: Readonly<Record<string, Sniffed>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  txt: 'text',
  text: 'text',
  log: 'text',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'eml',
  json: 'code',
  jsonl: 'code',
  yaml: 'code',
  yml: 'code',
  xml: 'code',
  toml: 'code',
  ini: 'code',
  cfg: 'code',
  conf: 'code',
  tf: 'code',
  tfvars: 'code',
  hcl: 'code',
};

const SAVE_AS: Readonly<Record<string, string>> = {
  doc: 'Word’s old format cannot be read. Save it as .docx.',
  xls: 'Excel’s old format cannot be read. Save it as .xlsx.',
  ppt: 'PowerPoint files cannot be read. Save it as PDF.',
  pptx: 'PowerPoint files cannot be read. Save it as PDF.',
  xlsb: 'Excel’s binary format cannot be read. Save it as .xlsx.',
  odt: 'OpenDocument text cannot be read. Save it as .docx or PDF.',
  ods: 'OpenDocument sheets cannot be read. Save it as .xlsx.',
  odp: 'OpenDocument slides cannot be read. Save it as PDF.',
  rtf: 'Rich text cannot be read. Save it as .docx.',
  msg: 'Outlook’s own mail format cannot be read. Save the mail as .eml or PDF.',
  pages: 'Pages files cannot be read. Export it as .docx or PDF.',
  numbers: 'Numbers files cannot be read. Export it as .xlsx.',
  vsdx: 'Visio drawings cannot be read. Save it as PDF.',
  drawio: 'Diagrams cannot be read. Export it as PDF.',
};

/** A file, an empty archive, one part of several. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

export function extensionOf(name: string): string {
  return /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What the bytes are. The name only chooses among kinds of text, which look alike; for the rest the contents decide. Throws
 * `UnreadableError` for what cannot be read, with what to do instead.
 */
export async function sniffFormat(name: string, bytes: Uint8Array, limits: Limits): Promise<Sniffed> {
  if (bytes.length === 0) throw new UnreadableError('empty', 'It is empty.');
  const extension = extensionOf(name);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  // Before PDF: a ZIP that stores a PDF unpacked has that file's mark near its own beginning.
  if (ZIP_STARTS.some((start) => head.startsWith(start))) return sniffZip(bytes, extension, limits);
  if (isPdf(head, extension)) return 'pdf';
  if (head.startsWith('\xD0\xCF\x11\xE0')) throw compoundFile(bytes, extension);
  if (head.startsWith('{\\rtf')) throw new UnreadableError('unsupported', SAVE_AS.rtf ?? '');
  if (isImage(head)) return 'image';
  if (!looksLikeText(bytes)) return sniffOther(bytes, extension);
  const start = head
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
    .slice(0, 1000);
  if (/^(?:<!doctype html|<html[\s>])/i.test(start) || (/^<\?xml/i.test(start) && /<html[\s>]/i.test(start)))
    return 'html';
  const known = TEXT_FORMATS[extension];
  if (known && known !== 'eml') return known;
  if (isMail(start, known === 'eml')) return 'eml';
  if (extension === 'xls' || extension === 'xlsx') return 'csv';
  return 'text';
}

/** The mark may stand behind other bytes, but a text that quotes it is no PDF. */
function isPdf(head: string, extension: string): boolean {
  return head.startsWith('%PDF-') || (TEXT_FORMATS[extension] === undefined && head.slice(0, 1024).includes('%PDF-'));
}

async function sniffZip(bytes: Uint8Array, extension: string, limits: Limits): Promise<Sniffed> {
  const entries = await openZip(bytes, limits, { left: limits.expandedBytes });
  const names = new Set(entries.map((entry) => entry.name));
  const office = names.has('[Content_Types].xml');
  if (office && (names.has('word/document.xml') || hasFolder(names, 'word/'))) return 'docx';
  if (names.has('xl/workbook.bin')) throw new UnreadableError('unsupported', SAVE_AS.xlsb ?? '');
  if (office && (names.has('xl/workbook.xml') || hasFolder(names, 'xl/'))) return 'xlsx';
  if (office && hasFolder(names, 'ppt/')) throw new UnreadableError('unsupported', SAVE_AS.pptx ?? '');
  if (office && hasFolder(names, 'visio/')) throw new UnreadableError('unsupported', SAVE_AS.vsdx ?? '');
  if (names.has('mimetype') && names.has('content.xml')) {
    throw new UnreadableError(
      'unsupported',
      SAVE_AS[extension] ?? 'OpenDocument files cannot be read. Save it as .docx, .xlsx or PDF.',
    );
  }
  if (hasFolder(names, 'Index/') && SAVE_AS[extension]) throw new UnreadableError('unsupported', SAVE_AS[extension]);
  if (extension === 'docx' || extension === 'xlsx' || extension === 'pptx') {
    throw new UnreadableError(
      'broken',
      `It is named .${extension} but lacks the parts such a file has. Save it again in the program that made it.`,
    );
  }
  return 'zip';
}

function hasFolder(names: ReadonlySet<string>, folder: string): boolean {
  for (const name of names) if (name.startsWith(folder)) return true;
  return false;
}

/** Microsoft's compound files: the old Office formats, Outlook mails, and the wrapper around an encrypted new one. */
function compoundFile(bytes: Uint8Array, extension: string): UnreadableError {
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return new UnreadableError('encrypted', 'It is protected by a password. Save it without one and read it again.');
  }
  if (directory.includes(Buffer.from('__properties_version1.0', 'utf16le')))
    return new UnreadableError('unsupported', SAVE_AS.msg ?? '');
  const old = directory.includes(Buffer.from('WordDocument', 'utf16le'))
    ? 'doc'
    : directory.includes(Buffer.from('Workbook', 'utf16le'))
      ? 'xls'
      : extension;
  return new UnreadableError(
    'unsupported',
    SAVE_AS[old] ?? 'Microsoft’s old file formats cannot be read. Save it in the current one.',
  );
}

function isImage(head: string): boolean {
  return (
    head.startsWith('\x89PNG\r\n') ||
    head.startsWith('\xFF\xD8\xFF') ||
    head.startsWith('GIF8') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    head.startsWith('II*\0') ||
    head.startsWith('MM\0*') ||
    /^BM[\s\S]{4}\0\0\0\0/.test(head) ||
    /^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/.test(head)
  );
}

/** Text has next to no control characters; UTF-16 is told by its byte-order mark or by a zero in every other byte. */
function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const length = Math.min(bytes.length, 16_384);
  let control = 0;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  const [even = 0, odd = 0] = zeros;
  const wide = Math.max(even, odd) > length * 0.2 && Math.min(even, odd) < length * 0.03;
  return control + (wide ? 0 : even + odd) <= Math.max(2, length * 0.02);
}

async function sniffOther(bytes: Uint8Array, extension: string): Promise<never> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes.subarray(0, 1 << 20)).catch(() => undefined);
  const named = extension === '' ? 'a file without an ending' : `.${extension}`;
  if (found)
    throw new UnreadableError('unsupported', `It is of a kind that cannot be read (${found.ext}, ${found.mime}).`);
  if (TEXT_FORMATS[extension] || /^(?:pdf|docx|xlsx|png|jpe?g|gif|zip|webp|tiff?)$/.test(extension)) {
    throw new UnreadableError(
      'mislabelled',
      `Its name says ${named}, but its contents are something else that cannot be read.`,
    );
  }
  throw new UnreadableError('unsupported', SAVE_AS[extension] ?? `It is of a kind that cannot be read (${named}).`);
}

function isMail(start: string, named: boolean): boolean {
  const headers = [
    ...start.matchAll(
      /^(From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Content-Type):/gim,
    ),
  ].length;
  const first =
    /^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]{1,40}|Content-Type|DKIM-Signature|ARC-[\w-]{1,40}):/i.test(
      start,
    );
  return first && (named ? headers >= 1 : headers >= 3 && /^(?:MIME-Version|Message-ID|Received):/im.test(start));
}
