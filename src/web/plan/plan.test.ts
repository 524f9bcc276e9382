import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaveNothingToDo } from '../../../test/support/nothing-left.ts';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import type { Entity } from '../../record/kinds/kind.ts';

let server: OwnedServer;
let owner: Browsing;
let plan: string;
/** Items of the proposed steps, in their order: of an empty record all of them are open. */
let refs: readonly string[];

beforeEach(async () => {
  server = await startOwned();
  owner = server.owner;
  plan = `/organisations/${server.organisation}/plan`;
  await keep(
    ['person', { name: 'Ann Okafor', email: 'ANN@larkmoor.example', employment: 'director' }, 'ann'],
    ['person', { name: 'Ben Hart', employment: 'staff' }, 'ben'],
    ['person', { name: 'Cara Moss', employment: 'staff', leftOn: '2026-09-30' }, 'cara'],
  );
  const found = await server.installation.standings.on(server.organisation, '2026-11-20');
  refs = found.ok ? found.standing.check.plan.actions.map(({ ref }) => ref) : [];
});
afterEach(() => server.stop());

async function keep(...entities: readonly (readonly [kind: string, data: unknown, id: string])[]): Promise<void> {
  const commands = entities.map(([kind, data, id]) => ({ do: 'add' as const, kind, data, id }));
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

async function kept(kind: string): Promise<readonly Entity<Record<string, unknown>>[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get(kind)?.values() ?? [])] as Entity<Record<string, unknown>>[];
}
const actions = async () => (await kept('action')).map(({ data }) => data);
const revisionOf = async (id: string) => String((await kept('action')).find((one) => one.id === id)?.revision);

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
const says = async (path: string, by = owner) => text((await by.get(path)).body);

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const slug = () => (refs[0] ?? '').replaceAll('.', '-');
/** The form of the first step, as it is sent. */
const giving = (over: Readonly<Record<string, string>> = {}, due = '2026-12-18') => ({
  form: slug(),
  [`refs-${slug()}`]: refs[0] ?? '',
  [`what-${slug()}`]: 'Ask the board',
  [`owner-${slug()}`]: 'ben',
  ...day(`due-${slug()}`, due),
  ...over,
});

describe('the plan', () => {
  test('shows every step in its order with its item, and says that its hours are an estimate', async () => {
    const { body } = await owner.get(plan);
    const shown = [...body.matchAll(/<li id="step-([\d-]+)"/g)].map(([, id]) => id?.replaceAll('-', '.'));
    expect([
      shown,
      /We estimate that \d+ hours/.test(text(body)),
      body.includes('How far each hour takes you'),
    ]).toEqual([refs, true, true]);
  });

  test('says beside what a step mends why it is so, and never the same twice', async () => {
    const answer = { edition: 'v8', answeredOn: '2026-11-20' };
    const [no = '', begun = ''] = refs;
    await keep(
      ['answer', { ...answer, item: no, said: 'no' }, 'no'],
      ['answer', { ...answer, item: begun, said: 'in-progress' }, 'begun'],
    );
    const page = await says(plan);
    expect(page).toContain('Answered no: You said that this is not in place.');
    expect(page).toContain('In progress: You said that this has begun.');
  });

  test('says who the work falls to, and shows the steps of one function', async () => {
    const all = await says(plan);
    const { body } = await owner.get(`${plan}?function=people`);
    const shown = [...body.matchAll(/<li id="step-/g)].length;
    expect([all.includes('fall to IT, the rest to others'), shown > 0 && shown < refs.length]).toEqual([true, true]);
    expect(text(body)).toContain(`${shown} of ${refs.length} steps`);
  });

  test('shows whose each step is, and narrows down to mine, nobody’s and what is overdue', async () => {
    await keep(
      ['action', { what: 'Late', items: [refs[0]], owner: 'ann', due: '2026-11-19' }, 'late'],
      ['action', { what: 'Soon', items: [refs[1]], owner: 'ben', due: '2026-11-20' }, 'soon'],
    );
    const shown = async (query: string) =>
      [...(await owner.get(`${plan}${query}`)).body.matchAll(/<li id="step-([\d-]+)"/g)].map(([, id]) =>
        id?.replaceAll('-', '.'),
      );
    expect(await says(plan)).toContain('Given to Ann Okafor . Due: 19 November 2026 Overdue');
    expect([
      await shown('?whose=mine'),
      await shown('?whose=ben'),
      await shown('?state=overdue'),
      (await shown('?whose=nobody')).length,
      await shown('?whose=ben&state=overdue'),
    ]).toEqual([[refs[0]], [refs[1]], [refs[0]], refs.length - 2, []]);
  });

  test('lists the actions of whoever looks', async () => {
    await keep(
      ['action', { what: 'Buy a shredder', owner: 'ann' }, 'own'],
      ['action', { what: 'Polish the brass' }, 'other'],
    );
    const page = await says(plan);
    expect([page.includes('Your actions'), page.includes('Buy a shredder'), page.includes('Polish')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('proposes nothing once nothing is left to do', async () => {
    await leaveNothingToDo(server);
    const page = await says(plan);
    expect([page.includes('the plan has no steps'), page.includes('We estimate')]).toEqual([true, false]);
  });

  test('tells somebody whom the record does not know why nothing is theirs', async () => {
    const reader = await server.join('Rhys Vale', 'reader');
    expect(await says(`${plan}?whose=mine`, reader)).toContain('nobody with your email address');
  });
});

describe('giving a step to somebody', () => {
  test('makes an action for its item and goes back to what was asked for', async () => {
    const { statusCode, headers } = await owner.post(`${plan}/give?function=leadership`, giving());
    expect([statusCode, headers.location, await actions()]).toEqual([
      303,
      `${plan}?function=leadership&done=given`,
      [{ what: 'Ask the board', items: [refs[0]], owner: 'ben', due: '2026-12-18' }],
    ]);
  });

  test.each([
    ['nobody', () => giving({ [`owner-${slug()}`]: '' }), 'Select who does it', 422],
    ['somebody who is not there', () => giving({ [`owner-${slug()}`]: 'zoe' }), 'not in the record any more', 422],
    ['somebody who has left', () => giving({ [`owner-${slug()}`]: 'cara' }), 'Cara Moss has left', 422],
    ['no day', () => giving(day(`due-${slug()}`, '--')), 'Enter the day it is due', 422],
    ['no real day', () => giving({}, '2026-02-31'), 'Due on must be a real date', 422],
    ['a day that has passed', () => giving({}, '2026-11-19'), 'must be today or in the future', 422],
    ['nothing to do', () => giving({ [`what-${slug()}`]: ' ' }), 'Enter what is to be done', 422],
    ['a step that is none', () => giving({ [`refs-${slug()}`]: '99.9.9' }), 'not part of the plan any more', 409],
  ])('is asked for again with %s, and keeps what was typed', async (_, fields, message, status) => {
    const sent = fields();
    const { statusCode, body } = await owner.post(`${plan}/give`, sent);
    const words = sent[`what-${slug()}`]?.trim() ?? '';
    expect([statusCode, text(body).includes(message), body.includes(words), await actions()]).toEqual([
      status,
      true,
      true,
      [],
    ]);
    expect(body).toMatch(/<title>Error: /);
  });

  test('leads from the summary to the field, in the form that is open', async () => {
    const { body } = await owner.post(`${plan}/give`, giving({ [`owner-${slug()}`]: '' }));
    expect([body.includes(`href="#owner-${slug()}"`), body.includes(`id="owner-${slug()}"`)]).toEqual([true, true]);
    expect(body.match(/<details[^>]* open=""/g)).toHaveLength(1);
  });

  test('is refused once somebody else has given it', async () => {
    await owner.post(`${plan}/give`, giving());
    const again = await owner.post(`${plan}/give`, giving({ [`owner-${slug()}`]: 'ann' }));
    expect([again.statusCode, text(again.body).includes('Somebody has given'), (await actions()).length]).toEqual([
      409,
      true,
      1,
    ]);
  });

  test('by two people at the same instant goes to one of them; the other is told to whom, and keeps what they typed', async () => {
    const mine = giving({ [`owner-${slug()}`]: 'ann', [`what-${slug()}`]: 'Ask the chair' });
    const both = await Promise.all([owner.post(`${plan}/give`, giving()), owner.post(`${plan}/give`, mine)]);
    const [won, lost] = both.toSorted((a, b) => a.statusCode - b.statusCode);
    const [kept] = await actions();
    const winner = kept?.owner === 'ben' ? 'Ben Hart' : 'Ann Okafor';
    const typed = kept?.owner === 'ben' ? 'Ask the chair' : 'Ask the board';
    expect([won?.statusCode, lost?.statusCode, (await actions()).length]).toEqual([303, 409, 1]);
    const words = text(lost?.body ?? '');
    expect([words.includes(`given ${refs[0]} to ${winner} meanwhile`), words.includes(typed)]).toEqual([true, true]);
    expect(words).toContain('Give it to them as well');
  });

  test('can go to a second person as well, by whoever has seen that it is given', async () => {
    await owner.post(`${plan}/give`, giving());
    const mine = giving({ [`owner-${slug()}`]: 'ann' });
    const { body } = await owner.post(`${plan}/give`, mine);
    const [, seen = ''] = new RegExp(`name="seen-${slug()}" value="([^"]+)"`).exec(body) ?? [];
    const done = await owner.post(`${plan}/give`, { ...mine, [`seen-${slug()}`]: seen });
    expect([done.statusCode, (await actions()).map((one) => one.owner)]).toEqual([303, ['ben', 'ann']]);
  });

  test('does several at once, each as an action with its first step', async () => {
    const { body } = await owner.get(plan);
    const ticked = [...body.matchAll(/<input(?=[^>]*name="refs-several")(?=[^>]*checked)[^>]*value="([\d.]+)"/g)];
    const first = ticked.map(([, ref]) => ref ?? '');
    const fields = {
      form: 'several',
      'refs-several': first,
      'owner-several': 'ben',
      ...day('due-several', '2026-12-18'),
    };
    const { statusCode } = await owner.post(`${plan}/give`, fields);
    expect([first, statusCode]).toEqual([refs.slice(0, 5), 303]);
    expect((await actions()).map(({ items, owner: who, due }) => [items, who, due])).toEqual(
      refs.slice(0, 5).map((ref) => [[ref], 'ben', '2026-12-18']),
    );
  });

  test.each([
    ['no step', { 'refs-several': [] }, 'Select at least one step'],
    ['no person', { 'owner-several': '' }, 'Select who does it'],
  ])('does none of several with %s', async (_, over, message) => {
    const fields = { form: 'several', 'refs-several': refs.slice(0, 2), 'owner-several': 'ben' };
    const { statusCode, body } = await owner.post(`${plan}/give`, {
      ...fields,
      ...day('due-several', '2026-12-18'),
      ...over,
    });
    expect([statusCode, body.includes(message), await actions()]).toEqual([422, true, []]);
  });

  test('is not offered to a reader, and not done for one', async () => {
    const reader = await server.join('Rhys Vale', 'reader');
    expect((await reader.get(plan)).body).not.toContain('Give it to somebody');
    expect((await reader.post(`${plan}/give`, giving())).statusCode).toBe(403);
  });

  test('has one form at a time where there are many people', async () => {
    await keep(
      ...Array.from({ length: 40 }, (_, i): readonly [string, unknown, string] => [
        'person',
        { name: `Person ${i}`, employment: 'staff' },
        `p${i}`,
      ]),
    );
    const forms = async (path: string) => [...(await owner.get(path)).body.matchAll(/name="form"/g)].length;
    expect([await forms(plan), await forms(`${plan}?step=${slug()}`)]).toEqual([1, 2]);
  });
});

describe('an action', () => {
  const one = () => `${plan}/actions/todo`;
  const DONE = day('doneOn', '2026-11-19');
  beforeEach(() =>
    keep(['action', { what: 'Write the policy', items: [refs[0], refs[1]], owner: 'ann', due: '2026-11-01' }, 'todo']),
  );

  async function put(path: string): Promise<string> {
    await owner.upload(`/organisations/${server.organisation}/documents`, [
      { name: 'documents', filename: path, value: '# Notes\n\nNothing in particular.\n' },
    ]);
    return (await kept('document')).at(-1)?.id ?? '';
  }

  test('is listed with those that are open, the longest overdue first, and then with those that are done', async () => {
    await keep(
      ['action', { what: 'No day' }, 'never'],
      ['action', { what: 'In May', due: '2026-05-01' }, 'may'],
      ['action', { what: 'Was done', doneOn: '2026-11-02' }, 'was'],
    );
    const page = await says(`${plan}/actions`);
    const places = ['In May', 'Write the policy', 'No day', 'Was done'].map((words) => page.indexOf(words));
    expect(places.every((at, i) => at > (places[i - 1] ?? 0))).toBe(true);
  });

  test('is done without a document, and the page says that its items are still not shown', async () => {
    const { headers } = await owner.post(`${one()}/done`, {
      seen: await revisionOf('todo'),
      ...DONE,
      document: 'none',
    });
    expect([(await actions())[0]?.doneOn, await kept('observation')]).toEqual(['2026-11-19', []]);
    expect(await says(String(headers.location))).toContain(
      `The action is done, and the record still does not show ${refs[0]} and ${refs[1]}`,
    );
  });

  test('is done with a document in the same step, for the items that it shows', async () => {
    const document = await put('policies/policy.md');
    const fields = { seen: await revisionOf('todo'), ...DONE, document, shows: [refs[1] ?? ''] };
    const { statusCode } = await owner.post(`${one()}/done`, fields);
    const [observed] = await kept('observation');
    expect([statusCode, (await actions())[0]?.doneOn, observed?.data]).toEqual([
      303,
      '2026-11-19',
      expect.objectContaining({
        items: [refs[1]],
        kind: 'document',
        verdict: 'shows',
        document,
        collector: 'Ann Okafor',
      }),
    ]);
    expect(await says(`${plan}/actions`)).toContain('policies/policy.md');
  });

  const finish = async (
    over: Readonly<Record<string, string>> = {},
    ...files: readonly (readonly [string, string])[]
  ) => {
    const fields = {
      sent: 'yes',
      seen: await revisionOf('todo'),
      ...DONE,
      document: '',
      shows: refs[0] ?? '',
      ...over,
    };
    return owner.upload(`${one()}/done`, [
      ...Object.entries(fields).map(([name, value]) => ({ name, value })),
      ...files.map(([filename, value]) => ({ name: 'document', filename, value })),
    ]);
  };

  test('is done with a file that is uploaded in the same step, and today is filled in as the day', async () => {
    const page = (await owner.get(one())).body;
    expect(page).toMatch(/name="doneOn-day"[^>]*value="20"|value="20"[^>]*name="doneOn-day"/);
    expect([...page.matchAll(/<form[^>]*enctype="multipart\/form-data"/gi)]).toHaveLength(1);
    const sent = await finish({}, ['proof.md', '# Proof\n\nDone.\n']);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${one()}?done=action-done`]);
    const [proof] = await kept('document');
    const [observed] = await kept('observation');
    expect([(await actions())[0]?.doneOn, observed?.data]).toEqual([
      '2026-11-19',
      expect.objectContaining({ items: [refs[0]], verdict: 'shows', document: proof?.id }),
    ]);
  });

  test('keeps no file that comes for an action which is not there', async () => {
    const sent = await owner.upload(`${one()}-gone/done`, [
      { name: 'document', filename: 'proof.md', value: '# Proof\n\nDone.\n' },
    ]);
    expect([sent.statusCode, await kept('document')]).toEqual([404, []]);
  });

  test('is done without a file when none was chosen, as a browser then sends an empty one', async () => {
    const { statusCode } = await finish({ document: 'none' }, ['', '']);
    expect([statusCode, (await actions())[0]?.doneOn, await kept('document')]).toEqual([303, '2026-11-19', []]);
  });

  test('is done with the file that was uploaded, whatever was selected', async () => {
    const before = await put('wrong.md');
    await finish({ document: before }, ['right.md', '# Proof\n\nDone.\n']);
    const [observed] = await kept('observation');
    const right = (await kept('document')).find(({ data }) => data.path === 'right.md');
    expect(observed?.data.document).toBe(right?.id);
  });

  test('keeps the file and selects it when something else is wrong, so that it need not be chosen again', async () => {
    const { statusCode, body } = await finish({ 'doneOn-day': '' }, ['proof.md', '# Proof\n\nDone.\n']);
    const [proof] = await kept('document');
    expect([statusCode, text(body).includes('is kept and selected below'), (await actions())[0]?.doneOn]).toEqual([
      422,
      true,
      undefined,
    ]);
    expect(body).toMatch(new RegExp(`<option value="${proof?.id}" selected`));
  });

  test.each([
    ['is empty', 'nil.md', '', 'Choose another file, or none'],
    ['cannot be read', 'broken.pdf', '%PDF-1.7\nbroken', 'could not be read'],
  ])('is not done with a file that %s, and it is said why', async (_, filename, value, message) => {
    const { statusCode, body } = await finish({}, [filename, value]);
    expect([statusCode, text(body).includes(message), (await actions())[0]?.doneOn]).toEqual([422, true, undefined]);
    expect(text(body)).toContain('Error:');
  });

  test('is done once however often its form is sent with the same file', async () => {
    const fields = { 'form-id': '0b7f6f0e-6a3c-4b8e-9d8f-0a1b2c3d4e5f', seen: await revisionOf('todo') };
    const send = () => finish(fields, ['proof.md', '# Proof\n\nDone.\n']);
    const [first, second] = [await send(), await send()];
    expect([first.statusCode, second.statusCode, (await kept('observation')).length]).toEqual([303, 303, 1]);
  });

  test('has the document selected that was accepted last', async () => {
    const observed = (id: string, at: string): readonly [string, unknown, string] => [
      'observation',
      { items: [refs[0]], kind: 'document', verdict: 'shows', document: id, receivedAt: at, collector: 'Ann' },
      `shows-${id}`,
    ];
    const late = await put('a.md');
    const early = await put('b.md');
    await keep(observed(late, '2026-11-30T10:00:00.000Z'), observed(early, '2026-11-01T10:00:00.000Z'));
    expect((await owner.get(one())).body).toMatch(new RegExp(`<option value="${late}" selected`));
  });

  test('does not overrule who decided that a document does not show it', async () => {
    const document = await put('policies/policy.md');
    const data = { items: [refs[0]], kind: 'document', verdict: 'does-not-show', document };
    await keep(['observation', { ...data, receivedAt: '2026-11-01T10:00:00.000Z' }, 'no']);
    const fields = { seen: await revisionOf('todo'), ...DONE, document, shows: [refs[0] ?? ''] };
    const { statusCode, body } = await owner.post(`${one()}/done`, fields);
    expect([statusCode, body.includes('Select another document'), (await actions())[0]?.doneOn]).toEqual([
      422,
      true,
      undefined,
    ]);
  });

  test.each([
    ['no day', {}, 'Enter the day it was done'],
    ['no real day', day('doneOn', '2026-02-31'), 'Done on must be a real date'],
    ['a day to come', day('doneOn', '2026-11-21'), 'Done on must be today or in the past'],
    ['no word about a document', { ...DONE, document: '' }, 'Select the document that shows it, or that there is none'],
    ['a document that is not there', { ...DONE, document: 'zoe' }, 'Select a document that counts'],
  ])('is not done with %s, and keeps what was typed', async (_, over, message) => {
    const fields = { sent: 'yes', seen: await revisionOf('todo'), document: 'none', shows: [refs[1] ?? ''], ...over };
    const { statusCode, body } = await owner.post(`${one()}/done`, fields);
    const checked = [...body.matchAll(/<input(?=[^>]*name="shows")(?=[^>]*checked)[^>]*value="([\d.]+)"/g)];
    expect([statusCode, text(body).includes(message), checked.map(([, ref]) => ref)]).toEqual([422, true, [refs[1]]]);
    expect((await actions())[0]?.doneOn).toBeUndefined();
  });

  test('is not done upon what somebody else has changed meanwhile', async () => {
    const fields = { seen: '1', ...DONE, document: 'none' };
    const { statusCode, body } = await owner.post(`${one()}/done`, fields);
    expect([statusCode, body.includes('changed this action meanwhile'), (await actions())[0]?.doneOn]).toEqual([
      409,
      true,
      undefined,
    ]);
  });

  test('is opened again, and is nobody’s when its owner has left', async () => {
    await owner.post(`${one()}/done`, { seen: await revisionOf('todo'), ...DONE, document: 'none' });
    const people = `/organisations/${server.organisation}/registers/people/ann`;
    const ann = (await kept('person')).find(({ id }) => id === 'ann');
    await owner.post(`${people}/hand-over`, { seen: String(ann?.revision), ...day('leftOn', '2026-11-20') });
    const before = await says(one());
    const { headers } = await owner.post(`${one()}/undo`, { seen: await revisionOf('todo') });
    const [data] = await actions();
    expect([before.includes('it will be nobody'), data?.doneOn, data?.owner]).toEqual([true, undefined, undefined]);
    expect(await says(String(headers.location))).toContain('The action is open again.');
  });

  test('is not opened again when it is open', async () => {
    expect((await owner.post(`${one()}/undo`, { seen: await revisionOf('todo') })).statusCode).toBe(409);
  });

  test('is shown to a reader, who cannot mark it done', async () => {
    const reader = await server.join('Rhys Vale', 'reader');
    const { statusCode, body } = await reader.get(one());
    expect([statusCode, body.includes('Mark it as done')]).toEqual([200, false]);
    expect((await reader.post(`${one()}/done`, { ...DONE, document: 'none' })).statusCode).toBe(403);
  });

  test('that is not there is not found', async () => {
    expect((await owner.get(`${plan}/actions/none`)).statusCode).toBe(404);
  });
});

describe('the plan as CSV', () => {
  const rows = (body: string) => parse(body, { bom: true, columns: true }) as Record<string, string>[];

  test('has a row for every step in its order, as a file to save', async () => {
    const { headers, body } = await owner.get(`${plan}/export.csv`);
    expect([
      headers['content-type'],
      headers['content-disposition'],
      rows(body).map((row) => row['Evidence item']),
    ]).toEqual([
      'text/csv; charset=utf-8',
      expect.stringContaining('attachment; filename="plan 2026-11-20.csv"'),
      refs,
    ]);
  });

  test('says whose a step is, runs no formula, and holds what was asked for', async () => {
    await keep(
      ['person', { name: '=1+1', employment: 'staff' }, 'formula'],
      ['action', { what: 'Late', items: [refs[0]], owner: 'formula', due: '2026-11-19' }, 'late'],
    );
    const { body } = await owner.get(`${plan}/export.csv?state=overdue`);
    expect(rows(body).map((row) => [row['Evidence item'], row['Given to'], row['Due on'], row.State])).toEqual([
      [refs[0], "'=1+1", '2026-11-19', 'Overdue'],
    ]);
  });
});
