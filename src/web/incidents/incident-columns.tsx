import { type Day, dayInBritain, dayInWords, daysBetween } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { incidentClock, spanInWords } from '../../record/incident-clock.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { When } from '../parts/form-parts.tsx';
import { instantShown } from '../record/typed-time.ts';
import type { Column } from '../tables/columns-table.tsx';
import { type Incident, type IncidentData, type Quarter, SEVERITIES, STEPS, severityWords } from './incident-list.ts';
import { incidentPaths } from './incident-paths.ts';

/** What is worth seeing of incidents that are closed. */
export function closedColumns(organisation: string, now: Instant): readonly Column<Incident>[] {
  return [
    {
      name: 'Incident',
      text: ({ data }) => neutralised(data.title),
      cell: ({ id, data }) => <a href={incidentPaths.one(organisation, id)}>{neutralised(data.title)}</a>,
    },
    {
      name: 'Severity',
      text: ({ data }) => [severityWords(data.severity), reported(data, now)].filter((words) => words).join('. '),
      cell: ({ data }) => (
        <div>
          {severityWords(data.severity)}
          <span className="app-because">{reported(data, now)}</span>
        </div>
      ),
    },
    {
      name: 'Found',
      is: 'day',
      text: ({ data }) => dayInBritain(data.foundAt),
      cell: ({ data }) => <When at={data.foundAt} />,
    },
    {
      name: 'Closed',
      is: 'day',
      text: ({ data }) => data.closedOn ?? '',
      cell: ({ data }) => data.closedOn && dayInWords(data.closedOn),
    },
    {
      name: 'Learnt',
      text: ({ data }) => neutralised(data.lessons ?? ''),
      cell: ({ data }) => (data.lessons ? 'Written down' : 'Nothing written'),
    },
  ];
}

function reported(data: IncidentData, now: Instant): string | undefined {
  const clock = incidentClock(data, now);
  return clock.state === 'told' ? (clock.late ? 'Reported late' : 'Reported in time') : undefined;
}

/** Counts by quarter, of those severities that occur. */
export function quarterColumns(quarters: readonly Quarter[]): readonly Column<Quarter>[] {
  return [
    { name: 'Quarter', text: ({ from }) => `${monthsOf(from)} ${from.slice(0, 4)}` },
    ...SEVERITIES.filter((severity) => quarters.some(({ counts }) => counts[severity] > 0)).map(
      (severity): Column<Quarter> => ({
        name: severityWords(severity),
        is: 'number',
        text: ({ counts }) => String(counts[severity]),
      }),
    ),
    { name: 'All', is: 'number', text: ({ all }) => String(all) },
  ];
}

const MONTHS = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'];

/** The months of a quarter, by its first day. */
export function monthsOf(from: Day): string {
  return MONTHS[Math.floor((Number(from.slice(5, 7)) - 1) / 3)] ?? '';
}

/** Something that happened to an incident. Of what is kept by the day no more is told than days. */
type Happened = { readonly what: string; readonly on: Day; readonly at?: Instant; readonly after: string };

/** What happened to an incident, in order. */
export function timeline(data: IncidentData): readonly Happened[] {
  const { foundAt, happenedOn } = data;
  const found = dayInBritain(foundAt);
  const steps = STEPS.flatMap(({ field, done }): Happened[] => {
    const at = data[field];
    if (at === undefined) return [];
    if (field !== 'reportedAt') return [{ what: done, on: at, after: daysAfter(daysBetween(found, at)) }];
    return [{ what: done, on: dayInBritain(at), at, after: spanInWords(Date.parse(at) - Date.parse(foundAt)) }];
  }).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const before: readonly Happened[] =
    happenedOn === undefined
      ? []
      : [{ what: 'Happened', on: happenedOn, after: daysAfter(daysBetween(found, happenedOn)) }];
  return [...before, { what: 'Found', on: found, at: foundAt, after: 'The hours begin' }, ...steps];
}

function daysAfter(days: number): string {
  if (days === 0) return 'The same day';
  return days > 0 ? counted(days, 'day') : `${counted(-days, 'day')} before`;
}

export const TIMELINE_COLUMNS: readonly Column<Happened>[] = [
  { name: 'What', text: ({ what }) => what },
  {
    name: 'When',
    text: ({ on, at }) => (at === undefined ? dayInWords(on) : instantShown(at)),
    cell: ({ on, at }) => (at === undefined ? dayInWords(on) : <When at={at} />),
  },
  { name: 'After it was found', text: ({ after }) => after },
];
