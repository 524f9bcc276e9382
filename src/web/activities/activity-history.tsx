import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { titleIn, titleOf } from '../record/field-words.ts';
import { type Paged, PageLinks } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { Activity } from './activity-list.ts';
import { resultWords } from './activity-parts.tsx';

const NOT_SAID = 'Not said';

type Model = {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly on: Day;
  readonly history: Paged<Activity>;
};

/** What was done and is planned, the latest first. */
export function History({ seat, holdings, on, history }: Model) {
  const { rows, page, pages } = history;
  if (rows.length === 0) return <p>You have not recorded anything yet.</p>;
  return (
    <>
      <DataTable
        caption="Done and planned, the latest first"
        files={`${recordPaths.exportRegister(seat.organisation, activity.plural)}?by=doneOn&order=down`}
        columns={['Day', 'Activity', 'About', 'Result', 'Done by']}
        rows={rows.map((one) => ({
          key: one.id,
          cells: [
            dayInWords(one.data.doneOn),
            <a key="what" href={paths.entity(seat.organisation, activity.plural, one.id)}>
              {fieldsOf(activity)
                .find(({ name }) => name === 'kind')
                ?.options?.find(({ value }) => value === one.data.kind)?.label ?? titleOf(activity, one.data)}
            </a>,
            neutralised(one.data.system ?? NOT_SAID),
            one.data.doneOn > on ? 'Planned' : resultWords(one, holdings),
            byWords(one, holdings),
          ],
        }))}
      />
      <PageLinks page={page} pages={pages} href={recordPaths.activities(seat.organisation)} />
    </>
  );
}

/** The pages of a long history after the first. */
export function HistoryPage(model: Model) {
  const { page, pages } = model.history;
  return (
    <>
      <BackLink href={recordPaths.activities(model.seat.organisation)}>Activities</BackLink>
      <h1>
        Done and planned, page {page} of {pages}
      </h1>
      <History {...model} />
    </>
  );
}

function byWords({ data }: Activity, holdings: Holdings): string {
  const people = (data.people ?? []).map((id) => titleIn(holdings, 'person', id));
  const by = [...people, ...(data.by === undefined ? [] : [neutralised(data.by)])].join(', ');
  return by === '' ? NOT_SAID : by;
}
