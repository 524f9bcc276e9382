import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let list: string;
beforeEach(async () => {
  server = await startOwned();
  list = `/organisations/${server.organisation}/activities`;
});
afterEach(() => server.stop());

async function keep(kind: string, data: unknown, id: string): Promise<void> {
  const command = { do: 'add' as const, kind, data, id };
  const done = await server.installation.records.perform(server.organisation, 'system', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
const kept = async () => {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('activity')?.values() ?? [])].map(({ data }) => data);
};
const read = async (path: string) => (await server.owner.get(path)).body;
/** What a person reads of the block of one kind of activity. */
const block = async (kind: string) =>
  textOf(new RegExp(`<article[^>]*aria-labelledby="${kind}".*?</article>`, 's').exec(await read(list))?.[0] ?? '');
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const TODAY = { 'doneOn-day': '20', 'doneOn-month': '11', 'doneOn-year': '2026' };

describe('the list of activities', () => {
  test('says of each what it is needed for, who does it, and that it was never done', async () => {
    const text = await block('restore-test');
    expect(
      ['Never done', '7.3.4', 'IT', 'at least every 12 months', 'Record one'].filter((words) => !text.includes(words)),
    ).toEqual([]);
  });

  test('marks what is overdue by a word, and puts it first', async () => {
    await keep('activity', { kind: 'spot-check', doneOn: '2025-10-01', result: 'passed' }, 'old');
    await keep('activity', { kind: 'restore-test', doneOn: '2026-10-02', result: 'passed' }, 'good');
    await keep('activity', { kind: 'board-review', doneOn: '2025-12-01', result: 'none' }, 'soon');
    const shown = [...(await read(list)).matchAll(/<article[^>]*aria-labelledby="([^"]+)"/g)].map(([, kind]) => kind);
    expect(shown[0]).toBe('spot-check');
    expect(shown.indexOf('access-review')).toBeLessThan(shown.indexOf('board-review'));
    expect(shown.indexOf('board-review')).toBeLessThan(shown.indexOf('restore-test'));
    expect(await block('spot-check')).toContain('Overdue');
    expect(await block('spot-check')).toContain('Was due by 1 October 2026');
    expect(await block('board-review')).toContain('Due soon');
    expect(await block('restore-test')).toContain('By 2 October 2027; at least every 12 months');
  });

  test('tells an interval that is our judgement from one with a source, and an unknown one from both', async () => {
    expect(await block('access-review')).toContain('at least every 12 months (our judgement, not confirmed)');
    expect(await block('restore-test')).not.toContain('our judgement');
    expect(await block('policy-review')).toContain('Not known. We know of nothing that says how often');
  });

  test('does not take a restore test that failed for one that was done in time', async () => {
    await keep('activity', { kind: 'restore-test', doneOn: '2026-11-01', result: 'failed' }, 'bad');
    const text = await block('restore-test');
    expect(
      ['Overdue', '1 November 2026 . Failed', 'only one that passed counts'].filter((w) => !text.includes(w)),
    ).toEqual([]);
  });

  test('knows what a document tells of', async () => {
    const value =
      '# Spot check log\n\n| Date | What | Result |\n| --- | --- | --- |\n| 3 March 2026 | Desks | Passed |\n';
    await server.owner.upload(`/organisations/${server.organisation}/documents`, [
      { name: 'documents', filename: 'checks/spot check log.md', value },
    ]);
    const text = await block('spot-check');
    expect(
      ['3 March 2026, as you say in', 'spot check log.md', 'By 3 March 2027'].filter((w) => !text.includes(w)),
    ).toEqual([]);
  });

  test('leaves out items that do not concern the organisation, once somebody else has confirmed it', async () => {
    expect(await block('penetration-test')).toContain('9.3.1');
    const record = await server.installation.records.open(server.organisation);
    const [own] = [...(record?.holdings.of.get('organisation')?.values() ?? [])];
    const data = { ...(own?.data as object), facts: { 'develops-web-applications': false } };
    const change = { do: 'change' as const, kind: 'organisation', id: own?.id ?? '', seen: own?.revision ?? 0, data };
    await server.installation.records.perform(server.organisation, 'system', change);
    expect(await block('penetration-test')).toContain('9.3.1');
    const said = { fact: 'develops-web-applications', said: 'no', by: 'Rhys Tan', author: 'account:rhys' };
    await keep('confirmation', { ...said, confirmedOn: '2026-11-02' }, 'confirmed');
    expect(await block('penetration-test')).not.toContain('9.3.1');
  });

  test('still shows what was done when no catalogue of its edition can be had', async () => {
    const record = await server.installation.records.open(server.organisation);
    const [own] = [...(record?.holdings.of.get('organisation')?.values() ?? [])];
    const data = { ...(own?.data as object), edition: 'v9' };
    const change = { do: 'change' as const, kind: 'organisation', id: own?.id ?? '', seen: own?.revision ?? 0, data };
    await server.installation.records.perform(server.organisation, 'system', change);
    await keep('activity', { kind: 'audit', doneOn: '2026-03-01', result: 'passed' }, 'one');
    const { statusCode, body } = await server.owner.get(list);
    expect([statusCode, textOf(body).includes('Until then we cannot say')]).toEqual([200, true]);
    expect(body).toContain('/registers/activities/one');
  });

  test('has a history, the newest first, that leads to the entries of the register', async () => {
    await keep(
      'activity',
      { kind: 'audit', doneOn: '2026-03-01', result: 'passed', by: 'Auditors <b>Ltd</b>' },
      'older',
    );
    await keep('activity', { kind: 'other', doneOn: '2026-04-01', result: 'none' }, 'newer');
    const history = (await read(list)).split('id="history"')[1] ?? '';
    const at = ['older', 'newer'].map((id) => history.indexOf(`/registers/activities/${id}`));
    expect([at[0] ?? 0, at[1] ?? 0].every((place) => place > 0) && (at[1] ?? 0) < (at[0] ?? 0)).toBe(true);
    expect(history).toContain('Auditors &lt;b&gt;Ltd&lt;/b&gt;');
  });

  test('offers a reader nothing to record', async () => {
    const reader = await server.join('Rhys Pugh', 'reader');
    const page = await reader.get(list);
    expect([page.statusCode, page.body.includes('Record one')]).toEqual([200, false]);
    expect((await reader.get(`${list}/restore-test`)).statusCode).toBe(403);
  });
});

describe('recording an activity', () => {
  test('takes a form with today already in it, and says which items it speaks for then', async () => {
    await keep('person', { name: 'Bryn Howells', employment: 'staff' }, 'bryn');
    expect(await read(`${list}/restore-test`)).toMatch(/name="doneOn-day"[^>]*value="20"/);
    const done = await server.owner.post(`${list}/restore-test`, {
      ...TODAY,
      system: 'Patient database',
      'looked-at': ['1', '3'],
      result: 'passed',
      'done-by': 'bryn',
    });
    expect(done.statusCode).toBe(303);
    expect(await kept()).toEqual([
      {
        kind: 'restore-test',
        doneOn: '2026-11-20',
        result: 'passed',
        system: 'Patient database',
        scope: 'Looked at: which backup, whether the data is whole',
        people: ['bryn'],
      },
    ]);
    const after = textOf(await read(String(done.headers.location)));
    expect(after).toContain('The restore test is recorded. It now counts for 7.3.4 .');
    expect(await block('restore-test')).toContain('In date');
  });

  test('says that it is only a part where the item asks for more than was recorded', async () => {
    const done = await server.owner.post(`${list}/restore-test`, { ...TODAY, system: 'Files', result: 'passed' });
    expect(textOf(await read(String(done.headers.location)))).toContain(
      'The restore test is recorded. It is a part of what 7.3.4 asks for; the rest stands there.',
    );
  });

  test.each([
    ['restore-test', { ...TODAY, result: 'failed' }, 'only a restore test that passed does'],
    ['spot-check', { ...TODAY, 'doneOn-year': '2027', result: 'none' }, 'It counts once it has taken place'],
    ['spot-check', { ...TODAY, 'doneOn-year': '2020', result: 'passed' }, 'too long ago'],
    ['supplier-review', { ...TODAY, result: 'none' }, 'It helps with 10.1.2 and 10.2.2'],
  ])('says honestly why a %s counts for nothing', async (template, fields, words) => {
    const done = await server.owner.post(`${list}/${template}`, fields);
    expect(textOf(await read(String(done.headers.location)))).toContain(words);
  });

  test('keeps everything that was typed when something is missing, with the sentence beside its field', async () => {
    await keep('person', { name: 'Bryn Howells', employment: 'staff' }, 'bryn');
    const again = await server.owner.post(`${list}/spot-check`, {
      ...TODAY,
      'doneOn-day': '7',
      system: 'The office',
      'looked-at': ['2'],
      findings: 'One cupboard was open.',
      'done-by': 'bryn',
      by: 'and a guest',
      scope: 'Ground floor',
      minutesTaken: 'twenty',
    });
    expect(again.statusCode).toBe(422);
    const { body } = again;
    expect(
      [
        /<title>Error: Record a spot check/,
        /id="result-[^>]*error|Select result/,
        /Enter a number: minutes it took/,
        /name="doneOn-day"[^>]*value="7"/,
        /value="The office"/,
        /<input[^>]*(?=[^>]*name="looked-at")(?=[^>]*value="2")(?=[^>]*checked)/,
        /One cupboard was open\./,
        /<option value="bryn" selected/,
        /value="and a guest"/,
        /value="Ground floor"/,
        /value="twenty"/,
        /<details class="nhsuk-details" open/,
      ].filter((wanted) => !wanted.test(body)),
    ).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test('says what cannot be said yet of a day to come', async () => {
    const again = await server.owner.post(`${list}/audit`, { ...TODAY, 'doneOn-year': '2027', result: 'passed' });
    expect([again.statusCode, again.body.includes('for what has not taken place yet')]).toEqual([422, true]);
  });

  test('offers only people who work there and documents in use', async () => {
    await keep('person', { name: 'Gone Lately', employment: 'staff', leftOn: '2026-11-19' }, 'gone');
    await keep('person', { name: 'Still Here', employment: 'staff' }, 'here');
    const body = await read(`${list}/audit`);
    expect([body.includes('Gone Lately'), body.includes('Still Here')]).toEqual([false, true]);
  });

  test.each(['other', 'nonsense', 'constructor'])('has no form for "%s"', async (template) => {
    expect((await server.owner.get(`${list}/${template}`)).statusCode).toBe(404);
    expect((await server.owner.post(`${list}/${template}`, TODAY)).statusCode).toBe(404);
  });
});
