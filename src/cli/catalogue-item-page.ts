import { type Catalogue, CERTIFICATE_NAMES, type Condition, type EvidenceItem } from '../catalogue/catalogue.ts';
import { dayInWords, periodInWords } from '../record/day.ts';
import { counted, hoursInWords } from '../report/counted.ts';
import { neutralised } from '../report/neutralised.ts';
import { bullets, caveatsOf } from './catalogue-pages.ts';
import { padded } from './terminal/display-text.ts';
import { heading, paragraph, type Sheet } from './terminal/sheet.ts';

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
    const work = `${hoursInWords(rule.effortHours)} of work, ${counted(rule.leadTimeDays, 'day')} of waiting, risk ${rule.risk}, for ${rule.function.replaceAll('-', ' ')}`;
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

function markInWords(item: EvidenceItem): string {
  return item.mandatory === null ? 'whether mandatory is not known' : item.mandatory ? 'mandatory' : 'optional';
}

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
function conditionInWords(condition: Condition): string {
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
