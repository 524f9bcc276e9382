import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsOn, HOME, PASSWORD, type TestAccounts } from '../../../test/support/accounts.ts';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import type { Database } from '../../storage/database.ts';

const ANN = 'ann@larkmoor.example';
const ELSEWHERE = { ...HOME, address: '198.51.100.9' };

describe.each(databases())('attempts counted on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let all: TestAccounts;

  beforeEach(async () => {
    place = await make();
    database = await opened(place.place);
    all = accountsOn(database);
    await all.owner();
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const signIn = (password: string, origin = HOME) => all.accounts.signingIn.signIn({ email: ANN, password }, origin);
  const failures = async () =>
    (await database.read.selectFrom('failed_attempt').select('failures').execute())
      .map((row) => Number(row.failures))
      .filter((count) => count > 0)
      .sort((a, b) => a - b);

  test('that come all at once are each counted: no more are looked at than one after the other', async () => {
    const burst = await Promise.all(Array.from({ length: 20 }, () => signIn('wrong password here', ELSEWHERE)));
    const looked = burst.filter((one) => !one.ok && one.problem.type === 'refused');
    expect([looked.length, await failures()]).toEqual([5, [5, 5, 5]]);
  });

  test('that were refused unseen do not make the wait longer', async () => {
    for (let i = 0; i < 30; i += 1) await signIn('wrong password here', ELSEWHERE);
    all.clock.pass(2);
    expect((await signIn(PASSWORD, ELSEWHERE)).ok).toBe(true);
  });

  test('that succeed leave nothing against anybody', async () => {
    for (let i = 0; i < 3; i += 1) await signIn(PASSWORD);
    expect(await failures()).toEqual([]);
  });

  test('with the right password do not forget wrong codes for the second factor', async () => {
    const first = await signIn(PASSWORD);
    const visitor = await all.visitor(first.ok ? first.token : '');
    // A secret that is confirmed by nothing but the table: what matters here is that there is one.
    await all.accounts.secondFactors.enrol(visitor);
    await database.inTransaction((transaction) =>
      transaction.updateTable('account').set({ totp_confirmed_at: all.clock.at }).execute(),
    );
    for (let i = 0; i < 5; i += 1) {
      const again = await signIn(PASSWORD, ELSEWHERE);
      if (again.ok) await all.accounts.signingIn.giveSecondFactor(await all.visitor(again.token), '000000', ELSEWHERE);
    }
    expect([(await failures()).at(-1), (await signIn(PASSWORD, ELSEWHERE)).ok]).toEqual([5, false]);
  });
});
