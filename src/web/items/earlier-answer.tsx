import { Button } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { itemPaths } from './item-paths.ts';

type KeptAnswer = Entity<DataOf<typeof answer>>;

/** What was said to the same number in the latest edition but this; undefined when nothing was. */
export function earlierAnswer(holdings: Holdings, item: string, edition: string): KeptAnswer | undefined {
  return listOf(holdings, answer)
    .filter(({ data }) => data.item === item && numberOf(data.edition) < numberOf(edition))
    .toSorted((a, b) => numberOf(a.data.edition) - numberOf(b.data.edition))
    .at(-1);
}

/** Editions are called v7, v8 and so on. */
function numberOf(edition: string): number {
  return Number(/^v(\d+)$/.exec(edition)?.[1] ?? 0);
}

/** Last year's answer, and a button to carry it over while there is none of this year. */
export function EarlierAnswer({
  seat,
  earlier,
  said,
  mayCarry,
}: {
  readonly seat: Seat;
  readonly earlier: KeptAnswer;
  /** Its answer in words. */
  readonly said: string;
  readonly mayCarry: boolean;
}) {
  const { item, edition, words, answeredOn } = earlier.data;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">What you said in {neutralised(edition)}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          <strong>{said}</strong> <span className="app-aside">{dayInWords(answeredOn)}</span>
        </p>
        {words !== undefined && <p className="app-lines">{words.split('\n').map(neutralised).join('\n')}</p>}
        {mayCarry && (
          <form method="post" action={itemPaths.carryOver(seat.organisation, item)}>
            <FormId />
            <p>
              Questions change between editions: read this year’s before you confirm. It counts once you have saved it
              as your answer.
            </p>
            <Button secondary>Carry it over</Button>
          </form>
        )}
      </div>
    </details>
  );
}
