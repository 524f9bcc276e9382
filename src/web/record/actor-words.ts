import { type Holdings, listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import type { RecordRouteServices } from './record-services.ts';

/** Who did something, for a person, by the actor that the journal names. */
export type ActorWords = (actor: string) => string;

/** The names of people and programs of an organisation. Former members are known from the record's own memory of them. */
export async function actorWords(
  { accounts }: Pick<RecordRouteServices, 'accounts'>,
  organisation: string,
  holdings: Holdings,
): Promise<ActorWords> {
  const [members, tokens] = await Promise.all([
    accounts.memberships.list(organisation),
    accounts.tokens.list(organisation),
  ]);
  const names = new Map<string, string>([
    ...listOf(holdings, grant).map(({ data }) => [`account:${data.account}`, data.name] as const),
    ...members.map(({ account, name }) => [`account:${account}`, name] as const),
    ...tokens.map(({ id, name }) => [`token:${id}`, `the program “${name}”`] as const),
  ]);
  return (actor) =>
    names.get(actor) ??
    (actor.startsWith('account:')
      ? 'somebody who is no longer a member'
      : actor.startsWith('token:')
        ? 'a program whose token is gone'
        : 'Perennial itself');
}
