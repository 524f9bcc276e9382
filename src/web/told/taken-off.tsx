import type { GapCheck } from '../../readiness/gap-check.ts';
import { itemsTakenOff } from '../../readiness/taken-off.ts';
import { dayInBritain, dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { ToldFact } from '../../workspace/standing/told-facts.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { toldPath } from './told-paths.ts';

/** How many of the mandatory items that count do so because somebody said that they do not apply. */
export function TakenOff({ organisation, check }: { readonly organisation: string; readonly check: GapCheck }) {
  const items = [...itemsTakenOff(check).values()].flat().filter(({ item }) => item.mandatory === true);
  if (items.length === 0) return null;
  return (
    <p>
      Of the defensible items, {counted(items.length, 'item')} {items.length === 1 ? 'does' : 'do'} not apply because of{' '}
      <a href={toldPath(organisation)}>what you told us</a>.
    </p>
  );
}

/** Who told a fact by which an item does not apply, and whether somebody else has confirmed it. */
export function ToldLine({
  organisation,
  told,
  who,
}: {
  readonly organisation: string;
  readonly told: ToldFact;
  readonly who: ActorWords;
}) {
  const { said, words, confirmed } = told;
  return (
    <p>
      <strong>Does not apply:</strong>{' '}
      {said === undefined
        ? 'you told us'
        : `${neutralised(who(said.actor))} said on ${dayInWords(dayInBritain(said.at))}`}
      : “{words}.”{' '}
      {confirmed === undefined
        ? 'Nobody else has confirmed this.'
        : `${neutralised(confirmed.by)} confirmed it on ${dayInWords(confirmed.on)}.`}{' '}
      <a href={toldPath(organisation)}>What you told us</a>
    </p>
  );
}
