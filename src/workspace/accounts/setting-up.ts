import type { Command } from '../../record/decide.ts';
import { emailOf } from '../../record/email-address.ts';
import { isExample } from '../example/example-id.ts';
import { type AccountServices, nameOf, refused } from './account-services.ts';
import type { Opened, Origin, Refused, Seat, Visitor } from './accounts.ts';
import type { OneTime } from './one-time.ts';
import { passwordFault } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

export type SetUpForm = {
  readonly token: string;
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

export type SettingUp = {
  readonly isSetUp: () => Promise<boolean>;
  /** A token for the first start; every earlier one ends. Undefined once somebody has an account. */
  readonly setUpToken: () => Promise<string | undefined>;
  readonly isGoodToken: (token: string) => Promise<boolean>;
  /** Makes the owner's account and the organisation. Every mistake is told at once, and none uses the link up. */
  readonly setUp: (
    form: SetUpForm,
    origin: Origin,
  ) => Promise<
    | (Opened & { readonly organisation: string })
    | { readonly ok: false; readonly problems: readonly Refused['problem'][] }
  >;
  /**
   * Another organisation, whose owner is whoever asks for it; refused to those who own none, and under a name they have already.
   * `id` is a UUID of whoever asks: asked for twice, also at once, it is begun once.
   */
  readonly addOrganisation: (
    by: Pick<Visitor, 'account' | 'seats'>,
    organisationName: string,
    id?: string,
  ) => Promise<{ readonly ok: true; readonly organisation: string } | Refused>;
};

/** Whether somebody owns an organisation that is no example: they may begin another, and have an example to look at. */
export function ownsOrganisation(seats: readonly Seat[]): boolean {
  return seats.some(({ role, organisation }) => role === 'owner' && !isExample(organisation));
}

const SAME_NAME = 'You have an organisation of this name already';

const SET_UP_MINUTES = 24 * 60;

/** Thrown inside the transaction so that it is rolled back. */
class NotSetUp extends Error {
  readonly what: 'link' | 'email';
  constructor(what: 'link' | 'email') {
    super(`not set up: ${what}`);
    this.what = what;
  }
}

function over(): { readonly ok: false; readonly problems: readonly Refused['problem'][] } {
  const words = 'This link has been used or is too old. Start Perennial again to get a new one';
  return { ok: false, problems: [refused('expired', words).problem] };
}

export function createSettingUp(
  services: AccountServices,
  {
    oneTime,
    passwords,
    sessions,
  }: { readonly oneTime: OneTime; readonly passwords: Passwords; readonly sessions: Sessions },
): SettingUp {
  const { database, records, now, today, newId } = services;
  const isSetUp = async () =>
    (await database.read.selectFrom('membership').select('account').limit(1).executeTakeFirst()) !== undefined;

  /** What a new organisation begins with. */
  const beginning = (
    organisationName: string,
    owner: { readonly id: string; readonly name: string },
  ): readonly Command[] => [
    { do: 'add', kind: 'organisation', data: { name: organisationName, category: '3', edition: 'v8' } },
    { do: 'add', kind: 'grant', data: { account: owner.id, name: owner.name, role: 'owner', from: today() } },
  ];

  const isOwnedBy = async (account: string, organisation: string) =>
    (await database.read
      .selectFrom('membership')
      .select('account')
      .where('account', '=', account)
      .where('organisation', '=', organisation)
      .where('role', '=', 'owner')
      .executeTakeFirst()) !== undefined;

  return {
    isSetUp,

    addOrganisation: async ({ account, seats }, typed, id = newId()) => {
      const done = { ok: true as const, organisation: id };
      if (seats.some(({ organisation }) => organisation === id)) return done;
      if (!ownsOrganisation(seats)) return refused('forbidden', 'Only an owner begins another organisation');
      const name = nameOf(typed);
      if (name === undefined) return refused('invalid', 'Enter the name of the organisation', 'organisationName');
      const same = (other: string) => other.trim().toLowerCase() === name.toLowerCase();
      if (seats.some(({ organisationName }) => same(organisationName)))
        return refused('invalid', SAME_NAME, 'organisationName');
      const begun = await records.begin(
        id,
        `account:${account.id}`,
        { do: 'together', commands: beginning(name, account) },
        async (transaction) => {
          await transaction
            .insertInto('membership')
            .values({ account: account.id, organisation: id, role: 'owner', until: null, created_at: now() })
            .execute();
        },
      );
      if (begun.ok || (await isOwnedBy(account.id, id))) return done;
      throw new Error(`A new organisation could not be begun: ${begun.problem.type}`);
    },

    setUpToken: async () => {
      if (await isSetUp()) return undefined;
      await oneTime.withdrawAll('set-up');
      return oneTime.issue('set-up', '', SET_UP_MINUTES);
    },

    isGoodToken: async (token) => !(await isSetUp()) && (await oneTime.isGood('set-up', token)),

    setUp: async (form, origin) => {
      const problems: Refused['problem'][] = [];
      const organisationName = nameOf(form.organisationName);
      const name = nameOf(form.name);
      const email = emailOf(form.email);
      const tell = (message: string, field: string) => problems.push({ type: 'invalid', message, field });
      if (organisationName === undefined) tell('Enter the name of your organisation', 'organisationName');
      if (name === undefined) tell('Enter your name', 'name');
      if (email === undefined) tell('Enter an email address in the correct format, like name@example.org', 'email');
      const fault = await passwordFault(form.password, [form.email, form.name, form.organisationName]);
      if (fault !== undefined) tell(fault, 'password');
      if (problems.length > 0 || !organisationName || !name || !email) return { ok: false, problems };
      const password_hash = await passwords.hash(form.password);
      if (await isSetUp()) return over();
      const organisation = newId();
      const account = newId();
      const at = now();
      const commands = beginning(organisationName, { id: account, name });
      try {
        // The link, the organisation and its owner in one step: whatever happens, there is none of them without the others.
        const begun = await records.begin(
          organisation,
          `account:${account}`,
          { do: 'together', commands },
          async (transaction) => {
            // Two starts at once may have given two links: the first that is used ends the other.
            const used = await oneTime.useLastIn(transaction, 'set-up', form.token);
            if (used === undefined) throw new NotSetUp('link');
            const { numInsertedOrUpdatedRows } = await transaction
              .insertInto('account')
              .values({
                id: account,
                email,
                name,
                password_hash,
                totp_secret: null,
                totp_confirmed_at: null,
                totp_last_step: null,
                created_at: at,
              })
              .onConflict((conflict) => conflict.column('email').doNothing())
              .executeTakeFirst();
            if (numInsertedOrUpdatedRows !== 1n) throw new NotSetUp('email');
            await transaction
              .insertInto('membership')
              .values({ account, organisation, role: 'owner', until: null, created_at: at })
              .execute();
          },
        );
        if (!begun.ok) throw new Error(`A new organisation could not be begun: ${begun.problem.type}`);
      } catch (error) {
        if (!(error instanceof NotSetUp)) throw error;
        if (error.what === 'link') return over();
        tell('Enter another email address: somebody has an account with this one', 'email');
        return { ok: false, problems };
      }
      return { ...(await sessions.open(account, origin, false)), organisation };
    },
  };
}
