import { Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { WithTerms } from '../glossary/term.tsx';
import { DataTable } from '../report/data-table.tsx';
import { peoplePaths } from './people-paths.ts';
import type { Person } from './person-rows.ts';
import type { RoleLine, RoleTrouble } from './role-lines.ts';

/** Who holds each role, who stands in, and what is wrong with it. */
export function RolesTable({ seat, lines }: { readonly seat: Seat; readonly lines: readonly RoleLine[] }) {
  const name = (one: Person | undefined) =>
    one ? <a href={peoplePaths.person(seat.organisation, one.id)}>{neutralised(one.data.name)}</a> : '–';
  return (
    <DataTable
      caption="Roles the Toolkit asks for"
      columns={['Role', 'Holder', 'Since', 'Deputy', 'What to fix']}
      rows={lines.map(({ key, role, held, troubles }) => ({
        key,
        cells: [
          <WithTerms key="role" text={role} />,
          name(held?.holder),
          held ? dayInWords(held.appointment.data.appointedOn) : '–',
          name(held?.deputy),
          troubles.length === 0 ? (
            'Nothing'
          ) : (
            <ul key="mend" className="app-troubles">
              {troubles.map((one) => (
                <Trouble key={one.what} trouble={one} role={role} mends={may(seat.role, 'write-registers')} />
              ))}
            </ul>
          ),
        ],
      }))}
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
