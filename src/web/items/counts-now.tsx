import { DEFENSIBLE } from '../../readiness/standing.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { ItemView } from '../../workspace/standing/standing.ts';
import type { DoneCode } from '../record/done-banner.tsx';

/** What somebody does to show an item; that alone may not be enough for it. */
const ACCEPTED: ReadonlySet<string> = new Set<DoneCode>(['shown', 'accepted', 'checked']);

/** Whether an item counts after what was done, when that was to show it. */
export function CountsNow({
  done,
  assessed: { standing, checks },
}: Pick<ItemView, 'assessed'> & { readonly done: string }) {
  if (!ACCEPTED.has(done)) return null;
  if (DEFENSIBLE.has(standing)) return <p>The item counts now.</p>;
  const missing = checks.filter(({ met }) => met !== 'yes');
  return missing.length === 0 ? (
    <p>The item does not count yet. Why stands below.</p>
  ) : (
    <>
      <p>The item does not count yet. Still to show:</p>
      <ul>
        {missing.map(({ asks }) => (
          <li key={asks}>{neutralised(asks)}</li>
        ))}
      </ul>
    </>
  );
}
