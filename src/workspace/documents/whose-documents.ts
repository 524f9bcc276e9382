import { namesIn } from '../../reading/defects/organisation-names.ts';
import { nameKey, namesUs, ownNames, withoutLegalForm } from '../../record/own-names.ts';
import type { Standing } from '../standing/standing.ts';
import type { DocumentRow } from './document-rows.ts';

/** Another organisation that most of some documents name, and how many of them name it and us. */
export type OtherName = {
  readonly name: string;
  /** What we are called. */
  readonly own: string;
  readonly naming: number;
  readonly namingUs: number;
  readonly of: number;
};

/** Of fewer documents nothing is said: two letters from one customer are no sign. */
const ENOUGH = 5;
/** Our own name stands in so small a share of them, at most. */
const FEW = 0.2;
/** The other name stands in more than this share. */
const MOST = 0.5;
/** Named everywhere in this field, and never the one whose documents they are unless they say so themselves. */
const OF_THE_FIELD = /\bNHS\b|\b(?:Department of|Information Commissioner)\b/i;

/** Whose documents these seem to be, where they seem to be somebody else's; undefined where nothing says so. */
export function otherNameIn(standing: Standing, rows: readonly DocumentRow[]): OtherName | undefined {
  const names = ownNames(standing.check.record.organisation);
  const [own] = names;
  if (own === undefined) return undefined;
  const ours = namesUs(names);
  const counts = new Map<string, { readonly name: string; naming: number }>();
  let of = 0;
  let namingUs = 0;
  for (const { read } of rows) {
    const lines = read?.content.lines.map(({ text }) => text) ?? [];
    if (lines.length === 0) continue;
    of += 1;
    if (lines.some(ours) || ours(lines.join('\n'))) namingUs += 1;
    const found = new Map(lines.flatMap((line) => [...namesIn(line)].map(({ bare }) => [nameKey(bare), bare])));
    for (const [key, bare] of found) {
      if (ours(bare) || OF_THE_FIELD.test(bare)) continue;
      const known = counts.get(key);
      if (known) known.naming += 1;
      else counts.set(key, { name: withoutLegalForm(bare), naming: 1 });
    }
  }
  const [most] = [...counts.values()].sort((a, b) => b.naming - a.naming);
  if (!most || of < ENOUGH || namingUs > of * FEW || most.naming <= of * MOST) return undefined;
  return { ...most, own, namingUs, of };
}
