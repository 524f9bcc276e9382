import type { Fact, ReadDocument } from '../../record/document.ts';
import type { Sighting } from './evidence.ts';

/**
 * The sightings of one kind of setting, gathered by the thing they speak of. Their scopes agree and their names fit: a short name
 * fits the longer ones that hold all its words. A nameless sighting speaks of the only thing there is; where several things have
 * names it speaks of none of them.
 */
export function byThing(
  sightings: readonly Sighting[],
  documents: readonly ReadDocument[] = [],
): readonly (readonly Sighting[])[] {
  const groups = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const scope = one.fact.scope ?? '';
    const group = groups.get(scope);
    if (group === undefined) groups.set(scope, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((group) => byName(group, documents));
}

function byName(group: readonly Sighting[], documents: readonly ReadDocument[]): readonly (readonly Sighting[])[] {
  const names = [...new Set(group.map(({ fact }) => nameOf(fact)))].filter((name) => name !== '');
  if (names.length === 0) return [group];
  const full = names.filter((name) => !names.some((other) => other !== name && holds(other, name)));
  const [only] = full;
  if (full.length === 1 && only !== undefined) return [group];
  const main =
    full.length === names.length && group.some(({ fact }) => nameOf(fact) === '') ? mainOf(full, documents) : '';
  return ['', ...full].map((name) =>
    group.filter(({ fact }) => (nameOf(fact) === '' ? name === main : holds(name, nameOf(fact)))),
  );
}

/** How many documents must speak of the main product by name, and how many times more than of any other. */
const LEAST_DOCUMENTS = 4;
const TIMES_MORE = 2;

/**
 * The one among several named things that "the service" means in a small firm: its product, which far more documents call by
 * its proper name than any other. Empty when none stands out.
 */
function mainOf(names: readonly string[], documents: readonly ReadDocument[]): string {
  const counted = names
    .map((name) => ({ name, documents: Math.max(...name.split(' ').map((stem) => documentsNaming(stem, documents))) }))
    .sort((a, b) => b.documents - a.documents);
  const [first, second] = counted;
  return first !== undefined &&
    first.documents >= LEAST_DOCUMENTS &&
    first.documents >= TIMES_MORE * (second?.documents ?? 0)
    ? first.name
    : '';
}

/** In how many documents a word with this stem stands as a proper name, within a sentence and not at its start. */
function documentsNaming(stem: string, documents: readonly ReadDocument[]): number {
  if (stem.length < 3) return 0;
  const proper = `${stem.charAt(0).toUpperCase()}${stem.slice(1)}`;
  const within = new RegExp(`[a-z,] ${proper.replace(/[^\p{L}\d]/gu, '.')}`, 'u');
  return documents.filter(({ content }) =>
    content.lines.some(({ text, role }) => role !== 'heading' && text.includes(proper) && within.test(text)),
  ).length;
}

function nameOf(fact: Fact): string {
  return fact.parts?.name ?? '';
}

/** Whether every word of the shorter name stands in the longer one. */
function holds(longer: string, shorter: string): boolean {
  const words = longer.split(' ');
  return shorter.split(' ').every((word) => words.includes(word));
}
