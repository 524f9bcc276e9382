import type { Fact } from '../../record/document.ts';
import type { Sighting } from './evidence.ts';

/**
 * The sightings of one kind of setting, gathered by the thing they speak of. Their scopes agree and their names fit: a short name
 * fits the longer ones that hold all its words. A nameless sighting speaks of the only thing there is; where several things have
 * names it speaks of none of them.
 */
export function byThing(sightings: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const groups = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const scope = one.fact.scope ?? '';
    const group = groups.get(scope);
    if (group === undefined) groups.set(scope, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap(byName);
}

function byName(group: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const names = [...new Set(group.map(({ fact }) => nameOf(fact)))].filter((name) => name !== '');
  if (names.length === 0) return [group];
  const full = names.filter((name) => !names.some((other) => other !== name && holds(other, name)));
  const [only] = full;
  if (full.length === 1 && only !== undefined) return [group];
  return ['', ...full].map((name) =>
    group.filter(({ fact }) => (nameOf(fact) === '' ? name === '' : holds(name, nameOf(fact)))),
  );
}

function nameOf(fact: Fact): string {
  return fact.parts?.name ?? '';
}

/** Whether every word of the shorter name stands in the longer one. */
function holds(longer: string, shorter: string): boolean {
  const words = longer.split(' ');
  return shorter.split(' ').every((word) => words.includes(word));
}
