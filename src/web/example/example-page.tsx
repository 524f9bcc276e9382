import { Button, Checkboxes } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { DOCUMENTS_DAY } from '../../workspace/example/example-id.ts';
import { may } from '../../workspace/may.ts';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { peoplePaths } from '../people/people-paths.ts';
import { planPaths } from '../plan/plan-paths.ts';
import { recordPaths } from '../record/record-paths.ts';
import { examplePaths } from './example-paths.ts';

export const SURE = 'sure';

type Stop = { readonly name: string; readonly path: (organisation: string) => string; readonly see: string };

/** Where to look first, and what is to be seen there. */
const STOPS: readonly Stop[] = [
  {
    name: 'Today',
    path: paths.home,
    see: 'what it says it does, and how much of that would survive a question. Between the two lies the work.',
  },
  {
    name: 'Plan',
    path: paths.plan,
    see: 'what to do first, whose it is, and how long it takes.',
  },
  {
    name: 'Who holds the top role?',
    path: (organisation) => paths.item(organisation, '1.1.5'),
    see: 'the policies name one person and the minutes another. Each finding leads to the lines it rests on.',
  },
  {
    name: 'Somebody has left',
    path: (organisation) => paths.item(organisation, '4.2.4'),
    see: 'the procedure says that access ends on the last day, and the review still has the account open.',
  },
  {
    name: 'Waits for approval',
    path: (organisation) => paths.item(organisation, '1.3.12'),
    see: 'somebody said that this does not apply. It counts once somebody else has approved it.',
  },
  {
    name: 'Documents',
    path: paths.documents,
    see: 'what each one shows, and one that is held back because it seems to name patients.',
  },
  {
    name: 'People',
    path: peoplePaths.people,
    see: 'one person looks after most of it, is away, and nobody stands in.',
  },
  {
    name: 'Activities',
    path: recordPaths.activities,
    see: 'what was tested and reviewed, what came out, and what is due again.',
  },
  {
    name: 'Actions',
    path: planPaths.actions,
    see: 'what was given to whom, what is overdue, and what is done.',
  },
  { name: 'Registers', path: paths.registers, see: 'suppliers, data flows, devices, incidents, risks.' },
];

/** What the example is, where to look first, and how to be rid of it. */
export function ExamplePage({
  seat,
  loadedOn,
  mistakes,
}: {
  readonly seat: Seat;
  readonly loadedOn: Day | undefined;
  readonly mistakes: readonly FormMistake[];
}) {
  const { organisation } = seat;
  return (
    <>
      <Mistakes mistakes={mistakes} />
      <h1>About this example</h1>
      <p className="app-lead">
        This company, its people, customers and suppliers are invented, to show what a record looks like once it is
        filled in. Some of it is good and some is not, as anywhere. Look around and change what you like.
      </p>
      <h2>Where to look first</h2>
      <ul>
        {STOPS.map(({ name, path, see }) => (
          <li key={name}>
            <a href={path(organisation)}>{name}</a>: {see}
          </li>
        ))}
      </ul>
      <h2>Which day it speaks of</h2>
      <p>
        Its documents were written for {dayInWords(DOCUMENTS_DAY)} and stay as they are, so they grow older, as yours
        do. Its registers were written for the same day and moved to {loadedOn ? dayInWords(loadedOn) : 'the day'}, when
        the example was loaded: what is overdue there is overdue, and what ends next month ends next month.
      </p>
      <h2>What is different here</h2>
      <p>
        Put nothing of your own in it. Nobody can be invited to it, and no program gets a token for it. It never counts
        for your own organisation.
      </p>
      {may(seat.role, 'manage-organisation') && (
        <>
          <h2>Remove the example</h2>
          <p>Its documents, registers and journal go for good. You can load a fresh one at any time.</p>
          <form method="post" action={examplePaths.remove(organisation)} noValidate>
            <Checkboxes
              name={SURE}
              idPrefix={SURE}
              legend="Are you sure?"
              legendProps={{ size: 's' }}
              {...errorFor(mistakes, `${SURE}-1`)}
            >
              <Checkboxes.Item value="yes">Yes, remove the example with everything in it</Checkboxes.Item>
            </Checkboxes>
            <Button warning>Remove the example</Button>
          </form>
        </>
      )}
    </>
  );
}
