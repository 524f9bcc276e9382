import type { Transaction } from 'kysely';
import { type Day, isDay } from '../../record/day.ts';
import { listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import type { Tables } from '../../storage/tables.ts';
import { isRole, type Role } from '../may.ts';
import { type AccountServices, refused } from './account-services.ts';
import type { Done, Member, Refused } from './accounts.ts';

export type Memberships = {
  readonly list: (organisation: string) => Promise<readonly Member[]>;
  readonly change: (
    organisation: string,
    actor: string,
    account: string,
    to: { readonly role: string; readonly until?: string },
  ) => Promise<Done>;
  /** Also how somebody leaves by themselves. */
  readonly remove: (organisation: string, actor: string, account: string) => Promise<Done>;
  readonly requiresSecondFactor: (organisation: string) => Promise<boolean>;
  readonly requireSecondFactor: (organisation: string, required: boolean) => Promise<void>;
};

export type RoleAndEnd = { readonly ok: true; readonly role: Role; readonly until: Day | undefined };

/** A role and an end date as they were typed. An adviser has an end; for the others it may be left out. */
export function roleAndEnd(role: string, until: string | undefined, today: Day): RoleAndEnd | Refused {
  if (!isRole(role)) return refused('invalid', 'Select a role', 'role');
  const end = until?.trim() || undefined;
  if (end === undefined)
    return role === 'adviser'
      ? refused('invalid', 'Enter the day until which the adviser may see the record', 'until')
      : { ok: true, role, until: undefined };
  if (!isDay(end)) return refused('invalid', 'Until must be a real date, such as 20 11 2026', 'until');
  if (end < today) return refused('invalid', 'Until must be today or in the future', 'until');
  return { ok: true, role, until: end };
}

/**
 * Who is in an organisation. The accounts decide who may; the organisation's journal remembers it. The journal is written
 * after, and says what the accounts then hold: after a crash in between, the next change of that member puts it right.
 */
export function createMemberships({ database, records, today }: AccountServices): Memberships {
  return {
    list: async (organisation) => {
      const rows = await database.read
        .selectFrom('membership')
        .innerJoin('account', 'account.id', 'membership.account')
        .select(['account.id', 'name', 'email', 'role', 'until', 'totp_confirmed_at'])
        .where('organisation', '=', organisation)
        .orderBy('membership.created_at')
        .execute();
      const withPasskeys = new Set(
        (
          await database.read
            .selectFrom('passkey')
            .innerJoin('membership', 'membership.account', 'passkey.account')
            .select('passkey.account')
            .where('organisation', '=', organisation)
            .execute()
        ).map(({ account }) => account),
      );
      return rows.flatMap(({ id, name, email, role, until, totp_confirmed_at }) =>
        isRole(role)
          ? {
              account: id,
              name,
              email,
              role,
              ...(until !== null && { until }),
              secondFactor: totp_confirmed_at !== null || withPasskeys.has(id),
            }
          : [],
      );
    },

    change: async (organisation, actor, account, to) => {
      const wanted = roleAndEnd(to.role, to.until, today());
      if (!wanted.ok) return wanted;
      const { role, until } = wanted;
      const changed = await database.inTransaction(async (transaction) => {
        if ((role !== 'owner' || until !== undefined) && (await isLastOwner(transaction, organisation, account)))
          return LAST_OWNER;
        const { numUpdatedRows } = await transaction
          .updateTable('membership')
          .set({ role, until: until ?? null })
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .executeTakeFirst();
        return numUpdatedRows === 1n ? { ok: true as const } : NOBODY;
      });
      if (changed.ok) await noteGrant(organisation, actor, account);
      return changed;
    },

    remove: async (organisation, actor, account) => {
      const removed = await database.inTransaction(async (transaction) => {
        if (await isLastOwner(transaction, organisation, account)) return LAST_OWNER;
        const { numDeletedRows } = await transaction
          .deleteFrom('membership')
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .executeTakeFirst();
        // Whoever leaves does not go on letting people in, themselves under another address among them.
        await transaction
          .deleteFrom('invitation')
          .where('organisation', '=', organisation)
          .where('invited_by', '=', account)
          .execute();
        return numDeletedRows === 1n ? { ok: true as const } : NOBODY;
      });
      if (removed.ok) await noteGrant(organisation, actor, account);
      return removed;
    },

    requiresSecondFactor: async (organisation) =>
      (
        await database.read
          .selectFrom('organisation_setting')
          .select('require_second_factor')
          .where('organisation', '=', organisation)
          .executeTakeFirst()
      )?.require_second_factor === 1,

    requireSecondFactor: async (organisation, required) => {
      const require_second_factor = required ? 1 : 0;
      await database.inTransaction((transaction) =>
        transaction
          .insertInto('organisation_setting')
          .values({ organisation, require_second_factor })
          .onConflict((conflict) => conflict.column('organisation').doUpdateSet({ require_second_factor }))
          .execute(),
      );
    },
  };

  async function noteGrant(organisation: string, actor: string, account: string): Promise<void> {
    await noteMembership({ database, records, today }, organisation, actor, account);
  }
}

const NOBODY = refused('not-found', 'This person is not a member any more');
const LAST_OWNER = refused('refused', 'There must be an owner. Make somebody else an owner first');

async function isLastOwner(transaction: Transaction<Tables>, organisation: string, account: string): Promise<boolean> {
  // Locked together in one order, so that of two owners who leave at the same time the second finds itself the last.
  const owners = await transaction
    .updateTable('membership')
    .set({ role: 'owner' })
    .where('organisation', '=', organisation)
    .where('role', '=', 'owner')
    .where('until', 'is', null)
    .returning('account')
    .execute();
  return owners.length === 1 && owners[0]?.account === account;
}

/** Writes into the organisation's journal what place an account has in it now. */
export async function noteMembership(
  { database, records, today }: Pick<AccountServices, 'database' | 'records' | 'today'>,
  organisation: string,
  actor: string,
  account: string,
): Promise<void> {
  const [row, record] = await Promise.all([
    database.read
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account')
      .select(['name', 'role', 'until'])
      .where('organisation', '=', organisation)
      .where('membership.account', '=', account)
      .executeTakeFirst(),
    records.open(organisation),
  ]);
  const noted = record && listOf(record.holdings, grant).find(({ data }) => data.account === account && !data.endedOn);
  const on = today();
  if (noted) {
    const { until: _, ...before } = noted.data;
    const data = row
      ? { ...before, role: row.role, ...(row.until !== null && { until: row.until }) }
      : { ...noted.data, endedOn: on };
    await records.perform(organisation, actor, {
      do: 'change',
      kind: 'grant',
      id: noted.id,
      seen: noted.revision,
      data,
    });
  } else if (row) {
    const data = { account, name: row.name, role: row.role, from: on, ...(row.until !== null && { until: row.until }) };
    await records.perform(organisation, actor, { do: 'add', kind: 'grant', data });
  }
}
