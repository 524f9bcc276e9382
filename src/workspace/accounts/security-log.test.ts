import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsOn, HOME, PASSWORD, type TestAccounts } from '../../../test/support/accounts.ts';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import type { Database } from '../../storage/database.ts';
import type { Visitor } from './accounts.ts';

const ANN = 'ann@larkmoor.example';
const DAY = 24 * 60;

describe.each(databases())('what happened to an account, on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let all: TestAccounts;
  let ann: Visitor;
  let organisation: string;

  beforeEach(async () => {
    place = await make();
    database = await opened(place.place);
    all = accountsOn(database);
    ({ visitor: ann, organisation } = await all.owner());
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const signIn = (password = PASSWORD, email = ANN) => all.accounts.signingIn.signIn({ email, password }, HOME);
  const latest = async (account = ann.account.id) =>
    (await all.accounts.securityLog.list(account)).map(({ what, succeeded }) => `${what} ${succeeded}`);

  async function addCodes(visitor: Visitor): Promise<() => string> {
    const started = await all.accounts.secondFactors.enrol(visitor);
    const secret = Secret.fromBase32(started.ok ? started.enrolment.secret : '');
    const code = () => new TOTP({ secret }).generate({ timestamp: Date.parse(all.clock.at) });
    await all.accounts.secondFactors.confirm(visitor, code());
    all.clock.pass(1);
    return code;
  }

  test('tells of sign-ins that succeeded and of those that did not, newest first', async () => {
    all.clock.pass(1);
    await signIn('wrong password here');
    all.clock.pass(1);
    await signIn();
    expect(await latest()).toEqual(['sign-in true', 'sign-in false', 'sign-in true']);
  });

  test('names the browser and holds no address', async () => {
    await signIn('wrong password here');
    const rows = await database.read.selectFrom('security_event').selectAll().execute();
    expect([rows.map(({ device }) => device), JSON.stringify(rows).includes(HOME.address)]).toEqual([
      ['Firefox on Linux', 'Firefox on Linux'],
      false,
    ]);
  });

  test('tells of a code that was wrong, and of a sign-in only once it was right', async () => {
    const code = await addCodes(ann);
    const result = await signIn();
    const half = await all.visitor(result.ok ? result.token : '');
    all.clock.pass(1);
    await all.accounts.signingIn.giveSecondFactor(half, '000000', HOME);
    all.clock.pass(1);
    await all.accounts.signingIn.giveSecondFactor(half, code(), HOME);
    expect((await latest()).slice(0, 3)).toEqual(['sign-in true', 'second-factor false', 'half-way true']);
  });

  test('tells of changes of password and of second factors', async () => {
    await addCodes(ann);
    await all.accounts.secondFactors.newRecoveryCodes(ann);
    all.clock.pass(1);
    await all.accounts.secondFactors.remove(ann);
    all.clock.pass(1);
    await all.accounts.signingIn.changePassword(ann, { current: PASSWORD, next: 'seven purple lighthouse keys' }, HOME);
    expect((await latest()).slice(0, 4)).toEqual([
      'password-changed true',
      'codes-removed true',
      'recovery-codes-made true',
      'codes-added true',
    ]);
  });

  test('is for its owner alone', async () => {
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    await signIn('wrong password here');
    expect(await latest(bob.account.id)).toEqual(['sign-in true']);
  });

  test('goes back 90 days, and what is older is deleted', async () => {
    all.clock.pass(91 * DAY);
    const shown = await latest();
    await signIn();
    const rows = await database.read.selectFrom('security_event').select('id').execute();
    expect([shown, rows.length]).toEqual([[], 1]);
  });

  test('keeps at most one row of sign-ins as nobody', async () => {
    for (const who of ['x', 'y', 'z']) await signIn('wrong password here', `${who}@nowhere.example`);
    const rows = await database.read.selectFrom('security_event').select('id').where('account', 'is', null).execute();
    expect(rows.length).toBe(1);
  });

  test('shows owners of a member only the day of the last sign-in', async () => {
    await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    all.clock.pass(2 * DAY);
    await signIn();
    const members = await all.accounts.memberships.list(organisation);
    expect(members.map(({ lastSignedInOn }) => lastSignedInOn)).toEqual(['2026-11-22', '2026-11-20']);
  });

  describe('a change of second factors that is cut off', () => {
    const cutOff = () =>
      accountsOn({
        ...database,
        inTransaction: (work) =>
          database.inTransaction(async (transaction) => {
            await work(transaction);
            throw new Error('cut off');
          }),
      }).accounts;

    test('leaves the factor, the other sessions and the recovery codes as they were', async () => {
      await addCodes(ann);
      const other = await signIn();
      await expect(cutOff().secondFactors.remove(ann)).rejects.toThrow('cut off');
      expect([
        await all.accounts.secondFactors.has(ann.account.id),
        await all.accounts.secondFactors.recoveryCodesLeft(ann.account.id),
        other.ok && (await all.accounts.sessions.visitorOf(other.token)) !== undefined,
      ]).toEqual([true, 10, true]);
    });
  });

  test('two who make recovery codes at once leave one set of them', async () => {
    await addCodes(ann);
    await Promise.all([1, 2].map(() => all.accounts.secondFactors.newRecoveryCodes(ann)));
    expect(await all.accounts.secondFactors.recoveryCodesLeft(ann.account.id)).toBe(10);
  });

  test('a second factor that is added ends every other session in the same step', async () => {
    const other = await signIn();
    await addCodes(ann);
    expect(other.ok && (await all.accounts.sessions.visitorOf(other.token))).toBeUndefined();
  });
});
