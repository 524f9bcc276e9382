import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;
let people: string;

const add = (kind: string, data: unknown, id?: string) => ({
  do: 'add' as const,
  kind,
  data,
  ...(id !== undefined && { id }),
});
const day = (name: string, typed: string) => {
  const [year = '', month = '', date = ''] = typed.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  people = `${home}/people`;
  await keep(
    add('person', { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'director' }, 'ann'),
    add('person', { name: 'Ben Hart', employment: 'staff', startedOn: '2026-10-01' }, 'ben'),
    add('person', { name: 'Cara Moss', jobTitle: 'Engineer', employment: 'staff' }, 'cara'),
    add('person', { name: 'Dev Patel', employment: 'contractor', leftOn: '2026-10-31' }, 'dev'),
    add('person', { name: 'Ema Reyes', employment: 'staff', leftOn: '2026-12-31' }, 'ema'),
    add('appointment', { role: 'siro', person: 'ann', deputy: 'cara', appointedOn: '2025-01-06' }, 'siro'),
    add('appointment', { role: 'ig-lead', person: 'cara', appointedOn: '2025-01-06' }, 'ig'),
    add('admin-agreement', { person: 'cara', system: 'Microsoft 365' }, 'rights'),
    add('training-record', { person: 'ann', course: 'Awareness', kind: 'data-security', completedOn: '2026-03-02' }),
    add('training-record', { person: 'cara', course: 'Awareness', kind: 'data-security', completedOn: '2025-03-02' }),
  );
});
afterEach(() => server.stop());

async function keep(...commands: readonly ReturnType<typeof add>[]): Promise<void> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
async function kept(kind: string): Promise<readonly { readonly id: string; readonly data: Record<string, unknown> }[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get(kind)?.values() ?? [])].map(({ id, data }) => ({ id, data: Object(data) }));
}
const dataOf = async (kind: string, id: string) => (await kept(kind)).find((one) => one.id === id)?.data;
const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const says = async (path: string) => text((await server.owner.get(path)).body);
/** The rows of the list of people, without what stands before it. */
const listed = async (query: string) => {
  const words = await says(`${people}?${query}`);
  return words.slice(words.indexOf('Started and left'));
};
const hidden = async (path: string) =>
  Object.fromEntries(
    [...(await server.owner.get(path)).body.matchAll(/type="hidden"[^>]* name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

describe('what rests on one person', () => {
  test('follows whoever holds a role on the day, as the list of roles does', async () => {
    await keep(
      add('person', { name: 'Ada', employment: 'staff', leftOn: '2026-11-30' }, 'ada'),
      add('appointment', { role: 'it-lead', person: 'ada', appointedOn: '2025-01-06', endedOn: '2026-11-30' }),
      add('appointment', { role: 'it-lead', person: 'ben', appointedOn: '2026-12-01' }),
      add('appointment', { role: 'dpo', person: 'ema', appointedOn: '2026-01-06', endedOn: '2026-12-31' }),
    );
    const { body } = await server.owner.get(`${people}/rests-on/people.csv`);
    const lines = body.split('\n').slice(1);
    const rolesOf = (name: string) => lines.find((line) => line.startsWith(name))?.split(',')[1];
    expect(['Ada', 'Ann Okafor', 'Cara Moss', 'Ema Reyes', 'Ben Hart'].map(rolesOf)).toEqual([
      'IT lead',
      'senior information risk owner (SIRO)',
      'information governance lead',
      'data protection officer',
      undefined,
    ]);
  });
});

describe('the roles the Toolkit asks for', () => {
  test('say who holds them and since when, which nobody holds and which have no deputy', async () => {
    const words = await says(people);
    expect(
      [
        'Holder Ann Okafor Since 6 January 2025 Deputy Cara Moss What to fix Nothing',
        '6 January 2025',
        'Nobody Name somebody : Caldicott Guardian',
        'No deputy Name a deputy : Information governance lead',
      ].filter((part) => !words.includes(part)),
    ).toEqual([]);
    expect((await server.owner.get(people)).body).toContain(`${home}/registers/appointments/add?role=dpo`);
  });

  test('say that a holder is away, and whether somebody stands in', async () => {
    await keep(
      add('absence', { person: 'ann', from: '2026-11-01', until: '2027-02-01' }),
      add('absence', { person: 'cara', from: '2026-11-01' }),
    );
    const words = await says(people);
    expect([words.includes('Until 1 February 2027. Nobody stands in.'), words.includes('Deputy is away')]).toEqual([
      true,
      true,
    ]);
  });

  test('are filled in by the link that mends them', async () => {
    const { body } = await server.owner.get(`${home}/registers/appointments/add?role=dpo`);
    expect(/<option value="dpo" selected/.test(body)).toBe(true);
  });
});

describe('the training of the year', () => {
  test('is counted as for the item, beside the share that is asked, which is told to be unconfirmed', async () => {
    const words = await says(people);
    expect([
      words.includes('1 of 3 people trained (33.3%). You need at least 95%, which is 3 of 3. 2 people more to train.'),
      words.includes('Unconfirmed'),
      await says(`${home}/items/3.2.1`),
    ]).toEqual([true, true, expect.stringContaining('2 of 3 in order; not: Ben Hart')]);
  });

  test('counts an uploaded log too, be it with an initial', async () => {
    await server.owner.upload(`${home}/documents`, [
      {
        name: 'documents',
        filename: 'training log.csv',
        value: 'Name,Course,Completed\nB. Hart,Data security awareness,3 November 2026\n',
      },
    ]);
    expect(await listed('show=here')).toContain('Passed 3 November 2026, counts until 3 November 2027');
  });
});

describe('the list of people', () => {
  test.each([
    ['', 'Ann Okafor|Ben Hart|Cara Moss|Ema Reyes'],
    ['show=training', 'Ben Hart|Cara Moss'],
    ['show=rights', 'Cara Moss'],
    ['show=leaving', 'Ema Reyes'],
    ['show=left', 'Dev Patel'],
    ['show=all&sort=training', 'Ben Hart|Cara Moss|Ann Okafor|Ema Reyes|Dev Patel'],
    ['sort=looksAfter', 'Ann Okafor|Cara Moss|Ben Hart|Ema Reyes'],
    ['show=__proto__&sort=constructor&page=x', 'Ann Okafor|Ben Hart|Cara Moss|Ema Reyes'],
  ])('for “%s” is %s', async (query, names) => {
    const { body } = await server.owner.get(`${people}?${query}`);
    const table = body.slice(body.indexOf('id="everyone"'));
    const found = [...table.matchAll(/people\/[^"#]+">([^<]+)<\/a>/g)].map(([, name]) => name);
    expect(found.filter((name) => /^(?:Ann|Ben|Cara|Dev|Ema) /.test(name ?? '')).join('|')).toBe(names);
  });

  test('tells training, rights, what is looked after and access of each', async () => {
    const words = await listed('show=all');
    expect(
      [
        'Passed 2 March 2026, counts until 2 March 2027',
        'Not taken',
        'Due 2 March 2025',
        'No agreement',
        '1 thing',
        'Leaves 31 December 2026',
        'Access removal not recorded',
      ].filter((part) => !words.includes(part)),
    ).toEqual([]);
  });

  test('is told to be empty when nobody is in it', async () => {
    const other = await startOwned();
    try {
      const { statusCode, body } = await other.owner.get(`/organisations/${other.organisation}/people`);
      expect([
        statusCode,
        body.includes('Nobody is in the staff list yet'),
        body.includes('We have found no training'),
      ]).toEqual([200, true, true]);
    } finally {
      await other.stop();
    }
  });

  test('and what rests on each of them are there for a reader, who changes nothing', async () => {
    const reader = await server.join('Rory Reader', 'reader');
    for (const path of ['', '/rests-on', '/ann']) expect((await reader.get(`${people}${path}`)).statusCode).toBe(200);
    for (const path of ['/join', '/training', '/ann/move'])
      expect((await reader.get(`${people}${path}`)).statusCode).toBe(403);
    expect((await reader.get(people)).body).not.toContain('Access removed<');
  });
});

describe('access of those who have left', () => {
  const removed = (typed: string) => day('removed-dev', typed);
  const seen = async () => (await hidden(people)).seen ?? '';

  test('is recorded to be removed, with its day', async () => {
    const done = await server.owner.post(`${people}/dev/access-removed`, {
      seen: await seen(),
      ...removed('2026-11-02'),
    });
    expect([done.headers.location, (await dataOf('person', 'dev'))?.accessRemovedOn]).toEqual([
      `${people}?done=access-removed`,
      '2026-11-02',
    ]);
    expect(await says(people)).not.toContain('Left, access still not removed');
  });

  test.each([
    ['no day', '', 'Enter the day on which their access was removed'],
    ['no real day', '2026-02-31', 'must be a real date'],
    ['a day to come', '2027-01-01', 'must be today or in the past'],
  ])('is asked for again with %s, and what was typed', async (_, typed, message) => {
    const again = await server.owner.post(`${people}/dev/access-removed`, { seen: await seen(), ...removed(typed) });
    const [year = ''] = typed.split('-');
    expect([again.statusCode, text(again.body).includes(message), again.body.includes(`value="${year}"`)]).toEqual([
      422,
      true,
      true,
    ]);
    expect(again.body).toContain('href="#removed-dev-day"');
  });

  test('is not recorded over what somebody else has changed', async () => {
    const before = await seen();
    await server.owner.post(`${people}/dev/access-removed`, { seen: before, ...removed('2026-11-02') });
    const late = await server.owner.post(`${people}/dev/access-removed`, { seen: before, ...removed('2026-11-09') });
    expect([late.statusCode, (await dataOf('person', 'dev'))?.accessRemovedOn]).toEqual([409, '2026-11-02']);
  });

  test('is not recorded of somebody who stays, or is not there', async () => {
    for (const id of ['ann', 'nobody'])
      expect((await server.owner.post(`${people}/${id}/access-removed`, { seen: '1' })).statusCode).toBe(404);
  });
});

describe('somebody who joins', () => {
  test('has access to personal data unless somebody says not, and nobody kept is changed', async () => {
    const yes = /<input(?=[^>]*name="accessesPersonalData")(?=[^>]*value="yes")(?=[^>]*checked)/;
    for (const path of [`${people}/join`, `${home}/registers/people/add`])
      expect((await server.owner.get(path)).body).toMatch(yes);
    expect((await server.owner.get(`${home}/registers/people/ben`)).body).not.toMatch(yes);
  });

  const GWEN = {
    name: 'Gwen Tate',
    employment: 'staff',
    email: 'gwen@larkmoor.example',
    ...day('startedOn', '2026-11-16'),
  };
  const INDUCTION = { course: 'Induction', kind: 'induction', ...day('completedOn', '2026-11-17') };
  const ROLE = { role: 'dpo', ...day('appointedOn', '2026-11-16') };

  test('is added with training and role in one step, and what is still to do is told', async () => {
    const done = await server.owner.post(`${people}/join`, { ...GWEN, ...INDUCTION, ...ROLE });
    const [, joiner = ''] = /people\/([^?]+)\?done=joined$/.exec(String(done.headers.location)) ?? [];
    expect([
      (await dataOf('person', joiner))?.name,
      (await kept('training-record')).at(-1)?.data.person,
      (await kept('appointment')).at(-1)?.data,
    ]).toEqual(['Gwen Tate', joiner, { role: 'dpo', person: joiner, appointedOn: '2026-11-16' }]);
    const words = await says(done.headers.location ?? '');
    expect([words.includes('They cannot sign in here'), words.includes('No device is recorded')]).toEqual([true, true]);
    expect(words).not.toContain('Training this year is not recorded');
  });

  test('is added once, however often the form is sent', async () => {
    const before = (await kept('person')).length;
    const sent = { ...(await hidden(`${people}/join`)), ...GWEN };
    for (const _ of [1, 2]) await server.owner.post(`${people}/join`, sent);
    expect(await kept('person')).toHaveLength(before + 1);
  });

  test.each([
    ['without a name', { name: '' }, 'Enter name'],
    ['with half of a course', { course: 'Induction' }, 'Select kind'],
    [
      'with a role that somebody holds',
      { role: 'siro', ...day('appointedOn', '2026-11-16') },
      'Somebody else holds this role',
    ],
    ['with an address that is somebody’s', { email: 'ANN@larkmoor.example' }, 'There is already a person like this'],
  ])('is asked about again %s, and nothing is kept of it', async (_, over, message) => {
    const before = (await kept('person')).length;
    const again = await server.owner.post(`${people}/join`, { ...GWEN, jobTitle: 'Tester', ...over });
    expect([again.statusCode, again.body.includes(message), again.body.includes('value="Tester"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await kept('person')).toHaveLength(before);
  });
});

describe('somebody who has a new job', () => {
  const path = () => `${people}/cara/move`;
  const FROM = day('from', '2026-12-01');

  test('gets its title, loses a role and rights, and begins another role, in one step', async () => {
    const seen = await hidden(path());
    const typed = { ...seen, jobTitle: 'Head of IT', ...FROM, ends: 'ig', taken: 'rights', begins: 'it-lead' };
    const done = await server.owner.post(path(), typed);
    expect(done.headers.location).toBe(`${people}/cara?done=moved`);
    expect([
      (await dataOf('person', 'cara'))?.jobTitle,
      (await dataOf('appointment', 'ig'))?.endedOn,
      (await dataOf('admin-agreement', 'rights'))?.endedOn,
      (await kept('appointment')).at(-1)?.data,
    ]).toEqual([
      'Head of IT',
      '2026-11-30',
      '2026-12-01',
      { role: 'it-lead', person: 'cara', appointedOn: '2026-12-01' },
    ]);
  });

  test('and nothing else needs no day', async () => {
    const done = await server.owner.post(path(), { ...(await hidden(path())), jobTitle: 'Head of IT' });
    expect(done.headers.location).toBe(`${people}/cara?done=moved`);
  });

  test.each([
    ['no day', {}, 'Enter the first day in the new job'],
    ['no real day', day('from', '2026-02-31'), 'First day in the new job must be a real date'],
    ['a day before the role began', day('from', '2024-01-01'), 'Ended on must be'],
  ])('is asked about again with %s, with what was typed', async (_, from, message) => {
    const again = await server.owner.post(path(), { ...(await hidden(path())), jobTitle: 'Head', ...from, ends: 'ig' });
    expect([again.statusCode, again.body.includes(message), again.body.includes('value="Head"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await dataOf('person', 'cara'))?.jobTitle).toBe('Engineer');
  });

  test.each([
    [
      'a role that has changed since',
      async () =>
        void (await server.owner.post(`${home}/registers/appointments/ig`, {
          seen: (await hidden(`${home}/registers/appointments/ig`)).seen ?? '',
          role: 'ig-lead',
          person: 'cara',
          deputy: 'ann',
          ...day('appointedOn', '2025-01-06'),
        })),
      'ig',
    ],
    ['a role of somebody else', async () => {}, 'siro'],
  ])('does not end %s', async (_, meanwhile, ends) => {
    const seen = await hidden(path());
    await meanwhile();
    const again = await server.owner.post(path(), { ...seen, jobTitle: 'Head', ...FROM, ends });
    expect([again.statusCode, again.body.includes('Look it over and send it again')]).toEqual([409, true]);
    expect([(await dataOf('appointment', ends))?.endedOn, (await dataOf('person', 'cara'))?.jobTitle]).toEqual([
      undefined,
      'Engineer',
    ]);
  });

  test('who is not there is not found', async () => {
    expect((await server.owner.get(`${people}/nobody/move`)).statusCode).toBe(404);
    expect((await server.owner.get(`${people}/nobody`)).statusCode).toBe(404);
  });
});

describe('training of several people', () => {
  const path = () => `${people}/training`;
  const COURSE = { course: 'Phishing', kind: 'data-security', ...day('completedOn', '2026-11-10') };

  test('offers those first whose training is missing, and nobody who has left', async () => {
    const words = await says(path());
    expect([words.indexOf('Ben Hart') < words.lastIndexOf('Ann Okafor'), words.includes('Dev Patel')]).toEqual([
      true,
      false,
    ]);
  });

  test('is recorded in one step', async () => {
    const before = (await kept('training-record')).length;
    const done = await server.owner.post(path(), { ...COURSE, people: ['ben', 'cara'] });
    expect([
      done.headers.location,
      (await kept('training-record')).slice(before).map(({ data }) => data.person),
    ]).toEqual([`${people}?done=trained`, ['ben', 'cara']]);
    expect(await says(people)).toContain('3 of 3 people trained (100%)');
  });

  test.each([
    ['nobody is ticked', { people: [] }, 'Select who took it', 422],
    ['there is no course', { course: '', people: ['ben'] }, 'Enter course', 422],
    ['the day is to come', { ...day('completedOn', '2027-11-10'), people: ['ben'] }, 'today or in the past', 422],
    ['somebody is of another organisation', { people: ['ben', 'theirs'] }, 'not in the staff list any more', 409],
    ['somebody had left', { people: ['ben', 'dev'] }, 'Dev Patel had left by that day', 422],
    [
      'one has it already',
      { course: ' AWARENESS', ...day('completedOn', '2026-03-02'), people: ['ben', 'ann'] },
      'recorded already for Ann Okafor',
      422,
    ],
  ])('is asked for again when %s, and nothing typed is lost', async (_, over, message, status) => {
    const before = (await kept('training-record')).length;
    const typed = { ...COURSE, ...over };
    const again = await server.owner.post(path(), typed);
    expect([
      again.statusCode,
      text(again.body).includes(message),
      again.body.includes('value="11"') || 'completedOn-day' in over,
    ]).toEqual([status, true, true]);
    expect(
      /name="people"[^>]*checked[^>]*value="ben"|value="ben"[^>]*checked|checked=""[^>]*value="ben"/.test(again.body),
    ).toBe(typed.people.length > 0);
    expect(await kept('training-record')).toHaveLength(before);
  });

  test('recorded by whoever keeps the staff list and by themselves at once is recorded once', async () => {
    await keep(add('person', { name: 'Gwen Pugh', email: 'gwen.pugh@larkmoor.example', employment: 'staff' }, 'gwen'));
    const gwen = await server.join('Gwen Pugh', 'staff');
    const before = (await kept('training-record')).length;
    const answers = await Promise.all([
      gwen.post(`${home}/mine/training`, COURSE),
      server.owner.post(path(), { ...COURSE, people: ['gwen'] }),
      server.owner.post(path(), { ...COURSE, people: ['gwen', 'ben'] }),
    ]);
    expect([answers.map(({ statusCode }) => statusCode).toSorted(), (await kept('training-record')).length]).toEqual([
      [303, 422, 422],
      before + 1,
    ]);
  });

  test('sent twice is recorded once', async () => {
    await server.owner.post(path(), { ...COURSE, people: ['ben'] });
    const again = await server.owner.post(path(), { ...COURSE, people: ['ben'] });
    expect([again.statusCode, again.body.includes('recorded already')]).toEqual([422, true]);
  });
});
