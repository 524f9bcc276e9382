import { type Day, dayBefore } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { dataFlow } from '../../record/kinds/data-flow.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { MapFlow } from './flow-map-layout.ts';

export type KeptFlow = Entity<DataOf<typeof dataFlow>>;
export type KeptInformation = Entity<DataOf<typeof informationAsset>>;
export type KeptDevice = Entity<DataOf<typeof digitalAsset>>;
export type KeptSupplier = Entity<DataOf<typeof supplier>>;

/** A flow with what it leads to. `number` is its row in the table and its mark in the map, from 1. */
export type FlowRow = {
  readonly number: number;
  readonly flow: KeptFlow;
  readonly information: KeptInformation | undefined;
  /** Named by the flow, or by the same name in the supplier register. */
  readonly supplier: KeptSupplier | undefined;
  /** Where it ends up: what the flow says, otherwise where a supplier that gets it keeps data. */
  readonly country: { readonly name: string; readonly by: 'flow' | 'supplier' } | undefined;
};

/** What data there is, where it goes, and who touches it. Lists are in the order in which things were added. */
export type Scope = {
  readonly flows: readonly FlowRow[];
  readonly information: readonly KeptInformation[];
  /** Those that have not been disposed of. */
  readonly devices: readonly KeptDevice[];
  /** Those that have not ended. */
  readonly suppliers: readonly KeptSupplier[];
};

export function scopeOf(holdings: Holdings, on: Day): Scope {
  const information = listOf(holdings, informationAsset);
  const all = listOf(holdings, supplier);
  const suppliers = all.filter((one) => !hasEnded(one, on));
  const byId = new Map(all.map((one) => [one.id, one]));
  const byName = new Map(suppliers.map((one) => [plain(one.data.name), one]));
  const informationById = new Map(information.map((one) => [one.id, one]));
  const flows = listOf(holdings, dataFlow).map((flow, at): FlowRow => {
    const { data } = flow;
    const other = data.direction === 'in' ? data.from : data.to;
    const found = data.supplier === undefined ? byName.get(plain(other)) : byId.get(data.supplier);
    const theirs = data.direction === 'out' ? found?.data.country : undefined;
    return {
      number: at + 1,
      flow,
      information: informationById.get(data.informationAsset ?? ''),
      supplier: found,
      country: data.country
        ? { name: data.country, by: 'flow' }
        : theirs === undefined
          ? undefined
          : { name: theirs, by: 'supplier' },
    };
  });
  const devices = listOf(holdings, digitalAsset).filter(({ data }) => !data.disposedOn || data.disposedOn > on);
  return { flows, information, devices, suppliers };
}

function hasEnded({ data }: KeptSupplier, on: Day): boolean {
  return data.endedOn !== undefined && data.endedOn <= on;
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A flow as the map draws it. */
export function drawnFlow({ flow, information, country }: FlowRow): MapFlow {
  const { name, from, to, direction, encrypted } = flow.data;
  return {
    what: neutralised(name),
    from: neutralised(from),
    to: neutralised(to),
    direction,
    country: country && neutralised(country.name),
    special: information?.data.personalData === 'special',
    encrypted,
  };
}

/** Devices that leave the building. */
const PORTABLE: ReadonlySet<string> = new Set(['laptop', 'phone', 'media']);

export function unencryptedPortables({ devices }: Scope): readonly KeptDevice[] {
  return devices.filter(({ data }) => PORTABLE.has(data.type) && data.encrypted !== true);
}

/** How far ahead the end of support is told, and after how long something should be looked at again: our own judgement. */
export const SUPPORT_AHEAD = 'P6M';
const LOOKED_AT_WITHIN = 'P12M';

/** Whether nobody has looked at something for a year. */
export function notLookedAt(lookedAtOn: Day | undefined, on: Day): boolean {
  return lookedAtOn === undefined || lookedAtOn < dayBefore(on, LOOKED_AT_WITHIN);
}
