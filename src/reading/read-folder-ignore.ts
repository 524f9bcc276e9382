type Rule = { readonly steps: readonly string[]; readonly negated: boolean; readonly foldersOnly: boolean };

/** Whether a path is left out; paths have forward slashes and no leading one. */
export type IgnoreRules = (path: string, isFolder: boolean) => boolean;

/**
 * Rules of a `.perennialignore` file, written as in `.gitignore`: `*`, `?` and `[abc]` within a name, `**` across folders, a
 * leading `/` or one in the middle ties a rule to the top, a trailing `/` to folders, `!` takes back, `#` comments. The last
 * rule that fits decides. As in Git, a file cannot be taken back once its folder is left out.
 */
export function ignoreRules(source: string): IgnoreRules {
  const rules = source.split(/\r?\n/).flatMap(parseRule);
  return (path, isFolder) => {
    const steps = path.split('/');
    const rule = rules.findLast((one) => (isFolder || !one.foldersOnly) && stepsMatch(one.steps, steps));
    return rule !== undefined && !rule.negated;
  };
}

function parseRule(line: string): Rule[] {
  let text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  text = text.replace(/^\\(?=[#!])/, '');
  const foldersOnly = text.endsWith('/');
  if (foldersOnly) text = text.slice(0, -1);
  const tied = text.includes('/');
  const steps = text.split('/').filter((step) => step !== '');
  return steps.length === 0 ? [] : [{ steps: tied ? steps : ['**', ...steps], negated, foldersOnly }];
}

/** Whether the folders and name of a path fit the pattern's; `**` stands for any number of them. Time is their product, at most. */
function stepsMatch(pattern: readonly string[], steps: readonly string[]): boolean {
  return wildcardMatch(
    pattern.length,
    steps.length,
    (at) => pattern[at] === '**',
    (at, step) => nameMatches(pattern[at] ?? '', steps[step] ?? ''),
  );
}

function nameMatches(pattern: string, name: string): boolean {
  const marks = pattern.match(/\[!?[^\]]+\]|\\?./gsu) ?? [];
  const letters = [...name.normalize('NFC')];
  return wildcardMatch(
    marks.length,
    letters.length,
    (at) => marks[at] === '*' || marks[at] === '**',
    (at, letter) => markMatches(marks[at] ?? '', letters[letter] ?? ''),
  );
}

function markMatches(mark: string, letter: string): boolean {
  if (mark === '?') return true;
  if (mark.length > 2 && mark.startsWith('[')) {
    const negated = mark[1] === '!';
    const set = mark.slice(negated ? 2 : 1, -1);
    const inSet = [...set.matchAll(/(.)-(.)|(.)/gsu)].some(([, from, to, one]) =>
      one === undefined ? letter >= (from ?? '') && letter <= (to ?? '') : one === letter,
    );
    return inSet !== negated;
  }
  return (mark.startsWith('\\') ? mark.slice(1) : mark) === letter;
}

/** Matches a pattern with wildcards by going back to the last wildcard only, so that no pattern can take exponential time. */
function wildcardMatch(
  patternLength: number,
  length: number,
  isWild: (at: number) => boolean,
  fits: (at: number, item: number) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let wild = -1;
  let resume = 0;
  while (item < length) {
    if (at < patternLength && isWild(at)) {
      wild = at++;
      resume = item;
    } else if (at < patternLength && fits(at, item)) {
      at++;
      item++;
    } else if (wild !== -1) {
      at = wild + 1;
      item = ++resume;
    } else {
      return false;
    }
  }
  while (at < patternLength && isWild(at)) at++;
  return at === patternLength;
}
