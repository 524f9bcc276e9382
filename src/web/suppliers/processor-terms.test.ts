import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import { registerTables } from '../../workspace/standing/register-tables.ts';

const ON = '2026-11-20';
const AT = '2026-11-02T09:00:00.000Z';

function cellOf(data: object): string | undefined {
  const held = withChanges(EMPTY_HOLDINGS, [
    { action: 'add', at: AT, kind: 'supplier', id: 's', data: { name: 'Quill', handlesPersonalData: true, ...data } },
    {
      action: 'add',
      at: AT,
      kind: 'supplier',
      id: 't',
      data: { name: 'Inkwell', handlesPersonalData: true, processorTermsOn: '2025-02-03' },
    },
  ]);
  const table = registerTables(held, ON).find(({ title }) => title === 'Supplier register');
  return table?.rows[0]?.cells[table.columns.indexOf('Data processing agreement signed')];
}

test.each([
  [{ processorTermsOn: '2025-02-03' }, '3 February 2025'],
  [{ processorTerms: true }, 'Yes, day not known'],
  [{ processorTerms: false }, 'No'],
  [{}, ''],
  [{ handlesPersonalData: false }, 'Not needed'],
])('the supplier register says of data processing terms what is known: %j', (data, cell) => {
  expect(cellOf(data)).toBe(cell);
});

describe('what the record makes of data processing terms', () => {
  let server: OwnedServer;
  beforeEach(async () => {
    server = await startOwned();
  });
  afterEach(() => server.stop());

  test.each([
    ['that nobody has said', {}, false],
    ['whose day is not known', { processorTerms: true }, false],
    ['that there are not', { processorTerms: false }, true],
  ])('%s', async (_, more, against) => {
    const data = { name: 'Quill', handlesPersonalData: true, data: 'Patient records', ...more };
    const command = { do: 'add' as const, kind: 'supplier', data };
    const done = await server.installation.records.perform(server.organisation, 'account:x', command);
    expect(done.ok).toBe(true);
    const { body } = await server.owner.get(`/organisations/${server.organisation}/items/10.2.2`);
    expect(body.includes('Contradicted')).toBe(against);
  });
});
