import { Tag } from 'nhsuk-react-components';
import { Fragment } from 'react';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { document } from '../../record/kinds/document.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { isOverdue, type KeptAction } from '../../record/open-actions.ts';
import { neutralised } from '../../report/neutralised.ts';
import { paths } from '../paths.ts';
import { personName } from './plan-words.ts';

/** Evidence items as links, parted by commas. */
export function Items({ organisation, refs }: { readonly organisation: string; readonly refs: readonly string[] }) {
  return refs.map((ref, at) => (
    <Fragment key={ref}>
      {at > 0 && ', '}
      <a href={paths.item(organisation, ref)}>{ref}</a>
    </Fragment>
  ));
}

/** Documents as links, parted by commas. */
export function Documents({
  organisation,
  documents,
}: {
  readonly organisation: string;
  readonly documents: readonly Entity<DataOf<typeof document>>[];
}) {
  return documents.map(({ id, data }, at) => (
    <Fragment key={id}>
      {at > 0 && ', '}
      <a href={paths.document(organisation, id)}>
        <bdi className="app-path">{neutralised(data.path)}</bdi>
      </a>
    </Fragment>
  ));
}

/** Whose an action is, as a sentence begins. */
export function Whose({ action, holdings }: { readonly action: KeptAction; readonly holdings: Holdings }) {
  const { owner } = action.data;
  if (owner === undefined) return 'Not given to anybody yet';
  return (
    <>
      Given to <strong>{personName(holdings, owner)}</strong>
    </>
  );
}

/** The day an open action is due, with a word when it has passed. */
export function Due({ action, on }: { readonly action: KeptAction; readonly on: Day }) {
  const { due } = action.data;
  if (due === undefined) return 'No day set';
  return (
    <>
      {dayInWords(due)}
      {isOverdue(action, on) && (
        <>
          {' '}
          <Tag modifier="red">Overdue</Tag>
        </>
      )}
      {due === on && (
        <>
          {' '}
          <Tag modifier="yellow">Due today</Tag>
        </>
      )}
    </>
  );
}
