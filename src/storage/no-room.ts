const NO_ROOM: ReadonlySet<unknown> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100']);

/** Whether something failed because the disk of the database or of the files is full: SQLite's, PostgreSQL's and the system's codes. */
export function isOutOfRoom(error: unknown): boolean {
  return error instanceof Error && NO_ROOM.has(Reflect.get(error, 'code'));
}
