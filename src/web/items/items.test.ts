import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;
let item: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  item = `${home}/items/7.3.4`;
  await keep('person', { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'director' }, 'ann');
  await keep('person', { name: 'Ben Hart', employment: 'staff' }, 'ben');
});
afterEach(() => server.stop());

async function keep(kind: string, data: unknown, id?: string) {
  const command = { do: 'add' as const, kind, data, ...(id !== undefined && { id }) };
  const done = await server.installation.records.perform(server.organisation, 'system', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
async function held(kind: string): Promise<readonly Record<string, unknown>[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get(kind)?.values() ?? [])].map(({ data }) => Object(data));
}
const formOf = (body: string, action: string) =>
  new RegExp(`action="[^"]*${action}".*?</form>`, 's').exec(body)?.[0] ?? '';
const seenIn = (form: string) => /name="seen" value="(\d*)"/.exec(form)?.[1] ?? '';
const seenFor = async (action: string, by: Browsing = server.owner) =>
  seenIn(formOf((await by.get(item)).body, action));

describe('who looks after an item', () => {
  test('is said, changed and unsaid on its page', async () => {
    await server.owner.post(`${item}/responsibility`, { seen: '', owner: 'ann', deputy: 'ben' });
    expect((await server.owner.get(item)).body).toContain('Ann Okafor looks after it; Ben Hart stands in.');
    await server.owner.post(`${item}/responsibility`, {
      seen: await seenFor('responsibility'),
      owner: 'ben',
      deputy: '',
    });
    expect((await server.owner.get(item)).body).toContain('Ben Hart looks after it, and nobody stands in.');
    await server.owner.post(`${item}/responsibility`, { seen: await seenFor('responsibility'), owner: '', deputy: '' });
    expect(await held('responsibility')).toEqual([]);
  });

  test.each([
    [{ owner: '', deputy: 'ben' }, 'Select owner'],
    [{ owner: 'ann', deputy: 'ann' }, 'Deputy must be somebody else'],
    [{ owner: 'ghost', deputy: '' }, 'not in the record any more'],
  ])('%j gets a sentence beside its field', async (typed, sentence) => {
    const { statusCode, body } = await server.owner.post(`${item}/responsibility`, { seen: '', ...typed });
    expect([statusCode, body.includes('nhsuk-error-message'), await held('responsibility')]).toEqual([422, true, []]);
    expect(body.toLowerCase()).toContain(sentence.toLowerCase());
  });

  test('somebody else was quicker: nothing is overwritten', async () => {
    await server.owner.post(`${item}/responsibility`, { seen: '', owner: 'ann' });
    const late = await server.owner.post(`${item}/responsibility`, { seen: '', owner: 'ben' });
    expect([late.statusCode, (await held('responsibility'))[0]?.owner]).toEqual([409, 'ann']);
  });
});

describe('comments on an item', () => {
  test('are kept with who and when, and those they mention see them on their page of today', async () => {
    const cara = await server.join('Cara Moss', 'contributor');
    await cara.post(`${item}/comments`, { comment: '@Ann Okafor where is the log?\r\n<script>x</script>' });
    const { body } = await server.owner.get(item);
    expect(body).toContain('<strong>@Ann Okafor</strong>');
    expect(body).toContain('&lt;script&gt;');
    expect((await server.owner.get(home)).body).toContain('Cara Moss mentioned you on');
    expect(await held('comment')).toMatchObject([{ item: '7.3.4', by: 'Cara Moss', mentions: ['ann'] }]);
  });

  test.each([
    ['', 'Enter comment'],
    ['x'.repeat(20_001), '20,000 characters or fewer'],
  ])('that are nothing or too much get a sentence, and stay typed', async (typed, sentence) => {
    const { statusCode, body } = await server.owner.post(`${item}/comments`, { comment: typed });
    expect([statusCode, body.includes(sentence), body.includes(`${typed}</textarea>`)]).toEqual([422, true, true]);
  });

  test('are taken back by whoever wrote them and nobody else', async () => {
    const cara = await server.join('Cara Moss', 'contributor');
    await cara.post(`${item}/comments`, { comment: 'Done.' });
    const form = formOf((await cara.get(item)).body, 'comments/remove');
    const fields = { comment: /name="comment" value="([^"]+)"/.exec(form)?.[1] ?? '', seen: seenIn(form) };
    expect((await server.owner.post(`${item}/comments/remove`, fields)).statusCode).toBe(422);
    expect((await cara.post(`${home}/items/1.1.1/comments/remove`, fields)).statusCode).toBe(404);
    expect((await cara.post(`${item}/comments/remove`, fields)).statusCode).toBe(303);
    expect(await held('comment')).toEqual([]);
  });

  test('a reader sees them and cannot add one', async () => {
    await server.owner.post(`${item}/comments`, { comment: 'Look here.' });
    const reader = await server.join('Rita Reed', 'reader');
    const { body } = await reader.get(item);
    expect([body.includes('Look here.'), body.includes('Add a comment')]).toEqual([true, false]);
    expect((await reader.post(`${item}/comments`, { comment: 'x' })).statusCode).toBe(403);
  });
});

describe('“it does not apply to us”', () => {
  const say = async (by: Browsing) =>
    by.post(`${home}/items/1.1.5/answer`, {
      seen: seenIn(formOf((await by.get(`${home}/items/1.1.5`)).body, '/answer')),
      said: 'not-applicable',
      words: 'We have none.',
    });
  const approve = async (by: Browsing, seen: string) => by.post(`${home}/items/1.1.5/answer/approve`, { seen });
  const revision = async () => {
    const record = await server.installation.records.open(server.organisation);
    const [found] = record?.holdings.of.get('answer')?.values() ?? [];
    return String(found?.revision);
  };

  test('is approved by somebody other than whoever said it', async () => {
    await say(server.owner);
    const own = await server.owner.get(`${home}/items/1.1.5`);
    expect([own.body.includes('answer/approve'), own.body.includes('invite an approver')]).toEqual([false, true]);
    const refused = await approve(server.owner, await revision());
    expect([refused.statusCode, refused.body.includes('Somebody else must approve')]).toEqual([422, true]);
    const aled = await server.join('Aled Approver', 'approver');
    expect((await approve(aled, await revision())).statusCode).toBe(303);
  });

  test('is not approved by whoever had a program say it, though its token is gone', async () => {
    const { accounts, records } = server.installation;
    const { organisation, owner } = server;
    const scopes = ['write-answers'];
    const made = await accounts.tokens.create(organisation, owner.visitor, {
      name: 'CI',
      scopes,
      expiresOn: '2027-01-31',
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const [row] = await accounts.tokens.list(organisation);
    const data = { edition: 'v8', item: '1.1.5', said: 'not-applicable', words: 'None.', answeredOn: '2026-11-20' };
    await records.perform(organisation, `token:${row?.id}`, { do: 'add', kind: 'answer', data });
    await accounts.tokens.revoke(organisation, `account:${owner.visitor.account.id}`, row?.id ?? '');
    expect((await approve(owner, await revision())).statusCode).toBe(422);
    const aled = await server.join('Aled Approver', 'approver');
    expect((await approve(aled, await revision())).statusCode).toBe(303);
  });

  test('and said again in other words is theirs who said it last', async () => {
    const aled = await server.join('Aled Approver', 'approver');
    await say(server.owner);
    await aled.post(`${home}/items/1.1.5/answer`, {
      seen: await revision(),
      said: 'not-applicable',
      words: 'We have none at all.',
    });
    expect((await approve(aled, await revision())).statusCode).toBe(422);
    expect((await approve(server.owner, await revision())).statusCode).toBe(303);
  });
});

describe('the list of items', () => {
  const count = (body: string) => [...body.matchAll(/class="app-items__ref"/g)].length;
  const look = async (query: string) => (await server.owner.get(`${home}/items${query}`)).body;

  test('stands by standard, with how far each is', async () => {
    const body = await look('');
    const counts = [...body.matchAll(/<p>(\d+) of (\d+) mandatory counts?(?:, and \d+ of \d+ others?)?\.<\/p>/g)];
    expect(counts.length).toBe(10);
    expect(counts.reduce((sum, [, , of]) => sum + Number(of), 0)).toBe(45);
    expect(count(body)).toBe(80);
  });

  test.each([
    ['?standard=10', /^10\.1\.2(?:,10\.\d\.\d)+$/],
    ['?owner=ann', /^7\.3\.4$/],
    ['?standing=gap', /^$/],
  ])('narrowed to %s', async (query, wanted) => {
    await keep('responsibility', { item: '7.3.4', owner: 'ann' });
    const refs = [...(await look(query)).matchAll(/class="app-items__ref">([^<]+)/g)].map(([, ref = '']) => ref);
    expect(refs.join(',')).toMatch(wanted);
  });

  test('nobody’s and somebody’s are all of them', async () => {
    await keep('responsibility', { item: '7.3.4', owner: 'ann' });
    expect(count(await look('?owner=nobody')) + count(await look('?owner=ann'))).toBe(80);
  });

  test('comes as CSV, narrowed in the same way', async () => {
    await keep('responsibility', { item: '7.3.4', owner: 'ann' });
    const { headers, body } = await server.owner.get(`${home}/items/export.csv?owner=ann`);
    const lines = body.trim().split('\r\n');
    expect([headers['content-type'], lines.length]).toEqual(['text/csv; charset=utf-8', 2]);
    expect(lines[1]).toMatch(/^7\.3\.4,.*Ann Okafor$/);
  });
});

describe('last year’s answer', () => {
  const lastYear = () =>
    keep('answer', {
      edition: 'v7',
      item: '7.3.4',
      said: 'yes',
      words: 'We restore each quarter.',
      answeredOn: '2026-05-02',
    });
  const answers = async () => (await held('answer')).filter(({ edition }) => edition === 'v8');

  test('is shown, carried over by a button, and counts once it was saved again', async () => {
    await lastYear();
    expect((await server.owner.get(item)).body).toContain('What you said in v7');
    const done = await server.owner.post(`${item}/answer/carry-over`, {});
    expect(done.statusCode).toBe(303);
    expect(await answers()).toMatchObject([{ said: 'yes', words: 'We restore each quarter.', carriedFrom: 'v7' }]);
    const { body } = await server.owner.get(item);
    expect([body.includes('Carried over'), body.includes('/answer/carry-over')]).toEqual([true, false]);
    const form = /action="[^"]*7\.3\.4\/answer".*?<\/form>/s.exec(body)?.[0] ?? '';
    await server.owner.post(`${item}/answer`, { seen: seenIn(form), said: 'yes', words: 'We restore each quarter.' });
    expect((await answers())[0]).not.toHaveProperty('carriedFrom');
  });

  test('never takes the place of this year’s', async () => {
    await lastYear();
    await keep('answer', { edition: 'v8', item: '7.3.4', said: 'no', answeredOn: '2026-11-02' });
    expect((await server.owner.post(`${item}/answer/carry-over`, {})).statusCode).toBe(409);
    expect(await answers()).toMatchObject([{ said: 'no' }]);
  });

  test('that there is none of cannot be carried over', async () => {
    expect((await server.owner.post(`${item}/answer/carry-over`, {})).statusCode).toBe(404);
  });
});

describe('what somebody decided about a document', () => {
  const LOG =
    '# Restore test log\n\n| System | Date | Result |\n| --- | --- | --- |\n| Patients | 2 October 2026 | Successful |\n';
  const upload = (value: string) =>
    server.owner.upload(`${home}/documents`, [{ name: 'documents', filename: 'restore log.md', value }]);
  const inUse = async () => {
    const record = await server.installation.records.open(server.organisation);
    const all = [...(record?.holdings.of.get('document')?.values() ?? [])];
    return all.findLast(({ data }) => Object(data).withdrawnOn === undefined)?.id ?? '';
  };
  const decide = async (verdict: string) => {
    const form = formOf((await server.owner.get(item)).body, '/observations');
    return server.owner.post(`${item}/observations`, { document: await inUse(), verdict, seen: seenIn(form) });
  };

  test('goes over to the file that takes its name, and can be changed there', async () => {
    await upload(LOG);
    expect((await decide('shows')).statusCode).toBe(303);
    await upload(`${LOG}| Letters | 9 November 2026 | Successful |\n`);
    expect((await server.owner.get(item)).body).toContain('>Accepted<');
    expect((await decide('does-not-show')).headers.location).toBe(`${item}?done=rejected`);
    const { body } = await server.owner.get(item);
    expect([body.includes('>Rejected<'), body.includes('>Accepted<')]).toEqual([true, false]);
    expect((await held('observation')).filter(({ verdict }) => verdict === 'shows')).toEqual([]);
  });
});
