import type { GapCheck } from '../../readiness/gap-check.ts';
import { takenOffBy } from '../../readiness/taken-off.ts';
import { isMandatory } from '../../readiness/unconfirmed.ts';
import { dayInBritain, dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { ToldFact } from '../../workspace/standing/told-facts.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { toldPath } from './told-paths.ts';

/** How many of the mandatory items count because somebody said that they do not apply, and how many will once that is confirmed. */
export function TakenOffLine({ organisation, check }: { readonly organisation: string; readonly check: GapCheck }) {
  const items = [...takenOffBy(check).values()]
    .flatMap(({ items: all, against }) => (against === undefined ? all : []))
    .filter(isMandatory);
  const waiting = items.filter(({ unconfirmed }) => unconfirmed !== undefined).length;
  const count = items.length - waiting;
  if (items.length === 0) return null;
  const link = <a href={toldPath(organisation)}>what you told us</a>;
  return (
    <>
      {count > 0 && (
        <p>
          Of the defensible items, {counted(count, 'item')} {count === 1 ? 'does' : 'do'} not apply because of {link}.
        </p>
      )}
      {waiting > 0 && (
        <p>
          {counted(waiting, 'item')} will be defensible once somebody else confirms {link}.
        </p>
      )}
    </>
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
      <strong>{saidHow(told, against)}</strong>{' '}
      {said === undefined
        ? 'you told us'
        : `${neutralised(who(said.actor))} said on ${dayInWords(dayInBritain(said.at))}`}
      : “{words}.”{' '}
      {confirmed === undefined
        ? 'Nobody else has confirmed this, so it is claimed and not yet defensible.'
        : `${neutralised(confirmed.by)} confirmed it on ${dayInWords(confirmed.on)}.`}{' '}
      <a href={toldPath(organisation)}>What you told us</a>
    </p>
  );
}

function saidHow({ confirmed }: ToldFact, against: string | undefined): string {
  if (against !== undefined) return 'Said not to apply, and contradicted:';
  return confirmed ? 'Does not apply:' : 'Said not to apply:';
}
