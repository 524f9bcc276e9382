import type { JournalEntry, Payload } from './journal.ts';
import { type AnyKind, valueIn } from './kinds/kind.ts';
import { isKindName, KINDS } from './kinds/kinds.ts';

/**
 * What is strange about the data of an entry, in a sentence: a kind that this version does not know, or data that it would not
 * have let in. The entry may be whole all the same, when another version wrote it. Undefined also for what has been erased.
 */
export function strangeData(entry: JournalEntry, payload: Payload | undefined): string | undefined {
  const { kind: name, action } = entry;
  if (!isKindName(name)) return `there is no kind of record called "${name}"`;
  if (payload === undefined) return undefined;
  const { data } = payload;
  switch (action) {
    case 'remove':
      return data === null ? undefined : 'a removal says nothing';
    case 'erase':
      return typeof valueIn(data, 'reason') === 'string' && typeof valueIn(data, 'basis') === 'string'
        ? undefined
        : 'an erasure must keep its reason';
    case 'add':
    case 'change': {
      const kind: AnyKind = KINDS[name];
      const issue = kind.schema.safeParse(data).error?.issues[0];
      return issue && `${[name, ...issue.path].join(' ')}: ${issue.message}`;
    }
    default:
      return action satisfies never;
  }
}
