import type { Transaction } from 'kysely';
import { type Day, isDay } from '../../record/day.ts';
import type { Tables } from '../../storage/tables.ts';
import { isRole, may, type Role } from '../may.ts';
import { changeAndNote, letIn, letOut, NOTED_SECOND_FACTOR, notedInvitation } from './access-notes.ts';
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
  readonly requireSecondFactor: (organisation: string, actor: string, required: boolean) => Promise<void>;
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

/** Who is in an organisation. The accounts decide who may; the organisation's journal remembers it, in the same step. */
export function createMemberships(services: AccountServices): Memberships {
  const { database, today } = services;
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
      const signedIn = new Map(
        (
          await database.read
            .selectFrom('security_event')
            .innerJoin('membership', 'membership.account', 'security_event.account')
            .select((select) => ['membership.account', select.fn.max('at').as('last')])
            .where('organisation', '=', organisation)
            .where('what', '=', 'sign-in')
            .where('succeeded', '=', 1)
            .groupBy('membership.account')
            .execute()
        ).map(({ account, last }) => [account, last.slice(0, 10)] as const),
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
              ...lastSignedIn(signedIn.get(id)),
            }
          : [],
      );
    },

    change: async (organisation, actor, account, to) => {
      const wanted = roleAndEnd(to.role, to.until, today());
      if (!wanted.ok) return wanted;
      const { role, until } = wanted;
      const end = until === undefined ? {} : { until };
      return settled(
        changeAndNote(services, {
          organisation,
          actor,
          notes: async (holdings) => {
            const name = await memberName(organisation, account);
            return name === undefined ? [] : letIn(holdings, { account, name, role, ...end }, today());
          },
          change: async (transaction) => {
            if ((role !== 'owner' || until !== undefined) && (await isLastOwner(transaction, organisation, account)))
              throw new NotChanged(LAST_OWNER);
            const { numUpdatedRows } = await transaction
              .updateTable('membership')
              .set({ role, until: until ?? null })
              .where('organisation', '=', organisation)
              .where('account', '=', account)
              .executeTakeFirst();
            if (numUpdatedRows !== 1n) throw new NotChanged(NOBODY);
            // Whoever may no longer invite lets nobody in by what they invited before.
            if (!may(role, 'manage-members'))
              await transaction
                .deleteFrom('invitation')
                .where('organisation', '=', organisation)
                .where('invited_by', '=', account)
                .execute();
          },
        }),
      );
    },

    remove: (organisation, actor, account) =>
      settled(
        changeAndNote(services, {
          organisation,
          actor,
          notes: async (holdings) => {
            const invited = await database.read
              .selectFrom('invitation')
              .select('id')
              .where('organisation', '=', organisation)
              .where('invited_by', '=', account)
              .execute();
            const over = [account, ...invited.map(({ id }) => notedInvitation(id))];
            return over.flatMap((one) => letOut(holdings, one, today()));
          },
          change: async (transaction) => {
            if (await isLastOwner(transaction, organisation, account)) throw new NotChanged(LAST_OWNER);
            const { numDeletedRows } = await transaction
              .deleteFrom('membership')
              .where('organisation', '=', organisation)
              .where('account', '=', account)
              .executeTakeFirst();
            if (numDeletedRows !== 1n) throw new NotChanged(NOBODY);
            // Whoever leaves does not go on letting people in, themselves under another address among them.
            await transaction
              .deleteFrom('invitation')
              .where('organisation', '=', organisation)
              .where('invited_by', '=', account)
              .execute();
          },
        }),
      ),

    requiresSecondFactor: async (organisation) =>
      (
        await database.read
          .selectFrom('organisation_setting')
          .select('require_second_factor')
          .where('organisation', '=', organisation)
          .executeTakeFirst()
      )?.require_second_factor === 1,

    requireSecondFactor: async (organisation, actor, required) => {
      const require_second_factor = required ? 1 : 0;
      const rule = { account: NOTED_SECOND_FACTOR, what: 'rule', name: 'Second factor for everybody' } as const;
      await changeAndNote(services, {
        organisation,
        actor,
        notes: (holdings) =>
          required ? letIn(holdings, rule, today()) : letOut(holdings, NOTED_SECOND_FACTOR, today()),
        change: async (transaction) => {
          await transaction
            .insertInto('organisation_setting')
            .values({ organisation, require_second_factor })
            .onConflict((conflict) => conflict.column('organisation').doUpdateSet({ require_second_factor }))
            .execute();
        },
      });
    },
  };

  async function memberName(organisation: string, account: string): Promise<string | undefined> {
    const row = await database.read
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account')
      .select('name')
      .where('organisation', '=', organisation)
      .where('account.id', '=', account)
      .executeTakeFirst();
    return row?.name;
  }
}

function lastSignedIn(on: Day | undefined): Pick<Member, 'lastSignedInOn'> {
  return on === undefined ? {} : { lastSignedInOn: on };
}

/** Thrown inside the transaction so that it is rolled back. */
class NotChanged extends Error {
  readonly why: Refused;
  constructor(why: Refused) {
    super(why.problem.message);
    this.why = why;
  }
}

async function settled(change: Promise<void>): Promise<Done> {
  try {
    await change;
    return { ok: true };
  } catch (error) {
    if (error instanceof NotChanged) return error.why;
    throw error;
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

/** Writes into the organisation's journal what place an account has in it now, for what was changed without it. */
export async function noteMembership(
  services: Pick<AccountServices, 'database' | 'records' | 'today'>,
  organisation: string,
  actor: string,
  account: string,
): Promise<void> {
  const today = services.today();
  await changeAndNote(services, {
    organisation,
    actor,
    notes: async (holdings) => {
      const row = await services.database.read
        .selectFrom('membership')
        .innerJoin('account', 'account.id', 'membership.account')
        .select(['name', 'role', 'until'])
        .where('organisation', '=', organisation)
        .where('membership.account', '=', account)
        .executeTakeFirst();
      if (!row || !isRole(row.role)) return letOut(holdings, account, today);
      const { name, role, until } = row;
      return letIn(holdings, { account, name, role, ...(until !== null && { until }) }, today);
    },
    change: async () => {},
  });
}
