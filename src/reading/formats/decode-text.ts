import { UnreadableError } from './unreadable-error.ts';

export type DecodedText = {
  /** With `\n` as the only line end and no byte-order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes that mean nothing in the encoding; each stands in the text as U+FFFD. */
  readonly badBytes: number;
};

const SAMPLE = 16 * 1024;

/**
 * Text from bytes of unknown encoding: byte-order mark, then UTF-16 by the pattern of its zero bytes, then strict UTF-8, then
 * Windows-1252. A file that is UTF-8 but for a few bytes stays UTF-8 and says how many were bad.
 * Throws `UnreadableError` ("mislabelled") for bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) {
    const text = new TextDecoder(marked).decode(bytes);
    return { text: normaliseLineEnds(text), encoding: marked, badBytes: marked === 'utf-8' ? countBad(text) : 0 };
  }
  if (looksBinary(bytes)) {
    throw new UnreadableError('mislabelled', 'It has a text name but its contents are not text.');
  }
  try {
    return {
      text: normaliseLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      encoding: 'utf-8',
      badBytes: 0,
    };
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const bad = countBad(lenient);
    // In UTF-8 most bytes above 127 belong to valid sequences; in Windows-1252 nearly none do.
    if (multibyteCharacters(lenient) - bad > bad)
      return { text: normaliseLineEnds(lenient), encoding: 'utf-8', badBytes: bad };
    return {
      text: normaliseLineEnds(new TextDecoder('windows-1252').decode(bytes)),
      encoding: 'windows-1252',
      badBytes: 0,
    };
  }
}

function byMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function byZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let control = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control > Math.max(2, length * 0.02);
}

function countBad(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

function multibyteCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) count++;
  return count;
}

function normaliseLineEnds(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
