import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadCatalogue } from '../src/catalogue/load-catalogue.ts';
import { openActions } from '../src/record/open-actions.ts';
import { fillFullSize } from '../test/support/full-size.ts';
import { testInstallation } from '../test/support/installation.ts';
import type { Figure } from './figure.ts';

const ROOT = join(import.meta.dirname, '..');
const ORG = 'larkmoor';
const ACTOR = 'account:bench';
const ACTIONS = 30;
const DAY = 24 * 60 * 60_000;

/** What counted when actions were added, each on a day of its own, in the design's largest organisation. */
export async function benchAdded(): Promise<Figure[]> {
  const loaded = await loadCatalogue(join(ROOT, 'catalogue'), { edition: 'v8', category: 3 });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const refs = loaded.value.items.map(({ ref }) => ref);
  const { installation, clock, stop } = await testInstallation();
  const { journal, records, standings } = installation;
  const now = Date.now();
  const daysAgo = (days: number) => new Date(now - days * DAY).toISOString();
  const add = async (kind: string, data: unknown) => {
    const done = await records.perform(ORG, ACTOR, { do: 'add', kind, data });
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  };
  try {
    clock.at = daysAgo(ACTIONS + 1);
    await journal.create(ORG, clock.at);
    await add('organisation', { name: 'Larkmoor Health Software Ltd', category: '3', edition: 'v8' });
    await fillFullSize(installation, ORG, ACTOR, refs, clock.at.slice(0, 10));
    const before = new Set(openActions((await opened()).holdings).map(({ id }) => id));
    for (let i = ACTIONS; i > 0; i -= 1) {
      clock.at = daysAgo(i);
      await add('action', { what: `Write down step ${i}`, items: [refs[i % refs.length]] });
    }
    clock.at = daysAgo(0);
    const today = clock.at.slice(0, 10);
    const actions = openActions((await opened()).holdings).filter(({ id }) => !before.has(id));
    const look = () => standings.countedWhenAdded(ORG, actions);

    await standings.on(ORG, today);
    const first = await timed(look);
    const all = await timed(async () => {
      while ((await look()).size < ACTIONS) await wait(100);
    });
    const later = await timed(look);
    await add('activity', { kind: 'restore-test', doneOn: today, result: 'passed', system: 'Patient database' });
    const after = await timed(() => standings.on(ORG, today));
    return [
      { what: `counted when ${ACTIONS} actions were added, first look`, unit: 'ms', measured: first },
      { what: 'the same, until all are known, looking on', unit: 'ms', measured: all },
      { what: 'the same, a later look', unit: 'ms', measured: later },
      { what: 'standing after one change, after that', unit: 'ms', measured: after },
    ];
  } finally {
    await stop();
  }

  async function opened() {
    const record = await records.open(ORG);
    if (!record) throw new Error('The organisation is not there');
    return record;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
