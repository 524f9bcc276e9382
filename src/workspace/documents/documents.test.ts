import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import { documentsOn, type KeepingDocuments, uploadOf } from '../../../test/support/kept-documents.ts';
import type { Database } from '../../storage/database.ts';
import { createDiskFiles, DISK } from '../../storage/file-disk.ts';
import { createJournalStore } from '../../storage/journal-in-sql.ts';
import { createReadingStore } from '../../storage/reading-store.ts';
import type { DocumentsServices, Kept } from './documents.ts';
import type { Scanner } from './malware-scan.ts';

const BY = 'account:one';
const POLICY = '# Backup policy\n\nWe back up every night.\n';
const NHS_NUMBER = '943 476 5919';
const ABOUT_A_PATIENT = `# Incident log\n\nReading filed under the wrong patient, NHS number ${NHS_NUMBER}.\n`;
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

/** A scanner that finds something in files that hold the word VIRUS. */
const scanner: Scanner = async (stream) =>
  (await text(stream)).includes('VIRUS') ? { result: 'infected', name: 'Made.Up-1' } : { result: 'clean' };

function problemOf(results: readonly Kept[]): string {
  const [first] = results;
  return first === undefined ? 'nothing' : first.ok ? first.became : first.problem.type;
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

describe.each(databases())('documents on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let dir: string;
  let here: KeepingDocuments;
  const all: KeepingDocuments[] = [];

  beforeAll(async () => {
    place = await make();
    database = await opened(place.place);
    dir = mkdtempSync(join(tmpdir(), 'perennial-documents-'));
    here = process_();
  });
  afterAll(async () => {
    for (const { documents } of all) await documents.close();
    await database.close();
    await place.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  /** What another process, or one with other settings, has. */
  function process_(over: Partial<DocumentsServices> = {}): KeepingDocuments {
    const keeping = documentsOn(database, dir, over);
    all.push(keeping);
    return keeping;
  }

  let count = 0;
  async function organisation(): Promise<string> {
    count += 1;
    await createJournalStore(database).create(`organisation-${count}`, '2026-11-20T09:30:00.000Z');
    return `organisation-${count}`;
  }

  /** Keeps one file that is expected to be kept; its id. */
  async function keep(id: string, path: string, content: string | Uint8Array, by = here): Promise<string> {
    const [kept] = await by.documents.keep(id, BY, uploadOf(path, content));
    if (!kept?.ok) throw new Error(kept?.problem.message ?? 'nothing was kept');
    return kept.id;
  }

  async function journalText(id: string): Promise<string> {
    return JSON.stringify(await createJournalStore(database).entriesAfter(id, 0, 1_000));
  }

  describe('an uploaded file', () => {
    test('becomes a document of the record', async () => {
      const id = await organisation();
      await here.documents.keep(id, BY, { ...uploadOf('policies/Backup.md', POLICY), collector: 'Jo Ward' });
      expect((await here.kept(id)).map(({ data }) => data)).toEqual([
        {
          path: 'policies/Backup.md',
          sha256: sha256(POLICY),
          bytes: POLICY.length,
          mediaType: 'text/markdown',
          receivedAt: '2026-11-20T09:30:00.000Z',
          source: 'upload',
          collector: 'Jo Ward',
          hold: 'none',
          scan: 'not-scanned',
        },
      ]);
    });

    test('that nobody has set up a scanner for says it was not scanned', async () => {
      const id = await organisation();
      const [kept] = await here.documents.keep(id, BY, uploadOf('a.md', POLICY));
      expect(kept?.ok && kept.scan).toEqual({ result: 'not-scanned', reason: 'no malware scanner is set up' });
    });

    test('of the same bytes under the same path is there already', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      expect(problemOf(await here.documents.keep(id, BY, uploadOf('a.md', POLICY)))).toBe('there-already');
      expect(await here.kept(id)).toHaveLength(1);
    });

    test('of the same bytes under another path is another document', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      await keep(id, 'b.md', POLICY);
      expect(await here.kept(id)).toHaveLength(2);
    });

    test('of other bytes under the same path takes the older one’s place, which stays in the record', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      const [kept] = await here.documents.keep(id, BY, uploadOf('a.md', `${POLICY}\nAnd every week.\n`));
      expect(kept?.ok && kept.became).toBe('replaced');
      expect((await here.kept(id)).map(({ data }) => data.withdrawnOn)).toEqual(['2026-11-20', undefined]);
    });

    test('that was replaced can come back', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      await keep(id, 'a.md', 'another');
      expect(problemOf(await here.documents.keep(id, BY, uploadOf('a.md', POLICY)))).toBe('replaced');
    });

    test.each([
      ['../../etc/passwd', 'etc/passwd'],
      ['C:\\Users\\me\\Policy.md', 'Users/me/Policy.md'],
      ['a\u0000b\u202e\u001b.md', 'ab.md'],
      ['', 'unnamed'],
      ['<script>alert(1)</script>.md', '<script>alert(1)<_script>.md'.replace('_', '/')],
      [`${'x'.repeat(5_000)}.md`, `${'x'.repeat(997)}.md`],
    ])('called %j is kept under a harmless path', async (sent, path) => {
      const id = await organisation();
      await keep(id, sent, POLICY);
      expect((await here.kept(id)).map(({ data }) => data.path)).toEqual([path]);
    });

    test('of no bytes is refused', async () => {
      const id = await organisation();
      expect(problemOf(await here.documents.keep(id, BY, uploadOf('a.md', '')))).toBe('empty');
    });

    test('of more bytes than allowed is refused and its rest read, so that the form goes on', async () => {
      const id = await organisation();
      const small = process_({ uploadBytes: 20_000 });
      const stream = Readable.from(Array.from({ length: 10 }, () => Buffer.alloc(10_000, 'a')));
      const ended = new Promise((resolve) => stream.once('end', resolve));
      const results = await small.documents.keep(id, BY, { path: 'a.txt', stream, source: 'upload' });
      expect(problemOf(results)).toBe('too-large');
      await ended;
      expect(await here.kept(id)).toEqual([]);
    });

    test('of 50 MB is kept, of one byte more it is not', async () => {
      const id = await organisation();
      const pieces = Array.from({ length: 50 }, () => Buffer.alloc(1_000_000, '\u0001'));
      const whole = { path: 'a.bin', stream: Readable.from(pieces), source: 'upload' as const };
      const more = { ...whole, path: 'b.bin', stream: Readable.from([...pieces, Buffer.alloc(1)]) };
      expect([
        problemOf(await here.documents.keep(id, BY, whole)),
        problemOf(await here.documents.keep(id, BY, more)),
      ]).toEqual(['kept', 'too-large']);
    });

    test('whose reader ended it at its own limit is refused', async () => {
      const id = await organisation();
      const incoming = uploadOf('a.md', POLICY);
      Object.assign(incoming.stream, { truncated: true });
      expect(problemOf(await here.documents.keep(id, BY, incoming))).toBe('too-large');
      expect(await here.files.size(id, sha256(POLICY))).toBeUndefined();
    });

    test.each([0, 1, 3])('that breaks off after %d pieces leaves nothing', async (after) => {
      const id = await organisation();
      async function* cut() {
        for (let n = 0; n < after; n += 1) yield Buffer.alloc(5_000, 'a');
        throw new Error('gone');
      }
      const results = await here.documents.keep(id, BY, {
        path: 'a.md',
        stream: Readable.from(cut()),
        source: 'upload',
      });
      expect([problemOf(results), (await here.kept(id)).length]).toEqual(['broken-off', 0]);
      for await (const file of here.files.list(id)) expect.fail(file.sha256);
    });

    test('that the disk fails under is not in the record, and can be sent again', async () => {
      const id = await organisation();
      const full = { ...DISK, syncFolder: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
      const failing = process_({ files: createDiskFiles(dir, full) });
      expect([
        problemOf(await failing.documents.keep(id, BY, uploadOf('a.md', POLICY))),
        (await here.kept(id)).length,
        problemOf(await here.documents.keep(id, BY, uploadOf('a.md', POLICY))),
      ]).toEqual(['no-space', 0, 'kept']);
    });

    test('whose entry cannot be made leaves a file that nothing refers to, and can be sent again', async () => {
      const id = await organisation();
      const perform = async () => ({ ok: false as const, problem: { type: 'too-busy' as const } });
      const busy = process_({ records: { ...here.records, perform } });
      expect([
        problemOf(await busy.documents.keep(id, BY, uploadOf('a.md', POLICY))),
        (await here.kept(id)).length,
        await here.files.size(id, sha256(POLICY)),
        problemOf(await here.documents.keep(id, BY, uploadOf('a.md', POLICY))),
      ]).toEqual(['too-busy', 0, POLICY.length, 'kept']);
    });

    test('of an organisation that is not there is refused', async () => {
      expect(problemOf(await here.documents.keep('organisation-0', BY, uploadOf('a.md', POLICY)))).toBe(
        'no-organisation',
      );
    });

    test('whose name says something else than its bytes is kept as what it is, and that is said', async () => {
      const id = await organisation();
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
        'base64',
      );
      const [kept] = await here.documents.keep(id, BY, uploadOf('certificate.pdf', png));
      expect(kept?.ok && kept.notes[0]).toBe('Its name ends in .pdf, but it is a picture.');
      expect((await here.kept(id))[0]?.data.mediaType).toBe('image/png');
    });

    test.each([
      ['setup.exe', 'MZ and so on'],
      ['policy.pdf', '\x7fELF\x02\x01\x01 and so on, and so on, and so on, and so on, and so on'],
      ['invoice.pdf.lnk', 'a'],
    ])('%s that is a program is refused', async (path, content) => {
      const id = await organisation();
      expect(problemOf(await here.documents.keep(id, BY, uploadOf(path, content)))).toBe('program');
    });

    test('that cannot be read is kept, and that is said', async () => {
      const id = await organisation();
      const [kept] = await here.documents.keep(id, BY, uploadOf('old.doc', '\u00d0\u00cf\u0011\u00e0 binary \0\0'));
      expect(kept?.ok && kept.notes.join()).toMatch(/was not read, nor looked through for patients/);
    });

    test('sent by ten at once is one document', async () => {
      const id = await organisation();
      const two = [here, process_()];
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (two[n % 2] ?? here).documents.keep(id, BY, uploadOf('a.md', POLICY))),
      );
      expect(results.map(problemOf).sort()).toEqual(['kept', ...Array.from({ length: 9 }, () => 'there-already')]);
    });

    test('of different bytes sent by six at once under one path leaves one that counts', async () => {
      const id = await organisation();
      const two = [here, process_()];
      await Promise.all(
        Array.from({ length: 6 }, (_, n) => (two[n % 2] ?? here).documents.keep(id, BY, uploadOf('a.md', `${n}`))),
      );
      const kept = await here.kept(id);
      expect([kept.length, kept.filter(({ data }) => data.withdrawnOn === undefined).length]).toEqual([6, 1]);
    });

    test('is kept in each organisation for itself', async () => {
      const [one, other] = [await organisation(), await organisation()];
      const id = await keep(one, 'a.md', POLICY);
      await keep(other, 'a.md', POLICY);
      await here.documents.erase(one, BY, id, { reason: 'sent by mistake', basis: 'UK GDPR Article 17' });
      expect([await here.files.size(one, sha256(POLICY)), await here.files.size(other, sha256(POLICY))]).toEqual([
        undefined,
        POLICY.length,
      ]);
    });
  });

  describe('an archive', () => {
    test('is taken as a folder', async () => {
      const id = await organisation();
      await here.documents.keep(id, BY, uploadOf('all.zip', await zipOf({ 'a/one.md': POLICY, 'two.md': 'Two' })));
      expect((await here.kept(id)).map(({ data }) => data.path)).toEqual(['a/one.md', 'two.md']);
    });

    test('brings the same documents as the folder it was made from, wherever that stood', async () => {
      const id = await organisation();
      await here.documents.keep(id, BY, uploadOf('policies/one.md', POLICY));
      const zip = await zipOf({ 'evidence/policies/one.md': POLICY, 'evidence/two.md': 'Two' });
      const kept = await here.documents.keep(id, BY, uploadOf('all.zip', zip));
      expect(kept.map((one) => one.ok && [one.path, one.became])).toEqual([
        ['policies/one.md', 'there-already'],
        ['two.md', 'kept'],
      ]);
    });

    test('in a folder unpacks there', async () => {
      const id = await organisation();
      await here.documents.keep(id, BY, uploadOf('old/all.zip', await zipOf({ 'one.md': POLICY, 'b/two.md': 'Two' })));
      expect((await here.kept(id)).map(({ data }) => data.path)).toEqual(['old/one.md', 'old/b/two.md']);
    });

    test('inside an archive is taken as a folder, too', async () => {
      const id = await organisation();
      const inner = await zipOf({ 'one.md': POLICY });
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from(inner), 'inner.zip');
      zip.end();
      await here.documents.keep(id, BY, uploadOf('all.zip', new Uint8Array(await buffer(zip.outputStream))));
      expect((await here.kept(id)).map(({ data }) => data.path)).toEqual(['one.md']);
    });

    test('is not kept itself', async () => {
      const id = await organisation();
      const zip = await zipOf({ 'one.md': POLICY });
      await here.documents.keep(id, BY, uploadOf('all.zip', zip));
      const hashes: string[] = [];
      for await (const file of here.files.list(id)) hashes.push(file.sha256);
      expect(hashes).toEqual([sha256(POLICY)]);
    });

    test('with a file that leads outside keeps the others and tells of that one', async () => {
      const id = await organisation();
      const zip = Buffer.from(await zipOf({ 'aa/evil.md': 'x', 'good.md': POLICY }))
        .toString('latin1')
        .replaceAll('aa/evil.md', '../evil.md');
      const results = await here.documents.keep(id, BY, uploadOf('all.zip', Buffer.from(zip, 'latin1')));
      expect(results.map((one) => (one.ok ? one.path : one.problem.type))).toEqual(['good.md', 'unreadable']);
    });

    test('that unpacks to far more than its size is refused', async () => {
      const id = await organisation();
      const bomb = await zipOf({ 'zeros.txt': '0'.repeat(30_000_000) });
      expect(problemOf(await here.documents.keep(id, BY, uploadOf('bomb.zip', bomb)))).toBe('unreadable');
    });

    test('that is damaged is kept as a file that cannot be read', async () => {
      const id = await organisation();
      const zip = (await zipOf({ 'one.md': POLICY })).slice(0, 60);
      const [kept] = await here.documents.keep(id, BY, uploadOf('all.zip', zip));
      expect(kept?.ok && kept.notes.join()).toMatch(/damaged|cut off/);
    });
  });

  describe('malware', () => {
    test('is refused by its name, and nothing of it stays', async () => {
      const id = await organisation();
      const results = await process_({ scanner }).documents.keep(id, BY, uploadOf('a.md', 'VIRUS'));
      expect(results[0]?.ok === false && results[0].problem.message).toMatch(/found Made\.Up-1 in it/);
      expect([(await here.kept(id)).length, await here.files.size(id, sha256('VIRUS'))]).toEqual([0, undefined]);
    });

    test('in an archive keeps out that file only', async () => {
      const id = await organisation();
      const zip = await zipOf({ 'bad.md': 'VIRUS', 'good.md': POLICY });
      const results = await process_({ scanner }).documents.keep(id, BY, uploadOf('all.zip', zip));
      expect(results.map((one) => (one.ok ? one.scan?.result : one.problem.type))).toEqual(['infected', 'clean']);
    });

    test('found by a scanner set up later does not take away the file of a document', async () => {
      const id = await organisation();
      await keep(id, 'a.md', 'VIRUS');
      await process_({ scanner }).documents.keep(id, BY, uploadOf('b.md', 'VIRUS'));
      expect(await here.files.size(id, sha256('VIRUS'))).toBe(5);
    });
  });

  describe('a document with a patient’s number', () => {
    test('is kept but held back, and the warning says where without the number', async () => {
      const id = await organisation();
      const [kept] = await here.documents.keep(id, BY, uploadOf('incidents.md', ABOUT_A_PATIENT));
      expect(kept?.ok && kept.warning?.message).toMatch(/1 NHS number, at line 3 \(••• ••• •919\)/);
      expect((await here.kept(id))[0]?.data.hold).toBe('patient-identifiable');
    });

    test('leaves the number neither in the journal, nor in what is read, nor in the warning', async () => {
      const id = await organisation();
      const results = await here.documents.keep(id, BY, uploadOf('incidents.md', ABOUT_A_PATIENT));
      const reading = await createReadingStore(database).get(id, sha256(ABOUT_A_PATIENT), 'test .md');
      expect(`${await journalText(id)} ${JSON.stringify(results)}`).not.toMatch(/943 ?476|476 ?5919/);
      expect(reading).toBeUndefined();
    });

    test('in its name is kept under a name without it', async () => {
      const id = await organisation();
      await here.documents.keep(id, BY, uploadOf(`letters/Patient ${NHS_NUMBER}.md`, 'See the ward.'));
      const [held] = await here.kept(id);
      expect([held?.data.path, held?.data.hold]).toEqual(['letters/Patient ••• ••• •919.md', 'patient-identifiable']);
      expect(held && (await here.documents.warningOf(id, held))?.numbers).toBe(1);
      expect(await journalText(id)).not.toMatch(/943 ?476|476 ?5919/);
    });

    test('can be opened and read by nobody but who may decide', async () => {
      const id = await organisation();
      const held = await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      const types = async (sight?: { evenHeld: boolean }) => {
        const [open, preview] = [
          await here.documents.open(id, held, sight),
          await here.documents.preview(id, held, 10, sight),
        ];
        if (open.ok) open.download.stream.destroy();
        return [open, preview].map((one) => (one.ok ? 'shown' : one.problem.type));
      };
      expect([await types(), await types({ evenHeld: true })]).toEqual([
        ['held', 'held'],
        ['shown', 'shown'],
      ]);
    });

    test('leaves the older copy in force until it is released', async () => {
      const id = await organisation();
      const older = await keep(id, 'incidents.md', '# Incident log\n\nNothing yet.\n');
      const held = await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      expect((await here.kept(id)).map(({ data }) => data.withdrawnOn)).toEqual([undefined, undefined]);
      await here.documents.release(id, BY, held, 'Jo Ward');
      const find = async (one: string) => (await here.kept(id)).find((document) => document.id === one)?.data;
      expect([(await find(older))?.withdrawnOn, await find(held)]).toEqual([
        '2026-11-20',
        expect.objectContaining({ hold: 'released', releasedBy: 'Jo Ward' }),
      ]);
    });

    test('that is released after a newer copy came in does not take its place', async () => {
      const id = await organisation();
      const held = await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      const later = process_({ now: () => '2026-11-20T10:00:00.000Z' });
      await keep(id, 'incidents.md', '# Incident log\n\nWithout names.\n', later);
      await here.documents.release(id, BY, held, 'Jo Ward');
      expect((await here.kept(id)).map(({ data }) => data.withdrawnOn)).toEqual(['2026-11-20', undefined]);
    });

    test('is released once', async () => {
      const id = await organisation();
      const held = await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      await here.documents.release(id, BY, held, 'Jo Ward');
      const again = await here.documents.release(id, BY, held, 'Jo Ward');
      expect(again.ok || again.problem.type).toBe('not-held');
    });

    test('that was released is there already, without a warning, when it is sent again', async () => {
      const id = await organisation();
      const held = await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      await here.documents.release(id, BY, held, 'Jo Ward');
      const [again] = await here.documents.keep(id, BY, uploadOf('incidents.md', ABOUT_A_PATIENT));
      expect(again).toMatchObject({ ok: true, id: held, became: 'there-already' });
      expect(again).not.toHaveProperty('warning');
    });

    test('says again why it is held', async () => {
      const id = await organisation();
      await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      const [held] = await here.kept(id);
      expect(held && (await here.documents.warningOf(id, held))?.places).toEqual([
        { line: 3, file: 'incidents.md', masked: '••• ••• •919' },
      ]);
    });

    test('is gone after an erasure: entry, file and what was read', async () => {
      const id = await organisation();
      const held = await keep(id, 'incidents.md', ABOUT_A_PATIENT);
      const why = { reason: 'uploaded by mistake', basis: 'UK GDPR Article 17' };
      expect(await here.documents.erase(id, BY, held, why)).toEqual({ ok: true, fileRemoved: true });
      expect([
        await here.kept(id),
        await here.files.size(id, sha256(ABOUT_A_PATIENT)),
        /incidents\.md/.test(await journalText(id)),
      ]).toEqual([[], undefined, false]);
    });
  });

  describe('an erasure', () => {
    const WHY = { reason: 'sent by mistake', basis: 'UK GDPR Article 17' };

    test('leaves the file that another document rests on', async () => {
      const id = await organisation();
      const first = await keep(id, 'a.md', POLICY);
      await keep(id, 'b.md', POLICY);
      expect(await here.documents.erase(id, BY, first, WHY)).toEqual({ ok: true, fileRemoved: false });
      expect(await here.files.size(id, sha256(POLICY))).toBe(POLICY.length);
    });

    test('leaves the file that the record rested on in the past', async () => {
      const id = await organisation();
      const first = await keep(id, 'a.md', POLICY);
      const second = await keep(id, 'b.md', POLICY);
      const seen = (await here.kept(id)).find((one) => one.id === second)?.revision ?? 0;
      await here.records.perform(id, BY, { do: 'remove', kind: 'document', id: second, seen });
      expect(await here.documents.erase(id, BY, first, WHY)).toEqual({ ok: true, fileRemoved: false });
    });

    test('whose file cannot be removed says so, and all else is erased', async () => {
      const id = await organisation();
      const first = await keep(id, 'a.md', POLICY);
      const remove = () => Promise.reject(new Error('the disk is read-only'));
      const failing = process_({ files: { ...here.files, remove } });
      const erased = await failing.documents.erase(id, BY, first, WHY);
      expect([erased.ok || erased.problem.type, await here.kept(id)]).toEqual(['file-left', []]);
    });

    test('without a reason erases nothing', async () => {
      const id = await organisation();
      const first = await keep(id, 'a.md', POLICY);
      const erased = await here.documents.erase(id, BY, first, { reason: ' ', basis: 'x' });
      expect([erased.ok || erased.problem.message, await here.files.size(id, sha256(POLICY))]).toEqual([
        'Enter why it is erased',
        POLICY.length,
      ]);
    });

    test('while the same file is being uploaded leaves no document without its file', async () => {
      const id = await organisation();
      for (let round = 0; round < 10; round += 1) {
        const first = await keep(id, `a${round}.md`, POLICY);
        const [, kept] = await Promise.all([
          here.documents.erase(id, BY, first, WHY),
          here.documents.keep(id, BY, uploadOf(`b${round}.md`, POLICY)),
        ]);
        const size = await here.files.size(id, sha256(POLICY));
        if ((await here.kept(id)).length > 0) expect(size).toBe(POLICY.length);
        const [other] = kept;
        if (other?.ok) await here.documents.erase(id, BY, other.id, WHY);
      }
    });
  });

  describe('a document that is handed out', () => {
    test('comes as a file to be saved, of no type that a browser would show', async () => {
      const id = await organisation();
      const kept = await keep(id, 'pages/index.html', '<script>alert(1)</script>');
      const opened = await here.documents.open(id, kept);
      if (!opened.ok) throw new Error(opened.problem.message);
      expect(await text(opened.download.stream)).toBe('<script>alert(1)</script>');
      expect(opened.download.headers).toMatchObject({
        'content-disposition': `attachment; filename="index.html"; filename*=UTF-8''index.html`,
        'content-type': 'application/octet-stream',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    });

    test('is not found from another organisation', async () => {
      const [one, other] = [await organisation(), await organisation()];
      const kept = await keep(one, 'a.md', POLICY);
      const answers = [
        await here.documents.open(other, kept),
        await here.documents.preview(other, kept, 5),
        await here.documents.release(other, BY, kept, 'x'),
        await here.documents.withdraw(other, BY, kept),
        await here.documents.erase(other, BY, kept, { reason: 'x', basis: 'y' }),
      ];
      expect(answers.map((one) => one.ok || one.problem.type)).toEqual(Array.from({ length: 5 }, () => 'not-found'));
    });

    test('whose file is lost says so', async () => {
      const id = await organisation();
      const kept = await keep(id, 'a.md', POLICY);
      await here.files.remove(id, sha256(POLICY));
      const opened = await here.documents.open(id, kept);
      expect(opened.ok || opened.problem.type).toBe('file-missing');
    });

    test('is previewed as the text that was read', async () => {
      const id = await organisation();
      const kept = await keep(id, 'a.md', POLICY);
      const previewed = await here.documents.preview(id, kept, 1);
      expect(previewed.ok && previewed.preview).toEqual({
        lines: [{ text: 'Backup policy', where: { line: 1 } }],
        more: true,
      });
    });

    test('is withdrawn from today', async () => {
      const id = await organisation();
      const kept = await keep(id, 'a.md', POLICY);
      const withdrawn = await here.documents.withdraw(id, BY, kept);
      expect(withdrawn.ok && withdrawn.document.data.withdrawnOn).toBe('2026-11-20');
    });
  });

  describe('reading what is kept', () => {
    test('gives the file as a gap check reads it', async () => {
      const id = await organisation();
      await keep(id, 'policies/a.md', POLICY);
      const { files } = await here.documents.readAll(id, await here.kept(id));
      expect(files.map(({ path, sha256: hash, content }) => [path, hash, content.lines.length])).toEqual([
        ['policies/a.md', sha256(POLICY), 2],
      ]);
    });

    test('is done once: the file need not be there the second time', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      await here.files.remove(id, sha256(POLICY));
      expect((await here.documents.readAll(id, await here.kept(id))).files).toHaveLength(1);
    });

    test('is done anew by another version of the readers', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      await here.files.remove(id, sha256(POLICY));
      const newer = process_({ readerVersion: 'next' });
      const { files, unreadable } = await newer.documents.readAll(id, await here.kept(id));
      expect([files.length, unreadable[0]?.unreadable.reason]).toEqual([0, expect.stringMatching(/is missing/)]);
    });

    test('remembers the same bytes under another path as standing there', async () => {
      const id = await organisation();
      await keep(id, 'a.md', POLICY);
      await keep(id, 'b.md', POLICY);
      const { files } = await here.documents.readAll(id, await here.kept(id));
      expect(files.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    });

    test('gives a mail and its attachment', async () => {
      const id = await organisation();
      const mail = [
        'From: a@example.org',
        'Subject: Certificate',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'See the attached.',
        '--b',
        'Content-Type: text/plain; name="note.txt"',
        'Content-Disposition: attachment; filename="note.txt"',
        '',
        'The note.',
        '--b--',
        '',
      ];
      await keep(id, 'mail.eml', mail.join('\r\n'));
      const once = await here.documents.readAll(id, await here.kept(id));
      const again = await here.documents.readAll(id, await here.kept(id));
      expect([once.files.map(({ path }) => path), again]).toEqual([['mail.eml', 'mail.eml/note.txt'], once]);
    });

    test('tells of a file that cannot be read', async () => {
      const id = await organisation();
      await keep(id, 'a.pdf', '%PDF-1.7 nothing more');
      const { unreadable } = await here.documents.readAll(id, await here.kept(id));
      expect(unreadable.map(({ path }) => path)).toEqual(['a.pdf']);
    });
  });
});
