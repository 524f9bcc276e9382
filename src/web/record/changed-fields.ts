import type { Holdings } from '../../record/holdings.ts';
import { type AnyKind, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { shortened } from '../../report/shortened.ts';
import { dataIn, valueInWords } from './field-words.ts';

/** A field that was changed, with what it said before and after in words; empty where it said nothing. */
export type ChangedField = { readonly field: Field; readonly from: string; readonly to: string };

/** The fields in which something is different after a change, in the order of its form. */
export function changedFields(
  kind: AnyKind,
  before: unknown,
  after: unknown,
  holdings: Holdings,
): readonly ChangedField[] {
  const [was, is] = [dataIn(before), dataIn(after)];
  return fieldsOf(kind)
    .filter(({ name }) => was[name] !== is[name])
    .map((field) => ({
      field,
      from: valueInWords(field, was[field.name], holdings),
      to: valueInWords(field, is[field.name], holdings),
    }))
    .filter(({ from, to }) => from !== to);
}

/** Characters of a value in a line about a change. */
const MOST = 80;

/** "Contract until: 1 March 2026 → 1 March 2027". Of long texts the part that is different, cut between words. */
export function changeInWords({ field, from, to }: ChangedField): string {
  const [was, is] = fromDifference(from, to).map((text) => shortened(text, MOST));
  if (from === '') return `${field.label}: ${is}`;
  return to === '' ? `${field.label}: ${was} → nothing` : `${field.label}: ${was} → ${is}`;
}

/** Both texts from shortly before the word in which they begin to differ, when they are long. */
function fromDifference(from: string, to: string): readonly [string, string] {
  if (from.length <= MOST && to.length <= MOST) return [from, to];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1;
  const start = from.slice(0, Math.max(0, same - MOST / 4)).search(/\s\S*$/) + 1;
  return start <= 0 ? [from, to] : [`…${from.slice(start)}`, `…${to.slice(start)}`];
}
