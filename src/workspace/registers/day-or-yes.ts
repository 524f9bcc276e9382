import { type AnyKind, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { type CellValue, type References, valueOfCell } from './cell-value.ts';

/** Days beside which a yes or no says as much as is known: the name of the day, and that of the yes or no. */
const BESIDE: Readonly<Record<string, readonly (readonly [day: string, yesNo: string])[]>> = {
  [supplier.name]: [['processorTermsOn', 'processorTerms']],
};

/**
 * What a cell says for the field beside its own, where it says it of that one: "Y" in a column of days, a day in a column of
 * yes and no. Undefined when it does not.
 */
export function saidBeside(
  kind: AnyKind,
  { name }: Field,
  cell: string,
  references: References,
): { readonly field: string; readonly read: CellValue & { readonly ok: true } } | undefined {
  const pair = BESIDE[kind.name]?.find((one) => one.includes(name));
  const other = fieldsOf(kind).find((field) => field.name !== name && pair?.includes(field.name));
  const read = other && valueOfCell(other, cell, references);
  return other && read?.ok && read.value !== undefined ? { field: other.name, read } : undefined;
}
