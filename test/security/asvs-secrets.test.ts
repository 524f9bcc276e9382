import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPasswords } from '../../src/workspace/accounts/passwords.ts';
import { openSecret, sealSecret } from '../../src/workspace/accounts/sealed-secret.ts';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

describe('a sealed secret', () => {
  const key = new Uint8Array(32).fill(7);
  const sealed = sealSecret('JBSWY3DPEHPK3PXP', 'ann', key, new Uint8Array(12).fill(1));

  test('opens with its key, for what it belongs to', () => {
    expect(openSecret(sealed, 'ann', key)).toBe('JBSWY3DPEHPK3PXP');
  });

  test('opens neither for another account nor with another key', () => {
    expect([openSecret(sealed, 'bob', key), openSecret(sealed, 'ann', new Uint8Array(32))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('does not open when any byte of it was changed or is missing', () => {
    const bytes = Buffer.from(sealed, 'base64');
    const changed = [...bytes.keys()].map((at) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    });
    const cut = [...bytes.keys()].map((length) => bytes.subarray(0, length));
    const opened = [...changed, ...cut].filter((one) => openSecret(one.toString('base64'), 'ann', key) !== undefined);
    expect(opened).toEqual([]);
  });
});

describe('a password', () => {
  const passwords = createPasswords();
  const long = `${'seven quiet lanterns '.repeat(9)}and a tail`;

  test.each([
    ['its last sign', long.slice(0, -1)],
    ['its case', long.toUpperCase()],
    ['spaces at its end', `${long} `],
  ])('of nearly two hundred signs is compared whole: %s counts', async (_what, nearly) => {
    const stored = await passwords.hash(long);
    expect([await passwords.verify(stored, long), await passwords.verify(stored, nearly)]).toEqual([true, false]);
  });
});

describe('recovery codes', () => {
  let server: OwnedServer;
  beforeAll(async () => {
    server = await startOwned();
  });
  afterAll(() => server.stop());

  test('lie in the database as hashes only, and hold eighty bits each', async () => {
    const { accounts, database } = server.installation;
    const { visitor } = server.owner;
    const enrolled = await accounts.secondFactors.enrol(visitor);
    if (!enrolled.ok) throw new Error(enrolled.problem.message);
    const totp = new TOTP({ secret: Secret.fromBase32(enrolled.enrolment.secret) });
    const confirmed = await accounts.secondFactors.confirm(
      visitor,
      totp.generate({ timestamp: Date.parse(server.clock.at) }),
    );
    if (!confirmed.ok) throw new Error(confirmed.problem.message);
    const kept = JSON.stringify(await database.read.selectFrom('recovery_code').selectAll().execute());
    const plain = confirmed.recoveryCodes.map((code) => code.replaceAll(/[^a-z0-9]/gi, ''));
    const given = [...confirmed.recoveryCodes, ...plain];
    expect([plain.map(({ length }) => length), given.filter((code) => kept.includes(code))]).toEqual([
      plain.map(() => 16),
      [],
    ]);
    expect(plain.length).toBeGreaterThan(0);
  });
});
