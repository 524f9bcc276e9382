import { styleText } from 'node:util';
import type { Severity } from '../../record/finding.ts';

export type Style = 'strong' | 'faint' | 'good' | 'settled' | 'doubtful' | 'bad' | 'open' | 'link';

const STYLES = {
  strong: 'bold',
  faint: 'dim',
  good: 'green',
  settled: 'cyan',
  doubtful: 'yellow',
  bad: 'red',
  open: 'dim',
  link: 'underline',
} as const;

/** Puts a style on text; without colour the text stays as it is. */
export type Paint = (style: Style, text: string) => string;

export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(STYLES[style], text, { validateStream: false }) : text);
}

export const STYLE_OF_SEVERITY: Readonly<Record<Severity, Style>> = { high: 'bad', medium: 'doubtful', low: 'settled' };
