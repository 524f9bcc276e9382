/** Country codes of `hosting-location` facts as people say them. */
const NAMES: Readonly<Record<string, string>> = {
  GB: 'the UK',
  IE: 'Ireland',
  DE: 'Germany',
  NL: 'the Netherlands',
  FR: 'France',
  SE: 'Sweden',
  US: 'the United States',
  IN: 'India',
  AU: 'Australia',
  CA: 'Canada',
  SG: 'Singapore',
  PH: 'the Philippines',
  ZA: 'South Africa',
  IL: 'Israel',
  UA: 'Ukraine',
  PK: 'Pakistan',
  CN: 'China',
  PL: 'Poland',
  ES: 'Spain',
  RO: 'Romania',
  EEA: 'the EEA',
};
const IN_EEA = new Set(['IE', 'DE', 'NL', 'FR', 'SE', 'PL', 'ES', 'RO', 'EEA']);

export function countryName(code: string): string {
  return NAMES[code] ?? code;
}

/** True when `country` lies inside one of `allowed`, where `EEA` stands for all its members. */
export function isWithin(country: string, allowed: readonly string[]): boolean {
  return allowed.includes(country) || (allowed.includes('EEA') && IN_EEA.has(country));
}
