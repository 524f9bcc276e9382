import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openPlace } from '../../src/workspace/keeping/kept-place.ts';
import { keepingSettings } from '../support/kept-place.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { chance } from './chance.ts';
import { keepLedger } from './ledger.ts';
import { goneFrom, startWriter } from './writer-process.ts';

const KILLS = Math.max(3, Math.round(Number(process.env.CRASH_KILLS ?? 50) / 10));
const SEED = Number(process.env.CRASH_SEED ?? 20_261_120);
const ORGANISATION = 'crash';
const bin = findPostgres();

test.skipIf(bin === undefined)(
  `a PostgreSQL server that is killed ${KILLS} times loses nothing acknowledged, and the writer goes on by itself`,
  { timeout: 60_000 + KILLS * 20_000 },
  async () => {
    // A server of this test's own: the other tests need theirs alive.
    const server = await startPostgres(bin ?? '');
    try {
      const admin = new pg.Client({ connectionString: server.url('postgres') });
      await admin.connect();
      await admin.query('create database crash');
      await admin.end();
      await killAgainAndAgain(server);
    } finally {
      await server.stop();
    }
  },
);

async function killAgainAndAgain(server: Awaited<ReturnType<typeof startPostgres>>): Promise<void> {
  const settings = keepingSettings({ kind: 'postgres', url: server.url('crash') });
  const next = chance(SEED);
  const ledger = keepLedger(ORGANISATION);
  const prepared = await openPlace(settings, { make: true });
  await prepared.journal.create(ORGANISATION, settings.now());
  await prepared.close();
  const task = { database: settings.database, dataDir: settings.dataDir, organisation: ORGANISATION, largest: 10_000 };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const writer = startWriter({ ...task, seed: SEED + kill, goOn: true });
    try {
      writer.go();
      await writer.more(1);
      await pause(next() * 150);
      await server.kill();
      // Its processes notice one after the other that the first is gone.
      await pause(300);
      await server.restart();
      await writer.more(3);
    } finally {
      writer.kill();
      ledger.note(await writer.ended);
    }
    await goneFrom(settings.database);
    const place = await openPlace(settings);
    const wrong = await ledger.wrongIn(place).finally(place.close);
    expect(wrong, `kill ${kill} with seed ${SEED}`).toEqual([]);
  }
  settings.remove();
  expect(ledger.failures().length).toBeGreaterThan(0);
  console.log(
    `postgres: ${KILLS} kills of the server, ${ledger.acknowledged()} acknowledged appends, none lost; ${ledger.failures().length} writes were told that they failed`,
  );
}
