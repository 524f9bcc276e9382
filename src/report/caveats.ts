import type { Catalogue } from '../catalogue/catalogue.ts';
import { counted } from './counted.ts';

/** What a reader must know before relying on a report, most important first, one or two sentences each. */
export function reportCaveats(catalogue: Catalogue): readonly string[] {
  const unsure = catalogue.items.filter((item) => item.confidence !== 'high').length;
  return [
    ...catalogue.caveats,
    'What each item asks is put in our own words; the official wording stands in the Toolkit itself.',
    ...(unsure > 0
      ? [
          `We are less sure of the wording or mark of ${counted(unsure, 'item')} of ${catalogue.items.length}; each is marked.`,
        ]
      : []),
    'How old a proof may be, and how much work an item takes, is our judgement unless its source is named. NHS England has not confirmed it.',
    'This is advice from reading documents, not a verdict: it sees what is written, not what is done. Only your own published assessment counts.',
  ];
}

/** The same in one short line, for a terminal. */
export function shortCaveat(catalogue: Catalogue): string {
  const later = catalogue.laterInForce;
  const inForce =
    later === undefined
      ? ''
      : `Version ${versionOf(later)} is in force and not known here; this is ${catalogue.edition}. `;
  return `${inForce}Wording and thresholds are ours: check against the Toolkit. Advice, not a verdict.`;
}

/** The number of an edition, as pages say it: `v9` is version 9. */
export function versionOf({ edition }: Pick<Catalogue, 'edition'>): string {
  return edition.replace(/^v/, '');
}
