import { dayAfter, dayInWords } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import type { Severity } from '../../record/finding.ts';
import { anyOf } from '../profile/any-of.ts';
import { type Passage, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';
import { SUPPORT_ENDS, type SupportEnd } from './out-of-support.ts';
import { OUTDATED_STANDARDS, type OutdatedStandard, type Sureness } from './outdated-standards.ts';
import { cellText, type ReadRow } from './read-table.ts';
import { isSaidAsPast } from './said-as-past.ts';
import { sentenceAt } from './sentences.ts';

const SEVERITY: Readonly<Record<Sureness, Severity>> = { high: 'medium', medium: 'low', low: 'low' };
const CAUTION: Readonly<Record<Sureness, string>> = {
  high: '',
  medium: ' (as far as we know)',
  low: ' (please check)',
};

/** Withdrawn laws, standards, bodies and protocols named as current on the judgement day (fact types, D10 and part 4). */
export const outdatedStandard: DefectRule = (examined) => {
  const standards = OUTDATED_STANDARDS.filter(({ since }) => since <= examined.on);
  return mentions(examined, standards, (standard, sentence) => {
    if (standard.except?.test(sentence) === true) return false;
    return standard.exceptInDocument === undefined || !standard.exceptInDocument.test(examined.lower);
  }).map(
    ({ about, places }): Defect => ({
      code: 'outdated-standard',
      severity: SEVERITY[about.sure],
      message: `It names ${about.name} as current; since ${dayInWords(about.since)}${CAUTION[about.sure]} that is ${about.now}.`,
      next: `Bring the passage up to date: ${about.now}.`,
      places,
      subject: about.name,
      since: about.since,
      effect: about.sure === 'low' ? 'note' : 'doubt',
    }),
  );
};

/** Products used as current past their maker's support (part 4). A row that is retired or has paid cover is left alone. */
export const unsupportedAsset: DefectRule = (examined) => {
  // A paper about what is out of support names it because it is.
  if (
    /\b(?:unsupported|out[- ]of[- ]support|end[- ]of[- ](?:life|support)|legacy|obsolete|old)\b/i.test(
      examined.profile.title,
    )
  )
    return [];
  const ended = SUPPORT_ENDS.filter(({ until }) => until < examined.on);
  return mentions(
    examined,
    ended,
    (product, sentence, passage) =>
      product.except?.test(sentence) !== true && !COVERED.test(sentence) && !EXTENDED.test(passage),
  ).map(
    ({ about, places }): Defect => ({
      code: 'unsupported-asset',
      severity: about.sure === 'high' ? 'high' : 'medium',
      message: `${about.name} is in use past its support, which ended on ${dayInWords(about.until)}${CAUTION[about.sure]}.`,
      next: 'Upgrade or replace it, or record the accepted risk with an end date or a paid support contract.',
      places,
      subject: about.name,
      since: dayAfter(about.until, 'P1D'),
      effect: about.sure === 'low' ? 'note' : 'doubt',
    }),
  );
};

const COVERED =
  /\b(?:retired|decommissioned|disposed|destroyed|wiped|scrapped|in storage|spare|awaiting disposal|returned|extended (?:security|support)|paid (?:support|cover|extended)|ESU|ESM|LTSC|risk accepted|accepted risk|isolated|air[- ]gapped|or (?:later|newer|above|higher|greater)|and (?:later|newer|above|up)|minimum|at least|\d\+|tested on|compatible)\b|\d\+/i;

/** Paid fixes told in the sentence after the product's name. */
const EXTENDED =
  /\b(?:extended (?:security|support)|expanded security|ESM|ESU|Ubuntu Pro|paid support|support contract|still (?:gets|get|receives?) (?:\w+ )?(?:fixes|updates|patches))\b/i;

/** Longer hints first, so that one hint never hides another that begins with it. */
const ANY_HINT = anyOf(
  [...OUTDATED_STANDARDS, ...SUPPORT_ENDS].flatMap(({ hints }) => hints).sort((a, b) => b.length - a.length),
);

const hintsByDocument = new WeakMap<Examined, ReadonlySet<string>>();

/** Hints that stand in a document, found in one pass and kept for the second of the two rules. */
function hintsIn(examined: Examined): ReadonlySet<string> {
  let hints = hintsByDocument.get(examined);
  if (hints === undefined) {
    const split = [...splitVersions(examined)].map(({ text }) => text.toLowerCase());
    hints = new Set(`${examined.lower}\n${split.join('\n')}`.match(ANY_HINT));
    hintsByDocument.set(examined, hints);
  }
  return hints;
}

type Mention<About> = { readonly about: About; readonly places: readonly DefectPlace[] };

/** Every mention of the listed things that the text does not itself call past or forbidden, grouped by the thing. */
function mentions<About extends OutdatedStandard | SupportEnd>(
  examined: Examined,
  list: readonly About[],
  counts: (about: About, sentence: string, passage: string) => boolean,
): Mention<About>[] {
  const found = new Map<About, DefectPlace[]>();
  const present = hintsIn(examined);
  const possible = list.filter(({ hints }) => hints.some((hint) => present.has(hint)));
  if (possible.length === 0) return [];
  const hint = anyOf(possible.flatMap(({ hints }) => hints).sort((a, b) => b.length - a.length));
  for (const passage of examined.passages) {
    const lower = passage.text.toLowerCase();
    if (lower.search(hint) < 0) continue;
    const claimed: string[] = [];
    for (const about of possible) {
      if (!about.hints.some((hint) => lower.includes(hint))) continue;
      const match = about.seen.exec(passage.text);
      if (match === null || claimed.some((words) => words.includes(match[0]))) continue;
      if (isUnchosen(passage, match.index)) continue;
      if (
        !counts(about, surroundings(examined, passage, match.index), passage.text) ||
        isSaidAsPast(examined, passage, match.index)
      )
        continue;
      claimed.push(match[0]);
      const spot = place(whereAt(passage, match.index), passage.text);
      const places = found.get(about);
      if (places === undefined) found.set(about, [spot]);
      else if (!places.some((other) => other.line === spot.line && other.cell === spot.cell)) places.push(spot);
    }
  }
  for (const { text, row } of splitVersions(examined)) {
    const about = possible.find(({ seen }) => seen.test(text));
    if (about === undefined || !counts(about, row.text, row.text) || PAST_ROW.test(row.text)) continue;
    const places = found.get(about) ?? [];
    if (places.some(({ line, cell }) => line === row.where.line && (line !== undefined || cell === row.where.cell)))
      continue;
    found.set(about, [...places, place(row.where, row.text)]);
  }
  return [...found].map(([about, places]) => ({ about, places }));
}

const BOX = /[☐□☑☒✅✓✔]|\[[ xX]?\]/gu;

/** An option nobody chose: one of several boxes in a line, and empty. A single empty box is a point of a checklist. */
function isUnchosen({ text }: Passage, index: number): boolean {
  const boxes = [...text.matchAll(BOX)];
  const own = boxes.filter((box) => box.index < index).at(-1)?.[0];
  return boxes.length > 1 && own !== undefined && /[☐□]|\[ ?\]/u.test(own);
}

const PAST_ROW = /\b(?:retired|decommissioned|replaced|removed|upgraded|blocked|disabled|not (?:used|allowed))\b/i;

/** Product and version in two cells of a row, read together: "PostgreSQL" and "12.4". */
function* splitVersions({ tables, control }: Examined): Generator<{ text: string; row: ReadRow }> {
  for (const table of tables) {
    const version = table.column('version');
    if (version < 0 || control.tables.has(table.index)) continue;
    const names = table.columns('product').filter((column) => column !== version);
    for (const row of table.filled) {
      const number = cellText(row, version);
      if (!/\d/.test(number) || number.length > 30) continue;
      for (const column of names) {
        const product = cellText(row, column);
        if (product !== '' && product.length < 40) yield { text: `${product} ${number}`, row };
      }
    }
  }
}

function surroundings(examined: Examined, passage: Passage, index: number): string {
  if (passage.cell === undefined) return sentenceAt(passage.text, index).text;
  return examined.tables[passage.cell.table]?.rows[passage.cell.row]?.text ?? passage.text;
}
