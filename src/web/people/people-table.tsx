import { Tag } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { adminAgreement } from '../../record/kinds/admin-agreement.ts';
import { person } from '../../record/kinds/person.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import type { Column } from '../tables/columns-table.tsx';
import { peoplePaths } from './people-paths.ts';
import { choiceWords, type PersonRow, type Rights } from './person-rows.ts';
import { TrainingWords, trainingText } from './training-words.tsx';

const RIGHTS_NOT_KEPT = 'Not recorded';

/** All that the registers say of people, a row each. */
export function peopleColumns({ organisation }: Seat, today: Day): readonly Column<PersonRow>[] {
  const day = (name: string, of: (data: PersonRow['person']['data']) => Day | undefined): Column<PersonRow> => ({
    name,
    is: 'day',
    only: 'file',
    text: ({ person: one }) => of(one.data) ?? '',
  });
  return [
    {
      name: 'Name',
      text: ({ person: one }) => neutralised(one.data.name),
      cell: (row) => <NameAndJob organisation={organisation} row={row} />,
    },
    { name: 'Job', only: 'file', text: ({ person: one }) => neutralised(one.data.jobTitle ?? '') },
    {
      name: 'Employment',
      only: 'file',
      text: ({ person: one }) => choiceWords(person, 'employment', one.data.employment),
    },
    {
      name: 'Training',
      text: ({ presence, training }) => (presence === 'left' ? '' : trainingText(training)),
      cell: ({ presence, training }) => (presence === 'left' ? '–' : <TrainingWords training={training} on={today} />),
    },
    {
      name: 'Admin rights',
      text: ({ rights, rightsKept }) =>
        rightsKept
          ? rights
              .map(({ data }) => {
                const signed = data.signedOn === undefined ? 'no agreement' : `signed ${data.signedOn}`;
                return `${neutralised(adminAgreement.titleOf(data))}: ${signed}`;
              })
              .join('; ')
          : RIGHTS_NOT_KEPT,
      cell: ({ rights, rightsKept }) => {
        if (rights.length > 0) return <RightsList organisation={organisation} rights={rights} />;
        return rightsKept ? 'None' : RIGHTS_NOT_KEPT;
      },
    },
    {
      name: 'Looks after',
      is: 'number',
      text: ({ looksAfter }) => String(looksAfter.length),
      cell: ({ person: one, looksAfter }) =>
        looksAfter.length === 0 ? (
          'Nothing'
        ) : (
          <a href={`${peoplePaths.person(organisation, one.id)}#looks-after`}>
            {counted(looksAfter.length, 'thing')}
            <span className="nhsuk-u-visually-hidden"> that {neutralised(one.data.name)} looks after</span>
          </a>
        ),
    },
    { name: 'Started and left', only: 'page', text: () => '', cell: (row) => <Comings row={row} /> },
    day('Started on', ({ startedOn }) => startedOn),
    day('Left on', ({ leftOn }) => leftOn),
    day('Access removed on', ({ accessRemovedOn }) => accessRemovedOn),
  ];
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
            <Tag modifier="orange">Access removal not recorded</Tag>
          ) : (
            `Access removed ${dayInWords(accessRemovedOn)}`
          )}
        </>
      )}
    </>
  );
}
