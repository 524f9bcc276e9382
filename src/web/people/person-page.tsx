import { type Day, dayInWords } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { person } from '../../record/kinds/person.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { titleOf } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { SeatedVisit } from '../route.ts';
import { isUntrained } from './people-list.ts';
import { peoplePaths } from './people-paths.ts';
import { Comings, RightsList } from './people-table.tsx';
import { choiceWords, type PersonRow } from './person-rows.ts';
import { TrainingWords } from './training-words.tsx';

export type PersonModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly today: Day;
  readonly row: PersonRow;
  /** How many documents they are asked to read, and how many of them they have not said to have read. */
  readonly reading: { readonly all: number; readonly unread: number };
  /** Whether somebody with their email address can sign in here. */
  readonly isMember: boolean;
};

/** One person with all that hangs on them, and what is still to do for them. */
export function PersonPage(props: PersonModel) {
  const { seat, holdings, today, row, query } = props;
  const { organisation, role } = seat;
  const { person: one, presence, rights, looksAfter, training } = row;
  const { name, jobTitle, employment } = one.data;
  const courses = listOf(holdings, trainingRecord)
    .filter(({ data }) => data.person === one.id)
    .sort((a, b) => (a.data.completedOn < b.data.completedOn ? 1 : -1));
  const devices = listOf(holdings, digitalAsset).filter(({ data }) => data.holder === one.id && !data.disposedOn);
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={peoplePaths.people(organisation)}>People</BackLink>
      <h1>
        <span className="nhsuk-caption-l">
          {jobTitle !== undefined && `${neutralised(jobTitle)}, `}
          {choiceWords(person, 'employment', employment)}
        </span>
        {neutralised(name)}
      </h1>
      <p>
        <Comings row={row} />
      </p>
      <ul className="app-actions">
        <li>
          <a href={paths.entity(organisation, person.plural, one.id)}>
            {may(role, 'write-registers') ? 'Change details' : 'Details'}
          </a>
        </li>
        {may(role, 'write-registers') && presence !== 'left' && (
          <>
            <li>
              <a href={peoplePaths.move(organisation, one.id)}>New job</a>
            </li>
            <li>
              <a href={recordPaths.handOver(organisation, one.id)}>Leaves</a>
            </li>
          </>
        )}
      </ul>
      {presence !== 'left' && <StillToDo {...props} devices={devices.length} />}

      <h2 id="looks-after">What they look after</h2>
      {looksAfter.length === 0 ? (
        <p>Nothing in the record.</p>
      ) : (
        <ul>
          {looksAfter.map(({ kind, id, data }) =>
            isKindName(kind) ? (
              <li key={`${kind} ${id}`}>
                {KINDS[kind].label.one}:{' '}
                <a href={paths.entity(organisation, KINDS[kind].plural, id)}>{titleOf(KINDS[kind], data)}</a>
              </li>
            ) : null,
          )}
        </ul>
      )}

      <h2>Training</h2>
      {presence !== 'left' && (
        <p>
          Training this year: <TrainingWords training={training} on={today} />
          {training?.state === 'uncounted' && training.why === 'name' && may(role, 'write-registers') && (
            <>
              . <a href={paths.entity(organisation, 'people', one.id)}>Change the name</a>
            </>
          )}
        </p>
      )}
      {courses.length === 0 ? (
        <p>The training register has nothing of theirs.</p>
      ) : (
        <ul>
          {courses.map(({ id, data }) => (
            <li key={id}>
              <a href={paths.entity(organisation, trainingRecord.plural, id)}>{neutralised(data.course)}</a>,{' '}
              {dayInWords(data.completedOn)}
              <span className="app-because">{choiceWords(trainingRecord, 'kind', data.kind)}</span>
            </li>
          ))}
        </ul>
      )}

      <h2>Administrator rights</h2>
      {rights.length === 0 ? (
        <p>{row.rightsKept ? 'None.' : 'Not recorded.'}</p>
      ) : (
        <RightsList organisation={organisation} rights={rights} />
      )}

      <h2>Devices and accounts</h2>
      {devices.length === 0 ? (
        <p>The registers name none as theirs.</p>
      ) : (
        <ul>
          {devices.map(({ id, data }) => (
            <li key={id}>
              <a href={paths.entity(organisation, digitalAsset.plural, id)}>{titleOf(digitalAsset, data)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the record does not show yet of somebody who works here. */
function StillToDo({ seat, row, reading, isMember, devices }: PersonModel & { readonly devices: number }) {
  const { organisation, role } = seat;
  const { id, data } = row.person;
  const writes = may(role, 'write-registers');
  const add = `${recordPaths.add(organisation, digitalAsset.plural)}?type=laptop&holder=${encodeURIComponent(id)}`;
  const todo = [
    ...(isUntrained(row)
      ? [
          {
            what: 'Training this year is not recorded.',
            ...(writes && {
              href: `${peoplePaths.training(organisation)}?people=${encodeURIComponent(id)}`,
              mend: 'Record it',
            }),
          },
        ]
      : []),
    ...(row.training?.state === 'uncounted' && data.leftOn === undefined
      ? [{ what: 'Their training is not counted: write their first and last name in the staff list.' }]
      : []),
    ...(reading.unread > 0
      ? [
          {
            what: `${reading.unread} of ${counted(reading.all, 'document')} not read, as far as they said.`,
          },
        ]
      : []),
    ...(data.email === undefined
      ? [{ what: 'No email address is kept, so that nothing can be asked of them here.' }]
      : []),
    ...(data.email !== undefined && !isMember
      ? [
          {
            what: 'They cannot sign in here to read what they are asked to read.',
            ...(may(role, 'manage-members') && { href: paths.members(organisation), mend: 'Invite them as staff' }),
          },
        ]
      : []),
    ...(devices === 0
      ? [{ what: 'No device is recorded as theirs.', ...(writes && { href: add, mend: 'Add a device' }) }]
      : []),
    ...row.rights.flatMap((one) =>
      one.data.signedOn === undefined
        ? [
            {
              what: `No signed agreement for ${neutralised(one.data.system)}.`,
              ...(writes && { href: paths.entity(organisation, 'admin-agreements', one.id), mend: 'Record it' }),
            },
          ]
        : [],
    ),
  ];
  return (
    <>
      <h2>Still to do</h2>
      {todo.length === 0 ? (
        <p>Nothing, as far as the record shows.</p>
      ) : (
        <ul>
          {todo.map((one) => (
            <li key={one.what}>
              {one.what} {'href' in one && one.href !== undefined && <a href={one.href}>{one.mend}</a>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
