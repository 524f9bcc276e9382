import { Tag } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { adminAgreement } from '../../record/kinds/admin-agreement.ts';
import { person } from '../../record/kinds/person.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { peoplePaths } from './people-paths.ts';
import { choiceWords, type PersonRow, type Rights } from './person-rows.ts';
import { TrainingWords } from './training-words.tsx';

type Props = { readonly seat: Seat; readonly rows: readonly PersonRow[]; readonly today: Day };

/** People with all that the registers say of them, a row each. */
export function PeopleTable({ seat: { organisation }, rows, today }: Props) {
  return (
    <DataTable
      caption="People"
      columns={['Name', 'Training', 'Admin rights', 'Looks after', 'Started and left']}
      rows={rows.map((row) => ({
        key: row.person.id,
        cells: [
          <NameAndJob key="name" organisation={organisation} row={row} />,
          row.presence === 'left' ? '–' : <TrainingWords key="training" training={row.training} on={today} />,
          row.rights.length === 0 ? (
            'None'
          ) : (
            <RightsList key="rights" organisation={organisation} rights={row.rights} />
          ),
          row.looksAfter.length === 0 ? (
            'Nothing'
          ) : (
            <a key="looks-after" href={`${peoplePaths.person(organisation, row.person.id)}#looks-after`}>
              {counted(row.looksAfter.length, 'thing')}
              <span className="nhsuk-u-visually-hidden"> that {neutralised(row.person.data.name)} looks after</span>
            </a>
          ),
          <Comings key="comings" row={row} />,
        ],
      }))}
    />
  );
}

function NameAndJob({
  organisation,
  row: { person: one },
}: {
  readonly organisation: string;
  readonly row: PersonRow;
}) {
  const { name, jobTitle, employment } = one.data;
  return (
    <>
      <a href={peoplePaths.person(organisation, one.id)}>{neutralised(name)}</a>
      <span className="app-because">
        {jobTitle !== undefined && `${neutralised(jobTitle)}, `}
        {choiceWords(person, 'employment', employment)}
      </span>
    </>
  );
}

/** Which systems somebody may administer, and whether they signed for it. */
export function RightsList({
  organisation,
  rights,
}: {
  readonly organisation: string;
  readonly rights: readonly Rights[];
}) {
  return (
    <ul className="app-troubles">
      {rights.map(({ id, data }) => (
        <li key={id}>
          <a href={paths.entity(organisation, adminAgreement.plural, id)}>
            {neutralised(adminAgreement.titleOf(data))}
          </a>{' '}
          {data.signedOn === undefined ? (
            <Tag modifier="red">No agreement</Tag>
          ) : (
            <span className="app-because">signed {dayInWords(data.signedOn)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** When somebody started and left, and whether their access is gone. */
export function Comings({ row: { person: one, presence } }: { readonly row: Pick<PersonRow, 'person' | 'presence'> }) {
  const { startedOn, leftOn, accessRemovedOn } = one.data;
  const began = startedOn === undefined ? 'Start not recorded' : `Started ${dayInWords(startedOn)}`;
  return (
    <>
      {presence === 'to-come' && startedOn !== undefined ? `Starts ${dayInWords(startedOn)}` : began}
      {leftOn !== undefined && (
        <>
          <br />
          {presence === 'left' ? 'Left' : 'Leaves'} {dayInWords(leftOn)}
        </>
      )}
      {presence === 'left' && (
        <>
          <br />
          {accessRemovedOn === undefined ? (
            <Tag modifier="red">Access not removed</Tag>
          ) : (
            `Access removed ${dayInWords(accessRemovedOn)}`
          )}
        </>
      )}
    </>
  );
}
