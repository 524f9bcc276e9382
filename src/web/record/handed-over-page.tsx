import type { Command } from '../../record/decide.ts';
import { handOverSteps } from '../../record/decide-hand-over.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import { type Entity, valueIn } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { peoplePaths } from '../people/people-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { BackLink } from './back-link.tsx';
import { type Asks, thingInWords } from './hand-over-page.tsx';

/** One thing that somebody looked after, and who does so now; nobody when undefined. */
type WentOver = { readonly thing: Entity; readonly to?: string | undefined };

/** What a hand-over gave to whom, by the names that the record had then. */
export function wentOver(holdings: Holdings, command: Extract<Command, { do: 'hand-over' }>): readonly WentOver[] {
  const result = handOverSteps(holdings, command);
  if (!result.ok) return [];
  const nameOf = (id: unknown) => (typeof id === 'string' ? findOf(holdings, person, id)?.data.name : undefined);
  const fresh = new Map(
    result.steps.flatMap((step) => (step.do === 'add' ? [[valueIn(step.data, 'role'), step.data] as const] : [])),
  );
  return result.steps.flatMap((step) => {
    if (step.do === 'add' || (step.kind === person.name && step.id === command.person)) return [];
    const thing = holdings.of.get(step.kind)?.get(step.id);
    if (!thing) return [];
    if (step.do === 'remove') return [{ thing }];
    const was = ['owner', 'person', 'deputy'].find((field) => valueIn(thing.data, field) === command.person);
    const now = was === undefined ? undefined : valueIn(step.data, was);
    const taken = fresh.get(valueIn(thing.data, 'role'));
    return [{ thing, to: nameOf(now === command.person ? taken && valueIn(taken, 'person') : now) }];
  });
}

/** The end of a hand-over: what went to whom. */
export function HandedOverPage({
  seat,
  leaver,
  went,
  asks,
}: {
  readonly seat: Seat;
  readonly leaver: { readonly id: string; readonly name: string };
  readonly went: readonly WentOver[];
  readonly asks: Asks;
}) {
  const page = peoplePaths.person(seat.organisation, leaver.id);
  return (
    <>
      <BackLink href={peoplePaths.people(seat.organisation)}>People</BackLink>
      <h1>{neutralised(leaver.name)}: handed over</h1>
      <p>We have kept their last day. A role changes hands on the day after it, everything else at once.</p>
      <DataTable
        caption="What went to whom"
        columns={['What', 'Who takes it over']}
        rows={went.map(({ thing, to }) => ({
          key: `${thing.kind} ${thing.id}`,
          cells: [thingInWords(thing, leaver.id, asks), to === undefined ? 'Nobody' : neutralised(to)],
        }))}
      />
      <p>
        <a href={page}>Go to the page of {neutralised(leaver.name)}</a>
      </p>
    </>
  );
}
