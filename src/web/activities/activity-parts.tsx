import { Fragment } from 'react';
import type { Holdings } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import { valueInWords } from '../record/field-words.ts';
import type { Activity, ActivityRow } from './activity-list.ts';

type OfSeat = { readonly seat: Seat };

/** Evidence items as links, each with how it stands. */
export function ItemRefs({ seat, row }: OfSeat & { readonly row: ActivityRow }) {
  return row.demands.map(({ assessed: { item, standing } }, at) => (
    <Fragment key={item.ref}>
      {at > 0 && ', '}
      <a href={paths.item(seat.organisation, item.ref)}>{item.ref}</a> ({STANDING_WORDS[standing].label.toLowerCase()})
    </Fragment>
  ));
}

export function Refs({ seat, refs }: OfSeat & { readonly refs: readonly string[] }) {
  return refs.map((ref, at) => (
    <Fragment key={ref}>
      {at > 0 && ', '}
      <a href={paths.item(seat.organisation, ref)}>{ref}</a>
    </Fragment>
  ));
}

/** Which evidence items one would speak for. */
export function ItemsShown({ seat, row }: OfSeat & { readonly row: ActivityRow }) {
  const { demands, helps } = row;
  const mustPass = demands.some((demand) => demand.mustPass);
  return (
    <p>
      {demands.length > 0 ? (
        <>
          Needed for <ItemRefs seat={seat} row={row} />.{mustPass && ' Only one that passed counts.'}
        </>
      ) : (
        'Nothing that applies to you asks for it by name.'
      )}{' '}
      {helps.length > 0 && (
        <>
          It helps with <Refs seat={seat} refs={helps} />.
        </>
      )}
    </p>
  );
}

/** How it went. */
export function resultWords({ data }: Activity, holdings: Holdings): string {
  return fieldsOf(activity)
    .filter(({ name }) => name === 'result')
    .map((field) => valueInWords(field, data.result, holdings))
    .join('');
}
