import type { Catalogue, EvidenceItem } from '../catalogue/catalogue.ts';
import type { EditionComparison, ItemDifference } from '../catalogue/compare-editions.ts';
import type { CategoryDecision } from '../catalogue/decide-category.ts';
import { deadlineInWords, type Edition } from '../catalogue/edition.ts';
import { dayInWords } from '../record/day.ts';
import { neutralised } from '../report/neutralised.ts';
import { fitted, padded } from './terminal/display-text.ts';
import { heading, paragraph, type Sheet } from './terminal/sheet.ts';

/** One line an item under its assertion, with what a user must know about the edition first. */
export function listPage(
  sheet: Sheet,
  catalogue: Catalogue,
  { mandatoryOnly }: { readonly mandatoryOnly: boolean },
): readonly string[] {
  const items = catalogue.items.filter((item) => !mandatoryOnly || item.mandatory);
  const lines = [...titleOf(sheet, catalogue), ...paragraph(sheet, countsOf(catalogue))];
  for (const standard of catalogue.standards) {
    const own = items.filter((item) => item.standard === standard.id);
    if (own.length === 0) continue;
    lines.push(...heading(sheet, `${standard.id}  ${neutralised(standard.title)}`, `${own.length}`));
    lines.push(...own.map((item) => itemLine(sheet, item)));
  }
  const legend = '● mandatory, ○ optional, ? not known;';
  lines.push(
    '',
    ...paragraph(sheet, `${legend} (medium) and (low) say how sure we are of an entry.`, { style: 'faint' }),
  );
  return [...lines, ...caveatsOf(sheet, catalogue)];
}

const DIFFERENCE_HEADINGS: readonly (readonly [ItemDifference['kind'], string])[] = [
  ['added', 'New'],
  ['removed', 'Gone'],
  ['became-mandatory', 'Mandatory now'],
  ['became-optional', 'Optional now'],
  ['mark-not-known', 'Mark known in one edition only'],
  ['changed-meaning', 'Another question now'],
  ['perhaps-changed-meaning', 'Perhaps another question: compare the words'],
  ['reworded', 'Reworded'],
  ['guidance-changed', 'Guidance changed'],
];

export function comparisonPage(sheet: Sheet, comparison: EditionComparison, after: Catalogue): readonly string[] {
  const { from, to, differences, unchanged } = comparison;
  const title = `${from.edition} (${from.years}) to ${to.edition} (${to.years}), category ${after.category}`;
  const how = comparison.wordingFrom === 'remarks' ? 'our reviewed notes' : 'comparing the words';
  const lines = [
    sheet.paint('strong', title),
    ...paragraph(
      sheet,
      `${unchanged.length} items are unchanged as far as we know. Changes of wording come from ${how}.`,
    ),
    ...differenceLines(sheet, differences),
  ];
  return [...lines, ...caveatsOf(sheet, after)];
}

/** Differences under a heading a kind, most telling first. */
export function differenceLines(sheet: Sheet, differences: readonly ItemDifference[]): readonly string[] {
  return DIFFERENCE_HEADINGS.flatMap(([kind, title]) => {
    const own = differences.filter((difference) => difference.kind === kind);
    if (own.length === 0) return [];
    return [
      ...heading(sheet, title, `${own.length}`),
      ...own.flatMap(({ ref, why }) => paragraph(sheet, neutralised(why), { first: padded(ref, 8) })),
    ];
  });
}

export function categoryPage(
  sheet: Sheet,
  decision: CategoryDecision,
  editions: readonly Edition[],
): readonly string[] {
  const headline = {
    decided: `Category ${decision.category}`,
    'not-assessed-here': 'Not assessed here: the CAF-aligned Toolkit',
    'cannot-say-yet': 'Cannot say yet',
  }[decision.outcome];
  const lines = [
    sheet.paint('strong', headline) + sureness(sheet, decision.confidence),
    '',
    ...decision.reasons.flatMap((reason) => paragraph(sheet, reason)),
  ];
  if (decision.missing.length > 0) {
    lines.push(...heading(sheet, 'What is missing'));
    for (const { fact, ask, changes } of decision.missing) {
      const option = fact === 'turnoverGbp' ? 'turnover' : fact;
      lines.push(...paragraph(sheet, `${ask} ${changes}`, { first: padded(`--${option}`, 12) }));
    }
  }
  if (decision.disputes.length > 0)
    lines.push(...heading(sheet, 'Where sources disagree'), ...bullets(sheet, decision.disputes));
  lines.push(...heading(sheet, 'Where this comes from'));
  lines.push(
    ...decision.sources.flatMap((source) => [
      ...paragraph(sheet, source.gives ?? ''),
      ...paragraph(sheet, `${source.url}, read ${dayInWords(source.readOn)}`, { style: 'faint' }),
    ]),
  );
  const caveats = editions.flatMap((edition) => (edition.caveat === null ? [] : [edition.caveat]));
  return [
    ...lines,
    ...note(sheet, [
      ...caveats,
      'The rules are those seen for version 8; a later edition may draw the lines elsewhere.',
    ]),
  ];
}

function titleOf(sheet: Sheet, catalogue: Catalogue): readonly string[] {
  return paragraph(sheet, neutralised(catalogue.title), { style: 'strong' });
}

function countsOf(catalogue: Catalogue): string {
  const { items, officialCounts } = catalogue;
  const mandatory = items.filter((item) => item.mandatory).length;
  const unknown = items.filter((item) => item.mandatory === null).length;
  const published = officialCounts?.mandatory ?? null;
  const said = published === null ? '' : published === mandatory ? ', as published' : `; ${published} are published`;
  const deadline = deadlineInWords({ deadline: catalogue.deadline, deadlineBasis: 'published' });
  const notKnown = unknown > 0 ? ` For ${unknown} it is not known.` : '';
  return `${items.length} evidence items, ${mandatory} mandatory${said}.${notKnown} Deadline: ${deadline}.`;
}

function itemLine(sheet: Sheet, item: EvidenceItem): string {
  const dot = item.mandatory === null ? '?' : item.mandatory ? '●' : '○';
  const sure = item.confidence === 'high' ? '' : ` (${item.confidence})`;
  const words = item.official?.text ?? item.requirement;
  const room = sheet.width - 11 - sure.length;
  return `${sheet.paint(item.mandatory ? 'good' : 'faint', dot)} ${padded(item.ref, 8)} ${fitted(neutralised(words), room)}${sheet.paint('doubtful', sure)}`;
}

export function caveatsOf(sheet: Sheet, catalogue: Catalogue): readonly string[] {
  return note(sheet, catalogue.caveats);
}

/** What the reader must know before relying on the page. */
export function note(sheet: Sheet, sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return [];
  return [...heading(sheet, 'Mind'), ...bullets(sheet, sentences)];
}

export function bullets(sheet: Sheet, sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence) => paragraph(sheet, neutralised(sentence), { first: '- ' }));
}

function sureness(sheet: Sheet, confidence: EvidenceItem['confidence']): string {
  return confidence === 'high' ? '' : sheet.paint('doubtful', `  (${confidence} confidence)`);
}
