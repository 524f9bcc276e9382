import { csvOf } from '../../exchange/csv.ts';
import type { ItemAssessment } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import type { Holdings } from '../../record/holdings.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { titleIn } from '../record/field-words.ts';
import { ownersOf } from './items-asked.ts';

/** Evidence items as CSV: what each asks, how it stands, why, and who looks after it. */
export function itemsCsv({ assessment }: GapCheck, holdings: Holdings, items: readonly ItemAssessment[]): string {
  const owners = ownersOf(holdings);
  const missing = new Set(assessment.outcome.claimed.missing);
  return csvOf(
    [
      'Item',
      'What it asks',
      'Standing',
      'Until',
      'Mandatory',
      'Claimed',
      'Defensible',
      'Why',
      'Whose work',
      'Looked after by',
    ],
    items.map(({ item, standing, reasons, until }) => {
      const owner = owners.get(item.ref);
      return [
        item.ref,
        item.rule?.ask ?? item.requirement,
        STANDING_WORDS[standing].label,
        until ?? '',
        item.mandatory === null ? 'Not known' : yesNo(item.mandatory),
        item.mandatory === true ? yesNo(!missing.has(item.ref)) : '',
        yesNo(DEFENSIBLE.has(standing)),
        reasons.join(' '),
        item.rule ? FUNCTION_WORDS[item.rule.function] : '',
        owner === undefined ? '' : titleIn(holdings, 'person', owner),
      ];
    }),
  );
}

function yesNo(value: boolean): string {
  return value ? 'Yes' : 'No';
}
