import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backUp } from '../../src/workspace/keeping/backup.ts';
import { openPlace } from '../../src/workspace/keeping/kept-place.ts';
import { restore } from '../../src/workspace/keeping/restore.ts';
import { keepExample, keepingSettings, keepingSettingsAt } from '../support/kept-place.ts';
import { keepLedger } from './ledger.ts';
import { startWriter } from './writer-process.ts';

const ORGANISATION = 'crash';
const disk = mountSmallDisk(12);

/** A file system of its own in memory, which only root may mount; undefined elsewhere. */
function mountSmallDisk(
  megabytes: number,
): { readonly dir: string; readonly unmount: () => Promise<void> } | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'perennial-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'pipe' });
    return {
      dir,
      unmount: async () => {
        // A file that was read to its end is closed a moment later.
        for (let attempt = 0; attempt < 40 && !unmounted(dir); attempt += 1) await pause(50);
        rmSync(dir, { recursive: true });
      },
    };
  } catch {
    rmSync(dir, { recursive: true });
    console.log('A full disk was not tested: only root may mount a small one.');
    return undefined;
  }
}

test.skipIf(!disk)(
  'a disk that fills up makes writes fail with a sentence, loses nothing acknowledged, and all goes on once there is room',
  { timeout: 120_000 },
  async () => {
    if (!disk) return;
    try {
      const settings = keepingSettingsAt(join(disk.dir, 'data'));
      const ballast = join(disk.dir, 'ballast');
      writeFileSync(ballast, Buffer.alloc(5_000_000));
      const ledger = keepLedger(ORGANISATION);
      const prepared = await openPlace(settings, { make: true });
      await prepared.journal.create(ORGANISATION, settings.now());
      await prepared.close();
      const task = {
        database: settings.database,
        dataDir: settings.dataDir,
        organisation: ORGANISATION,
        largest: 60_000,
      };
      const writer = startWriter({ ...task, seed: 7, goOn: true });
      writer.go();
      await writer.failed(20);
      rmSync(ballast);
      await writer.more(10);
      writer.kill();
      ledger.note(await writer.ended);

      const place = await openPlace(settings);
      expect(await ledger.wrongIn(place).finally(place.close)).toEqual([]);
      expect(ledger.failures().length).toBeGreaterThanOrEqual(20);
      expect(ledger.failures().filter((message) => !/no room left|disk is full/i.test(message))).toEqual([]);
    } finally {
      await disk.unmount();
    }
  },
);

const smaller = mountSmallDisk(2);
test.skipIf(!smaller)(
  'a backup is neither made nor restored where there is no room for it, and nothing is left of the attempt',
  async () => {
    if (!smaller) return;
    try {
      const full = keepingSettings('sqlite');
      await keepExample(full, 'first');
      const file = join(full.dataDir, 'backup.zip');
      expect(await backUp(full, file)).toMatchObject({ ok: true });
      writeFileSync(join(smaller.dir, 'ballast'), Buffer.alloc(freeBytes(smaller.dir) - 20_000));
      expect(await backUp(full, join(smaller.dir, 'backup.zip'))).toMatchObject({
        ok: false,
        problem: { type: 'cannot-write', cause: { code: 'ENOSPC' } },
      });
      expect(readdirSync(smaller.dir)).toEqual(['ballast']);
      rmSync(join(smaller.dir, 'ballast'));
      mkdirSync(join(smaller.dir, 'data'));
      writeFileSync(join(smaller.dir, 'ballast'), Buffer.alloc(freeBytes(smaller.dir) - 20_000));
      expect(await restore(keepingSettingsAt(join(smaller.dir, 'data')), file)).toMatchObject({
        ok: false,
        problem: { type: 'no-room' },
      });
      rmSync(join(smaller.dir, 'ballast'));
      writeFileSync(join(smaller.dir, 'ballast'), Buffer.alloc(freeBytes(smaller.dir) - 190_000));
      expect(await restore(keepingSettingsAt(join(smaller.dir, 'data')), file)).toMatchObject({
        ok: false,
        problem: { type: 'no-room' },
      });
      rmSync(join(smaller.dir, 'ballast'));
      expect(await restore(keepingSettingsAt(join(smaller.dir, 'data')), file)).toMatchObject({
        ok: true,
        sameHeads: true,
      });
      full.remove();
    } finally {
      await smaller.unmount();
    }
  },
);

function unmounted(dir: string): boolean {
  try {
    execFileSync('umount', [dir], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

function freeBytes(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}
