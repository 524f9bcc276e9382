import type { Installation } from '../../src/installation.ts';
import type { KindName } from '../../src/record/kinds/kinds.ts';
import { KEPT_EXAMPLES } from './kept-examples.ts';

/** Pages that are there whatever an organisation keeps, below its own address. */
export const STANDING_PAGES: readonly string[] = [
  '',
  '/items',
  '/items/7.3.4',
  '/plan',
  '/plan/actions',
  '/documents',
  '/scope',
  '/suppliers',
  '/people',
  '/people/training',
  '/people/rests-on',
  '/people/join',
  '/people/reading',
  '/people/reading/choose',
  '/mine',
  '/tell',
  '/tell/received',
  '/activities',
  '/activities/restore-test',
  '/incidents',
  '/incidents/report',
  '/risks',
  '/risks/board',
  '/registers',
  '/journal',
  '/search?q=backup',
  '/settings',
  '/members',
  '/tokens',
  '/first-hour',
  '/first-hour/category',
  '/first-hour/facts',
  '/first-hour/people',
  '/what-you-told-us',
];

/** Pages of things that `fillWithExamples` keeps. */
export const FILLED_PAGES: readonly string[] = [
  '/people/person',
  '/people/person/move',
  '/plan/actions/action',
  '/suppliers/supplier/toolkit',
  '/incidents/incident',
  '/risks/risk/review',
  '/registers/suppliers',
  '/registers/suppliers/supplier',
  '/registers/activities/add',
  '/registers/risks/import',
];

const LONG_NAME = 'Pneumonoultramicroscopic'.repeat(9).slice(0, 200);
const LONG_NOTES = 'What we found, and what we did about it. '.repeat(200).slice(0, 4_999).trim();

/** One kind after the other, so that what refers comes after what it refers to. */
const FILLED: readonly KindName[] = [
  'person',
  'appointment',
  'absence',
  'responsibility',
  'information-asset',
  'digital-asset',
  'supplier',
  'data-flow',
  'answer',
  'comment',
  'training-record',
  'activity',
  'incident',
  'risk',
  'action',
  'admin-agreement',
];

/** Fields that hold what people type at length, by kind. */
const LONG: Readonly<Partial<Record<KindName, Readonly<Record<string, unknown>>>>> = {
  person: { name: LONG_NAME, jobTitle: LONG_NAME, email: undefined },
  supplier: { name: LONG_NAME, service: LONG_NAME },
  'data-flow': { name: LONG_NAME, from: LONG_NAME, to: LONG_NAME },
  'information-asset': { name: LONG_NAME },
  'digital-asset': { name: LONG_NAME, serial: 'C02Y' },
  activity: { system: LONG_NAME, findings: LONG_NOTES, kind: 'spot-check' },
  incident: { title: LONG_NAME, cause: LONG_NOTES },
  risk: { title: LONG_NAME },
  action: { what: LONG_NAME, notes: LONG_NOTES },
  comment: { words: LONG_NOTES },
};

/** Keeps an example of each kind under the kind's name, and one under `KIND-long` whose names are long and without a space. */
export async function fillWithExamples(
  { records }: Pick<Installation, 'records'>,
  organisation: string,
): Promise<void> {
  const commands = FILLED.flatMap((kind) => {
    const example = KEPT_EXAMPLES[kind];
    const add = (id: string, data: unknown) => ({ do: 'add' as const, kind, id, data });
    const long = LONG[kind];
    return [add(kind, example), ...(long ? [add(`${kind}-long`, { ...example, ...long })] : [])];
  });
  const done = await records.perform(organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
