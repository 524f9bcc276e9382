import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { anchorOf } from './record-links.ts';

let server: OwnedServer;
let home: string;
beforeAll(async () => {
  server = await startOwned();
  const { organisation, installation } = server;
  home = `/organisations/${organisation}`;
  const done = await installation.records.perform(organisation, 'account:x', {
    do: 'add',
    kind: 'activity',
    id: 'test',
    data: { kind: 'restore-test', doneOn: '2026-10-02', result: 'passed', system: 'Patient database' },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  await installation.documents.keep(organisation, 'system', {
    path: 'continuity/restore log.csv',
    stream: Readable.from([
      Buffer.from(
        'Date,System,Tested by,Result\n02/05/2026,Files,Sam Hill,Successful\n03/12/2026,Patient database,Sam Hill,Successful\n',
      ),
    ]),
    source: 'upload',
  });
});
afterAll(() => server.stop());

const hrefs = (body: string) => [...body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);

describe('what a standing rests on is a link to it', () => {
  test('in a document: to its line, which is there', async () => {
    const { body } = await server.owner.get(`${home}/items/7.3.4`);
    const found = hrefs(body).find((href) => /\/documents\/[^#]+#line-3$/.test(href)) ?? '';
    const [path = '', anchor] = found.split('#');
    expect((await server.owner.get(path)).body).toContain(`id="${anchor}"`);
  });

  test('in a register: to the entry, by the name of the register', async () => {
    const { body } = await server.owner.get(`${home}/items/7.3.4`);
    expect(hrefs(body)).toContain(`${home}/registers/activities/test`);
    expect(body).toContain('Restore test log, kept here');
  });
});

test.each([
  [{ line: 12 }, 'line-12'],
  [{ line: 4, page: 3 }, 'page-3-line-4'],
  [{ page: 3 }, 'page-3'],
  [{ cell: 'C7' }, 'row-7'],
  [{ cell: 'AB7' }, 'row-7'],
  [{ cell: 'Staff list!B4' }, 'row-Staff-list-4'],
  [{}, undefined],
])('%j is at %s', (where, anchor) => {
  expect(anchorOf(where)).toBe(anchor);
});
