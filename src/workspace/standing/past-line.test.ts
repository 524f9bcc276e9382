import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { daysOfThePast } from './past-line.ts';

describe('the days of the past that are looked at', () => {
  test.each([
    ['2026-11-20', '2026-11-20', []],
    ['2026-11-17', '2026-11-20', ['2026-11-17', '2026-11-18', '2026-11-19']],
    // 5, 12 and 19 October 2026 are Mondays.
    ['2026-09-30', '2026-10-21', ['2026-10-05', '2026-10-12', '2026-10-19']],
    ['2026-05-14', '2026-09-01', ['2026-06-01', '2026-07-01', '2026-08-01']],
  ])('from %s to %s', (first, today, days) => {
    expect(daysOfThePast(first, today)).toEqual(days);
  });

  test('are twelve at most, the latest', () => {
    const days = daysOfThePast('2020-01-01', '2026-11-20');
    expect([days.length, days.at(-1)]).toEqual([12, '2026-11-01']);
  });
});

describe('where an organisation stood', () => {
  let server: OwnedServer;
  beforeEach(async () => {
    server = await startOwned();
  });
  afterEach(() => server.stop());

  const training = (completedOn: string) => ({
    do: 'add' as const,
    kind: 'training-record',
    data: { person: 'ann', course: 'Data security awareness', kind: 'data-security', completedOn },
  });
  async function keep(at: string, ...commands: readonly Parameters<typeof server.installation.records.perform>[2][]) {
    server.clock.at = `${at}T10:00:00.000Z`;
    for (const command of commands) {
      const done = await server.installation.records.perform(server.organisation, 'account:x', command);
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
    }
  }

  test('on each day counts what had been kept by then, and is what a look at that day gives', async () => {
    const { standings } = server.installation;
    const begun = server.clock.at.slice(0, 10);
    expect(begun).toBe('2026-11-20');
    await keep('2026-11-21', {
      do: 'add',
      kind: 'person',
      id: 'ann',
      data: { name: 'Ann Okafor', employment: 'director', startedOn: '2024-01-01' },
    });
    await keep('2026-11-23', training('2026-11-22'), {
      do: 'add',
      kind: 'answer',
      data: { edition: 'v8', item: '3.2.1', said: 'yes', answeredOn: '2026-11-23', words: 'All staff were trained.' },
    });
    server.clock.at = '2026-11-25T10:00:00.000Z';
    const { points, complete } = await standings.pastLine(server.organisation);
    expect([complete, points.map(({ on }) => on)]).toEqual([
      true,
      ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'],
    ]);
    for (const { on, claimed, defensible } of points) {
      const then = await standings.at(server.organisation, `${on}T23:59:59.999Z`);
      if (!then.ok) throw new Error(then.problem.message);
      const { outcome } = then.standing.check.assessment;
      expect([on, claimed, defensible]).toEqual([on, outcome.claimed.counting, outcome.defensible.counting]);
    }
    expect(points.at(-1)?.claimed).toBeGreaterThan(points[0]?.claimed ?? 0);
  });

  test('of one that is not there is nothing', async () => {
    expect(await server.installation.standings.pastLine('ghost')).toEqual({ points: [], complete: true });
  });
});
