import type { Finding } from '../../record/finding.ts';
import { countryName, isWithin } from './countries.ts';
import { findingOf, groupBy, listed, sidesBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';

/** "All data stays in the UK" against a supplier, region or transfer abroad. One finding for the whole folder. */
export function* hostingContradictions(evidence: Evidence): Iterable<Finding> {
  const places = evidence.of('hosting-location', 0.6);
  const transfers = evidence.of('international-transfer', 0.6);
  const claims = [
    ...places.filter(({ fact }) => fact.parts?.only === 'true'),
    ...transfers.filter(({ fact }) => fact.value === 'none'),
  ];
  const allowed = [
    ...new Set(
      claims
        .flatMap(({ fact }) => (fact.parts?.allowed ?? String(fact.value)).split(' '))
        .filter((code) => code.length >= 2 && code !== 'none'),
    ),
  ];
  if (claims.length > 0) {
    const abroad = [
      ...places.filter(({ fact }) => fact.parts?.only !== 'true' && fact.parts?.data !== 'none'),
      ...transfers.filter(({ fact }) => fact.value === 'some'),
    ].filter((one) => outside(one, allowed).length > 0);
    if (abroad.length > 0) {
      const where = [...new Set(abroad.flatMap((one) => outside(one, allowed)))].map(countryName);
      yield findingOf(
        {
          severity: 'high',
          refs: ['1.1.2', '1.1.3', '10.1.2', '10.2.2'],
          subject: 'hosting-location: outside the stated countries',
          claim: `Data is said to stay in ${listed(allowed.map(countryName))}, and other documents place some in ${listed(where)}`,
          next: 'Find out what data the supplier abroad really gets; then correct the statement, or record the transfer mechanism.',
        },
        [
          { value: 'the statement', sightings: claims },
          { value: listed(where), sightings: abroad },
        ],
        evidence.on,
      );
    }
  }
  yield* sameHolder(
    evidence,
    places.filter(({ fact }) => fact.parts?.holder !== undefined),
  );
}

function outside({ fact }: Sighting, allowed: readonly string[]): string[] {
  const countries = (fact.parts?.countries ?? String(fact.value)).split(' ');
  // A firm with a UK region named beside its home country is taken to use the UK one.
  if (countries.includes('GB') && fact.type === 'hosting-location') return [];
  return countries.filter((code) => !isWithin(code, allowed));
}

/** One supplier or system placed in two countries by two registers. */
function* sameHolder(evidence: Evidence, rows: readonly Sighting[]): Iterable<Finding> {
  for (const [holder, group] of groupBy(rows, ({ fact }) => fact.subject)) {
    const sides = sidesBy(
      group,
      ({ fact }) => String(fact.value),
      ({ fact }) => listed(String(fact.value).split(' ').map(countryName)),
    );
    const apart = sides.filter((side) =>
      sides.every(
        (other) =>
          other === side || !overlap(String(side.sightings[0]?.fact.value), String(other.sightings[0]?.fact.value)),
      ),
    );
    if (apart.length < 2 || new Set(apart.flatMap((side) => side.sightings.map((one) => one.document))).size < 2)
      continue;
    yield findingOf(
      {
        severity: 'medium',
        refs: ['10.1.2', '1.1.2'],
        subject: `hosting-location: ${holder}`,
        claim: `Two locations for ${group[0]?.fact.parts?.holder ?? holder}`,
        next: 'Check the contract or the console for the region in use, then correct the other register.',
      },
      apart,
      evidence.on,
    );
  }
}

function overlap(a: string, b: string): boolean {
  const other = b.split(' ');
  return a.split(' ').some((code) => isWithin(code, other) || other.some((one) => isWithin(one, [code])));
}
