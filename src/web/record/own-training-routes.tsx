import { dayInWords } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { type DataOf, type Entity, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { DataTable } from '../report/data-table.tsx';
import { page, type Route } from '../route.ts';
import type { RecordRouteServices } from './record-services.ts';

type Training = Entity<DataOf<typeof trainingRecord>>;

/** What the record says of the training of whoever asks, for those who see no register. */
export function ownTrainingRoutes({ records }: Pick<RecordRouteServices, 'records'>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/training',
      needs: 'read-own-training',
      answer: async ({ seat, visitor }) => {
        const record = await records.open(seat.organisation);
        if (!record) return { show: 'not-found' };
        const training = trainingOf(record.holdings, visitor.account.email);
        return page('Your training', <OwnTrainingPage email={visitor.account.email} training={training} />);
      },
    },
  ];
}

/** Training of the person with an email address, the latest first; undefined when the staff list has nobody with it. */
function trainingOf(holdings: Holdings, email: string): readonly Training[] | undefined {
  const own = listOf(holdings, person).find(({ data }) => data.email?.toLowerCase() === email.toLowerCase());
  if (!own) return undefined;
  return listOf(holdings, trainingRecord)
    .filter(({ data }) => data.person === own.id)
    .toSorted((a, b) => b.data.completedOn.localeCompare(a.data.completedOn));
}

const KINDS = fieldsOf(trainingRecord).find(({ name }) => name === 'kind')?.options ?? [];

function OwnTrainingPage({
  email,
  training,
}: {
  readonly email: string;
  readonly training: readonly Training[] | undefined;
}) {
  return (
    <>
      <h1>Your training</h1>
      {training === undefined ? (
        <p>
          The staff list has nobody with the email address {email}. Ask an owner of your organisation to add it there.
        </p>
      ) : training.length === 0 ? (
        <p>No training of yours is recorded yet. Give your certificates to whoever keeps the record.</p>
      ) : (
        <DataTable
          caption="Your training"
          columns={['Course', 'Kind', 'Completed on', 'Valid until']}
          rows={training.map(({ id, data }) => ({
            key: id,
            cells: [
              data.course,
              KINDS.find(({ value }) => value === data.kind)?.label ?? '',
              dayInWords(data.completedOn),
              data.expiresOn === undefined ? 'Not said' : dayInWords(data.expiresOn),
            ],
          }))}
        />
      )}
    </>
  );
}
