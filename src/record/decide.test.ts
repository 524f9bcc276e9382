import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../test/support/kept-examples.ts';
import { made } from '../../test/support/made.ts';
import { type Command, type Decision, decide } from './decide.ts';
import { brokenBy } from './guard.ts';
import { EMPTY_HOLDINGS, type Holdings, withChanges } from './holdings.ts';
import { KINDS, type KindName } from './kinds/kinds.ts';

const CONTEXT = { at: '2026-11-20T09:30:00.000Z', today: '2026-11-20' };

function after(holdings: Holdings, command: Command): { holdings: Holdings; decision: Decision } {
  let count = holdings.seq;
  const newId = () => {
    count += 1;
    return `id-${count}`;
  };
  const decision = decide(holdings, command, { ...CONTEXT, newId });
  return { decision, holdings: decision.ok ? withChanges(holdings, made(decision.changes, CONTEXT.at)) : holdings };
}

/** Holdings with the examples of some kinds, under the names of their kinds. */
function holding(...kinds: readonly KindName[]): Holdings {
  return kinds.reduce(
    (holdings, kind) => must(holdings, { do: 'add', kind, id: kind, data: KEPT_EXAMPLES[kind] }),
    EMPTY_HOLDINGS,
  );
}

function must(holdings: Holdings, command: Command): Holdings {
  const done = after(holdings, command);
  if (!done.decision.ok) throw new Error(JSON.stringify(done.decision.problem));
  return done.holdings;
}

function messages(holdings: Holdings, command: Command): readonly string[] {
  const { decision } = after(holdings, command);
  if (decision.ok) return [];
  return decision.problem.type === 'invalid'
    ? decision.problem.problems.map(({ message }) => message)
    : [decision.problem.type];
}

const add = (kind: KindName, over: Readonly<Record<string, unknown>> = {}, id?: string): Command => ({
  do: 'add',
  kind,
  ...(id !== undefined && { id }),
  data: { ...KEPT_EXAMPLES[kind], ...over },
});

function changed(holdings: Holdings, kind: KindName, over: Readonly<Record<string, unknown>>): Command {
  const entity = holdings.of.get(kind)?.get(kind);
  return { do: 'change', kind, id: kind, seen: entity?.revision ?? 0, data: { ...KEPT_EXAMPLES[kind], ...over } };
}

test('every kind can be added once what it refers to is there', () => {
  const order: KindName[] = ['person', 'supplier', 'document', 'information-asset'];
  const rest = Object.keys(KINDS).filter((name): name is KindName => !order.includes(name as KindName));
  expect(holding(...order, ...rest).seq).toBe(Object.keys(KINDS).length);
});

test('a kind that is not there is refused', () => {
  expect(messages(EMPTY_HOLDINGS, { do: 'add', kind: 'ghost', data: {} })).toEqual([
    'There is no kind of record called "ghost"',
  ]);
});

test('every wrong field is named at once', () => {
  expect(messages(EMPTY_HOLDINGS, { do: 'add', kind: 'person', data: { startedOn: 'soon' } })).toEqual([
    'Enter name',
    'Select how they work for you',
    'Started on must be a real date',
  ]);
});

test('a wrong row of a list is named by its number', () => {
  const command = add('supplier', { assurances: [{ kind: 'dspt' }, { kind: 'magic' }] });
  expect(messages(EMPTY_HOLDINGS, command)).toEqual(['What shows that they keep it safe, 2: Select kind']);
});

test('a field that is undefined is left out of what is kept', () => {
  const { decision } = after(EMPTY_HOLDINGS, add('person', { email: undefined }));
  expect(decision.ok && JSON.stringify(decision.changes[0])).not.toContain('email');
});

test('an instant is kept with milliseconds, so that instants compare as text', () => {
  const { decision } = after(EMPTY_HOLDINGS, add('incident', { foundAt: '2026-06-10T23:30:00Z' }));
  expect(decision).toMatchObject({ changes: [{ data: { foundAt: '2026-06-10T23:30:00.000Z' } }] });
});

test('what is decided says what is held afterwards', () => {
  const { decision } = after(holding('person'), add('action'));
  expect(decision.ok && decision.after).toEqual(
    decision.ok && withChanges(holding('person'), made(decision.changes, CONTEXT.at)),
  );
});

describe('several commands together', () => {
  const two = (second: Command): Command => ({ do: 'together', commands: [add('person', {}, 'person'), second] });

  test('see what the earlier of them did', () => {
    expect(messages(EMPTY_HOLDINGS, two(add('responsibility')))).toEqual([]);
  });

  test('are all left undone when one is refused', () => {
    const { decision } = after(EMPTY_HOLDINGS, two(add('risk', { likelihood: 9 })));
    expect(decision).toEqual({
      ok: false,
      problem: {
        type: 'invalid',
        problems: [{ field: 'likelihood', message: 'Likelihood, 1 to 5 must be 5 or less' }],
      },
    });
  });

  test('find two that are the same among themselves', () => {
    expect(messages(EMPTY_HOLDINGS, two(add('person', { name: 'Anna' })))).toEqual([
      'There is already a person like this: Anna',
      'There is already a person like this: Ann Okafor',
    ]);
  });
});

test('a change that changes nothing makes no entry', () => {
  const holdings = holding('person');
  const { decision } = after(holdings, changed(holdings, 'person', {}));
  expect(decision).toMatchObject({ ok: true, changes: [] });
});

describe('references', () => {
  test('must lead to something', () => {
    expect(messages(EMPTY_HOLDINGS, add('responsibility'))).toEqual([
      'Owner: what was selected is not in the record any more',
    ]);
  });

  test('keep what they lead to from being removed', () => {
    const holdings = holding('person', 'training-record');
    expect(messages(holdings, { do: 'remove', kind: 'person', id: 'person', seen: 1 })).toEqual([
      'Something still refers to it: Training record "Data security awareness, 2026-05-11" (Person). Change that first',
    ]);
  });

  test('can be removed together with what they lead to', () => {
    const holdings = holding('person', 'training-record');
    const command: Command = {
      do: 'together',
      commands: [
        { do: 'remove', kind: 'person', id: 'person', seen: 1 },
        { do: 'remove', kind: 'training-record', id: 'training-record', seen: 2 },
      ],
    };
    expect(messages(holdings, command)).toEqual([]);
  });
});

describe('what may not be', () => {
  test.each<[string, readonly KindName[], Command, string]>([
    [
      'two SIROs at a time',
      ['person', 'appointment'],
      add('appointment', { appointedOn: '2026-01-01' }),
      'Somebody else holds this role at that time. End that appointment first',
    ],
    ['two answers to one item', ['answer'], add('answer'), 'There is already an answer like this: Answer to 7.3.4'],
    [
      'a deputy of oneself',
      ['person'],
      add('responsibility', { deputy: 'person' }),
      'Deputy must be somebody else than the owner',
    ],
    [
      '"does not apply" without a reason',
      [],
      add('answer', { said: 'not-applicable', words: undefined }),
      'Enter the reason it does not apply to you',
    ],
    [
      'a longer window without a reason',
      ['document'],
      add('observation', { validFor: 'P24M' }),
      'Enter why it counts for longer than the Toolkit allows',
    ],
    [
      'an adviser without an end',
      [],
      add('grant', { role: 'adviser' }),
      'Enter the day until which the adviser may see the record',
    ],
    ['somebody let in as nothing', [], add('grant', { role: undefined }), 'Select a role'],
    ['an invitation to nothing', [], add('grant', { what: 'invitation', role: undefined }), 'Select a role'],
    ['an approval by nobody', [], add('answer', { approvedOn: '2026-11-03' }), 'Enter who approved it'],
    ['an approval on no day', [], add('answer', { approvedBy: 'A director' }), 'Enter the day it was approved'],
    [
      'an answer carried over from its own edition',
      [],
      add('answer', { carriedFrom: 'v8' }),
      'Carried from edition must be another edition than that of the answer',
    ],
    [
      'an email address without a domain',
      [],
      add('person', { email: 'ann' }),
      'Enter an email address in the correct format, like name@example.com',
    ],
    [
      'a disposal on no day',
      ['person'],
      add('digital-asset', { disposal: 'Shredded' }),
      'Enter the day it was disposed of',
    ],
    [
      'an assurance that ended before it was checked',
      [],
      add('supplier', {
        assurances: [{ kind: 'dspt' }, { kind: 'dspt', checkedOn: '2026-02-01', expiresOn: '2026-01-01' }],
      }),
      'Assurance 2: valid until must be the same as or after the day it was checked',
    ],
    [
      'a share without a hash',
      [],
      add('share', { tokenHash: 'token' }),
      'Hash of the link must be 64 hexadecimal digits',
    ],
    [
      'leaving before starting',
      [],
      add('person', { leftOn: '2020-01-01' }),
      'Left on must be the same as or after the day they started',
    ],
    [
      'a report before the incident was found',
      [],
      add('incident', { reportedAt: '2026-01-01T00:00:00Z' }),
      'Reported at must be after it was found',
    ],
  ])('%s', (_, kinds, command, message) => {
    expect(messages(holding(...kinds), command)).toContain(message);
  });

  test('an incident found past midnight in summer is not found before it happened', () => {
    const command = add('incident', { foundAt: '2026-06-10T23:30:00Z', happenedOn: '2026-06-11' });
    expect(messages(EMPTY_HOLDINGS, command)).toEqual([]);
  });

  test('another file under the same document', () => {
    const holdings = holding('document');
    expect(messages(holdings, changed(holdings, 'document', { sha256: 'b'.repeat(64) }))).toEqual([
      'SHA-256 must stay as it was',
    ]);
  });

  test('a change to a sealed submission', () => {
    const sealed = { state: 'sealed', publishedOn: '2026-06-20' };
    const holdings = must(EMPTY_HOLDINGS, add('submission', sealed, 'submission'));
    expect(messages(holdings, changed(holdings, 'submission', { ...sealed, level: 'standards-not-met' }))).toEqual([
      'Submission "Submission for v8" is sealed and does not change any more',
    ]);
  });

  test('the removal of what a sealed submission rests on', () => {
    const holdings = must(
      holding('document'),
      add('submission', {
        state: 'sealed',
        publishedOn: '2026-06-20',
        restsOn: [{ kind: 'document', id: 'document', revision: 1 }],
      }),
    );
    expect(messages(holdings, { do: 'remove', kind: 'document', id: 'document', seen: 1 })).toEqual([
      'The submission for v8 rests on it. It can be withdrawn or changed, not removed',
    ]);
  });
});

describe('sealing a submission', () => {
  const sealed = (kind: string, revision: number): Command =>
    add('submission', { state: 'sealed', publishedOn: '2026-06-20', restsOn: [{ kind, id: 'document', revision }] });

  test.each([
    ['a thing that is not there', 'answer', 1],
    ['a kind that there is not', 'ghost', 1],
    ['what is not written yet', 'document', 2],
    ['what never was', 'document', 0],
  ])('upon %s is refused', (_, kind, revision) => {
    expect(messages(holding('document'), sealed(kind, revision))).toEqual([
      'Rests on, 1: must be something in the record, as it is or was',
    ]);
  });

  test('leaves room for what it rests on to be erased by law', () => {
    const holdings = must(holding('document'), sealed('document', 1));
    const command: Command = {
      do: 'erase',
      kind: 'document',
      id: 'document',
      reason: 'asked for',
      basis: 'Article 17',
    };
    expect(messages(holdings, command)).toEqual([]);
  });

  test('once done cannot be removed', () => {
    const holdings = must(holding('document'), {
      ...add('submission', { state: 'sealed', publishedOn: '2026-06-20' }, 'submission'),
    });
    expect(messages(holdings, { do: 'remove', kind: 'submission', id: 'submission', seen: 2 })).toEqual([
      'A sealed submission cannot be removed',
    ]);
  });
});

describe('somebody who leaves', () => {
  const team = (): Holdings => {
    const holdings = holding('person', 'appointment', 'responsibility', 'action');
    return must(holdings, add('person', { name: 'Bob Ellis', email: 'bob@larkmoor.example' }, 'bob'));
  };

  test('is kept from leaving while something is still theirs', () => {
    const holdings = team();
    expect(messages(holdings, changed(holdings, 'person', { leftOn: '2026-12-31' }))).toContain(
      'They still look after 1 evidence item, 1 role and 1 open action. Hand these over first',
    );
  });

  test('hands everything over in one step', () => {
    const holdings = must(team(), { do: 'hand-over', person: 'person', seen: 1, leftOn: '2026-12-31', to: 'bob' });
    const appointments = [...(holdings.of.get('appointment')?.values() ?? [])].map(({ data }) => data);
    expect([
      holdings.of.get('responsibility')?.get('responsibility')?.data,
      holdings.of.get('action')?.get('action')?.data,
      appointments,
    ]).toEqual([
      { item: '7.3.4', owner: 'bob' },
      expect.objectContaining({ owner: 'bob' }),
      [
        { role: 'siro', person: 'person', appointedOn: '2025-01-06', endedOn: '2026-12-31' },
        { role: 'siro', person: 'bob', appointedOn: '2027-01-01' },
      ],
    ]);
  });

  const handOver = (over: Partial<Extract<Command, { do: 'hand-over' }>> = {}): Command => ({
    do: 'hand-over',
    person: 'person',
    seen: 1,
    leftOn: '2026-12-31',
    to: 'bob',
    ...over,
  });
  const heldBy = (holdings: Holdings, kind: KindName) =>
    [...(holdings.of.get(kind)?.values() ?? [])].map(({ data }) => data);

  test.each(['soon', '2026-02-30', '9999-12-31', ''])('on "%s" is told that it is no date', (leftOn) => {
    expect(messages(team(), handOver({ leftOn }))).toEqual(['Left on must be a real date']);
  });

  test('does not hand over to themselves', () => {
    expect(messages(team(), handOver({ to: 'person' }))).toEqual(['Select somebody else to take over']);
  });

  test.each([
    ['somebody who is not there', { to: 'ghost' }],
    ['a thing that is not there', { apart: [{ kind: 'action', id: 'ghost', to: 'bob' }] }],
  ])('does not hand over to or about %s', (_, over) => {
    expect(messages(team(), handOver(over))).toEqual(['not-found']);
  });

  test('hands some things to others than the rest', () => {
    const carol = must(team(), add('person', { name: 'Carol Rees', email: 'carol@larkmoor.example' }, 'carol'));
    const apart = [
      { kind: 'responsibility', id: 'responsibility', to: 'carol' },
      { kind: 'action', id: 'action' },
    ];
    const holdings = must(carol, handOver({ apart }));
    expect([heldBy(holdings, 'responsibility'), heldBy(holdings, 'action')]).toEqual([
      [{ item: '7.3.4', owner: 'carol' }],
      [expect.not.objectContaining({ owner: expect.anything() })],
    ]);
  });

  test('hands risks and information assets over as well', () => {
    const more = [add('risk', { owner: 'person' }), add('information-asset', { owner: 'person' })];
    const holdings = must(must(team(), { do: 'together', commands: more }), handOver());
    expect([...heldBy(holdings, 'risk'), ...heldBy(holdings, 'information-asset')]).toEqual([
      expect.objectContaining({ owner: 'bob' }),
      expect.objectContaining({ owner: 'bob' }),
    ]);
  });

  test('leaves a role with who was to follow anyway', () => {
    const carol = must(team(), add('person', { name: 'Carol Rees', email: 'carol@larkmoor.example' }, 'carol'));
    const until = must(carol, changed(carol, 'appointment', { endedOn: '2027-01-31' }));
    const follower = must(until, add('appointment', { person: 'carol', appointedOn: '2027-02-01' }));
    expect(heldBy(must(follower, handOver()), 'appointment')).toEqual([
      expect.objectContaining({ person: 'person', endedOn: '2026-12-31' }),
      expect.objectContaining({ person: 'carol', appointedOn: '2027-02-01' }),
    ]);
  });

  test('gives a role that would have begun later to who takes over', () => {
    const base = holding('person');
    const bob = must(base, add('person', { name: 'Bob Ellis', email: 'bob@larkmoor.example' }, 'bob'));
    const later = must(bob, add('appointment', { appointedOn: '2027-04-01' }));
    expect(heldBy(must(later, handOver()), 'appointment')).toEqual([
      { role: 'siro', person: 'bob', appointedOn: '2027-04-01' },
    ]);
  });

  test('with nobody to take over, deputies become owners and the rest ends', () => {
    const deputised = must(team(), changed(team(), 'responsibility', { deputy: 'bob' }));
    const holdings = must(deputised, { do: 'hand-over', person: 'person', seen: 1, leftOn: '2026-12-31' });
    expect([heldBy(holdings, 'responsibility'), heldBy(holdings, 'appointment')]).toEqual([
      [{ item: '7.3.4', owner: 'bob' }],
      [expect.objectContaining({ person: 'person', endedOn: '2026-12-31' })],
    ]);
  });

  test('shows both versions when somebody changed them meanwhile', () => {
    expect(messages(team(), { do: 'hand-over', person: 'person', seen: 99, leftOn: '2026-12-31', to: 'bob' })).toEqual([
      'changed-meanwhile',
    ]);
  });
});

describe('an erasure', () => {
  test.each([
    ['', 'Article 17', 'Enter why it is erased'],
    ['asked for', ' ', 'Enter the legal basis of the erasure'],
  ])('with the reason "%s" and the basis "%s" is told: %s', (reason, basis, message) => {
    expect(messages(holding('person'), { do: 'erase', kind: 'person', id: 'person', reason, basis })).toEqual([
      message,
    ]);
  });

  const erase = (kind: KindName, over: Partial<Extract<Command, { do: 'erase' }>> = {}): Command => ({
    do: 'erase',
    kind,
    id: kind,
    reason: 'asked for',
    basis: 'Article 17',
    ...over,
  });

  test('is refused while something refers to it, and says what', () => {
    expect(messages(holding('person', 'appointment'), erase('person'))).toEqual([
      'Something still refers to it: Appointment "Senior Information Risk Owner (SIRO)" (Person). Change that first',
    ]);
  });

  test('empties on demand what may be empty, in the same step', () => {
    const holdings = must(
      must(holding('person', 'action'), add('activity', { people: ['person'] }, 'activity')),
      erase('person', { clearing: true }),
    );
    expect([
      holdings.of.get('action')?.get('action')?.data,
      holdings.of.get('activity')?.get('activity')?.data,
    ]).toEqual([expect.not.objectContaining({ owner: expect.anything() }), expect.objectContaining({ people: [] })]);
  });

  test('empties a reference to a document that otherwise never changes', () => {
    const observation = { kind: 'certificate', words: 'Seen on the register of certificates.' };
    const holdings = must(holding('document'), add('observation', observation, 'observation'));
    const after = must(holdings, erase('document', { clearing: true }));
    expect(after.of.get('observation')?.get('observation')?.data).not.toHaveProperty('document');
  });

  test('does not empty what must not be empty', () => {
    expect(messages(holding('person', 'training-record'), erase('person', { clearing: true }))).toEqual([
      'Something still refers to it: Training record "Data security awareness, 2026-05-11" (Person). Change that first',
    ]);
  });

  test('is made of something that was removed earlier as well', () => {
    expect(messages(EMPTY_HOLDINGS, erase('person'))).toEqual([]);
  });

  test.each([
    ['\u0000', 'Why it is erased must not contain control characters'],
    ['x'.repeat(20_001), 'Why it is erased must be 20,000 characters or fewer'],
  ])('with the reason %j is refused', (reason, message) => {
    expect(messages(holding('person'), erase('person', { reason }))).toEqual([message]);
  });

  test.each(['', 'a b', '\u0000', 'x'.repeat(65)])('of the id %j finds nothing', (id) => {
    expect(messages(holding('person'), erase('person', { id }))).toEqual(['not-found']);
  });

  test('takes the entity out of the record', () => {
    const holdings = must(holding('person'), {
      do: 'erase',
      kind: 'person',
      id: 'person',
      reason: 'asked for',
      basis: 'Article 17',
    });
    expect(holdings.of.get('person')?.has('person')).toBe(false);
  });
});

test('whatever is asked in whatever order, nothing that is broken gets in, and what is refused changes nothing', () => {
  const kinds = Object.keys(KINDS) as KindName[];
  const id = fc.constantFrom(...kinds);
  type Asked = (holdings: Holdings) => Command;
  const command = fc.oneof<fc.Arbitrary<Asked>[]>(
    id.map(
      (kind): Asked =>
        () =>
          add(kind, {}, kind),
    ),
    fc.tuple(id, fc.boolean()).map(
      ([kind, right]): Asked =>
        (holdings) => ({
          do: 'remove',
          kind,
          id: kind,
          seen: right ? (holdings.of.get(kind)?.get(kind)?.revision ?? 0) : 99,
        }),
    ),
    id.map(
      (kind): Asked =>
        (holdings) =>
          changed(holdings, kind, { surplus: undefined }),
    ),
    fc.tuple(id, fc.boolean()).map(
      ([kind, clearing]): Asked =>
        () => ({ do: 'erase', kind, id: kind, reason: 'r', basis: 'b', ...(clearing && { clearing }) }),
    ),
    fc.tuple(fc.constantFrom('person', 'bob'), fc.option(fc.constantFrom('person', 'bob', 'carol'))).map(
      ([person, to]): Asked =>
        (holdings) => ({
          do: 'hand-over',
          person,
          seen: holdings.of.get('person')?.get(person)?.revision ?? 0,
          leftOn: '2026-12-31',
          ...(to !== null && { to }),
        }),
    ),
    fc.constantFrom('bob', 'carol').map(
      (name): Asked =>
        () =>
          add('person', { name, email: undefined }, name),
    ),
    fc.constantFrom('bob', 'person').map(
      (person): Asked =>
        (holdings) =>
          changed(holdings, 'appointment', { person, endedOn: '2027-03-31' }),
    ),
  );
  const asked = fc.oneof(
    { weight: 5, arbitrary: command },
    {
      weight: 1,
      arbitrary: fc.array(command, { maxLength: 4 }).map(
        (several): Asked =>
          (holdings) => ({ do: 'together', commands: several.map((one) => one(holdings)) }),
      ),
    },
  );
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 60 }), (all) => {
      let holdings = holding('person', 'appointment', 'supplier', 'document');
      for (const one of all) holdings = after(holdings, one(holdings)).holdings;
      const everything = [...holdings.of].flatMap(([kind, entities]) =>
        [...entities.values()].map((entity) => ({ action: 'add' as const, kind, id: entity.id, data: entity.data })),
      );
      expect(brokenBy(EMPTY_HOLDINGS, holdings, everything)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe('what has not happened yet', () => {
  test.each<[KindName, Record<string, unknown>, string]>([
    ['training-record', { completedOn: '2026-11-21' }, 'Completed on must be today or in the past'],
    ['incident', { foundAt: '2026-11-21T00:00:00.000Z' }, 'Found at must be today or in the past'],
    ['action', { doneOn: '2027-01-01' }, 'Done on must be today or in the past'],
    [
      'activity',
      { doneOn: '2026-11-21', result: 'passed' },
      'Select “No result as such” for what has not taken place yet',
    ],
  ])('is not kept as done: %s', (kind, over, message) => {
    const data = { ...KEPT_EXAMPLES[kind], ...over };
    expect(messages(holding('person'), { do: 'add', kind, data })).toContain(message);
  });

  test('is kept as a plan', () => {
    const data = { ...KEPT_EXAMPLES.activity, doneOn: '2026-12-01', result: 'none' };
    expect(messages(EMPTY_HOLDINGS, { do: 'add', kind: 'activity', data })).toEqual([]);
  });

  test('is kept as done from its day on', () => {
    const data = { ...KEPT_EXAMPLES.activity, doneOn: CONTEXT.today, result: 'passed' };
    expect(messages(EMPTY_HOLDINGS, { do: 'add', kind: 'activity', data })).toEqual([]);
  });
});

test('what is told otherwise loses its confirmation, and what is not keeps it', () => {
  const facts = { 'has-paper-records': false, 'uses-byod': false };
  const both = must(
    must(holding('confirmation'), {
      do: 'add',
      kind: 'organisation',
      id: 'organisation',
      data: { ...KEPT_EXAMPLES.organisation, facts },
    }),
    add('confirmation', { fact: 'uses-byod' }, 'other'),
  );
  const left = (over: Readonly<Record<string, unknown>>) => [
    ...(must(both, changed(both, 'organisation', over))
      .of.get('confirmation')
      ?.keys() ?? []),
  ];
  expect(left({ facts, icoNumber: 'ZA999999' })).toEqual(['confirmation', 'other']);
  expect(left({ facts: { ...facts, 'has-paper-records': true } })).toEqual(['other']);
  expect(left({ facts: {} })).toEqual([]);
});
