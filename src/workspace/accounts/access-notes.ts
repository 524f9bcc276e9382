import type { Transaction } from 'kysely';
import type { Command } from '../../record/decide.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { type Grant, grant } from '../../record/kinds/grant.ts';
import type { Entity } from '../../record/kinds/kind.ts';
import type { Tables } from '../../storage/tables.ts';
import type { AccountServices } from './account-services.ts';

/** What the journal remembers of somebody or something that is let in. */
export type Noted = Omit<Grant, 'from' | 'by' | 'endedOn'>;

export type NotedStep = {
  readonly organisation: string;
  readonly actor: string;
  /** What to note, upon the record as it stands then. */
  readonly notes: (holdings: Holdings) => Promise<readonly Command[]> | readonly Command[];
  /** The change itself. What it throws undoes the notes too. */
  readonly change: (transaction: Transaction<Tables>) => Promise<void>;
};

/** Others may change the record in between so many times. */
const ATTEMPTS = 20;

/**
 * Changes who may, and notes it in the organisation's journal: both or neither. Where the record cannot take the note, the
 * change is done all the same: nobody keeps a place because of what a register says.
 */
export async function changeAndNote(
  { database, records }: Pick<AccountServices, 'database' | 'records'>,
  { organisation, actor, notes, change }: NotedStep,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await records.open(organisation);
    const commands = record ? await notes(record.holdings) : [];
    if (commands.length === 0) break;
    const together: Command = { do: 'together', commands };
    const performed = await records.perform(organisation, actor, together, () => ({ also: change }));
    if (performed.ok && performed.changes.length > 0) return;
    if (performed.ok || performed.problem.type !== 'changed-meanwhile') break;
  }
  await database.inTransaction(change);
}

/** Notes that somebody or something is let in, or what place they have now. */
export function letIn(holdings: Holdings, data: Noted, today: string): readonly Command[] {
  const before = notedOf(holdings, data.account);
  if (!before) return [{ do: 'add', kind: 'grant', data: { ...data, from: today } }];
  const { from, by } = before.data;
  return [changed(before, { ...data, from, ...(by !== undefined && { by }) })];
}

/** Notes that it is over. */
export function letOut(holdings: Holdings, account: string, today: string): readonly Command[] {
  const before = notedOf(holdings, account);
  return before ? [changed(before, { ...before.data, endedOn: today })] : [];
}

export function isNoted(holdings: Holdings, account: string): boolean {
  return notedOf(holdings, account) !== undefined;
}

/** What stands for an invitation, a token and a rule where an account has its id. */
export const notedInvitation = (id: string): string => `invitation:${id}`;
export const notedToken = (id: string): string => `token:${id}`;
export const NOTED_SECOND_FACTOR = 'rule:second-factor';

function notedOf(holdings: Holdings, account: string): Entity<Grant> | undefined {
  return listOf(holdings, grant).find(({ data }) => data.account === account && data.endedOn === undefined);
}

function changed({ id, revision }: Entity<Grant>, data: Grant): Command {
  return { do: 'change', kind: 'grant', id, seen: revision, data };
}
