import { dayInBritain, dayInWords } from '../../record/day.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Observed } from '../../workspace/documents/decisions.ts';

/** What it was accepted for: by whom and when or, of what had its name before, that this has gone over. */
export function Accepted({
  id,
  accepted,
}: {
  readonly id: string;
  readonly accepted: readonly (readonly [ref: string, by: Observed])[];
}) {
  const own = accepted.filter(([, { data }]) => data.document === id);
  const older = accepted.filter(([, { data }]) => data.document !== id).map(([ref]) => ref);
  const bySomebody = Map.groupBy(own, ([, { data }]) =>
    [
      ...(data.collector === undefined ? [] : [`by ${data.collector}`]),
      `on ${dayInWords(dayInBritain(data.receivedAt))}`,
    ].join(' '),
  );
  return (
    <>
      {[...bySomebody].map(([said, pairs]) => (
        <p key={said}>
          Accepted for {listed(pairs.map(([ref]) => ref))} {neutralised(said)}.
        </p>
      ))}
      {older.length > 0 && <p>An older version was accepted for {listed(older)}. The acceptance has gone over.</p>}
    </>
  );
}
