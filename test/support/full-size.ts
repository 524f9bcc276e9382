import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Installation } from '../../src/installation.ts';
import { type Day, dayAfter } from '../../src/record/day.ts';
import { listOf } from '../../src/record/holdings.ts';
import { document } from '../../src/record/kinds/document.ts';

const EXAMPLE = resolve(import.meta.dirname, '..', '..', 'examples', 'documents');
const AT_ONCE = 250;

type Data = Readonly<Record<string, unknown>>;

/**
 * Makes an organisation as large as the design's largest: 250 people, each trained twice, 100 suppliers, 2,000 observations,
 * an answer to every item, 120 devices, 60 activities, and the example's documents. The design says nothing of the other rooms:
 * 60 actions, risks and flows each, 40 information assets and 30 incidents. Always the same but for the ids.
 */
export async function fillFullSize(
  { records, documents }: Pick<Installation, 'records' | 'documents'>,
  organisation: string,
  actor: string,
  refs: readonly string[],
  today: Day,
): Promise<void> {
  const daysAgo = (days: number) => dayAfter(today, `-P${days}D`);
  const daysAhead = (days: number) => dayAfter(today, `P${days}D`);
  const ref = (i: number) => refs[i % refs.length] ?? '';

  async function add(kind: string, all: readonly Data[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const commands = all.slice(from, from + AT_ONCE).map((data) => ({ do: 'add' as const, kind, data }));
      const done = await records.perform(organisation, actor, { do: 'together', commands });
      if (!done.ok) throw new Error(`${kind}: ${JSON.stringify(done.problem)}`);
      ids.push(...done.ids);
    }
    return ids;
  }

  const people = await add(
    'person',
    range(250).map((i) => ({
      name: `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`,
      jobTitle: JOBS[i % JOBS.length],
      employment: 'staff',
      startedOn: daysAgo(400 + i * 5),
    })),
  );
  const person = (i: number) => people[i % people.length];
  await add(
    'training-record',
    range(500).map((i) => ({
      person: person(i),
      course: 'Data security awareness',
      kind: 'data-security',
      completedOn: daysAgo((i * 7) % 420),
      score: 80 + (i % 20),
    })),
  );
  await add(
    'supplier',
    range(100).map((i) => ({
      name: `${LAST[i % LAST.length]} ${TRADES[Math.floor(i / LAST.length)] ?? 'Services'}`,
      service: 'Hosting and support',
      handlesPersonalData: i % 2 === 0,
      country: 'United Kingdom',
      contractUntil: daysAhead((i * 11) % 700),
      ...(i % 3 > 0 && { processorTermsOn: daysAgo(200) }),
      assurances: [{ kind: 'iso-27001', reference: `IS ${1000 + i}`, expiresOn: daysAhead((i * 17) % 500) }],
    })),
  );
  await add(
    'digital-asset',
    range(120).map((i) => ({
      name: `LT-${i}`,
      type: 'laptop',
      holder: person(i),
      encrypted: true,
      checkedOn: daysAgo(i),
    })),
  );
  await add(
    'activity',
    range(60).map((i) => ({
      kind: ACTIVITIES[i % ACTIVITIES.length],
      doneOn: daysAgo((i * 13) % 500),
      result: 'passed',
      system: 'Patient database',
    })),
  );
  const information = await add(
    'information-asset',
    range(40).map((i) => ({
      name: `Records of service ${i}`,
      owner: person(i),
      personalData: INFORMATION[i % INFORMATION.length],
      location: 'Patient database, United Kingdom',
      retention: '8 years after last contact',
      reviewedOn: daysAgo(i * 12),
    })),
  );
  await add(
    'data-flow',
    range(60).map((i) => ({
      name: `Extract ${i}`,
      from: i % 2 === 0 ? `Practice ${i % 7}` : 'Patient database',
      to: i % 2 === 0 ? 'Patient database' : `Partner ${i % 9}`,
      direction: i % 2 === 0 ? 'in' : 'out',
      encrypted: i % 5 > 0,
      informationAsset: information[i % information.length],
      country: 'United Kingdom',
    })),
  );
  await add(
    'risk',
    range(60).map((i) => ({
      title: `Risk ${i}: a supplier, a device or a person is not there when needed`,
      likelihood: 1 + (i % 5),
      impact: 1 + (Math.floor(i / 5) % 5),
      owner: person(i),
      treatment: 'treat',
      measures: 'A second person knows how it is done, and it is tried twice a year.',
      raisedOn: daysAgo(300 - i),
      ...(i % 3 > 0 && { reviewedOn: daysAgo(i * 6) }),
      ...(i % 10 === 9 && { closedOn: daysAgo(i % 30) }),
    })),
  );
  await add(
    'action',
    range(60).map((i) => ({
      what: `Write down how step ${i} is done and have it approved`,
      items: [ref(i)],
      owner: person(i),
      due: i % 2 === 0 ? daysAhead(i * 3) : daysAgo(i),
      ...(i % 2 > 0 && { doneOn: daysAgo(i) }),
    })),
  );
  await add(
    'incident',
    range(30).map((i) => ({
      title: `A letter went to the wrong practice, number ${i}`,
      severity: i % 2 === 0 ? 'near-miss' : 'minor',
      foundAt: `${daysAgo(i * 12 + 1)}T09:30:00.000Z`,
      personalData: i % 2 > 0,
      managementToldOn: daysAgo(i * 12),
      lessons: 'Two people look at an address now.',
      ...(i > 3 && { closedOn: daysAgo(i * 12) }),
    })),
  );
  for (const path of filesUnder(EXAMPLE)) {
    const kept = await documents.keep(organisation, actor, {
      path: relative(EXAMPLE, path),
      stream: Readable.from([readFileSync(path)]),
      source: 'upload',
      collector: 'Ann Okafor',
      beforeAnybody: true,
    });
    const lost = kept.find(({ ok }) => !ok);
    if (lost) throw new Error(`${path}: ${JSON.stringify(lost)}`);
  }
  const record = await records.open(organisation);
  const policies = record
    ? listOf(record.holdings, document).filter(({ data }) => data.path.startsWith('policies/'))
    : [];
  const asked = await records.perform(organisation, actor, {
    do: 'together',
    commands: policies.slice(0, 3).map(({ id, revision, data }) => ({
      do: 'change' as const,
      kind: document.name,
      id,
      seen: revision,
      data: { ...data, staffRead: true },
    })),
  });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
  await add(
    'answer',
    refs.map((item, i) => ({
      edition: 'v8',
      item,
      said: i % 5 === 0 ? 'no' : 'yes',
      answeredOn: daysAgo(i),
      words: 'We do this, and the record of it is kept here.',
    })),
  );
  await add(
    'observation',
    range(2_000).map((i) => ({
      items: [ref(i)],
      kind: i % 3 === 0 ? 'check' : 'activity',
      verdict: 'shows',
      receivedAt: `${daysAgo((i * 13) % 1200)}T10:00:00.000Z`,
      effectiveOn: daysAgo((i * 13) % 1200),
      collector: 'Ann Okafor',
      result: 'passed',
      words: `Checked ${i % 40} accounts and the settings of the patient database. Nothing was out of order.`,
    })),
  );
}

const FIRST = [
  'Ann',
  'Ben',
  'Cara',
  'Dev',
  'Ema',
  'Finn',
  'Gwen',
  'Hari',
  'Isla',
  'Jon',
  'Kay',
  'Lee',
  'Mina',
  'Noor',
  'Owen',
  'Pia',
];
const LAST = [
  'Okafor',
  'Hart',
  'Lindqvist',
  'Patel',
  'Moss',
  'Reyes',
  'Shaw',
  'Tate',
  'Udoh',
  'Vale',
  'Wren',
  'Young',
  'Adeyemi',
  'Brook',
  'Clark',
  'Dunne',
];
const INFORMATION = ['special', 'personal', 'none'];
const JOBS = ['Engineer', 'Support analyst', 'Product manager', 'Clinical safety officer'];
const TRADES = ['Hosting', 'Payroll', 'Couriers', 'Networks', 'Analytics', 'Shredding', 'Recruitment'];
const ACTIVITIES = ['restore-test', 'spot-check', 'access-review', 'continuity-exercise'];

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
