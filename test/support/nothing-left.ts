import type { OwnedServer } from './web-visitors.ts';

/** Answers every item so that it does not concern the organisation: no step of a plan is left. */
export async function leaveNothingToDo({ installation, organisation, clock }: OwnedServer): Promise<void> {
  const today = clock.at.slice(0, 10);
  const found = await installation.standings.on(organisation, today);
  if (!found.ok) throw new Error(found.problem.message);
  const { catalogue, assessment } = found.standing.check;
  const commands = assessment.items.map(({ item: { ref } }) => ({
    do: 'add' as const,
    kind: 'answer',
    data: {
      edition: catalogue.edition,
      item: ref,
      said: 'not-applicable',
      words: 'We have none.',
      answeredOn: today,
      approvedBy: 'Ann Okafor',
      approvedOn: today,
    },
  }));
  const done = await installation.records.perform(organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
