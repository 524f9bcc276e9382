import { askedUnder } from '../../catalogue/ask-of.ts';
import type { Command } from '../../record/decide.ts';
import { handOverSteps } from '../../record/decide-hand-over.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import { type Entity, fieldsOf, valueIn } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { peoplePaths } from '../people/people-paths.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { withDone } from './done-banner.tsx';
import { dayTyped, formOfData } from './entity-form-values.ts';
import { mistakesOf } from './form-mistakes.ts';
import { type Asks, deputiesIn, HandOverPage, NOBODY, takerField, WITH_THE_REST } from './hand-over-page.tsx';
import { HandedOverPage, wentOver } from './handed-over-page.tsx';
import { problemAnswer } from './problem-answer.ts';
import type { RecordRouteServices } from './record-services.ts';
import { seenIn } from './record-visit.ts';
import { sendOnce } from './send-once.ts';

const PATH = '/organisations/:organisation/registers/people/:id/hand-over';
const NOT_FOUND: Answer = { show: 'not-found' };
const GONE = 'Somebody you selected is not in the list of people any more. Select who takes over';
const CHANGED = 'Somebody has changed this person meanwhile. Look it over and send it again';

/** Somebody leaves, and others take over: as one step of the record. */
export function handOverRoutes({ records, accounts, standings, today }: RecordRouteServices): readonly Route[] {
  async function leaving({ seat, params }: SeatedVisit): Promise<{ holdings: Holdings; one: Entity } | undefined> {
    const record = await records.open(seat.organisation);
    const one = record?.holdings.of.get(person.name)?.get(params.id ?? '');
    return record && one && { holdings: record.holdings, one };
  }

  /** Without a standing only the numbers are known. */
  async function asksIn(organisation: string): Promise<Asks> {
    const result = await standings.on(organisation, today());
    return (ref) => (result.ok ? askedUnder(result.standing.check.catalogue, ref) : '');
  }

  async function formPage(
    visit: SeatedVisit,
    { holdings, one }: { holdings: Holdings; one: Entity },
    form: Form,
    mistakes: readonly FormMistake[],
    status: number,
  ): Promise<Answer> {
    const { seat } = visit;
    const members = await accounts.memberships.list(seat.organisation);
    const email = String(valueIn(one.data, 'email') ?? '').toLowerCase();
    const body = (
      <HandOverPage
        {...{ seat, holdings, form, mistakes }}
        person={one}
        theirs={lookedAfter(holdings, one, today())}
        asks={await asksIn(seat.organisation)}
        isMember={email !== '' && members.some((member) => member.email === email)}
      />
    );
    const name = String(valueIn(one.data, 'name'));
    return page(`${mistakes.length > 0 ? 'Error: ' : ''}${name} leaves`, body, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'write-registers',
      answer: async (visit) => {
        const found = await leaving(visit);
        if (!found) return NOT_FOUND;
        const { holdings, one } = found;
        const own = formOfData(fieldsOf(person), one.data);
        const deputies = deputiesIn(holdings, one.id, lookedAfter(holdings, one, today()));
        return formPage(visit, found, { ...own, text: (name) => deputies.get(name) ?? own.text(name) }, [], 200);
      },
    },
    {
      method: 'POST',
      path: PATH,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const found = await leaving(visit);
        if (!found) return NOT_FOUND;
        const { holdings, one } = found;
        const again = (mistakes: readonly FormMistake[], status: number) =>
          formPage(visit, found, form, mistakes, status);
        const leftOn = dayTyped(form, 'leftOn');
        if (leftOn === '') return again([{ field: 'leftOn-day', message: 'Enter their last day' }], 422);
        const theirs = lookedAfter(holdings, one, today());
        const chosen = form.text('to');
        if (chosen === '' && theirs.some((thing) => form.text(takerField(thing)) === WITH_THE_REST))
          return again([{ field: 'to', message: 'Select who takes over the rest, or that nobody does' }], 422);
        const takers = [chosen, ...theirs.map((thing) => form.text(takerField(thing)))];
        if (takers.some((id) => id !== NOBODY && id !== WITH_THE_REST && !findOf(holdings, person, id)))
          return again([{ field: 'to', message: GONE }], 422);
        const to = chosen === '' || chosen === NOBODY ? undefined : chosen;
        const command: Extract<Command, { do: 'hand-over' }> = {
          do: 'hand-over',
          person: one.id,
          seen: seenIn(form),
          leftOn,
          ...(to !== undefined && { to }),
          apart: theirs.flatMap(({ kind, id }) => {
            const taker = form.text(takerField({ kind, id }));
            if (taker === WITH_THE_REST) return [];
            return taker === NOBODY ? { kind, id } : { kind, id, to: taker };
          }),
        };
        const done = await sendOnce(
          records,
          visit,
          command,
          withDone(peoplePaths.person(seat.organisation, one.id), 'handed-over'),
        );
        if (done.ok) {
          const went = wentOver(holdings, command);
          if (went.length === 0) return redirect(done.to);
          const leaver = { id: one.id, name: String(valueIn(one.data, 'name')) };
          return page(
            'Handed over',
            <HandedOverPage {...{ seat, leaver, went }} asks={await asksIn(seat.organisation)} />,
            { done: true },
          );
        }
        return problemAnswer(done.problem, {
          again: (problems, status) => again(mistakesOf(fieldsOf(person), problems), status),
          conflict: async () => {
            const now = await leaving(visit);
            return now ? formPage(visit, now, form, [{ message: CHANGED }], 409) : NOT_FOUND;
          },
        });
      },
    },
  ];
}

/** What would change hands if they left on a day, each thing once. */
function lookedAfter(holdings: Holdings, one: Entity, on: string): readonly Entity[] {
  const steps = handOverSteps(holdings, { do: 'hand-over', person: one.id, seen: one.revision, leftOn: on });
  if (!steps.ok) return [];
  return steps.steps.flatMap((step) => {
    if (step.do === 'add' || step.id === one.id) return [];
    return holdings.of.get(step.kind)?.get(step.id) ?? [];
  });
}
