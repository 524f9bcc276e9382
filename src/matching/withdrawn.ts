import type { MatchedDocument } from './fields.ts';

const SHELVED = 'archives?|archived|superseded|withdrawn|obsolete|deprecated|retired|old|previous';
/** A folder kept for what is no longer in force: `archive`, `zz_old`, `Superseded policies`, `old versions`. */
const SHELF = new RegExp(
  String.raw`^[z_\W]*(?:${SHELVED})(?:[ _-]+(?:versions?|issues?|policies|procedures?|documents?|docs|files|copies))*$`,
  'iu',
);
/** A file name that says so of one document. `Obsolete software` is a subject, so that word does not count here. */
const SHELVED_NAME =
  /(?:^|[\W_])(?:superseded|withdrawn|archived|do[\W_]+not[\W_]+use)(?:[\W_]|$)|[\W_](?:old|obsolete)\W*$/iu;

/** Whether a document is no longer in force, by its own word, its file name or the folder it was put away in. It proves nothing. */
export function isWithdrawn({ path, profile }: MatchedDocument): boolean {
  if (profile.status === 'withdrawn') return true;
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return SHELVED_NAME.test(name) || folders.some((folder) => SHELF.test(folder));
}
