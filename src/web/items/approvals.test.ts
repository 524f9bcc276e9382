import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { answer } from '../../record/kinds/answer.ts';

let server: OwnedServer;
let home: string;
let aled: Browsing;
const REF = '1.3.11';
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  aled = await server.join('Aled Approver', 'approver');
  await server.owner.post(`${home}/items/${REF}/answer`, {
    seen: '',
    said: 'not-applicable',
    words: 'Nobody uses their own devices.',
  });
});
afterEach(() => server.stop());

async function answered() {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('answer')?.values() ?? [])].find(
    ({ data }) => Reflect.get(Object(data), 'item') === REF,
  );
}
async function data() {
  return answer.schema.parse((await answered())?.data);
}
const revision = async () => String((await answered())?.revision);
const item = async (by: Browsing) => (await by.get(`${home}/items/${REF}`)).body;

async function sendBack(by: Browsing, reason: string) {
  return by.post(`${home}/items/${REF}/answer/send-back`, { seen: await revision(), reason });
}

describe('an answer that is sent back', () => {
  test('stands with its reason on the item and on the page of today of whoever gave it', async () => {
    const sent = await sendBack(aled, 'Two people read mail on their own phones.');
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${home}/items/${REF}?done=sent-back`]);
    expect(await data()).toMatchObject({
      sentBackBy: 'Aled Approver',
      sentBackOn: '2026-11-20',
      sentBackBecause: 'Two people read mail on their own phones.',
    });
    const page = await item(server.owner);
    expect(page).toContain('Sent back by Aled Approver: Two people read mail on their own phones.');
    expect(page).not.toContain('needs someone to approve it');
    const today = (await server.owner.get(home)).body;
    expect(today).toContain('sent your answer back');
    const others = (await aled.get(home)).body;
    expect([others.includes('sent your answer back'), others.includes('waits for an')]).toEqual([false, false]);
    expect((await server.owner.get(`${home}/journal`)).body).toContain('Two people read mail on their own phones.');
  });

  test('waits for approval again once it was given again', async () => {
    await sendBack(aled, 'Say since when.');
    await server.owner.post(`${home}/items/${REF}/answer`, {
      seen: await revision(),
      said: 'not-applicable',
      words: 'Nobody has, since 2024.',
    });
    expect(await data()).not.toHaveProperty('sentBackBecause');
    const seen = await revision();
    expect((await aled.post(`${home}/items/${REF}/answer/approve`, { seen })).statusCode).toBe(303);
    expect(await data()).toMatchObject({ approvedBy: 'Aled Approver' });
  });

  test('needs a reason, and is never one’s own', async () => {
    const bare = await sendBack(aled, '  ');
    expect([
      bare.statusCode,
      bare.body.includes('Enter why the answer goes back'),
      bare.body.includes('href="#reason"'),
    ]).toEqual([422, true, true]);
    expect((await sendBack(server.owner, 'Mine.')).statusCode).toBe(422);
    const writer = await server.join('Cara Contributor', 'contributor');
    expect((await sendBack(writer, 'Not mine to say.')).statusCode).toBe(403);
  });

  test('must wait for one: what is answered otherwise is neither approved nor sent back', async () => {
    await server.owner.post(`${home}/items/${REF}/answer`, { seen: await revision(), said: 'yes' });
    const sent = await sendBack(aled, 'Look again.');
    const approved = await aled.post(`${home}/items/${REF}/answer/approve`, { seen: await revision() });
    expect([sent, approved].map(({ statusCode }) => statusCode)).toEqual([422, 422]);
    expect(sent.body).toContain('does not wait for an approval');
    expect(await data()).not.toHaveProperty('sentBackBecause');
  });

  test('keeps what was typed when the answer has changed meanwhile', async () => {
    const again = await aled.post(`${home}/items/${REF}/answer/send-back`, { seen: '1', reason: 'Look again.' });
    expect([again.statusCode, again.body.includes('Look again.')]).toEqual([409, true]);
  });
});

describe('whoever approves that an item does not apply', () => {
  test('sees what the record holds against it beside the button', async () => {
    expect(await item(aled)).toContain('Nothing in your record speaks against it.');
    await server.owner.upload(`${home}/documents`, [
      {
        name: 'documents',
        filename: 'BYOD policy.md',
        value:
          '# BYOD policy\n\nStaff may use their own devices for work email.\n\nApproved: 2 March 2026\n\nReport a lost phone at once.\n',
      },
    ]);
    const body = await item(aled);
    const part = body.slice(body.indexOf('id="against"'), body.indexOf('Approve this answer'));
    expect([part.includes('what your record holds about it'), part.includes('BYOD policy.md')]).toEqual([true, true]);
  });

  test('no longer sees a document that was refused', async () => {
    await server.owner.upload(`${home}/documents`, [
      {
        name: 'documents',
        filename: 'BYOD policy.md',
        value: '# BYOD policy\n\nStaff may use their own devices for work.\n',
      },
    ]);
    const id = /documents\/([\w-]{20,})/.exec(await item(aled))?.[1] ?? '';
    const done = await server.owner.post(`${home}/items/${REF}/observations`, {
      document: id,
      verdict: 'does-not-show',
      seen: '',
    });
    expect(done.statusCode).toBe(303);
    expect(await item(aled)).toContain('Nothing in your record speaks against it.');
  });
});

test('the members page says what each role may do, as it may', async () => {
  const { body } = await server.owner.get(`${home}/members`);
  expect(body).toContain('approve that an item does not apply');
  expect(body).toContain('decide which documents show an item, but approve nothing, until a day that you set');
});
