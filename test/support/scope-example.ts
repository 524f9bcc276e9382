import type { Installation } from '../../src/installation.ts';
import type { Command } from '../../src/record/decide.ts';

const LONG = 'A very long name of an organisation that somebody has pasted from a contract';

/**
 * Fills the registers of what data there is, where it goes and who touches it: so many flows, and none of anything for none.
 * Ids are `i0`, `f0`, `s0` and `d0` onwards. Of everything some lack something, and some have long names. It is 20 November 2026.
 */
export async function fillScope(
  { records }: Pick<Installation, 'records'>,
  organisation: string,
  flows: number,
): Promise<void> {
  if (flows === 0) return;
  const add = (kind: string, id: string, data: unknown): Command => ({ do: 'add', kind, id, data });
  const commands: Command[] = [
    add('person', 'ann', { name: 'Ann Okafor', employment: 'staff' }),
    ...['Patient records', 'Staff files', 'Product telemetry', `Images. ${LONG}`].map((name, i) =>
      add('information-asset', `i${i}`, {
        name,
        personalData: (['special', 'personal', 'none', 'special'] as const)[i],
        ...(i === 0 && { owner: 'ann', ourPart: 'processor', retention: '8 years after last contact' }),
      }),
    ),
    ...['Northgate Hosting', 'Corvane Cloud', 'Paper Mill', `${LONG} ${'x'.repeat(60)}`].map((name, i) =>
      add('supplier', `s${i}`, {
        name,
        handlesPersonalData: i !== 2,
        service: 'Hosting and support',
        ...(i === 0 && {
          data: 'Patient records and backups',
          country: 'United Kingdom',
          contractUntil: '2027-03-31',
          processorTermsOn: '2025-02-03',
          breachNoticeHours: '24 hours',
          reviewedOn: '2026-05-01',
          subProcessors: ['Vault Tapes', 'Border Networks'],
          odsCode: '8HX27',
          dsptStatus: 'met',
          dsptCheckedOn: '2026-11-02',
          assurances: [{ kind: 'iso-27001', reference: 'IS 1234', expiresOn: '2027-01-31' }],
        }),
        ...(i === 1 && {
          country: 'United States',
          assurances: [{ kind: 'cyber-essentials', expiresOn: '2026-03-31' }],
        }),
      }),
    ),
    ...['laptop', 'phone', 'server', 'cloud-service'].map((type, i) =>
      add('digital-asset', `d${i}`, {
        name: `LT-0${i}`,
        type,
        ...(i === 0 && { encrypted: true, checkedOn: '2026-10-01' }),
        ...(i === 2 && { supportEndsOn: '2027-02-01', product: 'Debian 11' }),
      }),
    ),
    ...Array.from({ length: flows }, (_, i) => add('data-flow', `f${i}`, flow(i))),
  ];
  const done = await records.perform(organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

function flow(i: number): Readonly<Record<string, unknown>> {
  const told = { encrypted: true, method: 'API over TLS', informationAsset: 'i0', reviewedOn: '2026-09-01' };
  const round = Math.floor(i / 6);
  const more = round === 0 ? '' : ` ${round + 1}`;
  switch (i % 6) {
    case 0:
      return { name: 'Referrals', from: `The trust${more}`, to: 'Our platform', direction: 'in', ...told };
    case 1:
      return { name: 'Hosting', from: 'Our platform', to: 'Northgate Hosting', direction: 'out', ...told };
    case 2:
      return { name: 'Support', from: 'Our platform', to: 'Corvane Cloud', direction: 'out', supplier: 's1' };
    case 3:
      return { name: 'Analysis', from: 'Our platform', to: 'Database', direction: 'within', ...told };
    case 4:
      return {
        name: `Letters ${LONG}`,
        from: 'Our platform',
        to: `${LONG}${more}`,
        direction: 'out',
        country: 'Ireland',
      };
    default:
      return { name: 'Staff files', from: `Staff${more}`, to: 'Payroll', direction: 'in', informationAsset: 'i1' };
  }
}
