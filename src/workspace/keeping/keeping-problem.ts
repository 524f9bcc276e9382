/** Why something could not be kept, restored or moved. One sentence without its full stop; `cause` is the disk's or the database's own error. */
export type KeepingProblem = {
  readonly type:
    | 'no-place'
    | 'no-organisation'
    | 'exists'
    | 'not-empty'
    | 'cannot-write'
    | 'cannot-read'
    | 'not-an-archive'
    | 'damaged'
    | 'newer-version'
    | 'no-room'
    | 'no-account';
  readonly message: string;
  readonly cause?: unknown;
};

export type Kept<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly problem: KeepingProblem };

/** Thrown inside this folder only, where a stream would otherwise have to carry values and problems side by side. */
export class KeepingRefusal extends Error {
  readonly problem: KeepingProblem;
  constructor(type: KeepingProblem['type'], message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = { type, message, ...(cause !== undefined && { cause }) };
  }
}

/** The result of work that may refuse or meet an outage; anything else it throws is a surprise and goes on. */
export async function keptOrRefused<Value>(work: () => Promise<Value>): Promise<Kept<Value>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    if (error instanceof KeepingRefusal) return { ok: false, problem: error.problem };
    if (!isOutage(error)) throw error;
    const message = 'The database or the disk stopped working on the way; nothing is left half-done';
    return { ok: false, problem: { type: 'cannot-read', message, cause: error } };
  }
}

/** A disk that is full or broken, a server that went away: no fault of the program. */
function isOutage(error: unknown): boolean {
  const outage =
    /^(?:SQLITE_(?:FULL|IOERR|BUSY|CORRUPT|NOTADB|READONLY|CANTOPEN)|ENOSPC|EDQUOT|EIO|EROFS|ECONN|EPIPE|ETIMEDOUT|08|53|57|58)/;
  if (outage.test(errorCode(error) ?? '')) return true;
  return (
    error instanceof Error && /^Connection terminated|^timeout exceeded when trying to connect/.test(error.message)
  );
}

/** How far a long piece of work has come. `total` is left out where it is not known beforehand. */
export type KeepingProgress = { readonly what: string; readonly done: number; readonly total?: number };
export type OnKeepingProgress = (progress: KeepingProgress) => void;

/** The code that Node and the databases' drivers give an error. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
