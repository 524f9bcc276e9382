import { emailOf } from '../../record/email-address.ts';
import { isExample } from '../example/example-id.ts';
import { isRole } from '../may.ts';
import { changeAndNote, isNoted, letIn, letOut, notedInvitation } from './access-notes.ts';
import { type AccountServices, freshToken, minutesAfter, nameOf, refused } from './account-services.ts';
import type { Done, Invitation, Opened, Origin, Refused, Visitor } from './accounts.ts';
import { roleAndEnd } from './memberships.ts';
import { organisationName } from './organisation-name.ts';
import { passwordFault } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

/** What somebody who opened an invitation sees. */
export type OpenInvitation = Invitation & { readonly organisation: string; readonly organisationName: string };

export type Invitations = {
  readonly list: (organisation: string) => Promise<readonly Invitation[]>;
  /** Gives the token for the link, which is shown once. */
  readonly invite: (
    organisation: string,
    by: Visitor,
    typed: { readonly email: string; readonly role: string; readonly until?: string },
  ) => Promise<{ readonly ok: true; readonly token: string } | Refused>;
  readonly withdraw: (organisation: string, actor: string, invitation: string) => Promise<Done>;
  readonly find: (token: string) => Promise<OpenInvitation | undefined>;
  /** For somebody without an account: makes one with the email address of the invitation. */
  readonly acceptAsNew: (
    typed: { readonly token: string; readonly name: string; readonly password: string },
    origin: Origin,
  ) => Promise<(Opened & { readonly organisation: string }) | Refused>;
  /** For somebody who is signed in, with whatever address. */
  readonly accept: (
    visitor: Visitor,
    token: string,
  ) => Promise<{ readonly ok: true; readonly organisation: string } | Refused>;
};

const VALID_MINUTES = 7 * 24 * 60;
const GONE = refused('expired', 'This invitation has been used, withdrawn or is too old. Ask for a new one');

const SIGN_IN_FIRST = refused('refused', 'Sign in first, then open the invitation again');

/** Thrown inside the transaction so that it is rolled back. */
class NotTaken extends Error {
  readonly why: Refused;
  constructor(why: Refused) {
    super(why.problem.message);
    this.why = why;
  }
}

export function createInvitations(
  services: AccountServices,
  { passwords, sessions }: { readonly passwords: Passwords; readonly sessions: Sessions },
): Invitations {
  const { database, records, now, today, newId, hash } = services;

  async function find(token: string): Promise<OpenInvitation | undefined> {
    const row = await database.read
      .selectFrom('invitation')
      .selectAll()
      .where('token_hash', '=', hash(token))
      .where('expires_at', '>', now())
      .executeTakeFirst();
    if (!row || !isRole(row.role)) return undefined;
    return {
      id: row.id,
      email: row.email,
      role: row.role,
      ...(row.until !== null && { until: row.until }),
      expiresAt: row.expires_at,
      organisation: row.organisation,
      organisationName: await organisationName(records, row.organisation),
    };
  }

  /** Uses the invitation up and gives the place, both or neither. */
  async function take(
    invitation: OpenInvitation,
    account: { readonly id: string; readonly name: string },
    password_hash?: string,
  ): Promise<{ readonly ok: true } | Refused> {
    const at = now();
    const { organisation, role, until, email } = invitation;
    const { id, name } = account;
    const place = { account: id, name, role, ...(until !== undefined && { until }) };
    try {
      await changeAndNote(services, {
        organisation,
        actor: `account:${id}`,
        notes: (holdings) => [
          ...letOut(holdings, notedInvitation(invitation.id), today()),
          // Whoever is a member already keeps the place they have.
          ...(isNoted(holdings, id) ? [] : letIn(holdings, place, today())),
        ],
        change: async (transaction) => {
          if (password_hash !== undefined) {
            const { numInsertedOrUpdatedRows } = await transaction
              .insertInto('account')
              .values({
                id,
                email,
                name,
                password_hash,
                totp_secret: null,
                totp_confirmed_at: null,
                totp_last_step: null,
                created_at: at,
              })
              // Somebody with two invitations may accept both at once.
              .onConflict((conflict) => conflict.column('email').doNothing())
              .executeTakeFirst();
            if (numInsertedOrUpdatedRows !== 1n) throw new NotTaken(SIGN_IN_FIRST);
          }
          const { numDeletedRows } = await transaction
            .deleteFrom('invitation')
            .where('id', '=', invitation.id)
            .executeTakeFirst();
          // Used or withdrawn since it was looked at: the account just made goes with it.
          if (numDeletedRows !== 1n) throw new NotTaken(GONE);
          await transaction
            .insertInto('membership')
            .values({ account: id, organisation, role, until: until ?? null, created_at: at })
            .onConflict((conflict) => conflict.columns(['account', 'organisation']).doNothing())
            .execute();
        },
      });
      return { ok: true };
    } catch (error) {
      if (error instanceof NotTaken) return error.why;
      throw error;
    }
  }

  return {
    find,

    list: async (organisation) => {
      const rows = await database.read
        .selectFrom('invitation')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('expires_at', '>', now())
        .orderBy('created_at')
        .execute();
      return rows.flatMap(({ id, email, role, until, expires_at }) =>
        isRole(role) ? { id, email, role, ...(until !== null && { until }), expiresAt: expires_at } : [],
      );
    },

    invite: async (organisation, by, typed) => {
      if (isExample(organisation)) return refused('refused', 'Nobody can be invited to an example organisation');
      const email = emailOf(typed.email);
      if (email === undefined)
        return refused('invalid', 'Enter an email address in the correct format, like name@example.org', 'email');
      const wanted = roleAndEnd(typed.role, typed.until, today());
      if (!wanted.ok) return wanted;
      const member = await database.read
        .selectFrom('membership')
        .innerJoin('account', 'account.id', 'membership.account')
        .select('account.id')
        .where('organisation', '=', organisation)
        .where('email', '=', email)
        .executeTakeFirst();
      if (member) return refused('invalid', 'This person is a member already', 'email');
      const token = freshToken(services);
      const at = now();
      const id = newId();
      const { role, until } = wanted;
      // A second invitation replaces the first; those that are too old go with it.
      const replaced = (
        await database.read
          .selectFrom('invitation')
          .select('id')
          .where('organisation', '=', organisation)
          .where((where) => where.or([where('email', '=', email), where('expires_at', '<=', at)]))
          .execute()
      ).map((row) => row.id);
      const noted = { account: notedInvitation(id), what: 'invitation', name: 'An invitation', role } as const;
      await changeAndNote(services, {
        organisation,
        actor: `account:${by.account.id}`,
        notes: (holdings) => [
          ...replaced.flatMap((old) => letOut(holdings, notedInvitation(old), today())),
          ...letIn(holdings, { ...noted, ...(until !== undefined && { until }) }, today()),
        ],
        change: async (transaction) => {
          if (replaced.length > 0) await transaction.deleteFrom('invitation').where('id', 'in', replaced).execute();
          await transaction
            .insertInto('invitation')
            .values({
              id,
              organisation,
              email,
              role,
              until: until ?? null,
              token_hash: hash(token),
              invited_by: by.account.id,
              created_at: at,
              expires_at: minutesAfter(at, VALID_MINUTES),
            })
            .execute();
        },
      });
      return { ok: true, token };
    },

    withdraw: async (organisation, actor, invitation) => {
      await changeAndNote(services, {
        organisation,
        actor,
        notes: (holdings) => letOut(holdings, notedInvitation(invitation), today()),
        change: async (transaction) => {
          await transaction
            .deleteFrom('invitation')
            .where('organisation', '=', organisation)
            .where('id', '=', invitation)
            .execute();
        },
      });
      return { ok: true };
    },

    acceptAsNew: async (typed, origin) => {
      const invitation = await find(typed.token);
      if (!invitation) return GONE;
      const name = nameOf(typed.name);
      if (name === undefined) return refused('invalid', 'Enter your name', 'name');
      const fault = await passwordFault(typed.password, [invitation.email, name, invitation.organisationName]);
      if (fault !== undefined) return refused('invalid', fault, 'password');
      const known = await database.read
        .selectFrom('account')
        .select('id')
        .where('email', '=', invitation.email)
        .executeTakeFirst();
      if (known) return SIGN_IN_FIRST;
      const account = newId();
      const password_hash = await passwords.hash(typed.password);
      const taken = await take(invitation, { id: account, name }, password_hash);
      if (!taken.ok) return taken;
      return { ...(await sessions.open(account, origin, false)), organisation: invitation.organisation };
    },

    accept: async (visitor, token) => {
      const invitation = await find(token);
      if (!invitation) return GONE;
      const taken = await take(invitation, visitor.account);
      return taken.ok ? { ok: true, organisation: invitation.organisation } : taken;
    },
  };
}
