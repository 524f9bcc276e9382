import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Column } from '../tables/columns-table.tsx';
import type { ActivityRow, ActivityState } from './activity-list.ts';

export const STATE_TITLES: Readonly<Record<ActivityState, string>> = {
  overdue: 'Overdue',
  never: 'Never done',
  due: 'In date',
  'no-interval': 'No interval known',
};

/** What a file tells of each kind of activity: what the page says of it in a block. */
export const ACTIVITY_COLUMNS: readonly Column<ActivityRow>[] = [
  { name: 'Activity', text: ({ template }) => template.name },
  { name: 'State', text: ({ state }) => STATE_TITLES[state] },
  {
    name: 'Last done',
    is: 'day',
    text: ({ done, told }) => [done[0]?.data.doneOn ?? '', told?.on ?? ''].sort().at(-1) ?? '',
  },
  { name: 'As a document says', text: ({ told }) => neutralised(told?.path ?? '') },
  { name: 'Due again', is: 'day', text: ({ due }) => due ?? '' },
  { name: 'Planned for', is: 'day', text: ({ planned }) => planned[0]?.data.doneOn ?? '' },
  { name: 'Needed for', text: ({ demands }) => demands.map(({ assessed }) => assessed.item.ref).join('; ') },
  { name: 'Helps with', text: ({ helps }) => helps.join('; ') },
  { name: 'Who', text: ({ template }) => FUNCTION_WORDS[template.function] },
  { name: 'How long', text: ({ template }) => template.takes },
];
