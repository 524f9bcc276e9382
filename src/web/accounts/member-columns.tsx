import { Button, Tag } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Member, Seat, TokenRow } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import type { Column } from '../tables/columns-table.tsx';
import type { LeftMember } from './left-members.ts';
import { ROLE_WORDS } from './role-words.ts';

/** The members of an organisation; `left` are those whose last day has passed. */
export function memberColumns({ organisation }: Seat, left: readonly LeftMember[]): readonly Column<Member>[] {
  const lastDays = new Map(left.map(({ member, leftOn }) => [member.account, leftOn]));
  return [
    {
      name: 'Name',
      text: ({ name }) => name,
      cell: ({ account, name }) => <a href={paths.member(organisation, account)}>{name}</a>,
    },
    { name: 'Email address', text: ({ email }) => email },
    {
      name: 'Role',
      text: ({ role }) => ROLE_WORDS[role].name,
      cell: ({ role, until }) => `${ROLE_WORDS[role].name}${until === undefined ? '' : ` until ${dayInWords(until)}`}`,
    },
    { name: 'Until', is: 'day', only: 'file', text: ({ until }) => until ?? '' },
    { name: 'Second factor', text: ({ secondFactor }) => (secondFactor ? 'Yes' : 'No') },
    {
      name: 'Last signed in',
      is: 'day',
      text: ({ lastSignedInOn }) => lastSignedInOn ?? 'Not in the last 90 days',
      cell: ({ lastSignedInOn }) =>
        lastSignedInOn === undefined ? 'Not in the last 90 days' : dayInWords(lastSignedInOn),
    },
    ...(left.length === 0 ? [] : [leftColumn(organisation, lastDays)]),
  ];
}

function leftColumn(organisation: string, lastDays: ReadonlyMap<string, Day>): Column<Member> {
  return {
    name: 'Left on',
    is: 'day',
    text: ({ account }) => lastDays.get(account) ?? '',
    cell: ({ account, name }) => {
      const leftOn = lastDays.get(account);
      return leftOn === undefined ? (
        '–'
      ) : (
        <>
          <Tag modifier="red">Left</Tag> {dayInWords(leftOn)}.{' '}
          <a href={`${paths.member(organisation, account)}#remove`}>
            Remove<span className="nhsuk-u-visually-hidden"> {name}</span> so that they cannot sign in
          </a>
        </>
      );
    },
  };
}

/** The tokens of an organisation; what they are made of is shown nowhere. */
export function tokenColumns({ organisation }: Seat): readonly Column<TokenRow>[] {
  return [
    { name: 'For', text: ({ name }) => name },
    { name: 'Made by', text: ({ createdBy }) => createdBy },
    {
      name: 'Last used',
      is: 'day',
      text: ({ lastUsedOn }) => lastUsedOn ?? 'Never',
      cell: ({ lastUsedOn }) => (lastUsedOn === undefined ? 'Never' : dayInWords(lastUsedOn)),
    },
    {
      name: 'Expires',
      is: 'day',
      text: ({ expiresAt }) => expiresAt.slice(0, 10),
      cell: ({ expiresAt }) => dayInWords(expiresAt.slice(0, 10)),
    },
    {
      name: 'Revoke',
      only: 'page',
      text: () => '',
      cell: ({ id, name }) => (
        <form method="post" action={paths.revokeToken(organisation)}>
          <input type="hidden" name="token" value={id} />
          <Button secondary small>
            Revoke <span className="nhsuk-u-visually-hidden">{name}</span>
          </Button>
        </form>
      ),
    },
  ];
}
