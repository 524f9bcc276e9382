import { askOf } from '../../catalogue/ask-of.ts';
import type { Table } from '../../exchange/table-file.ts';
import type { ItemAssessment } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import type { Holdings } from '../../record/holdings.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { titleIn } from '../record/field-words.ts';
import { type Column, tableOf } from '../tables/columns-table.tsx';
import { ownersOf } from './items-asked.ts';

/** Evidence items: what each asks, how it stands, why, and who looks after it. */
export function itemsTable({ assessment }: GapCheck, holdings: Holdings, items: readonly ItemAssessment[]): Table {
  const owners = ownersOf(holdings);
  const missing = new Set(assessment.outcome.claimed.missing);
  const columns: readonly Column<ItemAssessment>[] = [
    { name: 'Item', text: ({ item }) => item.ref },
    { name: 'What it asks', text: ({ item }) => askOf(item) },
    { name: 'Standing', text: ({ standing }) => STANDING_WORDS[standing].label },
    { name: 'Until', is: 'day', text: ({ until }) => until ?? '' },
    { name: 'Mandatory', text: ({ item }) => (item.mandatory === null ? 'Not known' : yesNo(item.mandatory)) },
    { name: 'Claimed', text: ({ item }) => (item.mandatory === true ? yesNo(!missing.has(item.ref)) : '') },
    { name: 'Defensible', text: ({ standing }) => yesNo(DEFENSIBLE.has(standing)) },
    { name: 'Why', text: ({ reasons }) => reasons.join(' ') },
    { name: 'Whose work', text: ({ item }) => (item.rule ? FUNCTION_WORDS[item.rule.function] : '') },
    {
      name: 'Looked after by',
      text: ({ item }) => {
        const owner = owners.get(item.ref);
        return owner === undefined ? '' : titleIn(holdings, 'person', owner);
      },
    },
  ];
  return tableOf(columns, items);
}

function yesNo(value: boolean): string {
  return value ? 'Yes' : 'No';
}
