import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { made } from '../../../test/support/made.ts';
import { forecast } from '../../readiness/forecast.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import type { KindName } from '../../record/kinds/kinds.ts';
import { registerTables } from './register-tables.ts';

const ORG = 'larkmoor';
const BY = 'account:ann';
/** When the register was typed in, the last day on which that counts, and a day long after. */
const THEN = '2025-10-03T10:00:00.000Z';
const LAST = '2026-10-03';
const NOW = '2026-11-20';

const SUPPLIER = {
  name: 'Corvane Cloud',
  service: 'Hosting',
  contact: 'help@corvane.example',
  handlesPersonalData: true,
  data: 'Referrals',
};

let all: TestInstallation;
beforeEach(async () => {
  all = await testInstallation();
  all.clock.at = THEN;
  await all.installation.journal.create(ORG, THEN);
  await keep('organisation', KEPT_EXAMPLES.organisation);
  await keep('supplier', SUPPLIER, 'corvane');
  all.clock.at = `${NOW}T09:30:00.000Z`;
});
afterEach(() => all.stop());

async function keep(kind: KindName, data: object, id?: string): Promise<void> {
  const command = { do: 'add' as const, kind, data, ...(id !== undefined && { id }) };
  const done = await all.installation.records.perform(ORG, BY, command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

async function change(id: string, over: object): Promise<void> {
  const record = await all.installation.records.open(ORG);
  const seen = record?.holdings.of.get('supplier')?.get(id)?.revision ?? 0;
  const command = { do: 'change' as const, kind: 'supplier', id, seen, data: { ...SUPPLIER, ...over } };
  const done = await all.installation.records.perform(ORG, BY, command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

/** Where the list of suppliers stands on a day. */
async function suppliers(on = NOW) {
  const result = await all.installation.standings.on(ORG, on);
  if (!result.ok) throw new Error(result.problem.message);
  const { check } = result.standing;
  const found = check.assessment.items.find(({ item }) => item.ref === '10.1.2');
  const step = check.plan.actions.find(({ ref }) => ref === '10.1.2')?.step;
  return { check, standing: found?.standing, until: found?.until, reasons: found?.reasons ?? [], step };
}

const review = (over: object) => ({ kind: 'supplier-review', doneOn: '2026-11-12', result: 'passed', ...over });

describe('a register kept here', () => {
  test('counts for as long as it is asked for after it was last changed, and not a day longer', async () => {
    all.clock.at = `${LAST}T09:30:00.000Z`;
    const fresh = await suppliers(LAST);
    all.clock.at = '2026-10-04T09:30:00.000Z';
    const old = await suppliers('2026-10-04');
    expect([fresh.standing, fresh.until, old.standing]).toEqual(['proven', LAST, 'stale']);
  });

  test('that nobody has seen to says so, and what to do', async () => {
    const { reasons, step } = await suppliers();
    expect([reasons[0], step]).toEqual([
      'Lapsed: Supplier register: nobody has changed it or recorded a review of it since 3 October 2025, so it counted until 3 October 2026.',
      'Look through “Supplier register”, mend what is wrong, and record a supplier review under Activities.',
    ]);
  });

  test('is forecast to lapse on the day after', async () => {
    all.clock.at = '2026-09-01T09:30:00.000Z';
    const { check } = await suppliers('2026-09-01');
    const steps = forecast(check.catalogue, check.record, '2026-09-01', NOW);
    const lapses = steps.find(({ changes }) => changes.some(({ ref }) => ref === '10.1.2'));
    expect([lapses?.on, lapses?.changes.find(({ ref }) => ref === '10.1.2')?.to]).toEqual(['2026-10-04', 'stale']);
  });

  test.each([
    ['a review of it', review({})],
    ['a review of the contracts in it', review({ kind: 'contract-review' })],
    ['a review without a result that was recorded afterwards', review({ result: 'none' })],
  ])('counts again after %s', async (_, data) => {
    await keep('activity', data);
    expect(await suppliers()).toMatchObject({ standing: 'proven', until: '2027-11-12' });
  });

  test.each([
    ['a review that failed', review({ result: 'failed' })],
    ['a review that is planned', review({ doneOn: '2026-12-01', result: 'none' })],
    ['a review of something else', review({ kind: 'risk-review' })],
  ])('does not count again after %s', async (_, data) => {
    await keep('activity', data);
    expect((await suppliers()).standing).toBe('stale');
  });

  test('does not count again because the day has passed for which a review was planned', async () => {
    await keep('activity', review({ doneOn: '2026-12-01', result: 'none' }));
    all.clock.at = '2026-12-02T09:30:00.000Z';
    expect((await suppliers('2026-12-02')).standing).toBe('stale');
  });

  test.each<[string, () => Promise<void>]>([
    ['changed', () => change('corvane', { service: 'Hosting and backups' })],
    ['added', () => keep('supplier', { name: 'Pinfold Print', handlesPersonalData: false })],
    ['ended', () => keep('supplier', { name: 'Pinfold Print', handlesPersonalData: false, endedOn: '2026-11-01' })],
  ])('counts again once an entry is %s', async (_, act) => {
    await act();
    expect(await suppliers()).toMatchObject({ standing: 'proven', until: '2027-11-20' });
  });

  test('is judged in the past by what had been done to it by then', async () => {
    await change('corvane', { service: 'Hosting and backups' });
    const then = await all.installation.standings.at(ORG, '2026-10-10T10:00:00.000Z');
    if (!then.ok) throw new Error(then.problem.message);
    const was = then.standing.check.assessment.items.find(({ item }) => item.ref === '10.1.2');
    expect([was?.standing, (await suppliers()).standing]).toEqual(['stale', 'proven']);
  });
});

describe('the day a register is as at', () => {
  const AT = '2026-03-01T10:00:00.000Z';
  const asAt = (title: string, on: string, ...entities: readonly (readonly [KindName, object])[]) =>
    registerTables(
      withChanges(
        EMPTY_HOLDINGS,
        made(
          entities.map(([kind, data], at) => ({ action: 'add' as const, kind, id: `${at}`, data })),
          AT,
        ),
      ),
      on,
    ).find((table) => table.title === title)?.asAt;
  const laptop = { ...KEPT_EXAMPLES['digital-asset'], holder: undefined };

  test('is the day an entry gives for its own check, and no day to come', () => {
    expect([
      asAt('Asset register', NOW, ['digital-asset', { ...laptop, checkedOn: '2026-06-02' }]),
      asAt('Asset register', '2026-04-01', ['digital-asset', { ...laptop, checkedOn: '2026-06-02' }]),
      asAt('Supplier register', NOW, ['supplier', { ...SUPPLIER, dsptCheckedOn: '2026-07-02' }]),
      asAt('Risk register', NOW, ['risk', { ...KEPT_EXAMPLES.risk, reviewedOn: '2026-08-02' }]),
    ]).toEqual(['2026-06-02', '2026-03-01', '2026-07-02', '2026-08-02']);
  });

  test('is not known before anything was done to it', () => {
    expect(asAt('Supplier register', '2026-02-28', ['supplier', SUPPLIER])).toBeUndefined();
  });

  test('is the day it was in Britain', () => {
    const late = withChanges(
      EMPTY_HOLDINGS,
      made([{ action: 'add', kind: 'supplier', id: 's', data: SUPPLIER }], '2026-06-30T23:30:00.000Z'),
    );
    expect(registerTables(late, NOW)[0]?.asAt).toBe('2026-07-01');
  });

  test('of the second factors is not that of other devices, nor of a review that does not look at them', () => {
    const entities = made([
      { action: 'add', kind: 'digital-asset', id: 'l', data: laptop },
      { action: 'add', kind: 'activity', id: 'a', data: review({ kind: 'asset-review' }) },
    ]);
    const mail = { name: 'Mail', type: 'cloud-service', mfa: 'enforced' };
    const before = withChanges(
      EMPTY_HOLDINGS,
      made([{ action: 'add', kind: 'digital-asset', id: 'm', data: mail }], AT),
    );
    const tables = registerTables(withChanges(before, entities), NOW);
    expect(tables.flatMap(({ kind, title, asAt: day }) => (kind === 'digital-asset' ? [[title, day]] : []))).toEqual([
      ['Asset register', NOW],
      ['Multi-factor authentication by system', '2026-03-01'],
    ]);
  });
});
