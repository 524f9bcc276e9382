import { expect, test } from 'vitest';
import { made } from '../../../test/support/made.ts';
import { loadCatalogue } from '../../catalogue/load-catalogue.ts';
import { prepareRecord } from '../../readiness/assess.ts';
import { covers } from '../../readiness/interval.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { recordOf } from './record-of.ts';

const ON = '2026-11-20';
const loaded = await loadCatalogue('catalogue');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const catalogue = loaded.value;

/** What each kind of activity is called in the proof rules, where that is something else. */
const IN_RULES: Readonly<Record<string, string>> = { 'phishing-test': 'phishing-exercise' };

const KINDS = (fieldsOf(activity).find(({ name }) => name === 'kind')?.options ?? []).map(({ value }) => value);

/** The items that ask for an activity by its name, and those whose condition an activity of the register meets on the day. */
async function askedAndMet(kind: string, data: Readonly<Record<string, unknown>>) {
  const holdings = withChanges(
    EMPTY_HOLDINGS,
    made([{ action: 'add', kind: 'activity', id: 'one', data: { kind, ...data } }]),
  );
  const record = await recordOf(holdings, { files: [], unreadable: [] }, catalogue, ON);
  const of = prepareRecord(catalogue, record).items.map(({ item, alternatives }) => ({
    ref: item.ref,
    conditions: alternatives.flat().filter(({ condition }) => condition.is === 'activity'),
  }));
  const named = of.filter(({ conditions }) =>
    conditions.some(({ condition }) => condition.is === 'activity' && condition.activity === (IN_RULES[kind] ?? kind)),
  );
  const met = of.filter(({ conditions }) =>
    conditions.some(({ witnesses }) => witnesses.some(({ interval }) => covers(interval, ON))),
  );
  return { asked: named.map(({ ref }) => ref), met: met.map(({ ref }) => ref) };
}

test.each(KINDS)('%s counts for every item that asks for it, and for no other', async (kind) => {
  const { asked, met } = await askedAndMet(kind, {
    doneOn: '2026-11-03',
    result: 'passed',
    system: 'Patient database',
    scope: 'Looked at: accounts of leavers, the plan to mend',
    findings: 'Two accounts were closed. One is not yet: we plan to close it in May [see ticket 12].',
  });
  expect(met).toEqual(asked);
});

test.each(KINDS)('%s of years ago counts no more, however often its log is looked at', async (kind) => {
  expect((await askedAndMet(kind, { doneOn: '2019-02-04', result: 'passed' })).met).toEqual([]);
});

test.each(KINDS)('%s that is only planned counts for nothing', async (kind) => {
  expect((await askedAndMet(kind, { doneOn: '2027-02-04', result: 'none' })).met).toEqual([]);
});

test.each(['partly', 'failed', 'none'])('a restore test with the result "%s" does not count', async (result) => {
  expect((await askedAndMet('restore-test', { doneOn: '2026-11-03', result })).met).toEqual([]);
});
