import { toString as drawn } from 'qrcode';

/** A text as a QR code, in SVG. */
export function qrSvg(text: string): Promise<string> {
  return drawn(text, { type: 'svg', margin: 2 });
}
