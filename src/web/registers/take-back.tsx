import { Button } from 'nhsuk-react-components';
import type { AnyKind, FieldProblem } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { takingBack } from '../../workspace/registers/take-back.ts';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { registerBy } from '../record/register-kinds.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Form, page, type Route, redirect } from '../route.ts';

/** The numbers of the first and the last entry of the journal that an import made, as the address of the page after it has them. */
export function importedIn(seq: number, changes: number): { readonly entry: string; readonly seen: string } {
  return { entry: String(seq - changes + 1), seen: String(seq) };
}

/** The button that takes an import back; nothing where the address does not say which. */
export function TakeBackButton({
  seat,
  kind,
  query,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly query: Pick<Form, 'text'>;
}) {
  const [entry, seen] = [query.text('entry'), query.text('seen')];
  if (!/^\d+$/.test(entry) || !/^\d+$/.test(seen)) return null;
  return <TakeBackForm {...{ seat, kind }} first={entry} last={seen} />;
}

/** The same for an import that is known. */
export function TakeBackForm({
  seat,
  kind,
  first,
  last,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly first: string | number;
  readonly last: string | number;
}) {
  return (
    <form method="post" action={recordPaths.takeImportBack(seat.organisation, kind.plural)}>
      <FormId />
      <input type="hidden" name="entry" value={first} />
      <input type="hidden" name="seen" value={last} />
      <Button secondary small>
        Take the import back
      </Button>
    </form>
  );
}

/** Takes an import back, as long as nobody has changed since what it brought. */
export function takeBackRoutes({
  records,
  entriesBefore,
  dataBefore,
  importsEnding,
}: Pick<RecordRouteServices, 'records' | 'entriesBefore' | 'dataBefore' | 'importsEnding'>): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/organisations/:organisation/registers/:register/import/take-back',
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form, params } = visit;
        const kind = registerBy(params.register ?? '');
        const [first, last] = [Number(form.text('entry')), Number(form.text('seen'))];
        const [made] = await importsEnding(seat.organisation, [last]);
        if (!kind || made?.kind !== kind.name || made.first !== first) return { show: 'not-found' };
        const found = await entriesBefore(seat.organisation, last + 1, last - first + 1);
        const entries = found.map(({ entry }) => entry);
        const changed = entries.flatMap(({ action, seq }) => (action === 'change' ? [seq] : []));
        const before = await dataBefore(seat.organisation, changed);
        const back = withDone(paths.register(seat.organisation, kind.plural), 'import-undone');
        const done = await sendOnce(records, visit, (holdings) => takingBack(kind, entries, before, holdings), back);
        if (done.ok) return redirect(done.to);
        const again = (problems: readonly FieldProblem[], status: number) =>
          page('Error: The import cannot be taken back', <NotTakenBackPage {...{ seat, kind, problems }} />, {
            status,
          });
        const message = 'Somebody changed this register meanwhile. Nothing was taken back';
        return problemAnswer(done.problem, { again, conflict: () => again([{ message }], 409) });
      },
    },
  ];
}

function NotTakenBackPage({
  seat,
  kind,
  problems,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <>
      <BackLink href={paths.register(seat.organisation, kind.plural)}>{kind.label.many}</BackLink>
      <Mistakes mistakes={problems.map(({ message }) => ({ message: neutralised(message) }))} />
      <h1>The import cannot be taken back</h1>
      <p>Nothing has changed. Correct or remove the entries one by one in the register.</p>
    </>
  );
}
