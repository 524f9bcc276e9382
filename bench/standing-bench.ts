import { join } from 'node:path';
import { loadCatalogue } from '../src/catalogue/load-catalogue.ts';
import { fillFullSize } from '../test/support/full-size.ts';
import { testInstallation } from '../test/support/installation.ts';
import { type Figure, percentile } from './figure.ts';
import { residentMegabytes, startServer } from './running-server.ts';

const ROOT = join(import.meta.dirname, '..');

/** The kept record of the design's largest organisation: its standing, and its pages as the built server sends them. */
export async function benchStanding(): Promise<Figure[]> {
  const loaded = await loadCatalogue(join(ROOT, 'catalogue'), { edition: 'v8', category: 3 });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const refs = loaded.value.items.map(({ ref }) => ref);
  const { installation, clock, dataDir, stop } = await testInstallation();
  const { accounts, records, standings } = installation;
  try {
    // The server asks the real clock, and what was read is kept for a day.
    clock.at = new Date().toISOString();
    const today = clock.at.slice(0, 10);
    const token = (await accounts.settingUp.setUpToken()) ?? '';
    const owner = { name: 'Ann Okafor', email: 'ann@larkmoor.example', password: 'correct horse battery staple' };
    const made = await accounts.settingUp.setUp(
      { token, organisationName: 'Larkmoor Health Software Ltd', ...owner },
      { address: '192.0.2.1', userAgent: 'bench' },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const { organisation } = made;
    await fillFullSize(installation, organisation, 'account:bench', refs, today);

    const judge = async () => {
      const result = await standings.on(organisation, today);
      if (!result.ok) throw new Error(result.problem.message);
    };
    const first = await timed(judge);
    const again = await timed(judge);
    const afterChange: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const data = { kind: 'restore-test', doneOn: today, result: 'passed', system: 'Patient database' };
      const done = await records.perform(organisation, 'account:bench', { do: 'add', kind: 'activity', data });
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
      afterChange.push(await timed(judge));
    }
    return [
      { what: 'standing, first of all, 2,000 observations', unit: 'ms', measured: first },
      { what: 'standing after one change', unit: 'ms', measured: percentile(afterChange, 50) },
      { what: 'standing, nothing changed', unit: 'ms', measured: again },
      ...(await pages(dataDir, organisation, made.token)),
    ];
  } finally {
    await stop();
  }
}

const PAGES = ['', '/items', '/items/7.3.4', '/documents', '/registers/people', '/registers/suppliers', '/journal'];

async function pages(dataDir: string, organisation: string, token: string): Promise<Figure[]> {
  const empty = await startServer(join(dataDir, 'empty'));
  await empty.stop();
  const server = await startServer(dataDir);
  try {
    const idle = residentMegabytes(server.process);
    const fetched = async (path: string) => {
      const answer = await fetch(`${server.address}${path}`, {
        headers: { cookie: `perennial=${token}` },
        redirect: 'manual',
      });
      const bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return bytes;
    };
    const figures: Figure[] = [
      { what: 'cold start to the first page, empty', unit: 'ms', measured: empty.milliseconds, budget: 1_000 },
      { what: 'memory of the idle server, resident', unit: 'MB', measured: empty.idle, budget: 150 },
      { what: 'the same, 50,000 entries not yet looked at', unit: 'MB', measured: idle },
    ];
    for (const path of PAGES) {
      const address = `/organisations/${organisation}${path}`;
      const [bytes, cold] = await valued(() => fetched(address));
      const times: number[] = [];
      for (let i = 0; i < 60; i += 1) times.push(await timed(() => fetched(address)));
      const warm = times.slice(20);
      figures.push({
        what: `page ${path || '/'}, p95 of 40, ${Math.round(bytes / 1000)} kB`,
        unit: 'ms',
        measured: percentile(warm, 95),
        budget: 15,
        floor: percentile(warm, 50),
        floorIs: `its middle; ${Math.round(cold)} ms the first time`,
      });
    }
    figures.push({
      what: 'memory after these pages, resident',
      unit: 'MB',
      measured: residentMegabytes(server.process),
    });
    return figures;
  } finally {
    await server.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  return (await valued(work))[1];
}

async function valued<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}
