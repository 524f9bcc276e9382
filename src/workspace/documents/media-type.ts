import { extensionOf, type Sniffed, sniffFormat } from '../../reading/formats/sniff-format.ts';
import { DEFAULT_LIMITS } from '../../reading/limits.ts';
import type { Format } from '../../record/document.ts';

/** Bytes of a file's beginning that tell what it is. */
export const HEAD_BYTES = 4_100;

const OF_FORMAT: Readonly<Record<Exclude<Sniffed, 'image'>, string>> = {
  markdown: 'text/markdown',
  text: 'text/plain',
  code: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  eml: 'message/rfc822',
  zip: 'application/zip',
};

/** What a name's ending promises. Endings of text promise only that it is text. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  docx: [OF_FORMAT.docx],
  xlsx: [OF_FORMAT.xlsx],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  doc: ['application/x-cfb', 'application/msword'],
  xls: ['application/x-cfb', 'application/vnd.ms-excel'],
  ppt: ['application/x-cfb'],
  msg: ['application/x-cfb'],
  png: ['image/png', 'image/apng'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  bmp: ['image/bmp'],
  heic: ['image/heic', 'image/heif'],
  zip: ['application/zip'],
  ...Object.fromEntries(
    ['md', 'markdown', 'txt', 'csv', 'tsv', 'log', 'html', 'htm', 'eml', 'json', 'yaml', 'yml', 'xml'].map((ending) => [
      ending,
      ['text/', 'message/rfc822', 'application/xml', 'application/json', 'application/rtf'],
    ]),
  ),
};

/** Programs, and what installs them. They prove nothing and endanger whoever opens them. */
const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/x-ms-shortcut',
  'application/x-ft-apple.alias',
  'application/x-deb',
  'application/x-rpm',
  'application/wasm',
]);
const PROGRAM_ENDINGS = /\.(?:exe|scr|msi|msix|bat|cmd|vbs|vbe|jse|wsf|hta|lnk|jar|apk|dmg|pkg|deb|rpm|pif|cpl|dll)$/i;

/** Whether a file is a program, by its first bytes or by a name that an operating system would run it for. */
export async function isProgram(path: string, head: Uint8Array): Promise<boolean> {
  if (PROGRAM_ENDINGS.test(path)) return true;
  const type = await typeByMark(head);
  return type !== undefined && PROGRAMS.has(type.mime);
}

/** The type that a file's first bytes mark it as; text has no mark. */
async function typeByMark(head: Uint8Array): Promise<{ readonly mime: string } | undefined> {
  // Loaded with the first upload, so that the server starts sooner.
  const { fileTypeFromBuffer } = await import('file-type');
  // It throws for files that break off early.
  return fileTypeFromBuffer(head).catch(() => undefined);
}

/** What a file is: as what it was read, when it could be, or else by its first bytes. */
export async function mediaTypeOf(path: string, head: Uint8Array, readAs: Format | undefined): Promise<string> {
  if (readAs !== undefined && readAs !== 'image') return OF_FORMAT[readAs];
  const found = await typeByMark(head);
  if (found !== undefined) return found.mime;
  const text = await sniffFormat(path, head, DEFAULT_LIMITS).catch(() => undefined);
  return text === undefined || text === 'image' ? 'application/octet-stream' : OF_FORMAT[text];
}

/** A sentence when the name's ending promises something else than the bytes are; undefined when they agree or nobody can tell. */
export function nameDisagreement(path: string, mediaType: string): string | undefined {
  const ending = extensionOf(path);
  const promised = PROMISED[ending];
  if (promised === undefined || promised.some((start) => mediaType.startsWith(start))) return undefined;
  return `Its name ends in .${ending}, but it is ${wordsFor(mediaType)}`;
}

const WORDS: readonly (readonly [start: string, words: string])[] = [
  ['application/pdf', 'a PDF'],
  [OF_FORMAT.docx, 'a Word document'],
  [OF_FORMAT.xlsx, 'an Excel workbook'],
  ['application/vnd.openxmlformats-officedocument.presentationml', 'a PowerPoint presentation'],
  ['application/x-cfb', 'a file of an old Office format'],
  ['application/zip', 'a ZIP archive'],
  ['message/rfc822', 'a mail'],
  ['text/html', 'a web page'],
  ['text/csv', 'a table as text'],
  ['text/', 'text'],
  ['image/', 'a picture'],
  ['application/octet-stream', 'something else'],
];

function wordsFor(mediaType: string): string {
  return WORDS.find(([start]) => mediaType.startsWith(start))?.[1] ?? `of the type ${mediaType}`;
}
