import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { saveImportedCatalogue } from '../../exchange/official-workbook-store.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { KindName } from '../../record/kinds/kinds.ts';
import type { Standing } from './standing.ts';

const ORG = 'larkmoor';
const ON = '2026-11-20';
const BY = 'account:ann';

let all: TestInstallation;
beforeEach(async () => {
  all = await testInstallation();
  await all.installation.journal.create(ORG, all.clock.at);
  await keep('organisation', {}, 'own');
  await keep('person', { jobTitle: 'Director' }, 'ann');
});
afterEach(() => all.stop());

async function keep(kind: KindName, over: Readonly<Record<string, unknown>> = {}, id?: string): Promise<string> {
  const data = { ...KEPT_EXAMPLES[kind], ...over };
  const done = await all.installation.records.perform(ORG, BY, {
    do: 'add',
    kind,
    data,
    ...(id !== undefined && { id }),
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.ids[0] ?? '';
}

async function upload(path: string, text: string): Promise<string> {
  await all.installation.documents.keep(ORG, 'system', {
    path,
    stream: Readable.from([Buffer.from(text)]),
    source: 'upload',
  });
  const record = await all.installation.records.open(ORG);
  return (record && listOf(record.holdings, document).find(({ data }) => data.path === path)?.id) ?? '';
}

async function standing(on = ON): Promise<Standing> {
  const result = await all.installation.standings.on(ORG, on);
  if (!result.ok) throw new Error(result.problem.message);
  return result.standing;
}

async function standingOf(ref: string, on = ON): Promise<string | undefined> {
  return (await standing(on)).check.assessment.items.find(({ item }) => item.ref === ref)?.standing;
}

async function contradictions(): Promise<readonly { readonly message: string; readonly files: readonly string[] }[]> {
  const { findings } = (await standing()).check.assessment;
  return findings
    .filter(({ code }) => code === 'contradiction' || code === 'unsupported-claim')
    .map(({ message, seen }) => ({ message, files: seen.map(({ file }) => file) }));
}

function dataIn(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}

const POLICY =
  '# Backup policy\n\nApproved by Ann Okafor on 3 March 2026. Version 2.\n\nWe take backups of the patient database every night.\n';

/** Older than the twelve months for which an audit counts. */
const AUDIT =
  '# Internal audit of data protection and security\n\nApproved by Ann Okafor on 10 September 2025. Version 1.\n\n## Scope\n\nThe whole company.\n\n## Findings\n\nTwo findings.\n\n## Actions\n\n| Action | Action owner |\n| --- | --- |\n| Rotate the keys | Ben Hart |\n';

describe('registers prove what spreadsheets prove', () => {
  test.each<[string, KindName, Readonly<Record<string, unknown>>]>([
    [
      '7.3.4',
      'activity',
      {
        kind: 'restore-test',
        doneOn: '2026-10-02',
        result: 'passed',
        system: 'Patient database',
        by: 'Ben Hart',
        findings: 'All tables were there; the row counts were the same.',
      },
    ],
    ['3.2.1', 'training-record', { person: 'ann', certificate: 'C-1', score: 95 }],
    ['4.1.1', 'person', { name: 'Ben Hart', email: undefined, jobTitle: 'Engineer', startedOn: '2025-02-03' }],
    ['8.2.1', 'digital-asset', { holder: 'ann', product: 'Windows 11 25H2', supportEndsOn: '2027-10-12' }],
    [
      '10.2.1',
      'supplier',
      {
        name: 'Corvane Cloud',
        service: 'Hosting',
        processorTermsOn: '2025-02-01',
        assurances: [{ kind: 'iso-27001', reference: 'IS 1', expiresOn: '2027-05-31' }],
      },
    ],
  ])('%s by %s', async (ref, kind, data) => {
    await keep(kind, data);
    expect(await standingOf(ref)).toBe('proven');
  });

  const saysOf = async (ref: string, on = ON) =>
    (await standing(on)).check.assessment.items
      .find(({ item }) => item.ref === ref)
      ?.checks.map(({ met, because }) => `${met}: ${because}`)
      .join('\n') ?? '';

  test('a staff list in which somebody has no role proves nothing, and names them', async () => {
    await keep('person', { name: 'Ben Hart', email: undefined });
    expect([await standingOf('4.1.1'), await saysOf('4.1.1')]).toEqual([
      expect.not.stringMatching('proven'),
      expect.stringContaining('no role is given for Ben Hart'),
    ]);
  });

  test('a restore test planned for next month proves nothing yet', async () => {
    await keep('activity', {
      kind: 'restore-test',
      doneOn: '2026-12-15',
      result: 'none',
      system: 'Patient database',
      by: 'Ben Hart',
      findings: 'All tables were there; the row counts were the same.',
    });
    expect(await standingOf('7.3.4')).not.toBe('proven');
  });

  test('a restore test of which nothing is said but that it passed is not proof, and what is lacking is named', async () => {
    await keep('activity', { kind: 'restore-test', doneOn: '2026-10-02', result: 'passed' });
    const item = (await standing()).check.assessment.items.find((one) => one.item.ref === '7.3.4');
    expect([item?.standing, item?.reasons.join(' ').includes('who did it; how the data was checked')]).toEqual([
      'claimed',
      true,
    ]);
  });

  test('and it lapses like any other', async () => {
    await keep('activity', {
      kind: 'restore-test',
      doneOn: '2025-12-01',
      result: 'passed',
      system: 'Patient database',
      by: 'Ben Hart',
      findings: 'All tables were there; the row counts were the same.',
    });
    expect([await standingOf('7.3.4'), await standingOf('7.3.4', '2026-12-02')]).toEqual(['proven', 'stale']);
  });
});

test('a supplier in the register that sees personal data and shows no assurance is a finding', async () => {
  await keep('supplier', { name: 'Corvane Cloud', assurances: undefined });
  await keep('supplier', { name: 'Paper Mill', assurances: undefined, handlesPersonalData: false });
  const { findings } = (await standing()).check.assessment;
  expect(findings.filter(({ code }) => code === 'supplier-unassured').map(({ message }) => message)).toEqual([
    expect.stringContaining('Corvane Cloud'),
  ]);
});

describe('what is said of days to come', () => {
  const LOG = 'Date,System,Tested by,Result\n03/12/2026,Patient database,Sam Whitlock,Successful\n';

  test('proves nothing when its day has come, since it was written before', async () => {
    await upload('continuity/restore test log.csv', LOG);
    all.clock.at = '2026-12-10T09:00:00.000Z';
    const { findings } = (await standing('2026-12-10')).check.assessment;
    expect([
      await standingOf('7.3.4', '2026-12-10'),
      findings.some(({ code }) => code === 'future-dated-claim'),
    ]).toEqual(['contradicted', true]);
  });

  test('proves what it says when it came in afterwards', async () => {
    all.clock.at = '2026-12-10T09:00:00.000Z';
    await upload('continuity/restore test log.csv', LOG);
    expect(await standingOf('7.3.4', '2026-12-10')).toBe('proven');
  });

  test('a day to come is judged by what is there today', async () => {
    await keep('activity', {
      kind: 'restore-test',
      doneOn: ON,
      result: 'passed',
      system: 'Patient database',
      by: 'Ben Hart',
      findings: 'All tables were there; the row counts were the same.',
    });
    const ahead = await standing('2027-12-01');
    expect([ahead.check.record.readOn, await standingOf('7.3.4', '2027-12-01')]).toEqual([ON, 'stale']);
  });
});

describe('contradictions run across', () => {
  test('a document and a register: who holds a role', async () => {
    await keep('appointment', { role: 'siro', person: 'ann' });
    await upload(
      'policies/ig policy.md',
      '# Information governance policy\n\nOur Senior Information Risk Owner (SIRO) is Priya Raman.\n',
    );
    const found = (await contradictions()).find(({ message }) => message.includes('SIRO'));
    expect(found?.files.some((file) => file.startsWith('register:'))).toBe(true);
  });

  test('a document and a register: somebody who has left still holds a role', async () => {
    await keep('person', { name: 'Priya Raman', email: 'priya@larkmoor.example', leftOn: '2026-06-30' });
    await upload(
      'policies/ig policy.md',
      '# Information governance policy\n\nOur Senior Information Risk Owner (SIRO) is Priya Raman.\n',
    );
    const { findings } = (await standing()).check.assessment;
    expect(findings.some(({ code, message }) => code === 'owner-left' && message.includes('Priya Raman'))).toBe(true);
  });

  test('an answer and a register: everyone must use a second factor', async () => {
    await keep('digital-asset', {
      name: 'Mail service',
      type: 'cloud-service',
      mfa: 'off',
      serial: undefined,
      holder: undefined,
    });
    await keep('answer', { item: '4.5.3', words: 'Multi-factor authentication is enforced for all accounts.' });
    const found = (await contradictions()).filter(({ files }) =>
      files.some((file) => file.startsWith('answer: 4.5.3')),
    );
    expect(found).not.toEqual([]);
  });

  test('an answer and a document: how long backups are kept', async () => {
    await upload(
      'policies/backup.md',
      '# Backup policy\n\nBackups of the patient database are retained for 35 days.\n',
    );
    await keep('answer', { item: '7.3.1', words: 'Backups of the patient database are retained for 90 days.' });
    const found = (await contradictions()).filter(({ files }) =>
      files.some((file) => file.startsWith('answer: 7.3.1')),
    );
    expect(found).not.toEqual([]);
  });

  test('the words of an answer prove nothing by themselves', async () => {
    await keep('answer', { item: '7.3.4', words: 'The patient database was restored successfully on 2 October 2026.' });
    expect(await standingOf('7.3.4')).toBe('claimed');
  });
});

describe('what people decide about a document', () => {
  test('a rejected suggestion is gone', async () => {
    const id = await upload('policies/backup policy.md', POLICY);
    const before =
      (await standing()).check.record.documents.find(({ path }) => path.includes('backup'))?.suggestions ?? [];
    const ref = before[0]?.ref ?? '';
    await keep('observation', { items: [ref], document: id, verdict: 'does-not-show', effectiveOn: undefined });
    const after =
      (await standing()).check.record.documents.find(({ path }) => path.includes('backup'))?.suggestions ?? [];
    expect([before.length > 0, after.some((one) => one.ref === ref)]).toEqual([true, false]);
  });

  test('one that was rejected for an item proves nothing for it, and still does for others', async () => {
    const id = await upload('registrations.md', '# Registrations\n\nICO registration number: ZA123456\n');
    const stated = async () =>
      (await standing()).check.assessment.items
        .find(({ item }) => item.ref === '1.1.1')
        ?.checks.map(({ because }) => because)
        .some((because) => because.startsWith('registrations.md'));
    const before = await stated();
    await keep('observation', { items: ['1.1.1'], document: id, verdict: 'does-not-show', effectiveOn: undefined });
    expect([before, await stated()]).toEqual([true, false]);
  });

  test('an accepted one is sure, and says who accepted it', async () => {
    const id = await upload('policies/backup policy.md', POLICY);
    await keep('observation', { items: ['9.3.1'], document: id, collector: 'Ann Okafor', effectiveOn: undefined });
    const view = await all.installation.standings.item(ORG, '9.3.1', { on: ON });
    expect(view?.documents).toEqual([
      {
        id,
        path: 'policies/backup policy.md',
        score: 1,
        reasons: ['Accepted by Ann Okafor.'],
        verdict: 'shows',
        decided: expect.any(Number),
      },
    ]);
  });

  test('one that has lapsed counts for as long as somebody allowed with a reason, says so, and then lapses too', async () => {
    const id = await upload('audits/internal audit.md', AUDIT);
    await keep('observation', {
      items: ['1.3.2'],
      document: id,
      effectiveOn: undefined,
      validFor: 'P18M',
      windowReason: 'The auditor came late, and the next audit is booked.',
    });
    const [before, after] = [await standing('2027-02-28'), await standing('2027-03-11')].map(({ check }) =>
      check.assessment.items.find(({ item }) => item.ref === '1.3.2'),
    );
    expect([await standingOf('1.3.2'), before?.standing, after?.standing]).toEqual(['proven', 'proven', 'stale']);
    expect(before?.checks.map(({ because }) => because).join()).toContain('allowed to count for 18 months');
  });

  test('what was allowed for one item is not allowed for another', async () => {
    const id = await upload('audits/internal audit.md', AUDIT);
    const allowed = { validFor: 'P18M', windowReason: 'The auditor came late.' };
    await keep('observation', { items: ['1.3.2'], document: id, effectiveOn: undefined });
    await keep('observation', { items: ['9.3.1'], document: id, effectiveOn: undefined, ...allowed });
    expect(await standingOf('1.3.2')).toBe('stale');
  });

  test('a document that was withdrawn does not count from that day on', async () => {
    const id = await upload('policies/backup policy.md', POLICY);
    await all.installation.documents.withdraw(ORG, BY, id);
    expect((await standing()).check.record.documents.map(({ path }) => path)).not.toContain(
      'policies/backup policy.md',
    );
  });
});

describe('as it was', () => {
  test('at any earlier moment, answers and standing are those of then', async () => {
    const first = await keep('answer', { item: '7.3.4', said: 'yes' });
    const then = all.clock.at;
    all.clock.at = '2026-11-25T10:00:00.000Z';
    await all.installation.records.perform(ORG, BY, {
      do: 'change',
      kind: 'answer',
      id: first,
      seen: 3,
      data: { ...KEPT_EXAMPLES.answer, said: 'no' },
    });
    const was = await all.installation.standings.at(ORG, then);
    expect([
      was.ok && was.standing.check.assessment.items.find(({ item }) => item.ref === '7.3.4')?.standing,
      await standingOf('7.3.4', '2026-11-25'),
      (await all.installation.standings.entityAt(ORG, 'answer', first, then))?.data,
    ]).toEqual(['claimed', 'gap', KEPT_EXAMPLES.answer]);
  });

  test('does not show what has been erased since, also when it was looked at before', async () => {
    const id = await keep('person', { name: 'Zed Secret', email: undefined });
    const then = all.clock.at;
    const look = async () => {
      const was = await all.installation.standings.at(ORG, then);
      return JSON.stringify(was.ok && [...(was.standing.holdings.of.get('person')?.values() ?? [])]).includes('Zed');
    };
    const before = await look();
    all.clock.at = '2026-11-22T10:00:00.000Z';
    const why = { reason: 'asked', basis: 'UK GDPR 17' };
    await all.installation.records.perform(ORG, BY, { do: 'erase', kind: 'person', id, ...why });
    expect([before, await look()]).toEqual([true, false]);
  });

  test('stays the very same while the record goes on, and is not folded again', async () => {
    const then = all.clock.at;
    const before = await all.installation.standings.at(ORG, then);
    all.clock.at = '2026-11-22T10:00:00.000Z';
    await keep('person', { name: 'Somebody New', email: undefined });
    expect(await all.installation.standings.at(ORG, then)).toBe(before);
  });

  test('a clock that was put back takes nothing out of the past', async () => {
    all.clock.at = '2026-11-20T12:00:00.000Z';
    await keep('person', { name: 'Zero', email: undefined });
    all.clock.at = '2026-11-20T10:00:00.000Z';
    const commands = Array.from({ length: 1_500 }, (_, i) => ({
      do: 'add' as const,
      kind: 'person',
      data: { name: `Person ${i}`, employment: 'staff' },
    }));
    const done = await all.installation.records.perform(ORG, BY, { do: 'together', commands });
    const held = await all.installation.standings.holdingsAt(ORG, '2026-11-20T11:00:00.000Z');
    const [id = ''] = done.ok ? done.ids : [];
    expect([held?.of.get('person')?.size, held?.of.get('person')?.get(id)?.revision]).toEqual([
      1_502,
      done.ok && done.record.holdings.of.get('person')?.get(id)?.revision,
    ]);
  });

  test('before there was anything, nothing was held', async () => {
    const holdings = await all.installation.standings.holdingsAt(ORG, '2020-01-01T00:00:00.000Z');
    expect(holdings?.seq).toBe(0);
  });

  test('history tells every step, and which of them were erased', async () => {
    const id = await keep('person', { name: 'Priya Raman', email: undefined });
    await all.installation.records.perform(ORG, BY, {
      do: 'erase',
      kind: 'person',
      id,
      reason: 'asked for',
      basis: 'Article 17',
    });
    const steps = await all.installation.standings.history(ORG, 'person', id);
    expect(steps.map(({ entry, erased, data }) => [entry.action, erased, data])).toEqual([
      ['add', true, undefined],
      ['erase', false, { reason: 'asked for', basis: 'Article 17' }],
    ]);
  });
});

test('documents alone stand as they do in a gap check of the folder', async () => {
  await upload('policies/backup policy.md', POLICY);
  const { record } = (await standing()).check;
  const own = record.documents.filter(({ path }) => !path.startsWith('register:'));
  expect(own.map(({ path, profile }) => [path, profile.kind])).toEqual([['policies/backup policy.md', 'policy']]);
});

test('the same record and day give the very same standing', async () => {
  expect(await standing()).toBe(await standing());
});

test('what changes nothing it rests on is not judged again, and is shown all the same', async () => {
  const before = await standing();
  await keep('comment', { mentions: undefined });
  const after = await standing();
  expect(after.check).toBe(before.check);
  expect(after.holdings.of.get('comment')?.size).toBe(1);
});

describe('a change', () => {
  /** Something else in an entry of each kind, and whether a standing rests on it. */
  const CHANGES: Readonly<
    Record<Exclude<KindName, 'document'>, readonly [rests: boolean, Readonly<Record<string, unknown>>]>
  > = {
    organisation: [true, { odsCode: '8JX42' }],
    person: [true, { jobTitle: 'Engineer' }],
    appointment: [true, { appointedOn: '2025-01-07' }],
    absence: [false, { until: '2026-08-15' }],
    responsibility: [false, { item: '7.3.1' }],
    'information-asset': [true, { purpose: 'Care' }],
    'digital-asset': [true, { serial: 'C02Y' }],
    'data-flow': [true, { to: 'Another platform' }],
    supplier: [true, { service: 'Hosting' }],
    observation: [true, { effectiveOn: '2026-10-03' }],
    answer: [true, { words: 'Every month.' }],
    comment: [false, { words: 'There it is.' }],
    confirmation: [true, { by: 'Cara Moss' }],
    'training-record': [true, { completedOn: '2026-05-12' }],
    activity: [true, { system: 'Files' }],
    incident: [true, { title: 'Email to a wrong address' }],
    risk: [true, { title: 'Loss of the power' }],
    action: [false, { what: 'Write it' }],
    'admin-agreement': [true, { system: 'Console' }],
    submission: [false, { level: 'standards-not-met' }],
    share: [false, { label: 'Another trust' }],
    grant: [false, { name: 'Ann O.' }],
  };
  /** What the examples need to stand beside what is there already. */
  const FITTING: Readonly<Partial<Record<KindName, object>>> = {
    person: { name: 'Ben Hart', email: undefined },
    observation: { kind: 'check' },
  };
  const KINDS_CHANGED = Object.entries(CHANGES) as [KindName, (typeof CHANGES)['person']][];

  test('is judged when it is of a kind that a standing rests on, and never otherwise', async () => {
    const commands = KINDS_CHANGED.filter(([kind]) => kind !== 'organisation').map(([kind]) => {
      const { document: _, ...example } = KEPT_EXAMPLES[kind];
      return { do: 'add' as const, kind, id: kind, data: { ...example, ...FITTING[kind] } };
    });
    const { records } = all.installation;
    const done = await records.perform(ORG, 'system', { do: 'together', commands });
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    const judged: [string, boolean][] = [];
    for (const [kind, [, over]] of KINDS_CHANGED) {
      const before = await standing();
      const id = kind === 'organisation' ? 'own' : kind;
      const entity = before.holdings.of.get(kind)?.get(id);
      const data = { ...dataIn(entity?.data), ...over };
      const change = { do: 'change' as const, kind, id, seen: entity?.revision ?? 0, data };
      expect(await records.perform(ORG, 'system', change)).toMatchObject({ ok: true });
      judged.push([kind, (await standing()).check !== before.check]);
    }
    expect(judged).toEqual(KINDS_CHANGED.map(([kind, [rests]]) => [kind, rests]));
  });

  test('has no document looked at again, though somebody looked at the past in between', async () => {
    await upload('policies/backup policy.md', POLICY);
    all.clock.at = '2026-11-22T09:30:00.000Z';
    const ofToday = async () =>
      (await standing('2026-11-22')).check.record.documents.find(({ path }) => path.startsWith('policies/'));
    const before = await ofToday();
    const past = await all.installation.standings.at(ORG, '2026-11-20T23:00:00.000Z');
    expect(past.ok && past.standing.check.record.documents).not.toContain(before);
    await keep('activity');
    expect(before).toBeDefined();
    expect(await ofToday()).toBe(before);
  });

  test('is judged when it is a document that came in', async () => {
    const before = await standing();
    await upload('policies/backup policy.md', POLICY);
    expect((await standing()).check).not.toBe(before.check);
  });

  test('has a file looked for again that was missing for a moment', async () => {
    await keep('document', {}, 'gone');
    const before = await standing();
    await keep('comment', { mentions: undefined });
    expect((await standing()).check).not.toBe(before.check);
  });
});

test('what is said of a day to come is said anew each day', async () => {
  await standing('2027-06-30');
  all.clock.at = '2026-12-01T09:30:00.000Z';
  expect((await standing('2027-06-30')).check.record.readOn).toBe('2026-12-01');
});

test('official wording that was imported meanwhile is used from then on', async () => {
  const { catalogue } = (await standing()).check;
  const renamed = {
    ...catalogue,
    origin: 'imported' as const,
    items: catalogue.items.map((item) => ({ ...item, official: { text: `What ${item.ref} asks.` } })),
  };
  const rules = { carried: catalogue.items.map(({ ref }) => ref), needsConfirming: [], without: [] };
  await saveImportedCatalogue(all.dataDir, { catalogue: renamed, rules }, catalogue.edition);
  expect((await standing()).check.catalogue.items[0]?.official?.text).toMatch(/^What /);
});

test('an organisation that is not there is told', async () => {
  expect(await all.installation.standings.on('nobody', ON)).toMatchObject({
    ok: false,
    problem: { type: 'no-organisation' },
  });
});
