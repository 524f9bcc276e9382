import type { Defect } from '../../record/document.ts';
import { ONES } from '../../record/number-words.ts';
import type { DefectPlace } from './defect-rule.ts';

const NUMBER_WORDS: readonly string[] = [...ONES, 'twenty'];
/** A whole number in figures or words, as one capture group. */
export const NUMBER = `(\\d{1,4}|${NUMBER_WORDS.join('|')})`;

/** A number in figures or words up to twenty. */
export function asNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = NUMBER_WORDS.indexOf(text.toLowerCase());
  return at < 0 ? undefined : at;
}

/** A cell that is a whole number. */
export function numberIn(text: string): number | undefined {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** A number with money signs and separators; undefined for anything else. */
export function wholeNumber(text: string): number | undefined {
  const clean = text.replace(/[£$€,\s*]/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : undefined;
}

/** "3 (Possible)" is 3, and so is "3 - Possible". */
export function leadingNumber(text: string): number | undefined {
  const found = /^(\d{1,3})(?:\s*[-–(].*)?$/.exec(text.trim())?.[1] ?? /\((\d{1,3})\)$/.exec(text.trim())?.[1];
  return found === undefined ? undefined : Number(found);
}

export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Rounding to the decimals shown is right, up or down by one in the last place. */
export function agrees(part: number, whole: number, percent: string): boolean {
  const decimals = percent.split('.')[1]?.length ?? 0;
  return Math.abs((part / whole) * 100 - Number(percent)) <= 10 ** -decimals * 0.999;
}

/** A figure that its own parts contradict. */
export function wrongFigure(message: string, places: readonly DefectPlace[], subject: string): Defect {
  return {
    code: 'wrong-total',
    severity: 'medium',
    message,
    next: 'Count again and correct whichever figure is wrong.',
    places,
    subject,
    effect: 'doubt',
  };
}
