import { join } from 'node:path';
import { loadCatalogue } from '../src/catalogue/load-catalogue.ts';
import { assess } from '../src/readiness/assess.ts';
import { forecast } from '../src/readiness/forecast.ts';
import { firmsByName } from '../src/readiness/told-by-name.ts';
import { dayAfter } from '../src/record/day.ts';
import type { Fact } from '../src/record/document.ts';
import type { OrganisationRecord } from '../src/record/record.ts';
import { aDocument, aFact, aRecord, on } from '../test/support/record-builder.ts';
import { type Figure, median } from './figure.ts';

const TODAY = '2026-11-20';
const loaded = await loadCatalogue(join(import.meta.dirname, '..', 'catalogue'), { edition: 'v8', category: 3 });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const catalogue = loaded.value;

/** 250 people, 2,000 observations, 100 suppliers: the largest organisation of the design. */
export function benchAssess(): Figure[] {
  const record = largeRecord();
  const cold = median(5, () => assess(catalogue, { ...largeRecord() }, TODAY));
  const build = median(5, () => largeRecord());
  let shift = 0;
  const warm = median(200, () => {
    shift = (shift + 1) % 300;
    assess(catalogue, record, dayAfter(TODAY, `P${shift}D`));
  });
  const year = median(20, () => forecast(catalogue, record, TODAY, dayAfter(TODAY, 'P365D')));
  const alike = median(5, () => tellFirms((i) => `Acme Part ${i}x Ltd`));
  const apart = median(5, () => tellFirms((i) => `${i} Part x Ltd`));
  const floor = median(200, () => JSON.parse(small));
  return [
    {
      what: 'assess, a day, record prepared',
      unit: 'ms',
      measured: warm,
      budget: 2,
      floor,
      floorIs: 'parsing its 80 verdicts as JSON',
    },
    {
      what: 'assess, first call on a new record',
      unit: 'ms',
      measured: Math.max(0, cold - build),
      floorIs: 'no budget: once for each change of the record',
    },
    {
      what: 'forecast, 365 days, record prepared',
      unit: 'ms',
      measured: year,
      budget: 20,
      floor: warm,
      floorIs: 'one day',
    },
    {
      what: '5,000 firms told by names that begin alike',
      unit: 'ms',
      measured: alike,
      floor: apart,
      floorIs: 'names that begin differently',
    },
  ];
}

function tellFirms(nameOf: (at: number) => string): void {
  const told = firmsByName();
  for (const name of range(5000).map(nameOf)) if (!told.tells(name)) told.add(name);
}

const small = JSON.stringify(
  assess(catalogue, aRecord([]), TODAY).items.map(({ item, standing, reasons }) => ({
    ref: item.ref,
    standing,
    reasons,
  })),
);

function largeRecord(): OrganisationRecord {
  const people = range(250).map(
    (i): Fact =>
      aFact('training-completion', { subject: `Person ${i}`, asOf: on(dayAfter(TODAY, `-P${(i * 7) % 420}D`)) }),
  );
  const suppliers = range(100).map(
    (i): Fact =>
      aFact('supplier-assurance', {
        subject: `Supplier ${i}`,
        parts: { expires: dayAfter(TODAY, `P${(i * 11) % 500}D`) },
      }),
  );
  const refs = catalogue.items.map(({ ref }) => ref);
  const observations = range(2000).map((i) => {
    const ref = refs[i % refs.length] ?? '7.3.4';
    const day = dayAfter(TODAY, `-P${(i * 13) % 1200}D`);
    const about =
      catalogue.items
        .find((item) => item.ref === ref)
        ?.rule?.vocabulary.slice(0, 3)
        .join(' ') ?? ref;
    return aDocument(`evidence/${i}.md`, {
      title: about,
      kind: i % 3 === 0 ? 'policy' : 'report',
      text: about,
      dates: { approved: day },
      profile: { approver: 'The board' },
      speaksTo: [ref],
      facts: [aFact('restore-test', { asOf: on(day), parts: { result: 'success' } })],
    });
  });
  return aRecord([
    aDocument('people.csv', { kind: 'register', facts: people }),
    aDocument('suppliers.csv', { kind: 'register', facts: suppliers }),
    ...observations,
  ]);
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
