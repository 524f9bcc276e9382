import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import type { HistoryStep } from '../../workspace/standing/standing.ts';
import { When } from '../parts/form-parts.tsx';
import type { ActorWords } from './actor-words.ts';
import { type ChangedField, changedFields } from './changed-fields.ts';

const ACTIONS = { add: 'Added', change: 'Changed', remove: 'Removed', erase: 'Erased' } as const;

/** Everything that happened to one thing, the newest first, with what each step changed. */
export function HistoryList({
  kind,
  steps,
  holdings,
  who,
}: {
  readonly kind: AnyKind;
  readonly steps: readonly HistoryStep[];
  readonly holdings: Holdings;
  readonly who: ActorWords;
}) {
  if (steps.length === 0) return null;
  const told = steps.map((step, at) => ({ step, changes: changesOf(kind, steps[at - 1], step, holdings) }));
  return (
    <>
      <h2>History</h2>
      <ol className="app-history" reversed>
        {told.toReversed().map(({ step: { entry, erased }, changes }) => (
          <li key={entry.seq}>
            <p>
              <strong>{ACTIONS[entry.action]}</strong> by {who(entry.actor)}, <When at={entry.at} />
            </p>
            {erased && entry.action !== 'remove' && <p className="app-aside">What it said has been erased since.</p>}
            {entry.action === 'add' && changes.length > 0 ? (
              <details className="app-more">
                <summary>What it said</summary>
                <Changes changes={changes} />
              </details>
            ) : (
              <Changes changes={changes} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly ChangedField[] }) {
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ field, from, to }) => (
        <li key={field.name}>
          {field.label}: {from !== '' && <del className="app-lines">{from}</del>}{' '}
          {to === '' ? 'taken out' : <ins className="app-lines">{to}</ins>}
        </li>
      ))}
    </ul>
  );
}

function changesOf(
  kind: AnyKind,
  before: HistoryStep | undefined,
  step: HistoryStep,
  holdings: Holdings,
): readonly ChangedField[] {
  if (step.data === undefined || step.entry.action === 'erase') return [];
  return changedFields(kind, before?.data, step.data, holdings);
}
