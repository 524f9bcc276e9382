import type { GapCheck } from '../../readiness/gap-check.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { doneActions, type KeptAction, openActions } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { StandingTag } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { Documents, Due, Items } from './action-parts.tsx';
import { shownBy } from './done-command.ts';
import { planPaths } from './plan-paths.ts';
import { personName } from './plan-words.ts';

type ActionsModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly on: Day;
};

/** Every action of the record: what is open, and what is done with whether anything shows it. */
export function ActionsPage({ seat, query, check, holdings, on }: ActionsModel) {
  const { organisation } = seat;
  const open = openActions(holdings);
  const done = paged(doneActions(holdings), query);
  const link = ({ id, data }: KeptAction) => (
    <a key="what" href={planPaths.action(organisation, id)}>
      {neutralised(data.what)}
    </a>
  );
  const items = ({ data: { items: refs = [] } }: KeptAction) =>
    refs.length === 0 ? 'None' : <Items key="items" organisation={organisation} refs={refs} />;
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={paths.plan(organisation)}>Plan</BackLink>
      <h1>Actions</h1>
      {may(seat.role, 'write-registers') && (
        <p>
          <a href={recordPaths.add(organisation, 'actions')}>Add an action</a> that is no step of the plan
        </p>
      )}
      <h2>Open</h2>
      {open.length === 0 ? (
        <p>No action is open.</p>
      ) : (
        <>
          <p>{counted(open.length, 'action')}. What is overdue comes first, then what is due next.</p>
          <DataTable
            caption="Open actions"
            columns={['Action', 'Items', 'Who', 'Due']}
            rows={open.map((action) => ({
              key: action.id,
              cells: [
                link(action),
                items(action),
                personName(holdings, action.data.owner),
                <Due key="due" action={action} on={on} />,
              ],
            }))}
          />
        </>
      )}
      <h2>Done</h2>
      {done.rows.length === 0 ? (
        <p>No action is done yet.</p>
      ) : (
        <>
          <DataTable
            caption="Done actions"
            columns={['Action', 'Who', 'Done on', 'Items, and what shows them']}
            rows={done.rows.map((action) => ({
              key: action.id,
              cells: [
                link(action),
                personName(holdings, action.data.owner),
                dayInWords(action.data.doneOn ?? ''),
                <Shown key="shown" {...{ action, check, holdings, organisation }} />,
              ],
            }))}
          />
          <PageLinks page={done.page} pages={done.pages} href={planPaths.actions(organisation)} />
        </>
      )}
    </>
  );
}

/** How each item of a done action stands today, with the documents that were accepted for it. */
function Shown({
  action,
  check,
  holdings,
  organisation,
}: Pick<ActionsModel, 'check' | 'holdings'> & { readonly action: KeptAction; readonly organisation: string }) {
  const refs = action.data.items ?? [];
  if (refs.length === 0) return 'It is for no item';
  const standings = new Map(check.assessment.items.map(({ item, standing }) => [item.ref, standing]));
  return (
    <ul className="nhsuk-list">
      {refs.map((ref) => {
        const standing = standings.get(ref);
        return (
          <li key={ref}>
            <a href={paths.item(organisation, ref)}>{ref}</a> {standing && <StandingTag standing={standing} />}{' '}
            <Documents organisation={organisation} documents={shownBy(holdings, ref)} />
          </li>
        );
      })}
    </ul>
  );
}
