import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import type { Standing } from '../standing/standing.ts';
import { piecesOf, searchRecord } from './search-record.ts';

const ORG = 'larkmoor';
let all: TestInstallation;
let standing: Standing;

beforeAll(async () => {
  all = await testInstallation();
  const { journal, records, documents, standings } = all.installation;
  await journal.create(ORG, all.clock.at);
  const add = (kind: string, data: unknown, id: string) => ({ do: 'add' as const, kind, data, id });
  const done = await records.perform(ORG, 'account:ann', {
    do: 'together',
    commands: [
      add('person', { name: 'Zoë Okafor', employment: 'director', jobTitle: 'Clinical lead' }, 'zoe'),
      add('supplier', { name: 'Northgate Hosting', handlesPersonalData: true, service: 'Backups off site' }, 'north'),
      add(
        'risk',
        { ...KEPT_EXAMPLES.risk, owner: undefined, measures: 'A second provider is under contract.' },
        'loss',
      ),
    ],
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  const text =
    '# Backup policy\n\nWe copy the patient database every night.\n\nCopies are held for 35 days at Northgate.\n';
  await documents.keep(ORG, 'system', {
    path: 'policies/backup.md',
    stream: Readable.from([Buffer.from(text)]),
    source: 'upload',
  });
  const result = await standings.on(ORG, '2026-11-20');
  if (!result.ok) throw new Error(result.problem.message);
  standing = result.standing;
});
afterAll(() => all.stop());

const hitsOf = async (looked: string) => (await searchRecord(standing, looked)).groups.flatMap(({ hits }) => hits);
const found = async (looked: string) => (await hitsOf(looked)).map(({ of, id }) => (of === 'document' ? of : id));

describe('looking for words in a record', () => {
  test('finds them in documents, with the line and what stands around', async () => {
    expect(await hitsOf('35 days')).toMatchObject([
      {
        of: 'document',
        title: 'policies/backup.md',
        where: { line: 5 },
        words: 'Copies are held for 35 days at Northgate.',
      },
    ]);
  });

  test('finds a name in registers and documents alike, the title first', async () => {
    expect(await found('northgate')).toEqual(['north', 'document']);
  });

  test('finds what stands inside longer words only when no word begins so', async () => {
    expect([await found('gate'), await found('provide'), await found('contract')]).toEqual([
      expect.arrayContaining(['north', 'document']),
      expect.arrayContaining(['loss']),
      expect.arrayContaining(['loss']),
    ]);
    // “act” begins words of the catalogue, and stands inside “contract”.
    expect(await found('act')).not.toContain('loss');
  });

  test('finds evidence items by number', async () => {
    expect(await found('7.3.4')).toEqual(['7.3.4']);
  });

  test.each([
    ['without accents', 'zoe okafor', ['zoe']],
    ['with accents', 'ZOË', ['zoe']],
    ['by part of a word', 'okaf', ['zoe']],
    ['in any order', 'lead clinical', ['zoe']],
    ['by the words of a choice', 'zoë director', ['zoe']],
    ['in long texts', 'second provider', ['loss']],
    ['only where every word stands', 'northgate astronaut', []],
    ['and nothing at all for blanks', '   ', []],
    ['nor fails at signs that mean something elsewhere', '.*(+[\\', []],
  ])('%s', async (_, looked, ids) => {
    expect(await found(looked)).toEqual(ids);
  });

  test('says how many there are of each sort, and shows the best', async () => {
    const { groups } = await searchRecord(standing, '.', ['item']);
    expect(groups.map(({ of, hits, all }) => [of, hits.length, all > 10])).toEqual([['item', 10, true]]);
    const [all] = (await searchRecord(standing, '.', ['item'], 500)).groups;
    expect(all?.hits.length).toBe(all?.all);
  });

  test('has whole words before parts of words, and names before what stands in documents', async () => {
    const command = (id: string, name: string) => ({
      do: 'add' as const,
      kind: 'supplier',
      id,
      data: { name, handlesPersonalData: false },
    });
    const done = await all.installation.records.perform(ORG, 'account:ann', {
      do: 'together',
      commands: [command('daisy', 'Daysworth'), command('day', 'Ten Days Ltd')],
    });
    expect(done.ok).toBe(true);
    const result = await all.installation.standings.on(ORG, '2026-11-20');
    if (!result.ok) throw new Error(result.problem.message);
    const { groups } = await searchRecord(result.standing, 'days', ['entity', 'document']);
    expect(groups.map(({ of, hits }) => [of, hits.map(({ id }) => id)])).toEqual([
      ['entity', ['day', 'daisy']],
      ['document', [expect.anything()]],
    ]);
  });

  test('tells which pieces of a text are the words looked for', () => {
    expect(piecesOf('Zoë’s café, ZOE', ['zoe'])).toEqual([
      { text: 'Zoë', found: true },
      { text: '’s café, ', found: false },
      { text: 'ZOE', found: true },
    ]);
  });
});
