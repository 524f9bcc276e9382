import { type Day, dayAfter, isDay } from '../../record/day.ts';
import { isExample } from '../example/example-id.ts';
import { DEEDS, type Deed, isDeed, isRole, may } from '../may.ts';
import { changeAndNote, letIn, letOut, notedToken } from './access-notes.ts';
import { type AccountServices, freshToken, nameOf, refused } from './account-services.ts';
import type { Done, Refused, TokenHolder, TokenRow, Visitor } from './accounts.ts';

/** So that a token that was left lying about can be told for what it is, by people and by scanners. */
const PREFIX = 'pnl_';
const LONGEST = 'P1Y';

export type ApiTokens = {
  readonly list: (organisation: string) => Promise<readonly TokenRow[]>;
  /** Gives the token, which is shown once. */
  readonly create: (
    organisation: string,
    by: Visitor,
    typed: { readonly name: string; readonly scopes: readonly string[]; readonly expiresOn: string },
  ) => Promise<{ readonly ok: true; readonly token: string } | Refused>;
  readonly revoke: (organisation: string, actor: string, token: string) => Promise<Done>;
  /** Who stands behind whoever the journal names: of a program, gone or not, the person who made its token. */
  readonly personBehind: (organisation: string, actor: string) => Promise<string>;
  readonly holderOf: (bearer: string) => Promise<TokenHolder | undefined>;
};

/** What a program may be let do: nothing that decides who else may, and nothing that a person says in their own name. */
export const SCOPES: readonly Deed[] = DEEDS.filter(
  (deed) =>
    ![
      'manage-members',
      'manage-tokens',
      'manage-organisation',
      'erase',
      'approve-answers',
      'release-held-documents',
      'report-incidents',
    ].includes(deed),
);

export function createApiTokens(services: AccountServices): ApiTokens {
  const { database, now, today, newId, hash } = services;
  return {
    list: async (organisation) => {
      const rows = await database.read
        .selectFrom('api_token')
        .innerJoin('account', 'account.id', 'api_token.created_by')
        .select([
          'api_token.id',
          'api_token.name',
          'scopes',
          'account.name as by',
          'api_token.created_at',
          'expires_at',
          'last_used_on',
        ])
        .where('organisation', '=', organisation)
        .where('revoked_at', 'is', null)
        .orderBy('api_token.created_at')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        scopes: scopesIn(row.scopes),
        createdBy: row.by,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        ...(row.last_used_on !== null && { lastUsedOn: row.last_used_on }),
      }));
    },

    create: async (organisation, by, typed) => {
      if (isExample(organisation)) return refused('refused', 'There are no tokens for an example organisation');
      const name = nameOf(typed.name);
      if (name === undefined) return refused('invalid', 'Enter what the token is for', 'name');
      const scopes = typed.scopes.filter((scope): scope is Deed => SCOPES.some((one) => one === scope));
      if (scopes.length === 0 || scopes.length < typed.scopes.length)
        return refused('invalid', 'Select what the token may do', 'scopes');
      const role = by.seats.find((seat) => seat.organisation === organisation)?.role;
      if (role === undefined || !scopes.every((scope) => may(role, scope)))
        return refused('refused', 'A token may not do what you may not do yourself', 'scopes');
      const fault = expiryFault(typed.expiresOn, today());
      if (fault !== undefined) return refused('invalid', fault, 'expiresOn');
      const token = `${PREFIX}${freshToken(services)}`;
      const id = newId();
      await changeAndNote(services, {
        organisation,
        actor: `account:${by.account.id}`,
        notes: (holdings) =>
          letIn(holdings, { account: notedToken(id), what: 'token', name: `The program “${name}”` }, today()),
        change: async (transaction) => {
          await transaction
            .insertInto('api_token')
            .values({
              id,
              organisation,
              name,
              token_hash: hash(token),
              scopes: JSON.stringify(scopes),
              created_by: by.account.id,
              created_at: now(),
              expires_at: `${typed.expiresOn}T23:59:59.999Z`,
              last_used_on: null,
              revoked_at: null,
            })
            .execute();
        },
      });
      return { ok: true, token };
    },

    revoke: async (organisation, actor, token) => {
      await changeAndNote(services, {
        organisation,
        actor,
        notes: (holdings) => letOut(holdings, notedToken(token), today()),
        change: async (transaction) => {
          await transaction
            .updateTable('api_token')
            .set({ revoked_at: now() })
            .where('organisation', '=', organisation)
            .where('id', '=', token)
            .execute();
        },
      });
      return { ok: true };
    },

    personBehind: async (organisation, actor) => {
      const [what, id = ''] = actor.split(':', 2);
      if (what !== 'token') return actor;
      const row = await database.read
        .selectFrom('api_token')
        .select('created_by')
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? `account:${row.created_by}` : actor;
    },

    holderOf: async (bearer) => {
      if (!bearer.startsWith(PREFIX)) return undefined;
      const row = await database.read
        .selectFrom('api_token')
        .innerJoin('membership', (join) =>
          join
            .onRef('membership.account', '=', 'api_token.created_by')
            .onRef('membership.organisation', '=', 'api_token.organisation'),
        )
        .select(['api_token.id', 'api_token.organisation', 'scopes', 'last_used_on', 'role', 'until'])
        .where('token_hash', '=', hash(bearer))
        .where('expires_at', '>', now())
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      const on = today();
      if (!row || !isRole(row.role) || (row.until !== null && row.until < on)) return undefined;
      if (row.last_used_on !== on)
        await database.inTransaction((transaction) =>
          transaction.updateTable('api_token').set({ last_used_on: on }).where('id', '=', row.id).execute(),
        );
      const { id, organisation, role } = row;
      return { id, organisation, scopes: scopesIn(row.scopes).filter((scope) => may(role, scope)) };
    },
  };
}

function expiryFault(expiresOn: string, today: Day): string | undefined {
  if (!isDay(expiresOn)) return 'Expires on must be a real date, such as 20 11 2026';
  if (expiresOn <= today) return 'Expires on must be in the future';
  return expiresOn > dayAfter(today, LONGEST) ? 'Expires on must be within a year' : undefined;
}

/** What a token may do, as it is kept. Written by `create` only. */
export function scopesIn(text: string): readonly Deed[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter((one): one is Deed => typeof one === 'string' && isDeed(one)) : [];
}
