import { expect, it } from 'vitest';
import type { EvidenceItem } from './catalogue.ts';
import { findCatalogueDirectory, loadCatalogue } from './load-catalogue.ts';
import { contentWords, questionMatcher, sameQuestion } from './same-question.ts';

async function itemsOf(edition: string, category: 2 | 3 | 4): Promise<readonly EvidenceItem[]> {
  const loaded = await loadCatalogue(findCatalogueDirectory(import.meta.url) ?? '', { edition, category });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value.items;
}
const ours = await itemsOf('v8', 3);
const byNumber = new Map(ours.map((item) => [item.ref, item]));

function verdict(ref: string, text: string) {
  const item = byNumber.get(ref);
  if (!item) throw new Error(`no item ${ref}`);
  return sameQuestion(item, { ref, text }, ours);
}

it('recognises a question in words of its own', () => {
  expect(verdict('7.3.4', 'Backups are restored at least annually as a test that data can be recovered.').verdict).toBe(
    'same',
  );
});

it('recognises a question it shares few function words with', () => {
  expect(verdict('4.5.3', 'MFA is in force on all remote user accounts for every system').verdict).toBe('same');
});

it('sees that a number was given to another question', () => {
  expect(
    verdict('8.3.5', 'Annual penetration test scoped with the board, including vulnerability scanning'),
  ).toMatchObject({ verdict: 'other', fits: '9.2.1' });
});

it('is unsure of a question made of words it has never met', () => {
  expect(verdict('1.1.1', 'Quantum teapots orbit the moon').verdict).toBe('unsure');
});

it('is unsure of a question with no words', () => {
  expect(verdict('1.1.1', '').verdict).toBe('unsure');
});

it('takes a category 2 item that is another question for ours only where the subject is the same', async () => {
  const match = questionMatcher(ours);
  const wrong = (await itemsOf('v8', 2)).filter((theirs) => {
    const own = byNumber.get(theirs.ref);
    return (
      own &&
      theirs.differsIn?.includes(3) &&
      match(own, { ref: theirs.ref, text: theirs.requirement }).verdict === 'same'
    );
  });
  // These three ask more than ours about one subject: the board told of breaches, unsupported software, encrypted devices.
  expect(wrong.map((item) => item.ref)).toEqual(['6.1.2', '8.2.1', '9.5.2']);
});

it('recognises most category 2 items that ask what category 3 asks, in the words of another author', async () => {
  const match = questionMatcher(ours);
  const lent = (await itemsOf('v8', 2)).filter((theirs) => theirs.rule);
  const same = lent.filter(
    (theirs) =>
      match(byNumber.get(theirs.ref) ?? theirs, { ref: theirs.ref, text: theirs.requirement }).verdict === 'same',
  );
  expect(same.length).toBeGreaterThanOrEqual(45);
});

it('recognises most category 4 items that ask what category 3 asks', async () => {
  const match = questionMatcher(ours);
  const lent = (await itemsOf('v8', 4)).filter((theirs) => theirs.rule);
  const same = lent.filter(
    (theirs) =>
      match(byNumber.get(theirs.ref) ?? theirs, { ref: theirs.ref, text: theirs.requirement }).verdict === 'same',
  );
  expect(same.length / lent.length).toBeGreaterThan(0.95);
});

it('brings forms of a word together', () => {
  expect([...contentWords('backups backup encrypted encryption policies policy')].length).toBe(3);
});
