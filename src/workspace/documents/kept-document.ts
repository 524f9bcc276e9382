import type { Day } from '../../record/day.ts';
import { type HoldingsByKind, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';

/** A document of the record as it stands. */
export type KeptDocument = Entity<DataOf<typeof document>>;

/** Whether nobody may read it or rely on it before someone has decided. */
export function isHeld({ data }: Pick<KeptDocument, 'data'>): boolean {
  return data.hold === 'patient-identifiable' || data.hold === 'malware';
}

export function isWithdrawn({ data }: Pick<KeptDocument, 'data'>, on: Day): boolean {
  return data.withdrawnOn !== undefined && data.withdrawnOn <= on;
}

/** The data of a document that takes the place of others: staff are asked to read it where they were to read one of those. */
export function inPlaceOf(others: readonly Pick<KeptDocument, 'data'>[], data: KeptDocument['data']): typeof data {
  return others.some((one) => one.data.staffRead === true) ? { ...data, staffRead: true } : data;
}

/** Documents that may serve as proof on a day: neither held back nor withdrawn by then. */
export function documentsInUse(holdings: HoldingsByKind, on: Day): readonly KeptDocument[] {
  return listOf(holdings, document).filter((one) => !isHeld(one) && !isWithdrawn(one, on));
}
