import { join } from 'node:path';
import { loadCatalogue } from '../src/catalogue/load-catalogue.ts';
import type { Installation } from '../src/installation.ts';
import { dayAfter } from '../src/record/day.ts';
import type { Visitor } from '../src/workspace/accounts/accounts.ts';
import type { Role } from '../src/workspace/may.ts';
import { fillFullSize } from '../test/support/full-size.ts';

const ENTRIES = 50_000;
const DAYS = 30;
const AT_ONCE = 250;
const ACTOR = 'account:bench';
const FROM = { address: '192.0.2.1', userAgent: 'bench' };
const OWNER = { name: 'Ann Okafor', email: 'ann@larkmoor.example', password: 'correct horse battery staple' };

/** Somebody signed in. */
export type Session = { readonly token: string; readonly role: Role };
export type FullOrganisation = {
  readonly organisation: string;
  /** Evidence items of its edition. */
  readonly refs: readonly string[];
  /** The owner in as many sessions as were asked for, then as many other people. */
  readonly sessions: readonly Session[];
};

/** The design's largest organisation, with 50,000 entries of the last thirty days in its journal and people signed in. */
export async function makeFullOrganisation(
  installation: Installation,
  clock: { at: string },
  { owners, others }: { readonly owners: number; readonly others: number },
): Promise<FullOrganisation> {
  const loaded = await loadCatalogue(join(import.meta.dirname, '..', 'catalogue'), { edition: 'v8', category: 3 });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const refs = loaded.value.items.map(({ ref }) => ref);
  const { accounts } = installation;

  const now = new Date();
  const begun = now.getTime() - DAYS * 24 * 60 * 60_000;
  clock.at = new Date(begun).toISOString();
  const token = (await accounts.settingUp.setUpToken()) ?? '';
  const made = await accounts.settingUp.setUp(
    { token, organisationName: 'Larkmoor Health Software Ltd', ...OWNER },
    FROM,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { organisation } = made;
  await fillFullSize(installation, organisation, ACTOR, refs, dayAfter(now.toISOString().slice(0, 10), `-P${DAYS}D`));
  await changeUntilFull(installation, organisation, (share) => {
    clock.at = new Date(begun + share * (now.getTime() - begun - 60_000)).toISOString();
  });
  clock.at = new Date().toISOString();
  return { organisation, refs, sessions: await signIn(installation, organisation, owners, others) };
}

/** Changes entries of the registers, one after the other and back again, until the journal is full. */
async function changeUntilFull(
  { records }: Installation,
  organisation: string,
  passTime: (share: number) => void,
): Promise<void> {
  for (let round = 1; ; round += 1) {
    const record = await records.open(organisation);
    if (!record) throw new Error('The organisation is not there');
    const commands = Object.entries(CHANGED).flatMap(([kind, field]) =>
      [...(record.holdings.of.get(kind)?.values() ?? [])].map(({ id, revision, data }) => ({
        do: 'change' as const,
        kind,
        id,
        seen: revision,
        // Nothing gets into a record that its kind's schema has not parsed: all of them are objects.
        data: { ...(data as Readonly<Record<string, unknown>>), [field]: `Looked at ${round} times.` },
      })),
    );
    for (let from = 0; from < commands.length; from += AT_ONCE) {
      const open = await records.open(organisation);
      const missing = ENTRIES - (open?.head.seq ?? 0);
      if (missing <= 0) return;
      passTime(1 - missing / ENTRIES);
      const together = commands.slice(from, from + Math.min(AT_ONCE, missing));
      const done = await records.perform(organisation, ACTOR, { do: 'together', commands: together });
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
    }
  }
}

/** Kinds that are changed, with the field whose words do. */
const CHANGED: Readonly<Record<string, string>> = {
  person: 'jobTitle',
  supplier: 'service',
  'training-record': 'course',
  'digital-asset': 'name',
  activity: 'scope',
  risk: 'measures',
  action: 'notes',
  incident: 'cause',
  answer: 'words',
  observation: 'words',
};

async function signIn(
  { accounts }: Installation,
  organisation: string,
  owners: number,
  others: number,
): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  for (let i = 0; i < owners; i += 1) {
    const opened = await accounts.signingIn.signIn(OWNER, FROM);
    if (!opened.ok) throw new Error(opened.problem.message);
    sessions.push({ token: opened.token, role: 'owner' });
  }
  const owner: Visitor | undefined = await accounts.sessions.visitorOf(sessions[0]?.token ?? '');
  if (!owner) throw new Error('The owner is not signed in');
  for (let i = 0; i < others; i += 1) {
    const role: Role = i % 2 === 0 ? 'approver' : 'contributor';
    const invited = await accounts.invitations.invite(organisation, owner, { email: `p${i}@larkmoor.example`, role });
    if (!invited.ok) throw new Error(invited.problem.message);
    const typed = { token: invited.token, name: `Person ${i}`, password: OWNER.password };
    const joined = await accounts.invitations.acceptAsNew(typed, FROM);
    if (!joined.ok) throw new Error(joined.problem.message);
    sessions.push({ token: joined.token, role });
  }
  return sessions;
}
