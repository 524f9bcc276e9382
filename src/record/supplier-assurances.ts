import type { Day } from './day.ts';
import type { DataOf } from './kinds/kind.ts';
import type { supplier } from './kinds/supplier.ts';

type Supplier = DataOf<typeof supplier>;
export type Assurance = NonNullable<Supplier['assurances']>[number];

/**
 * Everything that shows how a supplier keeps data safe: what was written down, and a publication that somebody saw in the
 * Toolkit. Nobody notes of which edition that was, so it is taken to hold until the next deadline of the Toolkit, 30 June;
 * that is our judgement, and errs towards looking again.
 */
export function assurancesOf(data: Supplier): readonly Assurance[] {
  const { assurances = [], dsptStatus, dsptCheckedOn, odsCode } = data;
  if (dsptCheckedOn === undefined || (dsptStatus !== 'met' && dsptStatus !== 'exceeded')) return assurances;
  const seen: Assurance = {
    kind: 'dspt',
    checkedOn: dsptCheckedOn,
    expiresOn: nextDeadline(dsptCheckedOn),
    ...(odsCode !== undefined && { reference: odsCode }),
  };
  return [...assurances, seen];
}

function nextDeadline(day: Day): Day {
  const year = Number(day.slice(0, 4));
  const deadline = `${year}-06-30`;
  return day <= deadline ? deadline : `${year + 1}-06-30`;
}
