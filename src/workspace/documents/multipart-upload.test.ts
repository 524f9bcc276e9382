import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSqlite, opened, type TestPlace } from '../../../test/support/databases.ts';
import { documentsOn, type KeepingDocuments } from '../../../test/support/kept-documents.ts';
import type { Database } from '../../storage/database.ts';
import { createJournalStore } from '../../storage/journal-in-sql.ts';
import type { Kept } from './documents.ts';

const MOST = 100_000;
let place: TestPlace;
let database: Database;
let dir: string;
let here: KeepingDocuments;
let server: FastifyInstance;
let address: URL;
/** What was told of the last form, also of one whose sender did not stay for the answer. */
let told: Kept[] = [];
let answered: () => void = () => {};

beforeAll(async () => {
  place = await makeSqlite();
  database = await opened(place.place);
  dir = mkdtempSync(join(tmpdir(), 'perennial-documents-'));
  await createJournalStore(database).create('organisation-1', '2026-11-20T09:30:00.000Z');
  here = documentsOn(database, dir, { uploadBytes: MOST });
  server = fastify();
  await server.register(multipart, { limits: { fileSize: 1_000_000 }, throwFileSizeLimit: false });
  server.post('/', async (request) => {
    told = [];
    try {
      for await (const part of request.files()) {
        const incoming = { path: part.filename, stream: part.file, source: 'upload' as const };
        told.push(...(await here.documents.keep('organisation-1', 'account:one', incoming)));
      }
    } finally {
      answered();
    }
    return told;
  });
  address = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
});
afterAll(async () => {
  await server.close();
  await here.documents.close();
  await database.close();
  await place.remove();
  rmSync(dir, { recursive: true, force: true });
});

async function send(...files: readonly (readonly [name: string, content: string])[]): Promise<readonly string[]> {
  const form = new FormData();
  for (const [name, content] of files) form.append('documents', new Blob([content]), name);
  await (await fetch(address, { method: 'POST', body: form })).text();
  return told.map((one) => (one.ok ? one.became : one.problem.type));
}

test('files of one form are each kept or refused, one after the other', async () => {
  expect(
    await send(
      ['one.md', '# One'],
      ['empty.md', ''],
      ['large.md', 'a'.repeat(MOST + 1)],
      ['larger.md', 'b'.repeat(900_000)],
      ['largest.md', 'c'.repeat(3_000_000)],
      ['setup.exe', `MZ${'d'.repeat(500_000)}`],
      ['large.zip', `PK\x03\x04${'e'.repeat(900_000)}`],
      ['last.md', '# Last'],
    ),
  ).toEqual(['kept', 'empty', 'too-large', 'too-large', 'too-large', 'program', 'too-large', 'kept']);
});

test('a connection that is cut in the middle of a file leaves nothing of it', async () => {
  const done = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const socket = connect(Number(address.port), address.hostname);
  const start =
    '--b\r\nContent-Disposition: form-data; name="documents"; filename="cut.md"\r\nContent-Type: text/markdown\r\n\r\n';
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000\r\n\r\n${start}${'x'.repeat(20_000)}`,
  );
  setTimeout(() => socket.destroy(), 100);
  await done;
  expect((await here.kept('organisation-1')).map(({ data }) => data.path)).not.toContain('cut.md');
});
