import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../test/support/kept-examples.ts';
import { type OwnedServer, startOwned } from '../../test/support/web-visitors.ts';
import { type AnyKind, fieldsOf } from '../record/kinds/kind.ts';
import type { KindName } from '../record/kinds/kinds.ts';
import { formOfData } from './record/entity-form-values.ts';
import { REGISTERS } from './record/register-kinds.ts';

let server: OwnedServer;
let home: string;
let policy: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  const { email: _, ...person } = KEPT_EXAMPLES.person;
  await keep('person', person, 'person');
  await keep('person', { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'director' }, 'ann');
  await keep('supplier', { name: 'Southgate Hosting', handlesPersonalData: true }, 'supplier');
  await keep('action', KEPT_EXAMPLES.action, 'action');
  await keep('risk', { ...KEPT_EXAMPLES.risk, owner: 'ann' }, 'risk');
  await server.owner.upload(`${home}/documents`, [
    { name: 'documents', filename: 'backup policy.md', value: '# Backup policy\n\nOwner: Ann Okafor\n' },
  ]);
  policy = (await kept('document'))[0] ?? '';
});
afterEach(() => server.stop());

async function keep(kind: string, data: unknown, id: string): Promise<void> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, data, id });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

async function kept(kind: string): Promise<readonly string[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get(kind)?.keys() ?? [])];
}

async function head(): Promise<number> {
  return (await server.installation.records.open(server.organisation))?.head.seq ?? 0;
}

type Fields = Record<string, string | readonly string[]>;

/** The form of a page that is sent to an address. */
async function formOn(page: string, to: string): Promise<string> {
  const { body } = await server.owner.get(page);
  const [, form] = body.replaceAll('&amp;', '&').split(`action="${to}"`);
  if (form === undefined) throw new Error(`${page} has no form that goes to ${to}`);
  return form.split('</form>')[0] ?? '';
}

function hiddenIn(form: string): Fields {
  const inputs = form.matchAll(/<input type="hidden"[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** What somebody would type into the form of a kind for the good example of it. */
function exampleTyped(kind: AnyKind, form: string): Fields {
  // Somebody else has this address already.
  const { email: _, ...example } = KEPT_EXAMPLES[kind.name as KindName];
  const shown = formOfData(fieldsOf(kind), example);
  const names = [...form.matchAll(/ name="([^"]*)"/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, shown.all(name)]).filter(([, all = []]) => all.length > 0));
}

const day = (name: string, on = '2026-11-18') => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const COURSE = { course: 'Data security awareness', kind: 'data-security', ...day('completedOn') };

type Row = readonly [
  what: string,
  page: string,
  /** Where the form is sent, when not to its own page. */
  to: string | undefined,
  adds: string,
  typed: Fields | ((form: string) => Fields),
];
const ADDING: readonly Row[] = [
  ...REGISTERS.map(
    (kind): Row => [
      `an entry among the ${kind.plural}`,
      `/registers/${kind.plural}/add`,
      undefined,
      kind.name,
      (form) => exampleTyped(kind, form),
    ],
  ),
  ['people of the first hour', '/first-hour/people', undefined, 'person', { people: 'Rhys Owen\nMair Pugh' }],
  ['roles of the first hour', '/first-hour/people', '/first-hour/people/roles', 'appointment', { siro: 'ann' }],
  [
    'an activity',
    '/activities/spot-check',
    undefined,
    'activity',
    { ...day('doneOn'), result: 'passed', system: 'Office' },
  ],
  ['a comment', '/items/7.3.4', '/items/7.3.4/comments', 'comment', { comment: 'Where is the log?' }],
  ['who looks after an item', '/items/7.3.4', '/items/7.3.4/responsibility', 'responsibility', { owner: 'ann' }],
  ['an answer', '/items/7.3.4', '/items/7.3.4/answer', 'answer', { said: 'yes', words: 'Every quarter.' }],
  [
    'what a document shows',
    '/items/7.3.4',
    '/items/7.3.4/observations',
    'observation',
    () => ({ document: policy, verdict: 'shows' }),
  ],
  [
    'an incident',
    '/incidents/report',
    undefined,
    'incident',
    {
      ...{ title: 'A laptop was left on a train', personalData: 'yes', severity: 'minor', 'found-time': '9:05' },
      ...day('found'),
    },
  ],
  [
    'the review of a risk',
    '/risks/risk/review',
    undefined,
    'risk',
    { likelihood: '2', impact: '4', ...day('reviewOn', '2027-05-01') },
  ],
  ['somebody who joins', '/people/join', undefined, 'person', { name: 'Gwen Tate', employment: 'staff' }],
  ['a course of several', '/people/training', undefined, 'training-record', { ...COURSE, people: ['person', 'ann'] }],
  ['a course of one’s own', '/mine', '/mine/training', 'training-record', COURSE],
  ['a new job', '/people/person/move', undefined, 'appointment', { begins: 'siro', ...day('from') }],
  [
    'a step that is given',
    '/plan',
    '/plan/give',
    'action',
    { 'owner-several': 'ann', ...day('due-several', '2026-12-18'), 'refs-several': ['1.1.1', '1.1.2'] },
  ],
  [
    'an action that is done',
    '/plan/actions/action',
    '/plan/actions/action/done',
    'observation',
    () => ({ ...day('doneOn'), document: policy, shows: '7.3.1' }),
  ],
  [
    'what the Toolkit shows of a supplier',
    '/suppliers/supplier/toolkit',
    undefined,
    'supplier',
    { odsCode: '8HX27', dsptStatus: 'met' },
  ],
];

/** Those that look at what is there before they ask the record, and one that does not, with the entries that one of them makes. */
const AT_ONCE: ReadonlyMap<string, number> = new Map([
  ['a comment', 1],
  ['an answer', 1],
  ['a course of several', 2],
  ['a step that is given', 2],
  ['an action that is done', 2],
]);

async function filledIn([, page, to = page, , typed]: Row) {
  const form = await formOn(home + page, home + to);
  return { to: home + to, fields: { ...hiddenIn(form), ...(typeof typed === 'function' ? typed(form) : typed) } };
}

describe('a form that is sent twice is done once, and answered as it was:', () => {
  test.each(ADDING)('%s', async (...row) => {
    const { to, fields } = await filledIn(row);
    const first = await server.owner.post(to, fields);
    const added = await kept(row[3]);
    const journal = await head();
    const again = await server.owner.post(to, fields);
    expect([first.statusCode, again.statusCode, again.headers.location, await kept(row[3]), await head()]).toEqual([
      303,
      303,
      first.headers.location,
      added,
      journal,
    ]);
  });

  const atOnce = ADDING.filter(([what]) => AT_ONCE.has(what));
  test.each(atOnce)('%s, when the second is sent before the first is answered', async (...row) => {
    const { to, fields } = await filledIn(row);
    const before = await head();
    const sent = await Promise.all([server.owner.post(to, fields), server.owner.post(to, fields)]);
    const entries = (await head()) - before;
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1);
    expect(entries).toBe(AT_ONCE.get(row[0]));
  });
});

describe('a form', () => {
  const people = () =>
    ['', '/registers/people/add', undefined, 'person', { name: 'Rhys Owen', employment: 'staff' }] as const;

  test('that is sent again with another word in it is another form', async () => {
    const { to, fields } = await filledIn(people());
    const before = (await kept('person')).length;
    await server.owner.post(to, fields);
    await server.owner.post(to, { ...fields, name: 'Mair Pugh' });
    expect(await kept('person')).toHaveLength(before + 2);
  });

  test('that is sent again after what it did was undone says so, and does nothing', async () => {
    const added = KEPT_EXAMPLES.incident;
    await keep('incident', added, 'incident');
    const path = `${home}/incidents/incident`;
    const fields = { ...hiddenIn(await formOn(path, `${path}/step`)), step: 'management' };
    const done = await server.owner.post(`${path}/step`, fields);
    const { body } = await server.owner.get(String(done.headers.location));
    const undo = hiddenIn(body.split(`action="${path}/undo"`)[1]?.split('</form>')[0] ?? '');
    expect((await server.owner.post(`${path}/undo`, undo)).statusCode).toBe(303);
    const before = await head();
    const again = await server.owner.post(`${path}/step`, fields);
    expect([again.statusCode, again.headers.location, await head()]).toEqual([303, `${path}?done=sent-before`, before]);
    expect((await server.owner.get(String(again.headers.location))).body).toContain('You sent this before');
  });

  test('that somebody else sends with the same words is theirs', async () => {
    const { to, fields } = await filledIn(people());
    const other = await server.join('Bryn Howells', 'contributor');
    const before = (await kept('person')).length;
    await server.owner.post(to, fields);
    await other.post(to, fields);
    expect(await kept('person')).toHaveLength(before + 2);
  });

  test.each(['', 'x', 'person', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`])(
    'with an id that is none of ours is taken like one without: %j',
    async (id) => {
      const { to, fields } = await filledIn(people());
      const before = (await kept('person')).length;
      for (const _ of [1, 2]) await server.owner.post(to, { ...fields, 'form-id': id });
      expect(await kept('person')).toHaveLength(before + 2);
    },
  );

  test('that was refused can be put right and sent again', async () => {
    const { to, fields } = await filledIn(people());
    const refused = await server.owner.post(to, { ...fields, name: '' });
    const done = await server.owner.post(to, fields);
    expect([refused.statusCode, done.statusCode]).toEqual([422, 303]);
  });
});
