import { FUNCTIONS, type OrganisationFunction } from '../../catalogue/catalogue.ts';
import { type ItemAssessment, isStanding, type Standing } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import type { Form } from '../route.ts';

/** Stands for items that nobody looks after. */
export const NOBODY = 'nobody';
/** Whether only what does not count yet is wanted, or only what does. */
export const STATES = ['open', 'counting'] as const;

export type ItemsAsked = {
  readonly standing: Standing | undefined;
  readonly standard: string;
  readonly state: (typeof STATES)[number] | undefined;
  readonly function: OrganisationFunction | undefined;
  /** A person's id, or `NOBODY`. */
  readonly owner: string;
  readonly mandatory: boolean;
};

/** What an address asks of the list; what it cannot ask is left out. */
export function itemsAsked(query: Form, { catalogue }: GapCheck): ItemsAsked {
  const standing = query.text('standing');
  return {
    standing: isStanding(standing) ? standing : undefined,
    standard: catalogue.standards.some(({ id }) => id === query.text('standard')) ? query.text('standard') : '',
    state: STATES.find((one) => one === query.text('state')),
    function: FUNCTIONS.find((one) => one === query.text('function')),
    owner: query.text('owner').slice(0, 100),
    mandatory: query.text('mandatory') === 'yes',
  };
}

/** Who looks after which item: ids of people by the item's number. */
export function ownersOf(holdings: Holdings): ReadonlyMap<string, string> {
  return new Map(listOf(holdings, responsibility).map(({ data }) => [data.item, data.owner]));
}

/** The items that are asked for, in the order of the catalogue. */
export function itemsWanted(
  items: readonly ItemAssessment[],
  asked: ItemsAsked,
  owners: ReadonlyMap<string, string>,
): readonly ItemAssessment[] {
  return items.filter(({ item, standing }) => {
    const owner = owners.get(item.ref);
    return (
      (asked.standing === undefined || standing === asked.standing) &&
      (asked.standard === '' || item.standard === asked.standard) &&
      (asked.state === undefined || DEFENSIBLE.has(standing) === (asked.state === 'counting')) &&
      (asked.function === undefined || item.rule?.function === asked.function) &&
      (asked.owner === '' || (asked.owner === NOBODY ? owner === undefined : owner === asked.owner)) &&
      (!asked.mandatory || item.mandatory === true)
    );
  });
}

/** The address of the same list. */
export function withItemsAsked(path: string, asked: ItemsAsked, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(asked.standing !== undefined && { standing: asked.standing }),
    ...(asked.standard !== '' && { standard: asked.standard }),
    ...(asked.state !== undefined && { state: asked.state }),
    ...(asked.function !== undefined && { function: asked.function }),
    ...(asked.owner !== '' && { owner: asked.owner }),
    ...(asked.mandatory && { mandatory: 'yes' }),
    ...more,
  });
  return query.size === 0 ? path : `${path}?${query}`;
}
