import { askedUnder } from '../../catalogue/ask-of.ts';
import type { ForecastStep } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import { changeInWords, changeSentences } from '../../report/change-words.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { PastLine } from '../../workspace/standing/standing.ts';
import { paths } from '../paths.ts';
import type { Column } from '../tables/columns-table.tsx';

/** Items of one day that are shown. */
const SHOWN = 3;

/** Days on which something lapses. */
export function lapseColumns(
  organisation: string,
  { assessment, catalogue }: GapCheck,
): readonly Column<ForecastStep>[] {
  const { mandatory } = assessment.outcome.defensible;
  return [
    { name: 'Day', is: 'day', text: ({ on }) => on, cell: ({ on }) => dayInWords(on) },
    {
      name: 'What changes',
      text: ({ changes }) => changes.map(changeSentences).join('\n'),
      cell: ({ changes }) => (
        <ul className="nhsuk-list">
          {changes.slice(0, SHOWN).map((change) => (
            <li key={change.ref}>
              <a href={paths.item(organisation, change.ref)}>{change.ref}</a> <strong>{changeInWords(change)}</strong>.{' '}
              {neutralised(change.because)} <span className="app-aside">{askedUnder(catalogue, change.ref)}</span>
            </li>
          ))}
          {changes.length > SHOWN && (
            <li>
              and {counted(changes.length - SHOWN, 'more item', 'more items')}; the file below has{' '}
              {changes.length - SHOWN === 1 ? 'it' : 'them'}
            </li>
          )}
        </ul>
      ),
    },
    {
      name: 'Then count',
      is: 'number',
      text: ({ counting }) => String(counting),
      cell: ({ counting }) => `${counting} of ${mandatory}`,
    },
    { name: 'Mandatory', is: 'number', only: 'file', text: () => String(mandatory) },
  ];
}

/** One day of the line: as it was, as it is, or as it will be if nobody acts. */
type LineDay = {
  readonly on: Day;
  readonly when: 'past' | 'today' | 'ahead';
  /** Nobody knows what will be claimed. */
  readonly claimed?: number;
  readonly shown: number;
  readonly mandatory: number;
};

/** The days of the line, as the chart draws them. */
export function lineDays(past: PastLine, { assessment, forecast }: GapCheck): readonly LineDay[] {
  const { claimed, defensible } = assessment.outcome;
  const { mandatory } = defensible;
  return [
    ...past.points.map((point) => ({ ...point, when: 'past' as const, shown: point.defensible })),
    { on: assessment.on, when: 'today', claimed: claimed.counting, shown: defensible.counting, mandatory },
    ...forecast
      .filter(({ changes }) => changes.length > 0)
      .map(({ on, counting }) => ({ on, when: 'ahead' as const, shown: counting, mandatory })),
  ];
}

export const LINE_COLUMNS: readonly Column<LineDay>[] = [
  {
    name: 'Day',
    is: 'day',
    text: ({ on }) => on,
    cell: ({ on, when }) =>
      when === 'today' ? (
        <strong>Today, {dayInWords(on)}</strong>
      ) : (
        `${dayInWords(on)}${when === 'ahead' ? ', if nobody acts' : ''}`
      ),
  },
  {
    name: 'When',
    only: 'file',
    text: ({ when }) => ({ past: 'As it was', today: 'Today', ahead: 'If nobody acts' })[when],
  },
  {
    name: 'Claimed',
    is: 'number',
    text: ({ claimed }) => (claimed === undefined ? '' : String(claimed)),
    cell: ({ claimed, mandatory }) => (claimed === undefined ? '–' : `${claimed} of ${mandatory}`),
  },
  {
    name: 'Shown',
    is: 'number',
    text: ({ shown }) => String(shown),
    cell: ({ shown, mandatory }) => `${shown} of ${mandatory}`,
  },
  { name: 'Mandatory', is: 'number', only: 'file', text: ({ mandatory }) => String(mandatory) },
];
