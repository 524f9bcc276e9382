import type { Day } from '../../record/day.ts';
import { emailOf } from '../../record/email-address.ts';
import { freshToken, minutesAfter } from '../accounts/account-services.ts';
import { noteMembership } from '../accounts/memberships.ts';
import { keepRecords } from '../kept-records.ts';
import type { OwnerHook } from './import-organisation.ts';
import type { KeepingSettings, KeptPlace } from './kept-place.ts';

export type ImportOwnerSettings = {
  readonly today: () => Day;
  readonly random: (bytes: number) => Uint8Array;
  /** Where an invitation with this token leads. */
  readonly invitationLink: (token: string) => string;
};

const INVITED_MINUTES = 7 * 24 * 60;

/**
 * Makes whoever has an email address the owner of an organisation that came in: at once when they have an account, and else by an
 * invitation, whose link is answered.
 */
export function importOwner(
  email: string,
  settings: KeepingSettings,
  { today, random, invitationLink }: ImportOwnerSettings,
): OwnerHook {
  const address = emailOf(email);
  return {
    check: async () =>
      address === undefined
        ? `--owner must be an email address, like name@example.org; ${JSON.stringify(email)} was given`
        : undefined,

    settle: async (place, organisation) => {
      if (address === undefined) throw new Error('An owner without an address was let through');
      const account = await place.database.read
        .selectFrom('account')
        .select('id')
        .where('email', '=', address)
        .executeTakeFirst();
      if (!account) return invited(place, organisation);
      await place.database.inTransaction((transaction) =>
        transaction
          .insertInto('membership')
          .values({ account: account.id, organisation, role: 'owner', until: null, created_at: settings.now() })
          .execute(),
      );
      const { journal, database } = place;
      const salt = () => Buffer.from(random(16)).toString('hex');
      const records = keepRecords({
        journal,
        salt,
        today,
        now: settings.now,
        newId: settings.newId,
        hash: settings.hash,
      });
      await noteMembership({ database, records, today }, organisation, 'system', account.id);
      return `${address} owns it here.`;
    },
  };

  async function invited({ database }: KeptPlace, organisation: string): Promise<string> {
    const token = freshToken({ random });
    const at = settings.now();
    await database.inTransaction((transaction) =>
      transaction
        .insertInto('invitation')
        .values({
          id: settings.newId(),
          organisation,
          email: address ?? '',
          role: 'owner',
          until: null,
          token_hash: settings.hash(token),
          invited_by: 'system',
          created_at: at,
          expires_at: minutesAfter(at, INVITED_MINUTES),
        })
        .execute(),
    );
    return `${address} has no account here yet. This link makes one, and makes them the owner,\nwithin 7 days:\n${invitationLink(token)}`;
  }
}
