import { withoutLegalForm } from '../record/own-names.ts';
import { samePerson } from './contradictions/same-person.ts';

/** Names that stand in rows, asked one by one for those a register knows. One row stands for one of several whom it could mean. */
export type ToldByName = {
  readonly add: (label: string) => void;
  /** Whether a row means this name: the one that says just that, else the first that can be the same and means no other. */
  readonly tells: (name: string) => boolean;
};

/** Rows that name people: "J Smith" is not John and Jane. */
export function peopleByName(): ToldByName {
  const written = new Set<string>();
  const alike = new Map<string, string[]>();
  const meant = new Map<string, string>();
  return {
    add(label) {
      if (written.has(label)) return;
      written.add(label);
      const others = alike.get(surnameAndInitial(label));
      if (others) others.push(label);
      else alike.set(surnameAndInitial(label), [label]);
    },
    tells(name) {
      const others = alike.get(surnameAndInitial(name))?.slice(0, MOST_ALIKE) ?? [];
      const fits = (other: string) => samePerson(other, name) && samePerson(meant.get(other) ?? name, name);
      const label = written.has(name) ? name : others.find(fits);
      if (label !== undefined && !meant.has(label)) meant.set(label, name);
      return label !== undefined;
    },
  };
}

/** People of one surname and initial who are compared; no organisation has so many, and each comparison takes its time. */
const MOST_ALIKE = 200;

/** Whoever can be one person has them in common: a list may have thousands of one surname. */
function surnameAndInitial(name: string): string {
  return `${name.split(' ')[1] ?? ''} ${name.charAt(0)}`;
}

/** A row that names a firm; `bare` is the name as it is compared, `at` its place among the rows. */
type Firm = { readonly bare: string; readonly at: number; meant?: string };

/**
 * Rows that name firms, which can be one where one name begins with the other and they share the first word: "Alder" is "Alder
 * Hosting Ltd". A list may have thousands that begin alike, so each is found by what it begins with and never by going over all.
 */
export function firmsByName(): ToldByName {
  const written = new Map<string, Firm>();
  const named = new Map<string, Firm[]>();
  /** The first row whose name begins so. */
  const beginning = new Map<string, Firm>();
  return {
    add(label) {
      if (written.has(label)) return;
      const firm: Firm = { bare: bareName(label), at: written.size };
      written.set(label, firm);
      const same = named.get(firm.bare);
      if (same) same.push(firm);
      else named.set(firm.bare, [firm]);
      for (const start of startsOf(firm.bare)) if (!beginning.has(start)) beginning.set(start, firm);
    },
    tells(name) {
      const bare = bareName(name);
      let firm = written.get(name);
      if (firm === undefined) {
        // Whatever a longer name was taken to mean begins with this one too, or this one with it: the first always fits.
        firm = beginning.get(bare);
        for (const start of startsOf(bare)) {
          const fits = named.get(start)?.find(({ meant = bare }) => isStart(meant, bare));
          if (fits !== undefined && fits.at < (firm?.at ?? Number.POSITIVE_INFINITY)) firm = fits;
        }
      }
      if (firm !== undefined) firm.meant ??= bare;
      return firm !== undefined;
    },
  };
}

function isStart(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** Signs of a name that are compared: a file may have any, and each is one more beginning to be found by. */
const LONGEST = 120;

function bareName(name: string): string {
  return withoutLegalForm(name.replace(/\([^()]*\)/g, ' ').toLowerCase()).slice(0, LONGEST);
}

/** All that a name begins with, from its first word to the whole of it. */
function* startsOf(bare: string): Iterable<string> {
  const word = bare.search(/[^\p{L}\p{N}]/u);
  for (let end = word < 0 ? bare.length : word; end <= bare.length; end += 1) yield bare.slice(0, end);
}
