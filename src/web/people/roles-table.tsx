import { Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { WithTerms } from '../glossary/term.tsx';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import { peoplePaths } from './people-paths.ts';
import type { Person } from './person-rows.ts';
import type { RoleLine, RoleTrouble } from './role-lines.ts';

/** Who holds each role, who stands in, and what is wrong with it. */
export function rolesColumns({ organisation, role: mine }: Seat): readonly Column<RoleLine>[] {
  const link = (one: Person | undefined) =>
    one ? <a href={peoplePaths.person(organisation, one.id)}>{neutralised(one.data.name)}</a> : '–';
  const name = (one: Person | undefined) => (one ? neutralised(one.data.name) : '');
  return [
    { name: 'Role', text: ({ role }) => role, cell: ({ role }) => <WithTerms text={role} /> },
    { name: 'Holder', text: ({ held }) => name(held?.holder), cell: ({ held }) => link(held?.holder) },
    {
      name: 'Since',
      is: 'day',
      text: ({ held }) => held?.appointment.data.appointedOn ?? '',
      cell: ({ held }) => (held ? dayInWords(held.appointment.data.appointedOn) : '–'),
    },
    { name: 'Deputy', text: ({ held }) => name(held?.deputy), cell: ({ held }) => link(held?.deputy) },
    {
      name: 'What to fix',
      text: ({ troubles }) =>
        troubles.map(({ what, more }) => (more === undefined ? what : `${what}: ${neutralised(more)}`)).join('; '),
      cell: ({ troubles, role }) =>
        troubles.length === 0 ? (
          'Nothing'
        ) : (
          <ul className="app-troubles">
            {troubles.map((one) => (
              <Trouble key={one.what} trouble={one} role={role} mends={may(mine, 'write-registers')} />
            ))}
          </ul>
        ),
    },
  ];
}

export function RolesTable({ seat, lines }: { readonly seat: Seat; readonly lines: readonly RoleLine[] }) {
  return (
    <ColumnsTable
      caption="Roles the Toolkit asks for"
      columns={rolesColumns(seat)}
      rows={lines}
      keyOf={({ key }) => key}
      files={peoplePaths.rolesFile(seat.organisation)}
    />
  );
}

function Trouble({
  trouble: { what, more, urgent, href, mend },
  role,
  mends,
}: {
  readonly trouble: RoleTrouble;
  readonly role: string;
  readonly mends: boolean;
}) {
  return (
    <li>
      <Tag modifier={urgent ? 'red' : 'yellow'}>{what}</Tag> {more !== undefined && `${neutralised(more)} `}
      {mends && (
        <a href={href}>
          {mend}
          <span className="nhsuk-u-visually-hidden">: {role}</span>
        </a>
      )}
    </li>
  );
}
