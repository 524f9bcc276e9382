import type { Form } from '../route.ts';
import type { PersonRow } from './person-rows.ts';

/** Which people a list shows, by the word in the address. */
export const SHOWN = {
  here: 'Everyone here',
  training: 'Training missing',
  rights: 'Administrator without agreement',
  leaving: 'Leaving',
  left: 'Left',
  all: 'Everyone, with those who have left',
} as const;
export type Shown = keyof typeof SHOWN;

export const SORTED = {
  name: 'Name',
  training: 'Training, what is missing first',
  looksAfter: 'What they look after, most first',
  started: 'Started, latest first',
} as const;
export type Sorted = keyof typeof SORTED;

const BELONGS: Readonly<Record<Shown, (row: PersonRow) => boolean>> = {
  here: ({ presence }) => presence !== 'left',
  training: isUntrained,
  rights: ({ rights }) => rights.some(({ data }) => data.signedOn === undefined),
  leaving: ({ presence }) => presence === 'leaving',
  left: ({ presence }) => presence === 'left',
  all: () => true,
};

const UNTRAINED: ReadonlySet<string> = new Set(['unrecorded', 'missing', 'lapsed']);

/** Whether the rule counts them, and not as trained. */
export function isUntrained({ training }: PersonRow): boolean {
  return training !== undefined && UNTRAINED.has(training.state);
}

/** Made once: making one costs more than comparing a thousand names. */
const byName = new Intl.Collator('en-GB', { numeric: true });
const named = (a: PersonRow, b: PersonRow) => byName.compare(a.person.data.name, b.person.data.name);
const STATES = ['unrecorded', 'missing', 'lapsed', 'taken', 'uncounted'];
const place = ({ training }: PersonRow) => (training ? STATES.indexOf(training.state) : STATES.length);
const until = ({ training }: PersonRow) => (training && 'until' in training && training.until) || '';

const ORDERS: Readonly<Record<Sorted, (a: PersonRow, b: PersonRow) => number>> = {
  name: named,
  training: (a, b) => place(a) - place(b) || byName.compare(until(a), until(b)) || named(a, b),
  looksAfter: (a, b) => b.looksAfter.length - a.looksAfter.length || named(a, b),
  started: (a, b) => byName.compare(b.person.data.startedOn ?? '', a.person.data.startedOn ?? '') || named(a, b),
};

export type PeopleList = {
  readonly shown: Shown;
  readonly sorted: Sorted;
  readonly rows: readonly PersonRow[];
  /** How many each choice would show. */
  readonly counts: Readonly<Record<Shown, number>>;
};

/** The people that an address asks for, in the order it asks for; what it does not say well is as by default. */
export function peopleList(all: readonly PersonRow[], query: Form): PeopleList {
  const [show, sort] = [query.text('show'), query.text('sort')];
  const shown = isKeyOf(SHOWN, show) ? show : 'here';
  const sorted = isKeyOf(SORTED, sort) ? sort : 'name';
  const count = (one: Shown) => all.filter(BELONGS[one]).length;
  return {
    shown,
    sorted,
    rows: all.filter(BELONGS[shown]).toSorted(ORDERS[sorted]),
    counts: {
      here: count('here'),
      training: count('training'),
      rights: count('rights'),
      leaving: count('leaving'),
      left: count('left'),
      all: all.length,
    },
  };
}

function isKeyOf<T extends object>(table: T, word: string): word is keyof T & string {
  return Object.hasOwn(table, word);
}

/** Those who have left and whose access nobody has said to be removed, longest ago first. */
export function stillWithAccess(all: readonly PersonRow[]): readonly PersonRow[] {
  return all
    .filter(({ presence, person }) => presence === 'left' && person.data.accessRemovedOn === undefined)
    .sort((a, b) => byName.compare(a.person.data.leftOn ?? '', b.person.data.leftOn ?? '') || named(a, b));
}
