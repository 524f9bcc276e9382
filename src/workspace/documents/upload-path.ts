/** Characters of a path that is kept; of a longer one the end is. */
const LONGEST = 1_000;
/** Control characters, and marks that turn the direction of writing so that `cod.exe` shows as `exe.doc`. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * A path sent by a browser as a relative path with `/` between its parts. Whatever could lead out of the folder or hide in
 * it (drive letters, empty parts, `.`, `..`, control characters) is taken out; nothing is ever opened by it.
 */
export function uploadPath(sent: string): string {
  const parts = sent
    .toWellFormed()
    .normalize('NFC')
    .split(/[\\/]+/)
    .map((part) => part.replace(HIDDEN, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  const path = parts.join('/');
  // The end of a longer path may begin in the middle of a step, so it is looked at again.
  if (path.length > LONGEST) return uploadPath(path.slice(-LONGEST));
  return path === '' ? 'unnamed' : path;
}

/** The paths, with a number added to each that stood before: `policy.md`, `policy (2).md`. */
export function distinctPaths(paths: readonly string[]): readonly string[] {
  return paths.map(pathsApart());
}

/** The same for paths that come one after the other, as the files of one upload do. */
export function pathsApart(): (path: string) => string {
  const taken = new Set<string>();
  return (path) => {
    let distinct = path;
    for (let n = 2; taken.has(distinct); n += 1) distinct = numbered(path, n);
    taken.add(distinct);
    return distinct;
  };
}

/** The paths without the folder they all stand in, so that places read the same as on the command line. */
export function withoutSharedFolder(paths: readonly string[]): readonly string[] {
  const [first] = paths;
  const cut = first?.indexOf('/') ?? -1;
  if (first === undefined || cut === -1) return paths;
  const folder = first.slice(0, cut + 1);
  return paths.every((path) => path.startsWith(folder)) ? paths.map((path) => path.slice(folder.length)) : paths;
}

function numbered(path: string, n: number): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? `${path.slice(0, dot)} (${n})${path.slice(dot)}` : `${path} (${n})`;
}
