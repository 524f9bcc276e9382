import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Day } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import { type Instant, listOf } from '../../record/holdings.ts';
import type { Head } from '../../record/journal.ts';
import { document } from '../../record/kinds/document.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { KINDS } from '../../record/kinds/kinds.ts';
import { submission } from '../../record/kinds/submission.ts';
import type { Database } from '../../storage/database.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { removeOrganisation } from '../../storage/remove-organisation.ts';
import type { Documents } from '../documents/documents.ts';
import type { KeptDocument } from '../documents/kept-document.ts';
import { oneAtATime } from '../documents/one-at-a-time.ts';
import type { KeptRecord, KeptRecords, Performed } from '../kept-records.ts';
import type { ExampleEntity } from './example-data.ts';
import { exampleOf, isExample } from './example-id.ts';

export type ExamplesServices = {
  /** Holds documents in `documents/` and in `organisation/documents/`, and what fills the registers in `organisation/`. */
  readonly folder: string;
  readonly database: Database;
  readonly journal: Pick<JournalStore, 'head' | 'entriesAfter'>;
  readonly files: FileStore;
  readonly records: KeptRecords;
  readonly documents: Pick<Documents, 'keep'>;
  readonly now: () => Instant;
  readonly today: () => Day;
};

export type LoadedExample =
  | { readonly ok: true; readonly organisation: string }
  /** One sentence for a person. Nothing of it is left. */
  | { readonly ok: false; readonly message: string };

export type ExampleOwner = { readonly id: string; readonly name: string };
/** Told how many of the documents have been taken in. */
export type OnExampleProgress = (done: number, total: number) => void;

/** Example organisations: furnished with everything a record can hold, and the only ones that can be taken away again. */
export type Examples = {
  /** Makes the example of an account, who owns it; one that is there already is left as it is. */
  readonly load: (account: ExampleOwner, onProgress?: OnExampleProgress) => Promise<LoadedExample>;
  /** Takes away an example with its journal and files. Throws for any other organisation. */
  readonly remove: (organisation: string) => Promise<void>;
};

/** Documents taken in at a time: they are read in threads. */
const AT_A_TIME = 4;

/** A load of which the journal has stood still for so long has broken off, in milliseconds. */
const BROKEN_OFF_AFTER = 120_000;
/** Between two looks at what another process is loading, in milliseconds. */
const WAITING = 250;

/** Thrown for what a person can be told; everything done so far is taken back. */
class NotLoaded extends Error {}

export function createExamples(services: ExamplesServices): Examples {
  const { folder, database, journal, files, records, documents, now, today } = services;
  const inTurn = oneAtATime();

  /** Another process may be loading it too: whoever begins its journal does, and the others wait for them. */
  async function load(account: ExampleOwner, onProgress: OnExampleProgress): Promise<LoadedExample> {
    const organisation = exampleOf(account.id);
    for (;;) {
      if (await hasMember(organisation)) return { ok: true, organisation };
      const left = await journal.head(organisation);
      if (left && (await isUnderWay(organisation, left))) {
        await pause(WAITING);
        continue;
      }
      // What a load that broke off with its process has left: nobody has seen it.
      if (left && !(await takeAway(organisation, left))) continue;
      const begun = await begin(organisation, account);
      if (!begun) continue;
      try {
        await furnish(organisation, account, onProgress);
        return { ok: true, organisation };
      } catch (error) {
        await takeBack(begun);
        if (error instanceof NotLoaded) return { ok: false, message: error.message };
        throw error;
      }
    }
  }

  /** Undefined when another process has begun it first. */
  async function begin(organisation: string, { id }: ExampleOwner): Promise<KeptRecord | undefined> {
    const { readExample } = await import('./example-data.ts');
    const own = (await readExample(join(folder, 'organisation'), today())).filter(isOwn);
    const command = { do: 'together', commands: own.map(added) } as const;
    try {
      return recordOf(await records.begin(organisation, `account:${id}`, command, async () => {}));
    } catch (error) {
      if (await journal.head(organisation)) return undefined;
      throw error;
    }
  }

  /** Whether somebody is loading it in another process: the journal goes on all the time while they are. */
  async function isUnderWay(organisation: string, { seq }: Head): Promise<boolean> {
    const [last] = await journal.entriesAfter(organisation, seq - 1, 1);
    // The clocks of two machines differ a little, either way.
    return last !== undefined && Math.abs(Date.parse(now()) - Date.parse(last.entry.at)) < BROKEN_OFF_AFTER;
  }

  /** Takes back what was begun here, unless another process has begun it anew since. */
  async function takeBack({ organisation, head: { seq, hash } }: KeptRecord): Promise<void> {
    for (;;) {
      const [own] = await journal.entriesAfter(organisation, seq - 1, 1);
      const head = await journal.head(organisation);
      if (own?.entry.hash !== hash || !head || (await takeAway(organisation, head))) return;
    }
  }

  /** Its owner comes in with the last step: until then it is there for nobody. */
  async function furnish(
    organisation: string,
    { id, name }: ExampleOwner,
    onProgress: OnExampleProgress,
  ): Promise<void> {
    const actor = `account:${id}`;
    const perform = (commands: readonly Command[], also?: Parameters<KeptRecords['begin']>[3]) =>
      records.perform(organisation, actor, { do: 'together', commands }, () => (also ? { also } : {}));
    const { readExample } = await import('./example-data.ts');
    const all = await readExample(join(folder, 'organisation'), today());
    const sealed = all.filter(({ kind }) => kind === submission.name);
    const rest = all.filter((one) => !isOwn(one) && !sealed.includes(one));
    const kept = await keepDocuments(organisation, actor, name, onProgress);
    const furnished = recordOf(
      await perform(rest.map((one) => (one.kind === document.name ? saidOf(one, kept) : added(withIds(one, kept))))),
    );
    const owner = { account: id, name, role: 'owner' } as const;
    recordOf(
      await perform(
        [
          ...sealed.map((one) => added(withRevisions(one, furnished))),
          { do: 'add', kind: 'grant', data: { ...owner, from: today() } },
        ],
        async (transaction) => {
          await transaction
            .insertInto('membership')
            .values({ account: id, organisation, role: owner.role, until: null, created_at: now() })
            .execute();
        },
      ),
    );
  }

  /** The documents by their paths. */
  async function keepDocuments(
    organisation: string,
    actor: string,
    collector: string,
    onProgress: OnExampleProgress,
  ): Promise<ReadonlyMap<string, KeptDocument>> {
    const found = await Promise.all(
      [join(folder, 'documents'), join(folder, 'organisation', 'documents')].map(filesIn),
    );
    const all = found.flat();
    const keepOne = ({ path, file }: ExampleFile) =>
      documents.keep(organisation, actor, {
        path,
        stream: createReadStream(file),
        source: 'upload',
        collector,
        beforeAnybody: true,
      });
    for (let at = 0; at < all.length; at += AT_A_TIME) {
      onProgress(at, all.length);
      // All of them are waited for, so that nothing is still being kept when the rest is taken back.
      const settled = await Promise.allSettled(all.slice(at, at + AT_A_TIME).map(keepOne));
      for (const one of settled) {
        if (one.status === 'rejected') throw one.reason;
        for (const kept of one.value)
          if (!kept.ok) throw new NotLoaded(`The example was not loaded. ${kept.problem.message}`);
      }
    }
    const record = await records.open(organisation);
    return new Map(record && listOf(record.holdings, document).map((one) => [one.data.path, one]));
  }

  async function hasMember(organisation: string): Promise<boolean> {
    const row = await database.read
      .selectFrom('membership')
      .select('account')
      .where('organisation', '=', organisation)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** False when its journal has gone on since `seen`. */
  function takeAway(organisation: string, seen: Head): Promise<boolean> {
    return removeOrganisation(database, organisation, seen, () => clearFiles(organisation));
  }

  async function clearFiles(organisation: string): Promise<void> {
    const hashes: string[] = [];
    for await (const { sha256 } of files.list(organisation)) hashes.push(sha256);
    for (const sha256 of hashes) await files.remove(organisation, sha256);
  }

  async function remove(organisation: string): Promise<void> {
    for (let head = await journal.head(organisation); head; head = await journal.head(organisation))
      if (await takeAway(organisation, head)) return;
  }

  return {
    load: (account, onProgress = () => {}) => inTurn(exampleOf(account.id), () => load(account, onProgress)),
    remove: async (organisation) => {
      if (!isExample(organisation)) throw new Error('Only an example organisation can be taken away');
      await inTurn(organisation, () => remove(organisation));
    },
  };
}

function isOwn({ kind }: ExampleEntity): boolean {
  return kind === 'organisation';
}

type ExampleFile = { readonly path: string; readonly file: string };

async function filesIn(folder: string): Promise<readonly ExampleFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return files.sort().map((file) => ({ file, path: relative(folder, file).replaceAll('\\', '/') }));
}

function added({ kind, id, data }: ExampleEntity): Command {
  return { do: 'add', kind, id, data };
}

/** What the example says of a document besides its file, such as that staff are asked to read it. */
function saidOf({ data }: ExampleEntity, kept: ReadonlyMap<string, KeptDocument>): Command {
  const one = kept.get(String(data.path));
  if (!one) throw new Error(`The example has no document ${JSON.stringify(data.path)}`);
  return { do: 'change', kind: document.name, id: one.id, seen: one.revision, data: { ...one.data, ...data } };
}

/** What ships with the program fits the record it was written for: anything else is a fault of ours. */
function recordOf(performed: Performed): KeptRecord {
  if (performed.ok) return performed.record;
  throw new Error(`The example organisation does not fit the record: ${JSON.stringify(performed.problem)}`);
}

/** A document is named by its path where the example refers to one. */
function withIds(one: ExampleEntity, kept: ReadonlyMap<string, KeptDocument>): ExampleEntity {
  const fields = fieldsOf(KINDS[one.kind]).filter(({ name, to }) => to === document.name && name in one.data);
  const found = fields.map(({ name }) => [name, kept.get(String(one.data[name]))?.id] as const);
  return { ...one, data: { ...one.data, ...Object.fromEntries(found) } };
}

/** A submission rests on things as they stand, which only the record numbers. */
function withRevisions(one: ExampleEntity, { holdings }: KeptRecord): ExampleEntity {
  const restsOn = z
    .array(z.object({ kind: z.string(), id: z.string() }))
    .parse(one.data.restsOn)
    .map(({ kind, id }) => ({ kind, id, revision: holdings.of.get(kind)?.get(id)?.revision ?? 0 }));
  return { ...one, data: { ...one.data, restsOn } };
}
