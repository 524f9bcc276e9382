import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { TOOLKIT_ROLES } from '../../record/kinds/appointment.ts';

let server: OwnedServer;
let home: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}/first-hour`;
});
afterEach(() => server.stop());

async function own(): Promise<{ category: string; facts: Record<string, unknown> }> {
  const record = await server.installation.records.open(server.organisation);
  const [found] = record?.holdings.of.get('organisation')?.values() ?? [];
  const data = Object(found?.data);
  return { category: Reflect.get(data, 'category'), facts: Reflect.get(data, 'facts') ?? {} };
}
const seenOn = async (path: string) =>
  /name="seen" value="(\d+)"/.exec((await server.owner.get(`${home}${path}`)).body)?.[1] ?? '';

async function doneSteps(): Promise<number> {
  return Number(/<strong>(\d) of 5 steps completed/.exec((await server.owner.get(home)).body)?.[1]);
}

describe('the first hour', () => {
  test('starts with nothing done and says what comes first', async () => {
    const { body } = await server.owner.get(home);
    expect(await doneSteps()).toBe(0);
    expect(body).toContain(`href="${home}/category"`);
    expect(body).toContain('Start');
  });

  test('tells whether the Toolkit is needed and which category, with the reason', async () => {
    const seen = await seenOn('/category');
    const typed = {
      seen,
      'handles-nhs-patient-data': 'yes',
      'organisation-kind': 'it-supplier',
      staff: '12',
      'turnover-gbp': '£850,000',
      'supplies-digital-to-care': 'yes',
    };
    const sent = await server.owner.post(`${home}/category`, typed);
    const { body } = await server.owner.get(String(sent.headers.location));
    expect(
      ['NHS buyers will ask you for the Toolkit', 'You are in category 3', '12 staff, fewer than 50'].filter(
        (words) => !body.includes(words),
      ),
    ).toEqual([]);
    expect((await own()).facts).toMatchObject({ staff: 12, 'turnover-gbp': 850_000 });
  });

  test('sets another category only when somebody says so', async () => {
    const large = {
      'organisation-kind': 'company',
      staff: '80',
      'turnover-gbp': '12000000',
      'supplies-digital-to-care': 'yes',
    };
    await server.owner.post(`${home}/category`, { seen: await seenOn('/category'), ...large });
    expect((await own()).category).toBe('3');
    await server.owner.post(`${home}/category/use`, { seen: await seenOn('/category'), category: '2' });
    expect((await own()).category).toBe('2');
  });

  test('keeps what was typed when a number is none', async () => {
    const { statusCode, body } = await server.owner.post(`${home}/category`, {
      seen: await seenOn('/category'),
      staff: 'about a dozen',
      'organisation-kind': 'charity',
    });
    expect([statusCode, body.includes('value="about a dozen"'), body.includes('must be a whole number')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(body).toContain('<option value="charity" selected="">');
    expect((await own()).facts).toEqual({});
  });

  test('takes what is not there off the list, and puts it back when it is not known after all', async () => {
    const { body } = await server.owner.get(`${home}/facts`);
    const [, fact = ''] = /name="([a-z-]+)" value="yes"/.exec(body) ?? [];
    expect(fact).not.toBe('');
    await server.owner.post(`${home}/facts`, { seen: await seenOn('/facts'), [fact]: 'no' });
    expect((await own()).facts).toEqual({ [fact]: false });
    await server.owner.post(`${home}/facts`, { seen: await seenOn('/facts'), [fact]: '' });
    expect((await own()).facts).toEqual({});
  });

  test('two people at once do not undo each other', async () => {
    const seen = await seenOn('/facts');
    await server.owner.post(`${home}/facts`, { seen, 'has-paper-records': 'no' });
    const late = await server.owner.post(`${home}/facts`, { seen, 'uses-byod': 'no' });
    expect([late.statusCode, late.body.includes('Somebody changed this meanwhile')]).toEqual([409, true]);
    expect((await own()).facts).toEqual({ 'has-paper-records': false });
  });

  test('takes names one a line, and gives them roles', async () => {
    const people = 'Ann Okafor, Director, ann@larkmoor.example\nBen Hart\tben@larkmoor.example\n\nCara Moss';
    await server.owner.post(`${home}/people`, { people });
    const { body } = await server.owner.get(`${home}/people`);
    expect(body).toContain('3 people in the staff list');
    const [, ann = ''] = /<option value="([^"]+)">Ann Okafor/.exec(body) ?? [];
    await server.owner.post(`${home}/people/roles`, { siro: ann, 'caldicott-guardian': '' });
    expect((await server.owner.get(`${home}/people`)).body).toMatch(
      /Senior Information Risk Owner[^:]*<\/strong>: Ann Okafor/,
    );
    expect((await server.owner.get(home)).body).toContain('3 people, 1 role given');
  });

  test.each([
    ['', 'Enter at least one name'],
    ['Ann Okafor\n, Director', 'Line 2: '],
    [`${'x'.repeat(400)}`, 'Line 1: Name must be 300 characters or fewer'],
    ['Ann, a@b.example\nBen, a@b.example', 'Line 2: The email address a@b.example is on line 1 already'],
    ['Ann, a@b.example\nBen, not-an@address@example', 'Line 2: Enter an email address in the correct format'],
    ['Ann, a@b.example, ann@c.example', 'Line 1: Enter one email address for each person'],
    ['Ann Okafor\nBen Hart\n\nann  okafor', 'Line 4: ann okafor is on line 1 already'],
  ])('names %j get a sentence, and nobody is added', async (people, sentence) => {
    const { statusCode, body } = await server.owner.post(`${home}/people`, { people });
    const record = await server.installation.records.open(server.organisation);
    expect([statusCode, body.includes(sentence), record?.holdings.of.get('person')?.size ?? 0]).toEqual([422, true, 0]);
  });

  test('shows a reader how far it is, and offers nothing that they may not do', async () => {
    const reader = await server.join('Rita Reed', 'reader');
    const { statusCode, body } = await reader.get(home);
    expect([statusCode, body.includes(`${home}/category`)]).toEqual([200, false]);
    expect((await reader.get(`${home}/facts`)).statusCode).toBe(403);
  });

  test('“I do not know” is an answer, ends the step and is shown as something to find out', async () => {
    const { body } = await server.owner.get(`${home}/facts`);
    const names = [
      ...new Set([...body.matchAll(/name="([a-z0-9-]+)" value="not-known"/g)].map(([, name = '']) => name)),
    ];
    const answers = Object.fromEntries(names.map((name, at) => [name, at < 2 ? 'not-known' : 'yes']));
    await server.owner.post(`${home}/facts`, { seen: await seenOn('/facts'), ...answers });
    const after = (await server.owner.get(home)).body;
    expect(after).toContain(`${names.length - 2} answered, 2 you do not know yet`);
    expect(after).toContain(`href="${home}/facts#${names[0]}"`);
    expect(await doneSteps()).toBe(1);
    expect((await server.owner.get(`/organisations/${server.organisation}/plan`)).body).toContain('Still to find out');
  });

  test('asks for every role that the list of people has', async () => {
    await server.owner.post(`${home}/people`, { people: 'Ann Okafor' });
    const { body } = await server.owner.get(`${home}/people`);
    expect(Object.keys(TOOLKIT_ROLES).filter((role) => !body.includes(`id="${role}"`))).toEqual([]);
  });

  test('is a step back from every page that a step leads to, until it is done or put aside', async () => {
    const organisation = `/organisations/${server.organisation}`;
    const pages = ['/documents', '/plan', '/people', '/items/7.3.4'];
    const ways = async () =>
      (await Promise.all(pages.map((path) => server.owner.get(`${organisation}${path}`)))).map(({ body }) =>
        body.includes('Back to the first hour'),
      );
    expect(await ways()).toEqual([true, true, true, true]);
    expect((await server.owner.get(organisation)).body).toContain('step 1 of 5');
    await server.owner.post(`${home}/aside`, { aside: 'yes' });
    expect(await ways()).toEqual([false, false, false, false]);
    expect((await server.owner.get(organisation)).body).not.toContain('step 1 of 5');
    await server.owner.post(`${home}/aside`, { aside: 'no' });
    expect(await ways()).toEqual([true, true, true, true]);
  });

  test('warns that a later version of the Toolkit is in force, as surely as the catalogue has it', async () => {
    const { body } = await server.owner.get(home);
    expect(body).toMatch(/Version (?:<!-- -->)?9(?:<!-- -->)? of the Toolkit is in force/);
    expect(body).toContain('We are not fully certain that version 9 is in force');
  });

  test('says it in full on the day’s page until somebody says that they know, and to others still', async () => {
    const today = `/organisations/${server.organisation}`;
    const reader = await server.join('Rita Reed', 'reader');
    const inFull = async (who: typeof reader) => (await who.get(today)).body.includes('I know</button>');
    expect([await inFull(server.owner), await inFull(reader)]).toEqual([true, true]);
    await reader.post(`${today}/later-edition/known`, { edition: 'v9' });
    expect([await inFull(server.owner), await inFull(reader)]).toEqual([true, false]);
    expect((await reader.get(today)).body).toMatch(/Version (?:<!-- -->)?9(?:<!-- -->)? of the Toolkit/);
  });

  test.each(['v42', '9', ''])('“%s” is no version in force that somebody could know of', async (edition) => {
    const sent = await server.owner.post(`/organisations/${server.organisation}/later-edition/known`, { edition });
    expect(sent.statusCode).toBe(404);
  });

  test('what somebody puts away is no part of the record, and no form is refused for it', async () => {
    const organisation = `/organisations/${server.organisation}`;
    const ben = await server.join('Ben Hart', 'owner');
    const head = async () => (await server.installation.records.open(server.organisation))?.head;
    const before = await head();
    const seen = await seenOn('/facts');
    await ben.post(`${organisation}/later-edition/known`, { edition: 'v9' });
    await ben.post(`${home}/aside`, { aside: 'yes' });
    expect(await head()).toEqual(before);
    const sent = await server.owner.post(`${home}/facts`, { seen, 'has-paper-records': 'no' });
    expect([sent.statusCode, (await own()).facts]).toEqual([303, { 'has-paper-records': false }]);
  });

  test('is put aside by each person for themself, whatever they may do', async () => {
    const organisation = `/organisations/${server.organisation}`;
    const reader = await server.join('Rita Reed', 'reader');
    const reminded = async (who: typeof reader) => (await who.get(organisation)).body.includes('step 1 of 5');
    await reader.post(`${home}/aside`, { aside: 'yes' });
    expect([await reminded(reader), await reminded(server.owner)]).toEqual([false, true]);
    expect((await reader.get(home)).body).toContain('You have put the first hour aside');
  });
});
