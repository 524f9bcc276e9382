import type { GapCheck } from '../../readiness/gap-check.ts';
import { takenOffBy } from '../../readiness/taken-off.ts';
import { dayInBritain, dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { ToldFact } from '../../workspace/standing/told-facts.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { toldPath } from './told-paths.ts';

/** How many of the mandatory items that count do so because somebody said that they do not apply. */
export function TakenOffLine({ organisation, check }: { readonly organisation: string; readonly check: GapCheck }) {
  const items = [...takenOffBy(check).values()]
    .flatMap(({ items: all, against }) => (against === undefined ? all : []))
    .filter(({ item }) => item.mandatory === true);
  if (items.length === 0) return null;
  return (
    <p>
      Of the defensible items, {counted(items.length, 'item')} {items.length === 1 ? 'does' : 'do'} not apply because of{' '}
      <a href={toldPath(organisation)}>what you told us</a>.
    </p>
  );
}

/** Who told a fact by which an item does not apply or would not, and whether somebody else has confirmed it. */
export function ToldLine({
  organisation,
  told,
  against,
  who,
}: {
  readonly organisation: string;
  readonly told: ToldFact;
  /** What in the record speaks against it; it stands among the reasons. */
  readonly against: string | undefined;
  readonly who: ActorWords;
}) {
  const { said, words, confirmed } = told;
  return (
    <p>
      <strong>{against === undefined ? 'Does not apply:' : 'Said not to apply, and contradicted:'}</strong>{' '}
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
