import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeptPlace, openPlace } from '../../src/workspace/keeping/kept-place.ts';
import { EXAMPLE_FILES, keepExample, keepingSettings, sha256, type TestSettings } from '../support/kept-place.ts';
import { keepLedger, type Ledger } from './ledger.ts';

let settings: TestSettings;
let place: KeptPlace;
let ledger: Ledger;
beforeEach(async () => {
  settings = keepingSettings('sqlite');
  await keepExample(settings, 'org');
  place = await openPlace(settings);
  ledger = keepLedger('org');
});
afterEach(async () => {
  await place.close();
  settings.remove();
});

async function acknowledged(seq: number) {
  const [stored] = await place.journal.entriesAfter('org', seq - 1, 1);
  return { done: 1, seq, hash: stored?.entry.hash ?? '' };
}

test('the ledger of the crash tests finds nothing wrong where nothing is', async () => {
  ledger.note([await acknowledged(9)]);
  expect(await ledger.wrongIn(place)).toEqual([]);
});

test('it finds an acknowledged entry that was lost, and one that was exchanged', async () => {
  ledger.note([{ done: 1, seq: 12, hash: 'a'.repeat(64) }]);
  expect(await ledger.wrongIn(place)).toEqual([
    'the journal ends at 9, and it may only end at 12',
    `entry 12 was acknowledged with the hash ${'a'.repeat(64)}, and has undefined`,
  ]);
});

test('it finds half of what was on its way', async () => {
  ledger.note([await acknowledged(8), { begin: 2, at: 8, entries: 3 }]);
  expect(await ledger.wrongIn(place)).toEqual(['the journal ends at 9, and it may only end at 8 or 8 or 11']);
});

test('it finds an acknowledged file that is missing', async () => {
  const lost = sha256(EXAMPLE_FILES[0]?.[1] ?? '');
  ledger.note([{ ...(await acknowledged(9)), file: lost }]);
  await place.files.remove('org', lost);
  expect(await ledger.wrongIn(place)).toEqual([
    `the file ${lost} of entry 9 was acknowledged, and is missing`,
    `file ${lost}: it is missing`,
  ]);
});
