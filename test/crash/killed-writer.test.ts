import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openPlace } from '../../src/workspace/keeping/kept-place.ts';
import { databases } from '../support/databases.ts';
import { keepingSettings } from '../support/kept-place.ts';
import { chance } from './chance.ts';
import { keepLedger } from './ledger.ts';
import { goneFrom, startWriter } from './writer-process.ts';

/** CRASH_KILLS=1000 vitest run test/crash, for a long night; CRASH_SEED to have a run again. */
const KILLS = Number(process.env.CRASH_KILLS ?? 50);
const SEED = Number(process.env.CRASH_SEED ?? 20_261_120);
const ORGANISATION = 'crash';

describe.each(databases())('a writer on $kind that is killed at any moment', ({ kind, make }) => {
  it(`loses nothing acknowledged and leaves nothing half-written, ${KILLS} times`, {
    timeout: KILLS * 6_000,
  }, async () => {
    const { place: database, remove } = await make();
    const settings = keepingSettings(database);
    const next = chance(SEED);
    const ledger = keepLedger(ORGANISATION);
    const prepared = await openPlace(settings, { make: true });
    await prepared.journal.create(ORGANISATION, settings.now());
    await prepared.close();

    const task = { database, dataDir: settings.dataDir, organisation: ORGANISATION, largest: 40_000 };
    let waiting = startWriter({ ...task, seed: SEED });
    try {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const writer = waiting;
        writer.go();
        waiting = startWriter({ ...task, seed: SEED + kill });
        // Some die before they have written anything at all, most in the middle of it.
        if (next() < 0.9) await writer.more(1);
        await pause(next() * 160);
        writer.kill();
        ledger.note(await writer.ended);
        await goneFrom(database);
        const place = await openPlace(settings);
        const wrong = await ledger.wrongIn(place).finally(place.close);
        expect(wrong, `kill ${kill} with seed ${SEED}`).toEqual([]);
      }
    } finally {
      waiting.kill();
      await waiting.ended;
      settings.remove();
      await remove();
    }
    expect(ledger.failures()).toEqual([]);
    expect(ledger.acknowledged()).toBeGreaterThan(KILLS);
    console.log(`${kind}: ${KILLS} kills, ${ledger.acknowledged()} acknowledged appends, none lost`);
  });
});
