import { isStanding, type Standing } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Seen } from '../../workspace/visits.ts';
import { ItemName } from '../items/item-name.tsx';
import { When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';

/** How many entries of the journal somebody's visit did not see: those of others by who made them, and their own. */
export type ChangesBy = {
  readonly others: readonly (readonly [who: string, count: number])[];
  readonly own: number;
};

const SHOWN = 3;

/** What is different from what somebody saw at their last visit: the items, and who changed the record. */
export function SinceVisit({
  seat,
  check,
  before,
  changes,
}: {
  readonly seat: Seat;
  readonly check: GapCheck;
  readonly before: Seen;
  readonly changes: ChangesBy;
}) {
  const moved = check.assessment.items.flatMap(({ item, standing }) => {
    const was = before.standings[item.ref];
    return was !== undefined && isStanding(was) && was !== standing ? [{ ref: item.ref, was, standing }] : [];
  });
  const better = moved.filter(({ was, standing }) => counts(standing) && !counts(was));
  const worse = moved.filter(({ was, standing }) => counts(was) && !counts(standing));
  const otherwise = moved.filter((one) => !better.includes(one) && !worse.includes(one));
  const { others, own } = changes;
  const total = others.reduce((sum, [, count]) => sum + count, 0);
  const journal = `${paths.journal(seat.organisation)}?since=${before.seq}`;
  return (
    <section aria-labelledby="since">
      <h2 id="since">Since your last visit</h2>
      <p>
        You last looked on <When at={before.at} />.{' '}
        {total === 0 ? (
          'Nobody else has changed the record since.'
        ) : (
          <>
            Others have made <a href={journal}>{counted(total, 'change')} to the record</a>:{' '}
            {listed([
              ...others.slice(0, SHOWN).map(([who, count]) => `${neutralised(who)} (${count.toLocaleString('en-GB')})`),
              ...(others.length > SHOWN ? [`${others.length - SHOWN} more`] : []),
            ])}
            .
          </>
        )}{' '}
        {own > 0 && (
          <>
            You have made <a href={journal}>{counted(own, 'change')}</a> yourself.
          </>
        )}
      </p>
      {moved.length === 0 ? (
        <p>Every item stands as it did.</p>
      ) : (
        <ul>
          <Moved seat={seat} catalogue={check.catalogue} words="now shown" journal={journal} items={better} />
          <Moved seat={seat} catalogue={check.catalogue} words="no longer shown" journal={journal} items={worse} />
          <Moved
            seat={seat}
            catalogue={check.catalogue}
            words="changed otherwise"
            journal={journal}
            items={otherwise}
          />
        </ul>
      )}
    </section>
  );
}

function counts(standing: Standing): boolean {
  return DEFENSIBLE.has(standing);
}

function Moved({
  seat,
  catalogue,
  words,
  journal,
  items,
}: {
  readonly seat: Seat;
  readonly catalogue: GapCheck['catalogue'];
  readonly words: string;
  /** What was changed since, which is why they moved. */
  readonly journal: string;
  readonly items: readonly { readonly ref: string; readonly was: Standing; readonly standing: Standing }[];
}) {
  if (items.length === 0) return null;
  return (
    <li>
      <strong>{counted(items.length, 'item')}</strong> {words}:
      <ul>
        {items.slice(0, SHOWN).map(({ ref, was, standing }) => (
          <li key={ref}>
            <ItemName organisation={seat.organisation} catalogue={catalogue} item={ref} />{' '}
            <span className="app-aside">
              ({STANDING_WORDS[was].label.toLowerCase()} before, {STANDING_WORDS[standing].label.toLowerCase()} now)
            </span>
          </li>
        ))}
        {items.length > SHOWN && (
          <li>
            <a href={journal}>and {items.length - SHOWN} more</a>
          </li>
        )}
      </ul>
    </li>
  );
}
