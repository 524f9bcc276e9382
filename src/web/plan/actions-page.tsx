import type { GapCheck } from '../../readiness/gap-check.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { doneActions, type KeptAction, openActions } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { StandingTag } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import { Documents, Due, Items } from './action-parts.tsx';
import { shownBy } from './done-command.ts';
import { type Finished, LooksDone } from './looks-done.tsx';
import { planPaths } from './plan-paths.ts';
import { personName } from './plan-words.ts';

type ActionsModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly on: Day;
};

/** Every action of the record: what is open, and what is done with whether anything shows it. */
export function ActionsPage({
  seat,
  query,
  check,
  holdings,
  on,
  finished,
  mistakes,
}: ActionsModel & { readonly finished: readonly Finished[]; readonly mistakes: readonly FormMistake[] }) {
  const { organisation } = seat;
  const open = openActions(holdings);
  const done = paged(doneActions(holdings), query);
  const columns = actionColumns({ seat, check, holdings, on });
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={paths.plan(organisation)}>Plan</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>Actions</h1>
      {may(seat.role, 'write-registers') && (
        <p>
          <a href={recordPaths.add(organisation, 'actions')}>Add an action</a> that is no step of the plan
        </p>
      )}
      {may(seat.role, 'write-registers') && <LooksDone {...{ organisation, holdings, finished }} />}
      <h2>Open</h2>
      {open.length === 0 ? (
        <p>No action is open.</p>
      ) : (
        <>
          <p>{counted(open.length, 'action')}. What is overdue comes first, then what is due next.</p>
          <ColumnsTable
            caption="Open actions"
            columns={columns.open}
            rows={open}
            keyOf={({ id }) => id}
            files={planPaths.openFile(organisation)}
          />
        </>
      )}
      <h2>Done</h2>
      {done.rows.length === 0 ? (
        <p>No action is done yet.</p>
      ) : (
        <>
          <ColumnsTable
            caption="Done actions"
            columns={columns.done}
            rows={done.rows}
            keyOf={({ id }) => id}
            files={planPaths.doneFile(organisation)}
          />
          <PageLinks page={done.page} pages={done.pages} href={planPaths.actions(organisation)} />
        </>
      )}
    </>
  );
}

/** What is told of an action that is open, and of one that is done. */
export function actionColumns({ seat: { organisation }, check, holdings, on }: Omit<ActionsModel, 'query'>) {
  const standings = new Map(check.assessment.items.map(({ item, standing }) => [item.ref, standing]));
  const what: Column<KeptAction> = {
    name: 'Action',
    text: ({ data }) => neutralised(data.what),
    cell: ({ id, data }) => <a href={planPaths.action(organisation, id)}>{neutralised(data.what)}</a>,
  };
  const who: Column<KeptAction> = { name: 'Who', text: ({ data }) => personName(holdings, data.owner) };
  const items: Column<KeptAction> = {
    name: 'Items',
    text: ({ data }) => (data.items ?? []).join(', '),
    cell: ({ data: { items: refs = [] } }) =>
      refs.length === 0 ? 'None' : <Items organisation={organisation} refs={refs} />,
  };
  const due: Column<KeptAction> = {
    name: 'Due',
    is: 'day',
    text: ({ data }) => data.due ?? '',
    cell: (action) => <Due action={action} on={on} />,
  };
  const doneOn: Column<KeptAction> = {
    name: 'Done on',
    is: 'day',
    text: ({ data }) => data.doneOn ?? '',
    cell: ({ data }) => dayInWords(data.doneOn ?? ''),
  };
  const shown: Column<KeptAction> = {
    name: 'Items, and what shows them',
    text: ({ data }) =>
      (data.items ?? [])
        .map((ref) => {
          const standing = standings.get(ref);
          const documents = shownBy(holdings, ref).map((one) => neutralised(one.data.path));
          return [ref, standing && STANDING_WORDS[standing].label, ...documents].filter(Boolean).join(', ');
        })
        .join('; '),
    cell: (action) => <Shown {...{ action, check, holdings, organisation }} />,
  };
  return { open: [what, items, who, due], done: [what, who, doneOn, shown] };
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
