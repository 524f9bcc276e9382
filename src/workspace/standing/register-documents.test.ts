import { expect, test } from 'vitest';
import { made } from '../../../test/support/made.ts';
import { analyseDocument } from '../../reading/analyse-documents.ts';
import type { Fact } from '../../record/document.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import type { KindName } from '../../record/kinds/kinds.ts';
import { registerDocuments } from './register-documents.ts';

const ON = '2026-11-20';

/** What the registers say of people and checks, as the reading of documents understands it. */
function factsOf(type: string, ...entities: readonly (readonly [KindName, string, unknown])[]): readonly Fact[] {
  const holdings = withChanges(
    EMPTY_HOLDINGS,
    made(entities.map(([kind, id, data]) => ({ action: 'add' as const, kind, id, data }))),
  );
  return registerDocuments(holdings, ON).flatMap(({ file }) => {
    const read = analyseDocument(file, ON);
    return 'unreadable' in read ? [] : read.facts.filter((fact) => fact.type === type);
  });
}

const person = (id: string, name: string, over = {}) => ['person', id, { name, employment: 'staff', ...over }] as const;
const trained = (of: string, result: string | undefined) =>
  [
    'training-record',
    `of-${of}`,
    {
      person: of,
      course: 'Data security awareness',
      kind: 'data-security',
      completedOn: '2026-05-11',
      ...(result && { result }),
    },
  ] as const;

test('who failed a course does not count as trained, and who passed does', () => {
  const facts = factsOf(
    'training-completion',
    person('ann', 'Ann Okafor'),
    person('bob', 'Bob Ellis'),
    trained('ann', 'passed'),
    trained('bob', 'failed'),
  );
  expect(facts.map(({ parts, value }) => [parts?.name, value])).toEqual([
    ['Ann Okafor', 'done'],
    ['Bob Ellis', 'not done'],
  ]);
});

test("a leaver's access counts as removed once the day of it is kept, and until then nobody has said", () => {
  const facts = factsOf(
    'access-removed',
    person('ann', 'Ann Okafor', { leftOn: '2026-06-30', accessRemovedOn: '2026-06-30' }),
    person('bob', 'Bob Ellis', { leftOn: '2026-09-30' }),
    person('cy', 'Cy Prosser', { leftOn: '2027-01-31' }),
  );
  expect(facts.map(({ parts, value }) => [parts?.name, value])).toEqual([
    ['Ann Okafor', 'complete'],
    ['Bob Ellis', 'unsaid'],
  ]);
});
