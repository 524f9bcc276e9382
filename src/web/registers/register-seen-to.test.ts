import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;
beforeEach(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  const data = { name: 'Corvane Cloud', service: 'Hosting', handlesPersonalData: true };
  const add = { do: 'add' as const, kind: 'supplier', data };
  const now = server.clock.at;
  server.clock.at = '2026-10-02T10:00:00.000Z';
  const done = await server.installation.records.perform(server.organisation, 'account:x', add);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  server.clock.at = now;
});
afterEach(() => server.stop());

const textOf = async (path: string) => (await server.owner.get(`${home}${path}`)).body.replace(/<[^>]+>/g, '');

test('a register says when it was last changed or reviewed, and leads to the review that makes it newer', async () => {
  const { body } = await server.owner.get(`${home}/registers/suppliers`);
  expect(body).toContain('Last changed or reviewed on 2 October 2026.');
  expect(body).toContain(`href="${home}/activities/supplier-review"`);
});

test('a review that is recorded there is said in the register and in the list of registers', async () => {
  const before = await textOf('/registers/suppliers');
  await server.owner.post(`${home}/activities/supplier-review`, {
    'doneOn-day': '12',
    'doneOn-month': '11',
    'doneOn-year': '2026',
    result: 'passed',
  });
  const [register, list] = await Promise.all([textOf('/registers/suppliers'), textOf('/registers')]);
  expect([before, register, list]).toEqual([
    expect.stringContaining('Last changed or reviewed on 2 October 2026.'),
    expect.stringContaining('Last changed or reviewed on 12 November 2026.'),
    expect.stringContaining('12 November 2026'),
  ]);
});

test('a register whose age proves nothing says nothing of it', async () => {
  expect(await textOf('/registers/activities')).not.toContain('Last changed or reviewed');
});
