import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../test/support/kept-examples.ts';
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
  return { decision, holdings: decision.ok ? withChanges(holdings, decision.changes) : holdings };
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
    'Select employment',
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

describe('somebody who leaves', () => {
  const team = (): Holdings => {
    const holdings = holding('person', 'appointment', 'responsibility', 'action');
    return must(holdings, add('person', { name: 'Bob Ellis', email: 'bob@larkmoor.example' }, 'bob'));
  };

  test('is kept from leaving while something is still theirs', () => {
    const holdings = team();
    expect(messages(holdings, changed(holdings, 'person', { leftOn: '2026-12-31' }))).toContain(
      'They still look after 1 evidence items, 1 roles, 1 open actions. Hand these over first',
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
    id.map(
      (kind): Asked =>
        () => ({ do: 'erase', kind, id: kind, reason: 'r', basis: 'b' }),
    ),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (asked) => {
      let holdings = EMPTY_HOLDINGS;
      for (const one of asked) holdings = after(holdings, one(holdings)).holdings;
      const everything = [...holdings.of].flatMap(([kind, entities]) =>
        [...entities.values()].map((entity) => ({ action: 'add' as const, kind, id: entity.id, data: entity.data })),
      );
      expect(brokenBy(EMPTY_HOLDINGS, holdings, everything)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
