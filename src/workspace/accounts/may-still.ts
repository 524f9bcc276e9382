import type { Transaction } from 'kysely';
import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { Tables } from '../../storage/tables.ts';
import { type Deed, isRole, may } from '../may.ts';
import { scopesIn } from './api-tokens.ts';

/**
 * Whether whoever the journal calls `actor`, a person or a token of one, may do a deed at this very moment: for what takes so
 * long that they may have been taken out since they began.
 */
export async function mayStill(
  transaction: Transaction<Tables>,
  organisation: string,
  actor: string,
  deed: Deed,
  when: { readonly now: Instant; readonly today: Day },
): Promise<boolean> {
  const [what, id = ''] = actor.split(':', 2);
  // The program itself, which nobody can take out.
  if (what === 'system') return true;
  const token =
    what !== 'token'
      ? undefined
      : await transaction
          .selectFrom('api_token')
          .select(['created_by', 'scopes'])
          .where('organisation', '=', organisation)
          .where('id', '=', id)
          .where('expires_at', '>', when.now)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
  if (what === 'token' && (!token || !scopesIn(token.scopes).includes(deed))) return false;
  const place = await transaction
    .selectFrom('membership')
    .select(['role', 'until'])
    .where('organisation', '=', organisation)
    .where('account', '=', token?.created_by ?? id)
    .executeTakeFirst();
  if (!place || !isRole(place.role) || (place.until !== null && place.until < when.today)) return false;
  return may(place.role, deed);
}
