import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../test/support/web-visitors.ts';

let server: OwnedServer;
beforeEach(async () => {
  server = await startOwned();
});
afterEach(() => server.stop());

const notices = () => server.installation.notices;
const stored = () => server.installation.database.read.selectFrom('put_away').selectAll().execute();

test('what somebody put away is put away for them alone, until they take it up again', async () => {
  const ben = await server.join('Ben Hart', 'contributor');
  const people = [server.owner.visitor.account.id, ben.visitor.account.id];
  const put = () => Promise.all(people.map((one) => notices().isPutAway(server.organisation, one, 'first-hour')));
  expect(await put()).toEqual([false, false]);
  await notices().putAway(server.organisation, people[0] ?? '', 'first-hour');
  await notices().putAway(server.organisation, people[0] ?? '', 'first-hour');
  expect(await put()).toEqual([true, false]);
  await notices().takeUp(server.organisation, people[0] ?? '', 'first-hour');
  expect(await put()).toEqual([false, false]);
});

test('all that somebody put away is told at once', async () => {
  const { id } = server.owner.visitor.account;
  expect(await notices().putAwayBy(server.organisation, id)).toEqual(new Set());
  await notices().putAway(server.organisation, id, 'first-hour');
  await notices().putAway(server.organisation, id, 'edition-v9');
  expect(await notices().putAwayBy(server.organisation, id)).toEqual(new Set(['first-hour', 'edition-v9']));
});

test('nothing stays of somebody who has no place any more, and nothing new is kept of them', async () => {
  const ben = await server.join('Ben Hart', 'contributor');
  const { id } = ben.visitor.account;
  await notices().putAway(server.organisation, id, 'first-hour');
  expect(await stored()).toHaveLength(1);
  await server.installation.accounts.memberships.remove(server.organisation, 'account:x', id);
  expect(await stored()).toEqual([]);
  await notices().putAway(server.organisation, id, 'first-hour');
  expect(await stored()).toEqual([]);
});
