import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes, one lane: 16 ms on a small machine (OWASP's recommendation). */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each takes 19 MiB: a crowd waits its turn rather than taking all the memory. */
const AT_ONCE = 4;

export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long for an account that is not there, or has no password, as for one that has. */
  readonly verify: (stored: string | null | undefined, password: string) => Promise<boolean>;
  /** Whether it was hashed as hashes are made now. */
  readonly isUpToDate: (stored: string) => boolean;
};

export function createPasswords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  // Never matches: what it was made from is thrown away.
  let nobody: Promise<string> | undefined;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  // One person's keyboard may compose letters where another's does not.
  const plain = (password: string) => password.normalize('NFKC');
  const { memoryCost, timeCost, parallelism } = SETTINGS;
  const mark = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`;
  return {
    isUpToDate: (stored) => stored.startsWith(mark),
    hash: (password) => inTurn(() => hash(plain(password), SETTINGS)),
    verify: (stored, password) =>
      inTurn(async () => {
        nobody ??= hash(crypto.randomUUID(), SETTINGS);
        const matches = await verify(stored ?? (await nobody), plain(password));
        return matches && typeof stored === 'string';
      }),
  };
}
