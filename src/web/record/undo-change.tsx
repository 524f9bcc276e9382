import { Button } from 'nhsuk-react-components';
import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind, FieldProblem } from '../../record/kinds/kind.ts';
import { FormId } from '../parts/form-id.tsx';
import { type Answer, redirect, type SeatedVisit } from '../route.ts';
import { DoneBanner, type DoneCode, withDone } from './done-banner.tsx';
import { problemAnswer, type Refusal } from './problem-answer.ts';
import type { RecordRouteServices } from './record-services.ts';
import { seenIn } from './record-visit.ts';
import { sendOnce } from './send-once.ts';

const CHANGED: FieldProblem = { message: 'It was changed again meanwhile, so nothing was taken back' };

/** Puts an entry back as it was before its last change. What was changed again since the form was made stays. */
export async function undoChange(
  { records, standings }: Pick<RecordRouteServices, 'records' | 'standings'>,
  visit: SeatedVisit,
  {
    kind,
    id,
    back,
    again,
  }: { readonly kind: AnyKind; readonly id: string; readonly back: string } & Pick<Refusal, 'again'>,
): Promise<Answer> {
  const { organisation } = visit.seat;
  const seen = seenIn(visit.form);
  const [before, last] = (await standings.history(organisation, kind.name, id)).slice(-2);
  if (last?.entry.action !== 'change' || last.entry.seq !== seen || before?.data === undefined)
    return again([CHANGED], 409);
  const command = { do: 'change' as const, kind: kind.name, id, seen, data: before.data };
  const done = await sendOnce(records, visit, command, withDone(back, 'undone'));
  if (done.ok) return redirect(done.to);
  return problemAnswer(done.problem, { again, conflict: () => again([CHANGED], 409) });
}

/** The address to go on to after a change that can be taken back there. */
export function withUndo(path: string, code: DoneCode, holdings: Holdings, kind: AnyKind, id: string): string {
  const revision = holdings.of.get(kind.name)?.get(id)?.revision ?? 0;
  return withDone(path, code, { entry: id, seen: String(revision) });
}

/** Says what was just done, with the button that takes it back where the address says what that was. */
export function UndoBanner({
  query,
  undo,
}: Pick<SeatedVisit, 'query'> & {
  /** Where the button leads for an entry; undefined when it is not there, or whoever looks may not. */
  readonly undo: (id: string) => string | undefined;
}) {
  const action = query.text('seen') === '' ? undefined : undo(query.text('entry'));
  return (
    <DoneBanner query={query}>
      {action !== undefined && (
        <form method="post" action={action}>
          <FormId />
          <input type="hidden" name="seen" value={query.text('seen')} />
          <Button secondary small>
            Undo
          </Button>
        </form>
      )}
    </DoneBanner>
  );
}
