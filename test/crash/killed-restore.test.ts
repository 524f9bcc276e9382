import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/workspace/keeping/backup.ts';
import { inPlace } from '../../src/workspace/keeping/kept-place.ts';
import { restore } from '../../src/workspace/keeping/restore.ts';
import { verify } from '../../src/workspace/keeping/verify.ts';
import { databases } from '../support/databases.ts';
import { done, keepExample, keepingSettings, recordsIn } from '../support/kept-place.ts';
import { chance } from './chance.ts';
import type { RestorerTask } from './restorer.ts';
import { goneFrom } from './writer-process.ts';

const KILLS = Math.max(8, Math.round(Number(process.env.CRASH_KILLS ?? 50) / 6));
const SEED = Number(process.env.CRASH_SEED ?? 20_261_120);

const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

describe.each(databases())('a restore to $kind that is killed at any moment', ({ make }) => {
  it(`leaves the whole backup or none of it, and can be made again, ${KILLS} times`, {
    timeout: KILLS * 10_000,
  }, async () => {
    const home = keepingSettings('sqlite');
    leftovers.push(home.remove);
    const file = await aBackup(home);
    const next = chance(SEED);
    const outcomes = { whole: 0, none: 0 };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { place: database, remove } = await make();
      const fresh = keepingSettings(database);
      leftovers.push(remove, fresh.remove);
      await restoreAndKill({ database, dataDir: fresh.dataDir, file }, next() * 450);
      await goneFrom(database);
      const there =
        database.kind === 'postgres' || existsSync(database.file)
          ? await inPlace(fresh, { make: true }, ({ journal }) => journal.listOrganisations())
          : [];
      outcomes[there.length === 0 ? 'none' : 'whole'] += 1;
      const again = there.length === 0 ? await restore(fresh, file) : { ok: true, sameHeads: true };
      expect(again, `kill ${kill} with seed ${SEED}`).toMatchObject({ ok: true, sameHeads: true });
      expect(await verify(fresh), `kill ${kill} with seed ${SEED}`).toMatchObject({
        verification: { whole: true, organisations: [{ head: { seq: 1_009 } }] },
      });
    }
    console.log(`${KILLS} kills of a restore: ${outcomes.none} had left nothing, ${outcomes.whole} everything`);
  });
});

async function aBackup(home: ReturnType<typeof keepingSettings>): Promise<string> {
  await keepExample(home, 'org');
  await inPlace(home, {}, async (place) => {
    const records = recordsIn(place, home);
    for (let i = 0; i < 10; i += 1)
      await done(
        records,
        'org',
        ...Array.from({ length: 100 }, (_, j) => ({
          do: 'add' as const,
          kind: 'person',
          data: { name: `Person ${i}.${j}`, employment: 'staff' },
        })),
      );
  });
  const file = join(home.dataDir, 'backup.zip');
  const made = await backUp(home, file);
  if (!made.ok) throw new Error(made.problem.message);
  return file;
}

async function restoreAndKill(task: RestorerTask, after: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'restorer.ts'), JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdin.on('error', () => {});
  child.stdin.write('go\n');
  await new Promise((begun) => child.stdout.once('data', begun));
  await pause(after);
  child.kill('SIGKILL');
  await ended;
}
