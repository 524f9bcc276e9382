import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
beforeEach(async () => {
  server = await startOwned();
});
afterEach(() => server.stop());

test('a register comes as a file that a spreadsheet opens and does not run', async () => {
  const registers = `/organisations/${server.organisation}/registers`;
  const formula = '=HYPERLINK("http://evil.example")';
  await server.owner.post(`${registers}/suppliers/add`, { name: formula, handlesPersonalData: 'yes' });
  const { headers, body, statusCode } = await server.owner.get(`${registers}/suppliers/export.csv`);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(headers['content-disposition']).toMatch(/^attachment; filename="suppliers \d{4}-\d\d-\d\d\.csv"/);
  expect(body.split('\r\n')[1]).toMatch(/^"'=HYPERLINK/);
});

test('a register that is not there has no file', async () => {
  const { statusCode } = await server.owner.get(`/organisations/${server.organisation}/registers/ghosts/export.csv`);
  expect(statusCode).toBe(404);
});
