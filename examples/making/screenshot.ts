import { crc32, deflateSync } from 'node:zlib';
import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphOf } from './bitmap-font.ts';

const SCALE = 3;
const MARGIN = 24;
const LINE_GAP = 5;

/** Draws lines of text in black on white, one bit a pixel, as a PNG. It says nothing about when it was taken. */
export function screenshotOf(text: string): Uint8Array {
  const lines = text.replace(/\n$/, '').split('\n');
  const width = Math.max(...lines.map((line) => line.length)) * (GLYPH_WIDTH + 1) * SCALE + 2 * MARGIN;
  const height = lines.length * (GLYPH_HEIGHT + LINE_GAP) * SCALE + 2 * MARGIN;
  const ink = (x: number, y: number): boolean => {
    const column = Math.floor((x - MARGIN) / SCALE);
    const row = Math.floor((y - MARGIN) / SCALE);
    if (x < MARGIN || y < MARGIN) return false;
    const letter = lines[Math.floor(row / (GLYPH_HEIGHT + LINE_GAP))]?.[Math.floor(column / (GLYPH_WIDTH + 1))];
    return (
      letter !== undefined && glyphOf(letter)[row % (GLYPH_HEIGHT + LINE_GAP)]?.[column % (GLYPH_WIDTH + 1)] === '#'
    );
  };
  return pngOf(width, height, ink);
}

/** A PNG of one bit a pixel: signature, header, image data, end. */
function pngOf(width: number, height: number, ink: (x: number, y: number) => boolean): Uint8Array {
  const rowBytes = Math.ceil(width / 8);
  const pixels = Buffer.alloc(height * (rowBytes + 1), 0xff);
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    pixels[start] = 0;
    for (let x = 0; x < width; x++) {
      const at = start + 1 + (x >> 3);
      if (ink(x, y)) pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(pixels, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
