import type { Catalogue, CertificateKind, Condition, EvidenceItem } from '../catalogue/catalogue.ts';
import type { EditionComparison, ItemDifference } from '../catalogue/compare-editions.ts';
import type { CategoryDecision } from '../catalogue/decide-category.ts';
import { deadlineInWords, type Edition } from '../catalogue/edition.ts';
import { dayInWords, periodInWords } from '../record/day.ts';
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

/** One item with everything known about it. */
export function itemPage(sheet: Sheet, catalogue: Catalogue, item: EvidenceItem): readonly string[] {
  const { rule } = item;
  const assertion = catalogue.standards
    .flatMap((standard) => standard.assertions)
    .find((one) => one.id === item.assertion);
  const lines = [
    `${sheet.paint('strong', item.ref)}  ${markInWords(item)}  ${sheet.paint('faint', `${catalogue.edition} (${catalogue.years}), category ${catalogue.category}`)}`,
    ...paragraph(sheet, neutralised(`${item.assertion} ${assertion?.title ?? ''}`), { style: 'faint' }),
    '',
    ...paragraph(sheet, neutralised(item.requirement)),
  ];
  if (item.official) {
    lines.push(...heading(sheet, 'Official wording'), ...paragraph(sheet, neutralised(item.official.text)));
    if (item.official.tooltip)
      lines.push('', ...paragraph(sheet, neutralised(item.official.tooltip), { style: 'faint' }));
  }
  lines.push(...heading(sheet, 'At a glance'), ...factLines(sheet, item));
  if (rule) {
    lines.push(
      ...heading(sheet, 'In plain words'),
      ...paragraph(sheet, rule.ask),
      '',
      ...paragraph(sheet, rule.why),
      '',
    );
    lines.push(...paragraph(sheet, rule.firstStep, { first: 'First step: ' }));
    const work = `${hours(rule.effortHours)} of work, ${days(rule.leadTimeDays)} of waiting, risk ${rule.risk}, for ${rule.function.replaceAll('-', ' ')}`;
    lines.push(...paragraph(sheet, work, { first: 'Takes:      ' }));
    lines.push(...heading(sheet, 'What proves it', rule.proofs.length > 1 ? 'any one of these' : ''));
    rule.proofs.forEach((proof, i) => {
      if (i > 0) lines.push('');
      proof.forEach((condition, j) => {
        lines.push(
          ...paragraph(sheet, conditionInWords(condition), {
            first: j === 0 ? `${i + 1}. ` : '   and ',
            indent: j === 0 ? 3 : 7,
          }),
        );
      });
    });
    lines.push(...heading(sheet, 'What makes a yes untrue'), ...bullets(sheet, rule.breaksWhen));
    lines.push(
      ...heading(sheet, 'Not to be mistaken for it'),
      ...bullets(
        sheet,
        rule.notThis.map(({ what, ref }) => `${what}: that is ${ref}`),
      ),
    );
  } else {
    lines.push(
      '',
      ...paragraph(sheet, 'There is no reviewed proof rule for this item in this edition and category.', {
        style: 'doubtful',
      }),
    );
  }
  if (item.typicalEvidence.length > 0)
    lines.push(...heading(sheet, 'What organisations usually show'), ...bullets(sheet, item.typicalEvidence));
  lines.push(...heading(sheet, 'Where this comes from'), ...sourceLines(sheet, item));
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

function markInWords(item: EvidenceItem): string {
  return item.mandatory === null ? 'whether mandatory is not known' : item.mandatory ? 'mandatory' : 'optional';
}

const CERTIFICATE_NAMES: Readonly<Record<CertificateKind, string>> = {
  'cyber-essentials-plus': 'Cyber Essentials Plus',
  'iso-27001': 'ISO 27001',
  nhsmail: 'NHSmail',
  psn: 'PSN (local authorities)',
};

function factLines(sheet: Sheet, item: EvidenceItem): readonly string[] {
  const exempt = item.exemptBy.map((certificate) => CERTIFICATE_NAMES[certificate]).join(', ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [
      'Answered by',
      item.answerType === null
        ? 'not known'
        : `${item.answerType.replace('_', '/')}${item.answerConfidence && item.answerConfidence !== 'high' ? ` (${item.answerConfidence} confidence)` : ''}`,
    ],
    [
      'Approaching',
      item.approaching === null
        ? 'not known'
        : item.approaching
          ? 'needed for Approaching Standards too'
          : 'not needed for Approaching Standards',
    ],
    [
      'Exempt by',
      item.exemptionsKnown === false ? 'not collected for this edition' : exempt || 'no certificate we know of',
    ],
    ['Not applicable', item.notApplicableRoute],
    [
      'Editions',
      item.editions
        ? Object.entries(item.editions)
            .map(([edition, status]) => `${edition} ${status}`)
            .join(', ')
        : undefined,
    ],
    ['Changed', item.change?.what],
    [
      'Beware',
      item.differsIn ? `in category ${item.differsIn.join(' and ')} this number is another question` : undefined,
    ],
    ['Note', item.notes],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : paragraph(sheet, neutralised(value), { first: padded(name, 16) }),
  );
}

function sourceLines(sheet: Sheet, item: EvidenceItem): readonly string[] {
  return [
    ...paragraph(sheet, `Confidence: ${item.confidence}.`, item.confidence === 'high' ? {} : { style: 'doubtful' }),
    ...item.sources.flatMap((source) => [
      ...paragraph(sheet, neutralised(source.gives ?? source.url), { first: '- ' }),
      ...paragraph(sheet, neutralised(`${source.url}, read ${dayInWords(source.readOn)}`), {
        first: '  ',
        style: 'faint',
      }),
    ]),
    ...(item.rule ? paragraph(sheet, item.rule.basis, { first: 'Proof rule: ', indent: 2 }) : []),
  ];
}

/** A condition of a proof as a person would say it. */
export function conditionInWords(condition: Condition): string {
  switch (condition.is) {
    case 'fact':
      return `the fact "${condition.fact.replaceAll('-', ' ')}" is filled in`;
    case 'document': {
      const { kinds, about, within, approved, names } = condition;
      const naming = names.length > 0 ? `, which names: ${names.join('; ')}` : '';
      return `${kinds.join(' or ')} about ${about}${within ? `, dated within ${periodInWords(within)}` : ''}${approved ? ', approved' : ''}${naming}`;
    }
    case 'register':
      return `register of ${condition.register.replaceAll('-', ' ')}: ${condition.condition}${condition.within ? `; reviewed within ${periodInWords(condition.within)}` : ''}`;
    case 'activity':
      return `${condition.activity.replaceAll('-', ' ')} ${condition.outcome === 'success' ? 'succeeded' : 'recorded'} within ${periodInWords(condition.within)}`;
    case 'measure':
      return `${condition.measure.replaceAll('-', ' ')} of at least ${Math.round(condition.atLeast * 100)}% of ${condition.of}${condition.within ? `, within ${periodInWords(condition.within)}` : ''}`;
    case 'certificate':
      return `valid ${CERTIFICATE_NAMES[condition.certificate]} certificate covering ${condition.scope} (probably exempt)`;
    case 'attested':
      return `statement by the ${condition.by}${condition.within ? `, dated within ${periodInWords(condition.within)}` : ''} (stated, not shown)`;
    default:
      return condition satisfies never;
  }
}

function caveatsOf(sheet: Sheet, catalogue: Catalogue): readonly string[] {
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

function hours(count: number): string {
  return count < 1 ? `${Math.round(count * 60)} minutes` : `${count} hour${count === 1 ? '' : 's'}`;
}

function days(count: number): string {
  return `${count} day${count === 1 ? '' : 's'}`;
}
