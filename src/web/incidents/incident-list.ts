import type { Day } from '../../record/day.ts';
import { dayAfter, dayInBritain } from '../../record/day.ts';
import { type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import {
  awaitsReport,
  type IncidentClock,
  incidentClock,
  isOpen,
  mayHaveToBeReported,
} from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';
import { type DataOf, type Entity, fieldsOf } from '../../record/kinds/kind.ts';
import { type ListAsked, narrowed } from '../registers/narrowed-list.ts';

export type IncidentData = DataOf<typeof incident>;
export type Incident = Entity<IncidentData>;

/** What an address can keep the list to. */
export const SHOWN = { '': 'Open and closed', open: 'Open', closed: 'Closed' } as const;
export type Shown = keyof typeof SHOWN;

export function shownAsked(text: string): Shown {
  return text === 'open' || text === 'closed' ? text : '';
}

/** Open ones first, and of these the ones whose hours are being counted, the longest known first; the rest newest first. */
export function incidentList(holdings: Holdings, asked: ListAsked, shown: Shown, now: Instant): readonly Incident[] {
  const place = ({ data }: Incident) => {
    if (!isOpen(data)) return 2;
    return isCounted(incidentClock(data, now)) ? 0 : 1;
  };
  const wanted = new Set(narrowed(incident, holdings, asked).map(({ entity }) => entity.id));
  return listOf(holdings, incident)
    .filter(({ id, data }) => wanted.has(id) && (shown === '' || (shown === 'open') === isOpen(data)))
    .map((one) => ({ one, place: place(one) }))
    .sort((a, b) => {
      const order = a.one.data.foundAt < b.one.data.foundAt ? -1 : a.one.data.foundAt > b.one.data.foundAt ? 1 : 0;
      return a.place - b.place || (a.place === 0 ? order : -order);
    })
    .map(({ one }) => one);
}

export function isCounted({ state }: IncidentClock): boolean {
  return state === 'running' || state === 'over';
}

/** Something that is recorded with one press, as happening now. */
export const STEPS = [
  { step: 'management', field: 'managementToldOn', done: 'Management told', press: 'Management told today' },
  {
    step: 'reported',
    field: 'reportedAt',
    done: 'Reported to the ICO or through the Toolkit',
    press: 'Reported just now',
  },
  { step: 'customers', field: 'customersToldOn', done: 'Customers told', press: 'Customers told today' },
  { step: 'people', field: 'peopleToldOn', done: 'People concerned told', press: 'People concerned told today' },
  { step: 'closed', field: 'closedOn', done: 'Closed', press: 'Close it today' },
] as const;
export type Step = (typeof STEPS)[number];

/** The data with a step done; undefined when it was done before. */
export function withStep(data: IncidentData, { field }: Step, now: Instant, today: Day): IncidentData | undefined {
  if (data[field] !== undefined) return undefined;
  return { ...data, [field]: field === 'reportedAt' ? now : today };
}

/** Something left to do, with the field of the register that says it is done. */
export type Left = { readonly words: string; readonly field: keyof IncidentData };

/** What an open incident still asks for, in the order to do it in: our own judgement. */
export function leftToDo(data: IncidentData): readonly Left[] {
  if (!isOpen(data)) return [];
  const { severity, personalData } = data;
  const serious = mayHaveToBeReported(data);
  const all: readonly (Left & { readonly when: boolean })[] = [
    { words: 'Decide whether it may have to be reported', field: 'severity', when: severity === 'undecided' },
    {
      words: 'Report it, or write down why not',
      field: 'reportedAt',
      when: severity === 'reportable' && awaitsReport(data),
    },
    { words: 'Tell management', field: 'managementToldOn', when: severity !== 'near-miss' },
    { words: 'Tell the customers whose data it was, if any', field: 'customersToldOn', when: serious && personalData },
    {
      words: 'Tell the people concerned, if it may harm them much',
      field: 'peopleToldOn',
      when: serious && personalData,
    },
    { words: 'Write down the cause', field: 'cause', when: true },
    { words: 'Write what was learnt and changed', field: 'lessons', when: true },
    { words: 'Close it', field: 'closedOn', when: true },
  ];
  return all
    .filter(({ when, field }) => when && (field === 'severity' || data[field] === undefined))
    .map(({ words, field }) => ({ words, field }));
}

/** Severities in the order drawn, the gravest first. */
export const SEVERITIES = [
  'reportable',
  'undecided',
  'minor',
  'near-miss',
] as const satisfies readonly IncidentData['severity'][];

export type Quarter = {
  /** Its first day. */
  readonly from: Day;
  readonly counts: Readonly<Record<IncidentData['severity'], number>>;
  readonly all: number;
};

/** Incidents found in each quarter of a year, for the two years that end with the quarter of a day, the oldest first. */
export function incidentsByQuarter(incidents: readonly Incident[], on: Day): readonly Quarter[] {
  const [year = '', month = ''] = on.split('-');
  const first = `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const found = incidents.map(({ data }) => ({ on: dayInBritain(data.foundAt), severity: data.severity }));
  return [21, 18, 15, 12, 9, 6, 3, 0].map((months) => {
    const from = dayAfter(first, `-P${months}M`);
    const next = dayAfter(from, 'P3M');
    const counts = { reportable: 0, undecided: 0, minor: 0, 'near-miss': 0 };
    let all = 0;
    for (const one of found) {
      if (one.on < from || one.on >= next) continue;
      counts[one.severity] += 1;
      all += 1;
    }
    return { from, counts, all };
  });
}

const SEVERITY_OPTIONS = fieldsOf(incident).find(({ name }) => name === 'severity')?.options ?? [];

export function severityWords(severity: IncidentData['severity']): string {
  return SEVERITY_OPTIONS.find(({ value }) => value === severity)?.label ?? severity;
}
