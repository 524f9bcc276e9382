import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, opened, type TestPlace } from '../../test/support/databases.ts';
import { type Keeping, keepingOn } from '../../test/support/kept-records.ts';
import type { Command } from '../record/decide.ts';
import { type Holdings, listOf } from '../record/holdings.ts';
import { person } from '../record/kinds/person.ts';
import type { Database } from '../storage/database.ts';

const BY = 'account:one';
const addPerson = (name: string): Command => ({ do: 'add', kind: 'person', data: { name, employment: 'staff' } });

describe.each(databases())('kept records on $kind', ({ make }) => {
  let place: TestPlace;
  let databasesOpen: Database[];
  let here: Keeping;
  let there: Keeping;
  let count = 0;

  beforeAll(async () => {
    place = await make();
    databasesOpen = [await opened(place.place), await opened(place.place)];
    const [one, other] = databasesOpen;
    if (!one || !other) throw new Error('two were opened');
    here = keepingOn(one);
    there = keepingOn(other);
  });
  afterAll(async () => {
    for (const database of databasesOpen) await database.close();
    await place.remove();
  });

  async function organisation(): Promise<string> {
    count += 1;
    await here.journal.create(`organisation-${count}`, '2026-11-20T09:30:00.000Z');
    return `organisation-${count}`;
  }

  async function namesSeenBy(keeping: Keeping, id: string): Promise<readonly string[]> {
    const record = await keeping.records.open(id);
    return record ? listOf(record.holdings, person).map(({ data }) => data.name) : [];
  }

  test('an organisation that is not there is told', async () => {
    expect(await here.records.perform('nobody', BY, addPerson('Ann'))).toEqual({
      ok: false,
      problem: { type: 'no-organisation' },
    });
  });

  test('the same record value is given again while nothing changes', async () => {
    const id = await organisation();
    await here.records.perform(id, BY, addPerson('Ann'));
    expect(await here.records.open(id)).toBe(await here.records.open(id));
  });

  test('what another process writes is seen at once', async () => {
    const id = await organisation();
    await here.records.perform(id, BY, addPerson('Ann'));
    await there.records.perform(id, BY, addPerson('Bob'));
    await here.records.perform(id, BY, addPerson('Cat'));
    expect([await namesSeenBy(here, id), await namesSeenBy(there, id)]).toEqual([
      ['Ann', 'Bob', 'Cat'],
      ['Ann', 'Bob', 'Cat'],
    ]);
  });

  test('two processes that write at the same time lose nothing', async () => {
    const id = await organisation();
    const names = Array.from({ length: 30 }, (_, i) => `Person ${i}`);
    const done = await Promise.all(
      names.map((name, i) => (i % 2 === 0 ? here : there).records.perform(id, BY, addPerson(name))),
    );
    expect([done.every(({ ok }) => ok), new Set(await namesSeenBy(here, id))]).toEqual([true, new Set(names)]);
  });

  test('a change decided on an old revision shows both versions and changes nothing', async () => {
    const id = await organisation();
    const added = await here.records.perform(id, BY, addPerson('Ann'));
    if (!added.ok) throw new Error('not added');
    const [ann = ''] = added.ids;
    const change = (name: string): Command => ({
      do: 'change',
      kind: 'person',
      id: ann,
      seen: 1,
      data: { name, employment: 'staff' },
    });
    await there.records.perform(id, BY, change('Anna'));
    const second = await here.records.perform(id, BY, change('Anne'));
    expect(second).toMatchObject({
      ok: false,
      problem: { type: 'changed-meanwhile', yours: { name: 'Anne' }, now: { revision: 2, data: { name: 'Anna' } } },
    });
    expect(await namesSeenBy(here, id)).toEqual(['Anna']);
  });

  test('a command that is refused leaves the journal as it was', async () => {
    const id = await organisation();
    const refused = await here.records.perform(id, BY, { do: 'add', kind: 'person', data: { employment: 'staff' } });
    expect([refused.ok, (await here.journal.head(id))?.seq]).toEqual([false, 0]);
  });

  test('a cold start has the same record as the one that was folded on', async () => {
    const id = await organisation();
    for (const name of ['Ann', 'Bob']) await here.records.perform(id, BY, addPerson(name));
    const [one] = databasesOpen;
    if (!one) throw new Error('it was opened');
    const cold = await keepingOn(one).records.open(id);
    expect(cold?.holdings).toEqual((await here.records.open(id))?.holdings);
  });

  test('what is sent twice is done once, whichever process it is sent to, and answered as it was', async () => {
    const id = await organisation();
    const once = { key: 'form:1', answer: ({ ids }: { readonly ids: readonly string[] }) => `/people/${ids[0]}` };
    const send = ({ records }: Keeping) => records.perform(id, BY, addPerson('Ann'), undefined, once);
    const sent = [...(await Promise.all([here, there, here, there].map(send))), await send(there)];
    const answered = new Set(sent.map((done) => done.ok && done.answered?.to));
    expect([await namesSeenBy(here, id), answered.size, sent.every(({ ok }) => ok)]).toEqual([['Ann'], 1, true]);
  });

  test('what was sent to one organisation is not known to another', async () => {
    const once = { key: 'form:2', answer: () => '/' };
    const ids = [await organisation(), await organisation()];
    for (const id of ids) await here.records.perform(id, BY, addPerson('Ann'), undefined, once);
    expect([await namesSeenBy(here, ids[0] ?? ''), await namesSeenBy(here, ids[1] ?? '')]).toEqual([['Ann'], ['Ann']]);
  });

  test('a command follows from what the record holds at the very moment, whichever process changed it', async () => {
    const id = await organisation();
    const onlyOne = (name: string) => (holdings: Holdings) =>
      listOf(holdings, person).length === 0 ? addPerson(name) : [{ message: 'There is somebody' }];
    const both = await Promise.all([
      here.records.perform(id, BY, onlyOne('Ann')),
      there.records.perform(id, BY, onlyOne('Ben')),
    ]);
    const refused = both.filter(({ ok }) => !ok);
    expect([(await namesSeenBy(here, id)).length, refused]).toEqual([
      1,
      [{ ok: false, problem: { type: 'invalid', problems: [{ message: 'There is somebody' }] } }],
    ]);
  });
});
