import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { listOf } from '../../record/holdings.ts';
import { organisation } from '../../record/kinds/organisation.ts';

let server: OwnedServer;
let home: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  await keep('person', { name: 'Ann Okafor', employment: 'director' }, 'ann');
  await keep('person', { name: 'Ben Hart', employment: 'staff' }, 'ben');
});
afterEach(() => server.stop());

async function keep(kind: string, data: unknown, id?: string) {
  const command = { do: 'add' as const, kind, data, ...(id !== undefined && { id }) };
  const done = await server.installation.records.perform(server.organisation, 'system', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
/** Says how many people work for the organisation. */
async function tell(staff: number) {
  const done = await server.installation.records.perform(server.organisation, 'system', (holdings) => {
    const [own] = listOf(holdings, organisation);
    if (!own) return [{ message: 'none' }];
    const data = { ...own.data, facts: { ...own.data.facts, staff } };
    return { do: 'change' as const, kind: organisation.name, id: own.id, seen: own.revision, data };
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
const trained = (person: string) =>
  keep('training-record', {
    person,
    course: 'Awareness',
    kind: 'data-security',
    completedOn: '2026-03-02',
    result: 'passed',
  });
const says = async (path: string) =>
  (await server.owner.get(`${home}${path}`)).body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const count = (words: string, of: string) => words.split(of).length - 1;

describe('where the record holds nothing of a kind', () => {
  test('nobody is said to have taken no training, nor to have no administrator rights', async () => {
    const words = await says('/people');
    expect([count(words, 'Not taken'), count(words, 'Not recorded'), words.includes('None')]).toEqual([0, 4, false]);
    expect((await says('/people/ben')).includes('Administrator rights Not recorded.')).toBe(true);
    expect(await says('/people?show=training')).toContain('Ben Hart');
  });

  test('whoever is not in it is, once it holds something of somebody', async () => {
    await trained('ann');
    await keep('admin-agreement', { person: 'ann', system: 'Microsoft 365', signedOn: '2026-03-02' });
    const words = await says('/people');
    expect([count(words, 'Not taken'), count(words, 'Not recorded')]).toEqual([1, 0]);
    expect(await says('/people/ben')).toContain('Administrator rights None.');
  });
});

describe('the number of people somebody told', () => {
  test('is doubted by nobody where the staff list has as many', async () => {
    await tell(2);
    await trained('ann');
    for (const path of ['/people', '/items/4.1.1', '/items/3.2.1'])
      expect(await says(path)).not.toContain('You told us that 2');
  });

  test('stands beside the staff list, the training figure and the items that count people where it is greater', async () => {
    await tell(12);
    await trained('ann');
    const list = 'You told us that 12 people work for you, but 2 are in the staff list.';
    const training =
      'You told us that 12 people work for you, but we can count the training of 2 only: 10 people may be missing.';
    const people = await says('/people');
    expect([people.includes(list), people.includes(training)]).toEqual([true, true]);
    expect([
      (await says('/items/4.1.1')).includes(list),
      (await says('/items/3.2.1')).includes(training),
      (await says('/items/7.3.4')).includes('You told us that 12'),
    ]).toEqual([true, true, false]);
  });

  test('may leave out contractors and volunteers or not', async () => {
    await keep('person', { name: 'Cara Moss', employment: 'contractor' });
    for (const staff of [2, 3]) {
      await tell(staff);
      expect(await says('/people')).not.toContain('You told us that');
    }
    await tell(1);
    expect(await says('/people')).toContain('You told us that 1 person works for you, but 2 are in the staff list.');
  });
});

test('the result of a course that several took is kept with each, so that the item does not fail for it', async () => {
  const { body } = await server.owner.get(`${home}/people/training`);
  expect([body.includes('name="result"'), body.includes('name="document"')]).toEqual([true, true]);
  const { statusCode } = await server.owner.post(`${home}/people/training`, {
    course: 'Awareness',
    kind: 'data-security',
    'completedOn-day': '3',
    'completedOn-month': '11',
    'completedOn-year': '2026',
    result: 'passed',
    people: ['ann', 'ben'],
  });
  expect(statusCode).toBe(303);
  const record = await server.installation.records.open(server.organisation);
  const kept = [...(record?.holdings.of.get('training-record')?.values() ?? [])].map(({ data }) => data);
  expect(kept).toEqual([expect.objectContaining({ result: 'passed' }), expect.objectContaining({ result: 'passed' })]);
  expect(await says('/items/3.2.1')).not.toContain('a certificate or result for');
});
