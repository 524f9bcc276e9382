import type { Day } from '../record/day.ts';
import { type Command, type DecideProblem, decide } from '../record/decide.ts';
import { type Change, type Holdings, holdingsOf, type Instant, type Made, withChanges } from '../record/holdings.ts';
import { changeOf, GENESIS, type Hash, type Head, sealEntries } from '../record/journal.ts';
import type { FieldProblem } from '../record/kinds/kind.ts';
import type { AppendExtras, JournalStore } from '../storage/journal-store.ts';

/** The record of one organisation as it stands: what it holds, and the journal's end that it was folded up to. */
export type KeptRecord = { readonly organisation: string; readonly head: Head; readonly holdings: Holdings };

export type KeptRecordsServices = {
  readonly journal: JournalStore;
  readonly now: () => Instant;
  readonly today: () => Day;
  readonly newId: () => string;
  readonly salt: () => string;
  readonly hash: Hash;
};

export type PerformProblem = DecideProblem | { readonly type: 'no-organisation' } | { readonly type: 'too-busy' };

export type Performed =
  | {
      readonly ok: true;
      readonly record: KeptRecord;
      readonly changes: readonly Change[];
      readonly ids: readonly string[];
      /** What was answered: now, or when the same was sent before. Only with `Once`. */
      readonly answered?: Answered;
    }
  | { readonly ok: false; readonly problem: PerformProblem };

/** Where something led that is done once, and the number of the last journal entry when it was done. */
export type Answered = { readonly to: string; readonly seq: number };

/** Something that is done once, however often it is sent and to whichever process. Only a change that was made is remembered. */
export type Once = {
  /** Tells what was sent from all else that this organisation is sent. */
  readonly key: string;
  /** What to answer once it is done, and again when it is sent again. */
  readonly answer: (done: {
    readonly ids: readonly string[];
    readonly changes: readonly Change[];
    /** What the record holds afterwards. */
    readonly holdings: Holdings;
  }) => string;
};

/** A command, or how it follows from what the record holds at the very moment; problems when it may not be done any more. */
export type Asked = Command | ((holdings: Holdings) => Command | readonly FieldProblem[]);

/** What `extras` may look at: the record that was decided upon, what it holds after, and the ids of what changed. */
export type Decided = { readonly ids: readonly string[]; readonly before: KeptRecord; readonly after: Holdings };

export type KeptRecords = {
  /** The record as it stands now: one indexed read when nothing has changed. */
  readonly open: (organisation: string) => Promise<KeptRecord | undefined>;
  /** The same for several, with one read for all those that have not changed. Those that are not there are left out. */
  readonly openAll: (organisations: readonly string[]) => Promise<ReadonlyMap<string, KeptRecord>>;
  /** Begins the record of a new organisation with its first changes: there is never one without them. */
  readonly begin: (
    organisation: string,
    actor: string,
    command: Command,
    also: NonNullable<AppendExtras['also']>,
  ) => Promise<Performed>;
  /** Decides on the record as it stands and appends what follows; another's append in between means deciding again. */
  readonly perform: (
    organisation: string,
    actor: string,
    asked: Asked,
    extras?: (decided: Decided) => AppendExtras,
    once?: Once,
  ) => Promise<Performed>;
};

/** Entries read at a time when another process has appended. */
const BATCH = 500;
/** Records held in memory. */
const KEPT = 200;
/** Only other processes come in between; those of this one take their turn. */
const ATTEMPTS = 100;
/** Days for which it is remembered that something was sent: a page may lie open for as long. */
const REMEMBERED_DAYS = 7;

/** The records in memory, one an organisation, never believed without a look at the head. */
export function keepRecords(services: KeptRecordsServices): KeptRecords {
  const { journal, now, today, newId, salt, hash } = services;
  const kept = new Map<string, KeptRecord>();
  const turns = new Map<string, Promise<unknown>>();

  async function open(organisation: string): Promise<KeptRecord | undefined> {
    const head = await journal.head(organisation);
    return head && openAt(organisation, head);
  }

  async function openAll(organisations: readonly string[]): Promise<ReadonlyMap<string, KeptRecord>> {
    const records = new Map<string, KeptRecord>();
    for (const [organisation, head] of await journal.heads(organisations)) {
      const record = await openAt(organisation, head);
      if (record) records.set(organisation, record);
    }
    return records;
  }

  async function openAt(organisation: string, head: Head): Promise<KeptRecord | undefined> {
    const known = kept.get(organisation);
    if (known && known.head.hash === head.hash) return known;
    const grown = known && (await foldOn(known));
    // Another journal stands there, as after a restore: the one that was known, however long, keeps it out no longer.
    if (known && !grown && kept.get(organisation) === known) kept.delete(organisation);
    const record = grown ?? (await coldLoad(organisation));
    if (record) keep(record);
    return record;
  }

  function keep(record: KeptRecord): void {
    const known = kept.get(record.organisation);
    if (known && known.head.seq > record.head.seq) return;
    kept.delete(record.organisation);
    kept.set(record.organisation, record);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  }

  /** Undefined when the entries do not follow on what is known, as after a restore. */
  async function foldOn(known: KeptRecord): Promise<KeptRecord | undefined> {
    let { head, holdings } = known;
    for (;;) {
      const entries = await journal.entriesAfter(known.organisation, head.seq, BATCH);
      const changes: Made[] = [];
      for (const { entry, payload } of entries) {
        if (entry.previous !== head.hash || entry.seq !== head.seq + 1) return undefined;
        const change = changeOf(entry, payload);
        if (!change) return undefined;
        changes.push(change);
        head = { seq: entry.seq, hash: entry.hash };
      }
      holdings = withChanges(holdings, changes);
      if (entries.length < BATCH) return head === known.head ? undefined : { ...known, head, holdings };
    }
  }

  async function coldLoad(organisation: string): Promise<KeptRecord | undefined> {
    const current = await journal.current(organisation);
    return current && { organisation, head: current.head, holdings: holdingsOf(current.head.seq, current.entities) };
  }

  /** One writer of an organisation after the other: two of one process would only make each other decide again. */
  function perform(...asked: Parameters<KeptRecords['perform']>): Promise<Performed> {
    const [organisation] = asked;
    const before = turns.get(organisation) ?? Promise.resolve();
    const mine = before.then(
      () => performNow(...asked),
      () => performNow(...asked),
    );
    turns.set(organisation, mine);
    const done = () => {
      if (turns.get(organisation) === mine) turns.delete(organisation);
    };
    mine.then(done, done);
    return mine;
  }

  async function performNow(...[organisation, actor, asked, extras, once]: Parameters<KeptRecords['perform']>) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const record = await open(organisation);
      if (!record) return failed({ type: 'no-organisation' });
      // After the head was read: whoever does the same in between moves it, and all is looked at again.
      const before = once && (await journal.remembered(organisation, once.key, now()));
      if (before) return { ok: true as const, record, changes: [], ids: [], answered: answeredIn(before.body) };
      const command = typeof asked === 'function' ? asked(record.holdings) : asked;
      if (!('do' in command)) return failed({ type: 'invalid', problems: command });
      const performed = await performUpon(record, actor, command, extras, once);
      if (performed) return performed;
    }
    return failed({ type: 'too-busy' });
  }

  /** Undefined when somebody else has appended first. */
  async function performUpon(
    record: KeptRecord,
    actor: string,
    command: Command,
    extras?: (decided: Decided) => AppendExtras,
    once?: Once,
  ): Promise<Performed | undefined> {
    const { organisation } = record;
    const at = now();
    const decided = decide(record.holdings, command, { at, today: today(), newId });
    if (!decided.ok) return decided;
    const { changes, ids, after: holdings } = decided;
    const answered = once && { answered: { to: once.answer({ ids, changes, holdings }), seq: holdings.seq } };
    if (changes.length === 0) return { ok: true, record, changes, ids, ...answered };
    const sealed = sealEntries(record.head, changes, { at, actor, salt, hash });
    const more = {
      ...extras?.({ ids, before: record, after: holdings }),
      ...(once && answered && { remember: remembering(once.key, answered.answered, at) }),
    };
    const appended = await journal.append(organisation, record.head, sealed, more);
    if (!appended.ok) return undefined;
    const after = { organisation, head: appended.head, holdings };
    keep(after);
    return { ok: true, record: after, changes, ids, ...answered };
  }

  async function begin(...[organisation, actor, command, also]: Parameters<KeptRecords['begin']>): Promise<Performed> {
    const nothing = { organisation, head: { seq: 0, hash: GENESIS }, holdings: holdingsOf(0, []) };
    const performed = await performUpon(nothing, actor, command, () => ({ begin: now(), also }));
    return performed ?? { ok: false, problem: { type: 'too-busy' } };
  }

  return { open, openAll, begin, perform };
}

function failed(problem: PerformProblem): Performed {
  return { ok: false, problem };
}

/** What `remembering` kept. */
export function answeredIn(body: string): Answered {
  // Written by `remembering`, and by nobody else under such a key.
  return JSON.parse(body) as Answered;
}

function remembering(key: string, answered: Answered, at: Instant): NonNullable<AppendExtras['remember']> {
  const until = new Date(Date.parse(at) + REMEMBERED_DAYS * 86_400_000).toISOString();
  return { key, until, answer: { requestHash: key, status: 303, body: JSON.stringify(answered) } };
}
