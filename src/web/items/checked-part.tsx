import { Button } from 'nhsuk-react-components';
import type { ItemAssessment } from '../../readiness/assessment.ts';
import { dayInWords } from '../../record/day.ts';
import { isPersonsCheck } from '../../record/kinds/observation.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { ItemView } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { recordPaths } from '../record/record-paths.ts';

/**
 * What of an item only a person can tell and nobody has said yet, or not of late; each completes "check that ...". Nobody is asked
 * while something else is missing too.
 */
export function waitsForCheck({ assessed }: { readonly assessed: Pick<ItemAssessment, 'checks'> }): readonly string[] {
  const open = assessed.checks.filter(({ met }) => met !== 'yes');
  return open.every(({ toCheck }) => toCheck !== undefined) ? open.flatMap(({ toCheck = [] }) => toCheck) : [];
}

/** What people said to have checked for an item, the newest last. */
export function personsChecks({ observations }: ItemView) {
  return observations.filter(({ data }) => isPersonsCheck(data));
}

/** Where a person says that they checked what no reading can tell, or takes it back. */
export function CheckedPart({ seat, view }: { readonly seat: Seat; readonly view: ItemView }) {
  const { ref } = view.assessed.item;
  const waits = waitsForCheck(view);
  const last = personsChecks(view).at(-1)?.data;
  const action = recordPaths.checked(seat.organisation, ref);
  if (waits.length === 0 && last === undefined) return null;
  return (
    <section aria-labelledby="checked" className="app-to-confirm">
      <h2 id="checked">What only you can tell</h2>
      {waits.length > 0 && (
        <form method="post" action={action}>
          <FormId />
          <p>We found it, and cannot tell by reading whether this is so. Look, then say so:</p>
          <ul>
            {waits.map((one) => (
              <li key={one}>{neutralised(one)}</li>
            ))}
          </ul>
          <Button secondary name="checked" value="yes">
            I have checked: this is so
          </Button>
          <p className="app-aside">We keep your name and today’s date. It counts for a year at most.</p>
        </form>
      )}
      {last && (
        <form method="post" action={action}>
          <FormId />
          <p>
            {neutralised(last.collector ?? 'Somebody')} checked it
            {last.effectiveOn !== undefined && ` on ${dayInWords(last.effectiveOn)}`}.
          </p>
          <Button secondary small name="checked" value="no">
            Take that back
          </Button>
        </form>
      )}
    </section>
  );
}
