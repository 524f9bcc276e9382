import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildGapCheck } from '../../../test/support/gap-check-builder.ts';
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import type { Command } from '../../record/decide.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { type KeptAction, openActions } from '../../record/open-actions.ts';
import { type CountedWhenAddedServices, createCountedWhenAdded } from './counted-when-added.ts';
import { createPastHoldings } from './past-holdings.ts';
import type { StandingResult } from './standing.ts';

const ORG = 'larkmoor';

let all: TestInstallation;
/** Entries that what was judged rests on, of each judgement. */
let judgements: number[];
let refused: boolean;
beforeEach(async () => {
  all = await testInstallation();
  judgements = [];
  refused = false;
  await all.installation.journal.create(ORG, all.clock.at);
  await perform(1, { do: 'add', kind: 'person', id: 'person', data: KEPT_EXAMPLES.person });
});
afterEach(() => all.stop());

/** Does it as many minutes after ten. */
async function perform(minutes: number, ...commands: readonly Command[]) {
  all.clock.at = new Date(Date.UTC(2026, 10, 20, 10, minutes)).toISOString();
  const done = await all.installation.records.perform(ORG, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

const added = (id: string, ...items: readonly string[]): Command => ({
  do: 'add',
  kind: 'action',
  id,
  data: { what: 'Write it down', items },
});
const answered = (item: string): Command => ({
  do: 'add',
  kind: 'answer',
  data: { edition: 'v8', item, said: 'yes', answeredOn: '2026-11-20', words: 'We do.' },
});

/** Counts each evidence item that has an answer. */
async function judged(_: string, holdings: Holdings, on: string): Promise<StandingResult> {
  if (refused) return { ok: false, problem: { type: 'no-catalogue', message: 'No such edition.' } };
  judgements.push(holdings.seq);
  const standings = Object.fromEntries(listOf(holdings, answer).map(({ data }) => [data.item, 'proven' as const]));
  return { ok: true, standing: { check: buildGapCheck({ standings }), holdings, on } };
}

function counted(over: Partial<CountedWhenAddedServices['journal']> = {}) {
  const { journal } = all.installation;
  const { era } = createPastHoldings(journal);
  return createCountedWhenAdded({ journal: { ...journal, ...over }, era, judged });
}

async function actions(): Promise<readonly KeptAction[]> {
  const record = await all.installation.records.open(ORG);
  return record ? openActions(record.holdings) : [];
}

describe('which items of an action counted when it was added', () => {
  test('is judged once for all actions of one moment, and never again', async () => {
    await perform(2, answered('1.1.5'), added('first', '1.1.5', '7.3.4'), added('second', '7.3.4'));
    await perform(3, answered('7.3.4'));
    await perform(4, added('third', '7.3.4'));
    const whenAdded = counted();
    const known = new Map([
      ['first', ['1.1.5']],
      ['second', []],
      ['third', ['7.3.4']],
    ]);
    expect(await whenAdded(ORG, await actions())).toEqual(known);
    expect(judgements).toEqual([4, 6]);
    expect(await whenAdded(ORG, await actions())).toEqual(known);
    expect(judgements).toHaveLength(2);
  });

  test('is not known where it could not be judged, and is judged at a later look', async () => {
    await perform(2, answered('1.1.5'), added('one', '1.1.5'));
    const whenAdded = counted();
    refused = true;
    expect(await whenAdded(ORG, await actions())).toEqual(new Map());
    refused = false;
    expect(await whenAdded(ORG, await actions())).toEqual(new Map([['one', ['1.1.5']]]));
  });

  test('is judged again once something has been erased', async () => {
    await perform(2, answered('1.1.5'), added('one', '1.1.5'));
    const whenAdded = counted();
    await whenAdded(ORG, await actions());
    const record = await all.installation.records.open(ORG);
    const [given] = record ? listOf(record.holdings, answer) : [];
    await perform(3, { do: 'erase', kind: 'answer', id: given?.id ?? '', reason: 'They asked', basis: 'Article 17' });
    expect(await whenAdded(ORG, await actions())).toEqual(new Map([['one', []]]));
  });

  test('is judged for twelve moments at one look, and for the others at the next', async () => {
    for (let i = 0; i < 14; i += 1) await perform(2 + i, added(`action-${i}`, '1.1.5'));
    const whenAdded = counted();
    expect((await whenAdded(ORG, await actions())).size).toBe(12);
    expect((await whenAdded(ORG, await actions())).size).toBe(14);
    expect(judgements).toHaveLength(14);
  });

  test('is worked out of a long journal while nobody waits', async () => {
    await perform(2, answered('1.1.5'), added('one', '1.1.5'));
    const whenAdded = counted({ head: async () => ({ seq: 50_000, hash: 'long' }) });
    expect((await whenAdded(ORG, await actions())).size).toBe(0);
    await expect.poll(async () => whenAdded(ORG, await actions())).toEqual(new Map([['one', ['1.1.5']]]));
    expect(judgements).toHaveLength(1);
  });
});
