import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Transaction } from 'kysely';
import { DEFAULT_EDITION } from './catalogue/shipped-catalogues.ts';
import type { Config } from './config.ts';
import type { Day } from './record/day.ts';
import type { Instant } from './record/holdings.ts';
import type { Hash } from './record/journal.ts';
import { type Database, type DatabasePlace, openDatabase } from './storage/database.ts';
import { createBucketFiles } from './storage/file-bucket.ts';
import { createDiskFiles } from './storage/file-disk.ts';
import type { FileStore } from './storage/file-store.ts';
import { createJournalStore } from './storage/journal-in-sql.ts';
import type { JournalStore } from './storage/journal-store.ts';
import { createNoticeStore } from './storage/notice-store.ts';
import { createReadingStore } from './storage/reading-store.ts';
import { openSecretKey } from './storage/secret-key.ts';
import type { Tables } from './storage/tables.ts';
import { createVisitStore } from './storage/visit-store.ts';
import { type Accounts, createAccounts } from './workspace/accounts/create-accounts.ts';
import { mayStill } from './workspace/accounts/may-still.ts';
import { createClamd } from './workspace/documents/clamd.ts';
import { createDocuments, type Documents } from './workspace/documents/documents.ts';
import { openReadingRoom } from './workspace/documents/reading-room.ts';
import { createExamples, type Examples } from './workspace/example/examples.ts';
import { type KeptRecords, keepRecords } from './workspace/kept-records.ts';
import { createNotices, type Notices } from './workspace/notices.ts';
import { type CataloguePlaces, catalogueOpener, knownEditions } from './workspace/open-catalogue.ts';
import { type GivenTables, givenTables } from './workspace/registers/given-tables.ts';
import { createStandings } from './workspace/standing/create-standings.ts';
import type { Standings } from './workspace/standing/standing.ts';
import { createVisits, type Visits } from './workspace/visits.ts';

/** What is the same for every part: the time, chance, and where things lie. */
export type Surroundings = {
  readonly version: string;
  readonly now: () => Instant;
  readonly today: () => Day;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly hash: Hash;
  readonly migrationsDir: string;
  /** Folder of the example organisation. */
  readonly examplesDir: string;
  readonly catalogues: CataloguePlaces;
};

/** Everything an installation keeps, open and ready. */
export type Installation = {
  readonly database: Database;
  readonly journal: JournalStore;
  readonly records: KeptRecords;
  readonly accounts: Accounts;
  readonly documents: Documents;
  readonly standings: Standings;
  readonly visits: Visits;
  readonly notices: Notices;
  readonly examples: Examples;
  /** The tables of a file, which is kept nowhere. */
  readonly readTables: (path: string, stream: Readable) => Promise<GivenTables>;
  readonly close: () => Promise<void>;
};

export type InstallationResult =
  | { readonly ok: true; readonly installation: Installation }
  /** One sentence for whoever runs it. */
  | { readonly ok: false; readonly message: string };

/** Where the database is: PostgreSQL when the settings name it, otherwise one file in the data folder. */
export function databasePlace({ databaseUrl, dataDir }: Config): DatabasePlace {
  return databaseUrl === undefined
    ? { kind: 'sqlite', file: join(dataDir, 'perennial.sqlite') }
    : { kind: 'postgres', url: databaseUrl };
}

/** The files: in a bucket when one is configured, otherwise in the data folder. */
export async function openFiles({ bucket, dataDir }: Config): Promise<FileStore> {
  return bucket === undefined ? createDiskFiles(join(dataDir, 'files')) : createBucketFiles(bucket);
}

/** Opens everything that `site`, the address people reach the pages at, is to serve. */
export async function openInstallation(
  config: Config,
  site: string,
  around: Surroundings,
): Promise<InstallationResult> {
  const { now, today, newId, random, hash, version, catalogues } = around;
  const key = secretKey(config, random);
  if (!key.ok) return key;
  const opened = await openDatabase(databasePlace(config), {
    migrationsDir: around.migrationsDir,
    backupDir: join(config.dataDir, 'backups'),
    now,
  });
  if (!opened.ok) return { ok: false, message: opened.problem.message };
  const { database } = opened;
  const journal = createJournalStore(database);
  const salt = () => Buffer.from(random(16)).toString('hex');
  const records = keepRecords({ journal, now, today, newId, salt, hash });
  const provider = config.oidc && { ...config.oidc, callback: `${site}/sign-in/provider/back` };
  const accounts = createAccounts(
    { database, journal, records, now, today, newId, random, hash, secretKey: key.key },
    { site, provider },
  );
  const room = openReadingRoom();
  const files = await openFiles(config);
  const documents = createDocuments({
    room,
    files,
    records,
    journal,
    readings: createReadingStore(database),
    ...(config.clamd !== undefined && { scanner: createClamd({ where: config.clamd, now }) }),
    mayUpload: (organisation, actor, transaction) => {
      const asked = (within: Transaction<Tables>) =>
        mayStill(within, organisation, actor, 'upload-documents', { now: now(), today: today() });
      return transaction ? asked(transaction) : database.readingOrganisation(organisation, asked);
    },
    now,
    today,
    uploadBytes: config.uploadBytes,
    readerVersion: version,
  });
  const openCatalogue = catalogueOpener(catalogues);
  const standings = createStandings({
    records,
    journal,
    documents,
    today,
    catalogue: (edition, category) => openCatalogue(edition || DEFAULT_EDITION, category),
    editions: () => knownEditions(catalogues),
  });
  const visits = createVisits(createVisitStore(database));
  const notices = createNotices(createNoticeStore(database), now);
  const examples = createExamples({
    folder: around.examplesDir,
    database,
    journal,
    files,
    records,
    documents,
    now,
    today,
  });
  const close = async () => {
    await documents.close();
    await database.close();
  };
  const readTables: Installation['readTables'] = (path, stream) => givenTables(room, path, stream);
  return {
    ok: true,
    installation: {
      database,
      journal,
      records,
      accounts,
      documents,
      standings,
      visits,
      notices,
      examples,
      readTables,
      close,
    },
  };
}

function secretKey(config: Config, random: Surroundings['random']) {
  if (config.secretKey) return { ok: true as const, key: config.secretKey };
  const opened = openSecretKey(join(config.dataDir, 'secret.key'), random);
  return opened.ok ? opened : { ok: false as const, message: opened.problem.message };
}
