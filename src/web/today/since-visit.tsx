import { isStanding, type Standing } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Seen } from '../../workspace/visits.ts';
import { When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';

/** Who made how many entries of the journal since a visit. */
export type ChangesBy = readonly (readonly [who: string, count: number])[];

const SHOWN = 8;

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
  const total = changes.reduce((sum, [, count]) => sum + count, 0);
  return (
    <section aria-labelledby="since">
      <h2 id="since">Since your last visit</h2>
      <p>
        You last looked on <When at={before.at} />.{' '}
        {total === 0 ? (
          'Nobody has changed the record since.'
        ) : (
          <>
            <a href={`${paths.journal(seat.organisation)}?since=${before.seq}`}>
              {counted(total, 'change')} to the record
            </a>
            {' by '}
            {listed(changes.map(([who, count]) => `${neutralised(who)} (${count.toLocaleString('en-GB')})`))}.
          </>
        )}
      </p>
      {moved.length === 0 ? (
        <p>Every item stands as it did.</p>
      ) : (
        <ul>
          <Moved seat={seat} words="now shown" items={better} />
          <Moved seat={seat} words="no longer shown" items={worse} />
          <Moved seat={seat} words="changed otherwise" items={otherwise} />
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
  words,
  items,
}: {
  readonly seat: Seat;
  readonly words: string;
  readonly items: readonly { readonly ref: string; readonly was: Standing; readonly standing: Standing }[];
}) {
  if (items.length === 0) return null;
  return (
    <li>
      <strong>{counted(items.length, 'item')}</strong> {words}:{' '}
      {items.slice(0, SHOWN).map(({ ref, was, standing }, at) => (
        <span key={ref}>
          {at > 0 && ', '}
          <a href={paths.item(seat.organisation, ref)}>{ref}</a>{' '}
          <span className="app-aside">
            ({STANDING_WORDS[was].label.toLowerCase()} to {STANDING_WORDS[standing].label.toLowerCase()})
          </span>
        </span>
      ))}
      {items.length > SHOWN && ` and ${items.length - SHOWN} more`}
    </li>
  );
}
