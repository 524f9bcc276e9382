import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let people: string;
beforeEach(async () => {
  server = await startOwned();
  people = `/organisations/${server.organisation}/registers/people`;
  await keep({ name: 'Ben Hart', email: 'ben@larkmoor.example', employment: 'staff' }, 'ben');
});
afterEach(() => server.stop());

async function keep(data: unknown, id?: string) {
  const command = { do: 'add' as const, kind: 'person', data, ...(id !== undefined && { id }) };
  const done = await server.installation.records.perform(server.organisation, 'account:x', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

async function removed() {
  const page = await server.owner.get(`${people}/ben`);
  const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
  return server.owner.post(`${people}/ben/remove`, { seen });
}

describe('what was removed', () => {
  test('is put back by one button, as it was', async () => {
    const { headers } = await removed();
    const list = await server.owner.get(String(headers.location));
    expect(list.body).toContain(`${people}/ben/restore`);
    const back = await server.owner.post(`${people}/ben/restore`, {});
    expect([back.statusCode, back.headers.location]).toEqual([303, `${people}/ben?done=restored`]);
    const page = await server.owner.get(`${people}/ben`);
    expect([page.statusCode, page.body.includes('value="ben@larkmoor.example"')]).toEqual([200, true]);
  });

  test('can be put back from its own page later', async () => {
    await removed();
    expect((await server.owner.get(`${people}/ben`)).body).toContain('Put it back');
  });

  test('is put back once, however often it is asked', async () => {
    await removed();
    await server.owner.post(`${people}/ben/restore`, {});
    const again = await server.owner.post(`${people}/ben/restore`, {});
    expect([again.statusCode, again.headers.location]).toEqual([303, `${people}/ben`]);
  });

  test('stays away, with the reason, when somebody else has its place', async () => {
    await removed();
    await keep({ name: 'Ben Hart the younger', email: 'ben@larkmoor.example', employment: 'staff' });
    const { statusCode, body } = await server.owner.post(`${people}/ben/restore`, {});
    expect([statusCode, body.includes('cannot be put back'), body.includes('nhsuk-error-summary')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  test('and erased stays erased', async () => {
    await server.installation.records.perform(server.organisation, 'account:x', {
      do: 'erase',
      kind: 'person',
      id: 'ben',
      reason: 'They asked for it',
      basis: 'UK GDPR Article 17',
    });
    expect((await server.owner.post(`${people}/ben/restore`, {})).statusCode).toBe(404);
  });
});
