import { emailOf } from '../../record/email-address.ts';
import { freshToken, minutesAfter } from '../accounts/account-services.ts';
import { LOST_PASSWORD_MINUTES } from '../accounts/lost-passwords.ts';
import { KeepingRefusal, type Kept, keptOrRefused } from './keeping-problem.ts';
import { type KeepingSettings, openPlace } from './kept-place.ts';

export type LetInSettings = {
  readonly random: (bytes: number) => Uint8Array;
  /** Where a link with this token leads. */
  readonly passwordLink: (token: string) => string;
};

/**
 * Makes a link by which somebody gives themselves a new password; earlier ones end. `withoutSecondFactor` takes away the codes
 * and passkeys of the account as well, for somebody who has lost those too. For whoever runs the server, who can do as much
 * with the database itself.
 */
export function letIn(
  settings: KeepingSettings,
  typed: string,
  { withoutSecondFactor }: { readonly withoutSecondFactor: boolean },
  { random, passwordLink }: LetInSettings,
): Promise<Kept<{ readonly link: string; readonly email: string }>> {
  return keptOrRefused(async () => {
    const email = emailOf(typed);
    if (email === undefined)
      throw new KeepingRefusal('no-account', `${JSON.stringify(typed)} is no email address, like name@example.org`);
    const place = await openPlace(settings);
    try {
      const token = freshToken({ random });
      await place.database.inTransaction(async (transaction) => {
        const account = await transaction
          .selectFrom('account')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirst();
        if (!account) throw new KeepingRefusal('no-account', `${email} has no account here`);
        await transaction
          .deleteFrom('one_time')
          .where('purpose', '=', 'lost-password')
          .where('data', '=', account.id)
          .execute();
        await transaction
          .insertInto('one_time')
          .values({
            token_hash: settings.hash(token),
            purpose: 'lost-password',
            data: account.id,
            expires_at: minutesAfter(settings.now(), LOST_PASSWORD_MINUTES),
          })
          .execute();
        if (!withoutSecondFactor) return;
        await transaction
          .updateTable('account')
          .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
          .where('id', '=', account.id)
          .execute();
        await transaction.deleteFrom('recovery_code').where('account', '=', account.id).execute();
        await transaction.deleteFrom('passkey').where('account', '=', account.id).execute();
        await transaction
          .insertInto('security_event')
          .values({
            id: settings.newId(),
            account: account.id,
            at: settings.now(),
            what: 'codes-removed',
            succeeded: 1,
            device: 'whoever runs the server',
          })
          .execute();
      });
      return { link: passwordLink(token), email };
    } finally {
      await place.close();
    }
  });
}
