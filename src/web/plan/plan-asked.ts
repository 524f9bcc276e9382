import { FUNCTIONS } from '../../catalogue/catalogue.ts';
import { STEP_STATES, type StepFilter } from '../../readiness/plan-steps.ts';
import type { Holdings } from '../../record/holdings.ts';
import { personByEmail } from '../../record/open-actions.ts';
import type { Form } from '../route.ts';

export const MINE = 'mine';
export const NOBODYS = 'nobody';

/** What an address asks for: the steps to show, and the texts it said so with. Unknown texts ask for nothing. */
export type PlanAsked = {
  readonly filter: StepFilter;
  readonly function: string;
  readonly whose: string;
  readonly state: string;
  /** They ask for their own, and the people of the record have nobody with their email address. */
  readonly unknownSelf: boolean;
};

export function planAsked(query: Form, holdings: Holdings, email: string): PlanAsked {
  const functionAsked = FUNCTIONS.find((one) => one === query.text('function'));
  const state = STEP_STATES.find((one) => one === query.text('state'));
  const whose = query.text('whose');
  const self = whose === MINE ? personByEmail(holdings, email)?.id : undefined;
  const named = holdings.of.get('person')?.has(whose) ? whose : undefined;
  // An id that nobody has: steps of their own are none.
  const owner = whose === NOBODYS ? null : whose === MINE ? (self ?? '') : named;
  return {
    filter: {
      ...(functionAsked !== undefined && { function: functionAsked }),
      ...(state !== undefined && { state }),
      ...(owner !== undefined && { owner }),
    },
    function: functionAsked ?? '',
    whose: owner === undefined ? '' : whose,
    state: state ?? '',
    unknownSelf: whose === MINE && self === undefined,
  };
}

/** An address with what is asked for after it, and more. */
export function withAsked(
  path: string,
  asked: Pick<PlanAsked, 'function' | 'whose' | 'state'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams();
  for (const name of ['function', 'whose', 'state'] as const) if (asked[name] !== '') search.set(name, asked[name]);
  for (const [name, text] of Object.entries(more)) search.set(name, text);
  return search.size > 0 ? `${path}?${search}` : path;
}
