import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let home: string;

beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
  const commands = [
    { do: 'add' as const, kind: 'person', id: 'bea', data: { name: 'Bea', employment: 'staff' } },
    {
      do: 'add' as const,
      kind: 'training-record',
      data: { person: 'bea', course: 'Data security', kind: 'data-security', completedOn: '2026-03-02' },
    },
  ];
  await server.installation.records.perform(server.organisation, 'system', { do: 'together', commands });
});
afterAll(() => server.stop());

const says = async (path: string) =>
  (await server.owner.get(`${home}${path}`)).body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('training that is not counted says why, and where that is mended', async () => {
  expect(await says('/people/bea')).toMatch(
    /Not counted: the staff list must have both the first and the last name, such as “Ann Hart”.*Change the name/,
  );
  expect(await says('/people')).toContain('For 1 person in the staff list we cannot read both. Write both there');
});
