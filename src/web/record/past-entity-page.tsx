import type { Holdings } from '../../record/holdings.ts';
import type { AnyKind, Entity } from '../../record/kinds/kind.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import { AsAt, AtForm } from './at-form.tsx';
import { BackLink } from './back-link.tsx';
import { titleOf } from './field-words.ts';
import { Facts } from './register-pages.tsx';
import type { WhenAsked } from './when-asked.ts';

/** One entry of a register as it stood at the end of a past day; nothing can be changed there. */
export function PastEntityPage({
  seat,
  kind,
  id,
  then,
  entity,
  asked,
}: {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly id: string;
  /** The whole record as it was. */
  readonly then: Holdings;
  /** Undefined when it was not in the record. */
  readonly entity: Entity | undefined;
  readonly asked: WhenAsked;
}) {
  const here = paths.entity(seat.organisation, kind.plural, id);
  return (
    <>
      <BackLink href={paths.register(seat.organisation, kind.plural)}>{kind.label.many}</BackLink>
      <h1>
        <span className="nhsuk-caption-l">{kind.label.one}</span>
        {entity ? titleOf(kind, entity.data) : 'Not in the record'}
      </h1>
      <AsAt past={asked.past} back={here} />
      {entity ? (
        <Facts kind={kind} data={entity.data} holdings={then} />
      ) : (
        <p>It was not in the record then, or what it said has been erased since.</p>
      )}
      <h2>As it was on another day</h2>
      <AtForm action={here} asked={asked} />
    </>
  );
}
